// Package topics reads the data file of topics.
package topics

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/datafile"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// Max is the greatest number of topics in one file.
const Max = 1_000

type file struct {
	Since  int         `yaml:"since"`  // year of the summit; the since of a topic tells what has changed after it
	Topics []yaml.Node `yaml:"topics"` // each is of type entry
}

type entry struct {
	ID         alias              `yaml:"id"`
	Name       alias              `yaml:"name"`
	Aliases    []alias            `yaml:"aliases"`
	Terms      []string           `yaml:"terms"`
	Not        []string           `yaml:"not"`
	Definition string             `yaml:"definition"`
	Docs       []datafile.Address `yaml:"docs"`
	Since      struct {
		Text    string             `yaml:"text"`
		Checked datafile.Month     `yaml:"checked"`
		Sources []datafile.Address `yaml:"sources"`
	} `yaml:"since"`
	Related []alias `yaml:"related"`

	line  int
	since int // year
}

// Check rejects an entry without an id.
func (e *entry) Check(line int) []yamlfault.Fault {
	e.line = line
	if e.ID.Line == 0 {
		return []yamlfault.Fault{{Line: line, What: "a topic needs an id"}}
	}
	return nil
}

type alias struct{ yamlfault.Text }

// UnmarshalYAML rejects names without a letter or digit.
func (a *alias) UnmarshalYAML(n *yaml.Node) error {
	if err := a.Text.UnmarshalYAML(n); err != nil || words.Key(a.Value) != "" {
		return err
	}
	return fmt.Errorf("%q has no letter to type", a.Value)
}

// Read reads a topics file. The topics are in the order of the file. Any fault is an error of the
// form `file:line: message`: among others a topic without a name or a term, a name of two
// topics, an invalid address, an unknown related topic.
func Read(name string, source []byte) ([]summit.Topic, error) {
	entries, faults := decode(source)
	if faults == nil {
		faults = check(entries)
	}
	if faults != nil {
		return nil, errors.Join(yamlfault.Errors(name, faults)...)
	}
	out := make([]summit.Topic, len(entries))
	for i, e := range entries {
		out[i] = e.topic()
	}
	return out, nil
}

// decode returns the valid entries; their ids are unique.
func decode(source []byte) (entries []entry, faults []yamlfault.Fault) {
	yml, faults := yamlfault.Parse(source, "its topics are ignored")
	var f file
	faults = append(faults, yamlfault.Costing("it is ignored", yml.Decode(yml.Root, &f)...)...)
	if len(f.Topics) == 0 && faults == nil {
		return nil, []yamlfault.Fault{{Line: 1, What: "there are no topics"}}
	}
	if len(f.Topics) > Max {
		faults = append(faults, yamlfault.Fault{
			Line: f.Topics[Max].Line, What: fmt.Sprintf("there are more than %d topics; remove some; the rest is ignored", Max),
		})
		f.Topics = f.Topics[:Max]
	}
	lines := map[string]int{}
	for i := range f.Topics {
		var e entry
		unfit := yml.Decode(&f.Topics[i], &e)
		if line, twice := lines[e.ID.Value]; twice {
			unfit = append(unfit, yamlfault.Fault{Line: f.Topics[i].Line, What: fmt.Sprintf("the topic %s is already in line %d; merge the two", e.ID.Value, line)})
		}
		if unfit != nil {
			faults = append(faults, ignored(unfit...)...)
			continue
		}
		lines[e.ID.Value] = f.Topics[i].Line
		e.since = f.Since
		entries = append(entries, e)
	}
	return entries, faults
}

func ignored(faults ...yamlfault.Fault) []yamlfault.Fault {
	return yamlfault.Costing("this topic is ignored", faults...)
}

func (e entry) topic() summit.Topic {
	return summit.Topic{
		ID: e.ID.Value, Name: e.Name.Value, Aliases: values(e.Aliases, alias.text), Terms: e.Terms, Not: e.Not,
		Definition: strings.TrimSpace(e.Definition), Docs: values(e.Docs, addressText),
		Since:   summit.Since{Year: e.since, Text: strings.TrimSpace(e.Since.Text), Checked: string(e.Since.Checked), Sources: values(e.Since.Sources, addressText)},
		Related: values(e.Related, alias.text),
	}
}

func (a alias) text() string { return a.Value }

func addressText(a datafile.Address) string { return a.Value }

func values[T any](all []T, text func(T) string) []string {
	var out []string
	for _, v := range all {
		out = append(out, text(v))
	}
	return out
}

func (e entry) isIncomplete() bool { return e.Name.Line == 0 || len(e.Terms) == 0 }

func check(entries []entry) (faults []yamlfault.Fault) {
	fault := func(line int, format string, args ...any) {
		faults = append(faults, yamlfault.Fault{Line: line, What: fmt.Sprintf(format, args...)})
	}
	claimed, ids := map[string]int{}, map[string]bool{}
	for _, e := range entries {
		ids[e.ID.Value] = true
	}
	for i, e := range entries {
		if e.isIncomplete() {
			fault(e.line, "a topic needs a name and terms")
		}
		for _, alias := range append([]alias{e.ID, e.Name}, e.Aliases...) {
			key := words.Key(alias.Value)
			if owner, ok := claimed[key]; ok && owner != i {
				fault(alias.Line, "%q is claimed by %s and by %s; leave it to one of them", alias.Value, entries[owner].ID.Value, e.ID.Value)
			}
			claimed[key] = i
		}
		for _, r := range e.Related {
			if !ids[r.Value] {
				fault(r.Line, "%s is related to %q, which is not a topic", e.ID.Value, r.Value)
			}
		}
	}
	return faults
}
