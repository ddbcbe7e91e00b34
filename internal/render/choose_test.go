package render

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

// TestBestNotes has two notes with one below each; the third of the four matches.
func TestBestNotes(t *testing.T) {
	below := []summit.Note{{Text: "below"}}
	marks := index.Marks{Notes: map[int][]index.Span{2: {{Start: 0, End: 1}}}}
	l := listNotes([]summit.Note{{Text: "a", Notes: below}, {Text: "b", Notes: below}}, marks)
	if want := []int{2, 3, 0, 1}; !slices.Equal(l.best, want) {
		t.Errorf("the best notes are %v, want %v", l.best, want)
	}
}

func TestClosest(t *testing.T) {
	const near, far = index.Together, index.Scattered
	for _, c := range []struct {
		close []index.Closeness
		want  int
	}{
		{nil, 0},
		{[]index.Closeness{near, near, far}, 2},
		{[]index.Closeness{far, far}, 2},
		{[]index.Closeness{near, near, near, near, near, near}, bestMatches},
	} {
		sessions := make([]answer.Session, len(c.close))
		for i := range c.close {
			sessions[i].Close = c.close[i]
		}
		if got := closest(sessions); got != c.want {
			t.Errorf("of %v, %d are the closest, want %d", c.close, got, c.want)
		}
	}
}

// TestGroupsOfTopics has the numbers of topics, of three or two, that the sessions bear on.
func TestGroupsOfTopics(t *testing.T) {
	for _, c := range []struct {
		topics int
		on     []int
		near   bool
		want   string
	}{
		{2, []int{2}, false, "On all of them 1 whole"},
		{2, []int{2, 1, 1}, false, "On all of them 1 whole, On one of them 2 counted"},
		{2, []int{2, 1}, true, "Nearest 2"},
		{2, []int{1, 1}, false, "On one of them 2"},
		{3, []int{2, 2, 1}, false, "On several of them 2, On one of them 1 counted"},
		{3, []int{3, 2, 1}, false, "On all of them 1 whole, On fewer of them 2 counted"},
		{2, nil, false, ""},
		{1, []int{1, 1}, true, "Nearest 2"},
	} {
		a := answer.Answer{Kind: answer.ByTopic, Topics: make([]answer.Topic, c.topics), Near: c.near}
		for _, n := range c.on {
			a.Sessions = append(a.Sessions, answer.Session{Marks: make([]index.Marks, n), Relevance: answer.About})
		}
		var got []string
		for _, g := range groups(a) {
			how := map[bool]string{g.whole: " whole", g.counted: " counted"}[true]
			got = append(got, fmt.Sprintf("%s %d%s", g.head, len(g.sessions), how))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("of %d topics, sessions on %v give %q, want %s", c.topics, c.on, got, c.want)
		}
	}
}

// TestHidden has how many of some short sessions are only counted.
func TestHidden(t *testing.T) {
	two := make([]answer.Topic, 2)
	for _, c := range []struct {
		name     string
		a        answer.Answer
		sessions int
		group    group
		full     bool
		want     int
	}{
		{"near", answer.Answer{Near: true}, 5, group{}, false, 2},
		{"near, one more", answer.Answer{Near: true}, 4, group{}, false, 0},
		{"near, with --full", answer.Answer{Near: true}, 5, group{}, true, 0},
		{"one topic", answer.Answer{Kind: answer.ByTopic, Topics: two[:1]}, 5, group{}, false, 0},
		{"two topics", answer.Answer{Kind: answer.ByTopic, Topics: two}, 5, group{}, false, 2},
		{"on both topics", answer.Answer{Kind: answer.ByTopic, Topics: two}, 5, group{whole: true}, false, 0},
		{"on one topic of two", answer.Answer{Kind: answer.ByTopic, Topics: two}, 5, group{counted: true}, false, 5},
		{"the only one on one topic of two", answer.Answer{Kind: answer.ByTopic, Topics: two}, 1, group{counted: true}, false, 0},
		{"a search", answer.Answer{Kind: answer.BySearch, Topics: two}, 5, group{}, false, 0},
	} {
		p := &page{Style: Style{Full: c.full}}
		c.group.sessions = make([]answer.Session, c.sessions)
		if got := p.hidden(c.group, c.a); got != c.want {
			t.Errorf("%s: %d are hidden, want %d", c.name, got, c.want)
		}
	}
}

func TestHiddenAreCounted(t *testing.T) {
	got := textOf(t, find(t, bundled(t), answer.Query{Words: []string{"capacity planning"}, Filter: answer.Filter{Summit: "summit 2016"}}), Style{})
	if want := "\n5 more: cf summit-notes monitoring --summit \"summit 2016\"\n"; !strings.Contains(got, want) {
		t.Errorf("the answer lacks %q:\n%s", want, got)
	}
}

// TestMention has notes that match; the one that is shown has a capital.
func TestMention(t *testing.T) {
	long := strings.Repeat("g", shortNote) + " "
	for _, notes := range [][]string{
		{"A gate", "a gate"},
		{long + "a", "A gate"},
		{long + "A", long + "b"},
		{long + "a", "A gate", "a gate"},
	} {
		s := summit.Session{}
		marks := index.Marks{Notes: map[int][]index.Span{}}
		for i, text := range notes {
			s.Notes = append(s.Notes, summit.Note{Text: text})
			marks.Notes[i] = []index.Span{{Start: 0, End: 1}}
		}
		p := &page{}
		p.mention(answer.Session{Session: &s}, listNotes(s.Notes, marks))
		if got := p.out.String(); !strings.Contains(got, "A") {
			t.Errorf("of %q it shows %q", notes, got)
		}
	}
}

func TestExplained(t *testing.T) {
	for _, c := range []struct {
		text, explanation string
		want              []string
	}{
		{"Ada", "day 1", []string{"Ada", ", day 1"}},
		{"Ada", "", []string{"Ada"}},
		{"", "day 1", []string{"day 1"}},
		{"", "", nil},
	} {
		var got []string
		for _, r := range explained(c.text, c.explanation) {
			got = append(got, r.text)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q with %q (-want +got):\n%s", c.text, c.explanation, diff)
		}
	}
}

func TestHeading(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{"Gates", "1   Gates\n    Ada, Docks\n"},
		{"Ada", "1   Ada, Docks\n"},
	} {
		s := summit.Session{Number: 1, Title: c.title, Speakers: []summit.Speaker{{Name: "Ada", Organization: "Docks"}}}
		p := &page{}
		a := answer.Session{Session: &s}
		p.titled(a, who(a, answer.Answer{}))
		if got := p.out.String(); got != c.want {
			t.Errorf("the heading of %s is %q, want %q", c.title, got, c.want)
		}
	}
}

// TestPhotosOfOneSession has a photo, which is counted only if its address is not shown.
func TestPhotosOfOneSession(t *testing.T) {
	a := one(summit.Session{Title: "Gates", Photos: []summit.Photo{{URL: "https://photos.example/1", Available: true}}})
	for full, want := range map[bool]string{false: "photos     1, addresses with --full", true: "photos   https://photos.example/1"} {
		got := textOf(t, a, Style{Full: full})
		if !strings.Contains(got, want) || strings.Count(got, "photos ") != 1 {
			t.Errorf("with full %t the photos are not %q:\n%s", full, want, got)
		}
	}
}
