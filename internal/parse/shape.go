package parse

import "slices"

// findTop is the heading that is the title of the whole file; nil if there is none. It is the first
// heading, unless another one that is no day has its level or a higher one. One that is the only
// heading that names an event may have such others if only text is below it. One that is not of
// level 1 needs the name of an event or, if it names no container, headings below. Parts such as
// "Conclusion" may be beside the name of an event.
func findTop(root *Place) *Place {
	headings := slices.DeleteFunc(slices.Clone(root.sections()), func(s *Place) bool { return s.Kind != Heading })
	if len(headings) == 0 {
		return nil
	}
	top := headings[0]
	if top.Level > 1 && !top.Has(NamesEvent) && (top.Has(NamesContainer) || !slices.ContainsFunc(top.Below, isHeading)) {
		return nil
	}
	isOnlyEvent := top.Has(NamesEvent) && top.sections() == nil
	for _, s := range headings[1:] {
		isBeside := s.Has(NamesDay) || isOnlyEvent && !s.Has(NamesEvent) || top.Has(NamesEvent) && s.Has(NamesPart|NamesNoTalk)
		if !isBeside {
			return nil
		}
	}
	if top.Has(NamesEvent) || slices.ContainsFunc(top.Below, leadsBelow) {
		return top
	}
	return nil
}

func isHeading(p *Place) bool { return p.Kind == Heading }

// leadsBelow reports whether a place below the first heading makes that the title of more than
// notes.
func leadsBelow(p *Place) bool {
	switch p.Kind {
	case Heading:
		return true
	case BoldLine:
		return p.IsTalk() || p.Has(NamesDay)
	}
	return p.Has(HasTalks)
}

// isReadme reports whether a document is a README, a change log or a licence. A file named README
// needs one chapter of such, if nothing in it has the marks of a talk.
func isReadme(root *Place, isNamedReadme bool) bool {
	manual, other := 0, 0
	for _, s := range root.allSections() {
		switch {
		case s.Has(NamesLicence):
			return true
		case s.Has(NamesDay | HasSpeaker | HasLabel):
			return false
		case s.Has(NamesManual):
			manual++
		case s.Level > 1:
			other++
		}
	}
	return manual > 1 && manual >= other || isNamedReadme && manual > 0 && hasNoMarks(root, nil)
}

// nameManual takes the first heading for the name of the file.
func (d *decider) nameManual(root *Place) {
	for _, s := range root.sections() {
		if s.Kind == Heading {
			if s.Level == 1 {
				d.set(s, Name, isManual)
			}
			return
		}
	}
}

func (d *decider) hasSession(p *Place) bool {
	for _, c := range p.Below {
		if d.plan.Of(c).Role == Session || d.hasSession(c) {
			return true
		}
	}
	return false
}

// hasNotesOnly reports whether there are notes below a day and no session.
func (d *decider) hasNotesOnly(day *Place) bool {
	return !d.hasTalk(day) && (day.Has(HasRest) || d.hasText(day))
}

// hasTalk reports whether a session that is no day is below a place.
func (d *decider) hasTalk(p *Place) bool {
	return slices.ContainsFunc(p.Below, func(c *Place) bool {
		return !c.Has(NamesDay) && d.plan.Of(c).Role == Session || d.hasTalk(c)
	})
}

// hasText reports whether text that neither lists talks nor leads to them is below a place, other
// days left aside.
func (d *decider) hasText(p *Place) bool {
	return slices.ContainsFunc(p.Below, func(c *Place) bool {
		switch {
		case c.IsSection():
			return !c.Has(NamesDay) && d.plan.Of(c).Rule != isNoTalk
		case c.Kind == List:
			return !c.Has(IsContents)
		case c.Kind == Table:
			return !c.Has(HasTalks)
		}
		return !c.Has(IsBlank)
	})
}

// hasNotes reports whether text follows a heading before the next heading or the next paragraph
// that is a title.
func (d *decider) hasNotes(s *Place, level int) bool {
	for i, c := range s.Below {
		switch {
		case c.Kind == Heading:
			return false
		case c.Kind == BoldLine:
			return level != boldLevel && !c.IsTalk()
		case c.Has(IsBlank | IsContents):
		case c.Has(HasTalks | HasNotes): // lists and tables
			return false
		default:
			return !d.isTitle(s, i, level)
		}
	}
	return false
}

// hasList reports whether a list follows a heading.
func hasList(s *Place) bool {
	return len(s.Below) > 0 && s.Below[0].Kind == List
}

// containsSections reports whether a heading is named like a track and has headings below it.
func (p *Place) containsSections() bool { return p.Has(NamesContainer) && p.sections() != nil }

// gathersTalks reports whether a heading has nothing below it but headings with the marks of a
// talk, and has none itself.
func gathersTalks(c *Place) bool {
	if c.IsTalk() || len(c.Below) == 0 {
		return false
	}
	return c.Below[0].IsTalk() || c.Has(NamesContainer)
}

// isTitle reports whether a block of a section is a paragraph that is the title of a session,
// given the usual level.
func (d *decider) isTitle(s *Place, i, level int) bool {
	c := s.Below[i]
	switch {
	case !c.Has(IsTitle) || isInSession(s, i, level) || c.Kind == Verbatim && d.quoted < 2:
		return false
	case c.isMarked():
		return true
	case level > 0 && (c.Has(IsEmphasised|IsGlued) || !d.plainTitles):
		return false
	}
	return c.Has(IsPlainTitle)
}

// isMarked reports whether a paragraph says more than a heading of notes would.
func (p *Place) isMarked() bool { return p.Has(IsLinked | HasSpeaker | HasRest) }

// isInSession reports whether a paragraph belongs to the session whose heading is above it. Other
// paragraphs between them are part of the session; without a heading they keep a title without
// marks from being one.
func isInSession(s *Place, i, level int) bool {
	if s.Below[i].isMarked() {
		return !s.Below[i].Has(BelowList) && level > 0 && s.Level >= level
	}
	for _, c := range slices.Backward(s.Below[:i]) {
		switch {
		case c.Kind == List:
			return false
		case !c.Has(IsBlank):
			return true
		}
	}
	return level > 0 && s.Level >= level
}

// countQuoted counts the quotations that look like talks of a programme.
func countQuoted(p *Place) int {
	n := 0
	for _, c := range p.Below {
		if c.Kind == Verbatim && c.Has(IsTitle) {
			n++
		}
		n += countQuoted(c)
	}
	return n
}

// countTalks counts the headings of the usual level that have the marks of a talk, and the others;
// it ignores breaks.
func (d *decider) countTalks(root *Place) (marked, others int) {
	for _, s := range root.allSections() {
		switch {
		case s.Level != d.level:
		case s.IsTalk():
			marked++
		case !s.Has(NamesNoTalk | NamesFrame):
			others++
		}
	}
	return marked, others
}

// hasMarkedTitle reports whether a paragraph above a list has the marks of a talk.
func (d *decider) hasMarkedTitle(s *Place) bool {
	for _, c := range s.Below {
		if c.Has(IsTitle) && c.isMarked() || d.hasMarkedTitle(c) {
			return true
		}
	}
	return false
}

// agreeOnDays makes a session of each day whose bullets only nest notes, if most days are days of
// notes.
func (d *decider) agreeOnDays(root *Place) {
	var ofNotes, nested []*Place
	for _, s := range root.allSections() {
		switch {
		case !s.Has(NamesDay):
		case d.plan.Of(s).Role == Session:
			ofNotes = append(ofNotes, s)
		case d.plan.Of(s).Role == Day && !slices.ContainsFunc(s.Below, d.listsTalks):
			nested = append(nested, s)
		}
	}
	if len(ofNotes) <= len(nested) {
		return
	}
	for _, s := range nested {
		d.set(s, Session, isDayOfNotes)
		d.noteDay(s)
	}
}

// listsTalks reports whether a place below a day is more than text or nested bullets.
func (d *decider) listsTalks(p *Place) bool {
	return p.IsSection() || p.Has(HasTalks) || d.plan.Of(p).Role == Session
}
