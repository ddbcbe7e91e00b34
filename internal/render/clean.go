package render

import (
	"strings"
	"unicode"
)

// clean takes out of a text what could act on a terminal or deceive its reader: control
// characters and with them every escape sequence, marks that turn the direction of writing, and
// characters of no width. White space of any kind becomes a blank. Joiners stay between letters
// that need them: emoji and the scripts of India and Persia are made of them.
func clean(s string) string {
	if isPlainASCII(s) {
		return s
	}
	var out strings.Builder
	before := rune(0)
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			r = ' '
		case isJoiner(r):
			if before < 0x80 {
				continue
			}
		case isHostile(r):
			continue
		}
		out.WriteRune(r)
		before = r
	}
	return out.String()
}

func isPlainASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }

// isHostile reports whether r could act on a terminal or is invisible. Variation selectors, which
// choose the look of an emoji, are neither.
func isHostile(r rune) bool {
	switch {
	case unicode.IsControl(r), r == '\u2028', r == '\u2029', r == '\uFFFD':
		return true
	case isJoiner(r):
		return false
	}
	return unicode.Is(unicode.Cf, r) || r == '\u034f' || r == '\u115f' || r == '\u1160' || r == '\u3164' || r == '\uffa0'
}
