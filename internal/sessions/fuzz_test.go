package sessions_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

var place = regexp.MustCompile(`^notes\.yaml:(\d+): .*(?:; it is|; this entry is|; its facts are|; the text after the first document is) ignored$`)

// FuzzFacts: for any data file, nothing panics; no session is lost; every fault is one line with a
// line number inside the file and its consequence; every session has a title, an id, speakers with
// names, a valid date, and http or https links.
func FuzzFacts(f *testing.F) {
	const heading = "Moving Harbours - Ada Quill, Harbour Works"
	for _, seed := range []string{
		"", "- 1\n", "sessions: [\n", "a: 1\n---\nb: c: d\n", "---\n---\na: 1\n", "a: &a [*a]\n", "\x00", "summit:\n  days: {1: 2031-05-06, one: 2}\n",
		"summit: {name: Tide Summit, place: Quay, playlist: https://example.com/list}\nvariables: {site.url: x}\nmissing_photos: [a.jpg]\n",
		"sessions:\n  - heading: " + heading + "\n    title: Moving\n    speakers: [{name: Ada, url: https://example.com/ada}]\n",
		"sessions:\n  - heading: " + heading + "\n    links: [{kind: video, url: https://example.com/v, label: recording}]\n",
		"sessions:\n  - heading: " + heading + "\n    links: [{kind: film, url: 'javascript:alert(1)'}]\n",
		"sessions:\n  - heading: " + heading + "\n  - heading: " + heading + "\n",
		"sessions:\n  - heading: Locks\n    titel: a\n  - heading: " + heading + "\n    title: b\n  - [\n", "sessions: [&a {heading: Locks}, *a]\n",
		"sessions:\n  - {heading: nobody said this}\n", "sessions:\n  - heading: {a: b}\n", "sessions:\n  - title: a\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, facts []byte) {
		notes := "# Harbour Days\n\n## " + heading + "\n\n* one\n\n## Locks\n\n* two ![](https://example.com/a.jpg)\n"
		s, faults := sessions.Read(sessions.File{Name: "notes.md", Source: []byte(notes), FactsName: "notes.yaml", Facts: facts})
		for _, fault := range faults {
			checkFault(t, fault, string(facts))
		}
		sessions.Number([]*summit.Summit{s}, nil)
		if len(s.Sessions) != 2 || s.Sessions[0].ID == s.Sessions[1].ID {
			t.Errorf("the sessions are %+v", s.Sessions)
		}
		for _, session := range s.Sessions {
			if session.Title == "" || session.ID == "" {
				t.Errorf("the session %+v has no title or no id", session)
			}
			if _, err := time.Parse(time.DateOnly, session.Date); session.Date != "" && err != nil {
				t.Errorf("the session %q has the date %q", session.Title, session.Date)
			}
			for _, who := range session.Speakers {
				if who.Name == "" {
					t.Errorf("the session %q has a speaker without a name", session.Title)
				}
			}
			for _, l := range session.Links {
				if l.URL == "" || summit.CheckAddress(l.URL) != nil {
					t.Errorf("the session %q has the link %q", session.Title, l.URL)
				}
			}
		}
	})
}

func checkFault(t *testing.T, err error, facts string) {
	t.Helper()
	m := place.FindStringSubmatch(err.Error())
	if m == nil || strings.Contains(err.Error(), "\n") {
		t.Fatalf("the fault %q has not the form file:line: what is wrong", err)
	}
	last := 1 + strings.Count(facts, "\n") + strings.Count(strings.ReplaceAll(facts, "\r\n", ""), "\r")
	if line, _ := strconv.Atoi(m[1]); line < 1 || line > last {
		t.Errorf("the fault %q names no line of the files", err)
	}
}
