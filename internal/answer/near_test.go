package answer_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// ropes is an index with names of topics that nothing says.
func ropes() *index.Index {
	made := talk(1, "Making ropes", "a rope of hemp", "a rope for the old mast")
	by := talk(4, "Oakum", "hemp")
	by.Speakers = []summit.Speaker{{Name: "Ana Gruber", Organization: "Initech"}}
	return index.New([]*summit.Session{made, talk(2, "Masts", "a mast", "a rope"), talk(3, "Flags", "a flag"), by}, []summit.Topic{
		{ID: "cordage", Name: "Lines and cables", Aliases: []string{"cable", "twine", "mast cord", "string"}, Terms: []string{"rope"}},
		{ID: "masts", Name: "Masts", Aliases: []string{"pole"}, Terms: []string{"mast"}},
		{ID: "flags", Name: "Flags", Terms: []string{"flag"}},
		{ID: "tar", Name: "Tar", Aliases: []string{"pitch"}, Terms: []string{"hemp"}},
	}, []summit.Talk{
		told("All about a rope", "cordage"),
		told("Twine for all", "cordage"),
		told("Flags", "flags"),
	})
}

// TestNear has names that led to topics: whether no session says those of a topic and they are
// narrower than it, and whether no talk says them.
func TestNear(t *testing.T) {
	for _, c := range []struct {
		name, text   string
		near, untold bool
	}{
		{"another name that nothing says", "string", true, true},
		{"another name that a talk says", "twine", true, false},
		{"a word of the topic's name", "cable", false, true},
		{"the topic's name", "cordage", false, false},
		{"the topic's name and another one", "cordage or string", false, true},
		{"another name and the topic's name", "string or cordage", false, true},
		{"other names of two topics", "string and pole", true, true},
		{"another name and another topic", "string and flags", true, true},
		{"two other names", "string or twine", true, false},
		{"another name and words that a session says", "string hemp mast", false, true},
		{"a term that no talk says", "hemp", false, true},
		{"a term that a talk says", "rope", false, false},
	} {
		a, err := answer.Find(ropes(), answer.Query{Words: []string{c.text}})
		if a.Near != c.near || a.Untold != c.untold || err != nil {
			t.Errorf("%s: %q is near %t, untold %t, error %v, want %t and %t", c.name, c.text, a.Near, a.Untold, err, c.near, c.untold)
		}
	}
}

// TestNearestNotes has a name that nothing says; of the notes on its topic those with a word of it
// are marked.
func TestNearestNotes(t *testing.T) {
	a, err := answer.Find(ropes(), answer.Query{Words: []string{"mast cord"}})
	if err != nil {
		t.Fatal(err)
	}
	got := map[int][]int{}
	for _, s := range a.Sessions {
		for note := range s.Marks[0].Notes {
			got[s.Number] = append(got[s.Number], note)
		}
	}
	if diff := cmp.Diff(map[int][]int{1: {1}, 2: {0}}, got); diff != "" {
		t.Errorf("the marked notes (-want +got):\n%s", diff)
	}
}

// TestUnmet has a name that gave nothing on a topic, beside a word that nothing says.
func TestUnmet(t *testing.T) {
	for text, want := range map[string][]string{"flags initech quux": {"initech"}, "rope initech": {"initech"}, "flags quux": nil} {
		a, err := answer.Find(ropes(), answer.Query{Words: []string{text}})
		if diff := cmp.Diff(want, a.Unmet); diff != "" || err != nil {
			t.Errorf("%q: error %v, unmet (-want +got):\n%s", text, err, diff)
		}
	}
}

// TestTalksThatCompare has titles that say a word in short, or that two things are compared.
func TestTalksThatCompare(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Ropes", "a rope")}, []summit.Topic{
		{ID: "ropes", Name: "Ropes", Aliases: []string{"halyards", "lines", "h6s"}, Terms: []string{"rope"}},
	}, []summit.Talk{told("Ropes", "ropes"), told("H6s", "ropes"), told("Lines", "ropes"), told("Lines vs chains", "ropes"), told("Masts vs sails", "ropes")})
	for text, want := range map[string]string{
		"halyards":        "H6s, Ropes, Lines, Lines vs chains, Masts vs sails",
		"ropes vs winds":  "Ropes, H6s, Lines, Lines vs chains, Masts vs sails",
		"lines vs winds":  "Lines vs chains, Lines, Ropes, H6s, Masts vs sails",
		"lines and winds": "Lines, Lines vs chains, Ropes, H6s, Masts vs sails",
	} {
		a, err := answer.Find(ix, answer.Query{Words: []string{text}})
		if titles(a) != want || err != nil {
			t.Errorf("%q: error %v, the talks are %s, want %s", text, err, titles(a), want)
		}
	}
}

func told(title, topic string) summit.Talk {
	return summit.Talk{Title: title, Topics: []string{topic}, Links: []summit.Link{{Kind: summit.Video, URL: "https://talks.example/" + topic}}}
}

// TestOneOfEachTopic has two sessions about the first topic and one about the second.
func TestOneOfEachTopic(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Ropes"), talk(2, "More ropes"), talk(3, "Flags"), talk(4, "Decks", "flag", "planks", "nails", "tar", "oak")}, []summit.Topic{
		{ID: "cordage", Name: "Cordage", Terms: []string{"rope"}}, {ID: "flags", Name: "Flags", Terms: []string{"flag"}},
	}, nil)
	a, err := answer.Find(ix, answer.Query{Words: []string{"cordage flags"}})
	if diff := cmp.Diff([]int{1, 3, 2, 4}, numbers(a.Sessions)); diff != "" || err != nil {
		t.Errorf("error %v; the sessions (-want +got):\n%s", err, diff)
	}
}

// TestMissing has words that only other sessions say; one that many of them say is not named.
func TestMissing(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Flags"), talk(2, "A", "oil"), talk(3, "B", "oil"), talk(4, "C", "oil", "tar"), talk(5, "D", "oil")}, []summit.Topic{
		{ID: "flags", Name: "Flags", Terms: []string{"flag"}},
	}, nil)
	a, err := answer.Find(ix, answer.Query{Words: []string{"flags tar oil"}})
	if diff := cmp.Diff([]string{"tar"}, a.Missing); diff != "" || err != nil {
		t.Errorf("error %v; missing (-want +got):\n%s", err, diff)
	}
}

// TestTalksFirst has names that no session says: whether talks do, and the link to open.
func TestTalksFirst(t *testing.T) {
	filmed := talk(1, "Ropes", "a rope")
	filmed.Links = []summit.Link{{Kind: summit.Video, URL: "https://films.example/1"}}
	ix := index.New([]*summit.Session{filmed}, []summit.Topic{
		{ID: "ropes", Name: "Ropes", Aliases: []string{"twine", "twine of jute", "string", "rope yarn"}, Terms: []string{"rope"}},
	}, []summit.Talk{told("Ropes", "ropes"), {Title: "Twine", Topics: []string{"ropes"}, Links: []summit.Link{{Kind: summit.Slides, URL: "https://decks.example/2"}}}})
	for text, want := range map[string]string{
		"twine": "https://decks.example/2", "twine of jute": "https://films.example/1", "string": "https://films.example/1", "ropes": "https://films.example/1", "ropes twine": "https://films.example/1",
	} {
		a, err := answer.Find(ix, answer.Query{Words: []string{text}})
		link, _ := a.BestLink()
		if first := want == "https://decks.example/2"; a.TalksFirst() != first || link.URL != want || err != nil {
			t.Errorf("%q: error %v, the talks come first: %t, the link is %s, want %t and %s", text, err, a.TalksFirst(), link.URL, first, want)
		}
	}
}

// TestSaidByTalksThatDoNotFit has a name that only a talk without a recording says.
func TestSaidByTalksThatDoNotFit(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Ropes", "a rope")}, []summit.Topic{
		{ID: "ropes", Name: "Ropes", Aliases: []string{"twine"}, Terms: []string{"rope"}},
	}, []summit.Talk{told("Ropes", "ropes"), {Title: "Twine", Topics: []string{"ropes"}, Links: []summit.Link{{Kind: summit.Slides, URL: "https://decks.example/2"}}}})
	for text, want := range map[string]string{"videos about twine": "missing twine", "slides about twine": "", "twine": ""} {
		a, err := answer.Find(ix, answer.Query{Words: []string{text}})
		if _, got, _ := strings.Cut(summary(a), " unsaid twine"); strings.TrimSpace(got) != want || a.Untold || a.TalksFirst() != (want == "") || err != nil {
			t.Errorf("%q: error %v, untold %t, the answer is %s, want %q", text, err, a.Untold, summary(a), want)
		}
	}
}

// TestBeginningOfNames has a name of a topic that begins the name of a speaker, too.
func TestBeginningOfNames(t *testing.T) {
	by := told("Masts", "ropes")
	by.Speakers = []summit.Speaker{{Name: "Jutta Quist"}}
	ix := index.New([]*summit.Session{talk(1, "Ropes", "a rope")}, []summit.Topic{{ID: "ropes", Name: "Ropes", Aliases: []string{"jut"}, Terms: []string{"rope"}}}, []summit.Talk{by})
	for text, want := range map[string]string{"jut": "topics ropes: 1 unsaid jut", "slides on jut": "topics ropes: 1 unsaid jut"} {
		a, err := answer.Find(ix, answer.Query{Words: []string{text}})
		if got := summary(a); got != want || !a.Untold || err != nil {
			t.Errorf("%q: error %v, untold %t, the answer is %s, want %s", text, err, a.Untold, got, want)
		}
	}
}

// TestNumbersAreNotMissing has a number that only another session says; alone it would ask for one.
func TestNumbersAreNotMissing(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Ropes", "a rope"), talk(2, "Masts", "12 feet of oak")}, []summit.Topic{{ID: "ropes", Name: "Ropes", Terms: []string{"rope"}}}, nil)
	a, err := answer.Find(ix, answer.Query{Words: []string{"ropes oak 12"}})
	if diff := cmp.Diff([]string{"oak"}, a.Missing); diff != "" || err != nil {
		t.Errorf("error %v; missing (-want +got):\n%s", err, diff)
	}
}

// TestNearOfAll has a word that nothing says beside one that everything is about.
func TestNearOfAll(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Ropes", "a rope")}, []summit.Topic{{ID: "ropes", Name: "Ropes", Aliases: []string{"cloud foundry"}, Terms: []string{"rope"}}, {ID: "sizes", Name: "Sizes", Aliases: []string{"how many apps"}, Terms: []string{"rope"}}}, nil)
	if a, err := answer.Find(ix, answer.Query{Words: []string{"how many apps quux"}}); !a.Near || a.Aside || err != nil {
		t.Errorf("how many apps: error %v, near %t, aside %t, want true and false", err, a.Near, a.Aside)
	}
	for text, want := range map[string]bool{"quux of cloud foundry": true, "quux of ropes": false} {
		if a, err := answer.Find(ix, answer.Query{Words: []string{text}}); a.Near != want || a.Aside != want || err != nil {
			t.Errorf("%q: error %v, near %t, aside %t, want %t", text, err, a.Near, a.Aside, want)
		}
	}
}

// TestUnfit has times and places that leave nothing of a topic.
func TestUnfit(t *testing.T) {
	for text, want := range map[string]string{
		"splice 2031": "2031", "sails since 2031": "since 2031", "sails day 2": "day 2", "sails quux day 2": "day 2", "sails day 1": "", "sails": "",
	} {
		if a, err := answer.Find(boats(), answer.Query{Words: []string{text}}); a.Unfit != want || err != nil {
			t.Errorf("%q: error %v, unfit %q, want %q", text, err, a.Unfit, want)
		}
	}
}

// TestNamedByTerms has names of topics with only words of its terms, and with another one.
func TestNamedByTerms(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Caulks", "a caulked seam")}, []summit.Topic{
		{ID: "hulls", Name: "Hulls", Aliases: []string{"caulk my app", "caulk a keel", "how to caulk"}, Terms: []string{"caulked seam"}},
	}, nil)
	for text, want := range map[string]bool{"caulk my app": false, "how to caulk": false, "caulk a keel": true} {
		if a, err := answer.Find(ix, answer.Query{Words: []string{text}}); a.Near != want || err != nil {
			t.Errorf("%q: error %v, near %t, want %t", text, err, a.Near, want)
		}
	}
}

// TestNearestOfWords has a name of several words, of which the last is alone in another note.
func TestNearestOfWords(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Ropes", "a rope for an app", "a tarred rope for hemp app", "a rope and some yarn", "a tarred rope, tarred")}, []summit.Topic{
		{ID: "ropes", Name: "Ropes", Aliases: []string{"tarred hemp yarn", "app yarn", "and of what yarn"}, Terms: []string{"rope"}},
	}, nil)
	for text, want := range map[string][]int{"tarred hemp yarn": {1}, "app yarn": {2}, "and of what yarn": {2}} {
		a, err := answer.Find(ix, answer.Query{Words: []string{text}})
		if err != nil {
			t.Fatal(err)
		}
		got := slices.Sorted(maps.Keys(a.Sessions[0].Marks[0].Notes))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: the marked notes (-want +got):\n%s", text, diff)
		}
	}
}

// TestSaidOutsideOfFilter has a name that sessions without a recording say.
func TestSaidOutsideOfFilter(t *testing.T) {
	filmed := talk(2, "Ropes", "a rope")
	filmed.Links = []summit.Link{{Kind: summit.Video, URL: "https://films.example/1"}}
	ix := index.New([]*summit.Session{talk(1, "Hawsers", "a hawser", "a rope"), filmed}, []summit.Topic{{ID: "ropes", Name: "Ropes", Aliases: []string{"hawser", "twine"}, Terms: []string{"rope"}}}, nil)
	for text, want := range map[string]string{"videos of hawsers": "topics ropes: 2 missing hawsers", "hawsers": "topics ropes: 1 2", "videos of twine": "topics ropes: 2 unsaid twine"} {
		a, err := answer.Find(ix, answer.Query{Words: []string{text}})
		if got := summary(a); got != want || err != nil {
			t.Errorf("%q: error %v, the answer is %s, want %s", text, err, got, want)
		}
	}
}

// TestFitsAndMisfits has a name that talks with and without a recording say.
func TestFitsAndMisfits(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Ropes", "a rope")}, []summit.Topic{{ID: "ropes", Name: "Ropes", Aliases: []string{"twine"}, Terms: []string{"rope"}}},
		[]summit.Talk{told("Twine", "ropes"), {Title: "Twine again", Topics: []string{"ropes"}, Links: []summit.Link{{Kind: summit.Slides, URL: "https://decks.example/2"}}}})
	if a, err := answer.Find(ix, answer.Query{Words: []string{"videos about twine"}}); len(a.Missing) > 0 || err != nil {
		t.Errorf("error %v; missing %q", err, a.Missing)
	}
}

// TestThemeIsMissing has a word of many titles, which an answer lacks.
func TestThemeIsMissing(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Flags"), talk(2, "A", "oars"), talk(3, "B", "oars")}, []summit.Topic{{ID: "flags", Name: "Flags", Terms: []string{"flag"}}},
		[]summit.Talk{told("Oars", "boats"), told("More oars", "boats"), told("Oars again", "boats")})
	a, err := answer.Find(ix, answer.Query{Words: []string{"flags oars"}})
	if diff := cmp.Diff([]string{"oars"}, a.Missing); diff != "" || err != nil {
		t.Errorf("error %v; missing (-want +got):\n%s", err, diff)
	}
}
