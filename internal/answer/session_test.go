package answer_test

import (
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

func TestSession(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a number", "4", "session : 4"},
		{"a number with a sign before it", "#4", "session : 4"},
		{"an id", "route-plans", "session : 2"},
		{"an id in capitals, with blanks around", " Route-Plans ", "session : 2"},
		{"the beginning of an id", "harb", "session : 3"},
		{"the beginning of an id, up to a hyphen", "lantern-", "session : 7"},
		{"an id that another begins with", "lanterns", "session : 6"},
		{"a title", "Sails of Old", "session : 1"},
		{"the beginning of several ids", "route", "unknown_session route-plans|routes-home"},
		{"a word of ids", "oil", "unknown_session lantern-oil"},
		{"an id misspelt", "sials-of-old", "unknown_session sails-of-old"},
		{"the beginning of an id misspelt", "sials", "unknown_session sails-of-old"},
		{"no such number", "8", "unknown_session"},
		{"nought", "0", "unknown_session"},
		{"less than nought", "-1", "unknown_session"},
		{"a number beyond all", "99999999999999999999", "unknown_session"},
		{"nothing", "", "unknown_session"},
		{"a sign", "-", "unknown_session"},
	} {
		if got := outcome(t, boats(), answer.Query{IsSession: true, Session: c.text}); got != c.want {
			t.Errorf("%s: --session %q gives %s, want %s", c.name, c.text, got, c.want)
		}
	}
}

// TestManyIDs has more ids with one word than are suggested.
func TestManyIDs(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Old knots"), talk(2, "Big knots"), talk(3, "New knots"), talk(4, "Wet knots")}, nil, nil)
	if got := outcome(t, ix, answer.Query{IsSession: true, Session: "knots"}); got != "unknown_session old-knots|big-knots|new-knots" {
		t.Errorf("--session knots gives %s, want three ids", got)
	}
}

func TestSessionIDPrefixOfAnother(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Knots again"), talk(2, "Knots")}, nil, nil)
	if got := outcome(t, ix, answer.Query{IsSession: true, Session: "knots"}); got != "session : 2" {
		t.Errorf("--session knots gives %s, want session 2", got)
	}
}

func TestBestLinkIsNoFile(t *testing.T) {
	file := summit.Link{Kind: summit.Slides, URL: "slides/a.pdf"}
	page := summit.Link{Kind: summit.Schedule, URL: "https://example.com/talk/a"}
	a := answer.Answer{Sessions: []answer.Session{{Session: &summit.Session{Links: []summit.Link{file, page}}}}}
	if got, ok := a.BestLink(); !ok || got != page {
		t.Errorf("the best link is %+v", got)
	}
	if got, ok := (&answer.Answer{Sessions: []answer.Session{{Session: &summit.Session{Links: []summit.Link{file}}}}}).BestLink(); ok {
		t.Errorf("the best link is the file %+v", got)
	}
}
