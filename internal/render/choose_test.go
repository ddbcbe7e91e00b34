package render

import (
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

func TestGroupOnAllTopics(t *testing.T) {
	a := answer.Answer{Topics: make([]answer.Topic, 2), Sessions: []answer.Session{{Marks: make([]index.Marks, 2)}}}
	if got := groups(a); len(got) != 1 || got[0].head != "On all of them" {
		t.Errorf("the groups are %v", got)
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
		p.heading(answer.Session{Session: &s}, answer.Answer{})
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
