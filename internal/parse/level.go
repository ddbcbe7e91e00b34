package parse

// usualLevel is the level of headings at which most have the marks of a talk, each of which counts for four, or notes; the
// upper one of equals. Headings do not count that name parts, or that are inside of what looks like a session. If none counts, it
// is the level of most headings.
func (d *decider) usualLevel(root *Place) int {
	c := levelCount{decider: d}
	c.below(root, nothing)
	for _, counts := range [][boldLevel + 1]int{c.counts, c.titles} {
		best := 0
		for level, n := range counts {
			if n > counts[best] {
				best = level
			}
		}
		if best > 0 {
			return best
		}
	}
	return 0
}

type levelCount struct {
	*decider
	counts, titles [boldLevel + 1]int
}

// What is above a heading.
type above int

const (
	nothing   above = iota
	someNotes       // a heading with notes
	aTalk           // one with the marks of a talk
)

func (l *levelCount) below(p *Place, over above) {
	usual := l.siblingsWithNotes(p)
	for _, s := range p.sections() {
		if s == l.top || s.Has(NamesDay) {
			l.below(s, over)
			continue
		}
		isTalk, hasNotes := s.IsTalk(), l.hasNotes(s, 0)
		switch {
		case s.Has(NamesPart) || over == aTalk || over == someNotes && (!isTalk || s.Kind == BoldLine):
		case isTalk && over == someNotes && !s.Has(ofTalk&^IsLinked|SpeakerBelow|LinkBelow): // a link inside of notes says little
			l.counts[s.Level]++
		case isTalk:
			l.counts[s.Level] += 4
		case hasNotes:
			l.counts[s.Level]++
		}
		if !s.Has(NamesPart) && !leadsToTalks(s) {
			l.titles[s.Level]++
		}
		own := nothing
		switch {
		case isTalk:
			own = aTalk
		case (hasNotes || s.Level == usual) && !s.containsSections():
			own = someNotes
		}
		l.below(s, max(over, own))
	}
}

// siblingsWithNotes is the level at which most headings below a place have notes at once, 0 if there is none. Another heading of that level is a longer talk, and what is below it are its parts.
func (l *levelCount) siblingsWithNotes(p *Place) int {
	level, notes, others := 0, 0, 0
	for _, s := range p.sections() {
		switch {
		case s == l.top || s.Has(NamesDay|NamesPart|NamesNoTalk|NamesContainer) || s.Kind != Heading:
		case level > 0 && s.Level != level:
			return 0
		case l.hasNotes(s, 0):
			level, notes = s.Level, notes+1
		default:
			level, others = s.Level, others+1
		}
	}
	if notes > 1 && notes > others {
		return level
	}
	return 0
}

// leadsToTalks reports whether a list or a table of talks is directly below a heading.
func leadsToTalks(s *Place) bool {
	return len(s.Below) > 0 && s.Below[0].Has(HasTalks|HasNotes)
}
