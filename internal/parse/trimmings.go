package parse

import (
	"strings"
	"unicode/utf8"
)

// cutTrimmings takes off what editors and site generators set around a title: the box of a task,
// attributes in braces, the mark of a footnote and the brackets of wiki links, of which the words
// shown stay.
func cutTrimmings(s string) string {
	if strings.IndexByte(s, '[') < 0 && strings.IndexByte(s, '{') < 0 {
		return s
	}
	for _, box := range []string{"[ ] ", "[x] ", "[X] "} {
		if rest, found := strings.CutPrefix(s, box); found && rest != "" {
			s = rest
			break
		}
	}
	return showWikiLinks(cutFootnote(cutAttributes(s)))
}

// cutAttributes takes `{#id .class}` or `{: .class}` off the end of a title.
func cutAttributes(s string) string {
	open := strings.LastIndexByte(s, '{')
	if open < 1 || !strings.HasSuffix(s, "}") || strings.IndexByte("#.:-", s[open+1]) < 0 {
		return s
	}
	if rest := strings.TrimRight(s[:open], " "); rest != "" {
		return rest
	}
	return s
}

// cutFootnote takes `[^name]` off the end of a title.
func cutFootnote(s string) string {
	open := strings.LastIndex(s, "[^")
	if open < 1 || strings.IndexByte(s[open:], ']') != len(s)-open-1 || strings.Contains(s[open:], " ") {
		return s
	}
	return strings.TrimRight(s[:open], " ")
}

// showWikiLinks writes `[[page]]` as its page and `[[page|words]]` as its words.
func showWikiLinks(s string) string {
	if !strings.Contains(s, "[[") {
		return s
	}
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(s, "[[")
		inside, after, closed := strings.Cut(rest, "]]")
		if !found || !closed || strings.Contains(inside, "[") {
			out.WriteString(s)
			return out.String()
		}
		if _, words, hasWords := strings.Cut(inside, "|"); hasWords {
			inside = words
		}
		out.WriteString(before + inside)
		s = after
	}
}

// cutLastAddress takes an address off the end of a title where a dash or a bar parts it from the rest.
func cutLastAddress(s string) string {
	for {
		last, size := utf8.DecodeLastRuneInString(s)
		if !isMark(last) {
			return s
		}
		rest := strings.TrimRight(s[:len(s)-size], " ")
		if sign, _ := utf8.DecodeLastRuneInString(rest); !strings.ContainsRune("-–—|", sign) {
			return s
		}
		s = strings.TrimRight(rest, trailing)
	}
}
