package who

import (
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Title is what the heading of a session says.
type Title struct {
	People
	Text     string  // without the people; empty if nothing is left
	Side     Side    // at which the people are
	Doubtful []Title // other readings, with names alone where a title often has two capitalised words
}

// A Side is where people are in a heading.
type Side int8

// Elsewhere is in parentheses, behind "by" or a label, or instead of a title.
const (
	Elsewhere Side = iota
	Before         // a colon or a dash
	BehindColon
	BehindDash
	SideBelow // the title
)

// ReadTitle tells the title of a session from its speakers. These forms are known, with any of the separators and joiners
// in place of `:` and `&`:
//
//	People
//	Title: People
//	People: Title
//	Title: People: the same names again
//	Title (People)
//	Title by People
//	Title, People whose names lead to a page
//
// A text that has none of them is a title as a whole.
func ReadTitle(t *Text) Title {
	if len(t.Words) > maxText {
		text, _ := t.Cut(t.Words)
		return Title{Text: text}
	}
	text, repeated := cutRepeatedNames(cutLastAddress(strings.Trim(words.TrimSymbols(t.Words), words.Trailing)))
	r := titleReader{reader{text: t}, repeated}
	title := r.split(strings.Trim(text, words.Trailing))
	title.Text, _ = t.Cut(title.Text)
	title.addProfiles(t)
	return title
}

// A titleReader reads titles.
type titleReader struct {
	reader
	repeated bool // the names came again behind the title
}

// split finds the reading in which the people are surest, the first of equals.
func (r titleReader) split(s string) Title {
	best := Title{Text: s}
	if whole := r.read(s); whole.Certainty == Strong {
		best = Title{People: whole, Text: Names(whole.Speakers)}
	}
	if title, inside := cutParenthesis(s); strings.Trim(title, words.Trailing) != "" {
		title = strings.Trim(title, words.Trailing)
		if p := r.readInside(inside); p.Certainty > best.Certainty && (p.Certainty == Strong || !IsName(title)) {
			best = Title{People: p, Text: title}
		}
	}
	var doubtful []Title
	for at := words.Separators.First(s); at != nil; at = words.Separators.Next(s, at) {
		behind, before := r.readAround(s, at)
		for _, t := range [...]Title{behind, before} {
			switch {
			case t.Certainty == Weak && !t.isSure(r.repeated):
				doubtful = append(doubtful, t)
			case t.Certainty > best.Certainty:
				best = t
			}
		}
	}
	if best.Certainty == Nobody {
		best = r.behindComma(best)
	}
	best.Doubtful = doubtful
	return best
}

// behindComma reads people behind a comma if all of their names lead to a page, which is their profile.
func (r titleReader) behindComma(t Title) Title {
	if len(r.text.Links) == 0 {
		return t
	}
	for at := words.Commas.First(t.Text); at != nil; at = words.Commas.Next(t.Text, at) {
		p := r.read(t.Text[at.End:])
		p.addProfiles(r.text)
		if p.Certainty > Nobody && p.haveProfiles() {
			return Title{People: p, Text: t.Text[:at.Start]}
		}
	}
	return t
}

// isSure reports whether names alone at a side of a sign are people and not two words of a title.
func (t *Title) isSure(repeated bool) bool {
	return repeated || t.Side == Elsewhere || t.Side == BehindDash && !IsName(t.Text)
}

// Names are those of speakers, as a title.
func Names(speakers []summit.Speaker) string {
	out := make([]string, len(speakers))
	for i, s := range speakers {
		out[i] = s.Name
	}
	return strings.Join(out, " & ")
}

// readInside reads the parentheses behind a title as people, with a label or "by" before them if anything.
func (r titleReader) readInside(s string) People {
	if label, rest, _ := strings.Cut(s, ":"); IsLabel(label) {
		return r.readNamed(strings.TrimSpace(rest), isPlural(label))
	}
	if first, rest, _ := strings.Cut(s, " "); known().by[first] {
		s = rest
	}
	return r.read(s)
}

func (r titleReader) readNamed(s string, several bool) People {
	return reader{r.text, named}.readAll(s, several)
}

// readAround reads each side of a separator as people and the other one as their title. Behind "by", "w/" and a label people
// are on the right only.
func (r titleReader) readAround(s string, at *words.Gap) (behind, before Title) {
	left, right := strings.Trim(s[:at.Start], words.Trailing), strings.Trim(s[at.End:], words.Trailing)
	sign := strings.TrimSpace(s[at.Start:at.End])
	if title, label := cutLabelBehind(left); title != "" && sign == ":" {
		return Title{People: r.readNamed(right, isPlural(label)), Text: title}, Title{}
	}
	by := sign == "by"
	if first, rest, _ := strings.Cut(right, " "); known().by[first] && sign != ":" {
		right, by = rest, true
	}
	if by {
		left = cutGiven(left)
	}
	behind = Title{People: r.read(right), Text: left, Side: BehindDash}
	switch {
	case by:
		behind.Side = Elsewhere
		return behind, Title{}
	case sign == ":":
		behind.Side = BehindColon
	}
	before = Title{People: r.read(left), Text: right, Side: Before}
	if behind.Certainty == Fair && (behind.remark || behind.place) {
		behind.Certainty = Weak
	}
	switch {
	case before.Certainty == Fair && before.place:
		return behind, Title{}
	case before.listed:
		before.Certainty = Weak
	}
	return behind, before
}

// cutLabelBehind is the title before a label such as "Speaker" and the dash that parts them; it is empty if there is no label.
func cutLabelBehind(s string) (title, label string) {
	at := words.Dashes.Last(s)
	if at == nil || !IsLabel(s[at.End:]) {
		return "", ""
	}
	return strings.Trim(s[:at.Start], words.Trailing), s[at.End:]
}

// cutGiven takes the "presented" of "presented by" off the end of a title if a sign parts it.
func cutGiven(title string) string {
	at := strings.LastIndexByte(title, ' ')
	if at < 0 || !known().given.Has(title[at+1:]) {
		return title
	}
	if rest := strings.TrimRight(title[:at], words.Trailing); rest != strings.TrimRight(title[:at], " ") {
		return rest
	}
	return title
}

// cutLastAddress takes an address off the end of a title if a dash or a bar parts it from the rest.
func cutLastAddress(s string) string {
	for {
		rest := strings.TrimRight(strings.TrimRightFunc(s, IsMark), " ")
		cut := strings.TrimRight(rest, "-–—|")
		if cut == rest {
			return s
		}
		s = strings.TrimRight(cut, words.Trailing)
	}
}

// cutRepeatedNames takes the names off the end of a title that are earlier in it, as schedules write them below a title.
// Without a dot between two of them a separator has to part them from what is before.
func cutRepeatedNames(s string) (title string, found bool) {
	head, rest := s, ""
	if at := strings.IndexAny(s, "•·"); at >= 0 {
		head, rest = s[:at], s[at:]
	}
	head = strings.TrimRight(head, " ")
	if strings.Count(head, head[strings.LastIndexByte(head, ' ')+1:]) < 2 { // as in most titles
		return s, false
	}
	for name := range strings.FieldsFuncSeq(rest, func(r rune) bool { return r == '•' || r == '·' }) {
		if !strings.Contains(head, strings.TrimSpace(name)) {
			return s, false
		}
	}
	fields := strings.Fields(head)
	for n := min(5, len(fields)-1); n > 1; n-- {
		name := strings.Join(fields[len(fields)-n:], " ")
		before := strings.Join(fields[:len(fields)-n], " ")
		if !strings.Contains(before, name) || !IsName(name) {
			continue
		}
		title = strings.TrimRight(before, words.Trailing)
		if title == before && rest == "" {
			return s, false
		}
		return title, true
	}
	return s, false
}
