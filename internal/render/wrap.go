package render

import (
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

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
