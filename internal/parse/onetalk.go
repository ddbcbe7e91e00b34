package parse

import (
	"path/filepath"
	"slices"
	"strings"
)

// A Shape tells how much a file looks like the notes of one talk.
type Shape int8

const (
	OfSeveral Shape = iota // its title is that of an event, or a heading is a day or a talk
	OfNone                 // its title is that of an event, and nothing has the marks of a talk
	OfEither               // nothing tells
	LikeOne                // headings name parts of a talk
	OfOne
)

// shapeOf finds the shape of a document, and the heading that is the title of its talk if it is one; nil if the front matter has that.
func shapeOf(root, top *Place, front Front) (Shape, *Place) {
	title := top
	if title == nil {
		title = titleOfParts(root)
	}
	switch {
	case hasManySpeakers(root):
	case front.DescribesTalk:
		return OfOne, top
	case title == nil && front.HasTitle && labelSection(root) != nil && partsOf(root, nil).talks == 0:
		return OfOne, nil
	case title != nil && front.HasPeople && !title.Has(NamesEvent|NamesContainer):
		return OfOne, title
	}
	if title == nil || !title.mayBeTalk() {
		return OfSeveral, title
	}
	n := partsOf(root, title)
	switch {
	case n.talks > 0 || isListed(root, title):
		return OfSeveral, title
	case title == top && (title.IsTalk() || title.Has(NameBelow)), n.parts > n.others:
		return OfOne, title
	case title != top && (n.parts > 0 || title.Has(HasSpeaker|SpeakerBelow) && n.others > 1):
		return OfOne, title
	case title.Has(NamesEvent | NamesDay | IsShort):
		return OfSeveral, title
	case n.parts > 0 && n.others <= maxOthers*n.parts:
		return OfOne, title
	case n.parts > 0:
		return LikeOne, title
	}
	return OfEither, title
}

// maxOthers is how many headings a talk has at most for each that names a part of one.
const maxOthers = 6

// titleOfParts is the first heading of a document if it has the marks of a talk and other headings of level 1 follow, as its parts
// would; nil if not.
func titleOfParts(root *Place) *Place {
	all := root.sections()
	if len(all) < 2 || all[0].Kind != Heading || all[0].Level > 1 || !all[0].IsTalk() && !all[0].Has(NameBelow|MayNameSpeaker) {
		return nil
	}
	return all[0]
}

// mayBeTalk reports whether the title of a file can be that of a talk. One that names an event needs a label with speakers
// below it, or speakers and a talk link.
func (p *Place) mayBeTalk() bool {
	switch {
	case p.Has(NamesContainer):
		return false
	case p.Has(NamesEvent):
		return p.Has(LabelBelow) || p.Has(HasSpeaker|SpeakerBelow) && p.Has(LinkBelow)
	}
	return true
}

// sectionCount counts the headings of a document: parts of a talk, days and talks, and others.
type sectionCount struct{ parts, talks, others int }

func partsOf(root, title *Place) (n sectionCount) {
	for _, s := range root.allSections() {
		switch {
		case s.Kind != Heading || s == title:
		case s.Has(NamesPart | NamesLabel):
			n.parts++
		case s.Has(NamesDay|MayNameSpeaker) || s.IsTalk():
			n.talks++
		default:
			n.others++
		}
	}
	return n
}

// hasNoMarks reports whether nothing in a document is a day or has the marks of a talk.
func hasNoMarks(root, top *Place) bool {
	return partsOf(root, top).talks == 0 && !isListed(root, top) && !slices.ContainsFunc(root.allSections(), func(s *Place) bool { return s.Kind == BoldLine && s.IsTalk() })
}

// labelSection is the heading of a document that is a label of people: "Presenters"; nil if there is none.
func labelSection(root *Place) *Place {
	for _, s := range root.sections() {
		if s.Has(NamesLabel) {
			return s
		}
	}
	return nil
}

// hasManySpeakers reports whether two headings name a speaker whom no other heading names.
func hasManySpeakers(root *Place) bool {
	n := 0
	for _, s := range root.allSections() {
		if s.Has(OwnSpeaker) {
			n++
		}
	}
	return n > 1
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

// AmongTalks returns which of some files are to be read again with AmongTalks set: those that their own text leaves in doubt in
// folders where most files have the shape of one talk. Two such files are needed; a README does not count,
// nor does one file that names the event.
func AmongTalks(names []string, shapes []Shape) []int {
	folders := map[string]*shapeCount{}
	for i, name := range names {
		n := folders[filepath.Dir(name)]
		if n == nil {
			n = &shapeCount{}
			folders[filepath.Dir(name)] = n
		}
		if !isReadmeName(name) {
			n.add(shapes[i])
		}
	}
	var out []int
	for i, name := range names {
		if s := shapes[i]; s != OfSeveral && s != OfOne && folders[filepath.Dir(name)].areTalks() {
			out = append(out, i)
		}
	}
	return out
}

// A shapeCount counts the files of a folder by their shape.
type shapeCount struct{ one, either, none, several int }

func (n *shapeCount) add(s Shape) {
	switch s {
	case OfOne, LikeOne:
		n.one++
	case OfEither:
		n.either++
	case OfNone:
		n.none++
	default:
		n.several++
	}
}

func (n *shapeCount) areTalks() bool {
	return n.one > n.several+max(0, n.none-1) && n.one+n.either > 1 && 2*n.one >= n.either
}

// isReadmeName reports whether a file is named README.
func isReadmeName(file string) bool {
	name := filepath.Base(file)
	return strings.EqualFold(strings.TrimSuffix(name, filepath.Ext(name)), "readme")
}
