// Package words takes text apart for comparison: case, accents, hyphens, plurals and English word
// forms make no difference to it.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Word is one word of a text.
type Word struct {
	Fold       string // lower case, without accents and apostrophes; never empty
	Start, End int    // byte offsets in the text
	Joined     bool   // nothing but white space, or one of the signs that join words, parts it from the word before
}

// Split takes a text apart into its words, in their order. Letters and digits make words; an
// ideograph is a word of its own.
func Split(text string) []Word {
	var out []Word
	for at := 0; at < len(text); {
		start := at + strings.IndexFunc(text[at:], isWord)
		if start < at {
			break
		}
		end := start + wordLength(text[start:])
		if fold := Fold(text[start:end]); fold != "" {
			out = append(out, Word{Fold: fold, Start: start, End: end, Joined: len(out) > 0 && joins(text[out[len(out)-1].End:start])})
		}
		at = end
	}
	return out
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isIdeograph(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// wordLength is the length in bytes of the word that text starts with. An apostrophe between
// letters belongs to the word.
func wordLength(text string) int {
	first, size := utf8.DecodeRuneInString(text)
	alone := isIdeograph(first)
	for i := size; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsMark(r) || r == '\u00ad':
		case alone || isIdeograph(r):
			return i
		case isWord(r):
		case r == '\'' || r == '’':
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			if !unicode.IsLetter(next) {
				return i
			}
		default:
			return i
		}
		i += n
	}
	return len(text)
}

// joins reports whether the words on both sides of a gap can be one word written apart.
func joins(gap string) bool {
	switch gap {
	case "", "-", "\u2010", "\u2011", "/", ".", "_", "&":
		return true
	}
	return strings.TrimSpace(gap) == ""
}

// Fold makes spellings of one word equal: lower case, no accents, no apostrophes, no possessive s.
func Fold(word string) string {
	word = strings.ToLower(word)
	for _, s := range []string{"'s", "’s"} {
		word = strings.TrimSuffix(word, s)
	}
	if isASCIIWord(word) {
		return word
	}
	return strings.Map(func(r rune) rune {
		if !isWord(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(word))
}

func isASCIIWord(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c == '\'' {
			return false
		}
	}
	return true
}

// Singular is the word without the ending of an English plural; any word has one, be it a noun or
// not, so it serves for comparison only.
func Singular(fold string) string {
	n := len(fold)
	switch {
	case n < 4 && !(n == 3 && fold[2] == 's' && !strings.ContainsAny(fold[1:2], "aiosu")):
		return fold
	case strings.HasSuffix(fold, "ies") && n > 4:
		return fold[:n-3] + "y"
	case strings.HasSuffix(fold, "sses"), strings.HasSuffix(fold, "xes"), strings.HasSuffix(fold, "ches"), strings.HasSuffix(fold, "shes"):
		return fold[:n-2]
	case strings.HasSuffix(fold, "ss"), strings.HasSuffix(fold, "us"), strings.HasSuffix(fold, "is"):
		return fold
	case strings.HasSuffix(fold, "s"):
		return fold[:n-1]
	}
	return fold
}

// Key makes spellings of one phrase equal: its words in the singular, written together.
func Key(phrase string) string {
	var out strings.Builder
	for _, w := range Split(phrase) {
		out.WriteString(Singular(w.Fold))
	}
	return out.String()
}
