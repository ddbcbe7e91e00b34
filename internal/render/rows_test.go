package render

import (
	"regexp"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
)

// mainRows are the most rows of the answers to the main topics.
var mainRows = map[string]int{"diego": 60, "bosh": 60, "firehose": 60, "route-services": 60, "autoscaling": 60, "security": 75}

// The most rows of the answers to all topics and to half of them, and the row by which the first
// session begins.
const (
	allRows     = 90
	halfRows    = 45
	sessionRows = 8
)

// TestRows counts the rows of the answers to all topics on a screen of 80 columns, those that the
// terminal wraps as well.
func TestRows(t *testing.T) {
	ix := bundled(t)
	short, found := 0, 0
	for _, topic := range ix.Topics() {
		a := find(t, ix, answer.Query{Words: []string{topic.ID}})
		most := 0
		for _, st := range []Style{{Width: 80}, {Width: 80, Links: true}, {}} {
			text := textOf(t, a, st)
			most = max(most, rows(text))
			if at := firstSession.FindStringIndex(text); (at != nil) != (len(a.Sessions) > 0) {
				t.Errorf("%s with %+v shows a session: %t, but has %d", topic.ID, st, at != nil, len(a.Sessions))
			} else if at != nil && rows(text[:at[0]])+1 > sessionRows {
				t.Errorf("the first session on %s with %+v begins at row %d", topic.ID, st, rows(text[:at[0]])+1)
			}
		}
		bound := allRows
		if main, isMain := mainRows[topic.ID]; isMain {
			bound = main
			found++
		}
		if most > bound {
			t.Errorf("the answer to %s has %d rows, more than %d", topic.ID, most, bound)
		}
		if most <= halfRows {
			short++
		}
	}
	if all := len(ix.Topics()); 2*short < all {
		t.Errorf("%d of %d topics have at most %d rows, fewer than half", short, all, halfRows)
	}
	if found != len(mainRows) {
		t.Errorf("%d of the %d main topics are bundled", found, len(mainRows))
	}
}

// firstSession matches the number of a session and the gap behind it.
var firstSession = regexp.MustCompile(`(?m)^\d{1,2} {2,3}\S`)

// unseen matches what takes no room on a terminal.
var unseen = regexp.MustCompile(`\x1b\]8;;[^\x1b]*\x1b\\`)

// rows counts the rows of a text on a screen of 80 columns.
func rows(text string) int {
	n := 0
	for line := range strings.Lines(unseen.ReplaceAllString(text, "")) {
		n += max(1, (displaywidth.String(strings.TrimSuffix(line, "\n"))+79)/80)
	}
	return n
}
