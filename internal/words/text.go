package words

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Trailing are the signs that may part a title from what follows it.
const Trailing = " :,;-–—|•·"

// OneLine is a text with white space folded and cut off at the ends.
func OneLine(text string) string {
	text = strings.TrimSpace(text)
	if isOneLine(text) {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// isOneLine reports whether a text has no white space but single blanks.
func isOneLine(text string) bool {
	var before byte
	for i := range len(text) {
		c := text[i]
		if c|before == ' ' {
			return false
		}
		if c < ' ' || c > '~' {
			return !strings.Contains(text[i:], "  ") && !strings.ContainsFunc(text[i:], func(r rune) bool { return r != ' ' && unicode.IsSpace(r) })
		}
		before = c
	}
	return true
}

// In are the words of a text as they are written: letters, digits, and apostrophes inside them.
func In(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for start, stop := Place(text, 0); start < stop; start, stop = Place(text, stop) {
			if !yield(text[start:stop]) {
				return
			}
		}
	}
}

// Lower are the words of a text in lower case.
func Lower(text string) []string { return slices.Collect(In(strings.ToLower(text))) }

// Cut takes the word at the head of a text, in lower case; it is empty if a sign is there.
func Cut(text string) (word, rest string) {
	text = strings.TrimLeft(text, " ")
	end := strings.IndexFunc(text, func(r rune) bool { return !isWord(r) })
	if end < 0 {
		end = len(text)
	}
	return strings.ToLower(text[:end]), text[end:]
}

// CutDigits takes the digits off the head of a text.
func CutDigits(text string) (digits, rest string) {
	n := len(text) - len(strings.TrimLeft(text, "0123456789"))
	return text[:n], text[n:]
}

// BeginsWord reports whether a text begins with a letter or a digit.
func BeginsWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isWord(r)
}

// IsProper reports whether a text begins like a proper name: with a capital, a digit, or a letter of a script without
// capitals.
func IsProper(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.Is(unicode.Lo, first)
}

// TrimSymbols takes emoji, other signs that are neither letters, digits nor punctuation, and white space off both ends.
func TrimSymbols(text string) string {
	return strings.TrimFunc(text, func(r rune) bool {
		if r < utf8.RuneSelf {
			return r <= ' ' || r == '^' || r == '`'
		}
		return unicode.IsSpace(r) || unicode.In(r, unicode.So, unicode.Sk, unicode.Variation_Selector) || r == '\u200d' || r == '\u20e3'
	})
}
