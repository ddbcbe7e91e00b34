package index

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// names are the people and the organisations that the notes know of: what they are called is no
// mention of a topic.
type names struct {
	byFirst map[string][]string // by their first word
}

// newNames gathers the names. One that is a term as a whole, such as an organisation called
// Docker, stays a mention.
func newNames(sessions []*summit.Session, t terms) names {
	n := names{byFirst: map[string][]string{}}
	for _, session := range sessions {
		for _, speaker := range session.Speakers {
			n.add(speaker.Name, t)
			n.add(speaker.Organization, t)
		}
	}
	return n
}

func (n names) add(name string, t terms) {
	first := name[:wordEnd(name)]
	if first == "" || slices.Contains(n.byFirst[first], name) || t.meanings[words.Key(name)] != nil {
		return
	}
	n.byFirst[first] = append(n.byFirst[first], name)
}

// hide returns the places of text that are names or addresses.
func (n names) hide(text string) []Span {
	var hidden []Span
	for at := 0; at < len(text); {
		if strings.HasPrefix(text[at:], "http://") || strings.HasPrefix(text[at:], "https://") {
			end := at + strings.IndexFunc(text[at:]+" ", unicode.IsSpace)
			hidden = append(hidden, Span{at, end})
			at = end
			continue
		}
		end := at + wordEnd(text[at:])
		for _, name := range n.byFirst[text[at:end]] {
			if strings.HasPrefix(text[at:], name) && !startsWithLetter(text[at+len(name):]) {
				hidden = append(hidden, Span{at, at + len(name)})
			}
		}
		_, size := utf8.DecodeRuneInString(text[end:])
		at = end + size
	}
	return hidden
}

func wordEnd(s string) int {
	if i := strings.IndexFunc(s, func(r rune) bool { return r != '-' && r != '.' && !isLetter(r) }); i >= 0 {
		return i
	}
	return len(s)
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isLetter(r)
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
