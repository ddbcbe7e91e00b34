package parse

import (
	"path"
	"strings"
)

// A shape tells how much a file looks like the notes of one talk.
type shape int8

const (
	ofSeveral shape = iota // its title is that of an event, or a heading is a day or a talk
	ofEither               // nothing tells
	likeOne                // headings name parts of a talk
	ofOne
)

// shapeOf finds the shape of a document, and the heading that is the title of its talk if it is one; nil if the front matter has that.
func shapeOf(root, top *Place, front Front) (shape, *Place) {
	title := top
	if title == nil {
		title = titleOfParts(root)
	}
	switch {
	case hasManySpeakers(root):
	case front.DescribesTalk:
		return ofOne, top
	case title == nil && front.HasTitle && labelSection(root) != nil && partsOf(root, nil).talks == 0:
		return ofOne, nil
	case title != nil && front.HasPeople && !title.Has(NamesEvent|NamesContainer):
		return ofOne, title
	}
	if title == nil || !title.mayBeTalk() {
		return ofSeveral, title
	}
	n := partsOf(root, title)
	switch {
	case n.talks > 0:
		return ofSeveral, title
	case title == top && (title.IsTalk() || title.Has(NameBelow)), n.parts > n.others, title != top && n.parts > 0:
		return ofOne, title
	case title.Has(NamesEvent | NamesDay | IsShort):
		return ofSeveral, title
	case n.parts > 1 && 2*n.parts >= n.others:
		return ofOne, title
	case n.parts > 0:
		return likeOne, title
	}
	return ofEither, title
}

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

// amongTalks reports of each document whether most files of its folder have the shape of one talk. Two are needed; a README
// does not count.
func amongTalks(all []document) []bool {
	type count struct{ one, either, several int }
	folders := map[string]*count{}
	for _, d := range all {
		c := folders[path.Dir(d.file)]
		if c == nil {
			c = &count{}
			folders[path.Dir(d.file)] = c
		}
		switch {
		case isReadmeName(d.file):
		case d.plan.shape >= likeOne:
			c.one++
		case d.plan.shape == ofEither:
			c.either++
		default:
			c.several++
		}
	}
	out := make([]bool, len(all))
	for i, d := range all {
		c := folders[path.Dir(d.file)]
		out[i] = c.one > c.several && c.one+c.either > 1 && 2*c.one >= c.either
	}
	return out
}

// isReadmeName reports whether a file is named README.
func isReadmeName(file string) bool {
	name := path.Base(file)
	return strings.EqualFold(strings.TrimSuffix(name, path.Ext(name)), "readme")
}
