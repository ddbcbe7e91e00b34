package answer_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// TestOrderOfTalks has talks on masts in their order, each before one that is better in all that
// counts less.
func TestOrderOfTalks(t *testing.T) {
	talk := func(title, language, event string, year int, kind summit.Kind, topics ...string) summit.Talk {
		return summit.Talk{Title: title, Language: language, Event: event, Year: year, Links: []summit.Link{{Kind: kind, URL: "https://talks.example/" + title}}, Topics: topics}
	}
	best := []summit.Talk{
		talk("A mast", "", "Boat Show", 2015, summit.Video, "masts"),
		talk("Stepping a spar", "", "Rope Days", 2014, summit.Video, "masts"),
		talk("Booms again", "", "Boat Show", 2014, summit.Video, "masts"),
		talk("Drawing the main-mast", "", "Rope Days", 2016, summit.Slides, "masts"),
		talk("All about mast-hoops", "", "Rope Days", 2017, summit.Video, "masts"),
		talk("Der Mast", "de", "Rope Days", 2018, summit.Video, "masts"),
		talk("Masts and sails", "", "Boat Show", 2019, summit.Video, "sails", "masts"),
	}
	topics := []summit.Topic{
		{ID: "masts", Name: "Masts and spars", Aliases: []string{"spar"}, Terms: []string{"boom"}, Not: []string{"mast hoops"}},
		{ID: "sails", Name: "Sails", Terms: []string{"sail"}},
	}
	mixed := []summit.Talk{best[6], best[5], best[4], best[2], best[3], best[1], best[0]}
	for _, c := range []struct {
		q    answer.Query
		want string
	}{
		{answer.Query{Words: []string{"masts"}}, "A mast, Stepping a spar, Booms again, Drawing the main-mast, All about mast-hoops, Der Mast, Masts and sails"},
		{answer.Query{Words: []string{"masts"}, Talks: true}, "A mast, Stepping a spar, Booms again, Drawing the main-mast, All about mast-hoops, Der Mast, Masts and sails"},
		{answer.Query{Words: []string{"masts", "sails"}}, "Masts and sails, A mast, Stepping a spar, Booms again, Drawing the main-mast, All about mast-hoops, Der Mast"},
		{answer.Query{Words: []string{"spars"}}, "Stepping a spar, A mast, Booms again, Drawing the main-mast, All about mast-hoops, Der Mast, Masts and sails"},
		{answer.Query{Talks: true}, "Masts and sails, All about mast-hoops, A mast, Stepping a spar, Booms again, Drawing the main-mast, Der Mast"},
	} {
		a, err := answer.Find(index.New(nil, topics, mixed), c.q)
		if diff := cmp.Diff(c.want, titles(a)); diff != "" || err != nil {
			t.Errorf("%+v gives the error %v and the talks (-want +got):\n%s", c.q, err, diff)
		}
	}
}

// TestNumberOfTalks asks for one topic and for all, because they are counted apart.
func TestNumberOfTalks(t *testing.T) {
	topics := []summit.Topic{{ID: "masts", Name: "Masts"}, {ID: "sails", Name: "Sails"}, {ID: "knots", Name: "Knots"}}
	talks := []summit.Talk{
		{Title: "Spars", Event: "Boat Show", Topics: []string{"masts", "sails", "masts"}, Links: []summit.Link{{URL: "https://talks.example/1"}}},
		{Title: "Canvas", Event: "Rope Days", Topics: []string{"sails"}, Links: []summit.Link{{URL: "https://talks.example/2"}}},
		{Title: "Bends", Event: "Rope Days", Links: []summit.Link{{URL: "https://talks.example/3"}}},
	}
	for _, c := range []struct {
		q    answer.Query
		want string
	}{
		{answer.Query{ListTopics: true}, "knots 0, masts 1, sails 2"},
		{answer.Query{ListTopics: true, Filter: answer.Filter{Summit: "boat show"}}, "knots 0, masts 1, sails 1"},
		{answer.Query{Words: []string{"masts"}}, "masts 1"},
		{answer.Query{Words: []string{"sails"}, Filter: answer.Filter{Summit: "boat show"}}, "sails 1"},
	} {
		a, err := answer.Find(index.New(nil, topics, talks), c.q)
		var got []string
		for _, topic := range a.Topics {
			got = append(got, fmt.Sprintf("%s %d", topic.ID, topic.Talks))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, ", ")); diff != "" || err != nil {
			t.Errorf("%+v gives the error %v and the numbers of talks (-want +got):\n%s", c.q, err, diff)
		}
	}
}

// TestBestLink has links in the order in which they are opened, each of a session or a talk of
// its own, the best last.
func TestBestLink(t *testing.T) {
	link := func(of string, kind summit.Kind) summit.Link {
		return summit.Link{Kind: kind, URL: "https://example.com/" + of + "/" + string(kind)}
	}
	links := []summit.Link{
		link("session", summit.Video), link("session", summit.Slides), link("talk", summit.Video), link("talk", summit.Slides),
		link("session", summit.Schedule), link("talk", summit.Schedule), link("talk", summit.Reference),
	}
	var a answer.Answer
	for _, l := range slices.Backward(links) {
		if strings.Contains(l.URL, "session") {
			a.Sessions = append(a.Sessions, answer.Session{Session: &summit.Session{Links: []summit.Link{l}}})
		} else {
			a.Talks = append(a.Talks, answer.Talk{Talk: &summit.Talk{Links: []summit.Link{l}}})
		}
		if got, ok := a.BestLink(); !ok || got != l {
			t.Errorf("%+v is opened, want %+v", got, l)
		}
	}
}
