package markdown

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// Options say what a document is read with.
type Options struct {
	Variables map[string]string     // values of Liquid tags, by name
	Wants     func(key string) bool // whether a key of the front matter, in lower case, is of use
}

// Read reads a document. The source is UTF-8, and not changed. A Liquid tag without a value
// becomes nothing inside an address; elsewhere it stays. A source that exceeds a limit has no
// body but a fault that names the limit.
func Read(source []byte, o Options) Document {
	text := unixLines(strings.TrimPrefix(string(source), "\uFEFF"))
	d, body, above := cutFrontMatter(text, o.Wants)
	body, tooLong := resolveTags(body, o.Variables)
	if tooLong > 0 {
		d.Faults = append(d.Faults, yamlfault.Fault{
			Line: above + tooLong, What: fmt.Sprintf(
				"with the values of the variables the notes have too many bytes (limit: %d), so tags from here on stay as they are; shorten the values", maxText),
		})
	}
	if fault := excess(body, above); fault != nil {
		return Document{Faults: append(d.Faults, *fault)}
	}
	if rest := source[max(0, len(source)-len(body)):]; string(rest) == body {
		source = rest
	} else {
		source = []byte(body)
	}
	r := reader{source: source, text: body, above: above, lines: lineCounter{text: body}}
	g := goldmarks.Get().(*goldmark)
	defer goldmarks.Put(g)
	context := newContext()
	r.linked = context.linked
	root, spent := g.parse(source, context)
	if fault := spent.fault(&r); fault != nil {
		return Document{Faults: append(d.Faults, *fault)}
	}
	d.Body = sections(mend(r.children(root)))
	if r.unclosed != nil {
		d.Faults = append(d.Faults, *r.unclosed)
	}
	return d
}

// unixLines is a text in which every line ends in the same way.
func unixLines(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// A reader makes blocks of goldmark's tree.
type reader struct {
	source   []byte
	text     string // the same; all texts that are read are parts of it
	above    int    // lines of the file above the text
	lines    lineCounter
	inTable  bool // the paragraph that is read holds a table
	unclosed *yamlfault.Fault
	linked   map[string]bool // targets of definitions

	blocks chunk[Block]
	items  chunk[Item]
	texts  chunk[Text]
	spans  chunk[Span]
}

// line is the line of the file at an offset of the source.
func (r *reader) line(offset int) int32 { return int32(r.above + r.lines.at(offset)) }

// A lineCounter tells the line at an offset of a text. It counts on from the one asked for before.
type lineCounter struct {
	text     string
	offset   int
	newlines int // before the offset
}

func (c *lineCounter) at(offset int) int {
	if offset < c.offset {
		c.offset, c.newlines = 0, 0
	}
	c.newlines += strings.Count(c.text[c.offset:offset], "\n")
	c.offset = offset
	return 1 + c.newlines
}

// firstLine is the line at which a heading or a paragraph begins.
func (r *reader) firstLine(n ast.Node) int32 {
	if n.Lines().Len() == 0 {
		return int32(1 + r.above)
	}
	return r.line(n.Lines().At(0).Start)
}

// lineBelow is the line at which the first text below a node begins.
func (r *reader) lineBelow(n ast.Node) int32 {
	for c := n.FirstChild(); c != nil; c = c.FirstChild() {
		if c.Type() == ast.TypeBlock && c.Lines().Len() > 0 {
			return r.firstLine(c)
		}
	}
	return r.line(min(max(n.Pos(), 0), len(r.text)))
}

func (r *reader) children(parent ast.Node) []Block {
	out := r.blocks.take(parent.ChildCount())[:0]
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		out = r.appendBlock(out, n)
	}
	return out
}

func (r *reader) appendBlock(out []Block, n ast.Node) []Block {
	switch n := n.(type) {
	case *ast.Heading:
		b := Block{Kind: heading, level: int8(n.Level), Line: r.firstLine(n), Lines: lines(r.inline(n))}
		if isBlank(b.Lines) { // images at most
			b.Kind = Paragraph
		}
		return appendText(out, b)
	case *plainLine:
		b := Block{Kind: Paragraph, Line: r.line(n.text.Start), Lines: r.texts.take(1)}
		b.Lines[0] = r.spans.take(1)
		b.Lines[0][0].Text = r.written(n.text)
		return append(out, b)
	case *ast.Paragraph, *ast.TextBlock:
		r.inTable = holdsTable(n, r.source)
		b := Block{Kind: Paragraph, Line: r.firstLine(n), Lines: lines(r.inline(n))}
		r.inTable = false
		return appendText(out, b)
	case *ast.List:
		l := Block{Kind: List, Glued: !n.HasBlankPreviousLines(), Items: r.items.take(n.ChildCount())[:0], Line: r.lineBelow(n)}
		for it := n.FirstChild(); it != nil; it = it.NextSibling() {
			l.Items = append(l.Items, Item{Blocks: r.children(it)})
		}
		return append(out, l)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		r.findUnclosed(n)
		return appendVerbatim(out, lines(Text{{Text: string(n.Lines().Value(r.source))}}))
	case *ast.HTMLBlock:
		r.findUnclosed(n)
		raw := string(n.Lines().Value(r.source))
		if n.HasClosure() {
			raw += string(n.ClosureLine.Value(r.source))
		}
		return appendVerbatim(out, lines(htmlText(raw)))
	case *ast.LinkReferenceDefinition:
		return r.appendDefinition(out, n)
	case *ast.Blockquote:
		return append(out, quoted(r.children(n))...)
	default:
		return append(out, r.children(n)...)
	}
}

// appendText adds a heading or a paragraph unless nothing is in it.
func appendText(out []Block, b Block) []Block {
	if len(b.Lines) == 0 {
		return out
	}
	return append(out, b)
}

// quoted makes plain text of headings and paragraphs: a quotation is never a title.
func quoted(blocks []Block) []Block {
	for i := range blocks {
		if kind := blocks[i].Kind; kind == heading || kind == Paragraph {
			blocks[i].Kind = Verbatim
		}
	}
	return blocks
}

// appendVerbatim makes a block of every line. One that holds images only is a paragraph as
// elsewhere.
func appendVerbatim(out []Block, lines []Text) []Block {
	for _, l := range lines {
		b := Block{Kind: Verbatim, Lines: []Text{l}}
		if isBlank(b.Lines) {
			b.Kind = Paragraph
		}
		out = append(out, b)
	}
	return out
}

// isBlank reports whether lines have no text, images left aside.
func isBlank(lines []Text) bool {
	for _, l := range lines {
		if strings.TrimSpace(l.Written()) != "" {
			return false
		}
	}
	return true
}

// lines splits running text at the breaks that its author made; lines without a word, an image or
// a link are left out.
func lines(text Text) []Text {
	if len(text) == 1 && text[0].isPlain() && !strings.Contains(text[0].Text, "\n") && strings.TrimSpace(text[0].Text) != "" {
		return []Text{text}
	}
	out := []Text{nil}
	for _, s := range text {
		rest := s.Text
		for s.isPlain() {
			before, after, found := strings.Cut(rest, "\n")
			if !found {
				break
			}
			out = append(addSpan(out, s, before), nil)
			rest = after
		}
		out = addSpan(out, s, rest)
	}
	n := 0
	for _, l := range out {
		if len(l) > 0 {
			out[n] = l
			n++
		}
	}
	return out[:n]
}

// addSpan adds a text, written as another span is, to the last line.
func addSpan(lines []Text, s Span, text string) []Text {
	last := len(lines) - 1
	if strings.TrimSpace(text) != "" || s.Image || s.URL != "" || text != "" && len(lines[last]) > 0 {
		s.Text = text
		lines[last] = append(lines[last], s)
	}
	return lines
}
