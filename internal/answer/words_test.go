package answer_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// talk is a session of the first day without nested notes.
func talk(number int, title string, notes ...string) *summit.Session {
	s := &summit.Session{
		Number: number, ID: strings.ToLower(strings.ReplaceAll(title, " ", "-")), Title: title, Heading: title,
		Summit: "Boat Show 2016", Day: 1, Track: "Main hall",
	}
	for _, text := range notes {
		s.Notes = append(s.Notes, summit.Note{Text: text})
	}
	return s
}

// boats is an index of seven sessions on sails, route plans, routes and knots.
func boats() *index.Index {
	all := []*summit.Session{
		talk(1, "Sails of old", "linen", "a knot"),
		talk(2, "Route plans", "a sail"),
		talk(3, "Harbours", "a knot", "the sail", "a route plan", "cranes", "quays", "nets"),
		talk(4, "Knots", "bowline", "reef"),
		talk(5, "Routes home", "east", "a lantern"),
		talk(6, "Lanterns", "oil", "wicks"),
		talk(7, "Lantern oil", "whales"),
	}
	all[5].Speakers = []summit.Speaker{{Name: "Ana Bowline", Organization: "Initech"}, {Name: "Bert Quist"}}
	all[6].Speakers = []summit.Speaker{{Name: "Ana Gruber", Organization: "Initech"}}
	all[6].Day, all[6].Track, all[6].Summit = 2, "Side room", "Boat Show 2017"
	return index.New(all, []summit.Topic{
		{ID: "sails", Name: "Sails and spars", Aliases: []string{"canvas", "gaff rig"}, Terms: []string{"sail"}},
		{ID: "route-plans", Name: "Route plans", Aliases: []string{"passage plan"}, Terms: []string{"route plan"}},
		{ID: "routes", Name: "Routes", Aliases: []string{"route", "way to go"}, Terms: []string{"route"}, Not: []string{"route plan"}},
		{ID: "knots", Name: "Knots (bends, hitches)", Aliases: []string{"splice", "plan"}, Terms: []string{"knot", "bowline"}},
	}, boatTalks())
}

// boatTalks are talks on sails and knots.
func boatTalks() []summit.Talk {
	talk := func(title, event string, year int, kind summit.Kind, topics ...string) summit.Talk {
		return summit.Talk{Title: title, Event: event, Year: year, Links: []summit.Link{{Kind: kind, URL: "https://talks.example/" + title}}, Topics: topics}
	}
	all := []summit.Talk{
		talk("Knots announced", "Boat Show", 2019, summit.Schedule, "knots"),
		talk("Sails and knots", "Boat Show", 2019, summit.Video, "sails", "knots"),
		talk("Bends", "Boat Show", 2018, summit.Video, "knots"),
		talk("Hitches", "Rope Days", 2018, summit.Video, "knots", "sails"),
		talk("Splices", "Rope Days", 2018, summit.Video, "knots"),
		talk("Knots drawn", "Rope Days", 2020, summit.Slides, "knots"),
		talk("Knots of the north", "", 0, summit.Video, "knots"),
		talk("Whirlpools", "Deep Water Days", 2020, summit.Video, "routes"),
	}
	all[7].Speakers = []summit.Speaker{{Name: "Cy Deep", Organization: "Umbrella"}}
	return all
}

// TestNameOfTwoTopics has topics that are called like others before them.
func TestNameOfTwoTopics(t *testing.T) {
	ix := index.New(nil, []summit.Topic{
		{ID: "sails", Name: "Sails", Aliases: []string{"canvas"}, Terms: []string{"sail"}},
		{ID: "canvas", Name: "Paintings", Terms: []string{"painting"}},
		{ID: "ropes", Name: "Sails", Aliases: []string{"painting"}, Terms: []string{"rope"}},
	}, nil)
	for words, want := range map[string]string{"canvas": "canvas", "the canvas": "canvas", "the sails": "sails", "painting": "canvas"} {
		if a, _ := answer.Find(ix, answer.Query{Words: []string{words}}); len(a.Topics) != 1 || a.Topics[0].ID != want {
			t.Errorf("Find(%q) = %+v, want the topic %s", words, a, want)
		}
	}
}

// summary is an answer on one line: what it was read as, and the numbers of the sessions, with the
// topics that they bear on when there are several.
func summary(a answer.Answer) string {
	var ids, sessions []string
	for _, t := range a.Topics {
		ids = append(ids, t.ID)
	}
	for _, s := range a.Sessions {
		n := fmt.Sprint(s.Number)
		if len(a.Topics) > 1 {
			n += fmt.Sprintf("%q%q", s.About, s.Mentions)
		}
		sessions = append(sessions, n)
	}
	kind := map[answer.Kind]string{answer.ByTopic: "topics", answer.BySearch: "search", answer.TopicList: "list", answer.SessionList: "sessions", answer.OneSession: "session", answer.TalkList: "talks", answer.ByName: "name"}[a.Kind]
	if a.Kind == answer.BySearch && !a.IsSearch {
		kind = "words"
	}
	if len(a.Ignored) > 0 {
		sessions = append(sessions, "ignored "+strings.Join(a.Ignored, " "))
	}
	if len(a.Suggestions) > 0 {
		sessions = append(sessions, "meant "+strings.Join(a.Suggestions, "|"))
	}
	if len(a.Unsaid) > 0 {
		sessions = append(sessions, "unsaid "+strings.Join(a.Unsaid, " "))
	}
	if len(a.Missing) > 0 {
		sessions = append(sessions, "missing "+strings.Join(a.Missing, " "))
	}
	return strings.TrimSpace(fmt.Sprintf("%s %s: %s", kind, strings.Join(ids, "+"), strings.Join(sessions, " ")))
}

// titles are those of the talks of an answer.
func titles(a answer.Answer) string {
	var out []string
	for _, t := range a.Talks {
		out = append(out, t.Title)
	}
	return strings.Join(out, ", ")
}

// outcome is the summary of an answer, or the code of an error with its suggestions.
func outcome(t *testing.T, ix *index.Index, q answer.Query) string {
	t.Helper()
	a, err := answer.Find(ix, q)
	if err == nil && q.Filter != (answer.Filter{}) && len(a.Talks) > 0 {
		return summary(a) + " | " + titles(a)
	}
	if err == nil {
		return summary(a)
	}
	e := failure(t, err)
	return strings.TrimSpace(e.Code + " " + strings.Join(e.Suggestions, "|"))
}

func failure(t *testing.T, err error) *answer.Error {
	t.Helper()
	var e *answer.Error
	if !errors.As(err, &e) || e.Code == "" || e.Message == "" || e.Suggestions == nil && e.Tip == "" {
		t.Fatalf("the error %#v is no answer.Error that helps", err)
	}
	return e
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an id", "route-plans", "topics route-plans: 2 3"},
		{"a name", "Sails and spars", "topics sails: 1 2 3"},
		{"an alias", "canvas", "topics sails: 1 2 3 unsaid canvas"},
		{"an alias of several words", "gaff rig", "topics sails: 1 2 3 unsaid gaff rig"},
		{"an alias written together", "gaffrig", "topics sails: 1 2 3 unsaid gaffrig"},
		{"an alias with a hyphen, in capitals, in the plural", "Gaff-RIGS", "topics sails: 1 2 3 unsaid Gaff-RIGS"},
		{"an alias that has words without meaning", "way to go", "topics routes: 5 unsaid way to go"},
		{"the whole phrase before its parts", "route plan", "topics route-plans: 2 3"},
		{"several topics", "canvas splice", `topics sails+knots: 1["Sails and spars"]["Knots (bends, hitches)"] 3[]["Sails and spars" "Knots (bends, hitches)"] 4["Knots (bends, hitches)"][] 2[]["Sails and spars"] unsaid canvas splice`},
		{"several topics, the longest name first", "route plan route", `topics route-plans+routes: 2["Route plans"][] 5["Routes"][] 3[]["Route plans"]`},
		{"a name that would be longer goes on in another topic", "route splice", `topics routes+knots: 5["Routes"][] 4["Knots (bends, hitches)"][] 1[]["Knots (bends, hitches)"] 3[]["Knots (bends, hitches)"] unsaid splice`},
		{"a topic twice", "canvas sails canvas", "topics sails: 1 2 3 unsaid canvas"},
		{"topics with words between", "canvas and the canvas", "topics sails: 1 2 3 unsaid canvas"},
		{"topics with signs between", "canvas, canvas / canvas", "topics sails: 1 2 3 unsaid canvas"},
		{"topics that are compared", "canvas vs. canvas", "topics sails: 1 2 3 unsaid canvas"},
		{"a number", "3", "session : 3"},
		{"a number with a sign", "#3", "session : 3"},
		{"a number beyond all", "99", "unknown_session"},
		{"a word that only talks have", "whirlpools", "words :"},
		{"a question", "what is canvas?", "topics sails: 1 2 3 unsaid canvas"},
		{"words", "lantern oil", "words : 7"},
		{"words that no title and no note has together", "linen knot", "words knots: 1"},
		{"a topic and a word", "canvas lantern", "topics sails: 1 2 3 unsaid canvas missing lantern"},
		{"a topic and a word of its sessions", "sail linen", "words sails: 1"},
		{"a topic and a word that nothing says", "canvas frobnicate", "topics sails: 1 2 3 ignored frobnicate unsaid canvas"},
		{"words that nothing says together", "bowline cranes", "words knots: 4 6 missing cranes"},
		{"two words side by side, said apart", "cranes wicks", "unknown_topic"},
		{"two words asked for, said apart", "cranes or wicks", "words : 3 6"},
		{"a phrase", `"oil lantern"`, "unknown_topic"},
		{"a phrase that is found", `"a knot"`, "words : 1 3"},
		{"an empty phrase", `""`, "empty_query"},
		{"a person", "gruber", "words : 7"},
		{"an organisation", "initech", "name : 6 7"},
		{"nothing", "anchors", "unknown_topic"},
		{"empty", "", "list knots+route-plans+routes+sails:"},
		{"blank", " \t ", "list knots+route-plans+routes+sails:"},
		{"words without meaning", "what is it", "empty_query"},
		{"signs", "?! -- 🚀", "empty_query"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := outcome(t, boats(), answer.Query{Words: []string{c.text}}); got != c.want {
				t.Errorf("%q gives %s, want %s", c.text, got, c.want)
			}
			if got := outcome(t, boats(), answer.Query{Words: strings.Split(c.text, " ")}); got != c.want {
				t.Errorf("%q as one word each gives %s, want %s", c.text, got, c.want)
			}
		})
	}
}

// TestOnAllTopicsFirst asks for everything at once: no session comes after one on fewer topics.
func TestOnAllTopicsFirst(t *testing.T) {
	a, err := answer.Find(bundled(t), answer.Query{Words: []string{"diego route services bosh security autoscaling"}})
	if err != nil {
		t.Fatal(err)
	}
	var on, numbers []int
	for _, s := range a.Sessions {
		on = append(on, len(s.About)+len(s.Mentions))
		numbers = append(numbers, s.Number)
	}
	if !slices.IsSortedFunc(on, func(a, b int) int { return b - a }) || on[0] < 2 {
		t.Errorf("sessions bear on %v topics, want more before fewer", on)
	}
	if slices.Sort(numbers); len(slices.Compact(slices.Clone(numbers))) != len(numbers) {
		t.Errorf("sessions %v, want each once", numbers)
	}
}

func TestHints(t *testing.T) {
	for _, c := range []struct {
		text string
		q    answer.Query
		want []string
	}{
		{"a term", answer.Query{IsSearch: true, Search: "bowline"}, []string{"knots"}},
		{"a term among words", answer.Query{IsSearch: true, Search: "reef a bowline"}, []string{"knots"}},
		{"a part of a topic's name", answer.Query{IsSearch: true, Search: "hitches"}, []string{"knots"}},
		{"no topic", answer.Query{IsSearch: true, Search: "lantern"}, nil},
	} {
		a, err := answer.Find(boats(), c.q)
		var got []string
		for _, h := range a.Hints {
			got = append(got, h.ID)
		}
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("hints for %s, error %v (-want +got):\n%s", c.text, err, diff)
		}
	}
}

func TestSearchedWordsFilteredAway(t *testing.T) {
	for _, c := range []struct {
		name string
		q    answer.Query
		want string
	}{
		{"words found in other sessions", answer.Query{Words: []string{"wicks"}, Filter: answer.Filter{Day: 2}}, "nothing_found"},
		{"words found nowhere", answer.Query{Words: []string{"whalse"}, Filter: answer.Filter{Day: 1}}, "unknown_topic whales"},
		{"search", answer.Query{IsSearch: true, Search: "anchors"}, "nothing_found"},
		{"a topic's name", answer.Query{IsSearch: true, Search: "canvas"}, "nothing_found"},
	} {
		if got := outcome(t, boats(), c.q); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
