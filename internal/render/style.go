package render

import "strings"

// A Style says how an answer is shown to a reader.
type Style struct {
	Width int  // columns of the terminal; 0 where there is none: then nothing is wrapped or shortened
	Color bool // bold and coloured text by SGR sequences
	Many  bool // the terminal has the 256 colours of xterm
	Links bool // addresses as hyperlinks by OSC 8 sequences
	ASCII bool // the reader's character set has no bullets and ellipses
	Full  bool // all notes of every session, and all of its links and photos
}

// maxText is the widest that running text gets, in columns.
const maxText = 100

// textWidth is the width to which running text is wrapped; 0 is not at all.
func (st Style) textWidth() int { return min(st.Width, maxText) }

// The ways in which text stands out, by the manners of cf. Each is the parameter of an SGR
// sequence; plain has none.
type emphasis string

const (
	plain     emphasis = ""
	bold      emphasis = "1"    // titles and heads
	match     emphasis = "1"    // what was looked for, in plain text
	boldMatch emphasis = "1;4"  // the same in a title
	dim       emphasis = "2"    // what explains
	name      emphasis = "1;36" // what can be typed next
	bad       emphasis = "1;31"
)

// teal is the cyan of name in a shade that stands out as much from white as from black. The cyan of
// the terminal does not, and many make it paler still where it is bold.
const teal emphasis = "1;38;5;30"

// gray is dim in a shade that can be read on white and on black. Many terminals make faint text too faint.
const gray emphasis = "38;5;244"

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

// link makes shown lead to an address on terminals that can do that.
func (st Style) link(shown, address string) string {
	if !st.Links || !strings.HasPrefix(address, "http://") && !strings.HasPrefix(address, "https://") {
		return shown
	}
	return "\x1b]8;;" + linkTarget(address) + "\x1b\\" + shown + "\x1b]8;;\x1b\\"
}

// linkTarget is the address as an OSC 8 sequence may hold it: printable ASCII only.
func linkTarget(address string) string {
	var out strings.Builder
	for _, c := range []byte(address) {
		if c > ' ' && c < 0x7f {
			out.WriteByte(c)
		} else {
			const hex = "0123456789ABCDEF"
			out.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return out.String()
}

// Failed is the word with which cf ends what went wrong.
func Failed(st Style) string { return st.paint("FAILED", bad) }

// CleanLine makes a text that may quote anything safe to show on one line.
func CleanLine(s string) string { return clean(s) }
