package summit

import (
	"cmp"
	"strconv"
	"strings"
)

// A Talk is a talk about topics at any event, of which there are no notes but links.
type Talk struct {
	Title    string // never empty
	Language string // ISO 639 code of the language it is given in; empty for English
	Speakers []Speaker
	Event    string   // without its year; empty when unknown
	Year     int      // 0 when unknown
	Links    []Link   // best first; never empty
	Topics   []string // ids, the main topic first
}

// Occasion is the event with its year, as far as they are known.
func (t *Talk) Occasion() string {
	if t.Year == 0 {
		return t.Event
	}
	return strings.TrimSpace(t.Event + " " + strconv.Itoa(t.Year))
}

// BestKind is the kind of the best link.
func (t *Talk) BestKind() Kind { return t.Links[0].Kind }

// Compare orders kinds of link, the best first.
func (k Kind) Compare(other Kind) int { return cmp.Compare(k.rank(), other.rank()) }

func (k Kind) rank() int {
	for i, kind := range Kinds {
		if kind == k {
			return i
		}
	}
	return len(Kinds)
}
