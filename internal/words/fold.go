package words

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Fold returns the same text for all spellings of a word: lower case, without accents, apostrophes
// and possessive s.
func Fold(word string) string {
	word = strings.ToLower(word)
	if isPlain(word) {
		return word
	}
	word = CutPossessive(word)
	out := make([]byte, 0, len(word))
	for _, r := range word {
		if fold, listed := listedFold(r); listed {
			out = append(out, fold...)
		} else if isSyllable(r) {
			out = appendJamo(out, r)
		} else if isWord(r) {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}

func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c == '\'' {
			return false
		}
	}
	return true
}

// A foldRun has the folds of a character and of those that follow it in Unicode. Each fold ends
// with a blank.
type foldRun struct {
	first rune
	folds string
}

// listedFold returns the fold of a character in lower case; listed is false if foldRuns lacks it.
func listedFold(r rune) (fold string, listed bool) {
	if r < foldRuns[0].first {
		return "", false
	}
	run := foldRuns[sort.Search(len(foldRuns), func(i int) bool { return foldRuns[i].first > r })-1]
	if int(r-run.first) >= len(run.folds) {
		return "", false
	}
	for range r - run.first + 1 {
		fold, run.folds, listed = strings.Cut(run.folds, " ")
	}
	return fold, listed
}

// The syllables of Hangul are composed by rule: of a leading consonant, a vowel, and a trailing
// consonant or none.
const (
	firstSyllable, lastSyllable = '\uac00', '\ud7a3'

	firstLeading, firstVowel, beforeTrailing = '\u1100', '\u1161', '\u11a7'

	vowels, trailings = 21, 28 // with no trailing consonant as one of them
)

func isSyllable(r rune) bool { return firstSyllable <= r && r <= lastSyllable }

// appendJamo appends the letters of a syllable of Hangul.
func appendJamo(out []byte, syllable rune) []byte {
	n := syllable - firstSyllable
	out = utf8.AppendRune(out, firstLeading+n/trailings/vowels)
	out = utf8.AppendRune(out, firstVowel+n/trailings%vowels)
	if trailing := n % trailings; trailing > 0 {
		out = utf8.AppendRune(out, beforeTrailing+trailing)
	}
	return out
}

// CutPossessive makes "presentation" of "presentation's", which is possessive, or has a short "is".
func CutPossessive(word string) string {
	return strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
}
