package render

import (
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// How many notes an answer shows of the sessions about its topic: the best few of each, and what is left of all.
const (
	bestNotes = 3
	allNotes  = 16
)

// A listing is the notes of a session as one list, a note before those nested in it, with the choice of those to show.
type listing struct {
	notes  []listed
	best   []int // positions of all notes, those to be shown first first
	chosen int   // how many notes are shown
}

type listed struct {
	*summit.Note
	depth int
	above int // position of the note in which this one is nested; -1 for none
	spans []index.Span
	shown bool
}

// listNotes lists notes. The notes that match come first in the order in which they are to be shown, then those nested in
// one that matches, then the others.
func listNotes(notes []summit.Note, marks index.Marks) *listing {
	l := &listing{}
	l.add(notes, marks, -1, 0)
	rank := make([]int, len(l.notes))
	for i, n := range l.notes {
		switch {
		case len(n.spans) > 0:
			rank[i] = 0
		case n.above >= 0 && rank[n.above] < 2:
			rank[i] = 1
		default:
			rank[i] = 2
		}
	}
	for r := range 3 {
		for i := range rank {
			if rank[i] == r {
				l.best = append(l.best, i)
			}
		}
	}
	return l
}

func (l *listing) add(notes []summit.Note, marks index.Marks, above, depth int) {
	for i := range notes {
		at := len(l.notes)
		l.notes = append(l.notes, listed{Note: &notes[i], depth: depth, above: above, spans: marks.Notes[at]})
		l.add(notes[i].Notes, marks, at, depth+1)
	}
}

// choose shows the best notes, with those above them, until this many more are shown or all are.
func (l *listing) choose(more int) {
	enough := l.chosen + more
	for _, at := range l.best {
		if l.chosen >= enough {
			return
		}
		for ; at >= 0 && !l.notes[at].shown; at = l.notes[at].above {
			l.notes[at].shown = true
			l.chosen++
		}
	}
}

// hidden is how many notes are not shown.
func (l *listing) hidden() int { return len(l.notes) - l.chosen }

// share chooses the notes of several sessions: the best few of each, then what is left of all to the first until it is
// whole, then to the next. A single note that would be left is shown, as it takes no more room than saying so.
func share(all []*listing) {
	left := allNotes
	for _, l := range all {
		l.choose(bestNotes)
		left -= l.chosen
	}
	for _, l := range all {
		before := l.chosen
		l.choose(max(0, left))
		left -= l.chosen - before
		if l.hidden() == 1 {
			l.choose(1)
		}
	}
}
