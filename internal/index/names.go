package index

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// names are the people and organisations of the notes. A topic in such a name is not mentioned.
type names struct {
	whole map[string]bool
	first map[string]firstWord
}

// A firstWord is the first word of some names.
type firstWord struct {
	lengths []int // of the names, in bytes, each once
	isGiven bool  // a person has this given name
}

func newNames(sessions []*summit.Session) names {
	n := names{whole: make(map[string]bool, 2*len(sessions)), first: make(map[string]firstWord, 2*len(sessions))}
	for _, session := range sessions {
		for _, speaker := range session.Speakers {
			n.add(speaker.Name, true)
			n.add(speaker.Organization, false)
		}
	}
	return n
}

func (n names) add(name string, isPerson bool) {
	word := name[:wordEnd(name)]
	if word == "" {
		return
	}
	n.whole[name] = true
	first := n.first[word]
	first.isGiven = first.isGiven || isPerson
	if !slices.Contains(first.lengths, len(name)) {
		first.lengths = append(first.lengths, len(name))
	}
	n.first[word] = first
}

// hide returns the places of names and addresses in a text, in order and without overlap. A name
// that is itself a term, such as that of an organisation called Docker, counts as a mention.
func (n names) hide(text string, t *terms) []Span {
	var hidden []Span
	for at := 0; at < len(text); {
		if words.BeginsAddress(text[at:]) {
			end := at + strings.IndexFunc(text[at:]+" ", unicode.IsSpace)
			hidden = extend(hidden, Span{at, end})
			at = end
			continue
		}
		end := at + wordEnd(text[at:])
		first := n.first[text[at:end]]
		if first.isGiven && isSaying(text[end:]) {
			hidden = extend(hidden, Span{at, end})
		}
		for _, length := range first.lengths {
			stop := at + length
			if stop > len(text) || !n.whole[text[at:stop]] || startsWithLetter(text[stop:]) || t.meanings[words.Key(text[at:stop])] != nil {
				continue
			}
			hidden = extend(hidden, Span{at, stop})
		}
		_, size := utf8.DecodeRuneInString(text[end:])
		at = end + size
	}
	return hidden
}

// saying are stems of verbs that have a person as subject, not software.
var saying = []string{"said", "say", "told", "tell", "ask", "explain", "mention", "think", "thought", "believ", "recommend", "suggest", "spoke", "speak", "talk"}

// isSaying reports whether the text after a given name has such a verb, so that the name is that of
// a person.
func isSaying(rest string) bool {
	rest = strings.TrimPrefix(rest, " ")
	return slices.Contains(saying, words.Stem(words.Fold(rest[:wordEnd(rest)])))
}

func wordEnd(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c == '-' || c == '.' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isLetter(r) {
			return i
		}
		i += size
	}
	return len(s)
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isLetter(r)
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return sign[r] > 0
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}
