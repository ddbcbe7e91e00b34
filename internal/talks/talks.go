// Package talks reads the data file of talks.
package talks

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/datafile"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// Max is the greatest number of talks in one file.
const Max = 10_000

type file struct {
	Talks []yaml.Node `yaml:"talks"` // each is of type entry
}

type entry struct {
	Title    yamlfault.Text     `yaml:"title"`
	Language language           `yaml:"language"`
	Speakers []datafile.Speaker `yaml:"speakers"`
	Event    string             `yaml:"event"`
	Year     year               `yaml:"year"`
	Links    []datafile.Link    `yaml:"links"`
	Topics   []yamlfault.Text   `yaml:"topics"`
	Evidence string             `yaml:"evidence"`
}

// incomplete reports a missing title and missing links.
func (e *entry) incomplete(line int) (faults []yamlfault.Fault) {
	if e.Title.Line == 0 {
		faults = append(faults, yamlfault.Fault{Line: line, What: "a talk needs a title"})
	}
	if len(e.Links) == 0 {
		faults = append(faults, yamlfault.Fault{Line: line, What: "a talk needs a link: links: [{kind: video, url: https://...}]"})
	}
	return faults
}

type year int

// UnmarshalYAML rejects years that no talk can have. 0 is an unknown year.
func (y *year) UnmarshalYAML(n *yaml.Node) error {
	number, err := strconv.Atoi(n.Value)
	if err != nil || number != 0 && (number < summit.FirstYear || number > summit.LastYear) {
		return fmt.Errorf("%q is not a year from %d to %d", n.Value, summit.FirstYear, summit.LastYear)
	}
	*y = year(number)
	return nil
}

type language string

const letters = "abcdefghijklmnopqrstuvwxyz"

// UnmarshalYAML rejects texts that are not an ISO 639 code. English becomes empty.
func (l *language) UnmarshalYAML(n *yaml.Node) error {
	if len(n.Value) < 2 || len(n.Value) > 3 || strings.Trim(n.Value, letters) != "" {
		return fmt.Errorf("%q is not a language code; write it as fr or ja", n.Value)
	}
	if n.Value != "en" {
		*l = language(n.Value)
	}
	return nil
}

// Read reads a talks file. The talks are in the order of the file, the faults in that of its lines,
// each in the form `file:line: message`. A talk with a fault is ignored, but an unknown topic
// is only removed from its talk. isTopic reports whether a topic with an id exists.
func Read(name string, source []byte, isTopic func(id string) bool) (talks []summit.Talk, faults []error) {
	yml, found := yamlfault.Parse(source, "its talks are ignored")
	var f file
	found = append(found, yamlfault.Costing("it is ignored", yml.Decode(yml.Root, &f)...)...)
	if len(f.Talks) > Max {
		found = append(found, yamlfault.Fault{
			Line: f.Talks[Max].Line, What: fmt.Sprintf("there are more than %d talks; split the file; the rest is ignored", Max),
		})
		f.Talks = f.Talks[:Max]
	}
	r := reader{yml: yml, isTopic: isTopic, lines: map[string]int{}}
	for i := range f.Talks {
		r.read(&f.Talks[i])
	}
	return r.talks, yamlfault.Errors(name, append(found, r.faults...))
}

type reader struct {
	yml     yamlfault.File
	isTopic func(id string) bool
	lines   map[string]int // line of each link, by address
	talks   []summit.Talk
	faults  []yamlfault.Fault
}

func (r *reader) read(n *yaml.Node) {
	var e entry
	faults := r.yml.Decode(n, &e)
	if faults == nil {
		faults = append(e.incomplete(n.Line), r.repeated(e)...)
	}
	if faults != nil {
		r.faults = append(r.faults, yamlfault.Costing("this talk is ignored", faults...)...)
		return
	}
	t := summit.Talk{Title: strings.TrimSpace(e.Title.Value), Language: string(e.Language), Event: e.Event, Year: int(e.Year)}
	for _, s := range e.Speakers {
		t.Speakers = append(t.Speakers, s.Speaker())
	}
	for _, l := range e.Links {
		r.lines[l.URL.Value] = l.URL.Line
		t.Links = append(t.Links, l.Link())
	}
	t.Links = summit.BestFirst(t.Links)
	for _, topic := range e.Topics {
		if r.isTopic(topic.Value) {
			t.Topics = append(t.Topics, topic.Value)
		} else {
			r.faults = append(r.faults, yamlfault.Fault{Line: topic.Line, What: fmt.Sprintf("there is no topic %q; the talk is kept without it", topic.Value)})
		}
	}
	r.talks = append(r.talks, t)
}

// repeated reports links of a talk that an earlier talk has.
func (r *reader) repeated(e entry) (faults []yamlfault.Fault) {
	for _, l := range e.Links {
		if line, twice := r.lines[l.URL.Value]; twice {
			faults = append(faults, yamlfault.Fault{Line: l.URL.Line, What: fmt.Sprintf("%s is in line %d already; merge the two talks", l.URL.Value, line)})
		}
	}
	return faults
}
