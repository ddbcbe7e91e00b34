package words

import "strings"

// The signs that part a line of notes.
var (
	Dashes     = newSigns(" - ", " – ", " — ", " -- ", " --- ", " | ")
	Commas     = newSigns(", ")
	Separators = newSigns(" - ", " – ", " — ", " -- ", " --- ", " | ", ": ", " by ", " w/ ")
	Joiners    = newSigns(", and ", " and ", " & ", " • ", " · ", ",", "; ", ";", " / ", " und ", " et ", " y ", " e ", " og ", " och ")
)

// Signs are some of the signs that part a text. Each begins with a blank, a comma, a colon or a semicolon.
type Signs struct {
	texts  []string
	second [256]bool // the bytes behind a blank that begins one
}

func newSigns(texts ...string) *Signs {
	s := &Signs{texts: texts}
	for _, t := range texts {
		if t[0] == ' ' {
			s.second[t[1]] = true
		}
	}
	return s
}

// A Gap is the place of a sign in a text.
type Gap struct{ Start, End int }

// First finds the first of the signs outside of parentheses; it is nil if there is none.
func (s *Signs) First(text string) *Gap { return s.Next(text, &Gap{}) }

// Last finds the last of them.
func (s *Signs) Last(text string) *Gap {
	last := s.First(text)
	for g := last; g != nil; g = s.Next(text, g) {
		last = g
	}
	return last
}

// Next finds the one that follows another.
func (s *Signs) Next(text string, after *Gap) *Gap {
	depth := strings.Count(text[:after.End], "(") - strings.Count(text[:after.End], ")")
	for i := after.End; i < len(text); i++ {
		switch text[i] {
		case '(':
			depth++
			continue
		case ')':
			depth = max(0, depth-1)
			continue
		case ' ':
			if i+1 == len(text) || !s.second[text[i+1]] {
				continue
			}
		case ',', ':', ';':
		default:
			continue
		}
		if depth > 0 {
			continue
		}
		for _, sign := range s.texts {
			if strings.HasPrefix(text[i:], sign) {
				return &Gap{i, i + len(sign)}
			}
		}
	}
	return nil
}
