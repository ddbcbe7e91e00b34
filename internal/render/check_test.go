package render

import (
	"slices"
	"testing"
)

func TestAdviceWithoutSessions(t *testing.T) {
	advice := []string{`no sessions found: write "## TITLE" above the notes of each talk`}
	for _, c := range []struct {
		stem  string
		words int
		want  []string
	}{{"notes", 3, advice}, {"notes", 0, nil}, {"ReadMe", 3, nil}} {
		if got := (counts{others: c.words}).advice(c.stem); !slices.Equal(got, c.want) {
			t.Errorf("the advice about %s with %d words is %q", c.stem, c.words, got)
		}
	}
}
