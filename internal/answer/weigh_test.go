package answer_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// TestWeigh has questions with the order of the sessions, what the first of them say, and the talks
// that are shown.
func TestWeigh(t *testing.T) {
	ix := index.New([]*summit.Session{
		talk(1, "Decks", "teak", "a deck", "a plank"), talk(2, "Scrubbing a deck", "a deck", "oak"), talk(3, "Decks again", "a deck", "a deck", "scrubbing"), talk(4, "Holds", "teak"),
	}, []summit.Topic{
		{ID: "decks", Name: "Decks", Aliases: []string{"teak", "holystone", "upper deck beam"}, Terms: []string{"deck"}},
		{ID: "holds", Name: "Holds", Aliases: []string{"bilge"}, Terms: []string{"hold"}},
	}, []summit.Talk{
		told("Decks of oak", "decks"), told("A beam for an upper deck", "decks"), told("An upper deck", "decks"), told("Running", "decks"), told("Bilge pumps", "holds"), told("Ballast", "holds"),
	})
	for text, want := range map[string]string{
		"decks":               "1 3 2 says  talks Decks of oak, A beam for an upper deck, An upper deck",
		"teak":                "1 4 3 2 says teak talks Decks of oak, A beam for an upper deck, An upper deck",
		"scrubbing teak":      "2 1 4 3 says teak scrubbing talks Decks of oak, A beam for an upper deck, An upper deck",
		"decks and oak":       "2 says  talks Decks of oak",
		"decks varnish oak":   "2 1 3 says  talks Decks of oak",
		"running holystone":   "1 3 2 says  talks Decks of oak, A beam for an upper deck, An upper deck",
		"upper deck beam":     "1 3 2 says  talks A beam for an upper deck",
		"upper beam of decks": "1 3 2 says  talks A beam for an upper deck",
		"bilge":               "4 says  talks Bilge pumps",
		"holystone and bilge": "1 4 3 2 says  talks Bilge pumps",
		"bilge and decks":     "1 3 2 4 says  talks Bilge pumps",
	} {
		a, err := answer.Find(ix, answer.Query{Words: []string{text}})
		shown := a
		shown.Talks = a.ShownTalks()
		got := strings.Trim(fmt.Sprint(numbers(a.Sessions)), "[]") + " says " + strings.Join(a.SaidNames, " ") + " talks " + titles(shown)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%q: error %v (-want +got):\n%s", text, err, diff)
		}
	}
}

// TestThemes has words that many titles say, beside words that nothing says or that others say.
func TestThemes(t *testing.T) {
	var talks []summit.Talk
	for _, title := range []string{"Oars", "Oars again", "More oars", "An oar", "Thwarts", "Thwarts again", "Test", "A test", "More tests"} {
		talks = append(talks, told(title, "boats"))
	}
	ix := index.New([]*summit.Session{talk(1, "A", "oakum", "a whole day of 12 hours"), talk(2, "Oars in boats")}, []summit.Topic{{ID: "boats", Name: "Craft", Terms: []string{"boat"}}}, talks)
	for text, want := range map[string]string{
		"oars oakum":        "words : 2 talks Oars, Oars again, More oars, An oar", // two words that are said apart
		"oars quux zorg":    "words : 2 ignored quux zorg talks Oars, Oars again, More oars, An oar",
		"thwarts quux zorg": "unknown_topic talks ",                                             // of two titles
		"oakum quux oars":   "words : 2 ignored quux talks Oars, Oars again, More oars, An oar", // "oakum" is rarer
		"test quux zorg":    "unknown_topic talks ",
		"12 quux":           "unknown_topic talks ",
		"whole quux":        "unknown_topic talks ", // a word of everyday
		"whole":             "words : 1 talks ",
		"whole oakum":       "words : 1 talks ",
	} {
		a, _ := answer.Find(ix, answer.Query{Words: []string{text}})
		if got := outcome(t, ix, answer.Query{Words: []string{text}}) + " talks " + titles(a); got != want {
			t.Errorf("%q gives %s, want %s", text, got, want)
		}
	}
}

// TestWeighTerms has terms that sessions say which only mention the topic asked for.
func TestWeighTerms(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Masts"), talk(2, "Paint", "a mast", "tar", "a", "b", "c", "d")}, []summit.Topic{
		{ID: "masts", Name: "Masts", Terms: []string{"mast"}}, {ID: "paints", Name: "Paints", Terms: []string{"tar", "varnish"}},
	}, nil)
	a, err := answer.Find(ix, answer.Query{Words: []string{"masts tar varnish"}})
	if diff := cmp.Diff([]int{2, 1}, numbers(a.Sessions)); diff != "" || a.Said != 1 || err != nil {
		t.Errorf("error %v; %d sessions are said first (-want +got):\n%s", err, a.Said, diff)
	}
}

// TestShortIsWhole has a title that says all that is asked for in short, and compares.
func TestShortIsWhole(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Ropes", "a rope")}, []summit.Topic{{ID: "ropes", Name: "Ropes", Aliases: []string{"halyards"}, Terms: []string{"rope"}}},
		[]summit.Talk{told("Halyards", "ropes"), told("H6s vs chains", "ropes"), told("Ropes", "ropes")})
	a, err := answer.Find(ix, answer.Query{Words: []string{"halyards vs chains"}})
	if got := titles(a); got != "H6s vs chains, Halyards, Ropes" || err != nil {
		t.Errorf("error %v; the talks are %s", err, got)
	}
}

// TestTalksTogether has a talk that says the words side by side in its title, and sessions that say
// them apart.
func TestTalksTogether(t *testing.T) {
	inOak := talk(5, "Flags")
	inOak.Track = "Birch room"
	ix := index.New([]*summit.Session{talk(1, "Paint", "a mast", "oak"), talk(2, "Tar", "a keel", "elm"), talk(3, "Rope", "a sheet", "hemp"), talk(4, "Bags", "hemp"), inOak}, []summit.Topic{{ID: "hemp", Name: "Hemp", Terms: []string{"hemp"}}},
		[]summit.Talk{told("An oak mast", "masts"), told("A keel made of elm", "masts"), told("Sheet hemp", "hemp"), told("Birch", "masts")})
	for text, want := range map[string]string{"oak mast": "words : talks An oak mast", "keel elm": "words : 2 talks A keel made of elm", "sheet hemp": "words hemp: 3 talks Sheet hemp", "birch": "words : 5 talks Birch"} {
		a, err := answer.Find(ix, answer.Query{Words: []string{text}})
		if got := summary(a) + " talks " + titles(a); got != want || a.Partly || err != nil {
			t.Errorf("%q: error %v, partly %t, the answer is %s, want %s", text, err, a.Partly, got, want)
		}
	}
}

// TestFieldPairs has a title with two words side by side that tell nothing, and one with a word that
// does.
func TestFieldPairs(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Ropes", "a rope")}, []summit.Topic{{ID: "ropes", Name: "Ropes", Aliases: []string{"splice cloud foundry"}, Terms: []string{"rope"}}},
		[]summit.Talk{told("Ropes in Cloud Foundry", "ropes"), told("Splices", "ropes")})
	a, err := answer.Find(ix, answer.Query{Words: []string{"splice cloud foundry"}})
	if got := titles(a); got != "Splices, Ropes in Cloud Foundry" || err != nil {
		t.Errorf("error %v; the talks are %s", err, got)
	}
}

// TestOrderByWords has titles in their order, and the order of those that say more of the words.
func TestOrderByWords(t *testing.T) {
	topics := []summit.Topic{
		{ID: "ropes", Name: "Ropes", Aliases: []string{"halyards", "halyards winch", "how to splice", "cloud splice"}, Terms: []string{"rope"}},
		{ID: "sails", Name: "Sails", Aliases: []string{"canvas"}, Terms: []string{"sail"}},
	}
	for _, c := range []struct {
		text   string
		titles []string
		want   string
		best   int
	}{
		{"halyards and canvas", []string{"Canvas", "H6s", "Chains"}, "Canvas, H6s, Chains", 2},
		{"halyards winch", []string{"Winches", "H6s"}, "Winches, H6s", 2},
		{"how to splice", []string{"How to sail", "Splices"}, "Splices, How to sail", 1},
		{"cloud splice", []string{"Splices", "Splices in a cloud splice"}, "Splices in a cloud splice, Splices", 1},
		{"halyards winches", []string{"Halyards winches", "Halyards winch and winches", "Winches"}, "Halyards winch and winches, Halyards winches, Winches", 2},
	} {
		var talks []summit.Talk
		for _, title := range c.titles {
			talks = append(talks, told(title, "ropes"))
		}
		a, err := answer.Find(index.New([]*summit.Session{talk(1, "Ropes", "a rope"), talk(2, "Sails")}, topics, talks), answer.Query{Words: []string{c.text}})
		if titles(a) != c.want || a.BestTalks != c.best || err != nil {
			t.Errorf("%q: error %v; the best %d of the talks %s, want %d of %s", c.text, err, a.BestTalks, titles(a), c.best, c.want)
		}
	}
}

// TestMarksOfSaid has sessions that say a name of the topic: one about it keeps all its marks.
func TestMarksOfSaid(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Decks", "a deck", "teak on a deck"), talk(2, "Holds", "a deck", "teak on a deck", "a", "b", "c", "d", "e", "f", "g")}, []summit.Topic{
		{ID: "decks", Name: "Decks", Aliases: []string{"teak"}, Terms: []string{"deck"}},
	}, nil)
	a, err := answer.Find(ix, answer.Query{Words: []string{"teak"}})
	if err != nil || len(a.Sessions) != 2 || len(a.Sessions[0].Marks[0].Notes) != 2 || len(a.Sessions[1].Marks[0].Notes) != 1 {
		t.Errorf("error %v; the sessions are %+v, want marks in two notes of the first, one of the second", err, a.Sessions)
	}
}
