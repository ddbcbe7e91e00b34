package words

import (
	"strings"
	"unicode/utf8"
)

// A Set is a set of words in lower case.
type Set map[string]bool

// Has reports whether a word is in the set, in any case.
func (s Set) Has(word string) bool { return Map[bool](s).Of(word) }

// A Map has values of words in lower case.
type Map[V any] map[string]V

// Of is the value of a word in any case; the zero value if it has none. Most words are English,
// and not copied.
func (m Map[V]) Of(word string) (value V) {
	var lower [maxListed]byte
	if len(word) > len(lower) {
		return value
	}
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return m[strings.ToLower(word)]
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower[i] = c
	}
	return m[string(lower[:len(word)])]
}

// maxListed is the greatest length in bytes of a word in a list.
const maxListed = 32

// NewSet returns the set of the words of a text, which are separated by white space.
func NewSet(text string) Set {
	set := make(Set, len(text)/meanLength)
	for w := range strings.FieldsSeq(text) {
		set[w] = true
	}
	return set
}

// Lists are the words of a data file. A line such as `[month fr]` begins a section with the kind
// and the language of the words below it. A line that begins with # is a comment.
type Lists struct{ lines map[string][]listLine } // by kind

// A listLine is a line of words.
type listLine struct {
	words  string
	number int // in its section, from 1
}

// ReadLists reads a data file.
func ReadLists(file string) Lists {
	l := Lists{map[string][]listLine{}}
	kind, number := "", 0
	for line := range strings.SplitSeq(file, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "", line == "#", strings.HasPrefix(line, "# "):
		case line[0] == '[':
			kind, _, _ = strings.Cut(strings.Trim(line, "[]"), " ")
			number = 0
		default:
			number++
			l.lines[kind] = append(l.lines[kind], listLine{line, number})
		}
	}
	return l
}

// Set returns the words of all sections of a kind, in all languages.
func (l Lists) Set(kind string) Set {
	bytes := 0
	for _, line := range l.lines[kind] {
		bytes += len(line.words)
	}
	set := make(Set, bytes/meanLength)
	for _, line := range l.lines[kind] {
		for w := range strings.FieldsSeq(line.words) {
			set[w] = true
		}
	}
	return set
}

// Numbered returns the words of all sections of a kind with the number of their line in the
// section, from 1.
func (l Lists) Numbered(kind string) map[string]int {
	numbers := map[string]int{}
	for _, line := range l.lines[kind] {
		for w := range strings.FieldsSeq(line.words) {
			numbers[w] = line.number
		}
	}
	return numbers
}
