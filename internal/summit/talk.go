package summit

import (
	"strconv"
	"strings"
)

// A Talk is a talk about topics at any event, with links instead of notes.
type Talk struct {
	Title    string // never empty
	Language string // ISO 639 code of the language it is given in; empty for English
	Speakers []Speaker
	Event    string   // without its year; empty when unknown
	Year     int      // 0 when unknown
	Links    []Link   // best first; never empty
	Topics   []string // ids, the main topic first
}

// Occasion is the event with its year; unknown parts are omitted.
func (t *Talk) Occasion() string {
	if t.Year == 0 {
		return t.Event
	}
	return strings.TrimSpace(t.Event + " " + strconv.Itoa(t.Year))
}

// BestKind is the kind of the best link.
func (t *Talk) BestKind() Kind { return t.Links[0].Kind }
