package talks_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/talks"
)

func isTopic(id string) bool { return slices.Contains([]string{"ropes", "sails"}, id) }

func TestRead(t *testing.T) {
	const source = `talks:
  - title: Noeuds
    language: fr
    speakers: [{name: Ana Lopez, role: Skipper, organization: Initech, url: "https://people.example/ana"}]
    event: Boat Show
    year: 2018
    links:
      - {kind: schedule, url: "https://show.example/1"}
      - {kind: video, url: "https://videos.example/1", label: part one, inferred: true, evidence: the schedule}
    topics: [ropes, sails]
    evidence: the programme
  - title: Least
    language: en
    links: [{kind: reference, url: "https://least.example"}]
`
	got, faults := talks.Read("talks.yaml", []byte(source), isTopic)
	want := []summit.Talk{
		{
			Title: "Noeuds", Language: "fr", Event: "Boat Show", Year: 2018, Topics: []string{"ropes", "sails"},
			Speakers: []summit.Speaker{{Name: "Ana Lopez", Role: "Skipper", Organization: "Initech", URL: "https://people.example/ana"}},
			Links: []summit.Link{
				{Kind: summit.Video, URL: "https://videos.example/1", Label: "part one", Inferred: true}, {Kind: summit.Schedule, URL: "https://show.example/1"},
			},
		},
		{Title: "Least", Links: []summit.Link{{Kind: summit.Reference, URL: "https://least.example"}}},
	}
	if diff := cmp.Diff(want, got); diff != "" || faults != nil {
		t.Errorf("faults %v; talks (-want +got):\n%s", faults, diff)
	}
}

const least = "links: [{kind: video, url: 'https://a.example'}]"

func TestReadFaults(t *testing.T) {
	for _, c := range []struct {
		name, source string
		kept         int // talks
		want         string
	}{
		{"no title", "talks:\n  - " + least + "\n", 0, `t.yaml:2: a talk needs a title; this talk is ignored`},
		{"no link", "talks:\n  - title: A\n", 0, `t.yaml:2: a talk needs a link: links: [{kind: video, url: https://...}]; this talk is ignored`},
		{"an unknown topic", "talks:\n  - title: A\n    " + least + "\n    topics: [ropes, keels]\n", 1, `t.yaml:4: there is no topic "keels"; the talk is kept without it`},
		{"a year before all talks", "talks:\n  - title: A\n    year: 1999\n    " + least + "\n", 0, `t.yaml:3: "1999" is not a year from 2009 to 2099; this talk is ignored`},
		{"a year after all talks", "talks:\n  - title: A\n    year: 2100\n    " + least + "\n", 0, `t.yaml:3: "2100" is not a year from 2009 to 2099; this talk is ignored`},
		{"a year that is no number", "talks:\n  - title: A\n    year: last\n    " + least + "\n", 0, `t.yaml:3: "last" is not a year from 2009 to 2099; this talk is ignored`},
		{"a list for a year", "talks:\n  - title: A\n    year: [2018]\n    " + least + "\n", 0, `t.yaml:3: "" is not a year from 2009 to 2099; this talk is ignored`},
		{"an unknown year", "talks:\n  - title: A\n    year: 0\n    " + least + "\n", 1, ""},
		{"a language spelt out", "talks:\n  - title: A\n    language: French\n    " + least + "\n", 0, `t.yaml:3: "French" is not a language code; write it as fr or ja; this talk is ignored`},
		{"a language in capitals", "talks:\n  - title: A\n    language: FR\n    " + least + "\n", 0, `t.yaml:3: "FR" is not a language code; write it as fr or ja; this talk is ignored`},
		{"a language of one letter", "talks:\n  - title: A\n    language: f\n    " + least + "\n", 0, `t.yaml:3: "f" is not a language code; write it as fr or ja; this talk is ignored`},
		{"a language of four letters", "talks:\n  - title: A\n    language: fren\n    " + least + "\n", 0, `t.yaml:3: "fren" is not a language code; write it as fr or ja; this talk is ignored`},
		{"an address twice", "talks:\n  - title: A\n    " + least + "\n  - title: B\n    " + least + "\n  - title: C\n    links: [{kind: video, url: 'https://c.example'}]\n", 2, `t.yaml:5: https://a.example is in line 3 already; merge the two talks; this talk is ignored`},
		{"an unknown field", "talks:\n  - title: A\n    titel: B\n    " + least + "\n", 0, `t.yaml:3: there is no field "titel"; known are title, language, speakers, event, year, links, topics, evidence; this talk is ignored`},
		{"no YAML", "talks: [", 0, `t.yaml:1: this is not YAML: did not find expected node content; check whether a text in this line needs quotes, and its indent; its talks are ignored`},
		{"no talks", "", 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, faults := talks.Read("t.yaml", []byte(c.source), isTopic)
			if err := errors.Join(faults...); len(got) != c.kept || (err == nil) != (c.want == "") || err != nil && err.Error() != c.want {
				t.Errorf("%d talks, want %d; faults %v, want %s", len(got), c.kept, err, c.want)
			}
		})
	}
}

func TestReadVeryManyTalks(t *testing.T) {
	var source strings.Builder
	source.WriteString("talks:\n")
	for i := range talks.Max + 5 {
		fmt.Fprintf(&source, "- {title: T, links: [{kind: video, url: 'https://a.example/%d'}]}\n", i)
	}
	got, faults := talks.Read("t.yaml", []byte(source.String()), isTopic)
	const want = "t.yaml:10002: there are more than 10000 talks; split the file; the rest is ignored"
	if err := errors.Join(faults...); len(got) != talks.Max || err == nil || err.Error() != want {
		t.Errorf("%d talks, faults %v, want %s", len(got), err, want)
	}
}
