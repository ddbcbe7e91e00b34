package who

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Text is a line of notes that may name people. Each address in it is replaced by a mark, a
// character for private use; such characters of the author are removed.
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

// NewText is a text of words and the addresses that are written out between them.
func NewText(words string) Text {
	var w Writer
	w.AddWords(words)
	return w.Text()
}

// A Writer writes a text of its parts.
type Writer struct {
	words words.Joiner
	links []Link
	urls  []string
}

// Text is the text as it was written.
func (w *Writer) Text() Text { return Text{w.words.String(), w.links, w.urls} }

// addMark adds the mark of an address, or the address itself if there are no marks left.
func (w *Writer) addMark(url string) {
	if len(w.urls) > unicode.MaxRune-firstMark {
		w.words.WriteString(url)
		return
	}
	w.words.WriteString(string(firstMark + rune(len(w.urls))))
	w.urls = append(w.urls, url)
}

// AddWords adds words and the addresses that are written out between them.
func (w *Writer) AddWords(s string) {
	s = noMarks(s)
	for start, end := words.FindAddress(s); start >= 0; start, end = words.FindAddress(s) {
		w.words.WriteString(s[:start])
		w.addMark(s[start:end])
		s = s[end:]
	}
	w.words.WriteString(s)
}

// AddAddress adds an address with an address as its text, usually itself. Punctuation at the end of
// the text belongs to the words.
func (w *Writer) AddAddress(text, url string) {
	end := len(words.TrimAddress(text))
	if text == url {
		url = url[:end]
	}
	w.addMark(url)
	w.words.WriteString(text[end:])
}

// AddLink adds words that lead to an address.
func (w *Writer) AddLink(text, url string) {
	text = noMarks(text)
	w.words.WriteString(text)
	w.links = append(w.links, Link{strings.TrimSpace(text), url})
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

// Cut takes the marks out of a part of the text, with parentheses that hold nothing else, and
// returns the addresses that they are for.
func (t *Text) Cut(part string) (rest string, urls []string) {
	var out []byte
	for at := strings.IndexFunc(part, IsMark); at >= 0; at = strings.IndexFunc(part, IsMark) {
		mark, size := utf8.DecodeRuneInString(part[at:])
		urls = append(urls, t.urls[mark-firstMark])
		out, part = append(out, part[:at]...), part[at+size:]
		if bytes.HasSuffix(out, []byte("(")) && strings.HasPrefix(part, ")") {
			out, part = out[:len(out)-1], part[1:]
		}
	}
	return strings.Trim(words.OneLine(string(out)+part), " ,"), urls
}
