package render

import (
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// The numbers of notes that an answer shows of the sessions about its topic: of each session, and
// of all sessions.
const (
	bestNotes = 3
	allNotes  = 16
)

// A listing is the notes of a session as one list, a note before those nested in it, with the
// choice of the notes to show.
type listing struct {
	notes  []listed
	best   []int // positions of all notes, the best first
	chosen int   // number of shown notes
}

type listed struct {
	*summit.Note
	depth int
	above int // position of the note that contains this one; -1 for none
	spans []index.Span
	shown bool
}

// listNotes lists notes. The best are the notes that match, in their order; then those nested in a
// match; then the others.
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

// choose shows the best notes, with the notes that contain them, until this many more are shown or
// all are.
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

// hidden is the number of notes that are not shown.
func (l *listing) hidden() int { return len(l.notes) - l.chosen }

// share chooses the notes of several sessions: the best few of each. The rest of the total goes to
// the first session until it is whole, then to the next. A last hidden note is shown, because it
// takes no more room than its count.
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
