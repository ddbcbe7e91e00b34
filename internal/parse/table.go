package parse

import (
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/when"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/who"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A column is what the cells of a table of talks are about.
type column int

const (
	otherColumn column = iota
	titleColumn
	speakerColumn
	videoColumn
	slidesColumn
	scheduleColumn
	dateColumn
	notesColumn
)

// kinds are those of the links in some columns; empty in the others.
var kinds = [...]summit.Kind{videoColumn: summit.Video, slidesColumn: summit.Slides, scheduleColumn: summit.Schedule, notesColumn: ""}

// columns tells what the columns of a table are about by the names above them.
func columns(names markdown.Item) []column {
	var out []column
	titled := false
	for _, cell := range names.Blocks {
		name := plain(joinLines(cell.Lines))
		c := columnOf(name)
		if titled && kindIn(name) == summit.Slides { // "Topic | Presentation"
			c = slidesColumn
		}
		if c == titleColumn {
			titled = true
		}
		out = append(out, c)
	}
	return out
}

func columnOf(name string) column {
	if c := known().columns[strings.ToLower(name)]; c != otherColumn { // in writing without blanks
		return c
	}
	for _, w := range words.Lower(name) {
		if c := known().columns[w]; c != otherColumn {
			return c
		}
	}
	return otherColumn
}

// table adds the rows of a table of talks, which has a column of titles and one more that talks
// have.
func (g *gatherer) table(c *Candidate) {
	names := columns(c.block.Items[0])
	isMore := func(n column) bool { return n != titleColumn && n != otherColumn }
	if !slices.Contains(names, titleColumn) || !slices.ContainsFunc(names, isMore) {
		return
	}
	c.mark(HasTalks, true)
	for _, row := range c.block.Items[1:] {
		g.add(c, rowOf(row, names))
	}
}

// rowOf is the candidate of a row. Its heading is the row as written, but for the notes in it. A
// row without a title, or with that of a break, has none but notes.
func rowOf(row markdown.Item, names []column) *Candidate {
	c := &Candidate{line: int(row.Line)}
	c.Kind = Row
	var cells []column
	for i := range row.Blocks {
		cell, name := &row.Blocks[i], otherColumn
		if i < len(names) {
			name = names[i]
		}
		switch {
		case name == notesColumn:
			c.inner = append(c.inner, &markdown.Block{Kind: markdown.Verbatim, Lines: cell.Lines})
			continue
		case name == titleColumn && !c.Has(IsTitle) && plain(joinLines(cell.Lines)) != "":
			c.title = readTitle(joinLines(cell.Lines))
			c.mark(IsTitle, true)
		}
		c.cells, cells = append(c.cells, cell), append(cells, name)
	}
	if !c.Has(IsTitle) || c.namesBreak() {
		c.mark(NamesNoTalk, c.Has(IsTitle))
		c.Marks &= NamesNoTalk
		c.cells, c.inner = nil, []*markdown.Block{{Kind: markdown.Verbatim, Lines: []markdown.Text{rowText(row)}}}
		return c
	}
	for i, cell := range c.cells {
		c.title.addCell(cell, cells[i])
		if cells[i] == dateColumn {
			if day, isDay := when.ReadDay(plain(joinLines(cell.Lines)), 0); isDay { // another column may be the time
				c.day = day
			}
		}
	}
	c.text = cellsText(c.cells)
	c.plain = plain(c.text)
	c.title.heading = c.plain
	return c
}

// namesBreak reports whether a row or a bullet is about what an event has besides talks: "Lunch",
// or "Registration" without notes.
func (c *Candidate) namesBreak() bool {
	if len(c.title.Speakers)+len(c.title.links) > 0 {
		return false
	}
	all := words.All(c.title.Text)
	return namesNoTalk(all) || len(c.inner) == 0 && namesFrame(all)
}

// addCell adds what another cell of the row says of a talk. The links of a column that is about
// something else are kept too.
func (t *title) addCell(cell *markdown.Block, name column) {
	if name == speakerColumn && len(t.Speakers) == 0 {
		t.People = speakersIn(cell.Lines)
	}
	var all []summit.Link
	for _, line := range cell.Lines {
		links, _ := cutLinks(line)
		for _, l := range links {
			if !t.isProfile(l.url) {
				all = append(all, linkInCell(l, name))
			}
		}
	}
	t.links = withLinks(t.links, all)
}

// linkInCell is a link of the kind that the name of the column tells, else its words or its
// address.
func linkInCell(l linkInLine, name column) summit.Link {
	if kind := kinds[name]; kind != "" {
		return labelled(l.url, kind)
	}
	if found := (linkPlace{alone: name != speakerColumn}).read(l); found.Kind != "" {
		return found
	}
	return linkTo(l.url)
}

// speakersIn are those in a cell that names some.
func speakersIn(lines []markdown.Text) who.People {
	texts := make([]who.Text, len(lines))
	for i, l := range lines {
		texts[i] = textOf(l)
	}
	return who.ReadCell(texts)
}

// rowText is a row of a table as running text, empty cells left out.
func rowText(row markdown.Item) markdown.Text { return cellsText(pointers(row.Blocks)) }

func cellsText(cells []*markdown.Block) markdown.Text {
	var out markdown.Text
	for _, c := range cells {
		text := joinLines(c.Lines)
		if len(text) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, markdown.Span{Text: " | "})
		}
		out = append(out, text...)
	}
	return out
}
