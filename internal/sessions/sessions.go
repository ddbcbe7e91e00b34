// Package sessions reads notes and the facts beside them into one numbered list of sessions.
package sessions

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/parse"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// Load reads every notes file (*.md) of a folder in the order of their names; a data file of the
// same name that ends in .yaml holds facts that win over the notes. The sessions are numbered
// over all summits and have their ids. Every fault names its file and, where there is one, its line.
func Load(folder fs.FS) ([]*summit.Summit, error) {
	files, err := fs.Glob(folder, "*.md")
	if err != nil {
		return nil, err
	}
	var summits []*summit.Summit
	for _, file := range files {
		s, err := load(folder, file)
		if err != nil {
			return nil, err
		}
		summits = append(summits, s)
	}
	number(summits)
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

func load(folder fs.FS, file string) (*summit.Summit, error) {
	source, err := fs.ReadFile(folder, file)
	if err != nil {
		return nil, err
	}
	factsFile := strings.TrimSuffix(file, path.Ext(file)) + ".yaml"
	data, err := fs.ReadFile(folder, factsFile)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	facts, err := readFacts(factsFile, data)
	if err != nil {
		return nil, err
	}
	s, err := parse.Notes(file, source, facts.Variables)
	if err != nil {
		return nil, err
	}
	if err := facts.apply(factsFile, s); err != nil {
		return nil, err
	}
	for _, session := range s.Sessions {
		session.Summit = s.Name
		session.Links = bestFirst(session.Links)
	}
	return s, nil
}

// bestFirst orders links by kind and leaves each address once.
func bestFirst(links []summit.Link) []summit.Link {
	var out []summit.Link
	for _, kind := range summit.Kinds {
		for _, l := range links {
			if l.Kind == kind && !slices.ContainsFunc(out, func(o summit.Link) bool { return o.URL == l.URL }) {
				out = append(out, l)
			}
		}
	}
	return out
}

// number gives the sessions their numbers and ids.
func number(summits []*summit.Summit) {
	taken := map[string]bool{}
	for i, s := range All(summits) {
		s.Number = i + 1
		slug := slug(s.Title)
		s.ID = slug
		for n := 2; taken[s.ID]; n++ {
			s.ID = slug + "-" + strconv.Itoa(n)
		}
		taken[s.ID] = true
	}
}

// slug is the title's words, folded and joined by hyphens.
func slug(title string) string {
	var parts []string
	for _, w := range words.Split(title) {
		parts = append(parts, w.Fold)
	}
	if len(parts) == 0 {
		return "session"
	}
	return strings.Join(parts, "-")
}
