package words

import "strings"

// IsAddress reports whether a text is an http or https address and nothing else.
func IsAddress(s string) bool {
	start, _ := FindAddress(s)
	return start == 0 && !strings.ContainsAny(s, " \t\n")
}

// FindAddress finds the first http or https address in a text. The address ends before white space and before the punctuation
// that closes a sentence; start is -1 if there is none.
func FindAddress(s string) (start, end int) {
	if strings.IndexByte(s, ':') < 0 {
		return -1, -1
	}
	for from := 0; ; {
		at := strings.Index(s[from:], "http")
		if at < 0 {
			return -1, -1
		}
		start = from + at
		rest := s[start:]
		if strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "https://") {
			if end := strings.IndexAny(rest, " \t\n<>\""); end >= 0 {
				rest = rest[:end]
			}
			if rest = TrimAddress(rest); !strings.HasSuffix(rest, "//") {
				return start, start + len(rest)
			}
		}
		from = start + len("http")
	}
}

// TrimAddress removes punctuation from the end of an address, and a parenthesis that the address does not open.
func TrimAddress(s string) string {
	for {
		t := strings.TrimRight(s, ":,;.!?'*_")
		if strings.HasSuffix(t, ")") && strings.Count(t, ")") > strings.Count(t, "(") {
			t = t[:len(t)-1]
		}
		if t == s {
			return s
		}
		s = t
	}
}
