// Package words splits text into words and compares them without regard to case, accents, hyphens
// and plurals.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Word is one word of a text.
type Word struct {
	Fold       string // lower case, without accents and apostrophes; never empty
	Start, End int    // byte offsets in the text
	Joined     bool   // only blanks, or one joining sign such as a hyphen, separate it from the word before
}

// Split returns the words of a text in order. A word is a run of letters and digits; each ideograph
// is a word.
func Split(text string) []Word {
	out := make([]Word, 0, 1+len(text)/meanLength)
	for w, found := First(text); found; w, found = w.Next(text) {
		out = append(out, w)
	}
	return out
}

// Places appends the words of a text to buf in order, but without their folds, which take most of
// the time of Split. It includes words whose fold is empty.
func Places(buf []Word, text string) []Word {
	end := 0
	for start, stop := Place(text, 0); start < stop; start, stop = Place(text, stop) {
		buf = append(buf, Word{Start: start, End: stop, Joined: len(buf) > 0 && joins(text[end:start])})
		end = stop
	}
	return buf
}

// First returns the first word of a text.
func First(text string) (w Word, found bool) {
	w, found = Word{}.Next(text)
	w.Joined = false
	return w, found
}

// Next returns the word of a text that follows w.
func (w Word) Next(text string) (next Word, found bool) {
	for start, stop := Place(text, w.End); start < stop; start, stop = Place(text, stop) {
		if fold := Fold(text[start:stop]); fold != "" {
			return Word{Fold: fold, Start: start, End: stop, Joined: joins(text[w.End:start])}, true
		}
	}
	return Word{}, false
}

// meanLength is the usual length in bytes of a word and the sign after it.
const meanLength = 6

// Place finds the first word of text at or after an offset; start and stop are equal if there is
// none.
func Place(text string, at int) (start, stop int) {
	for start = at; start < len(text) && signs[text[start]] == gap; {
		start++
	}
	for stop = start; stop < len(text) && signs[text[stop]] == letter; {
		stop++
	}
	if stop < len(text) && signs[text[stop]] == other {
		return placeAny(text, start)
	}
	return start, stop
}

// placeAny is Place for words with other characters than ASCII letters and digits.
func placeAny(text string, at int) (start, stop int) {
	for start = at; start < len(text); {
		r, size := utf8.DecodeRuneInString(text[start:])
		if isWord(r) {
			return start, start + wordLength(text[start:])
		}
		start += size
	}
	return start, start
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return signs[r] == letter
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// The kinds of a byte.
const (
	gap    = iota // never part of a word
	letter        // an ASCII letter or digit
	other         // an apostrophe, or part of a character of several bytes
)

// signs has the kind of each byte.
var signs = func() (table [256]byte) {
	for _, c := range []byte("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		table[c] = letter
	}
	for c := utf8.RuneSelf; c < len(table); c++ {
		table[c] = other
	}
	table['\''] = other
	return table
}()

func isIdeograph(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// wordLength is the length in bytes of the word at the start of text. An apostrophe between letters
// belongs to the word.
func wordLength(text string) int {
	first, i := utf8.DecodeRuneInString(text)
	alone := isIdeograph(first)
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case alone:
			if !isPart(r) {
				return i
			}
		case signs[text[i]] == letter:
		case r == '\'' || r == '’':
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			if !unicode.IsLetter(next) {
				return i
			}
		case n == 1:
			return i
		case !isPart(r) && (isIdeograph(r) || !isWord(r)):
			return i
		}
		i += n
	}
	return len(text)
}

// isPart reports whether a character belongs to the letter before it: an accent or a soft hyphen.
func isPart(r rune) bool { return unicode.IsMark(r) || r == '\u00ad' }

// joins reports whether the words on both sides of a gap can be parts of one word.
func joins(gap string) bool {
	switch gap {
	case "", "-", "\u2010", "\u2011", "/", ".", "_", "&":
		return true
	}
	return strings.TrimSpace(gap) == ""
}

// Singular removes the ending of an English plural and keeps at least two letters. It also changes
// verbs, so the result is for comparison only.
func Singular(fold string) string {
	n := len(fold)
	switch {
	case n < 4 && !(n == 3 && fold[2] == 's' && !strings.ContainsAny(fold[1:2], "aiosu")):
		return fold
	case strings.HasSuffix(fold, "ies") && n > 4:
		return fold[:n-3] + "y"
	case strings.HasSuffix(fold, "sses"), strings.HasSuffix(fold, "xes") && n > 3, strings.HasSuffix(fold, "ches"), strings.HasSuffix(fold, "shes"):
		return fold[:n-2]
	case strings.HasSuffix(fold, "ss"):
		return fold
	case strings.HasSuffix(fold, "che"):
		return fold[:n-1] // such as "caches", which could be the plural of "cach"
	case strings.HasSuffix(fold, "s"):
		return fold[:n-1]
	}
	return fold
}

// Key returns the same text for all spellings of a phrase: its words in the singular, written
// together.
func Key(phrase string) string {
	var out strings.Builder
	for start, stop := Place(phrase, 0); start < stop; start, stop = Place(phrase, stop) {
		fold := Singular(Fold(phrase[start:stop]))
		if start == 0 && stop == len(phrase) {
			return fold
		}
		out.WriteString(fold)
	}
	return out.String()
}
