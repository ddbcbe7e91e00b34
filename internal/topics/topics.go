// Package topics reads the Cloud Foundry concepts that people ask for from their data file.
package topics

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

type file struct {
	Topics []entry `yaml:"topics"`
}

type entry struct {
	ID         yaml.Node `yaml:"id"` // a node, for its line
	Name       string    `yaml:"name"`
	Aliases    []string  `yaml:"aliases"`
	Terms      []string  `yaml:"terms"`
	Not        []string  `yaml:"not"`
	Definition string    `yaml:"definition"`
	Docs       []string  `yaml:"docs"`
	Since      struct {
		Text    string   `yaml:"text"`
		Sources []string `yaml:"sources"`
	} `yaml:"since"`
	Related []string `yaml:"related"`
}

// Read reads a topics file. The topics are in the order of the file. Every fault has the form
// `file:line: what is wrong`; a topic without a name or a term, a name that two topics claim, an
// address that is none and a related topic that there is not are faults.
func Read(name string, source []byte) ([]summit.Topic, error) {
	entries, err := decode(name, source)
	if err != nil {
		return nil, err
	}
	if i := slices.IndexFunc(entries, entry.isIncomplete); i >= 0 {
		return nil, fmt.Errorf("%s:%d: a topic needs an id, a name and terms", name, yamlfault.Item(source, "topics", i))
	}
	if err := check(name, entries); err != nil {
		return nil, err
	}
	out := make([]summit.Topic, len(entries))
	for i, e := range entries {
		out[i] = e.topic()
	}
	return out, nil
}

func decode(name string, source []byte) ([]entry, error) {
	var f file
	decoder := yaml.NewDecoder(bytes.NewReader(source))
	decoder.KnownFields(true)
	if err := decoder.Decode(&f); err != nil && !errors.Is(err, io.EOF) {
		line, what := yamlfault.Find(err)
		return nil, fmt.Errorf("%s:%d: %s", name, line, what)
	}
	if len(f.Topics) == 0 {
		return nil, fmt.Errorf("%s:1: there are no topics", name)
	}
	for i, e := range f.Topics {
		for _, address := range slices.Concat(e.Docs, e.Since.Sources) {
			if err := summit.CheckAddress(address); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, yamlfault.Item(source, "topics", i), err)
			}
		}
	}
	return f.Topics, nil
}

func (e entry) topic() summit.Topic {
	return summit.Topic{
		ID: e.ID.Value, Name: e.Name, Aliases: e.Aliases, Terms: e.Terms, Not: e.Not,
		Definition: strings.TrimSpace(e.Definition), Docs: e.Docs,
		Since:   summit.Since{Text: strings.TrimSpace(e.Since.Text), Sources: e.Since.Sources},
		Related: e.Related,
	}
}

func (e entry) isIncomplete() bool { return e.ID.Value == "" || e.Name == "" || len(e.Terms) == 0 }

func check(file string, entries []entry) error {
	claimed := map[string]int{}
	for i, e := range entries {
		for _, alias := range append([]string{e.ID.Value, e.Name}, e.Aliases...) {
			key := words.Key(alias)
			if key == "" {
				return fmt.Errorf("%s:%d: %q has no letter that one could type", file, e.ID.Line, alias)
			}
			if owner, ok := claimed[key]; ok && owner != i {
				return fmt.Errorf("%s:%d: %q is claimed by %s and by %s; leave it to one of them", file, e.ID.Line, alias, entries[owner].ID.Value, e.ID.Value)
			}
			claimed[key] = i
		}
	}
	for _, e := range entries {
		for _, id := range e.Related {
			if !slices.ContainsFunc(entries, func(other entry) bool { return other.ID.Value == id }) {
				return fmt.Errorf("%s:%d: %s is related to %q, which is no topic", file, e.ID.Line, e.ID.Value, id)
			}
		}
	}
	return nil
}
