package parse

import (
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// How a bar that an author escaped and a break of a line in HTML are kept while a table is taken
// apart: as they show in running text, with a character that nobody sees.
const (
	barInCell   = "\u2060|"
	breakInCell = " \u2028"
)

// holdsTable reports whether the second line of a paragraph is that of a table.
func holdsTable(n ast.Node, source []byte) bool {
	if n.Kind() != ast.KindParagraph || n.Parent().Kind() != ast.KindDocument || n.Lines().Len() < 2 {
		return false
	}
	second := n.Lines().At(1)
	return isDelimiter(string(second.Value(source)))
}

// readTable reads lines as a table: a row of names, a row of dashes, any number of rows. Cells
// stand between bars.
func readTable(lines [][]span, line int32) (block, bool) {
	if len(lines) < 2 || !isDelimiter(written(lines[1])) || !strings.Contains(written(lines[0]), "|") {
		return block{}, false
	}
	t := block{kind: table, line: line}
	for i, l := range lines {
		if i == 1 {
			continue
		}
		var row item
		for _, cell := range splitCells(l) {
			row.blocks = append(row.blocks, block{kind: paragraph, line: line + int32(i), text: cell})
		}
		t.items = append(t.items, row)
	}
	return t, true
}

func isDelimiter(line string) bool {
	return strings.Contains(line, "--") && strings.Contains(line, "|") && strings.Trim(line, "|-: \t\n") == ""
}

func splitCells(line []span) [][]span {
	cells := [][]span{nil}
	for _, s := range line {
		text := s.text
		for s.isPlain() {
			before, after, found := cutCell(text)
			if !found {
				break
			}
			cells = append(addSpan(cells, s, withBars(before)), nil)
			text = after
		}
		cells = addSpan(cells, s, withBars(text))
	}
	first := strings.TrimSpace(written(line))
	if len(cells) > 1 && len(cells[0]) == 0 && strings.HasPrefix(first, "|") {
		cells = cells[1:]
	}
	if last := len(cells) - 1; last > 0 && len(cells[last]) == 0 && strings.HasSuffix(first, "|") {
		cells = cells[:last]
	}
	return cells
}

// cutCell parts a text at the first bar that is not escaped.
func cutCell(s string) (before, after string, found bool) {
	for at := 0; ; at++ {
		bar := strings.IndexByte(s[at:], '|')
		if bar < 0 {
			return s, "", false
		}
		if at += bar; !strings.HasSuffix(s[:at+1], barInCell) {
			return s[:at], s[at+1:], true
		}
	}
}

func withBars(s string) string { return strings.ReplaceAll(s, barInCell, "|") }

// rowText is a row of a table as running text, empty cells left out.
func rowText(cells []block) []span {
	var out []span
	for _, c := range cells {
		if len(c.text) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, span{text: " | "})
		}
		out = append(out, c.text...)
	}
	return out
}

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

// columns tells what the columns of a table are about by the names above them.
func columns(t block) []column {
	var out []column
	for _, cell := range t.items[0].blocks {
		out = append(out, columnOf(plain(cell.text)))
	}
	return out
}

func columnOf(name string) column {
	for _, w := range wordsOf(name) {
		if c, ok := columnWords[w]; ok {
			return c
		}
	}
	return otherColumn
}

// isTableOfTalks reports whether a table has a column of titles and one more that talks have.
func isTableOfTalks(t block) bool {
	title, more := false, false
	for _, c := range columns(t) {
		title = title || c == titleColumn
		more = more || c != titleColumn && c != otherColumn
	}
	return title && more && len(t.items) > 1
}

// A tableTalk is a row of a table of talks.
type tableTalk struct {
	title *title // nil in a row without one
	line  int32
	date  string  // YYYY-MM-DD; empty when the row has none
	cells []block // of which the notes are
	notes []block
}

// talksOf reads the rows of a table of talks. The heading of a talk is its row as written, but for
// the notes in it. A row without a title has none but notes.
func talksOf(t block) []tableTalk {
	var out []tableTalk
	names := columns(t)
	for _, row := range t.items[1:] {
		out = append(out, readRow(row.blocks, names))
	}
	return out
}

func readRow(cells []block, names []column) tableTalk {
	var talk tableTalk
	for i, c := range cells {
		if i < len(names) && names[i] == titleColumn && plain(c.text) != "" && talk.title == nil {
			t := readHeading(c.text)
			talk.title, talk.line = &t, c.line
		}
	}
	if talk.title == nil {
		talk.notes = []block{{kind: verbatim, text: rowText(cells)}}
		return talk
	}
	for i, c := range cells {
		name := otherColumn
		if i < len(names) {
			name = names[i]
		}
		if name == notesColumn {
			talk.notes = append(talk.notes, block{kind: verbatim, text: c.text})
			continue
		}
		if d, ok := readDay(plain(c.text), 0); ok && name == dateColumn {
			talk.date = d.date
		}
		talk.cells = append(talk.cells, c)
		talk.title.addCell(c.text, name)
	}
	talk.title.heading = plain(rowText(talk.cells))
	return talk
}

func (t *title) addCell(text []span, name column) {
	switch name {
	case speakerColumn:
		if len(t.speakers) == 0 {
			t.setSpeakers(peopleInCell(text))
		}
	case videoColumn, slidesColumn, scheduleColumn:
		kind := map[column]summit.Kind{videoColumn: summit.Video, slidesColumn: summit.Slides, scheduleColumn: summit.Schedule}[name]
		for _, l := range linksIn(text) {
			t.links = withLinks(t.links, []summit.Link{labelled(l.url, kind)})
		}
	case titleColumn, dateColumn, notesColumn, otherColumn:
	}
}

// peopleInCell reads the people in a cell: one on each line, or all as one text.
func peopleInCell(cell []span) people {
	var all people
	for _, l := range splitLines(replaced(cell, breakInCell, "\n")) {
		p := peopleByName(l)
		if p.certainty == none {
			return peopleByName(replaced(cell, breakInCell, ", "))
		}
		all.speakers = append(all.speakers, p.speakers...)
		all.certainty = strong
	}
	return all
}

// peopleByName reads a text of which it is known that it names people: what stands in parentheses
// behind a name need not look like an organisation.
func peopleByName(spans []span) people {
	if p := namedPeople(spans, true); p.certainty > none {
		return p
	}
	text, urls, _ := flatten(spans)
	var p people
	for _, n := range someone.splitParts(text) {
		name, marks := urls.cut(n.text)
		if !isName(name) {
			return people{}
		}
		p.speakers = append(p.speakers, summit.Speaker{Name: name})
		p.profile(marks)
		if inside, _ := urls.cut(n.inside); !p.parenthesis(n.inside, &urls) && strings.ContainsFunc(inside, unicode.IsUpper) {
			p.describe(len(p.speakers)-1, "", inside)
		}
		p.certainty = strong
	}
	return p
}

func replaced(spans []span, from, to string) []span {
	out := slices.Clone(spans)
	for i := range out {
		out[i].text = strings.ReplaceAll(out[i].text, from, to)
	}
	return out
}

// readAgendas gives the sessions that name no speakers those of the row with their title in a table
// of talks that is no list of sessions itself.
func (w *writer) readAgendas() {
	speakers := w.speakersInAgendas()
	if len(speakers) == 0 {
		return
	}
	for _, t := range w.titles {
		t.setSpeakers(people{speakers: speakers[strings.ToLower(t.title)]})
	}
}

// speakersInAgendas are the speakers of the talks in agendas, by the title in lower case.
func (w *writer) speakersInAgendas() map[string][]summit.Speaker {
	out := map[string][]summit.Speaker{}
	for i := range w.blocks {
		l := &w.blocks[i]
		if l.kind != table || l.role != noted || !isTableOfTalks(l.block) {
			continue
		}
		for _, talk := range talksOf(l.block) {
			if talk.title != nil && len(talk.title.speakers) > 0 {
				out[strings.ToLower(talk.title.title)] = talk.title.speakers
			}
		}
	}
	return out
}
