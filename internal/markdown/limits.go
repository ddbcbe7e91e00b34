package markdown

import (
	"fmt"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// The limits of a text, far above those of any notes. They are known before goldmark reads it:
// for each line it looks at all lists and quotes that are open there, and remembers them while
// the outermost is open.
const (
	maxText    = 4 << 20   // bytes that the values of variables may make of it
	maxLines   = 200_000   // that are not empty
	maxEmpty   = 1_000     // empty lines in a row
	maxNesting = 200       // levels of a line; two blanks at its start are one
	maxLevels  = 1_000_000 // of all lines together
	maxSigns   = 400_000   // of emphasis, links, code and HTML
)

// isSign has the bytes at which goldmark may begin a new element.
var isSign = [256]bool{'*': true, '_': true, '[': true, ']': true, '`': true, '<': true, '|': true}

// excess returns the fault of the first line at which a text exceeds a limit; nil if none does.
// above is the number of lines before the text in its file.
func excess(text string, above int) *yamlfault.Fault {
	c := extent{hasManySigns: len(text) > maxSigns}
	line := above
	for l := range strings.Lines(text) {
		line++
		if what := c.add(l); what != "" {
			return &yamlfault.Fault{Line: line, What: what}
		}
	}
	return nil
}

// An extent is how much of everything there is in a text up to a line.
type extent struct {
	lines, empty, levels, signs, open int
	hasManySigns                      bool // perhaps: a shorter text has fewer than the limit
}

// add adds a line, and returns a message if a limit is exceeded then.
func (e *extent) add(line string) (excess string) {
	levels, text := nesting(line)
	switch {
	case text == "" && levels == 0:
		e.empty++
	case e.empty == 0: // the line may go on with a paragraph, whatever that is in
		e.open = max(e.open, levels)
		e.lines++
	default:
		e.open, e.empty = levels, 0
		e.lines++
	}
	e.levels += e.open
	for i := 0; e.hasManySigns && i < len(text); i++ {
		if isSign[text[i]] {
			e.signs++
		}
	}
	switch {
	case e.empty > maxEmpty:
		return fmt.Sprintf("there are too many empty lines in a row (limit: %d); remove some", maxEmpty)
	case levels > maxNesting:
		return fmt.Sprintf("this line is nested too deeply (limit: %d levels); remove list signs, quote signs or blanks at its start", maxNesting)
	case e.levels > maxLevels:
		return fmt.Sprintf("up to this line, the levels of nesting of all lines add up to too many (limit: %d); nest less, or split the file", maxLevels)
	case e.lines > maxLines:
		return fmt.Sprintf("there are too many lines (limit: %d); split the file", maxLines)
	case e.signs > maxSigns:
		return fmt.Sprintf("up to this line, there are too many signs of emphasis, links, code and HTML (limit: %d); split the file", maxSigns)
	}
	return ""
}

// nesting returns in how many lists and quotes a line can be at most, and the text behind their
// signs.
func nesting(line string) (levels int, text string) {
	signs, columns := 0, 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case ' ':
			columns++
		case '\t':
			columns += 4
		case '>':
			signs++
		case '\n':
			return signs, ""
		default:
			length := isBullet(line[i:])
			if length == 0 {
				return signs + columns/2, line[i:]
			}
			i += length - 1
			signs++
		}
	}
	return signs, ""
}

// isBullet returns the length of the sign that begins an item of a list at the head of a text; 0
// if there is none.
func isBullet(text string) (length int) {
	digits, rest := words.CutDigits(text)
	signs := ".)"
	if digits == "" {
		signs = "-+*"
	}
	if rest == "" || strings.IndexByte(signs, rest[0]) < 0 || len(rest) > 1 && strings.IndexByte(" \t\n", rest[1]) < 0 {
		return 0
	}
	return len(digits) + 1
}
