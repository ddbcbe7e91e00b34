package parse

import "strings"

// An outline is what the blocks of a document are for, found by rules that look at the document
// as a whole:
//
//   - A heading that reads like a day opens a day.
//   - The one heading of level 1 above all others names the summit.
//   - Sessions have the heading level at which most headings have notes of their own.
//   - A heading above that level opens a track, unless notes follow it at once: then it is a
//     session too.
//   - A heading below that level is a note of its session, with what follows nested in it.
//   - A paragraph of one line that a list follows is a session as well, where the paragraph
//     follows a list, an image or the heading of a track, and does not read like a sentence
//     that introduces the list.
type outline struct {
	blocks []line
	level  int // of the headings of sessions; 0 when there are none
}

// A line is a block with what its text says on its own.
type line struct {
	block
	plain string // its text
	isDay bool
	day   day
	title *title // what it says as the title of a session; nil until somebody asks
}

// newOutline looks at the blocks of a document. year completes dates that have none; it is 0 when
// unknown.
func newOutline(blocks []block, year int) outline {
	o := outline{blocks: make([]line, len(blocks))}
	for i, b := range blocks {
		l := line{block: b, plain: plain(b.text)}
		if b.kind == heading {
			l.day, l.isDay = readDay(l.plain, year)
		}
		o.blocks[i] = l
	}
	o.level = o.sessionLevel()
	return o
}

// sessionLevel is the heading level at which most headings have notes, the upper one in a tie.
func (o outline) sessionLevel() int {
	var counts [7]int
	top := o.top()
	for i, l := range o.blocks {
		if l.kind == heading && !l.isDay && i != top && o.hasNotes(i) {
			counts[l.level]++
		}
	}
	best := 0
	for level, n := range counts {
		if n > counts[best] {
			best = level
		}
	}
	return best
}

// top is the index of the first heading if that is the one of level 1 above all others, days left
// aside; else -1.
func (o outline) top() int {
	top, below := -1, false
	for i, l := range o.blocks {
		switch {
		case l.kind != heading:
		case top < 0 && l.level > 1, top >= 0 && l.level == 1 && !l.isDay:
			return -1
		case top < 0:
			top = i
		default:
			below = below || l.level > 1
		}
	}
	if !below {
		return -1
	}
	return top
}

// hasNotes reports whether text follows heading i before the next heading or title paragraph.
func (o outline) hasNotes(i int) bool {
	for j := i + 1; j < len(o.blocks); j++ {
		switch l := o.blocks[j]; {
		case l.kind == heading:
			return false
		case l.kind == paragraph && l.plain == "":
		default:
			return !o.isTitle(j)
		}
	}
	return false
}

// isTitle reports whether block i is a paragraph that is the title of a session.
func (o outline) isTitle(i int) bool {
	l := &o.blocks[i]
	if l.kind != paragraph || l.plain == "" || len(l.plain) > maxTitle || !o.followedByList(i) || o.belowSession(i) {
		return false
	}
	if t := l.readTitle(); t.linked || len(t.speakers) > 0 {
		return true
	}
	return !strings.ContainsAny(l.plain[len(l.plain)-1:], ".:;,!") && isProper(l.plain)
}

// maxTitle is the longest title, in bytes; a longer paragraph is prose. Addresses count: they
// stand in the text of some titles.
const maxTitle = 400

func (l *line) readTitle() *title {
	if l.title == nil {
		t := readHeading(l.text)
		l.title = &t
	}
	return l.title
}

func (o outline) followedByList(i int) bool {
	for _, l := range o.blocks[i+1:] {
		if l.kind == list {
			return true
		}
		if l.kind != paragraph || l.plain != "" {
			return false
		}
	}
	return false
}

// belowSession reports whether a heading of a session stands directly above block i: what follows
// it belongs to it.
func (o outline) belowSession(i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch l := o.blocks[j]; {
		case l.kind == heading:
			return o.level > 0 && l.level >= o.level && !l.isDay
		case l.kind == list:
			return false
		case l.plain != "":
			return true
		}
	}
	return false
}
