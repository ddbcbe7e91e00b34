// Package library reads the notes that people point to, beside those that are bundled. Whatever is
// wrong with a file is a fault of that file alone: the others still answer.
package library

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/parse"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/talks"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/topics"
)

// A Disk is the file system as far as notes are concerned.
type Disk struct {
	// Find returns the Markdown and data files at a path, in the order in which they are to be
	// read, and what could not be looked at. A file has one name, by whatever path it is found.
	Find func(path string) (files []string, faults []error)
	// Read adds the content of a file, which is of bounded size, to what was read before.
	Read func(file string, content *bytes.Buffer) error
}

// A Library is what was read.
type Library struct {
	Files   []File
	Added   []Added        // by files that say something of topics
	Topics  []summit.Topic // those given to Load, with what the files say of topics
	Talks   []TalksFile
	Faults  []error // what is wrong; each names its file and, where there is one, the line
	Notices []error // what is odd but no fault, likewise
}

// A File is a notes file that could be read.
type File struct {
	Name   string
	Summit *summit.Summit
	facts  string // name of the data file beside it; empty if there is none

	amongTalks bool // most files of its folder are one talk
}

// A TalksFile is a file of talks that could be read.
type TalksFile struct {
	Name  string
	Talks []summit.Talk
}

// Added is what a file adds to the topics.
type Added struct {
	Name       string
	Own, Known int // topics of its own, and topics that it adds to
}

// ErrNoNotes is the notice that there is nothing to read at a path.
var ErrNoNotes = errors.New("there are no notes")

// Summits returns the summits of the files, in their order. Files without a session have none.
func (l Library) Summits() []*summit.Summit {
	var out []*summit.Summit
	for _, f := range l.Files {
		if len(f.Summit.Sessions) > 0 {
			out = append(out, f.Summit)
		}
	}
	return out
}

// AllTalks returns the talks of all files, in their order.
func (l Library) AllTalks() []summit.Talk {
	var out []summit.Talk
	for _, f := range l.Talks {
		out = append(out, f.Talks...)
	}
	return out
}

// Load reads all notes at the paths, in the order of the paths and below each in that of Find. A
// data file beside a notes file holds its facts; a file topics.yaml adds to the topics, and a file
// talks.yaml without notes beside it holds talks.
func Load(disk Disk, paths []string, base []summit.Topic) Library {
	l := Library{Topics: base}
	var notes []string
	data := map[string]string{} // files, by their names without the ending
	seen := map[string]bool{}
	for _, path := range paths {
		files, faults := disk.Find(path)
		l.Faults = append(l.Faults, faults...)
		if err := checkFound(path, files); err != nil && len(faults) == 0 {
			l.Notices = append(l.Notices, err)
		}
		for _, f := range files {
			switch {
			case seen[f]:
			case IsTopics(f):
				l.addTopics(disk, f)
			case IsData(f) && data[stem(f)] != "":
				l.Notices = append(l.Notices, fmt.Errorf("%s: %s holds the facts already; this file is left out", f, data[stem(f)]))
			case IsData(f):
				data[stem(f)] = f
			default:
				notes = append(notes, f)
			}
			seen[f] = true
		}
	}
	l.addTalks(disk, notes, data)
	l.read(disk, notes, data)
	return l
}

// addTalks reads the data files that hold talks: talks.yaml, unless it holds the facts of notes beside it.
func (l *Library) addTalks(disk Disk, notes []string, data map[string]string) {
	for _, f := range slices.Sorted(maps.Values(data)) {
		if !isTalks(f) || slices.ContainsFunc(notes, func(n string) bool { return stem(n) == stem(f) }) {
			continue
		}
		var content bytes.Buffer
		if err := disk.Read(f, &content); err != nil {
			l.Faults = append(l.Faults, fmt.Errorf("%s: %w", f, err))
			continue
		}
		all, faults := talks.Read(f, content.Bytes(), l.isTopic)
		l.Talks = append(l.Talks, TalksFile{f, all})
		l.Faults = append(l.Faults, capped(f, faults)...)
	}
}

func (l *Library) isTopic(id string) bool {
	return slices.ContainsFunc(l.Topics, func(t summit.Topic) bool { return t.ID == id })
}

// maxFaults is how many faults of a file are told one by one.
const maxFaults = 20

// capped returns the first faults of a file and how many more there are.
func capped(file string, faults []error) []error {
	if more := len(faults) - maxFaults; more > 0 {
		return append(slices.Clip(faults[:maxFaults]), fmt.Errorf("%s: and %d more; mend these first", file, more))
	}
	return faults
}

func isTalks(file string) bool {
	return IsData(file) && strings.EqualFold(filepath.Base(stem(file)), "talks")
}

// IsData reports whether a file is named like one that holds facts, topics or talks.
func IsData(file string) bool {
	ending := filepath.Ext(file)
	return strings.EqualFold(ending, ".yaml") || strings.EqualFold(ending, ".yml")
}

// IsTopics reports whether a file is named like one that adds to the topics: topics.yaml.
func IsTopics(file string) bool {
	return IsData(file) && strings.EqualFold(filepath.Base(stem(file)), "topics")
}

func stem(file string) string { return strings.TrimSuffix(file, filepath.Ext(file)) }

// checkFound says so where there is nothing to read at a path, or nothing that a data file is about.
func checkFound(path string, files []string) error {
	switch {
	case slices.ContainsFunc(files, func(f string) bool { return !IsData(f) }):
		return nil
	case IsData(path) && !IsTopics(path) && !isTalks(path) && slices.Contains(files, path):
		return fmt.Errorf("%s: %w beside it that it could be about; they need its name with .md or .markdown", path, ErrNoNotes)
	case slices.ContainsFunc(files, func(f string) bool { return IsTopics(f) || isTalks(f) }):
		return nil
	}
	return fmt.Errorf("%s: %w (.md or .markdown) in it", path, ErrNoNotes)
}

func (l *Library) addTopics(disk Disk, file string) {
	var content bytes.Buffer
	if err := disk.Read(file, &content); err != nil {
		l.Faults = append(l.Faults, fmt.Errorf("%s: %w", file, err))
		return
	}
	x := topics.Extend(l.Topics, file, content.Bytes())
	l.Added = append(l.Added, Added{file, x.Own, x.Known})
	l.Topics = x.Topics
	l.Faults = append(l.Faults, capped(file, x.Faults)...)
	l.Notices = append(l.Notices, capped(file, x.Notices)...)
}

// read reads the notes files on all processors, and those again that the others of their folder tell to be notes of one talk.
func (l *Library) read(disk Disk, notes []string, data map[string]string) {
	results, shapes, all := make([]result, len(notes)), make([]parse.Shape, len(notes)), make([]int, len(notes))
	for i := range notes {
		all[i] = i
	}
	readAll(disk, notes, data, results, all)
	for i, r := range results {
		shapes[i] = r.shape
	}
	again := parse.AmongTalks(notes, shapes)
	for _, i := range again {
		results[i] = result{amongTalks: true}
	}
	readAll(disk, notes, data, results, again)
	for i, r := range results {
		l.Faults = append(l.Faults, r.faults...)
		if r.summit == nil {
			continue
		}
		l.Files = append(l.Files, File{notes[i], r.summit, data[stem(notes[i])], r.amongTalks})
		if len(r.summit.Sessions) == 0 {
			l.Notices = append(l.Notices, fmt.Errorf("%s: there is no session in it", notes[i]))
		}
	}
}

// readAll reads some of the notes files into the results.
func readAll(disk Disk, notes []string, data map[string]string, results []result, which []int) {
	next := make(chan int)
	var givenUp atomic.Int32
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			content := &bytes.Buffer{}
			for i := range next {
				if givenUp.Load() >= maxGivenUp {
					results[i] = result{faults: []error{fmt.Errorf("%s: %d other files take too long to read, so this one is left out", notes[i], maxGivenUp)}}
					continue
				}
				content.Reset()
				file := File{Name: notes[i], facts: data[stem(notes[i])], amongTalks: results[i].amongTalks}
				r, inTime := inTime(func() result { return readFile(disk, file, content) })
				if !inTime {
					givenUp.Add(1)
					content = &bytes.Buffer{} // the other one is still in use
					r.faults = []error{fmt.Errorf("%s: reading it takes too long, as when Markdown is nested very deeply; it is left out", notes[i])}
				}
				results[i] = r
			}
		})
	}
	for _, i := range which {
		next <- i
	}
	close(next)
	workers.Wait()
}

// A result is what became of a notes file; the summit is nil when it could not be read.
type result struct {
	summit     *summit.Summit
	faults     []error
	shape      parse.Shape
	amongTalks bool // most files of its folder are one talk
}

// readFile reads one notes file, by way of an empty buffer, with the facts beside it. Facts that cannot
// be read cost nothing else; without a name there are none.
func readFile(disk Disk, f File, content *bytes.Buffer) result {
	file, unread := load(disk, f, content)
	if file.Source == nil {
		return result{faults: unread}
	}
	s, shape, faults := sessions.ReadShape(file)
	return result{s, append(capped(f.Name, faults), unread...), shape, f.amongTalks}
}

// load gets a notes file from disk, by way of an empty buffer, with the facts beside it. It has no source
// if the notes cannot be read.
func load(disk Disk, f File, content *bytes.Buffer) (file sessions.File, unread []error) {
	facts := f.facts
	file = sessions.File{Name: f.Name, FactsName: facts, AmongTalks: f.amongTalks}
	if err := disk.Read(f.Name, content); err != nil {
		return file, []error{fmt.Errorf("%s: %w", f.Name, err)}
	}
	file.Source = content.Bytes()
	if file.Source == nil {
		file.Source = []byte{}
	}
	if facts != "" {
		var content bytes.Buffer
		if err := disk.Read(facts, &content); err != nil {
			return file, []error{fmt.Errorf("%s: %w", facts, err)}
		}
		file.Facts = content.Bytes()
	}
	return file, nil
}

// Why returns why the lines of a file are what they are, in their order.
func (f File) Why(disk Disk) []sessions.Reason {
	file, _ := load(disk, f, &bytes.Buffer{})
	return sessions.Why(file)
}

// inTime gives a file up when reading it takes much longer than any notes would: there are texts on
// which a Markdown parser works for hours, and files that never end. It does not look at the clock but
// counts moments, of which few pass while the program is stopped or waits for its turn.
func inTime(read func() result) (r result, inTime bool) {
	done := make(chan result, 1)
	go func() { done <- read() }()
	moments := time.NewTicker(20 * time.Millisecond)
	defer moments.Stop()
	for range patience {
		select {
		case r := <-done:
			return r, true
		case <-moments.C:
		}
	}
	return result{}, false
}

const (
	patience   = 150 // moments; the largest file of notes takes a tenth, even on a slow machine
	maxGivenUp = 2   // files that are still being read while nobody waits for them
)
