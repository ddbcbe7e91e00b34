package parse

import "strings"

// cutPronouns takes pronouns such as "she/her" out of a text that may name people, with the
// brackets around them or the comma before them.
func cutPronouns(s string) (rest string, found bool) {
	for from := 0; ; {
		at := strings.IndexByte(s[from:], '/')
		if at < 0 {
			return s, found
		}
		at += from
		start, end := fieldAround(s, at)
		if !arePronouns(s[start:end]) {
			from = at + 1
			continue
		}
		before, after := s[:start], s[end:]
		switch {
		case strings.HasSuffix(before, "(") && strings.HasPrefix(after, ")"), strings.HasSuffix(before, "[") && strings.HasPrefix(after, "]"):
			before, after = strings.TrimRight(before[:len(before)-1], " "), after[1:]
		case strings.HasSuffix(before, ","), strings.HasSuffix(before, ";"):
			before = before[:len(before)-1]
		case strings.HasPrefix(after, ","), strings.HasPrefix(after, ";"):
			after = strings.TrimLeft(after[1:], " ")
		default:
			from = at + 1
			continue
		}
		s, found, from = before+after, true, len(before)
	}
}

// fieldAround is where the field around s[at] stands between brackets, commas and semicolons.
func fieldAround(s string, at int) (start, end int) {
	start = 1 + strings.LastIndexAny(s[:at], "()[],;")
	end = strings.IndexAny(s[at:], "()[],;")
	if end < 0 {
		return start, len(s)
	}
	return start, at + end
}

func arePronouns(s string) bool {
	for w := range strings.SplitSeq(s, "/") {
		if !pronouns.hasFolded(strings.TrimSpace(w)) {
			return false
		}
	}
	return true
}
