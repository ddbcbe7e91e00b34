package words

import "strings"

// The signs that separate the parts of a line of notes.
var (
	Dashes     = newSigns(" - ", " – ", " — ", " -- ", " --- ", " | ")
	Commas     = newSigns(", ", " / ", " // ", " · ", " • ", " -> ", " → ") // and signs that separate like them
	Separators = newSigns(" - ", " – ", " — ", " -- ", " --- ", " | ", ": ", " by ", " By ", " w/ ")
	Joiners    = newSigns(", and ", " and ", " & ", " + ", " • ", " · ", ",", "; ", ";", " / ", " und ", " et ", " y ", " e ", " og ", " och ")
)

// Signs are separators of the parts of a text; an earlier one is preferred. Each begins with a
// blank, a comma, a colon or a semicolon.
type Signs struct {
	all                []string
	begins, afterBlank *[256]bool // the bytes that they begin with, and the second ones of those that begin with a blank
}

func newSigns(all ...string) Signs {
	s := Signs{all, &[256]bool{'(': true, ')': true}, &[256]bool{}}
	for _, sign := range all {
		s.begins[sign[0]] = true
		if sign[0] == ' ' {
			s.afterBlank[sign[1]] = true
		}
	}
	return s
}

// A Gap is the place of a sign in a text.
type Gap struct{ Start, End int }

// First finds the first sign outside of parentheses; it is nil if there is none.
func (s Signs) First(text string) *Gap { return s.Next(text, &Gap{}) }

// Last finds the last sign outside of parentheses; it is nil if there is none.
func (s Signs) Last(text string) *Gap {
	last := s.First(text)
	for g := last; g != nil; g = s.Next(text, g) {
		last = g
	}
	return last
}

// Next finds the sign that follows a gap.
func (s Signs) Next(text string, after *Gap) *Gap {
	depth := strings.Count(text[:after.End], "(") - strings.Count(text[:after.End], ")")
	for i := after.End; i < len(text); i++ {
		if !s.begins[text[i]] || text[i] == ' ' && i+1 < len(text) && !s.afterBlank[text[i+1]] {
			continue
		}
		switch text[i] {
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		}
		if depth > 0 {
			continue
		}
		for _, sign := range s.all {
			if strings.HasPrefix(text[i:], sign) {
				return &Gap{i, i + len(sign)}
			}
		}
	}
	return nil
}
