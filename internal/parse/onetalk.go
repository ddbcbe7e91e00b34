package parse

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
)

// A Shape tells how much a file looks like the notes of one talk, whether it has talks of its own,
// and to which files its lists lead.
type Shape struct {
	form     form
	hasTalks bool     // a README has, of its own
	leads    []string // as written
}

type form int8

const (
	ofSeveral form = iota // more tells for several talks
	ofNone                // its title is that of an event, and nothing has the marks of a talk
	ofEither              // nothing tells much
	ofOne
)

// formOf finds the form of a document, and the heading that is the title of its talk if it is one;
// nil if the front matter or the name of the file has that. A sure sign decides alone; without one
// all that tells is weighed.
func formOf(root, top *Place, front Front) (form, *Place) {
	title := top
	if title == nil {
		title = titleOfPeers(root, front)
	}
	labelled := labelledTitle(root)
	switch {
	case front.IsTalk:
		return ofOne, top
	case labelled != nil:
		return ofOne, labelled
	case hasManySpeakers(root):
	case title != nil && (isMinutes(root, title) || title == top && isIntroduced(root, title)):
		return ofOne, title
	case front.DescribesTalk:
		return ofOne, top
	case title != nil && front.HasPeople && !title.Has(NamesEvent|NamesContainer):
		return ofOne, title
	}
	headline := front.Headline
	if title == nil {
		title = onlyHeading(root)
	}
	if title != nil {
		headline = title.Marks
	}
	if isAboutOne(root, headline, front) && !mayHaveTalks(root, root) {
		return ofOne, title
	}
	return weigh(root, title, headline, front), title
}

// What tells for one talk, and against it with a minus.
const (
	weightOfMarks    = 4  // the title has speakers or talk links
	weightOfKind     = 2  // or says what kind of session this is
	weightOfFile     = 2  // or is the name of the file; one word may be that of an event, which has no headings beside it
	weightOfLong     = 1  // or has several words
	weightOfShort    = -1 // or one
	weightOfNone     = -3 // or is the name of the file alone, and short
	weightOfPost     = -2 // the title is that of a post, and such titles may have anything
	weightOfChapters = 1  // most headings are shorter than titles
	weightOfTitles   = -2 // or are as long
	weightOfNumbers  = 3  // or are numbered
	weightOfName     = 2  // the name of the file alone has several words
	weightOfParts    = 3  // headings name parts of a talk, and few name anything else
	weightOfAgain    = -4 // or several parts come again
	weightOfDoubt    = -5 // or several may be talks
	weightOfPeers    = -1 // headings of the level of the title
	isSure           = 1  // what makes it one talk at least
	isDoubtful       = -5 // and what leaves it in doubt
)

// weigh finds the form of a document by all that tells for one talk and for several. marks are
// those of its title.
func weigh(root, title *Place, marks Marks, front Front) form {
	n, lines, isTitled := partsOf(root, title), linesIn(root), title != nil || front.HasTitle
	hasMarks := marks&(ofTalk|SpeakerBelow|LinkBelow|NameBelow|HasLabel) != 0
	isOfEvent := marks&(NamesEvent|NamesContainer|NamesDay) != 0 && (title == nil || !title.mayBeTalk() || !hasMarks)
	switch {
	case marks&(NamesEvent|NamesPerson) != 0 && !root.Has(SpeakerBelow|HasLabel) && hasNoMarks(root, title):
		return ofNone
	case isOfEvent:
		return ofSeveral
	case n.mayHaveTalks(title) && (n.talks > 0 || n.areMostDoubtful()), areAlike(root), n.events > 1, isListed(root, cmp.Or(title, root)), lines > 1 && !hasMarks:
		return ofSeveral
	}
	peers := title != nil && hasPeers(root, title)
	sum := 0
	for _, tells := range []struct {
		is     bool
		weight int
	}{
		{hasMarks, weightOfMarks},
		{marks&NamesKind != 0, weightOfKind},
		{front.IsNamedLike && (peers || marks&IsShort == 0), weightOfFile},
		{marks&IsLong != 0, weightOfLong},
		{marks&IsShort != 0, weightOfShort},
		{!isTitled && marks&IsLong == 0, weightOfNone},
		{front.IsPost, weightOfPost},
		{2*n.long <= n.others, weightOfChapters},
		{2*n.long > n.others, weightOfTitles},
		{2*n.numbered > n.upper, weightOfNumbers},
		{!isTitled && marks&IsLong != 0, weightOfName},
		{n.parts > 0 && n.others <= maxOthers*n.parts, weightOfParts},
		{n.again > 1, weightOfAgain},
		{n.mayHaveTalks(title), weightOfDoubt},
		{peers, weightOfPeers},
	} {
		if tells.is {
			sum += tells.weight
		}
	}
	switch {
	case sum >= isSure:
		return ofOne
	case sum >= isDoubtful:
		return ofEither
	}
	return ofSeveral
}

// isAboutOne reports whether the text above the first heading describes a single talk, whose title is
// that heading, or in the front matter or the name of the file. The text has a label of people or, below
// front matter, speakers or talk links; it needs both if the title names an event.
func isAboutOne(root *Place, title Marks, front Front) bool {
	switch {
	case title&(NamesContainer|NamesDay) != 0:
		return false
	case title&NamesEvent != 0:
		return front.HasTitle && root.Has(SpeakerBelow) && root.Has(LinkBelow)
	}
	return root.Has(HasLabel) || front.HasTitle && root.Has(SpeakerBelow|LinkBelow)
}

// onlyHeading is the heading of a document that has only one, at its head, of level 1 or of several
// words; nil if there is none.
func onlyHeading(root *Place) *Place {
	all := root.allSections()
	if len(all) == 0 || all[0].Kind != Heading || all[0] != root.Below[0] || all[0].Level > 1 && !all[0].Has(IsLong) ||
		slices.ContainsFunc(all[1:], func(s *Place) bool { return s.Kind == Heading }) {
		return nil
	}
	return all[0]
}

// isIntroduced reports whether a label of people directly below the title of a file names the
// speakers of all of it: the title names no event, and no heading is a day or has such a label.
func isIntroduced(root, title *Place) bool {
	return title.Has(HasLabel) && !title.Has(NamesEvent|NamesContainer|NamesDay) &&
		!slices.ContainsFunc(title.allSections(), func(s *Place) bool { return s.Has(NamesDay | HasLabel) })
}

// isMinutes reports whether a file has the minutes of one meeting: no heading is a day, and its
// title names a meeting with its date, or a meeting or the day above two headings at least such as
// Agenda, and below a day one such as Present.
func isMinutes(root, title *Place) bool {
	has := func(m Marks) bool {
		return slices.ContainsFunc(title.allSections(), func(s *Place) bool { return s.Has(m) })
	}
	if has(NamesDay) {
		return false
	}
	isMeeting := title.Has(NamesMeeting) || title.Has(NamesDay|HasDate) && has(NamesPresent)
	return title.Has(IsDated) || isMeeting && partsOf(root, title).parts > 1
}

// labelledTitle is the title of a file if the first heading below it, parts of the talk left aside,
// is a label that names the speakers of all of it, and no other heading is one; nil if not. Headings
// of its level name parts.
func labelledTitle(root *Place) *Place {
	var title, label *Place
	for _, s := range root.allSections() {
		switch {
		case s.Has(NamesLabel) && s.Has(HasLabel) && title != nil && label == nil:
			label = s
		case title == nil:
			title = s
		case s.Has(NamesLabel), !s.Has(NamesPart) && (label == nil || s.Level <= title.Level):
			return nil
		}
	}
	if label == nil {
		return nil
	}
	return title
}

// maxOthers is how many headings a talk has at most for each that names a part of one.
const maxOthers = 6

// titleOfPeers is the first heading of a document with others of its level below, as chapters
// would be, if it has the name of the file, or is of level 1 with the marks of a talk or the date of
// a meeting, or if it has those marks and none of many others may be a talk; nil if not.
func titleOfPeers(root *Place, front Front) *Place {
	all := root.sections()
	switch {
	case len(all) < 2:
		return nil
	case front.IsNamedLike, all[0].Level == 1 && (all[0].IsTalk() || all[0].Has(NameBelow|MayNameSpeaker|IsDated)):
		return all[0]
	case all[0].IsTalk():
		if n := partsOf(root, all[0]); n.talks+n.doubtful == 0 && n.parts+n.others >= minChapters {
			return all[0]
		}
	}
	return nil
}

// minChapters is how many chapters a talk has at least whose title is of another level than 1 and
// of the level of the chapters.
const minChapters = 3

// hasPeers reports whether a heading of the level of the title, or above it, follows.
func hasPeers(root, title *Place) bool {
	return slices.ContainsFunc(root.sections(), func(s *Place) bool { return s != title && s.Kind == Heading })
}

// areAlike reports whether two upper headings, and most of them, have names alone in the first line
// below.
func areAlike(root *Place) bool {
	named, others := 0, 0
	for _, s := range root.sections() {
		if s.Has(NameBelow) {
			named++
		} else {
			others++
		}
	}
	return named > 1 && named > others
}

// linesIn counts the lines of a document that have the marks of a talk.
func linesIn(p *Place) int {
	n := 0
	for _, c := range p.Below {
		if c.Kind == Paragraph && c.Has(IsTitle) && c.isMarked() {
			n++
		}
		n += linesIn(c)
	}
	return n
}

// mayBeTalk reports whether the title of a file can be that of a talk. One that names an event
// needs a label with speakers below it, or speakers and a talk link.
func (p *Place) mayBeTalk() bool {
	switch {
	case p.Has(NamesContainer):
		return false
	case p.Has(NamesEvent):
		return p.Has(LabelBelow) || p.Has(HasSpeaker|SpeakerBelow) && p.Has(LinkBelow)
	}
	return true
}

// sectionCount counts the headings of a document: parts of a talk, days and talks, what may be
// talks, and others; and all of the upper level, and those with a number.
type sectionCount struct{ events, parts, again, talks, doubtful, others, long, level, upper, numbered int }

// partsOf counts the headings of a document but for its title. Those below parts of a talk are not
// counted, unless they are days or talks.
func partsOf(root, title *Place) sectionCount {
	var n, inside sectionCount
	n.add(root, title, &inside)
	n.talks += inside.talks
	n.again += inside.again
	return n
}

// mayHaveTalks reports whether a heading of a document other than its title is a talk or a day, or
// so many may be talks that this is unlikely to be an accident.
func mayHaveTalks(root, title *Place) bool {
	n := partsOf(root, title)
	return n.mayHaveTalks(title)
}

func (n *sectionCount) areMostDoubtful() bool { return n.doubtful > n.parts+n.others }

func (n *sectionCount) mayHaveTalks(title *Place) bool {
	switch {
	case title != nil && title.Has(NamesKind):
		return n.talks > 0
	case title != nil && title.Has(HasSpeaker|SpeakerBelow|HasLabel):
		return n.talks > 0 || n.areMostDoubtful()
	}
	return n.talks > 0 || n.doubtful > 0 && doubtfulShare*n.doubtful >= n.parts+n.others
}

// doubtfulShare is how many headings there are at most for each that may be a talk, below a title
// without speakers.
const doubtfulShare = 4

func (n *sectionCount) add(p, title *Place, inside *sectionCount) {
	for _, s := range p.sections() {
		below := n
		switch {
		case s == title:
		case s.Has(NamesDay):
			n.talks++
		case s.Kind != Heading:
		case s.Has(NamesPart | NamesLabel):
			n.parts++
			if s.Has(IsAgain) {
				n.again++
			}
			below = inside
		case s.Has(ofTalk | SpeakerBelow | HasParts | IsInList):
			n.talks++
		case s.Has(MayNameSpeaker | NameBelow | LinkBelow):
			n.doubtful++
		default:
			n.others++
			if s.Has(IsLong) {
				n.long++
			}
		}
		if s.Has(NamesEvent) && len(s.Below) > 0 && isHeading(s.Below[0]) {
			n.events++
		}
		if s != title {
			n.addNumber(s)
		}
		below.add(s, title, inside)
	}
}

// addNumber counts a heading if it has the level of the first.
func (n *sectionCount) addNumber(s *Place) {
	if n.level == 0 {
		n.level = s.Level
	}
	if s.Level == n.level {
		n.upper++
		if s.Has(IsNumbered) {
			n.numbered++
		}
	}
}

// hasNoMarks reports whether nothing in a document is a day or has the marks of a talk.
func hasNoMarks(root, top *Place) bool {
	return !mayHaveTalks(root, top) && !isListed(root, top) && !slices.ContainsFunc(root.allSections(), (*Place).IsTalk)
}

// labelSection is the heading of a document that is a label of people: "Presenters"; nil if there
// is none.
func labelSection(root *Place) *Place {
	for _, s := range root.sections() {
		if s.Has(NamesLabel) {
			return s
		}
	}
	return nil
}

// hasManySpeakers reports whether two headings that are not below a part of a talk name a speaker
// whom no other heading names.
func hasManySpeakers(root *Place) bool { return ownSpeakers(root) > 1 }

func ownSpeakers(p *Place) int {
	n := 0
	for _, s := range p.sections() {
		if s.Has(OwnSpeaker) {
			n++
		}
		if !s.Has(NamesPart) {
			n += ownSpeakers(s)
		}
	}
	return n
}

// makeOne makes one session of the document.
func (d *decider) makeOne(root *Place, rule *Rule) {
	d.plan.IsOneTalk = true
	d.noteAll(root, isOfOneTalk)
	d.plan.Top = d.top
	if d.top != nil {
		d.set(d.top, Session, rule)
	}
}

// Neighbours are what the other files of a folder tell about one.
type Neighbours int8

const (
	AnyNeighbours     Neighbours = iota // they tell nothing
	TalkNeighbours                      // most are notes of one talk each
	IndexedNeighbours                   // it is their index
)

// NeighboursOf returns what the other files tell about each file. A file that its own text leaves
// in doubt has neighbours with one talk each where most files of its folder have that shape; two
// such files are needed, and a README does not count, nor does one file that names the event. Files
// alone in their folders are counted together with those in the folders beside. An index is a file
// whose lists lead to two of the others, or a README without talks of its own above other notes.
func NeighboursOf(names []string, shapes []Shape) []Neighbours {
	all := newFiles(names)
	groups := map[string]*shapeCount{}
	group := func(name string) *shapeCount {
		folder := folderOf(name)
		if all.in[folder] == 1 {
			folder = filepath.Join(folder, "..", "*")
		}
		if groups[folder] == nil {
			groups[folder] = &shapeCount{}
		}
		return groups[folder]
	}
	for i, name := range names {
		if !isReadmeName(name) || all.in[folderOf(name)] == 1 {
			group(name).add(shapes[i].form)
		}
	}
	out := make([]Neighbours, len(names))
	for i, name := range names {
		switch f := shapes[i].form; {
		case all.isIndex(name, shapes[i].leads), !shapes[i].hasTalks && all.isAbove(name):
			out[i] = IndexedNeighbours
		case f != ofSeveral && f != ofOne && group(name).areTalks():
			out[i] = TalkNeighbours
		}
	}
	return out
}

// folderOf is the folder of a file without digits: those of several days or years count as one.
func folderOf(name string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '#'
		}
		return r
	}, filepath.Dir(name))
}

// A shapeCount counts the files of a folder by their shape.
type shapeCount struct{ one, either, none, several int }

func (n *shapeCount) add(f form) {
	switch f {
	case ofOne:
		n.one++
	case ofEither:
		n.either++
	case ofNone:
		n.none++
	default:
		n.several++
	}
}

func (n *shapeCount) areTalks() bool {
	return n.one > n.several+max(0, n.none-1) && n.one+n.either > 1
}

// isReadmeName reports whether a file is named README.
func isReadmeName(file string) bool { return strings.EqualFold(nameOf(file), "readme") }
