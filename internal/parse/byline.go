package parse

import (
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// maxByline is the longest line that names speakers, in bytes.
const maxByline = 250

// byline finds the speakers that stand below a title, before any other heading: in a line with a
// label ("Speaker: ..."), behind "by" or a dash, in bold or in italics as a whole, or in a first
// line that has an organisation or a role behind the names.
func byline(below []block) people {
	for i, b := range below {
		if i > 2 || b.kind == heading || b.kind == table {
			break
		}
		if b.kind != list {
			for n, l := range firstLines(b.text, 4) {
				if p := readByline(l, i == 0 && n == 0 && len(b.text) == len(l)); p.certainty > none {
					return p
				}
			}
			continue
		}
		for _, it := range b.items[:min(3, len(b.items))] {
			if len(it.blocks) > 0 && it.blocks[0].kind != list {
				if p := readLabel(it.blocks[0].text); p.certainty > none {
					return p
				}
			}
		}
		break
	}
	return people{}
}

func firstLines(spans []span, n int) [][]span {
	if len(plain(spans)) > n*maxByline {
		return nil
	}
	lines := splitLines(spans)
	return lines[:min(n, len(lines))]
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
		return peopleBefore(rest)
	}
	if !alone && !emphasised(line) || strings.HasSuffix(s, ".") {
		return people{}
	}
	p := namedPeople(line, false)
	if p.certainty == weak && !emphasised(line) {
		return people{}
	}
	return p
}

// cutBy takes "by" or what means the same off the head of a line.
func cutBy(s string) (rest string, found bool) {
	first, rest, _ := strings.Cut(s, " ")
	switch strings.ToLower(first) {
	case "by", "with", "—", "–", "-", "--", "---", "~":
		return rest, true
	case "talk", "presented", "given", "held", "session", "keynote", "workshop":
		return strings.CutPrefix(rest, "by ")
	}
	return s, false
}

// peopleBefore reads the people at the head of s, behind whom an event or links may be named.
func peopleBefore(s string) people {
	if p := namedPeople([]span{{text: s}}, true); p.certainty > none {
		return p
	}
	for _, sign := range []string{" at ", " – ", " — ", " - ", " | ", ", "} {
		if at := strings.Index(s, sign); at > 0 && (namesEvent(s[at:]) || onlyMediaWords(s[at:])) {
			if p := namedPeople([]span{{text: s[:at]}}, true); p.certainty > none {
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
	return namedPeople(cutText(line, ":"), strings.HasSuffix(wordsOf(label)[0], "s"))
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
	text, urls, links := flatten(spans)
	if len(text) > maxTitle {
		return people{}
	}
	text = strings.TrimRight(trimSymbols(text), trailing+".")
	text = strings.TrimLeft(text, trailing+"*_")
	if inner, found := strings.CutPrefix(text, "("); found && strings.HasSuffix(inner, ")") && strings.Count(inner, "(") == 0 {
		text = strings.TrimSuffix(inner, ")")
	}
	text, _ = cutPronouns(text)
	var p people
	if names := splitParts(text); several && len(names) > 1 {
		p = onePersonEach(names, &urls)
	}
	if p.certainty == none {
		p = readPeople(text, &urls)
	}
	for _, l := range links {
		at := slices.IndexFunc(p.speakers, func(s summit.Speaker) bool { return s.Name == strings.TrimSpace(l.text) })
		if at >= 0 && p.speakers[at].URL == "" && isAddress(l.url) {
			p.speakers[at].URL = l.url
		}
	}
	return p
}

// onePersonEach reads every part as a person, with an organisation in parentheses if anything; it
// finds nobody where one of them is none.
func onePersonEach(parts []part, urls *addresses) people {
	var p people
	for _, n := range parts {
		name, marks := urls.cut(n.name)
		if !n.isPerson() {
			return people{}
		}
		p.speakers = append(p.speakers, summit.Speaker{Name: name})
		p.profile(marks)
		if !p.parenthesis(n.inside, urls) {
			return people{}
		}
		p.behindAt(n, urls)
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
