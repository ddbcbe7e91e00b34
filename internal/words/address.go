package words

import "strings"

// IsAddress reports whether a text is an http or https address and nothing else.
func IsAddress(s string) bool {
	start, _ := FindAddress(s)
	return start == 0 && !strings.ContainsAny(s, " \t\n\v\f\r")
}

// FindAddress finds the first http or https address in a text. The address ends before white space,
// quotes and Chinese or Japanese punctuation, and before punctuation that ends a sentence; start is
// -1 if there is no address.
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
		if BeginsAddress(rest) {
			if end := strings.IndexFunc(rest, endsAddress); end >= 0 {
				rest = rest[:end]
			}
			address := TrimAddress(rest)
			if !strings.HasSuffix(address, "//") {
				return start, start + len(address)
			}
			from = start + len(rest)
			continue
		}
		from = start + len("http")
	}
}

// BeginsAddress reports whether a text begins like an http or https address.
func BeginsAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

func endsAddress(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', '<', '>', '"', '。', '、', '，', '（', '）', '「', '」', '『', '』', '【', '】':
		return true
	}
	return false
}

// TrimAddress removes punctuation from the end of an address, and a bracket that the address does
// not open. A sign after an underscore stays if the address has other underscores, as in the title
// of a talk: `is_it_free_?`.
func TrimAddress(s string) string {
	round := strings.Count(s, ")") - strings.Count(s, "(") // how many are not opened
	square := strings.Count(s, "]") - strings.Count(s, "[")
	for {
		t := strings.TrimRight(s, ":,;.!?'*_…”’»")
		if rest := s[len(t):]; len(rest) == 2 && rest[0] == '_' && strings.IndexByte("!?", rest[1]) >= 0 && strings.IndexByte(t, '_') >= 0 {
			return s
		}
		switch {
		case round > 0 && strings.HasSuffix(t, ")"):
			t, round = t[:len(t)-1], round-1
		case square > 0 && strings.HasSuffix(t, "]"):
			t, square = t[:len(t)-1], square-1
		}
		if t == s {
			return s
		}
		s = t
	}
}
