package index_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// note is a note with nested notes.
func note(text string, nested ...summit.Note) summit.Note {
	return summit.Note{Text: text, Notes: nested}
}

// notes are notes without nested notes.
func notes(texts ...string) []summit.Note {
	out := make([]summit.Note, len(texts))
	for i, text := range texts {
		out[i] = note(text)
	}
	return out
}

// session is a session with this number.
func session(number int, title string, all ...summit.Note) *summit.Session {
	return &summit.Session{Number: number, Title: title, Heading: title, Notes: all}
}

// marked are the texts with a match, and the matches in brackets.
func marked(s *summit.Session, m index.Marks) []string {
	var out []string
	if len(m.Title) > 0 {
		out = append(out, brackets(s.Title, m.Title))
	}
	position := 0
	var walk func(all []summit.Note)
	walk = func(all []summit.Note) {
		for _, n := range all {
			if len(m.Notes[position]) > 0 {
				out = append(out, brackets(n.Text, m.Notes[position]))
			}
			position++
			walk(n.Notes)
		}
	}
	walk(s.Notes)
	return out
}

func brackets(text string, spans []index.Span) string {
	for _, s := range slices.Backward(spans) {
		text = text[:s.Start] + "[" + text[s.Start:s.End] + "]" + text[s.End:]
	}
	return text
}

func TestMention(t *testing.T) {
	topics := []summit.Topic{
		{ID: "autoscaling", Terms: []string{"autoscaling"}},
		{ID: "route-services", Terms: []string{"route service"}},
		{ID: "routing", Terms: []string{"route", "routing"}, Not: []string{"route service"}},
		{ID: "bosh", Terms: []string{"bosh", "cloud config"}, Not: []string{"spring cloud config"}},
		{ID: "docker", Terms: []string{"docker"}},
		{ID: "diego", Terms: []string{"diego"}, Not: []string{"san diego"}},
		{ID: "services", Terms: []string{"service broker"}},
		{ID: "ci-cd", Terms: []string{"ci/cd", "ci"}},
		{ID: "secrets", Terms: []string{"vault"}},
		{ID: "culture", Terms: []string{"pair", "r"}},
		{ID: "updates", Terms: []string{"rolling update"}, Not: []string{"update policy"}},
	}
	speakers := []summit.Speaker{
		{Name: "Diego Lapiduz", Organization: "Vault Works"},
		{Name: "Ana Lopez", Organization: "Docker"},
		{Name: "Route Chen", Organization: "云 Diego"},
		{Name: "Bo Hall"},
	}
	for _, c := range []struct {
		name, text string
		want       []string // `topic: text`, with the matches in brackets
	}{
		{"a word", "about Diego", []string{"diego: about [Diego]"}},
		{"no part of a word", "reroute Boshed diegos-not-diegoes", []string{"diego: reroute Boshed [diegos]-not-diegoes"}},
		{"written apart", "Auto Scaling", []string{"autoscaling: [Auto Scaling]"}},
		{"written apart, with two blanks", "auto  scaling", []string{"autoscaling: [auto  scaling]"}},
		{"with a hyphen", "auto-scaling", []string{"autoscaling: [auto-scaling]"}},
		{"over a sign that parts", "auto. Scaling, auto: scaling", nil},
		{"written together", "a routeservice", []string{"route-services: a [routeservice]"}},
		{"plurals", "Routes and vaults", []string{"routing: [Routes] and vaults", "secrets: Routes and [vaults]"}},
		{"possessive", "bosh's way", []string{"bosh: [bosh's] way"}},
		{"accents", "the bösh way", []string{"bosh: the [bösh] way"}},
		{"beside signs", `"bosh recreate", (BOSH).`, []string{`bosh: "[bosh] recreate", ([BOSH]).`}},
		{"a longer term with a shorter one inside", "ci/cd", []string{"ci-cd: [ci/cd]"}},
		{"twice", "bosh on bosh", []string{"bosh: [bosh] on [bosh]"}},
		{"a wording that is none", "Spring cloud config", nil},
		{"a wording that is none beside one that is", "spring cloud config, cloud configs", []string{"bosh: spring cloud config, [cloud configs]"}},
		{"a wording that is none, in other spelling", "San-Diego", nil},
		{"a wording that is none for one topic only", "route services, routes", []string{"route-services: [route services], routes", "routing: route services, [routes]"}},
		{"a wording that is none and begins within one that is", "rolling update policy", []string{"updates: [rolling update] policy"}},
		{"a term of one letter", "R is a language", nil},
		{"a person", "Diego Lapiduz spoke", nil},
		{"a mention before a person", "Diego for Diego Lapiduz", []string{"diego: [Diego] for Diego Lapiduz"}},
		{"a person beside a mention", "Diego Lapiduz on Diego", []string{"diego: Diego Lapiduz on [Diego]"}},
		{"a person's name that goes on", "Diego Lapiduzzi", []string{"diego: [Diego] Lapiduzzi"}},
		{"a person's name in lower case", "diego lapiduz", []string{"diego: [diego] lapiduz"}},
		{"a person's first name is a word", "Route Chen takes a route", []string{"routing: Route Chen takes a [route]"}},
		{"an organisation", "Vault Works has a vault", []string{"secrets: Vault Works has a [vault]"}},
		{"an organisation that is a term", "Docker", []string{"docker: [Docker]"}},
		{"an organisation in other letters", "云 Diego", nil},
		{"an address", "https://bosh.io/docs/diego (bosh)", []string{"bosh: https://bosh.io/docs/diego ([bosh])"}},
		{"an address in parentheses", "(see http://diego.example/bosh)", nil},
		{"an address without a scheme", "bosh.io", []string{"bosh: [bosh].io"}},
		{"words of two notes", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := session(1, "", notes(c.text, "auto", "scaling")...)
			s.Speakers = speakers
			ix := index.New([]*summit.Session{s}, topics, nil)
			var got []string
			for _, topic := range topics {
				for _, b := range ix.Bearings(topic.ID) {
					got = append(got, topic.ID+": "+strings.Join(marked(s, b.Marks), " | "))
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("mentions in %q (-want +got):\n%s", c.text, diff)
			}
			if bears := ix.TopicsOf(s); len(bears) != len(c.want) {
				t.Errorf("%q mentions the topics %q if all are looked for at once, want %d", c.text, bears, len(c.want))
			}
		})
	}
}

var ropes = []summit.Topic{{ID: "ropes", Terms: []string{"rope"}}, {ID: "knots", Terms: []string{"knot"}}}

func TestAbout(t *testing.T) {
	for _, c := range []struct {
		name    string
		session *summit.Session
		want    string
	}{
		{"the title says so", session(1, "Ropes", notes("a", "b", "c")...), "about 3 of 3"},
		{"the title says so, and there are no notes", session(1, "Ropes"), "about 0 of 0"},
		{"the title says so, and some notes", session(1, "A rope", notes("rope", "b")...), "about 2 of 2"},
		{"a quarter of the notes", session(1, "x", notes("rope", "ropes", "c", "d", "e", "f", "g", "h")...), "about 2 of 8"},
		{"less than a quarter", session(1, "x", notes("rope", "ropes", "c", "d", "e", "f", "g", "h", "i")...), "mentions 2 of 9"},
		{"one note, however few there are", session(1, "x", notes("rope")...), "mentions 1 of 1"},
		{"nested notes bear on it too", session(1, "x", note("ropes", notes("b")...), note("c")), "about 2 of 3"},
		{"notes nested deeply too", session(1, "x", note("ropes", note("b", note("c"))), note("d")), "about 3 of 4"},
		{"a note above does not", session(1, "x", note("a", notes("rope")...), note("c")), "mentions 1 of 3"},
		{"a nested note counts once", session(1, "x", note("rope", notes("rope rope")...), note("c")), "about 2 of 3"},
		{"no mention", session(1, "x", notes("hemp")...), "no bearing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := "no bearing"
			for _, b := range index.New([]*summit.Session{c.session}, ropes, nil).Bearings("ropes") {
				total := summit.Count(c.session.Notes)
				got = fmt.Sprintf("mentions %d of %d", b.Notes, total)
				if b.About {
					got = fmt.Sprintf("about %d of %d", b.Notes, total)
				}
				if want := float64(b.Notes) / float64(max(1, total)); len(b.Marks.Title) == 0 && b.Share != want {
					t.Errorf("Share = %v, want %v", b.Share, want)
				}
			}
			if got != c.want {
				t.Errorf("the session is %s, want %s", got, c.want)
			}
		})
	}
}

func TestBearingsOrder(t *testing.T) {
	sessions := []*summit.Session{
		session(0, "x", notes("rope")...),
		session(1, "x", notes("rope", "b", "c", "d", "e")...),
		session(2, "x", notes("rope", "rope", "c", "d")...),
		session(3, "x", notes("a", "rope", "c", "d", "e")...),
		session(4, "x", notes("rope", "rope", "rope", "d")...),
		session(5, "Ropes", notes("a")...),
		session(6, "x", notes("a")...),
		session(7, "Rope", notes("a", "b")...),
		session(8, "x", notes("rope", "rope", "c", "d")...),
		session(9, "x", notes("rope", "rope", "rope", "rope", "e", "f", "g", "h")...),
		session(10, "x", notes("rope")...),
	}
	var got []int
	for _, b := range index.New(sessions, ropes, nil).Bearings("ropes") {
		got = append(got, b.Session.Number)
	}
	if diff := cmp.Diff([]int{7, 5, 4, 9, 2, 8, 0, 1, 3, 10}, got); diff != "" {
		t.Errorf("Bearings (-want +got):\n%s", diff)
	}
	half := session(11, "x", notes("rope", "rope", "c", "d")...)
	if got := index.New([]*summit.Session{half, sessions[0]}, ropes, nil).Bearings("ropes"); got[0].Session != half {
		t.Errorf("Bearings has the session %d first, which only mentions the topic, in all of its notes", got[0].Session.Number)
	}
	if got := index.New(sessions, ropes, nil).Bearings("hemp"); got != nil {
		t.Errorf("Bearings of no topic = %v, want none", got)
	}
}

func TestMarksOfNestedNotes(t *testing.T) {
	s := session(1, "The rope", note("a", note("rope 1", note("b")), note("rope 2")), note("rope 3"))
	b := index.New([]*summit.Session{s}, ropes, nil).Bearings("ropes")[0]
	want := []string{"The [rope]", "[rope] 1", "[rope] 2", "[rope] 3"}
	if diff := cmp.Diff(want, marked(s, b.Marks)); diff != "" {
		t.Errorf("marks (-want +got):\n%s", diff)
	}
}

// TestLongNote has a note of very many words that could all be part of one term. Reading from each
// word to the end would take minutes.
func TestLongNote(t *testing.T) {
	s := session(1, "x", notes(strings.Repeat("rope ", 200_000))...)
	if got := len(index.New([]*summit.Session{s}, ropes, nil).Bearings("ropes")[0].Marks.Notes[0]); got != 200_000 {
		t.Errorf("the note has %d mentions, want 200000", got)
	}
}

func TestTopicsOf(t *testing.T) {
	both := session(1, "Knots", notes("a rope", "b")...)
	none := session(2, "Tides", notes("a")...)
	ix := index.New([]*summit.Session{both, none}, ropes, nil)
	if diff := cmp.Diff([]string{"knots", "ropes"}, ix.TopicsOf(both)); diff != "" {
		t.Errorf("TopicsOf a session about one and mentioning another (-want +got):\n%s", diff)
	}
	if got := ix.TopicsOf(none); got == nil || len(got) != 0 {
		t.Errorf("TopicsOf a session without any = %#v, want an empty list", got)
	}
}

func TestTermOfTwoTopics(t *testing.T) {
	both := session(1, "Mooringline", notes("a")...)
	ix := index.New([]*summit.Session{both}, []summit.Topic{
		{ID: "ropes", Terms: []string{"mooring line", "rope"}},
		{ID: "lines", Terms: []string{"Mooring-Lines"}, Aliases: []string{"rope"}},
	}, nil)
	if diff := cmp.Diff([]string{"ropes", "lines"}, ix.TopicsOf(both)); diff != "" {
		t.Errorf("TopicsOf (-want +got):\n%s", diff)
	}
}
