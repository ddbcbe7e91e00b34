package words

import (
	"iter"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Trailing are the signs between a title and the text after it.
const Trailing = " :,;-–—|•·"

// OneLine replaces each run of white space by one blank, and removes it at the ends.
func OneLine(text string) string {
	text = strings.TrimSpace(text)
	if isOneLine(text) {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// isOneLine reports that a text has no white space other than single blanks. It may be wrong about
// texts with other characters than those of ASCII.
func isOneLine(text string) bool {
	blank := false
	for i := range len(text) {
		c := text[i]
		if inSpace[c] && (c != ' ' || blank) {
			return false
		}
		blank = c == ' '
	}
	return true
}

// inSpace has the bytes that begin a white space in UTF-8.
var inSpace = [256]bool{
	' ': true, '\t': true, '\n': true, '\v': true, '\f': true, '\r': true, 0xC2: true, 0xE1: true, 0xE2: true, 0xE3: true,
}

// A Joiner joins texts. If only one of them is not empty, it is not copied.
type Joiner struct {
	only string
	all  strings.Builder // empty as long as there is only one
}

// WriteString adds a text.
func (j *Joiner) WriteString(s string) {
	switch {
	case s == "":
	case j.all.Len() > 0:
		j.all.WriteString(s)
	case j.only == "":
		j.only = s
	default:
		j.all.WriteString(j.only)
		j.all.WriteString(s)
	}
}

// String is the texts joined.
func (j *Joiner) String() string {
	if j.all.Len() > 0 {
		return j.all.String()
	}
	return j.only
}

// Sentence is a text with a capital at the start and a full stop at the end.
func Sentence(text string) string { return Capital(text) + "." }

// Capital is a text with a capital at the start.
func Capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// List joins texts by commas, and the last one by a word such as "and".
func List(all []string, last string) string {
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return strings.Join(all[:len(all)-1], ", ") + " " + last + " " + all[len(all)-1]
}

// Count is a number of things, of which one is called noun.
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// Are is the form of "be" for a number of things.
func Are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// In returns the words of a text as they are written.
func In(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for start, stop := Place(text, 0); start < stop; start, stop = Place(text, stop) {
			if !yield(text[start:stop]) {
				return
			}
		}
	}
}

// All returns the words of a text as they are written.
func All(text string) (out []string) {
	for start, stop := Place(text, 0); start < stop; start, stop = Place(text, stop) {
		out = append(out, text[start:stop])
	}
	return out
}

// Lower returns the words of a text in lower case.
func Lower(text string) []string { return All(strings.ToLower(text)) }

// Cut returns the word at the start of a text, in lower case, and the rest; the word is empty if
// the text begins with a sign.
func Cut(text string) (word, rest string) {
	text = strings.TrimLeft(text, " ")
	end := strings.IndexFunc(text, func(r rune) bool { return !isWord(r) })
	if end < 0 {
		end = len(text)
	}
	return strings.ToLower(text[:end]), text[end:]
}

// CutDigits returns the digits at the start of a text, and the rest.
//
//go:noinline
func CutDigits(text string) (digits, rest string) {
	n := 0
	for n < len(text) && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	return text[:n], text[n:]
}

// IsDigits reports whether a text has nothing but digits; it may be empty.
func IsDigits(text string) bool {
	_, rest := CutDigits(text)
	return rest == ""
}

// BeginsWord reports whether a text begins with a letter or a digit.
func BeginsWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isWord(r)
}

// IsProper reports whether a text begins like a proper name: with a capital, a digit, or a letter
// of a script without capitals.
func IsProper(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.Is(unicode.Lo, first)
}

// TrimSymbols removes white space, emoji, also by their names (":date:"), and other symbols from
// both ends; it keeps punctuation.
func TrimSymbols(text string) string {
	for {
		text = strings.TrimFunc(text, isSymbol)
		rest := cutEmojiBehind(cutEmoji(text))
		if rest == text {
			return text
		}
		text = rest
	}
}

func isSymbol(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == '^' || r == '`'
	}
	return unicode.IsSpace(r) || unicode.In(r, unicode.So, unicode.Sk, unicode.Variation_Selector) || r == '\u200d' || r == '\u20e3'
}

// cutEmoji takes the name of an emoji off the head of a text.
func cutEmoji(text string) string {
	if !strings.HasPrefix(text, ":") {
		return text
	}
	if name, rest, closed := strings.Cut(text[1:], ":"); closed && isEmojiName(name) {
		return rest
	}
	return text
}

// cutEmojiBehind takes the name of an emoji off the end of a text, with a blank before it.
func cutEmojiBehind(text string) string {
	before, found := strings.CutSuffix(text, ":")
	if !found {
		return text
	}
	if at := strings.LastIndex(before, " :"); at >= 0 && isEmojiName(before[at+2:]) {
		return before[:at]
	}
	return text
}

// isEmojiName reports whether a text is like "two" or "page_facing_up".
func isEmojiName(s string) bool {
	return strings.Trim(s, "0123456789+-_") != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789+-_") == ""
}
