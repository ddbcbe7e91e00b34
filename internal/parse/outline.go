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
	blocks []block
	year   int // of the summit, from its title or its front matter; 0 when unknown
	level  int // of the headings of sessions; 0 when there are none
}

func newOutline(blocks []block, year int) outline {
	o := outline{blocks: blocks, year: year}
	o.level = o.sessionLevel()
	return o
}

// sessionLevel is the heading level at which most headings have notes, the upper one in a tie.
func (o outline) sessionLevel() int {
	var counts [7]int
	for i, b := range o.blocks {
		if b.kind == heading && !o.isDay(b) && !o.standsAbove(i) && o.hasNotes(i) {
			counts[b.level]++
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

// standsAbove reports whether heading i is the first, of level 1, with headings below it and, but
// for days, no other beside it.
func (o outline) standsAbove(i int) bool {
	below := false
	for j, b := range o.blocks {
		switch {
		case b.kind != heading || j == i:
		case j < i || b.level == 1 && !o.isDay(b):
			return false
		default:
			below = below || b.level > 1
		}
	}
	return below && o.blocks[i].level == 1
}

func (o outline) isDay(b block) bool {
	_, ok := readDay(plain(b.text), o.year)
	return ok
}

// hasNotes reports whether text follows heading i before the next heading or title paragraph.
func (o outline) hasNotes(i int) bool {
	for j := i + 1; j < len(o.blocks); j++ {
		switch b := o.blocks[j]; {
		case b.kind == heading:
			return false
		case b.kind == paragraph && plain(b.text) == "":
		default:
			return !o.isTitle(j)
		}
	}
	return false
}

// isTitle reports whether block i is a paragraph that is the title of a session.
func (o outline) isTitle(i int) bool {
	b := o.blocks[i]
	text := plain(b.text)
	if b.kind != paragraph || text == "" || len(text) > maxTitle || !o.followedByList(i) || o.belowSession(i) {
		return false
	}
	t := readHeading(b.text)
	if t.linked || len(t.speakers) > 0 {
		return true
	}
	return !strings.ContainsAny(text[len(text)-1:], ".:;,!") && isProper(text)
}

// maxTitle is the longest title, in bytes; a longer paragraph is prose. Addresses count: they
// stand in the text of some titles.
const maxTitle = 400

func (o outline) followedByList(i int) bool {
	for _, b := range o.blocks[i+1:] {
		if b.kind == list {
			return true
		}
		if b.kind != paragraph || plain(b.text) != "" {
			return false
		}
	}
	return false
}

// belowSession reports whether a heading of a session stands directly above block i: what follows
// it belongs to it.
func (o outline) belowSession(i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch b := o.blocks[j]; {
		case b.kind == heading:
			return o.level > 0 && b.level >= o.level && !o.isDay(b)
		case b.kind == list:
			return false
		case plain(b.text) != "":
			return true
		}
	}
	return false
}
