package render

import (
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A page is text, laid out for a reader line by line.
type page struct {
	Style
	out   strings.Builder
	words []word // of the current line

	stretch []byte // text of the current line in one style, not written yet
	as      emphasis
	gap     bool  // a blank follows the stretch
	pieces  []run // of the words
}

// A run is text in one style.
type run struct {
	text string
	as   emphasis
}

// marked splits a text into runs: the spans in the style match, the rest in the style as.
func marked(text string, spans []index.Span, as, match emphasis) []run {
	var runs []run
	at := 0
	for _, s := range spans {
		if s.Start < at {
			continue
		}
		runs = append(runs, run{text[at:s.Start], as}, run{text[s.Start:s.End], match})
		at = s.End
	}
	return append(runs, run{text[at:], as})
}

// blank ends a paragraph with an empty line; several in a row make one.
func (p *page) blank() {
	if s := p.out.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
		p.out.WriteByte('\n')
	}
}

// line writes a lead and runs, wrapped to the width. Further lines have the indent of the first.
// Words are never split.
func (p *page) line(lead run, runs ...run) {
	column := columnsOf(lead.text)
	indent := column
	width := p.textWidth()
	label := strings.TrimRight(lead.text, " ")
	p.out.WriteString(p.paint(label, lead.as))
	p.split(runs)
	for i, w := range p.words {
		columns := 0
		if width > 0 {
			columns = columnsOf(w.text)
		}
		switch {
		case i == 0:
			p.out.WriteString(lead.text[len(label):])
		case width > 0 && column+1+max(columns, p.unbroken(i, width-indent)) > width:
			p.flush()
			p.out.WriteByte('\n')
			for column = 0; column < indent; column++ {
				p.out.WriteByte(' ')
			}
		default:
			p.gap = true
			column++
		}
		p.word(w)
		column += columns
	}
	p.flush()
	p.out.WriteByte('\n')
}

// shortDetail is the greatest width of a detail that is not broken, such as "day 2" and "Cloud
// Foundry Summit".
const shortDetail = 20

// unbroken is the width of the command or the short detail that begins with a word; 0 if none
// does, or if it is too wide for a line. Both end at a comma or with the line.
func (p *page) unbroken(first, widest int) int {
	look := p.words[first].pieces[0].as
	switch {
	case look == dim:
		widest = min(widest, shortDetail)
	case look != name:
		return 0
	}
	if before := p.words[first-1]; before.pieces[0].as == look && !strings.HasSuffix(before.text, ",") {
		return 0
	}
	columns := -1
	for _, w := range p.words[first:] {
		if w.pieces[0].as != look {
			break
		}
		columns += 1 + columnsOf(w.text)
		if strings.HasSuffix(w.text, ",") {
			break
		}
	}
	if columns > widest {
		return 0
	}
	return columns
}

// add appends text to the stretch if it has the same style, else it begins a new stretch.
func (p *page) add(text string, as emphasis) {
	switch {
	case as != p.as:
		p.flush()
		p.as = as
		if p.gap {
			p.out.WriteByte(' ')
		}
	case p.gap:
		p.stretch = append(p.stretch, ' ')
	}
	p.gap = false
	p.stretch = append(p.stretch, text...)
}

// flush writes the stretch.
func (p *page) flush() {
	p.out.WriteString(p.paint(string(p.stretch), p.as))
	p.stretch, p.as = p.stretch[:0], plain
}

// text writes plain text, unless it is empty.
func (p *page) text(lead, text string) {
	if text != "" {
		p.line(run{text: lead}, run{text: text})
	}
}

// explain writes text in the style of explanations, unless it is empty.
func (p *page) explain(lead, text string) {
	if text != "" {
		p.line(run{text: lead}, run{text, dim})
	}
}

// A field is a label with values, one per line.
type field struct {
	label  string
	values []string // addresses, or texts that are wrapped
}

// labelWidth is the width of the label column of most blocks, with its gap.
const labelWidth = len("related") + 2

// fields writes fields in two columns: the labels, padded to a width, and the values. On a narrow
// page the values go below their labels. Addresses are not wrapped. Fields without a value are
// omitted.
func (p *page) fields(indent string, width int, fields ...field) {
	for _, f := range fields {
		for i, value := range f.values {
			if value == "" {
				continue
			}
			label := ""
			if i == 0 {
				label = f.label
			}
			if isLink(value) {
				p.addressLine(indent, label, width, clean(value), "")
			} else {
				p.labelled(indent, label, width, run{value, plain})
			}
		}
	}
}

// labelled writes a label and runs; on a narrow page the runs go below the label.
func (p *page) labelled(indent, label string, width int, runs ...run) {
	lead := run{indent + label + strings.Repeat(" ", width-len(label)), dim}
	if p.isNarrow() {
		p.explain(indent, label)
		lead = run{text: indent}
	}
	p.line(lead, runs...)
}

// isNarrow reports whether the page is too narrow for two columns of text.
func (p *page) isNarrow() bool { return p.Width > 0 && p.Width < narrowPage }

// narrowPage is the least width for two columns.
const narrowPage = 50

// sign is one of two forms of a sign, by the reader's character set.
func (p *page) sign(unicode, ascii string) string {
	if p.ASCII {
		return ascii
	}
	return unicode
}

// A word is text between blanks. Its style can change within.
type word struct {
	text   string
	pieces []run
}

// split splits runs into clean words. The words are valid until the next call.
func (p *page) split(runs []run) {
	p.words, p.pieces = p.words[:0], p.pieces[:0]
	open := false
	before := ""
	for _, r := range runs {
		text := p.spelled(cleanAfter(before, r.text))
		before = text
		for text != "" {
			end := strings.IndexByte(text, ' ')
			if end == 0 {
				open, text = false, text[1:]
				continue
			}
			if end < 0 {
				end = len(text)
			}
			p.pieces = append(p.pieces, run{text[:end], r.as})
			if !open {
				p.words = append(p.words, word{})
			}
			w := &p.words[len(p.words)-1]
			w.text += text[:end]
			w.pieces = p.pieces[len(p.pieces)-len(w.pieces)-1:] // its pieces are adjacent; this one is the last
			open, text = true, text[end:]
		}
	}
}

// word writes a word; an address in it becomes a hyperlink.
func (p *page) word(w word) {
	if start, end := words.FindAddress(w.text); p.Links && start >= 0 {
		p.add(w.text[:start], plain)
		p.flush()
		p.out.WriteString(p.link(w.text[start:end], w.text[start:end]) + w.text[end:])
		return
	}
	for _, piece := range w.pieces {
		p.add(piece.text, piece.as)
	}
}
