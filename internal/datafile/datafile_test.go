package datafile_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/datafile"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// fields has one field of each kind.
type fields struct {
	Address datafile.Address  `yaml:"address"`
	Link    datafile.Link     `yaml:"link"`
	Speaker datafile.Speaker  `yaml:"speaker"`
	Date    datafile.Date     `yaml:"date"`
	Month   datafile.Month    `yaml:"month"`
	Text    datafile.Optional `yaml:"text"`
}

// read decodes YAML without syntax errors; err has the faults and their lines.
func read(t *testing.T, source string) (f fields, err error) {
	t.Helper()
	file, faults := yamlfault.Parse([]byte(source), "it is ignored")
	if faults != nil {
		t.Fatalf("%q is not YAML: %v", source, faults)
	}
	return f, errors.Join(yamlfault.Errors("f", file.Decode(file.Root, &f))...)
}

func TestFields(t *testing.T) {
	got, err := read(t, `address: https://example.com
link: {kind: schedule, url: "https://example.com/1", label: programme, inferred: true, evidence: a poster}
speaker: {name: Ana, role: Skipper, organization: Initech, url: "https://example.com/ana"}
date: 2016-05-23
month: 2026-08
text: ""
`)
	if err != nil {
		t.Fatal(err)
	}
	link := summit.Link{Kind: summit.Schedule, URL: "https://example.com/1", Label: "programme", Inferred: true}
	if diff := cmp.Diff(link, got.Link.Link()); diff != "" {
		t.Errorf("link (-want +got):\n%s", diff)
	}
	speaker := summit.Speaker{Name: "Ana", Role: "Skipper", Organization: "Initech", URL: "https://example.com/ana"}
	if diff := cmp.Diff(speaker, got.Speaker.Speaker()); diff != "" {
		t.Errorf("speaker (-want +got):\n%s", diff)
	}
	if got.Address.Value != "https://example.com" || got.Date != "2016-05-23" || got.Month != "2026-08" || !got.Text.Given {
		t.Errorf("the fields are %+v", got)
	}
}

func TestFaults(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"nothing given", "text:\n", ""},
		{"an address that no browser should open", "address: javascript:alert(1)\n", `f:1: "javascript:alert(1)" is not an http or https address`},
		{"an address that is a list", "address: [a]\n", "f:1: found a list, expected text"},
		{"an unknown kind", "link: {kind: film, url: 'https://example.com'}\n", `f:1: "film" is not a kind of link; use one of ["video" "slides" "schedule" "profile" "reference"]`},
		{"a kind that is a list", "link: {kind: [video], url: 'https://example.com'}\n", "f:1: found a list, expected text"},
		{"an empty kind", "link: {kind: '', url: 'https://example.com'}\n", `f:1: a link needs its kind, one of ["video" "slides" "schedule" "profile" "reference"]`},
		{"no address", "link: {kind: video}\n", "f:1: a link needs its address"},
		{"an invalid address", "link:\n  kind: video\n  url: video\n", `f:3: "video" is not an http or https address`},
		{"a schedule with a query", "link:\n  kind: schedule\n  url: https://example.com/?a\n", `f:3: "https://example.com/?a" is a schedule's address with a query or a fragment; leave those off`},
		{"a schedule with a fragment", "link:\n  kind: schedule\n  url: https://example.com/#a\n", `f:3: "https://example.com/#a" is a schedule's address with a query or a fragment; leave those off`},
		{"a recording with a query", "link: {kind: video, url: 'https://example.com/?a#b'}\n", ""},
		{"no name", "speaker: {role: Skipper}\n", "f:1: a speaker needs a name"},
		{"a day that is in no calendar", "date: 2016-02-30\n", `f:1: "2016-02-30" is not a date; write it as 2016-05-23`},
		{"a date that is a list", "date: [2016-05-23]\n", "f:1: found a list, expected text"},
		{"a month with a day", "month: 2026-08-01\n", `f:1: "2026-08-01" is not a month; write it as 2026-08`},
		{"a text that is a block of fields", "text: {a: b}\n", "f:1: found a block of fields, expected text"},
	} {
		f, err := read(t, c.source)
		if got := message(err); got != c.want || f.Text.Given {
			t.Errorf("%s: %q, want %q; the fields are %+v", c.name, got, c.want, f)
		}
	}
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
