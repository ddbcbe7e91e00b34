package words

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Set is a set of words.
type Set struct{ Map[bool] }

// Has reports whether a word is in the set, in any case.
func (s Set) Has(word string) bool { return s.Of(word) }

// A Map has values of words.
type Map[V any] struct{ *table[V] }

type table[V any] struct {
	values map[string]V // of the words in lower case
	begin  [32]uint32   // by the first letter, a bit for each second one; most words that are asked for are in no list
}

// Of returns the value of a word in any case; the zero value if it has none. Most words are
// English, and not copied.
func (m Map[V]) Of(word string) (value V) {
	var lower [maxListed]byte
	if len(word) > len(lower) || !m.mayHave(word) {
		return value
	}
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return m.values[strings.ToLower(word)]
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower[i] = c
	}
	return m.values[string(lower[:len(word)])]
}

// At returns the value of a word exactly as it is in the list; the zero value if it has none.
//
//go:noinline
func (m Map[V]) At(word string) (value V) {
	if m.mayHave(word) {
		value = m.values[word]
	}
	return value
}

// Words returns all words, sorted.
func (m Map[V]) Words() []string { return slices.Sorted(maps.Keys(m.values)) }

// mayHave reports whether a word in the map begins like this one. It answers by their ASCII letters
// in any case; other signs may begin any word.
func (m Map[V]) mayHave(word string) bool {
	if len(word) < 2 || word[0]|word[1] >= utf8.RuneSelf {
		return true
	}
	return m.begin[word[0]&31]&(1<<(word[1]&31)) != 0
}

// NewMap returns the map of these words, which are in lower case.
func NewMap[V any](values map[string]V) Map[V] {
	m := Map[V]{&table[V]{values: values}}
	for w := range values {
		if len(w) > 1 {
			m.begin[w[0]&31] |= 1 << (w[1] & 31)
		}
	}
	return m
}

// maxListed is the greatest length in bytes of a word in a list.
const maxListed = 32

// NewSet returns the set of the words of texts, which are separated by white space.
func NewSet(texts ...string) Set {
	bytes := 0
	for _, t := range texts {
		bytes += len(t)
	}
	set := make(map[string]bool, bytes/meanLength)
	for _, t := range texts {
		for w := range strings.FieldsSeq(t) {
			set[w] = true
		}
	}
	return Set{NewMap(set)}
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
	texts := make([]string, len(l.lines[kind]))
	for i, line := range l.lines[kind] {
		texts[i] = line.words
	}
	return NewSet(texts...)
}

// Numbered returns the words of all sections of a kind with the number of their line in the
// section, from 1.
func (l Lists) Numbered(kind string) Map[int] {
	numbers := map[string]int{}
	for _, line := range l.lines[kind] {
		for w := range strings.FieldsSeq(line.words) {
			numbers[w] = line.number
		}
	}
	return NewMap(numbers)
}
