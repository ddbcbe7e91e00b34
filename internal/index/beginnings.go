package index

import "unicode"

// Beginnings are the first two characters of some folded words. They exclude most other words
// before those are folded.
type Beginnings [signs][signs]bool

// Add adds a folded word of at least two bytes.
func (b *Beginnings) Add(fold string) { b[sign[fold[0]]][sign[fold[1]]] = true }

// MayFit reports whether an unfolded word, or several from this word on, can be one of the words.
// It is true if the first two bytes are not ASCII letters or digits.
func (b *Beginnings) MayFit(word string) bool {
	if len(word) == 1 {
		return true
	}
	second := sign[word[1]] // 0 also in a letter of several bytes
	return second == 0 || b[sign[word[0]]][second]
}

// signs is the number of ASCII letters without case, plus digits, plus one for all other bytes.
const signs = 1 + 26 + 10

// sign numbers ASCII letters, regardless of case, and digits from 1; it is 0 for all other bytes.
var sign = func() (table [256]byte) {
	for i, c := range []byte("abcdefghijklmnopqrstuvwxyz0123456789") {
		table[c] = byte(i + 1)
		table[unicode.ToUpper(rune(c))] = byte(i + 1)
	}
	return table
}()

// heads are the first letters of some keys, as the bits of their hashes. They exclude most other
// keys before those are searched for.
type heads [1 << 13 / 8]byte

// longestHead is the greatest number of bytes that are compared.
const longestHead = 6

func (h *heads) add(key string) {
	sum := 0
	for _, c := range []byte(key[:min(longestHead, len(key))]) {
		sum = sum*31 + int(c)
		h[sum/8%len(h)] |= 1 << (sum % 8)
	}
}

// mayBegin reports whether one of the keys may begin with a text.
func (h *heads) mayBegin(text string) bool {
	sum := 0
	for _, c := range []byte(text[:min(longestHead, len(text))]) {
		sum = sum*31 + int(c)
	}
	return h[sum/8%len(h)]&(1<<(sum%8)) != 0
}
