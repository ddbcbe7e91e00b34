package render

import (
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/olekukonko/tablewriter"
)

// A column of a table.
type column struct {
	header  string
	weight  int  // how much of the room a column gets that can be shortened; 0 for one that cannot
	least   int  // width below which it is not shortened unless nothing more can be left out
	expends bool // left out, the last such column first, when the terminal is too narrow for all
	right   bool // aligned to the right, for numbers
	list    bool // holds items with commas between them, and is cut behind one
}

// A table has columns and rows. Its first column holds names that can be typed.
type table struct {
	columns []column
	rows    [][]string
	heads   []string // by row: the head above it; empty for none
}

const (
	gap      = "  "
	narrowed = 4 // columns per weight to which a column is shortened when nothing more can be left out
)

// table writes a table in the manner of cf: bold headers, if there are any, and no rules. It is never wider than the
// terminal: columns with a weight are shortened with an ellipsis, and expendable ones left out where that is not enough.
func (p *page) table(t table) {
	for _, row := range t.rows {
		for i := range row {
			row[i] = strings.TrimSpace(clean(row[i]))
			if displaywidth.String(row[i]) == 0 {
				row[i] = ""
			}
		}
	}
	columns, rows, widths := p.fit(t.columns, t.rows)
	for _, row := range rows {
		for i := range row {
			row[i] = p.cut(row[i], widths[i], columns[i].list)
		}
	}
	lines := layOut(columns, rows)
	if strings.TrimSpace(lines[0]) != "" {
		p.out.WriteString(p.paint(lines[0], bold) + "\n")
	}
	for i, row := range rows {
		if t.heads != nil && t.heads[i] != "" {
			p.head(t.heads[i])
		}
		line := lines[i+1]
		p.out.WriteString(p.paint(row[0], name) + line[len(row[0]):] + "\n")
	}
}

// cut shortens a cell to a width.
func (p *page) cut(cell string, width int, list bool) string {
	short := displaywidth.TruncateString(cell, width, p.sign("…", "..."))
	if at := strings.LastIndex(short, ", "); list && short != cell && at > 0 {
		return short[:at+1] + p.sign("…", "...")
	}
	return short
}

// fit tells how wide each column gets, leaving out the expendable ones that find no place.
func (p *page) fit(columns []column, rows [][]string) ([]column, [][]string, []int) {
	columns = slices.Clone(columns)
	for {
		last := lastExpendable(columns)
		if last < 0 {
			widths, ok := p.widths(columns, rows, func(c column) int { return c.least })
			if !ok {
				widths, _ = p.widths(columns, rows, func(c column) int { return narrowed * c.weight })
			}
			return columns, rows, widths
		}
		if widths, ok := p.widths(columns, rows, func(c column) int { return c.least }); ok {
			return columns, rows, widths
		}
		columns = without(columns, last)
		for i := range rows {
			rows[i] = without(rows[i], last)
		}
	}
}

func without[T any](all []T, i int) []T { return append(all[:i:i], all[i+1:]...) }

func lastExpendable(columns []column) int {
	for i := len(columns) - 1; i >= 0; i-- {
		if columns[i].expends {
			return i
		}
	}
	return -1
}

// widths shortens again and again the column that is widest for its weight, until all fit or none
// is wider than its least width. ok is false when they do not fit.
func (p *page) widths(columns []column, rows [][]string, least func(column) int) (widths []int, ok bool) {
	widths = make([]int, len(columns))
	total := len(gap) * (len(columns) - 1)
	for i, c := range columns {
		widths[i] = displaywidth.String(c.header)
		for _, row := range rows {
			widths[i] = max(widths[i], displaywidth.String(row[i]))
		}
		total += widths[i]
	}
	for p.Width > 0 && total > p.Width {
		widest := -1
		for i, c := range columns {
			if c.weight == 0 || widths[i] <= max(least(c), displaywidth.String(c.header)) {
				continue
			}
			if widest < 0 || widths[i]*columns[widest].weight > widths[widest]*c.weight {
				widest = i
			}
		}
		if widest < 0 {
			return widths, false
		}
		widths[widest]--
		total--
	}
	return widths, true
}

// layOut returns the lines of a table, the headers first. The library measures text by rules of its
// own, which change with the locale, so it lays out stand-ins.
func layOut(columns []column, rows [][]string) []string {
	var out strings.Builder
	header := make([]string, len(columns))
	for i, c := range columns {
		header[i] = c.header
	}
	alignment := make([]int, len(columns))
	for i, c := range columns {
		if alignment[i] = tablewriter.ALIGN_LEFT; c.right {
			alignment[i] = tablewriter.ALIGN_RIGHT
		}
	}
	table := tablewriter.NewWriter(&out)
	table.SetAutoFormatHeaders(false)
	table.SetAutoWrapText(false)
	table.SetBorder(false)
	table.SetHeaderLine(false)
	table.SetHeaderAlignment(tablewriter.ALIGN_LEFT)
	table.SetColumnAlignment(alignment)
	table.SetColumnSeparator("")
	table.SetCenterSeparator("")
	table.SetRowSeparator("")
	table.SetTablePadding(gap)
	table.SetNoWhiteSpace(true)
	table.SetHeader(header)
	table.AppendBulk(standIns(rows))
	table.Render()
	lines := strings.Split(strings.TrimRight(out.String(), "\n"), "\n")
	for i := range lines {
		if i > 0 && i <= len(rows) {
			lines[i] = fill(lines[i], rows[i-1])
		}
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

// standIns are as wide as the cells of a table, whoever measures them.
func standIns(rows [][]string) [][]string {
	out := make([][]string, len(rows))
	for i, row := range rows {
		for _, cell := range row {
			out[i] = append(out[i], strings.Repeat("x", displaywidth.String(cell)))
		}
	}
	return out
}

// fill puts the cells of a row in the places of their stand-ins.
func fill(line string, row []string) string {
	at := len(line)
	for _, cell := range slices.Backward(row) {
		width := displaywidth.String(cell)
		at = strings.LastIndex(line[:at], strings.Repeat("x", width))
		line = line[:at] + cell + line[at+width:]
	}
	return line
}
