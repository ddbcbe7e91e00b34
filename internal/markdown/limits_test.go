package markdown

import (
	"fmt"
	"strings"
	"testing"
)

// TestLimits has for each limit a text that reaches it, and what exceeds it.
func TestLimits(t *testing.T) {
	bullets := func(n int) string { return strings.Repeat("- ", n) }
	tests := []struct {
		name, within, beyond string
		line                 int
		want                 string
	}{
		{"empty lines", "a\n" + strings.Repeat("\n", maxEmpty), " \t\n", maxEmpty + 2, "too many empty lines in a row (limit: 1000)"},
		{"levels of bullets", bullets(maxNesting/3*2) + "a\n", bullets(maxNesting) + "b", 2, "nested too deeply (limit: 200 levels)"},
		{"levels of quotes", strings.Repeat(">", maxNesting) + "a\n\n", strings.Repeat(">", maxNesting+1) + "b", 3, "nested too deeply (limit: 200 levels)"},
		{"levels of quotes alone", "a\n", strings.Repeat(">", maxNesting+1), 2, "nested too deeply (limit: 200 levels)"},
		{"signs of no bullet", strings.Repeat("-", 2*maxNesting) + "a\n\n", strings.Repeat(">", maxNesting+1) + "b", 3, "nested too deeply (limit: 200 levels)"},
		{"empty lines of a quotation", "> a\n" + strings.Repeat(">\n", 2*maxEmpty), strings.Repeat(">", maxNesting+1), 2*maxEmpty + 2, "nested too deeply (limit: 200 levels)"},
		{"stars that close nothing", strings.Repeat("*a ", 11_000) + "\n\n", "b " + strings.Repeat("*a_ ", 20_000), 3, "(limit: 50000000 steps)"},
		{"levels of numbers", "a\n", strings.Repeat("10) ", maxNesting) + "b", 2, "nested too deeply (limit: 200 levels)"},
		{"blanks", strings.Repeat(" ", 2*maxNesting) + "a\n", strings.Repeat(" ", 2*maxNesting+2) + "b", 2, "nested too deeply (limit: 200 levels)"},
		{"tabs", strings.Repeat("\t", maxNesting/2) + "a\n", strings.Repeat("\t", maxNesting/2+1) + "b", 2, "nested too deeply (limit: 200 levels)"},
		{"levels of all lines", bullets(100) + "a\n" + strings.Repeat("\n", 500), strings.Repeat(bullets(100)+"a\n"+strings.Repeat("\n", 500), 20), 6667, "levels of nesting of all lines"},
		{"levels of lines that go on", bullets(100) + "a\n" + strings.Repeat("b\n", 5_000), strings.Repeat("b\n", 5_000), 6_667, "levels of nesting of all lines"},
		{"lines", strings.Repeat("a\n", maxLines), "b", maxLines + 1, "too many lines (limit: 200000)"},
		{"signs", strings.Repeat("|_`a`[]\n\n", maxSigns/6) + strings.Repeat("a*\n", maxSigns%6), "<", 133337, "too many signs of emphasis, links, code and HTML (limit: 400000)"},
		{"stars", "a\n\n", "b " + strings.Repeat("*a_ ", 20_000), 3, "(limit: 50000000 steps)"},
		{"code", "a\n\n", strings.Repeat("\\``a", 20_000), 3, "(limit: 50000000 steps)"},
		{"brackets", "a\n\n", strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000), 3, "(limit: 50000000 steps)"},
		{"targets", "a\n\n", strings.Repeat("[a](", 20_000), 3, "(limit: 50000000 steps)"},
		{"targets in angle brackets", "a\n\n", strings.Repeat("[a](<b", 20_000), 3, "(limit: 50000000 steps)"},
		{"signs in an address", "a\n\n", strings.Repeat("http://a.example/_", 20_000), 3, "(limit: 50000000 steps)"},
		{"labels over many lines", "a\n\n", strings.Repeat("[a]\n", 10_000), 3, "(limit: 50000000 steps)"},
		{"open targets over many lines", "a\n\n", strings.Repeat("[a](b c\n", 10_000), 3, "(limit: 50000000 steps)"},
		{"open targets in angle brackets over many lines", "a\n\n", strings.Repeat("[a](<b\n", 10_000), 3, "(limit: 50000000 steps)"},
		{"definitions", "a\n\n", strings.Repeat("[a]: b\n", 150_000), 3, "(limit: 50000000 steps)"},
	}
	for _, test := range tests {
		if d := Read([]byte(test.within), Options{}); d.Body == nil || d.Faults != nil {
			t.Errorf("%s: within the limit there are the faults %v", test.name, d.Faults)
		}
		d := Read([]byte(test.within+test.beyond), Options{})
		if got := fmt.Sprint(d.Faults); len(d.Faults) != 1 || d.Body != nil || d.Faults[0].Line != test.line || !strings.Contains(got, test.want) {
			t.Errorf("%s: the faults %s, want %q in line %d", test.name, got, test.want, test.line)
		}
	}
}
