package parse

import "strings"

// assign finds the role of every block, in one pass.
func (o *outline) assign() {
	a := assigner{outline: o, byBullets: o.level == 0}
	for i := range o.blocks {
		l := &o.blocks[i]
		switch {
		case l.level > 0 && l.plain != "":
			l.role = a.heading(i)
		case a.aside == 0 && o.isTitle(i) && (l.isMarked() || !a.inPart()):
			l.role, a.open = opensSession, max(o.level, 1)
			if o.level == 0 {
				a.open = boldLevel
			}
		case a.open == 0 && a.aside == 0 && a.isTalks(i):
			l.role = listsTalks
		}
		if l.level > 0 {
			a.last = i
		}
	}
}

// An assigner knows what is open above the block it has come to.
type assigner struct {
	*outline
	above     int  // level of the last heading that is a day, a track or the summit
	open      int  // level of the session; 0 when none is open
	talk      bool // that session has the marks of a talk
	aside     int  // level of a heading that belongs to no session; 0 when none is open
	last      int  // the last heading
	byBullets bool // no heading is a session, so bullets and rows may be
}

func (a *assigner) heading(i int) role {
	l := &a.blocks[i]
	switch {
	case a.aside > 0 && l.level > a.aside:
		return noted
	case l.isDay && (a.open == 0 || l.level <= a.open || a.open == boldLevel):
		return a.leave(i, opensDay)
	case i == a.top:
		return a.leave(i, namesSummit)
	case a.open > 0 && l.level > a.open && !a.isSibling(i):
		return noted
	case a.level == boldLevel && a.open > 0 && l.level > a.above && l.level < boldLevel && (l.part || !a.isTalk(i)):
		return noted
	case l.part && (a.level > 0 || a.hasNotes(i)):
		return a.part(i)
	case l.level == a.level && !a.gathersTalks(i):
		return a.session(i)
	case l.level > a.level && a.level > 0:
		return a.deeper(i)
	case a.hasNotes(i) && !a.contains(i) || a.talkWithoutTalks(i):
		return a.session(i)
	}
	return a.leave(i, opensTrack)
}

// inPart reports whether the last heading is a note of the session that is open.
func (a *assigner) inPart() bool {
	last := &a.blocks[a.last]
	return a.open > 0 && last.level > a.open && last.role == noted
}

func (a *assigner) leave(i int, r role) role {
	a.open, a.aside, a.above = 0, 0, a.blocks[i].level
	return r
}

func (a *assigner) session(i int) role {
	a.open, a.aside, a.talk = a.blocks[i].level, 0, a.isTalk(i)
	return opensSession
}

// isSibling reports whether heading i stands at the level of the sessions below a session above
// that level, and is one all the same: it is a note where the talk above it has the marks of one
// and it has not.
func (a *assigner) isSibling(i int) bool {
	l := &a.blocks[i]
	return a.open < a.level && l.level == a.level && !l.part && (!a.talk || a.isTalk(i))
}

// gathersTalks reports whether heading i has nothing below it but headings with the marks of a talk,
// and has none itself.
func (a *assigner) gathersTalks(i int) bool {
	if i+1 == len(a.blocks) || a.blocks[i+1].level <= a.blocks[i].level {
		return false
	}
	return !a.isTalk(i) && !a.blocks[i+1].part && (a.isTalk(i+1) || a.blocks[i].container && a.blocks[i+1].kind == heading)
}

// part is the role of a heading that names a part, at the level of the sessions or above.
func (a *assigner) part(i int) role {
	l := &a.blocks[i]
	if a.open > 0 && l.level >= a.level && a.again[strings.ToLower(l.plain)] > 1 {
		return noted
	}
	if l.level < a.level && !a.hasNotes(i) {
		return a.leave(i, opensTrack)
	}
	a.open, a.aside = 0, l.level
	return standsAside
}

// deeper is the role of a heading below the level of the sessions where none is open.
func (a *assigner) deeper(i int) role {
	l := &a.blocks[i]
	if l.level < boldLevel && a.hasNotes(i) || a.isTalk(i) || l.level == boldLevel && a.listBelow(i) > 0 {
		return a.session(i)
	}
	if a.open > 0 {
		return noted
	}
	a.aside = l.level
	return standsAside
}

// talkWithoutTalks reports whether heading i is that of a talk and nothing stands below it.
func (a *assigner) talkWithoutTalks(i int) bool {
	return a.isTalk(i) && (i+1 == len(a.blocks) || a.blocks[i+1].level > 0 && a.blocks[i+1].level <= a.blocks[i].level)
}

// isTalks reports whether block i, which stands in no session, is a list or a table of talks.
func (a *assigner) isTalks(i int) bool {
	l := &a.blocks[i]
	switch l.kind {
	case table:
		return a.byBullets && isTableOfTalks(l.block)
	case list:
		above := a.last
		if i > 0 && above < i && a.blocks[above].level > 0 && !a.isContainer(above) {
			return false
		}
		return isListOfTalks(l.block, a.byBullets) && !isContents(l.block)
	case heading, paragraph, verbatim:
	}
	return false
}

// enoughItems at the head of a list tell what all are.
const enoughItems = 60

// isBulletOfDay reports whether a bullet of one line reads like a day and has a list below it.
func isBulletOfDay(it item) bool {
	if len(it.blocks) != 2 || it.blocks[1].kind != list || strings.Contains(written(it.blocks[0].text), "\n") {
		return false
	}
	_, ok := readDay(plain(it.blocks[0].text), 0)
	return ok
}

// isListOfTalks reports whether most bullets of a list have notes nested below them or the marks
// of a talk; both where either is not enough.
func isListOfTalks(l block, either bool) bool {
	nested, talks := 0, 0
	items := l.items[:min(len(l.items), enoughItems)]
	for _, it := range items {
		if len(it.blocks) == 0 || it.blocks[0].kind != paragraph {
			continue
		}
		if len(it.blocks) > 1 && it.blocks[len(it.blocks)-1].kind == list {
			nested++
		}
		if len(it.blocks) == 1 && !either {
			continue
		}
		if isBulletOfDay(it) {
			talks++
		} else if t := readHeading(it.blocks[0].text); t.timed || len(t.speakers) > 0 || anyTalkLink(t.links) {
			talks++
		}
	}
	most := func(n int) bool { return 2*n >= len(items) && n > 0 }
	if either {
		return most(nested) || most(talks)
	}
	return most(nested) && most(talks)
}

// isContents reports whether a list leads to places in the same file and nowhere else.
func isContents(l block) bool {
	for _, it := range l.items {
		for _, b := range it.blocks {
			if b.kind == list && !isContents(b) || b.kind != list && !leadsInside(b.text) {
				return false
			}
		}
	}
	return len(l.items) > 0
}

func leadsInside(spans []span) bool {
	found := false
	for _, s := range spans {
		if s.url == "" && strings.Trim(s.text, trailing+"\n.0123456789") != "" || s.url != "" && !strings.HasPrefix(s.url, "#") {
			return false
		}
		found = found || s.url != ""
	}
	return found
}
