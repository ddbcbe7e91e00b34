package words

import (
	"iter"
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
type Lists struct{ lines map[string][][]string }

// ReadLists reads a data file.
func ReadLists(file string) Lists {
	l := Lists{map[string][][]string{}}
	section := ""
	for line := range strings.SplitSeq(file, "\n") {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0 || fields[0] == "#":
		case fields[0][0] == '[':
			section = strings.Trim(line, "[]\r ")
		default:
			l.lines[section] = append(l.lines[section], fields)
		}
	}
	return l
}

// Set returns the words of all sections of a kind, in all languages.
func (l Lists) Set(kind string) Set {
	n := 0
	for line := range l.of(kind) {
		n += len(line)
	}
	set := make(Set, n)
	for line := range l.of(kind) {
		for _, w := range line {
			set[w] = true
		}
	}
	return set
}

// of are the lines of all sections of a kind, with their numbers in the section, from 1.
func (l Lists) of(kind string) iter.Seq2[[]string, int] {
	return func(yield func([]string, int) bool) {
		for section, lines := range l.lines {
			if name, _, _ := strings.Cut(section, " "); name != kind {
				continue
			}
			for i, line := range lines {
				if !yield(line, i+1) {
					return
				}
			}
		}
	}
}

// Numbered returns the words of all sections of a kind with the number of their line in the
// section, from 1.
func (l Lists) Numbered(kind string) map[string]int {
	numbers := map[string]int{}
	for line, number := range l.of(kind) {
		for _, w := range line {
			numbers[w] = number
		}
	}
	return numbers
}
