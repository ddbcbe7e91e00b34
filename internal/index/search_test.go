package index_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

func fleet() []*summit.Session {
	sailing := session(1, "Sailing by night", notes("ships that sail", "the web of a net", "open WebSockets")...)
	sailing.Speakers = []summit.Speaker{{Name: "Ana Lopez", Role: "Skipper", Organization: "Initech"}}
	sailing.Track, sailing.Summit, sailing.Day, sailing.Date = "Keynotes", "Boat Show", 2, "2016-05-24"
	mooring := session(2, "Mooring",
		note("policies of the harbour", note("a Café by the quay")),
		note("web sockets for the crew"), note("Auto-Scaling of crews"))
	repeated := session(3, "Night watch", notes("night falls", "a quiet night", "the long night of the net")...)
	repeated.Heading = "Night wach, mistyped"
	crew := session(8, "Rigging", notes("east, west", "productivity", "a breeze", "Élan")...)
	crew.Speakers = []summit.Speaker{{Name: "Marguerite Delacroix"}, {Name: "Bo O'Neil"}, {Name: "Sailor Jones"}}
	return []*summit.Session{sailing, mooring, repeated,
		session(4, "Crews", notes("one rope")...), session(5, "Crews", notes("one rope")...),
		session(6, "Buoys", notes("lantern")...), session(7, "Lanterns", notes("oil for a week", "wicks of cotton", "matches kept dry")...), crew}
}

func TestSearch(t *testing.T) {
	ix := index.New(fleet(), nil, nil)
	for _, c := range []struct {
		name, text string
		want       []int
	}{
		{"a word", "harbour", []int{2}},
		{"no such word", "anchor", nil},
		{"no part of a word", "harb", nil},
		{"another form: plural", "ship", []int{1}},
		{"another form: singular", "policy", []int{2}},
		{"another form: verb", "scaled", []int{2}},
		{"another form: ending", "sailed", []int{1}},
		{"case", "QUAY", []int{2}},
		{"accents", "cafe", []int{2}},
		{"accents in the query", "Crèw", []int{4, 5, 2}},
		{"a compound for words apart", "websockets", []int{2, 1}},
		{"words apart for a compound", "web sockets", []int{2, 1}},
		{"a hyphen for words apart", "web-sockets", []int{2, 1}},
		{"a compound for a hyphen", "autoscaling", []int{2}},
		{"words apart for a hyphen", "auto scaling", []int{2}},
		{"all words are needed", "harbour quay", []int{2}},
		{"all words are needed, one is missing", "harbour night", nil},
		{"words of different fields", "keynotes ana ship", []int{1}},
		{"a phrase", `"web sockets"`, []int{2, 1}},
		{"a phrase in another order", `"sockets web"`, nil},
		{"words in another order", "sockets web", []int{2}},
		{"a phrase with a stop word", `"web of a net"`, []int{1}},
		{"a phrase over two notes", `"quay web"`, nil},
		{"a phrase over a sign", `"east west"`, []int{8}},
		{"words in another order before a phrase", `sockets web "auto scaling"`, []int{2}},
		{"words in another order, with a sign that joins none", "sockets,web", []int{2}},
		{"a phrase and a word", `"the net" ships`, nil},
		{"a word and a phrase", `ships "a net"`, []int{1}},
		{"a quote that is not closed", `"web sockets`, []int{2, 1}},
		{"a quote that is not closed, in another order", `"sockets web`, []int{2}},
		{"an odd quote behind a phrase", `"a net" "ships`, []int{1}},
		{"stop words do not count", "the web of", []int{2, 1}},
		{"an empty phrase", `"" ship`, []int{1}},
		{"title beats notes, often or not", "night", []int{3, 1}},
		{"title beats note", "lantern", []int{7, 6}},
		{"ties are in the order of the notes", "rope", []int{4, 5}},
		{"speaker", "lopez", []int{1}},
		{"organisation", "initech", []int{1}},
		{"role", "skippers", []int{1}},
		{"track", "keynote", []int{1}},
		{"the heading as written", "mistyped", []int{3}},
		{"summit", "boat show ship", []int{1}},
		{"day", "net on day 2", []int{1}},
		{"the date is no word of a session", "24", nil},
		{"another word of the same stem", "products", nil},
		{"an accent at the start", "elan", []int{8}},
		{"an apostrophe at the start", "oneil", []int{8}},
		{"the beginning of a first name", "marguer", []int{8}},
		{"the beginning of a last name", "delacr", nil},
		{"the beginning of a last name beside a word", "delacr east", []int{8}},
		{"the beginning of a name that is a word", "sail", []int{1}},
		{"day alone is no word of all sessions", "day", nil},
		{"a word parted by a sign stands together", "web-net", nil},
		{"a word parted by a sign beside another", "crew web-sockets", []int{2}},
		{"quotes as they are printed", "“sockets web”", nil},
		{"a word without its e", "breez", nil},
		{"a word without its e in quotes", `"breez"`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, ok := ix.Search(c.text)
			var got []int
			for _, m := range found.Sessions {
				got = append(got, m.In.Number)
			}
			if diff := cmp.Diff(c.want, got); diff != "" || !ok {
				t.Errorf("Search(%q), ok = %v (-want +got):\n%s", c.text, ok, diff)
			}
		})
	}
}

// TestSearchForms has several forms and spellings of words.
func TestSearchForms(t *testing.T) {
	for _, c := range []struct {
		name, text string
		notes      []string
		want       int // number of sessions
	}{
		{"a short ending", "deploy", []string{"a deployment"}, 1},
		{"a long ending", "products", []string{"productivity"}, 0},
		{"a long ending in the query", "productivity", []string{"products"}, 0},
		{"a compound for three words", "foretopmast", []string{"fore top mast"}, 1},
		{"three words for a compound", "fore top mast", []string{"foretopmast"}, 1},
		{"a compound for four words", "foretopmaststay", []string{"fore top mast stay"}, 0},
		{"four words for a compound", "fore top mast stay", []string{"foretopmaststay"}, 0},
		{"a compound for words that a sign parts", "starboard", []string{"star: board"}, 0},
		{"a compound in a phrase", `"the starboard"`, []string{"the star board"}, 1},
		{"a compound in a phrase for words that a sign parts", `"the starboard"`, []string{"the star: board"}, 0},
		{"a word and one with an e more", "rout", []string{"a rout of gulls", "the route home"}, 2},
		{"a word and one with an e more, in another order", "rout", []string{"the route home", "a rout of gulls"}, 2},
		{"a word with an e more", "rout", []string{"the route home"}, 0},
	} {
		var all []*summit.Session
		for i, text := range c.notes {
			all = append(all, session(1+i, "x", notes(text)...))
		}
		if found, _ := index.New(all, nil, nil).Search(c.text); len(found.Sessions) != c.want {
			t.Errorf("%s: Search(%q) finds %d sessions, want %d", c.name, c.text, len(found.Sessions), c.want)
		}
	}
}

func TestCloseness(t *testing.T) {
	for _, c := range []struct {
		name, text string
		notes      []string
		want       index.Closeness
	}{
		{"as typed", "night watch", []string{"a night watch"}, index.Exact},
		{"as typed, in capitals", "night watch", []string{"Night Watch"}, index.Exact},
		{"a compound for words apart", "web sockets", []string{"websockets"}, index.Exact},
		{"four words as typed", "fore top mast stay", []string{"the fore top mast stay"}, index.Exact},
		{"four words, one in another form", "fore top mast stays", []string{"the fore top mast stay"}, index.Phrase},
		{"words as typed, with a sign between", "night watch", []string{"night: watch"}, index.Exact},
		{"words in other forms, with a sign between", "night watches", []string{"night: watch"}, index.Phrase},
		{"one word in another form", "watches", []string{"a watch"}, index.Exact},
		{"words in other forms", "nights watches", []string{"a night watch"}, index.Phrase},
		{"the first word in another form", "nights watch", []string{"a night watch"}, index.Phrase},
		{"the last word in another form", "night watches", []string{"a night watch"}, index.Phrase},
		{"a phrase in another form", `"night watches"`, []string{"a night watch"}, index.Phrase},
		{"another form before the words as typed", "night watch", []string{"night watches", "night watch"}, index.Exact},
		{"in another order", "watch night", []string{"a night watch"}, index.Together},
		{"not side by side", "night watch", []string{"night of the watch"}, index.Together},
		{"side by side, in another order", "night watch crew", []string{"a night crew watch"}, index.Together},
		{"the first words alone side by side", "night watch crew", []string{"a night watch", "a crew"}, index.Scattered},
		{"in two notes", "night watch", []string{"night", "watch"}, index.Scattered},
	} {
		found, _ := index.New([]*summit.Session{session(1, "x", notes(c.notes...)...)}, nil, nil).Search(c.text)
		if len(found.Sessions) != 1 || found.Sessions[0].Close != c.want {
			t.Errorf("%s: Search(%q) = %+v, want closeness %d", c.name, c.text, found.Sessions, c.want)
		}
	}
}

func TestSearchOrder(t *testing.T) {
	for _, c := range []struct {
		name, text string
		all        []*summit.Session
		want       []int
	}{
		{"words side by side before words apart", "fair winds", []*summit.Session{
			session(1, "x", notes("winds", "a fair")...), session(2, "x", notes("fair winds", "sea")...),
		}, []int{2, 1}},
		{"words side by side before words apart that are said more often", "fair winds", []*summit.Session{
			session(1, "winds fair", notes("winds so fair", "winds so fair")...), session(2, "x", notes("fair winds", "sea", "sea", "sea", "sea")...),
		}, []int{2, 1}},
		{"a whole name and no longer one", "matt", []*summit.Session{
			{Number: 1, Title: "x", Speakers: []summit.Speaker{{Name: "Matthew Hall"}}}, {Number: 2, Title: "x", Speakers: []summit.Speaker{{Name: "Matt Hill"}}},
		}, []int{2}},
		{"the place tells nothing", "keynotes boat", []*summit.Session{
			{Number: 1, Title: "a b c d e", Track: "Keynotes", Summit: "Boat"}, {Number: 2, Title: "a", Track: "Keynotes", Summit: "Boat"},
		}, []int{1, 2}},
		{"a title beats the place", "boat", []*summit.Session{
			{Number: 1, Title: "a", Summit: "Boat Show"}, {Number: 2, Title: "a boat", Summit: "Boat Show"},
		}, []int{2, 1}},
		{"a speaker beats a note", "reed", []*summit.Session{
			session(1, "x", notes("a reed")...), {Number: 2, Title: "x", Speakers: []summit.Speaker{{Name: "Reed"}}, Notes: notes("a")},
		}, []int{2, 1}},
	} {
		found, _ := index.New(c.all, nil, nil).Search(c.text)
		var got []int
		for _, m := range found.Sessions {
			got = append(got, m.In.Number)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: Search(%q) (-want +got):\n%s", c.name, c.text, diff)
		}
	}
}

func TestVocabulary(t *testing.T) {
	s := session(1, "The Cafés", note("Web-sockets", note("the web")))
	s.Speakers = []summit.Speaker{{Name: "Ana", Organization: "Initech"}}
	got := index.New([]*summit.Session{s}, nil, nil).Vocabulary()
	if diff := cmp.Diff([]string{"the", "cafes", "ana", "initech", "web", "sockets"}, got); diff != "" {
		t.Errorf("Vocabulary (-want +got):\n%s", diff)
	}
}

func TestSearchForNothing(t *testing.T) {
	ix := index.New(fleet(), nil, nil)
	for _, text := range []string{"", "  ", "?! -- 🚀", "the of", `""`, `"`} {
		if found, ok := ix.Search(text); ok || found.Sessions != nil {
			t.Errorf("Search(%q) = %v, %v, want nothing and not ok", text, found, ok)
		}
	}
}

func TestSearchMarks(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"night", []string{"3: [Night] watch", "3: [night] falls", "3: a quiet [night]", "3: the long [night] of the net", "1: Sailing by [night]"}},
		{"websocket", []string{"2: [web sockets] for the crew", "1: open [WebSockets]"}},
		{`"long night"`, []string{"3: the [long night] of the net"}},
		{"cafe autoscaling", []string{"2: a [Café] by the quay", "2: [Auto-Scaling] of crews"}},
		{"web socket", []string{"2: [web sockets] for the crew", "1: the [web] of a net", "1: open [WebSockets]"}},
	} {
		found, _ := index.New(fleet(), nil, nil).Search(c.text)
		var got []string
		for _, m := range found.Sessions {
			for _, text := range marked(m.In, m.Marks) {
				got = append(got, fmt.Sprintf("%d: %s", m.In.Number, text))
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("marks of Search(%q) (-want +got):\n%s", c.text, diff)
		}
	}
}

// TestSearchTalks finds talks by title, speaker, organisation, and event with its year.
func TestSearchTalks(t *testing.T) {
	talks := []summit.Talk{
		{Title: "Mending nets", Speakers: []summit.Speaker{{Name: "Ana Lopez", Role: "Skipper", Organization: "Initech"}}, Event: "Boat Show", Year: 2018},
		{Title: "Nets", Event: "Harbour Days", Year: 2018},
		{Title: "Knots for nets and sails", Event: "Boat Show"},
	}
	for text, want := range map[string][]string{
		"net": {"Nets", "Mending nets", "Knots for nets and sails"}, "lopez": {"Mending nets"}, "initech": {"Mending nets"}, "skippers": {"Mending nets"},
		"boat show nets": {"Mending nets", "Knots for nets and sails"}, "boat show 2018": {"Mending nets"}, `"nets and sails"`: {"Knots for nets and sails"},
		"lantern": nil,
	} {
		found, ok := index.New(nil, nil, talks).Search(text)
		var got []string
		for _, m := range found.Talks {
			got = append(got, m.In.Title)
		}
		if diff := cmp.Diff(want, got); diff != "" || !ok {
			t.Errorf("Search(%q), ok = %v (-want +got):\n%s", text, ok, diff)
		}
	}
}

// TestNameThatIsAWord has a word of a session with which the name of a talk's speaker begins.
func TestNameThatIsAWord(t *testing.T) {
	carts := &summit.Session{Number: 1, Title: "Carts", Notes: []summit.Note{{Text: "a van"}}, Speakers: []summit.Speaker{{Name: "Van Chen"}}}
	ix := index.New([]*summit.Session{carts, {Number: 2, Title: "Boats", Speakers: carts.Speakers}}, nil,
		[]summit.Talk{{Title: "Wheels", Speakers: []summit.Speaker{{Name: "Vanessa Lopez"}}}})
	for text, want := range map[string]int{"van": 0, "vane": 1} {
		if found, _ := ix.Search(text); len(found.Talks) != want {
			t.Errorf("Search(%q) finds %d talks, want %d", text, len(found.Talks), want)
		}
	}
}
