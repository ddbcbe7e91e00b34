package answer_test

import (
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

func TestCommand(t *testing.T) {
	search := func(text string) answer.Query { return answer.Query{IsSearch: true, Search: text} }
	words := func(text string) answer.Query { return answer.Query{Words: []string{text}} }
	for _, c := range []struct {
		q    answer.Query
		want string
	}{
		{words("sails and spars"), "sails"},
		{words("sails knots"), "sails knots"},
		{words("canvas"), "canvas"},
		{words("sails frobnicate"), "sails frobnicate"},
		{words("sails day 1"), "sails day 1"},
		{words("bowline"), "bowline"},
		{words("the sails?"), "sails"},
		{words("lantern, oil"), "'lantern, oil'"},
		{words("what about sails frobnicate?"), "sails frobnicate"},
		{words("did they tell of a route or of a splice?"), "route or of a splice"},
		{words("is there a splice for a canvas?"), "splice canvas"},
		{words("what is there on sails on day 1"), "sails on day 1"},
		{words("what is there on lanterns in 2017"), "lanterns 2017"},
		{words("what was on day 1 about sails"), "day 1 about sails"},
		{words("is there oil for a lantern?"), "oil for a lantern"},
		{words("did boats use the canvas quux?"), "boats canvas quux"},
		{words("videos about splices"), "splices videos"},
		{words("slides about knots drawn"), "knots drawn slides"},
		{words("talks about the splice"), "splice"},
		{search("oil"), "--search oil"},
		{search("lantern oil"), `--search "lantern oil"`},
		{search("lantern-oil"), "--search lantern-oil"},
		{search("oil."), "--search oil."},
		{search("lantern_oil"), "--search lantern_oil"},
		{search("lantern 2017"), `--search "lantern 2017"`},
		{search("oil?"), "--search 'oil?'"},
		{search("oil'"), `--search 'oil'\'''`},
		{answer.Query{Words: []string{"sails"}, Filter: answer.Filter{Day: 1, Track: "main hall", Summit: "boat"}}, `sails --track "main hall" --summit boat --day 1`},
		{answer.Query{Filter: answer.Filter{Speaker: "ana"}}, "--speaker ana"},
	} {
		a, err := answer.Find(boats(), c.q)
		if got := a.Command(); got != c.want || err != nil {
			t.Errorf("%+v: error %v; the command is %s, want %s", c.q, err, got, c.want)
		}
	}
}

// TestMessages has the messages and tips of errors.
func TestMessages(t *testing.T) {
	empty := index.New(nil, nil, nil)
	bare := index.New([]*summit.Session{talk(1, "Tides")}, []summit.Topic{{ID: "knots", Name: "Knots", Terms: []string{"knot"}}}, nil)
	const (
		topics   = "Use 'cf summit-notes --list-topics' to see the topics."
		speakers = "Use 'cf summit-notes --list-sessions' to see the speakers."
		sessions = "Use 'cf summit-notes --list-sessions' to see the sessions."
	)
	for _, c := range []struct {
		ix           *index.Index
		q            answer.Query
		message, tip string
	}{
		{empty, answer.Query{ListSessions: true}, "there are no sessions and no talks", "Name notes with --notes PATH, or leave --no-bundled out."},
		{empty, answer.Query{Talks: true}, "no talk fits", topics},
		{bare, answer.Query{Words: []string{"knots"}}, "there is no session or talk about Knots", topics},
		{bare, answer.Query{Words: []string{"knots"}, Talks: true}, "there is no talk about Knots", topics},
		{boats(), answer.Query{Words: []string{"route-plans"}, Filter: answer.Filter{Day: 2, Track: "side"}}, `no session or talk about Route plans fits day 2, track "side"`, "Leave a filter out."},
		{boats(), answer.Query{Filter: answer.Filter{Day: 9}}, `no session has the day "9"`, ""},
		{boats(), answer.Query{Filter: answer.Filter{Track: "cellar"}}, `no session has the track "cellar"`, ""},
		{boats(), answer.Query{Filter: answer.Filter{Track: "mian hall"}}, `no session has the track "mian hall"`, ""},
		{boats(), answer.Query{Filter: answer.Filter{Summit: "regatta"}}, `no session or talk has the summit or event "regatta"`, ""},
		{boats(), answer.Query{Filter: answer.Filter{Speaker: "zzzz"}}, `no session or talk has the speaker or organisation "zzzz"`, ""},
		{boats(), answer.Query{Filter: answer.Filter{Speaker: "quits"}}, `no session or talk has the speaker or organisation "quits"`, speakers},
		{boats(), answer.Query{IsSearch: true, Search: "whalse"}, `no session or talk mentions "whalse"`, "Give fewer words, or leave --search out."},
		{boats(), answer.Query{IsSearch: true, Search: "canvas"}, `no session or talk mentions "canvas"`, "Use 'cf summit-notes sails' for the topic Sails and spars."},
		{boats(), answer.Query{Words: []string{"main hall 2018"}}, `no session or talk fits track "Main hall", 2018`, "Leave a filter out."},
		{boats(), answer.Query{Words: []string{"cranes wicks"}}, `no topic is called "cranes wicks" and no session or talk mentions it`, "Use 'cf summit-notes cranes' for a part of it."},
		{boats(), answer.Query{Words: []string{"a word wicks quux zorg"}}, `no topic is called "a word wicks quux zorg" and no session or talk mentions it`, "Use 'cf summit-notes wicks' for a part of it."},
		{boats(), answer.Query{IsSearch: true, Search: "whalse", Filter: answer.Filter{Day: 1}}, "no session or talk fits day 1", "Leave a filter out."},
		{boats(), answer.Query{IsSession: true, Session: "8"}, "there is no session 8; they are numbered from 1 to 7", sessions},
		{boats(), answer.Query{IsSession: true, Session: "#"}, `no session has the number or the id "#"`, sessions},
		{empty, answer.Query{IsSession: true, Session: "1"}, `no session has the number or the id "1"`, sessions},
	} {
		_, err := answer.Find(c.ix, c.q)
		if err == nil {
			t.Errorf("%+v has an answer", c.q)
		} else if e := failure(t, err); e.Message != c.message || e.Tip != c.tip {
			t.Errorf("%+v: %s (%s), want %s (%s)", c.q, e.Message, e.Tip, c.message, c.tip)
		}
	}
}

func TestIsNothing(t *testing.T) {
	for code, want := range map[string]bool{answer.UnknownTopic: true, answer.NothingFound: true, answer.EmptyQuery: false, answer.UnknownDay: false} {
		if e := (&answer.Error{Code: code}); e.IsNothing() != want {
			t.Errorf("IsNothing of %s = %v, want %v", code, e.IsNothing(), want)
		}
	}
}

// TestManyValues has more tracks than a message lists.
func TestManyValues(t *testing.T) {
	var all []*summit.Session
	for i := range 13 {
		s := talk(i+1, "Tides")
		s.Track = "Hall " + string(rune('A'+i))
		all = append(all, s)
	}
	for n, want := range map[int]int{12: 12, 13: 0} {
		_, err := answer.Find(index.New(all[:n], nil, nil), answer.Query{Filter: answer.Filter{Track: "zzzzzzzz"}})
		if e := failure(t, err); len(e.Suggestions) != want {
			t.Errorf("of %d tracks %q are suggested, want %d", n, e.Suggestions, want)
		}
	}
}

func TestOperators(t *testing.T) {
	for _, c := range []struct {
		text, wanted string
		operators    int
	}{
		{"lantern OR oil", "lantern oil", 1},
		{"lantern AND oil", "lantern oil", 1},
		{"oil NOT whales", "oil whales", 1},
		{"lantern or oil", "lantern or oil", 0},
		{"oil -knots", "oil", 1},
		{"oil --lantern", "oil --lantern", 0},
		{"oil -", "oil -", 0},
		{"oil -a", "oil -a", 0},
		{"oil*", "oil", 1},
	} {
		a, err := answer.Find(boats(), answer.Query{IsSearch: true, Search: c.text})
		if a.Wanted != c.wanted || len(a.Operators) != c.operators || err != nil {
			t.Errorf("%s: error %v; it searches for %q without %q, want %q without %d", c.text, err, a.Wanted, a.Operators, c.wanted, c.operators)
		}
	}
}
