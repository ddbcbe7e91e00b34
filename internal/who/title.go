package who

import (
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Title is what the heading of a session says.
type Title struct {
	People
	Text   string // without the people; empty if nothing is left
	Behind Sign   // behind which the people are
}

// A Sign is what parts a title from the people in it.
type Sign int8

// NoSign is that of people before their title, in parentheses or behind "by".
const (
	NoSign Sign = iota
	Colon
	Dash
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
	if title, inside := cutParenthesis(s); inside != "" && strings.Trim(title, words.Trailing) != "" {
		title = strings.Trim(title, words.Trailing)
		if p := r.readInside(inside); p.Certainty > best.Certainty && (p.Certainty == Strong || !IsName(title)) {
			best = Title{People: p, Text: title}
		}
	}
	for at := words.Separators.First(s); at != nil; at = words.Separators.Next(s, at) {
		if t := r.readAround(s, at); t.Certainty > best.Certainty {
			best = t
		}
	}
	return best
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
	if label, rest, found := strings.Cut(s, ":"); found && IsLabel(label) {
		return r.readNamed(strings.TrimSpace(rest))
	}
	if first, rest, _ := strings.Cut(s, " "); known().by[first] {
		s = rest
	}
	return r.read(s)
}

func (r titleReader) readNamed(s string) People { return reader{r.text, named}.read(s) }

// readAround reads one side of a separator as people and the other as their title. Behind "by", "w/" and a label people are
// on the right only.
func (r titleReader) readAround(s string, at *words.Gap) Title {
	left, right := strings.Trim(s[:at.Start], words.Trailing), strings.Trim(s[at.End:], words.Trailing)
	sign := strings.TrimSpace(s[at.Start:at.End])
	if title := cutLabelBehind(left); title != "" && sign == ":" {
		return Title{People: r.readNamed(right), Text: title}
	}
	by := sign == "by" || sign == "w/"
	if first, rest, _ := strings.Cut(right, " "); known().by[first] && sign != ":" {
		right, by = rest, true
	}
	if by {
		if left = cutGiven(left); left == "" {
			return Title{}
		}
		return Title{People: r.read(right), Text: left}
	}
	behind := Title{People: r.readSide(right, left, sign == ":", false), Text: left, Behind: Dash}
	if sign == ":" {
		behind.Behind = Colon
	}
	if p := r.readSide(left, right, sign == ":", true); p.Certainty > behind.Certainty {
		return Title{People: p, Text: right}
	}
	return behind
}

// readSide reads the text before or behind a sign as people if the other side can be their title.
func (r titleReader) readSide(text, other string, colon, before bool) People {
	p := r.read(text)
	if p.Certainty == Fair && (p.place && (before || colon) || p.remark && !before) {
		p.Certainty = Weak
	}
	if other == "" || p.Certainty == Weak && !r.repeated && (colon || IsName(other)) {
		return People{}
	}
	return p
}

// cutLabelBehind is the title before a label such as "Speaker" and the dash that parts them; it is empty if there is no label.
func cutLabelBehind(s string) string {
	at := words.Dashes.Last(s)
	if at == nil || !IsLabel(s[at.End:]) {
		return ""
	}
	return strings.Trim(s[:at.Start], words.Trailing)
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
		if strings.TrimRightFunc(s, IsMark) == s || cut == rest {
			return s
		}
		s = strings.TrimRight(cut, words.Trailing)
	}
}

// cutRepeatedNames takes the names off the end of a title that are earlier in it, as schedules write them below a title.
// Without a dot between two of them a separator has to part them from what is before.
func cutRepeatedNames(s string) (rest string, found bool) {
	listed := strings.FieldsFunc(s, func(r rune) bool { return r == '•' || r == '·' })
	if len(listed) == 0 || strings.TrimSpace(listed[0]) == "" {
		return s, false
	}
	head := listed[0]
	for _, name := range listed[1:] {
		if !strings.Contains(head, strings.TrimSpace(name)) {
			return s, false
		}
	}
	fields := strings.Fields(head)
	if strings.Count(head, fields[len(fields)-1]) < 2 { // as in most titles
		return s, false
	}
	for n := min(5, len(fields)-1); n > 1; n-- {
		name := strings.Join(fields[len(fields)-n:], " ")
		before := strings.Join(fields[:len(fields)-n], " ")
		if !strings.Contains(before, name) || !IsName(name) {
			continue
		}
		rest = strings.TrimRight(before, words.Trailing)
		if rest == before && len(listed) == 1 {
			return s, false
		}
		return rest, true
	}
	return s, false
}
