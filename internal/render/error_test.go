package render

import (
	"strings"
	"testing"
)

func TestErrorText(t *testing.T) {
	for _, c := range []struct {
		name  string
		e     Error
		width int
		want  string
	}{
		{"a message alone", Error{Message: "No sail is set."}, 0, "No sail is set.\n"},
		{"a long message on a terminal", Error{Message: "No sail of that size is set."}, 20, "No sail of that size\nis set.\n"},
		{"one suggestion", Error{Message: "No.", Suggestions: []string{"main sail"}}, 80, "No.\nDid you mean <main sail>?\n"},
		{"three suggestions", Error{Message: "No.", Suggestions: []string{"a", "b", "c"}}, 80, "No.\nDid you mean <a>, <b> or <c>?\n"},
		{"all that there are", Error{Message: "No.", Suggestions: []string{"a", "b"}, All: true}, 80, "No.\nThere are only <a> and <b>.\n"},
		{"a suggestion that is not broken", Error{Message: "No.", Suggestions: []string{"main sail"}}, 20, "No.\nDid you mean\n<main sail>?\n"},
		{"a command that is not broken", Error{Message: "No.", Tip: "TIP: Use 'cf sail --help' to see."}, 22, "No.\nTIP: Use\n<'cf sail --help'> to\nsee.\n"},
		{"a tip without a command", Error{Message: "No.", Tip: "TIP: Set a sail."}, 80, "No.\nTIP: Set a sail.\n"},
		{"text that acts on terminals", Error{Message: "\x1b[1mNo", Suggestions: []string{"\x1b[1ma"}, Tip: "'cf \x1b[1m'"}, 80, "[1mNo\nDid you mean <[1ma>?\n<'cf [1m'>\n"},
	} {
		if got := shownAs(c.e.Text(Style{Width: c.width, Color: true})); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// shownAs replaces the colour of commands by angle brackets.
func shownAs(text string) string {
	return strings.NewReplacer("\x1b["+string(name)+"m", "<", "\x1b[0m", ">").Replace(text)
}
