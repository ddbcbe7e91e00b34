package parse

import "slices"

// usualLevel is the level of the sessions. A heading with the marks of a talk scores 4, one with
// notes 1; the level with the highest score wins, and on a tie the upper one. Headings that name
// parts, or that are inside what looks like a session, score nothing. If no level scores, most
// headings decide. See also longer. Headings below one that names all talks, with none that has
// the marks beside it, decide alone.
func (d *decider) usualLevel(root *Place) int {
	for _, s := range root.allSections() {
		if !s.Has(NamesTalks) || slices.ContainsFunc(s.Parent.sections(), (*Place).IsTalk) {
			continue
		}
		for _, b := range s.allSections() {
			if !b.Has(NamesDay | NamesContainer) {
				return b.Level
			}
		}
	}
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
			return c.longer(root, best)
		}
	}
	return 0
}

// longer is the level above a level at which headings have notes but no marks, if most titles there
// are long and most of the lower ones are not: those are chapters of the talks.
func (l *levelCount) longer(root *Place, level int) int {
	var all, long, marked [boldLevel + 1]int
	for _, s := range root.allSections() {
		switch {
		case s.IsTalk() || s.Has(NamesDay|NamesContainer|NamesEvent|MayNameSpeaker):
			marked[s.Level]++
		case s.Has(IsLong):
			long[s.Level]++
		}
		all[s.Level]++
	}
	for above := 1; above < level; above++ {
		if marked[above]+marked[level] == 0 && all[above] > 1 && 2*long[above] > all[above] && 2*long[level] < all[level] {
			return above
		}
	}
	return level
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
		case over == someNotes && !s.Has(ofTalk&^IsLinked|SpeakerBelow|LinkBelow|HasParts|IsInList): // a link inside of notes says little
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

// siblingsWithNotes is the level at which two headings below a place have notes at once, 0 if
// there is none. Any other heading of that level is a longer talk, and the headings below it are
// its parts.
func (l *levelCount) siblingsWithNotes(p *Place) int {
	level, notes := 0, 0
	for _, s := range p.sections() {
		switch {
		case level > 0 && s.Level != level:
			return 0
		case l.hasNotes(s, 0):
			level, notes = s.Level, notes+1
		default:
			level = s.Level
		}
	}
	if notes > 1 {
		return level
	}
	return 0
}

// leadsToTalks reports whether a list or a table of talks is directly below a heading.
func leadsToTalks(s *Place) bool {
	return len(s.Below) > 0 && s.Below[0].Has(HasTalks|HasNotes)
}
