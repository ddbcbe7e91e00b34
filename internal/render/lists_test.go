package render

import (
	"strings"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

func TestDayHead(t *testing.T) {
	for _, c := range []struct {
		session summit.Session
		summits int
		want    string
	}{
		{summit.Session{Day: 1}, 1, "Day 1"},
		{summit.Session{Day: 1}, 2, "Tides, day 1"},
		{summit.Session{Date: "2031-05-01"}, 1, "2031-05-01"},
		{summit.Session{Day: 1, Date: "2031-05-01"}, 1, "Day 1, 2031-05-01"},
		{summit.Session{}, 1, "Tides"},
	} {
		c.session.Summit = "Tides"
		if got := dayHead(&c.session, c.summits); got != c.want {
			t.Errorf("the head of %+v is %q, want %q", c.session, got, c.want)
		}
	}
}

func TestLinkKinds(t *testing.T) {
	const video, slides, schedule = summit.Video, summit.Slides, summit.Schedule
	for _, c := range []struct {
		kinds []summit.Kind
		want  string
	}{
		{nil, ""},
		{[]summit.Kind{video, video, slides}, "video slides"},
		{[]summit.Kind{video, schedule}, "video"},
		{[]summit.Kind{schedule, schedule}, "schedule"},
	} {
		s := &summit.Session{}
		for _, k := range c.kinds {
			s.Links = append(s.Links, summit.Link{Kind: k})
		}
		if got := linkKinds(s); got != c.want {
			t.Errorf("the kinds of %v are %q, want %q", c.kinds, got, c.want)
		}
	}
}

func TestTalksHead(t *testing.T) {
	topic := []answer.Topic{{Topic: summit.Topic{Name: "Gates"}}}
	for _, c := range []struct {
		answer answer.Answer
		want   string
	}{
		{answer.Answer{Kind: answer.TalkList}, "No talks"},
		{answer.Answer{Kind: answer.BySearch, Wanted: "tides"}, `No talks found for "tides"`},
		{answer.Answer{Kind: answer.BySearch, Wanted: "tides", Topics: topic}, "No talks about Gates"},
	} {
		if got := talksHead(c.answer); got != c.want {
			t.Errorf("the head is %q, want %q", got, c.want)
		}
	}
}

// TestNextOfNoTalks has words without talks: they lead nowhere.
func TestNextOfNoTalks(t *testing.T) {
	got := textOf(t, answer.Answer{Kind: answer.BySearch, IsSearch: true, Query: "gates", AllTalks: true}, Style{})
	if want := "next     cf summit-notes --list-topics\n"; !strings.HasSuffix(got, want) {
		t.Errorf("the text is %q, want it to end with %q", got, want)
	}
}

// TestNarrowingToSummit has a summit of a flag, and a year of the words.
func TestNarrowingToSummit(t *testing.T) {
	tides := answer.Filter{Summit: "Tides"}
	for _, c := range []struct {
		flags, all answer.Filter
		want       string
	}{{tides, tides, `Only summit "Tides".`}, {answer.Filter{}, answer.Filter{Summit: "Tides"}, "Only Tides."}, {answer.Filter{}, answer.Filter{From: 2031, To: 2031}, "Only 2031."}, {tides, answer.Filter{Summit: "Tides", From: 2029, To: 2031}, `Only summit "Tides", 2029 to 2031.`}, {answer.Filter{}, answer.Filter{From: 2031, To: summit.LastYear}, "Only since 2031."}, {answer.Filter{}, answer.Filter{From: summit.FirstYear, To: 2031}, "Only until 2031."}} {
		if got := narrowing(answer.Answer{Filter: c.flags, Narrow: c.all}); got != c.want {
			t.Errorf("the filters are %q, want %q", got, c.want)
		}
	}
}

// TestFirstSpeaker has a list that is narrowed by the second speaker's organisation.
func TestFirstSpeaker(t *testing.T) {
	s := &summit.Session{Title: "Ropes", Speakers: []summit.Speaker{{Name: "Ana Gruber", Organization: "Initech"}, {Name: "Bert Quist", Organization: "Umbrella"}}}
	for speaker, want := range map[string]string{"": "Ana Gruber, Initech +1", "umbrella": "Bert Quist, Umbrella +1"} {
		if got := firstSpeaker(s, answer.Filter{Speaker: speaker}); got != want {
			t.Errorf("%q: %q, want %q", speaker, got, want)
		}
	}
}
