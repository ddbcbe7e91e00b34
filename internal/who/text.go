package who

import (
	"strings"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Text is a line of notes in which people are to be found. An address that is written out in it is a mark, a character for
// private use that is taken out of what the author wrote.
type Text struct {
	Words string
	Links []Link   // words that lead to a page, which may be a profile
	urls  []string // what the marks are for, in order
}

// A Link is a page that words lead to.
type Link struct{ Words, URL string }

const (
	firstMark        = '\U00100000'
	firstByteOfMarks = 0xF4 // in UTF-8
)

// IsMark reports whether a character is a mark.
func IsMark(r rune) bool { return r >= firstMark }

func (t *Text) mark(url string) string {
	t.urls = append(t.urls, url)
	return string(firstMark + rune(len(t.urls)-1))
}

// AddWords adds words and the addresses that are written out between them.
func (t *Text) AddWords(s string) {
	s = noMarks(s)
	for start, end := words.FindAddress(s); start >= 0; start, end = words.FindAddress(s) {
		t.Words += s[:start] + t.mark(s[start:end])
		s = s[end:]
	}
	t.Words += s
}

// AddAddress adds an address that is its own text. Punctuation at the end of the text belongs to the words.
func (t *Text) AddAddress(text, url string) {
	address := words.TrimAddress(text)
	t.Words += t.mark(words.TrimAddress(url)) + text[len(address):]
}

// AddLink adds words that lead to an address.
func (t *Text) AddLink(text, url string) {
	text = noMarks(text)
	t.Words += text
	t.Links = append(t.Links, Link{strings.TrimSpace(text), url})
}

// with is a text with other words, which are a part of it.
func (t *Text) with(words string) *Text { return &Text{words, t.Links, t.urls} }

func noMarks(s string) string {
	if strings.IndexByte(s, firstByteOfMarks) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if IsMark(r) {
			return -1
		}
		return r
	}, s)
}

// Cut takes the marks out of a part of the text, with parentheses that hold nothing else, and returns the addresses that they
// are for.
func (t *Text) Cut(part string) (rest string, urls []string) {
	for {
		at := strings.IndexFunc(part, IsMark)
		if at < 0 {
			return strings.Trim(words.OneLine(part), " ,"), urls
		}
		mark, size := utf8.DecodeRuneInString(part[at:])
		urls = append(urls, t.urls[mark-firstMark])
		before, after := part[:at], part[at+size:]
		if strings.HasSuffix(before, "(") && strings.HasPrefix(after, ")") {
			before, after = before[:len(before)-1], after[1:]
		}
		part = before + after
	}
}
