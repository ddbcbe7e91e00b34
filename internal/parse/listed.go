package parse

import "slices"

// isListed reports whether the sessions of a document are bullets or rows: two at least, more than
// twice as many as there are headings that could be sessions, where one that may name speakers or
// has a talk link counts for two, and none of those headings has the marks of a talk or is in a
// day.
func isListed(root, top *Place) bool {
	others, hasAll := 0, false // a list is said to have all talks
	for _, s := range root.allSections() {
		switch {
		case s.Has(NamesTalks) && hasListOfTalks(s):
			hasAll = true
		case s == top || s.Kind != Heading || s.Has(NamesDay|NamesContainer):
		case s.Has(ofTalk|SpeakerBelow|IsInList) || s.Parent.Has(NamesDay):
			return false
		case !s.Has(NamesPart|NamesNoTalk|NamesLabel) && !hasListOfTalks(s):
			others++
		}
	}
	listed, marked := 0, 0
	for _, p := range append(root.allSections(), root) {
		listed += talksIn(p)
		marked += markedIn(p)
	}
	return listed > 1 && (hasAll || listed+marked > 2*others)
}

// hasListOfTalks reports whether a list of talks is directly below a place, or below a heading or a
// line in bold there such as "Schedule:".
func hasListOfTalks(p *Place) bool {
	return slices.ContainsFunc(append([]*Place{p}, p.sections()...), func(s *Place) bool { return talksIn(s) > 0 })
}

// talksIn counts the bullets and the rows with the marks of talks directly below a place.
func talksIn(p *Place) int { return countIn(p, IsTitle) }

// markedIn counts those of them that may name speakers, or have a talk link.
func markedIn(p *Place) int { return countIn(p, HasSpeaker|SpeakerBelow|MayNameSpeaker|HasLink) }

// countIn counts those of them that have one of some marks.
func countIn(p *Place, m Marks) int {
	n := 0
	for _, c := range p.Below {
		if !c.Has(HasTalks) {
			continue
		}
		for _, b := range c.Below {
			if b.Has(m) {
				n++
			}
		}
	}
	return n
}
