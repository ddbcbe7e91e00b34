// Package sessions reads notes, and the data files beside them, into one numbered list of sessions.
package sessions

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/parse"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// A File is a notes file with the data file beside it.
type File struct {
	Name      string // for messages
	Source    []byte
	FactsName string // for messages
	Facts     []byte // empty if there are none

	Neighbours parse.Neighbours
}

// Load reads every notes file (*.md) of a folder in the order of the names, each with its data
// file, which has the same name and ends in .yaml. The sessions are numbered. Any fault of a file
// is an error with its name and line.
func Load(folder fs.FS) ([]*summit.Summit, error) {
	names, err := fs.Glob(folder, "*.md")
	if err != nil {
		return nil, err
	}
	var summits []*summit.Summit
	for _, name := range names {
		f := File{Name: name, FactsName: strings.TrimSuffix(name, path.Ext(name)) + ".yaml"}
		if f.Source, err = fs.ReadFile(folder, name); err != nil {
			return nil, err
		}
		if f.Facts, err = fs.ReadFile(folder, f.FactsName); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		s, faults := Read(f)
		if faults != nil {
			return nil, errors.Join(faults...)
		}
		summits = append(summits, s)
	}
	Number(summits, nil)
	return summits, nil
}

// All returns the sessions of the summits, in their order.
func All(summits []*summit.Summit) []*summit.Session {
	var all []*summit.Session
	for _, s := range summits {
		all = append(all, s.Sessions...)
	}
	return all
}

// Read reads one notes file. Its sessions have no numbers, and their ids are not unique. Invalid
// parts of the notes and the facts are ignored and reported with file and line. The summit is nil
// if the notes are not text.
func Read(f File) (s *summit.Summit, faults []error) {
	s, _, faults = ReadShape(f)
	return s, faults
}

// ReadShape is Read, and tells whether the file looks like the notes of one talk.
func ReadShape(f File) (s *summit.Summit, shape parse.Shape, faults []error) {
	facts := readFacts(f.Facts)
	r := parse.Read(f.notes(facts))
	if s = r.Summit; s != nil {
		facts.apply(s)
		for _, session := range s.Sessions {
			session.Summit = s.Name
			session.ID = slug(session.Title)
			session.Links = summit.BestFirst(session.Links)
		}
	}
	return s, r.Shape, append(r.Faults, yamlfault.Errors(f.FactsName, facts.faults)...)
}

// notes is the notes file as package parse reads it.
func (f File) notes(facts *facts) parse.File {
	return parse.File{Name: f.Name, Source: f.Source, Variables: facts.Variables, Neighbours: f.Neighbours}
}

// A Reason explains the role of a line of the notes.
type Reason = parse.Reason

// Why returns the role of each line of a notes file, with its rule.
func Why(f File) []Reason {
	return parse.Why(f.notes(readFacts(f.Facts)))
}

// Number numbers the sessions of the summits and makes their ids unique. The numbers continue those
// of the sessions that are numbered already.
func Number(summits []*summit.Summit, numbered []*summit.Session) {
	taken := map[string]bool{}
	for _, s := range numbered {
		taken[s.ID] = true
	}
	again := map[string]int{} // how many sessions have an id so far
	for i, s := range All(summits) {
		s.Number = len(numbered) + i + 1
		slug := s.ID
		if taken[slug] {
			again[slug] = max(again[slug], 1)
		}
		for s.ID = slug; taken[s.ID]; s.ID = slug + "-" + strconv.Itoa(again[slug]) {
			again[slug]++
		}
		taken[s.ID] = true
	}
}

// slug is the words of the title, folded and joined by hyphens.
func slug(title string) string {
	title = strings.ToLower(title) // faster than each word by itself
	var out strings.Builder
	out.Grow(len(title))
	for w, found := words.First(title); found; w, found = w.Next(title) {
		if out.Len() > 0 {
			out.WriteByte('-')
		}
		out.WriteString(w.Fold)
	}
	return cmp.Or(out.String(), "session")
}
