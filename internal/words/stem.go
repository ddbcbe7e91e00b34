package words

import "github.com/kljensen/snowball/english"

// IsStopWord reports whether a folded word, such as "the", tells nothing.
func IsStopWord(fold string) bool { return english.IsStopWord(fold) }

// Stem is the part that the English forms of a folded word share.
func Stem(fold string) string {
	switch {
	case len(fold) > longestStemmed:
		return fold
	case len(fold) <= shortWord:
		return Singular(fold) // such as "VMs": the stemmer keeps the s of a word without a vowel
	}
	return english.Stem(fold, true)
}

// shortWord is the greatest length in bytes of a word whose only other form is its plural.
const shortWord = 3

// longestStemmed is the greatest length in bytes of a word that is stemmed.
const longestStemmed = 64

// longestEnding is the greatest number of letters in an ending that makes another form of a word,
// as in "deployment". A longer ending, as in "productivity", makes another word.
const longestEnding = 4

// IsForm reports whether two words with the same stem are forms of one word.
func IsForm(a, b string) bool {
	n := commonLength(a, b)
	return len(a)-n <= longestEnding && len(b)-n <= longestEnding
}

// commonLength is the number of bytes that two words begin with.
func commonLength(a, b string) (n int) {
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// IsTypedForm reports whether a word that was typed is a form of a word of the same stem, and no
// slip for it: "rout" lacks a letter of "route", and "scalling" has one more than "scaling".
func IsTypedForm(typed, known string) bool {
	n := commonLength(typed, known)
	isDoubled := n > 0 && n < len(typed) && n < len(known) && typed[n] == typed[n-1]
	return IsForm(typed, known) && typed+"e" != known && !isDoubled
}
