package index

import "unicode"

// beginnings are the first two signs of folded words. They tell of most words that have not been folded that they are none
// of these words.
type beginnings [signs][signs]bool

// add adds a folded word of two bytes or more.
func (b *beginnings) add(fold string) { b[sign[fold[0]]][sign[fold[1]]] = true }

// mayFit reports whether a word that has not been folded, or several that begin with it, may be one of the words. It may be if
// its first two bytes do not tell.
func (b *beginnings) mayFit(word string) bool {
	if len(word) == 1 {
		return true
	}
	second := sign[word[1]] // 0 also in a letter of several bytes
	return second == 0 || b[sign[word[0]]][second]
}

// signs is the number of ASCII letters without case, digits, and all other bytes as one.
const signs = 1 + 26 + 10

// sign numbers each ASCII letter, whatever its case, and each digit from 1; it has 0 for all other bytes.
var sign = func() (table [256]byte) {
	for i, c := range []byte("abcdefghijklmnopqrstuvwxyz0123456789") {
		table[c] = byte(i + 1)
		table[unicode.ToUpper(rune(c))] = byte(i + 1)
	}
	return table
}()
