package parse

import (
	"iter"
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// maxByline is the longest line that names speakers, in bytes.
const maxByline = 250

// byline finds the speakers that stand below a title, before any other heading: in lines with a
// label ("Speaker: ...") or below one, behind "by" or a dash, in bold or in italics as a whole, or in a
// first line that has an organisation or a role behind the names.
func byline(below []block) people {
	var r bylineReader
	for l := range linesBelow(below) {
		if !r.take(l) {
			break
		}
	}
	return r.people
}

// A bylineReader gathers the speakers from the lines below a title.
type bylineReader struct {
	people
	opened bool // by a label with nothing behind it
}

// take takes the next line; it reports whether one more may name speakers.
func (r *bylineReader) take(l belowLine) (more bool) {
	if r.opened || len(r.speakers) > 0 {
		if next := r.readNext(l); next.certainty > none {
			r.join(next)
			return true
		}
		if len(r.speakers) > 0 {
			return false
		}
	}
	if r.opened = false; !l.far {
		r.people = l.readFirst()
		r.opened = r.certainty == none && isBareLabel(plain(l.text))
	}
	return true
}

// readNext reads a line below a label or below speakers.
func (r *bylineReader) readNext(l belowLine) people {
	if p := readLabel(l.text); p.certainty > none || !r.opened {
		return p
	}
	if l.bullet || len(r.speakers) == 0 {
		return someone.readSpans(l.text, false)
	}
	return belowTitle.readSpans(l.text, false)
}

// join adds more people, each of them once.
func (p *people) join(more people) {
	for _, s := range more.speakers {
		if !slices.ContainsFunc(p.speakers, func(known summit.Speaker) bool { return known.Name == s.Name }) {
			p.speakers = append(p.speakers, s)
		}
	}
	p.certainty = max(p.certainty, more.certainty)
}

// A belowLine is a line or a bullet below a title.
type belowLine struct {
	text   []span
	bullet bool
	first  bool // in its paragraph or list
	alone  bool // a paragraph of its own, directly below the title
	far    bool // too far down to be the first to name speakers
}

// linesBelow are the lines at the head of the first blocks below a title.
func linesBelow(below []block) iter.Seq[belowLine] {
	const most = 12 // speakers of one talk
	return func(yield func(belowLine) bool) {
		for i, b := range below[:min(3, len(below))] {
			if b.kind == heading || b.kind == table {
				return
			}
			if b.kind != list {
				for n, l := range firstLines(b.text, most) {
					if !yield(belowLine{text: l, first: n == 0, alone: i == 0 && n == 0 && len(b.text) == len(l), far: n > 3}) {
						return
					}
				}
				continue
			}
			for n, it := range b.items[:min(most, len(b.items))] {
				if len(it.blocks) > 0 && it.blocks[0].kind != list && !yield(belowLine{text: it.blocks[0].text, bullet: true, first: n == 0, far: n > 2}) {
					return
				}
			}
			return
		}
	}
}

func firstLines(spans []span, n int) [][]span {
	if len(plain(spans)) > 4*maxByline {
		return nil
	}
	lines := splitLines(spans)
	return lines[:min(n, len(lines))]
}

// readFirst reads a line above which no speakers stand.
func (l belowLine) readFirst() people {
	if !l.bullet {
		return readByline(l.text, l.alone)
	}
	if p := readLabel(l.text); p.certainty > none || !l.first {
		return p
	}
	if rest, found := strings.CutPrefix(plain(l.text), "by "); found {
		return peopleBefore(rest)
	}
	return people{}
}

// readByline reads a line as the speakers of the talk above it. alone tells that it is a
// paragraph of its own, directly below the title.
func readByline(line []span, alone bool) people {
	if p := readLabel(line); p.certainty > none {
		return p
	}
	s := plain(line)
	if len(s) > maxByline {
		return people{}
	}
	if rest, found := cutBy(s); found {
		if p := peopleBefore(rest); p.certainty > none {
			return p
		}
	}
	if !alone && !emphasised(line) || strings.HasSuffix(s, ".") {
		return people{}
	}
	p := belowTitle.readSpans(line, false)
	if p.certainty == weak && !emphasised(line) {
		return people{}
	}
	return p
}

// cutBy takes "by" or what means the same off the head of a line.
func cutBy(s string) (rest string, found bool) {
	first, rest, _ := strings.Cut(s, " ")
	switch {
	case bySigns.has(first) || byWords.hasFolded(first):
		return rest, true
	case givenWords.hasFolded(first):
		return strings.CutPrefix(rest, "by ")
	}
	return s, false
}

// peopleBefore reads the people at the head of s, behind whom an event or links may be named.
func peopleBefore(s string) people {
	if p := belowTitle.readSpans([]span{{text: s}}, true); p.certainty > none {
		return p
	}
	for _, sign := range []string{" at ", " – ", " — ", " - ", " | ", ", "} {
		if at := strings.Index(s, sign); at > 0 && (namesEvent(s[at:]) || onlyMediaWords(s[at:])) {
			if p := belowTitle.readSpans([]span{{text: s[:at]}}, true); p.certainty > none {
				return p
			}
		}
	}
	return people{}
}

// readLabel reads "Speakers: ...".
func readLabel(line []span) people {
	label, rest, found := strings.Cut(plain(line), ":")
	if !found || len(label) > 30 || len(rest) > maxByline || !isLabel(label) {
		return people{}
	}
	line, _ = cutMedia(line)
	return namedPeople(cutText(line, ":"), isPlural(wordsOf(label)))
}

// isPlural reports whether a label is that of several people, in one of the languages of the labels.
func isPlural(label []string) bool {
	first := label[0]
	return strings.HasSuffix(first, "s") || strings.HasSuffix(first, "i") || strings.HasSuffix(first, "en") || slices.Contains(label, "s")
}

func isLabel(s string) bool {
	words := wordsOf(s)
	if len(words) == 0 {
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool {
		return !labelWords.has(w) && w != "and" && w != "s" && w != "name" && w != "names"
	})
}

func isBareLabel(s string) bool {
	label, found := strings.CutSuffix(s, ":")
	return found && isLabel(label)
}

// cutText is what stands behind the first sep in spans.
func cutText(spans []span, sep string) []span {
	for i, s := range spans {
		if _, after, found := strings.Cut(s.text, sep); found && s.url == "" {
			s.text = after
			return append([]span{s}, spans[i+1:]...)
		}
	}
	return nil
}

// emphasised reports whether all words of a line are in italics or in bold.
func emphasised(line []span) bool {
	return !slices.ContainsFunc(line, func(s span) bool { return s.level == 0 && strings.Trim(s.text, " \t\n,;:()") != "" })
}

// namedPeople reads a text of which it is known that it names people. several tells that names
// with commas between them are people, not organisations.
func namedPeople(spans []span, several bool) people {
	return someone.readSpans(spans, several)
}

// readSpans reads a text that stands in a place of its own.
func (r peopleReader) readSpans(spans []span, several bool) people {
	text, urls, links := flatten(spans)
	if len(text) > maxTitle {
		return people{}
	}
	r.urls = &urls
	text = strings.TrimRight(trimSymbols(text), trailing+".")
	text = strings.TrimLeft(text, trailing+"*_")
	if before, inside := cutParenthesis(text); before == "" && inside != "" {
		text = inside
	}
	var p people
	if several {
		p = r.onePersonEach(text)
	}
	if p.certainty == none {
		p = r.read(text)
	}
	for _, l := range links {
		at := slices.IndexFunc(p.speakers, func(s summit.Speaker) bool { return s.Name == strings.TrimSpace(l.text) })
		if at >= 0 && p.speakers[at].URL == "" && isAddress(l.url) {
			p.speakers[at].URL = l.url
		}
	}
	return p
}

// onePersonEach reads each of several parts as a person, with an organisation in parentheses if
// anything; it finds nobody where one of them is none. Single words are names where all are.
func (r peopleReader) onePersonEach(s string) people {
	s, _ = cutPronouns(s)
	parts := r.splitParts(s)
	words := func(p part) bool { return isCalled(p.name) }
	if len(parts) < 2 || slices.ContainsFunc(parts, words) && slices.ContainsFunc(parts, func(p part) bool { return !words(p) }) {
		return people{}
	}
	var p people
	for _, part := range parts {
		if !r.isPerson(part) || !p.add(part, len(p.speakers), r.urls) {
			return people{}
		}
	}
	p.certainty = strong
	return p
}

// setSpeakers gives a title the speakers that stand below it, where it names none itself.
func (t *title) setSpeakers(p people) {
	if len(t.speakers) > 0 {
		return
	}
	t.speakers = p.speakers
	for _, s := range t.speakers {
		if s.URL != "" {
			t.links = append(t.links, summit.Link{Kind: summit.Profile, URL: s.URL, Label: s.Name})
		}
	}
}
