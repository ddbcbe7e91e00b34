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
	weight  int  // share of the width when columns are narrowed; 0 for a column that is not
	least   int  // least width, unless all expendable columns are gone
	expends bool // expendable: on a narrow terminal the last such column is dropped first
	right   bool // aligned right, for numbers
	cut     bool // a text too wide is cut; else it is wrapped
	list    bool // a list with commas, of which an item is shown whole or not at all
}

// A table has columns and rows. The first column has names that can be typed.
type table struct {
	columns []column
	rows    [][]string
	heads   []string // the head above each row; may be empty
}

// A cell is a clean text and the number of columns that it takes.
type cell struct {
	text    string
	columns int
}

const gap = "  "

// maxBlanks is how much of a table may be blanks beside a wide cell, in bytes. If a cell needs
// more, it is shown whole, and the cells to its right are out of line in its row.
const maxBlanks = 4 << 20

// table writes a table as cf does: with bold headers, if any, and without rules. It is never wider
// than the terminal: columns with a weight are narrowed, and expendable columns dropped if that is
// not enough. A text too wide for its column is wrapped or cut.
func (p *page) table(t table) {
	columns, rows, widths := p.fit(t.columns, p.cells(t.rows))
	heads := t.heads
	if p.Width > 0 {
		rows, heads = p.wrapped(columns, rows, widths, heads)
		widths = used(columns, rows, widths)
	}
	lines := layOut(columns, rows, widths)
	if strings.TrimSpace(lines[0]) != "" {
		p.out.WriteString(p.paint(lines[0], bold) + "\n")
	}
	for i, row := range rows {
		if heads != nil && heads[i] != "" {
			p.head(heads[i])
		}
		line := lines[i+1]
		p.out.WriteString(p.paint(row[0].text, name))
		p.out.WriteString(line[len(row[0].text):])
		p.out.WriteByte('\n')
	}
}

// cells cleans the texts of rows. A text that takes no columns becomes empty.
func (p *page) cells(rows [][]string) [][]cell {
	out := make([][]cell, len(rows))
	for i, row := range rows {
		out[i] = make([]cell, len(row))
		for j, text := range row {
			if c := newCell(p.spelled(strings.TrimSpace(clean(text)))); c.columns > 0 {
				out[i][j] = c
			}
		}
	}
	return out
}

func newCell(text string) cell { return cell{text, columnsOf(text)} }

// wrapped returns the lines of rows as rows of their own, with their heads.
func (p *page) wrapped(columns []column, rows [][]cell, widths []int, heads []string) (lines [][]cell, headsOfLines []string) {
	for i, row := range rows {
		parts, height := make([][]cell, len(row)), 1
		for j, c := range row {
			if width := room(row, j, widths); columns[j].cut {
				parts[j] = []cell{p.cut(c, width, columns[j].list)}
			} else {
				parts[j] = wrap(c, width)
			}
			height = max(height, len(parts[j]))
		}
		for k := range height {
			line := make([]cell, len(row))
			for j := range parts {
				if k < len(parts[j]) {
					line[j] = parts[j][k]
				}
			}
			lines = append(lines, line)
		}
		if heads != nil {
			headsOfLines = append(append(headsOfLines, heads[i]), make([]string, height-1)...)
		}
	}
	return lines, headsOfLines
}

// used are the widths that the cells of columns need, up to limits.
func used(columns []column, rows [][]cell, limits []int) []int {
	widths := make([]int, len(columns))
	for i, c := range columns {
		widths[i] = columnsOf(c.header)
		for _, row := range rows {
			widths[i] = max(widths[i], min(row[i].columns, limits[i]))
		}
	}
	return widths
}

// room is the width that a cell has: that of its column, and of the empty cells behind it.
func room(row []cell, i int, widths []int) int {
	columns := widths[i]
	for i++; i < len(row) && row[i].columns == 0; i++ {
		columns += len(gap) + widths[i]
	}
	return columns
}

// wrap splits a cell into cells of a width, between words if possible.
func wrap(c cell, width int) []cell {
	var out []cell
	for _, word := range strings.Fields(c.text) {
		for word != "" {
			part := newCell(displaywidth.TruncateString(word, width, ""))
			if part.columns == 0 {
				part = newCell(word)
			}
			word = word[len(part.text):]
			last := len(out) - 1
			if last >= 0 && out[last].columns+1+part.columns <= width {
				out[last] = cell{out[last].text + " " + part.text, out[last].columns + 1 + part.columns}
			} else {
				out = append(out, part)
			}
		}
	}
	return out
}

// cut shortens a cell to a width: a list to the items that fit, any other text wherever it must
// end. No sign for more items is left before the ellipsis.
func (p *page) cut(c cell, width int, list bool) cell {
	if c.columns <= width {
		return c
	}
	sign := p.sign("…", "...")
	room := width - columnsOf(sign)
	if !list {
		return newCell(strings.TrimRight(displaywidth.TruncateString(c.text, room, ""), " ,+") + sign)
	}
	var items []string
	for item := range strings.SplitSeq(c.text, ", ") {
		if columns := columnsOf(item); columns < room {
			items = append(items, item)
			room -= columns + len(", ")
		}
	}
	return newCell(strings.TrimLeft(strings.Join(items, ", ")+" "+sign, " "))
}

// fit returns the columns that fit, with their rows and widths.
func (p *page) fit(columns []column, rows [][]cell) ([]column, [][]cell, []int) {
	columns = slices.Clone(columns)
	for {
		last := lastExpendable(columns)
		if last < 0 {
			widths, ok := p.widths(columns, rows, func(c column) int { return c.least })
			if !ok {
				widths, _ = p.widths(columns, rows, func(column) int { return 1 })
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

// widths repeatedly narrows the column that is widest for its weight, until all columns fit. ok is
// false if the least widths do not fit.
func (p *page) widths(columns []column, rows [][]cell, least func(column) int) (widths []int, ok bool) {
	widths = make([]int, len(columns))
	total := len(gap) * (len(columns) - 1)
	widest := maxBlanks / (1 + len(rows)*len(columns))
	for i, c := range columns {
		widths[i] = columnsOf(c.header)
		for _, row := range rows {
			widths[i] = max(widths[i], min(row[i].columns, widest))
		}
		total += widths[i]
	}
	for p.Width > 0 && total > p.Width {
		widest := -1
		for i, c := range columns {
			if c.weight == 0 || widths[i] <= max(least(c), columnsOf(c.header)) {
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

// layOut returns the lines of a table, the headers first. The library measures text by a global
// setting that it takes from the locale, while cells are shortened by displaywidth. So it lays out
// placeholders, on whose width both agree, and fill puts the cells in their place.
func layOut(columns []column, rows [][]cell, widths []int) []string {
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
	places := placeholders(columns, rows, widths)
	table.AppendBulk(places)
	table.Render()
	lines := strings.Split(strings.TrimRight(out.String(), "\n"), "\n")
	for i := range lines {
		if i > 0 {
			lines[i] = fill(lines[i], places[i-1], rows[i-1])
		}
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

// placeholders are as wide as the cells of a table by any way of measuring. In a last column that
// is aligned to the left they are short, because nothing follows them: its cells can be long.
func placeholders(columns []column, rows [][]cell, widths []int) [][]string {
	last := len(columns) - 1
	out := make([][]string, len(rows))
	for i, row := range rows {
		out[i] = make([]string, len(row))
		for j, c := range row {
			width := min(c.columns, widths[j])
			if j == last && !columns[j].right {
				width = min(width, 1)
			}
			out[i][j] = strings.Repeat("x", width)
		}
	}
	return out
}

// fill replaces the placeholders of a row by its cells. A cell that is wider than its column takes
// the blanks behind it, but for a gap.
func fill(line string, places []string, row []cell) string {
	var out strings.Builder
	for i, place := range places {
		at := strings.Index(line, place)
		out.WriteString(line[:at])
		out.WriteString(row[i].text)
		end := at + len(place)
		for taken := row[i].columns - len(place); taken > 0 && strings.HasPrefix(line[end:], " "+gap); taken-- {
			end++
		}
		line = line[end:]
	}
	out.WriteString(line)
	return out.String()
}
