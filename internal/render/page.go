package render

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
)

// A page is text that is laid out for a reader line by line.
type page struct {
	Style
	out   strings.Builder
	words []word // of the line that is being written

	stretch []byte // text of that line that looks the same and is not written yet
	as      emphasis
	gap     bool  // a blank is to come between the stretch and what follows
	pieces  []run // of these words
}

// A run is a stretch of text that looks the same.
type run struct {
	text string
	as   emphasis
}

// marked parts a text into runs: what the spans cover looks like match, the rest like as.
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

// line writes text behind lead, wrapped to the width, the further lines indented as far as the
// first. Words are never parted, whatever their width.
func (p *page) line(lead run, runs ...run) {
	column := displaywidth.String(lead.text)
	indent := column
	width := p.textWidth()
	label := strings.TrimRight(lead.text, " ")
	p.out.WriteString(p.paint(label, lead.as))
	p.split(runs)
	for i, w := range p.words {
		columns := 0
		if width > 0 {
			columns = displaywidth.String(w.text)
		}
		switch {
		case i == 0:
			p.out.WriteString(lead.text[len(label):])
		case width > 0 && column+1+columns > width:
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

// add adds text to the stretch that looks the same, with the blank before it if there is one, or begins another stretch.
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

// text writes plain text; nothing where there is none.
func (p *page) text(lead, text string) {
	if text != "" {
		p.line(run{text: lead}, run{text: text})
	}
}

// explain writes text that explains; nothing where there is none.
func (p *page) explain(lead, text string) {
	if text != "" {
		p.line(run{text: lead}, run{text, dim})
	}
}

// A field is a label with values, one below the other.
type field struct {
	label  string
	values []string // addresses, or texts that are wrapped
}

// labelWidth is the width of the labels of most blocks, with the gap behind them.
const labelWidth = len("related") + 2

// fields writes fields in two columns, the labels first, which take a width; on a narrow page the values go under their
// labels. A field without a value is left out.
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
			p.labelled(indent, label, width, run{value, plain})
		}
	}
}

// labelled writes runs behind a label, or below it on a narrow page. An address alone is not wrapped.
func (p *page) labelled(indent, label string, width int, runs ...run) {
	if len(runs) == 1 && isAddress(runs[0].text) {
		p.addressLine(indent, label, width, clean(runs[0].text), "")
		return
	}
	lead := run{indent + label + strings.Repeat(" ", width-len(label)), dim}
	if p.isNarrow() {
		p.explain(indent, label)
		lead = run{text: indent}
	}
	p.line(lead, runs...)
}

// isNarrow reports whether there is no room for two columns of text.
func (p *page) isNarrow() bool { return p.Width > 0 && p.Width < narrowPage }

// narrowPage is the width from which on there is room for two columns.
const narrowPage = 50

// sign is a sign of the program's own in the character set of the reader.
func (p *page) sign(unicode, ascii string) string {
	if p.ASCII {
		return ascii
	}
	return unicode
}

// A word is what stands between blanks; it can change its look within.
type word struct {
	text   string
	pieces []run
}

// split parts runs into words, cleaned of what must not reach a reader. They are the words of the
// page until it is called again.
func (p *page) split(runs []run) {
	p.words, p.pieces = p.words[:0], p.pieces[:0]
	open := false
	before := ""
	for _, r := range runs {
		text := cleanAfter(before, r.text)
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
			w.pieces = p.pieces[len(p.pieces)-len(w.pieces)-1:] // its pieces stand in a row, the new one last
			open, text = true, text[end:]
		}
	}
}

// word writes a word; an address in it becomes a hyperlink.
func (p *page) word(w word) {
	if text := w.text; p.Links {
		if start := max(strings.Index(text, "https://"), strings.Index(text, "http://")); start >= 0 {
			address := strings.TrimRight(text[start:], ".,:;!?)")
			p.add(text[:start], plain)
			p.flush()
			p.out.WriteString(p.link(address, address) + text[start+len(address):])
			return
		}
	}
	for _, piece := range w.pieces {
		p.add(piece.text, piece.as)
	}
}
