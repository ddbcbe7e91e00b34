package parse

import (
	"cmp"
	"slices"
)

// decide is the second pass: it finds what each place is for. It is given the places with their
// marks, and the Front of the document: what the front matter and the names of the file and its
// folder say. It cannot look at text. The rules are in rules.go.
func decide(root *Place, places int, front Front) Plan {
	d := decider{plan: Plan{decisions: make([]Decision, places)}, tracks: map[*Place]bool{}}
	d.top = findTop(root)
	d.set(root, Name, isName)
	d.plan.Top = d.top
	switch {
	case front.IsLicence, isReadme(root, front.IsReadme):
		d.noteAll(root, isManual)
		d.nameManual(root)
		return d.plan
	}
	one, title := formOf(root, d.top, front)
	d.plan.form = one
	switch {
	case front.Neighbours == IndexedNeighbours, front.Neighbours == TalkNeighbours && one == ofNone:
		d.noteAll(root, isIndex)
		if title != nil {
			d.set(title, Name, isIndex)
		}
		return d.plan
	case one == ofOne || front.Neighbours == TalkNeighbours:
		d.top = title
		d.makeOne(root, isOneTalk)
		return d.plan
	}
	if d.isListed = isListed(root, d.top); !d.isListed {
		d.level = d.usualLevel(root)
	}
	marked, others := d.countTalks(root)
	d.quoted = countQuoted(root)
	d.mostAreTalks = marked > others
	d.plainTitles = !d.mostAreTalks || d.hasMarkedTitle(root)
	d.section(root)
	d.agreeOnDays(root)
	isEvent := front.IsReadme && d.top != nil && d.top.Has(NamesEvent)
	if !d.hasSession(root) && (d.top != nil || front.HasTitle) && !isEvent {
		d.makeOne(root, isOnlySession)
	}
	return d.plan
}

// A Front is what decide knows of the front matter and of the file itself.
type Front struct {
	HasTitle      bool
	HasPeople     bool
	Headline      Marks // of its title, else of the name of the file
	IsTalk        bool  // it has the title of a talk, by its type
	DescribesTalk bool  // it has a title with speakers or links
	IsNamedLike   bool  // its first heading says the name of the file
	IsPost        bool  // by its name and a title
	IsReadme      bool  // by its name
	IsLicence     bool  // or a change log, likewise
	Neighbours    Neighbours
}

// A Plan is what the places of a document are for.
type Plan struct {
	IsOneTalk bool
	Top       *Place // the heading above all others; nil if there is none
	HasDays   bool   // one at least
	form      form
	decisions []Decision
}

// Of is the decision on a place.
func (p *Plan) Of(place *Place) Decision { return p.decisions[place.Number] }

type decider struct {
	plan         Plan
	top          *Place
	level        int  // the usual level of sessions; 0 if no heading is one
	isListed     bool // they are bullets or rows
	mostAreTalks bool // most headings of that level have the marks of a talk
	plainTitles  bool // paragraphs can be titles without those
	open         session
	quoted       int             // quotations that look like talks of a programme
	dayLevel     int             // of the day above; 0 if there is none
	tracks       map[*Place]bool // whether a day or a heading that holds talks is below a place
}

// A session is the open one, which gets the notes that follow; its level is 0 if there is none.
type session struct {
	level  int
	isTalk bool
	place  *Place
}

func (d *decider) set(p *Place, role Role, rule *Rule) {
	d.plan.decisions[p.Number] = Decision{role, rule}
}

// noteAll makes notes of all that is below a place.
func (d *decider) noteAll(p *Place, rule *Rule) {
	for _, c := range p.Below {
		d.set(c, Note, rule)
		d.noteAll(c, rule)
	}
}

// section decides on all places below a heading, or in the document.
func (d *decider) section(s *Place) {
	for i, c := range s.Below {
		switch {
		case c.IsSection():
			d.heading(c)
		case d.isDayAbove(s, i):
			d.set(c, Day, isDayAbove)
			d.open, d.plan.HasDays = session{}, true
		case c.Has(NamesNoTalk) && d.open.place != nil && d.open.place.Kind == c.Kind:
			d.open = session{}
			d.set(c, Aside, isNoTalk)
		case d.isTitle(s, i, d.level) && (c.isMarked() || d.plan.Of(s).Role != Note):
			d.set(c, Session, isTitleAbove)
			d.open = session{level: cmp.Or(d.level, boldLevel), place: c}
		case d.open.level == 0 && d.isTalks(c):
			d.talks(c)
		default:
			d.set(c, Note, isText)
			d.noteAll(c, isText)
		}
	}
}

// heading decides on a heading or a bold line, and on all places below it.
func (d *decider) heading(c *Place) {
	role, rule := d.role(c)
	d.set(c, role, rule)
	switch role {
	case Aside:
		d.open = session{}
		d.noteAll(c, inAside)
		return
	case Session:
		d.open = session{c.Level, c.IsTalk(), c}
	case Day:
		d.open, d.plan.HasDays, d.dayLevel = session{}, true, c.Level
	case Track, Name:
		d.open = session{}
	}
	d.section(c)
	if role == Day && d.hasNotesOnly(c) {
		d.set(c, Session, isDayOfNotes)
		d.noteDay(c)
	}
}

// noteDay makes notes of all in a day, other days left aside.
func (d *decider) noteDay(p *Place) {
	for _, c := range p.Below {
		if !c.Has(NamesDay) {
			d.set(c, Note, isDayOfNotes)
			d.noteDay(c)
		}
	}
}

// role finds the role of a heading. The rules are tried in this order.
func (d *decider) role(c *Place) (Role, *Rule) {
	inside := d.open.level > 0 && c.Level > d.open.level
	switch {
	case c.Has(NamesDay) && (!inside || c.Level == d.dayLevel):
		return Day, isDay
	case c == d.top:
		return Name, isName
	case inside && !d.isSibling(c):
		return Note, isInner
	case d.open.level == boldLevel && c.Kind == Heading && d.isBelowBold(c):
		return Note, isBelowBold
	case c.Has(NamesPart) && (d.level > 0 || d.hasNotes(c, d.level)):
		return d.part(c)
	case (c.Has(NamesNoTalk) || d.mostAreTalks && c.Has(NamesFrame) && !hasList(c)) && !c.Has(HasSpeaker|SpeakerBelow|HasLink|LinkBelow|IsLinked) &&
		!d.isAbove(c):
		return Aside, isNoTalk
	case d.isListed && hasListOfTalks(c):
		return d.track(c)
	case d.isListed && c.Kind == Heading && !c.Has(NamesContainer):
		return Aside, isBesideList
	case c.Level == d.level && !gathersTalks(c):
		return Session, isUsual
	case d.isBesideTracks(c):
		return Aside, isBesideTracks
	case d.isSessionElsewhere(c):
		return Session, isElsewhere
	case c.Kind == BoldLine:
		return Aside, isLoose
	}
	return d.track(c)
}

// track is the role of a heading above talks. One that names them in general is no track inside
// of a track, but a note there.
func (d *decider) track(c *Place) (Role, *Rule) {
	if c.Has(NamesProgramme) && d.plan.Of(c.Parent).Role == Track {
		return Note, isProgramme
	}
	return Track, isTrack
}

// isSibling reports whether a heading inside a session above the usual level is a session itself.
func (d *decider) isSibling(c *Place) bool {
	return c.Level == d.level && !c.Has(NamesPart) && (!d.open.isTalk || c.IsTalk())
}

// isBelowBold reports whether a heading in the section of a bold session is a note of it.
func (d *decider) isBelowBold(c *Place) bool {
	return d.holder(c) == d.holder(d.open.place) && !c.IsTalk()
}

// holder is the section of a place, headings that are notes left aside.
func (d *decider) holder(p *Place) *Place {
	p = p.Parent
	for d.plan.Of(p).Role == Note {
		p = p.Parent
	}
	return p
}

func (d *decider) part(c *Place) (Role, *Rule) {
	switch {
	case c.Has(IsAgain):
		return Note, isPartAgain
	case c.Level < d.level && !d.hasNotes(c, d.level):
		return Track, isPartAbove
	}
	return Aside, isPart
}

// isBesideTracks reports whether a heading without marks is beside one that names all talks, or
// beside the days or the tracks that hold the talks, most of which have marks: a post ends so.
func (d *decider) isBesideTracks(c *Place) bool {
	if c.Level >= d.level || c.IsTalk() || c.Has(MayNameSpeaker|NamesContainer|NamesKind) || len(c.sections()) > 0 {
		return false
	}
	found, known := d.tracks[c.Parent]
	if !known {
		found = slices.ContainsFunc(c.Parent.sections(), func(s *Place) bool {
			return d.mostAreTalks && (s.Has(NamesDay) || d.holdsTalks(s)) || s.Has(NamesTalks)
		})
		d.tracks[c.Parent] = found
	}
	return found
}

// holdsTalks reports whether all headings below one that is no talk are of the usual level, and
// one at least has the marks of a talk.
func (d *decider) holdsTalks(p *Place) bool {
	found := false
	for _, s := range p.sections() {
		if s.Level != d.level {
			return false
		}
		found = found || s.IsTalk()
	}
	return found && !p.IsTalk()
}

// isSessionElsewhere reports whether a heading that has not the usual level is a session.
func (d *decider) isSessionElsewhere(c *Place) bool {
	switch {
	case c.Kind == BoldLine:
		return c.IsTalk() || hasList(c)
	case c.IsTalk() && len(c.Below) == 0:
		return true
	case d.mostAreTalks && d.holdsTalks(c):
		return false
	}
	return d.hasNotes(c, d.level) && !c.containsSections()
}

// talks makes sessions of the bullets of a list or of the rows of a table.
func (d *decider) talks(c *Place) {
	d.set(c, Talks, isTalkList)
	for _, b := range c.Below {
		switch {
		case b.Has(NamesDay):
			d.set(b, Day, isDay)
			d.plan.HasDays = true
			for _, list := range b.Below {
				d.talks(list)
			}
		case b.Has(IsTitle):
			d.set(b, Session, isTalkList)
		case b.Has(NamesNoTalk):
			d.set(b, Aside, isNoTalk)
		default:
			d.set(b, Note, isText)
		}
	}
}

// isTalks reports whether a list or a table is one of sessions: if no heading is a session, notes
// below the bullets, or the columns of talks, are enough.
func (d *decider) isTalks(c *Place) bool {
	return c.Has(HasTalks) && c.Has(HasNotes) || d.level == 0 && c.Has(HasTalks|HasNotes)
}

// isDayAbove reports whether a block of a section is a paragraph that reads like a day, directly
// above a list of talks or a paragraph that is the title of one, breaks left aside.
func (d *decider) isDayAbove(s *Place, i int) bool {
	if !s.Below[i].Has(NamesDay) {
		return false
	}
	for i++; i < len(s.Below); i++ {
		if !s.Below[i].Has(NamesNoTalk) {
			return d.isTalks(s.Below[i]) || d.isTitle(s, i, d.level)
		}
	}
	return false
}

// isAbove reports whether headings of the usual level are below a heading at any depth: "Hallway"
// may be a track.
func (d *decider) isAbove(p *Place) bool {
	return slices.ContainsFunc(p.allSections(), func(s *Place) bool { return s.Level == d.level })
}
