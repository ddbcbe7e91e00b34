// Package library reads the notes that people point to, beside those that are bundled. Whatever is
// wrong with a file is a fault of that file alone: the others still answer.
package library

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
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
	// Read returns the content of a file, which is of bounded size.
	Read func(file string) ([]byte, error)
}

// A Library is what was read.
type Library struct {
	Files   []File
	Topics  []summit.Topic // those given to Load, with what the files say of topics
	Faults  []error        // what could not be read; each names its file and, where there is one, the line
	Notices []error        // what is odd but no fault, likewise
}

// A File is a notes file that could be read.
type File struct {
	Name   string
	Summit *summit.Summit
}

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
		for _, f := range files {
			switch {
			case seen[f]:
			case filepath.Base(f) == TopicsFile:
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

func (l *Library) addTopics(disk Disk, file string) {
	source, err := disk.Read(file)
	if err != nil {
		l.Faults = append(l.Faults, fmt.Errorf("%s: %w", file, err))
		return
	}
	extended, notices, err := topics.Extend(l.Topics, file, source)
	if err != nil {
		l.Faults = append(l.Faults, err)
		return
	}
	l.Topics = extended
	l.Notices = append(l.Notices, notices...)
}

// read reads the notes files on all processors.
func (l *Library) read(disk Disk, notes []string, data map[string]bool) {
	type result struct {
		summit *summit.Summit
		err    error
	}
	results := make([]result, len(notes))
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				s, err := readFile(disk, notes[i], data)
				results[i] = result{s, err}
			}
		})
	}
	for i := range notes {
		next <- i
	}
	close(next)
	workers.Wait()
	for i, r := range results {
		if r.err != nil {
			l.Faults = append(l.Faults, r.err)
		}
		if r.summit == nil {
			continue
		}
		l.Files = append(l.Files, File{notes[i], r.summit})
		if len(r.summit.Sessions) == 0 {
			l.Notices = append(l.Notices, fmt.Errorf("%s: there is no session in it", notes[i]))
		}
	}
}

// readFile reads one notes file. Where something is wrong with its facts there are both a fault and
// a summit, that of the notes alone.
func readFile(disk Disk, name string, data map[string]bool) (*summit.Summit, error) {
	source, err := disk.Read(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	file := sessions.File{Name: name, Source: source}
	facts := strings.TrimSuffix(name, filepath.Ext(name)) + ".yaml"
	if !data[facts] {
		return inTime(file)
	}
	withFacts := file
	withFacts.FactsName = facts
	if withFacts.Facts, err = disk.Read(facts); err != nil {
		err = fmt.Errorf("%s: %w", facts, err)
	} else {
		var s *summit.Summit
		if s, err = inTime(withFacts); err == nil || errors.Is(err, errTooSlow) {
			return s, err
		}
	}
	if s, notesFault := inTime(file); notesFault == nil {
		return s, err
	}
	return nil, err
}

// inTime gives a file up when reading it takes much longer than any notes would: there are texts
// on which a Markdown parser works for hours.
func inTime(file sessions.File) (*summit.Summit, error) {
	type result struct {
		summit *summit.Summit
		err    error
	}
	done := make(chan result, 1)
	go func() {
		s, err := sessions.Read(file)
		done <- result{s, err}
	}()
	select {
	case r := <-done:
		return r.summit, r.err
	case <-time.After(patience + time.Duration(len(file.Source))*patiencePerByte):
		return nil, fmt.Errorf("%s: %w", file.Name, errTooSlow)
	}
}

var errTooSlow = errors.New("its Markdown is nested so deeply that reading it takes too long; it is left out")

// A file of notes is read in a fraction of this time, even on a slow machine.
const (
	patience        = time.Second
	patiencePerByte = time.Microsecond
)
