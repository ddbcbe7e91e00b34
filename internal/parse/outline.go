package parse

import (
	"slices"
	"strings"
)

// An outline is what the blocks of a document are for, found by rules that look at the document
// as a whole:
//
//   - A heading that reads like a day opens a day. It is a session itself where notes stand below
//     it and no talk does.
//   - The one heading of level 1 above all others names the summit. It is the session instead, and
//     all headings below are its notes, where it names no event and a talk's marks are its own: the
//     front matter has them, speakers or links stand directly below it, or most headings below name
//     parts of a talk ("Summary"). One that names an event needs a label with speakers below it, or
//     speakers of its own and a talk link below.
//   - Front matter with a title and speakers or links is about one session too, unless two headings
//     name speakers, each of them somebody whom no other heading names: then it is about all of them.
//   - Sessions have the heading level at which most headings have notes of their own, those not
//     counted that name parts, that come again below other headings or that stand below a heading
//     with notes. A heading with the marks of a talk (speakers, a talk link, a time of day) counts
//     more than others, and below one that has notes and no marks as well. A line in bold is a heading
//     of the lowest level.
//   - A heading above that level opens a track, unless notes follow it at once: then it is a
//     session too. One that is named like a track ("Track A", "Lightning talks") and has headings
//     below it is a track all the same; so is one at that level with nothing below it but talks.
//   - A heading below that level is a note of its session, with what follows nested in it; below
//     no session it is one itself if notes follow it.
//   - A heading that names a part at the level of the sessions or above belongs to no session,
//     but to the one before where it comes again.
//   - A paragraph of one line that a list follows is a session as well, where the paragraph
//     follows a list, an image or the heading of a track, and does not read like a sentence
//     that introduces the list. With the marks of a talk it may follow other paragraphs that stand in
//     no session. Without the marks of a talk it is none below a heading that is a
//     note, nor where it begins in bold or italics and headings are sessions, nor where most of these
//     have the marks and no paragraph has.
//   - The rows of a table of talks, and the bullets of a list most of which have bullets nested
//     below them or the marks of a talk, are sessions where no heading is one. Such a list stands
//     below a day, a track, the summit or nothing. A list of links to places in the file is not one.
//   - Where nothing else is one, the title of the whole file is a session. A README, a change log
//     or a licence has none.
type outline struct {
	blocks []line
	top    int  // of the heading above all others; -1 when there is none
	level  int  // of the headings of sessions; 0 when there are none
	single bool // the file is about one session
	again  map[string]int

	plainTitles int // whether paragraphs can be titles without marks, 1, or not, -1; 0 until somebody asks
}

// A line is a block with what its text says on its own, and what it is for.
type line struct {
	block
	plain     string // its text; of a line in bold that text alone
	isDay     bool
	day       day
	part      bool   // a heading that names a part of a talk or of the notes
	container bool   // a heading that names what talks stand in
	title     *title // what it says as the title of a session; nil until somebody asks
	talk      int    // whether it has the marks of a talk, 1, or not, -1; 0 until somebody asks
	rest      []span // of a paragraph that begins with a title
	role      role
}

// A role is what a block is for.
type role int

const (
	noted        role = iota // a note of the session that is open, or of the summit
	opensDay                 // all headings
	namesSummit              //
	opensTrack               //
	opensSession             // a heading or a paragraph
	opensNotes               // a heading: a day that is a session itself
	standsAside              // a heading that belongs to no session
	listsTalks               // a list or a table; each bullet or row is a session
)

// boldLevel is that of lines in bold among the levels of headings.
const boldLevel = 7

// newOutline looks at the blocks of a document; lines are as many, for it to fill. year completes dates
// that have none; it is 0 when unknown.
func newOutline(lines []line, blocks []block, front frontMatter, year int) outline {
	o := outline{blocks: lines, top: -1, again: map[string]int{}}
	for i, b := range blocks {
		l := &o.blocks[i]
		*l = line{block: b}
		if b.kind == paragraph {
			l.readBold()
		}
		if b.kind != table && b.kind != list {
			l.plain = plain(l.text)
		}
		if l.kind == heading && l.plain == "" {
			l.kind, l.level = paragraph, 0 // images at most
		}
		if l.level > 0 {
			l.day, l.isDay = readDay(l.plain, year)
			l.part = namesPart(l.plain)
			l.container = namesContainer(l.plain)
			o.again[strings.ToLower(l.plain)]++
		}
	}
	o.top = o.findTop()
	if o.isManual(front) {
		o.nameManual()
		return o
	}
	o.single = front.describesTalk() && !o.namesManySpeakers() || o.top >= 0 && o.topIsSession()
	if !o.single {
		o.level = o.sessionLevel()
		o.assign()
		o.findDaysOfNotes()
		if o.hasSession() || o.top < 0 && front.Title == "" {
			return o
		}
	}
	o.assignSingle()
	return o
}

// assignSingle makes one session of the document. Its title is the heading at the top, else that
// of the front matter.
func (o *outline) assignSingle() {
	o.single = true
	for i := range o.blocks {
		o.blocks[i].role = noted
	}
	if o.top >= 0 {
		o.blocks[o.top].role = opensSession
	}
}

// nameManual takes the first heading of a README for the name of the file.
func (o *outline) nameManual() {
	first := slices.IndexFunc(o.blocks, func(l line) bool { return l.kind == heading })
	if first >= 0 && o.blocks[first].level == 1 && o.blocks[first].plain != "" {
		o.blocks[first].role = namesSummit
	}
}

func (o *outline) hasSession() bool {
	return slices.ContainsFunc(o.blocks, func(l line) bool { return l.role == opensSession || l.role == opensNotes || l.role == listsTalks })
}

func (o *outline) hasDays() bool {
	return slices.ContainsFunc(o.blocks, func(l line) bool { return l.role == opensDay || l.role == opensNotes })
}

// isManual reports whether a document is a README, a change log or a licence.
func (o *outline) isManual(front frontMatter) bool {
	if isLicence(front.Title) {
		return true
	}
	manual, other := 0, 0
	for i := range o.blocks {
		l := &o.blocks[i]
		if l.kind != heading || l.plain == "" {
			continue
		}
		if manual+other == 0 && isLicence(l.plain) {
			return true
		}
		switch {
		case l.isDay || len(l.readTitle().speakers) > 0:
			return false
		case namesManual(l.plain):
			manual++
		case i > 0 && l.level > 1:
			other++
		}
	}
	return manual > 1 && manual >= other
}

// readBold makes a heading of a paragraph that begins with a line in bold, with speakers or talk
// links behind it if anything.
func (l *line) readBold() {
	if len(l.text) == 0 || l.text[0].level < 2 || l.text[0].image {
		return
	}
	lines := splitLines(l.text)
	if len(lines) == 0 {
		return
	}
	bold := slices.IndexFunc(lines[0], func(s span) bool { return s.level < 2 && strings.TrimSpace(s.text) != "" })
	if bold < 0 {
		bold = len(lines[0])
	}
	label := plain(lines[0][:bold])
	if len(label) > maxTitle/2 || isLabel(strings.TrimRight(label, ": ")) {
		return
	}
	if behind := lines[0][bold:]; strings.Trim(plain(behind), trailing) != "" {
		t := readHeading(lines[0])
		if strings.HasSuffix(label, ":") || len(t.speakers) == 0 && len(readMediaLine(behind, true)) == 0 {
			return
		}
	}
	l.level, l.text, l.rest = boldLevel, lines[0], joinLines(lines[1:])
}

// findTop is the index of the first heading if that is the one of level 1 above all others, days
// left aside; else -1. A first heading of level 1 that names an event, with nothing below it, is
// above others of its level.
func (o *outline) findTop() int {
	top, below := -1, false
	for i := range o.blocks {
		l := &o.blocks[i]
		switch {
		case l.level == 0:
			below = below || top >= 0 && l.listsTalks()
		case top < 0 && l.level > 1 && l.level < boldLevel:
			return -1
		case top < 0 && l.level == 1:
			top = i
			if l.isDay {
				return -1
			}
			below = namesEvent(l.plain)
		case l.level == 1 && !l.isDay:
			if !namesEvent(o.blocks[max(top, 0)].plain) || !o.nothingBelow(top) {
				return -1
			}
			below = true
		case top >= 0:
			below = below || l.level < boldLevel || o.isTalk(i)
		}
	}
	if !below {
		return -1
	}
	return top
}

// listsTalks reports whether a block is a table of talks, or a list of talks with notes.
func (l *line) listsTalks() bool {
	return l.kind == table && isTableOfTalks(l.block) || l.kind == list && isListOfTalks(l.block, false)
}

func (o *outline) nothingBelow(i int) bool {
	return i+1 < len(o.blocks) && o.blocks[i+1].level == o.blocks[i].level
}

// topIsSession reports whether the heading above all others is that of a talk.
func (o *outline) topIsSession() bool {
	if o.blocks[o.top].container || namesEvent(o.blocks[o.top].plain) && !o.isTalkOfEvent() {
		return false
	}
	parts, others := 0, 0
	for i := range o.blocks {
		l := &o.blocks[i]
		switch {
		case l.kind != heading || i == o.top || l.plain == "":
		case l.isDay || !l.part && o.isTalk(i):
			return false
		case l.part:
			parts++
		default:
			others++
		}
	}
	return o.isTalk(o.top) || parts > others
}

// isTalkOfEvent reports whether the heading above all others is that of a talk although it names an
// event: a label directly below it names the speakers, or it names them itself and a talk link follows.
func (o *outline) isTalkOfEvent() bool {
	below := o.below(o.top)
	if len(below) > 0 && below[0].kind == paragraph {
		if lines := splitLines(below[0].text); len(lines) > 0 && readLabel(lines[0]).certainty > none {
			return true
		}
	}
	return len(o.blocks[o.top].readTitle().speakers) > 0 && len(mediaLinks(below)) > 0
}

// namesManySpeakers reports whether two headings or more name a speaker whom no other heading names.
func (o *outline) namesManySpeakers() bool {
	heading := map[string]int{} // that names a speaker; -1 where several do
	for i := range o.blocks {
		l := &o.blocks[i]
		if l.level == 0 || l.isDay || l.part || i == o.top {
			continue
		}
		who := l.readTitle().speakers
		if len(who) == 0 {
			who = byline(o.below(i)).speakers
		}
		for _, s := range who {
			if at, named := heading[s.Name]; named && at != i {
				heading[s.Name] = -1
			} else {
				heading[s.Name] = i
			}
		}
	}
	headings := map[int]bool{}
	for _, i := range heading {
		headings[i] = true
	}
	delete(headings, -1)
	return len(headings) > 1
}

// sessionLevel is the heading level at which most headings have notes, the upper one in a tie.
func (o *outline) sessionLevel() int {
	var counts, plain, titles [boldLevel + 1]int
	var above [boldLevel + 1]int // what the last heading of a level has: notes 1, the marks of a talk 2
	for i := range o.blocks {
		l := &o.blocks[i]
		if l.level == 0 || i == o.top || l.isDay {
			if l.level > 0 {
				clear(above[l.level:])
			}
			continue
		}
		talk, notes := !l.part && o.isTalk(i), o.hasNotes(i)
		below := slices.Max(above[:l.level])
		clear(above[l.level:])
		switch {
		case talk:
			above[l.level] = 2
		case notes && !l.part && !o.contains(i):
			above[l.level] = 1
		}
		switch {
		case l.part || below == 2 || below == 1 && (!talk || l.level == boldLevel):
		case talk:
			counts[l.level] += 4
		case notes && o.again[strings.ToLower(l.plain)] == 1:
			counts[l.level]++
		}
		if !l.part && !o.leadsToTalks(i) {
			titles[l.level]++
			if notes {
				plain[l.level]++
			}
		}
	}
	for _, c := range [][boldLevel + 1]int{counts, plain, titles} {
		if level := most(c[:]); level > 0 {
			return level
		}
	}
	return 0
}

// leadsToTalks reports whether a list or a table of talks stands below heading i.
func (o *outline) leadsToTalks(i int) bool {
	if i+1 == len(o.blocks) {
		return false
	}
	next := &o.blocks[i+1]
	return next.kind == table && isTableOfTalks(next.block) ||
		next.kind == list && o.isContainer(i) && isListOfTalks(next.block, true)
}

func most(counts []int) int {
	best := 0
	for level, n := range counts {
		if n > counts[best] {
			best = level
		}
	}
	return best
}

// contains reports whether heading i names what talks stand in, and the next heading stands below it.
func (o *outline) contains(i int) bool {
	if !o.blocks[i].container {
		return false
	}
	next := slices.IndexFunc(o.blocks[i+1:], func(l line) bool { return l.level > 0 })
	return next >= 0 && o.blocks[i+1+next].level > o.blocks[i].level
}

// isTalk reports whether heading i has the marks of a talk.
func (o *outline) isTalk(i int) bool {
	l := &o.blocks[i]
	if l.talk == 0 {
		l.talk = -1
		if o.findMarks(i) {
			l.talk = 1
		}
	}
	return l.talk > 0
}

func (o *outline) findMarks(i int) bool {
	t := o.blocks[i].readTitle()
	if t.linked || t.timed || len(t.speakers) > 0 {
		return true
	}
	if anyTalkLink(t.links) {
		return true
	}
	if o.blocks[i].container {
		return false
	}
	below := o.below(i)
	return byline(below).certainty > none || len(mediaLinks(below[:min(2, len(below))])) > 0
}

// below are the first blocks below heading i.
func (o *outline) below(i int) []block {
	var out []block
	if rest := o.blocks[i].rest; len(rest) > 0 {
		out = append(out, block{kind: paragraph, text: rest})
	}
	for _, l := range o.blocks[i+1 : min(len(o.blocks), i+4)] {
		if l.level > 0 {
			if b := l.asText(); b.kind != heading && byline([]block{b}).certainty > none {
				out = append(out, b)
			}
			break
		}
		out = append(out, l.block)
	}
	return out
}

// asText is the block as it was before a line of it was read as a heading.
func (l *line) asText() block {
	b := l.block
	if b.kind == paragraph {
		b.level = 0
		if len(l.rest) > 0 {
			b.text = joinLines([][]span{l.text, l.rest})
		}
	}
	return b
}

// hasNotes reports whether text follows heading i before the next heading or title paragraph.
func (o *outline) hasNotes(i int) bool {
	if len(o.blocks[i].rest) > 0 {
		return true
	}
	for j := i + 1; j < len(o.blocks); j++ {
		switch l := &o.blocks[j]; {
		case l.kind == heading:
			return false
		case l.level == boldLevel:
			return o.level != boldLevel && o.blocks[i].level < boldLevel && !o.isTalk(j)
		case l.kind == paragraph && l.plain == "", l.kind == list && isContents(l.block):
		case l.kind == table && isTableOfTalks(l.block):
			return false
		case l.kind == list && o.isContainer(i) && isListOfTalks(l.block, true):
			return false
		default:
			return !o.isTitle(j)
		}
	}
	return false
}

// isContainer reports whether heading i may have talks as bullets below it.
func (o *outline) isContainer(i int) bool {
	l := &o.blocks[i]
	return l.isDay || i == o.top || l.container
}

// isTitle reports whether block i is a paragraph that is the title of a session.
func (o *outline) isTitle(i int) bool {
	l := &o.blocks[i]
	if !o.mayBeTitle(i) || namesPresent(l.plain) {
		return false
	}
	if l.isMarked() {
		return true
	}
	if o.level > 0 && (l.text[0].level > 0 || o.blocks[o.listBelow(i)].glued || !o.takesPlainTitles()) {
		return false
	}
	if label, _, _ := strings.Cut(l.plain, ":"); namesPart(label) || isSentence(l.plain) {
		return false
	}
	return !strings.ContainsAny(l.plain[len(l.plain)-1:], ".:;,!") && isProper(l.plain)
}

// mayBeTitle reports whether block i is a paragraph of one line that stands where a title can.
func (o *outline) mayBeTitle(i int) bool {
	l := &o.blocks[i]
	if l.kind != paragraph || l.level > 0 || l.plain == "" || len(l.plain) > maxTitle {
		return false
	}
	return o.listBelow(i) >= 0 && l.isOneLine() && !o.belowSession(i)
}

// isMarked reports whether a title says more than a heading of notes would.
func (l *line) isMarked() bool {
	t := l.readTitle()
	return t.linked || len(t.speakers) > 0 || len(l.rest) > 0
}

// takesPlainTitles reports whether a paragraph can be a title without the marks of a talk: where some
// paragraph has them, or where the headings of most sessions have not.
func (o *outline) takesPlainTitles() bool {
	if o.plainTitles == 0 {
		o.plainTitles = -1
		marked, others := 0, 0
		for i := range o.blocks {
			switch {
			case o.blocks[i].level == o.level && o.isTalk(i):
				marked++
			case o.blocks[i].level == o.level:
				others++
			case o.mayBeTitle(i) && o.blocks[i].isMarked():
				o.plainTitles = 1
				return true
			}
		}
		if marked <= others {
			o.plainTitles = 1
		}
	}
	return o.plainTitles > 0
}

// isOneLine parts a paragraph of two lines, a title with its speakers, and reports whether it is
// of one line then.
func (l *line) isOneLine() bool {
	if !slices.ContainsFunc(l.text, func(s span) bool { return strings.Contains(s.text, "\n") }) {
		return true
	}
	lines := splitLines(l.text)
	if len(lines) == 2 && readByline(lines[1], true).certainty > none {
		l.text, l.rest, l.plain = lines[0], lines[1], plain(lines[0])
		l.title = nil
		return true
	}
	return len(lines) == 1
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

// listBelow is the index of the list that follows block i, images aside; -1 when there is none.
func (o *outline) listBelow(i int) int {
	for j := i + 1; j < len(o.blocks); j++ {
		l := &o.blocks[j]
		if l.kind == list {
			return j
		}
		if l.kind != paragraph || l.plain != "" {
			break
		}
	}
	return -1
}

// belowSession reports whether a heading of a session stands directly above block i: what follows
// it belongs to it. Other paragraphs between them are part of the session; where there is none they
// keep a title without marks from being one.
func (o *outline) belowSession(i int) bool {
	marked := o.blocks[i].isMarked()
	for j := i - 1; j >= 0; j-- {
		switch l := &o.blocks[j]; {
		case l.level > 0:
			return o.level > 0 && l.level >= o.level && !l.isDay
		case l.kind == list:
			return false
		case l.plain != "" && !marked:
			return true
		}
	}
	return false
}
