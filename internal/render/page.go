package render

import (
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
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

// typed are one or more names that can be typed next, with commas between them.
//
//go:noinline
func typed(all []string) []run {
	var out []run
	for _, s := range all {
		out = append(out, run{", ", plain}, run{s, name})
	}
	return out[1:]
}

// A field is a label with values, one per line.
type field struct {
	label  string
	values []string // addresses and other single words, or texts that are wrapped
}

// labelWidth is the width of the label column of most blocks, with its gap.
const labelWidth = len("related") + 2

// fields writes fields in two columns: the labels, padded to a width, and the values. On a narrow
// page the values go below their labels. Fields without a value are omitted.
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
			if !strings.Contains(value, " ") {
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
