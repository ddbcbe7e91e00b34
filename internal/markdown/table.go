package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// While a table is read, its bars and the breaks of lines in HTML are these characters: no text
// has the first, and the second is white space.
const (
	barOfCell   = "\x00"
	breakInCell = "\v"
)

// cellBars tells the bars between cells from those that an author escaped.
var cellBars = strings.NewReplacer(`\|`, "|", "|", barOfCell)

// holdsTable reports whether the second line of a paragraph is that of a table.
func holdsTable(n ast.Node, source []byte) bool {
	if n.Parent().Kind() != ast.KindDocument || n.Lines().Len() < 2 {
		return false
	}
	first, second := n.Lines().At(0), n.Lines().At(1)
	return isDelimiter(string(second.Value(source))) && strings.Contains(string(first.Value(source)), "|")
}

// isDelimiter reports whether a line is that between the names of the columns and the rows.
func isDelimiter(line string) bool {
	return strings.Contains(line, "-") && strings.Trim(line, "|-: \t\n") == ""
}

// readTable makes a table of a paragraph that holds one: a row of names, a row of dashes, any
// number of rows.
func readTable(b Block) (table Block, found bool) {
	if len(b.Lines) < 2 || !strings.Contains(b.Lines[1].Written(), barOfCell) {
		return b, false
	}
	table = Block{Kind: Table, Line: b.Line}
	for i, l := range b.Lines {
		if i != 1 || !isDelimiter(strings.ReplaceAll(l.Written(), barOfCell, "|")) { // a link may reach over the delimiter
			table.Items = append(table.Items, Item{Line: b.Line + int32(i), Blocks: cells(l)})
		}
	}
	return table, true
}

// cells splits a row at its bars. Those at its ends are no cells.
func cells(row Text) []Block {
	cells := []Text{nil}
	for _, s := range row {
		if !s.isPlain() {
			s.Text = strings.ReplaceAll(s.Text, barOfCell, "|")
			cells = addSpan(cells, s, s.Text)
			continue
		}
		for i, text := range strings.Split(s.Text, barOfCell) {
			if i > 0 {
				cells = append(cells, nil)
			}
			cells = addSpan(cells, s, text)
		}
	}
	if len(cells[0]) == 0 {
		cells = cells[1:]
	}
	if last := len(cells) - 1; last > 0 && len(cells[last]) == 0 {
		cells = cells[:last]
	}
	out := make([]Block, len(cells))
	for i, c := range cells {
		out[i] = Block{Kind: Paragraph, Lines: cellLines(c)}
	}
	return out
}

// cellLines splits a cell at the breaks of lines in HTML. An empty cell has one line.
func cellLines(cell Text) []Text {
	for i := range cell {
		cell[i].Text = strings.ReplaceAll(cell[i].Text, breakInCell, "\n")
	}
	if out := lines(cell); len(out) > 0 {
		return out
	}
	return []Text{nil}
}
