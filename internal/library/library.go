// Package library reads the notes that people point to, beside those that are bundled. Whatever is
// wrong with a file is a fault of that file alone: the others still answer.
package library

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/topics"
)

// A Disk is the file system as far as notes are concerned.
type Disk struct {
	// Find returns the Markdown and data files at a path, in the order in which they are to be
	// read, and what could not be looked at.
	Find func(path string) (files []string, faults []error)
	// Read adds the content of a file, which is of bounded size, to what was read before.
	Read func(file string, content *bytes.Buffer) error
}

// A Library is what was read.
type Library struct {
	Files   []File
	Added   []Added        // by files that say something of topics
	Topics  []summit.Topic // those given to Load, with what the files say of topics
	Faults  []error        // what is wrong; each names its file and, where there is one, the line
	Notices []error        // what is odd but no fault, likewise
}

// A File is a notes file that could be read.
type File struct {
	Name   string
	Summit *summit.Summit
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

// TopicsFile is the name of the files that add to the topics.
const TopicsFile = "topics.yaml"

// Load reads all notes at the paths, in the order of the paths and below each in that of Find. A
// data file beside a notes file holds its facts; a file topics.yaml adds to the topics.
func Load(disk Disk, paths []string, base []summit.Topic) Library {
	l := Library{Topics: base}
	var notes []string
	data := map[string]bool{}
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
			case isTopics(f):
				l.addTopics(disk, f)
			case isData(f):
				data[f] = true
			default:
				notes = append(notes, f)
			}
			seen[f] = true
		}
	}
	l.read(disk, notes, data)
	return l
}

func isData(file string) bool { return strings.EqualFold(filepath.Ext(file), ".yaml") }

func isTopics(file string) bool { return filepath.Base(file) == TopicsFile }

// checkFound says so where there is nothing to read at a path, or nothing that a data file is about.
func checkFound(path string, files []string) error {
	switch {
	case slices.ContainsFunc(files, func(f string) bool { return !isData(f) }):
		return nil
	case isData(path) && !isTopics(path) && slices.Contains(files, path):
		return fmt.Errorf("%s: %w beside it that it could be about; they need its name with .md or .markdown", path, ErrNoNotes)
	case slices.ContainsFunc(files, isTopics):
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
	l.Faults = append(l.Faults, x.Faults...)
	l.Notices = append(l.Notices, x.Notices...)
}

// read reads the notes files on all processors.
func (l *Library) read(disk Disk, notes []string, data map[string]bool) {
	results := make([]result, len(notes))
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			content := &bytes.Buffer{}
			for i := range next {
				results[i] = readFile(disk, notes[i], data, content)
				if content.Reset(); results[i].summit == nil {
					content = &bytes.Buffer{} // somebody may still be reading, see inTime
				}
			}
		})
	}
	for i := range notes {
		next <- i
	}
	close(next)
	workers.Wait()
	for i, r := range results {
		l.Faults = append(l.Faults, r.faults...)
		if r.summit == nil {
			continue
		}
		l.Files = append(l.Files, File{notes[i], r.summit})
		if len(r.summit.Sessions) == 0 {
			l.Notices = append(l.Notices, fmt.Errorf("%s: there is no session in it", notes[i]))
		}
	}
}

// A result is what became of a notes file; the summit is nil when it could not be read.
type result struct {
	summit *summit.Summit
	faults []error
}

// readFile reads one notes file, by way of an empty buffer, with the facts beside it. Facts that cannot
// be read cost nothing else.
func readFile(disk Disk, name string, data map[string]bool, content *bytes.Buffer) result {
	if err := disk.Read(name, content); err != nil {
		return result{nil, []error{fmt.Errorf("%s: %w", name, err)}}
	}
	file := sessions.File{Name: name, Source: content.Bytes(), FactsName: strings.TrimSuffix(name, filepath.Ext(name)) + ".yaml"}
	var faults []error
	if data[file.FactsName] {
		var facts bytes.Buffer
		if err := disk.Read(file.FactsName, &facts); err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", file.FactsName, err))
		} else {
			file.Facts = facts.Bytes()
		}
	}
	r := inTime(file)
	r.faults = append(r.faults, faults...)
	return r
}

// inTime gives a file up when reading it takes much longer than any notes would: there are texts
// on which a Markdown parser works for hours.
func inTime(file sessions.File) result {
	done := make(chan result, 1)
	go func() {
		s, faults := sessions.Read(file)
		done <- result{s, faults}
	}()
	select {
	case r := <-done:
		return r
	case <-time.After(patience + time.Duration(len(file.Source)+len(file.Facts))*patiencePerByte):
		return result{nil, []error{fmt.Errorf("%s: its Markdown is nested so deeply that reading it takes too long; it is left out", file.Name)}}
	}
}

// A file of notes is read in a fraction of this time, even on a slow machine.
const (
	patience        = time.Second
	patiencePerByte = time.Microsecond
)
