package answer_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

func TestSuggest(t *testing.T) {
	ix := bundled(t)
	for _, c := range []struct{ text, want string }{
		{"deigo", "diego"},
		{"secuirty", "security"},
		{"autoscalling", "autoscaling"},
		{"Eberhart", "Carlos Eberhardt"},
		{"servies", "services"},
		{"lapduz", "Diego Lapiduz"},
		{"Dynatrce", "Dynatrace"},
		{"vaullt", "vault"},
		{"netflix", "netfix"},

		{"bos", "bosh"},
		{"contai", "container-networking|containers|container metrics"},

		{"zzzz", ""},
		{"santa clara", ""},
		{"bastion", ""},
		{"bank", ""},
		{"xx yy", ""},
		{strings.Repeat("secuirty ", 13), ""},
		{strings.Repeat("a", 10_000), ""},
	} {
		_, err := answer.Find(ix, answer.Query{Words: []string{c.text}})
		if err == nil {
			t.Errorf("%q has an answer", c.text)
			continue
		}
		e := failure(t, err)
		if got := strings.Join(e.Suggestions, "|"); got != c.want || e.Code != answer.UnknownTopic || e.Tip == "" {
			t.Errorf("%q: suggestions %q, want %q", c.text, got, c.want)
		}
		for _, s := range e.Suggestions {
			if len(ask(ix, s)) == 0 {
				t.Errorf("%q: the suggestion %q has no answer", c.text, s)
			}
		}
	}
}

// TestSuggestFromNotes has words of a few notes that are misspelt.
func TestSuggestFromNotes(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Lanterns", "before the thunderstorm", "a lantern burns"), talk(2, "Adapters", "adapted", "linen")}, []summit.Topic{
		{ID: "navigation", Name: "Navigation", Aliases: []string{"wayfinding"}, Terms: []string{"lantern"}},
		{ID: "lights", Name: "Lights", Aliases: []string{"beacons"}, Terms: []string{"lighthouse"}},
	}, nil)
	for _, c := range []struct{ name, text, want string }{
		{"one wrong letter", "lanterms", "lantern"},
		{"two wrong letters", "latnenrs", ""},
		{"two wrong letters of a topic's name", "naivgatoin", "navigation"},
		{"two wrong letters of a word in a note", "thnuderstrom", ""},
		{"two forms of one word", "adaptex", "adapters"},
		{"two words that no session has together", "adaptex thuderstorm", ""},
		{"a stop word", "befroe", ""},
		{"a name that nothing says", "beacosn", "beacons"},
	} {
		if got := outcome(t, ix, answer.Query{Words: []string{c.text}}); got != strings.TrimSpace("unknown_topic "+c.want) {
			t.Errorf("%s: %q gives %s, want the suggestion %q", c.name, c.text, got, c.want)
		}
	}
}

// TestSuggestBesideAnAnswer has texts of which a part is known.
func TestSuggestBesideAnAnswer(t *testing.T) {
	ix := bundled(t)
	for text, want := range map[string]string{
		"rout services": "route-services", "bosh lte": "bosh lite", "web sokets": "web sockets", "tcp rouitng": "tcp routing", "deigo lapiduz": "Diego Lapiduz",
		"matthew cury": "Matthew Curry", "conatiner networking": "container-networking", "diego frobnicate": "",
		"microservises ansible": "microservices", "container shell": "",
	} {
		a, err := answer.Find(ix, answer.Query{Words: []string{text}})
		if err != nil {
			t.Errorf("%q: %v", text, err)
		} else if got := strings.Join(a.Suggestions, "|"); got != want || len(a.Ignored) == 0 {
			t.Errorf("%q: suggestion %q, want %q; ignored %q", text, got, want, a.Ignored)
		}
	}
}

// TestSuggestBesideEveryday has a slip beside a word that is no answer alone.
func TestSuggestBesideEveryday(t *testing.T) {
	if got := outcome(t, bundled(t), answer.Query{Words: []string{"microservises testing"}}); got != "unknown_topic microservices" {
		t.Errorf("it gives %s, want the suggestion microservices", got)
	}
}

// slips are a name with a letter left out, doubled, or swapped with the next, in all places but the
// first and the last.
func slips(name string) []string {
	var out []string
	for i := 1; i < len(name)-1; i++ {
		out = append(out, name[:i]+name[i+1:], name[:i+1]+name[i:], name[:i]+name[i+1:i+2]+name[i:i+1]+name[i+2:])
	}
	return out
}

// TestSlips misspells what topics and speakers are called, in one of many ways each. What is still
// understood counts for nothing; of the rest nearly all is to be put right by the first suggestion.
func TestSlips(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	ix := bundled(t)
	var names []string
	for _, topic := range ix.Topics() {
		names = append(append(names, topic.ID), topic.Aliases...)
	}
	for _, s := range ix.Sessions() {
		for _, p := range s.Speakers {
			names = append(names, p.Name)
		}
	}
	tried, right := 0, 0
	for i, name := range names {
		all := slips(name)
		if len(name) < 5 || len(name) != len([]rune(name)) {
			continue
		}
		slip := all[i%len(all)]
		_, err := answer.Find(ix, answer.Query{Words: []string{slip}})
		if err == nil {
			continue
		}
		tried++
		if e := failure(t, err); len(e.Suggestions) > 0 && slices.Equal(ask(ix, e.Suggestions[0]), ask(ix, name)) {
			right++
		} else {
			t.Logf("%q for %q: %q", slip, name, e.Suggestions)
		}
	}
	t.Logf("%d of %d slips are put right by the first suggestion", right, tried)
	if tried < 120 || 100*right < 98*tried {
		t.Errorf("%d of %d slips are put right by the first suggestion, want 98 %% of 120 or more", right, tried)
	}
}

func TestNearest(t *testing.T) {
	flags := []string{"--list-topics", "--list-sessions", "--session", "--speaker", "--json", "--markdown", "--day"}
	if got := answer.Nearest("list-sesion", []string{"last-session", "list-session"}); !slices.Equal(got, []string{"list-session"}) {
		t.Errorf("Nearest gives %q, want the nearest alone", got)
	}
	if got := answer.Nearest("sale", []string{"sales 1", "sales 2", "sales 3", "sales 4"}); len(got) != 3 {
		t.Errorf("Nearest gives %q, want three", got)
	}
	long := strings.Repeat("a", 64)
	if got := answer.Nearest(long+"b", []string{long + "a"}); len(got) != 0 {
		t.Errorf("Nearest gives %q for 65 letters, want nothing", got)
	}
	if got := answer.Nearest("?", []string{"?!"}); len(got) != 0 {
		t.Errorf("Nearest gives %q for a sign, want nothing", got)
	}
	for _, c := range []struct {
		text string
		want []string
	}{
		{"list-topic", []string{"--list-topics"}},
		{"lits-topics", []string{"--list-topics"}},
		{"list", []string{"--list-topics", "--list-sessions"}},
		{"sessions", []string{"--session"}},
		{"speakr", []string{"--speaker"}},
		{"markdwon", []string{"--markdown"}},
		{"mark", []string{"--markdown"}},
		{"dax", []string{}},
		{"jon", []string{"--json"}},
		{"xpeaker", []string{"--speaker"}},
		{"speakrx", []string{}},
		{"list-sesionz", []string{"--list-sessions"}},
		{"wist-sesions", []string{}},
		{"", []string{}},
		{"x", []string{}},
		{"xylophone", []string{}},
	} {
		if diff := cmp.Diff(c.want, answer.Nearest(c.text, flags)); diff != "" {
			t.Errorf("Nearest(%q) (-want +got):\n%s", c.text, diff)
		}
	}
}
