package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// clean removes everything that could act on a terminal or deceive a reader: control characters,
// and with them every escape sequence; marks that change the writing direction; invisible
// characters. Each white space becomes a blank. Joiners and selectors remain if an emoji or a
// script needs them. A character keeps as many marks as any script has; more would cover the lines
// around it.
func clean(s string) string { return cleanAfter("", s) }

// cleanAfter cleans a text that follows a clean text on the same line.
func cleanAfter(before, s string) string {
	if isPlainASCII(s) {
		return s
	}
	var out strings.Builder
	last, _ := utf8.DecodeLastRuneInString(" " + before)
	marks := marksAtEnd(before)
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			r = ' '
		case isUnseen(r) && !isNeeded(r, last):
			continue
		}
		if marks++; !isMark(r) {
			marks = 0
		} else if marks > maxMarks {
			continue
		}
		out.WriteRune(r)
		if !unicode.Is(unicode.Inherited, r) || isUnseen(r) {
			last = r
		}
	}
	return out.String()
}

// maxMarks is the number of marks that a character keeps, twice that of scripts which stack them,
// such as Tibetan.
const maxMarks = 10

// isMark reports whether r belongs to the character before it, as a mark, a joiner or a selector
// does.
func isMark(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Me) || isUnseen(r) }

func marksAtEnd(s string) (marks int) {
	for {
		r, size := utf8.DecodeLastRuneInString(s)
		if !isMark(r) {
			return marks
		}
		s, marks = s[:len(s)-size], marks+1
	}
}

// columnsOf is the number of columns that a text takes.
func columnsOf(s string) int {
	if isPlainASCII(s) {
		return len(s)
	}
	return displaywidth.String(s)
}

func isPlainASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// isUnseen reports whether r is invisible or could act on a terminal.
func isUnseen(r rune) bool {
	if ' ' <= r && r <= '~' {
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Variation_Selector,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point)
}

// isNeeded reports whether an invisible r shapes the character before it: a joiner in an emoji or
// in a script with joiners, or a selector that changes how an emoji or an ideograph looks.
func isNeeded(r, before rune) bool {
	const zwnj, zwj, emojiLook = '\u200c', '\u200d', '\ufe0f'
	isSymbol := before > unicode.MaxASCII && unicode.In(before, unicode.So, unicode.Sm, unicode.Sk)
	switch {
	case r == zwnj, r == zwj:
		return isSymbol || before == emojiLook || unicode.In(before, joining...)
	case unicode.Is(unicode.Variation_Selector, r):
		return isSymbol || unicode.Is(unicode.Han, before) || strings.ContainsRune("#*0123456789", before)
	}
	return false
}

// joining are the scripts that need joiners.
var joining = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mongolian, unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi,
	unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala,
	unicode.Tibetan, unicode.Myanmar, unicode.Khmer,
}
