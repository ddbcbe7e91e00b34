package main_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"github.com/gdamore/tcell/v3/vt"
	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

// TestTerminal shows answers on emulated terminals of several widths and checks the screens.
func TestTerminal(t *testing.T) {
	tests := []struct {
		args []string
		row  string // beginning of each row of the list; empty for an answer without a list
		rows int
	}{
		{[]string{"--list-topics"}, `[a-z-]+ +\d`, len(notes.Bundled().Topics)},
		{[]string{"--list-sessions"}, `\d+ {2,}\S`, 34},
		{[]string{"diego"}, "", 0},
		{[]string{"security"}, "", 0},
		{[]string{"security", "--talks"}, "", 0},
		{[]string{"--session", "18"}, "", 0},
	}
	for _, test := range tests {
		for _, cols := range []int{40, 60, 80, 100, 120} {
			t.Run(fmt.Sprintf("%s/%d", strings.Join(test.args, " "), cols), func(t *testing.T) {
				t.Parallel()
				plain := display(t, answer(t, cols, test.args, "TERM=xterm-256color", "CF_COLOR=false"), cols)
				if test.rows > 0 {
					checkList(t, plain, cols, test.row, test.rows)
				} else {
					checkText(t, plain, cols, test.args)
				}
				coloured := display(t, answer(t, cols, test.args, "TERM=xterm-256color", "CF_COLOR=true"), cols)
				if got, want := coloured.String(), plain.String(); got != want {
					t.Errorf("with colour the screen shows\n%s\nwant\n%s", got, want)
				}
				checkLinks(t, display(t, answer(t, cols, test.args, "TERM=xterm-kitty", "CF_COLOR=true"), cols), plain)
			})
		}
	}
}

// checkLinks expects a hyperlink for each address on the plain screen. Its text is at most the
// address without the scheme.
func checkLinks(t *testing.T, linked, plain screen) {
	t.Helper()
	var want, got []string
	for _, l := range plain.lines {
		want = append(want, regexp.MustCompile(`https?://[^\s)]+`).FindAllString(l.text(), -1)...)
	}
	for shown, address := range linked.links() {
		got = append(got, address)
		if len(shown) > len(address) {
			t.Errorf("%q shows more than its address %q", shown, address)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(slices.Compact(want), slices.Compact(got)); diff != "" {
		t.Errorf("the addresses are not those of the hyperlinks (-addresses +hyperlinks):\n%s", diff)
	}
}

// TestDisplay checks that the emulator shows the faults that the other tests look for.
func TestDisplay(t *testing.T) {
	s := display(t, []byte("1234567890\n12345678901\n\x1b[1mbold\x1b[0m \x1b]8;;https://a.b\x1b\\link\x1b]8;;\x1b\\\n"), 10)
	if got, want := s.String(), "1234567890\n1234567890⏎1\nbold link\n"; got != want {
		t.Errorf("screen %q, want %q", got, want)
	}
	if got := s.links()["link"]; got != "https://a.b" {
		t.Errorf("link leads to %q", got)
	}
}

// answer runs summit-notes on a terminal and returns the bytes that it wrote.
func answer(t *testing.T, cols int, args []string, env ...string) []byte {
	t.Helper()
	cmd := command(t.TempDir(), built(t, summitNotes), args...)
	cmd.Env = append(cmd.Env, env...)
	out, err := onTerminal(cmd, cols, 24)
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if rest := escape.ReplaceAll(out, nil); bytes.ContainsFunc(rest, func(r rune) bool { return r != '\n' && (r < ' ' || 0x7f <= r && r < 0xa0) }) {
		t.Fatalf("more than text, its looks and its links arrives:\n%q", out)
	}
	return out
}

// escape matches the only escape sequences that an answer may have: styles and hyperlinks.
var escape = regexp.MustCompile(`\x1b\[[0-9;]*m|\x1b\]8;;[!-~]*\x1b\\`)

// A line is a line of output: one row of the screen, or several if the terminal wraps it.
type line []string

func (l line) text() string { return strings.Join(l, "") }

type screen struct {
	lines []line
	cells []vt.Cell
}

// String is the text on the screen, with a mark at each wrap of the terminal.
func (s screen) String() string {
	var out strings.Builder
	for _, l := range s.lines {
		out.WriteString(strings.Join(l, "⏎") + "\n")
	}
	return out.String()
}

// links are the addresses of the hyperlinks on the screen, by their text.
func (s screen) links() map[string]string {
	shown := map[string]string{}
	text, to := "", ""
	for _, cell := range s.cells {
		url, _ := cell.S.Url()
		if url != to {
			shown[text], text, to = to, "", url
		}
		text += cell.C
	}
	delete(shown, "")
	for text, to := range shown {
		if to == "" {
			delete(shown, text)
		}
	}
	return shown
}

// display shows output on an emulated terminal that is tall enough not to scroll.
func display(t *testing.T, printed []byte, cols int) screen {
	t.Helper()
	const height = 1000
	terminal := vt.NewMockTerm(vt.MockOptSize{X: vt.Col(cols), Y: height})
	if err := terminal.Start(); err != nil {
		t.Fatal(err)
	}
	defer terminal.Stop()
	var s screen
	for text := range bytes.Lines(printed) {
		first := terminal.Pos().Y
		if _, err := terminal.Write(bytes.TrimSuffix(text, []byte("\n"))); err != nil {
			t.Fatal(err)
		}
		var l line
		for y := first; y <= terminal.Pos().Y; y++ {
			var row strings.Builder
			for x := 0; x < cols; {
				cell := terminal.GetCell(vt.Coord{X: vt.Col(x), Y: y})
				s.cells = append(s.cells, cell)
				if cell.C == "" {
					cell.C = " "
				}
				row.WriteString(cell.C)
				x += max(1, cell.W)
			}
			l = append(l, strings.TrimRight(row.String(), " "))
		}
		s.lines = append(s.lines, l)
		if _, err := terminal.Write([]byte("\r\n")); err != nil {
			t.Fatal(err)
		}
	}
	if y := terminal.Pos().Y; int(y) >= height-1 {
		t.Fatalf("%d rows are too few for the answer", height)
	}
	return s
}

// widest is the greatest width of running text in columns, even on wider terminals.
const widest = 100

// lonely matches a line with a single address or session id, after its label or bullet.
var lonely = regexp.MustCompile(`^ *id +\S+$|^ {4}[a-z0-9]+(-[a-z0-9]+){4,}$|^ *(?:(?:docs|sources|related|video|slides|schedule|reference|photos|•) +)?\(?https?://\S+( \(inferred\))?$`)

// checkText expects running text to fill its width but not exceed it, and to have every word of the
// answer. Only text that is copied whole may be longer; it has its own line, which the terminal may
// wrap.
func checkText(t *testing.T, s screen, cols int, args []string) {
	t.Helper()
	measure, used := min(cols, widest), 0
	for _, l := range s.lines {
		if lonely.MatchString(l.text()) {
			continue
		}
		width := displaywidth.String(l.text())
		if width > measure {
			t.Errorf("%d columns: %q", width, l)
		}
		used = max(used, width)
	}
	if used < measure-5 {
		t.Errorf("text is %d columns wide, there is room for %d", used, measure)
	}
	var words []string
	for _, l := range s.lines {
		words = append(words, strings.Fields(l.text())...)
	}
	piped := run(t, command(t.TempDir(), built(t, summitNotes), args...))
	if diff := cmp.Diff(strings.Fields(piped.stdout), words); diff != "" {
		t.Errorf("the words on the terminal are not those in a pipe:\n%s", diff)
	}
}

// checkList expects this many rows, each in one row of the screen if there are columns, and nothing
// shortened while there is room.
func checkList(t *testing.T, s screen, cols int, row string, rows int) {
	t.Helper()
	found, used, shortened := 0, 0, false
	for _, l := range s.lines {
		used = max(used, displaywidth.String(l.text()))
		shortened = shortened || strings.Contains(l.text(), "…")
		if len(l) > 1 {
			t.Errorf("the terminal wraps %q", l)
		}
		if regexp.MustCompile("^" + row).MatchString(l.text()) {
			found++
		}
	}
	if found != rows {
		t.Errorf("the list has %d rows, want %d", found, rows)
	}
	if shortened && used < cols-20 { // a list is cut after a comma
		t.Errorf("cells are shortened in a table of %d columns, there is room for %d", used, cols)
	}
}
