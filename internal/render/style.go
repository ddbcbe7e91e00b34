package render

import "strings"

// A Style tells how to show an answer to a reader.
type Style struct {
	Width int  // columns of the terminal; 0 without a terminal, where nothing is wrapped or shortened
	Color bool // bold and colour, by SGR sequences
	Many  bool // the terminal has the 256 colours of xterm
	Links bool // addresses are hyperlinks, by OSC 8 sequences
	ASCII bool // the reader's character set has no bullets and ellipses
	Full  bool // all notes of every session, and all of its links and photos
}

// maxText is the greatest width of running text in columns.
const maxText = 100

// textWidth is the width to which running text is wrapped; 0 means that it is not wrapped.
func (st Style) textWidth() int { return min(st.Width, maxText) }

// An emphasis is a style of text, as cf has it: the parameter of an SGR sequence; plain has none.
type emphasis string

const (
	plain     emphasis = ""
	bold      emphasis = "1"    // titles and heads
	match     emphasis = "1"    // a match, in plain text
	boldMatch emphasis = "1;4"  // a match in a title
	dim       emphasis = "2"    // explanations
	name      emphasis = "1;36" // text that can be typed next
	bad       emphasis = "1;31"
)

// teal is a shade of cyan with equal contrast on white and on black. The cyan of the terminal is
// too pale on white, in bold even more often.
const teal emphasis = "1;38;5;30"

// gray is a shade for explanations that is readable on white and on black. Faint text is too faint
// on many terminals.
const gray emphasis = "38;5;243"

// spelled is a text with typographic signs that the reader's character set has.
func (st Style) spelled(s string) string {
	if !st.ASCII {
		return s
	}
	return typewriter.Replace(s)
}

var typewriter = strings.NewReplacer("…", "...", "•", "*", "‘", "'", "’", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "→", "->")

func (st Style) paint(s string, e emphasis) string {
	if !st.Color || e == plain || s == "" {
		return s
	}
	switch {
	case e == name && st.Many:
		e = teal
	case e == dim && st.Many:
		e = gray
	}
	return "\x1b[" + string(e) + "m" + s + "\x1b[0m"
}

// Failed is the word that cf prints after an error.
func Failed(st Style) string { return st.paint("FAILED", bad) }

// CleanLine makes a text that may quote user input safe to show on one line.
func CleanLine(s string) string { return clean(s) }
