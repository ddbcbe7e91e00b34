package answer_test

import (
	"strings"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

func TestFilter(t *testing.T) {
	for _, c := range []struct {
		name string
		f    answer.Filter
		want string
	}{
		{"a speaker", answer.Filter{Speaker: "Ana Gruber"}, "sessions : 7"},
		{"part of a name", answer.Filter{Speaker: "ana"}, "sessions : 6 7"},
		{"the beginning of a word", answer.Filter{Speaker: "gru"}, "sessions : 7"},
		{"the words of a name in another order, with accents", answer.Filter{Speaker: "GRÜBER, Ana"}, "sessions : 7"},
		{"words of two people", answer.Filter{Speaker: "ana quist"}, "unknown_speaker"},
		{"the middle of a word", answer.Filter{Speaker: "ruber"}, "unknown_speaker Ana Gruber"},
		{"a name misspelt", answer.Filter{Speaker: "Bret Quist"}, "unknown_speaker Bert Quist"},
		{"a part of a name misspelt", answer.Filter{Speaker: "quits"}, "unknown_speaker Bert Quist"},
		{"a name of nobody, of few", answer.Filter{Speaker: "zzzz"}, "unknown_speaker"},
		{"no letter", answer.Filter{Speaker: "?!"}, "unknown_speaker"},
		{"a day", answer.Filter{Day: 2}, "sessions : 7"},
		{"no such day", answer.Filter{Day: 9}, "unknown_day 1|2"},
		{"a track", answer.Filter{Track: "side"}, "sessions : 7"},
		{"a track misspelt", answer.Filter{Track: "syde room"}, "unknown_track Side room"},
		{"no such track", answer.Filter{Track: "cellar"}, "unknown_track Main hall|Side room"},
		{"a summit", answer.Filter{Summit: "2017"}, "sessions : 7"},
		{"no such summit", answer.Filter{Summit: "regatta"}, "unknown_summit Boat Show 2016|Boat Show 2017|Boat Show 2019|Boat Show 2018|Rope Days 2018|Rope Days 2020|Deep Water Days 2020"},
		{"an organisation", answer.Filter{Speaker: "initech"}, "sessions : 6 7"},
		{"an event of talks only", answer.Filter{Summit: "rope days"}, "sessions : | Hitches, Splices, Knots drawn"},
		{"an event of talks and its year", answer.Filter{Summit: "boat show 2018"}, "sessions : | Bends"},
		{"a speaker of talks only", answer.Filter{Speaker: "deep"}, "sessions : | Whirlpools"},
		{"an organisation of talks only", answer.Filter{Speaker: "umbrella"}, "sessions : | Whirlpools"},
		{"all that fits", answer.Filter{Speaker: "ana", Day: 1, Track: "main", Summit: "boat"}, "sessions : 6"},
		{"each fits, none all", answer.Filter{Speaker: "quist", Day: 2}, "nothing_found"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := c.want
			if strings.HasSuffix(c.want, "unknown_speaker") {
				want = "unknown_speaker Ana Bowline|Bert Quist|Ana Gruber|Cy Deep|Initech|Umbrella"
			}
			if got := outcome(t, boats(), answer.Query{Filter: c.f}); got != want {
				t.Errorf("%+v gives %s, want %s", c.f, got, want)
			}
			if strings.HasPrefix(c.want, "unknown") || c.want == "nothing_found" {
				return
			}
			if got := outcome(t, boats(), answer.Query{Filter: c.f, ListSessions: true}); got != want {
				t.Errorf("%+v with --list-sessions gives %s, want %s", c.f, got, want)
			}
		})
	}
}

func TestFilterNarrowsEveryAnswer(t *testing.T) {
	second := answer.Filter{Day: 2}
	for _, c := range []struct {
		name string
		q    answer.Query
		want string
	}{
		{"a topic", answer.Query{Words: []string{"routes"}, Filter: second}, "nothing_found"},
		{"words", answer.Query{Words: []string{"lanterns"}, Filter: second}, "words : 7"},
		{"search", answer.Query{IsSearch: true, Search: "oil", Filter: second}, "search : 7"},
		{"a session that fits", answer.Query{IsSession: true, Session: "7", Filter: second}, "session : 7"},
		{"a session that does not", answer.Query{IsSession: true, Session: "6", Filter: second}, "unknown_session"},
	} {
		if got := outcome(t, boats(), c.q); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	a, err := answer.Find(boats(), answer.Query{ListTopics: true, Filter: answer.Filter{Day: 2}})
	if err != nil {
		t.Fatal(err)
	}
	for _, topic := range a.Topics {
		if len(topic.About)+len(topic.Mentions) > 0 {
			t.Errorf("the topic %s has sessions %v, %v on day 2, want none", topic.ID, topic.About, topic.Mentions)
		}
	}
}

// TestFirst has the place of the speaker whom a filter asks for.
func TestFirst(t *testing.T) {
	speakers := []summit.Speaker{{Name: "Ana Gruber", Organization: "Initech"}, {Name: "Bert Quist", Organization: "Umbrella"}, {Name: "Cy"}}
	for want, filters := range [][]answer.Filter{
		{{}, {Speaker: "gruber"}, {Speaker: "nobody"}, {Names: "Initech"}},
		{{Speaker: "umbrella"}, {Speaker: "quist"}, {Names: "Bert Quist"}},
	} {
		for _, f := range filters {
			if got := f.First(speakers); got != want {
				t.Errorf("%+v: %d, want %d", f, got, want)
			}
		}
	}
}

func TestPartsOfAnOrganization(t *testing.T) {
	by := func(number int, organization string) *summit.Session {
		s := talk(number, "Masts", "a mast")
		s.Speakers = []summit.Speaker{{Name: "Ana Lopez", Organization: organization}}
		return s
	}
	ix := index.New([]*summit.Session{by(1, "Initech"), by(2, "Initech Digital"), by(3, "Initechnics")}, nil, nil)
	if got, want := outcome(t, ix, answer.Query{Words: []string{"initech"}}), "name : 1 2"; got != want {
		t.Errorf("initech gives %s, want %s", got, want)
	}
}
