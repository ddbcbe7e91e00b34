package render

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// A column of a table.
type column struct {
	header  string
	least   int  // columns below which a flexible one is not shortened; 0 is not flexible
	isName  bool // shown as cf shows names
	expends bool // left out first when the terminal is too narrow for all
}

const gap = "   "

// table writes rows in the manner of cf: lower-case bold headers, three blanks between columns, no
// rules. It is never wider than the terminal: flexible columns are shortened with an ellipsis,
// and expendable ones left out where that is not enough.
func (p *page) table(columns []column, rows [][]string) {
	for _, row := range rows {
		for i := range row {
			row[i] = strings.TrimSpace(clean(row[i]))
		}
	}
	columns, rows, widths := p.fit(columns, rows)
	for i, c := range columns {
		for _, row := range rows {
			row[i] = displaywidth.TruncateString(row[i], widths[i], "…")
			if c.isName {
				row[i] = p.paint(row[i], name)
			}
		}
	}
	p.out.WriteString(p.layOut(columns, rows))
}

// fit tells how wide each column gets, leaving out the expendable ones that find no place.
func (p *page) fit(columns []column, rows [][]string) ([]column, [][]string, []int) {
	for {
		widths, spare := p.widths(columns, rows)
		last := lastExpendable(columns)
		if spare >= 0 || last < 0 {
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

// widths shortens the widest flexible column again and again until all fit. spare is negative when
// they cannot.
func (p *page) widths(columns []column, rows [][]string) (widths []int, spare int) {
	widths = make([]int, len(columns))
	total := len(gap) * (len(columns) - 1)
	for i, c := range columns {
		widths[i] = displaywidth.String(c.header)
		for _, row := range rows {
			widths[i] = max(widths[i], displaywidth.String(row[i]))
		}
		total += widths[i]
	}
	if p.Width == 0 {
		return widths, 0
	}
	for ; total > p.Width; total-- {
		widest := -1
		for i, c := range columns {
			if c.least > 0 && widths[i] > max(c.least, displaywidth.String(c.header)) && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
	}
	return widths, p.Width - total
}

func (p *page) layOut(columns []column, rows [][]string) string {
	var out strings.Builder
	header := make([]string, len(columns))
	for i, c := range columns {
		header[i] = p.paint(c.header, bold)
	}
	cells := tw.CellConfig{
		Alignment:  tw.CellAlignment{Global: tw.AlignLeft},
		Formatting: tw.CellFormatting{AutoWrap: tw.WrapNone, AutoFormat: tw.Off},
		Padding:    tw.CellPadding{Global: tw.Padding{Right: gap, Overwrite: true}},
	}
	table := tablewriter.NewTable(&out,
		tablewriter.WithConfig(tablewriter.Config{Header: cells, Row: cells}),
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders:  tw.BorderNone,
			Settings: tw.Settings{Separators: tw.SeparatorsNone, Lines: tw.LinesNone},
		})),
	)
	table.Header(header)
	_ = table.Bulk(rows)
	_ = table.Render()
	lines := strings.Split(out.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
