package parse

import "strings"

// Addresses are what the marks in the text of a heading stand for, in order.
type addresses struct{ urls []string }

// A mark stands for an address in a heading. It is a character for private use, which is taken
// out of what the author wrote.
const (
	firstMark, lastMark = '\U00100000', '\U0010FFFD'
	firstByteOfMarks    = 0xF4 // in UTF-8
)

func isMark(r rune) bool { return r >= firstMark && r <= lastMark }

func (a *addresses) add(url string) string {
	a.urls = append(a.urls, url)
	return string(firstMark + rune(len(a.urls)-1))
}

var markInParentheses = lazy(`\(([\x{100000}-\x{10FFFD}])\)`)

// cut takes the marks out of s, with parentheses that hold nothing else, and tells what they stand
// for.
func (a *addresses) cut(s string) (rest string, urls []string) {
	if len(a.urls) == 0 {
		return strings.Trim(oneLine(s), " ,"), nil
	}
	s = markInParentheses().ReplaceAllString(s, "$1")
	rest = strings.Map(func(r rune) rune {
		if i := int(r - firstMark); i >= 0 && i < len(a.urls) {
			urls = append(urls, a.urls[i])
			return -1
		}
		return r
	}, s)
	return strings.Trim(oneLine(rest), " ,"), urls
}

// flatten makes one text of a heading. Addresses that stand for themselves become marks; links
// that words lead to are returned, and the words stay. Punctuation at the end of an address
// belongs to the heading.
func flatten(spans []span) (text string, urls addresses, links []span) {
	var out strings.Builder
	for _, s := range spans {
		switch written := strings.TrimSpace(s.text); {
		case s.image:
		case s.url == "":
			out.WriteString(markAddresses(noMarks(s.text), &urls))
		case isAddress(written) && isAddress(s.url):
			url := trimAddress(written)
			out.WriteString(urls.add(trimAddress(s.url)) + written[len(url):])
		default:
			out.WriteString(noMarks(s.text))
			links = append(links, span{text: noMarks(s.text), url: s.url})
		}
	}
	return oneLine(out.String()), urls, links
}

func noMarks(s string) string {
	if strings.IndexByte(s, firstByteOfMarks) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isMark(r) {
			return -1
		}
		return r
	}, s)
}

func markAddresses(s string, urls *addresses) string {
	var out strings.Builder
	for {
		start, end := findAddress(s)
		if start < 0 {
			return out.String() + s
		}
		out.WriteString(s[:start] + urls.add(s[start:end]))
		s = s[end:]
	}
}

// Signs part a heading. Each begins with a blank, a comma, a colon or a semicolon.
type signs struct {
	texts  []string
	second [256]bool // the bytes behind a blank that begins one
}

func newSigns(texts ...string) *signs {
	s := &signs{texts: texts}
	for _, t := range texts {
		if t[0] == ' ' {
			s.second[t[1]] = true
		}
	}
	return s
}

// A cut is where a sign stands in a text.
type cut struct{ start, end int }

// cutOutside finds the first of the signs in s that stands outside of parentheses, or nil.
func cutOutside(s string, signs *signs) *cut { return (&cut{}).next(s, signs) }

func (c *cut) next(s string, signs *signs) *cut {
	depth := strings.Count(s[:c.end], "(") - strings.Count(s[:c.end], ")")
	for i := c.end; i < len(s); i++ {
		switch s[i] {
		case '(':
			depth++
			continue
		case ')':
			depth = max(0, depth-1)
			continue
		case ' ':
			if i+1 == len(s) || !signs.second[s[i+1]] {
				continue
			}
		case ',', ':', ';':
		default:
			continue
		}
		if depth > 0 {
			continue
		}
		for _, sign := range signs.texts {
			if strings.HasPrefix(s[i:], sign) {
				return &cut{i, i + len(sign)}
			}
		}
	}
	return nil
}
