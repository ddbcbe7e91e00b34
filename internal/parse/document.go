package parse

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A block is a piece of a Markdown document at the outermost level or inside a list item.
type block struct {
	text  []span // of a heading, a paragraph or a line of text
	items []item // of a list, or the rows of a table with a block for each cell
	level int    // of a heading, 1..6
	line  int32  // of a heading or a paragraph, 1.., where it starts
	kind  blockKind
	glued bool // of a list: no blank line stands above it
}

type blockKind int8

const (
	heading blockKind = iota
	paragraph
	list
	verbatim // lines of code, of raw HTML or of a quotation: text that cannot be a title
	table
)

// An item is a bullet: what stands in it, in order.
type item struct {
	blocks []block
}

// A span is running text with one address behind all of it, or with none.
type span struct {
	text  string
	url   string
	image bool // url is the address of an image and text its description
	level int  // of emphasis: 0 none, 1 italics, 2 bold
}

// A reader takes Markdown apart, one file after the other. The blocks of a file are gone with the next.
type reader struct {
	parser   parser.Parser
	nodes    nodes
	source   []byte
	text     string // the same; what is read are parts of it
	above    int    // lines of the file above the text
	offset   int    // up to which its lines are counted
	newlines int    // so far
	blocks   slab[block]
	items    slab[item]
	spans    slab[span]
	lines    slab[line]

	unclosed unclosed
	inTable  bool // what is read is a paragraph that holds a table
}

// newReader returns a reader of CommonMark without extensions: what any Markdown viewer shows.
func newReader() *reader {
	r := &reader{}
	r.parser = parser.NewParser(
		parser.WithBlockParsers(r.nodes.blockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(), util.Prioritized(&r.nodes, 1))...),
	)
	return r
}

// read reads a document. The source and its text are the same; as many lines stand above them in
// their file.
func (r *reader) read(source []byte, body string, above int) []block {
	r.nodes.reset()
	r.blocks.reset()
	r.items.reset()
	r.spans.reset()
	r.lines.reset()
	r.source, r.text, r.above = source, body, above
	r.offset, r.newlines, r.unclosed = 0, 0, unclosed{}
	return r.children(r.parser.Parse(text.NewReader(source)))
}

// line is the line of the file in which an offset of the source stands. It counts on from the one
// asked for before.
func (r *reader) line(offset int) int32 {
	if offset < r.offset {
		r.offset, r.newlines = 0, 0
	}
	r.newlines += strings.Count(r.text[r.offset:offset], "\n")
	r.offset = offset
	return int32(1 + r.above + r.newlines)
}

func (r *reader) children(parent ast.Node) []block {
	out := r.blocks.take(parent.ChildCount())[:0]
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		out = r.appendBlock(out, n)
	}
	return out
}

func (r *reader) appendBlock(out []block, n ast.Node) []block {
	switch n := n.(type) {
	case *ast.Heading:
		return append(out, block{kind: heading, level: n.Level, line: r.firstLine(n), text: r.inline(n)})
	case *plainLine:
		return append(out, block{kind: paragraph, line: r.line(n.text.Start), text: r.plainSpan(n)})
	case *ast.Paragraph, *ast.TextBlock:
		r.inTable = holdsTable(n, r.source)
		text := r.inline(n)
		r.inTable = false
		return append(out, block{kind: paragraph, line: r.firstLine(n), text: text})
	case *ast.List:
		l := block{kind: list, glued: !n.HasBlankPreviousLines(), items: r.items.take(n.ChildCount())[:0]}
		for it := n.FirstChild(); it != nil; it = it.NextSibling() {
			l.items = append(l.items, item{blocks: r.children(it)})
		}
		return append(out, l)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		r.findUnclosed(n)
		return append(out, textLines(string(n.Lines().Value(r.source)))...)
	case *ast.HTMLBlock:
		r.findUnclosed(n)
		raw := string(n.Lines().Value(r.source))
		if n.HasClosure() {
			raw += string(n.ClosureLine.Value(r.source))
		}
		return append(out, shownLines(htmlSpans(raw))...)
	case *ast.Blockquote:
		return append(out, quoted(r.children(n))...)
	default:
		return append(out, r.children(n)...)
	}
}

func (r *reader) plainSpan(n *plainLine) []span {
	spans := r.spans.take(1)
	spans[0] = span{text: r.written(n.text)}
	return spans
}

// quoted makes plain text of headings and paragraphs: what is quoted is no title.
func quoted(blocks []block) []block {
	for i := range blocks {
		if kind := blocks[i].kind; kind == heading || kind == paragraph {
			blocks[i].kind, blocks[i].level = verbatim, 0
		}
	}
	return blocks
}

// textLines makes a block of every line that is not empty.
func textLines(text string) []block {
	var out []block
	for s := range strings.SplitSeq(text, "\n") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, block{kind: verbatim, text: []span{{text: s}}})
		}
	}
	return out
}

// shownLines makes a block of every line. One that holds images only is a paragraph as elsewhere.
func shownLines(spans []span) []block {
	var out []block
	for _, l := range splitLines(spans) {
		b := block{kind: verbatim, text: l}
		if plain(l) == "" {
			b.kind = paragraph
		}
		out = append(out, b)
	}
	return out
}

// firstLine is the line where a heading or a paragraph starts.
func (r *reader) firstLine(n ast.Node) int32 {
	if n.Lines().Len() == 0 {
		return int32(1 + r.above)
	}
	return r.line(n.Lines().At(0).Start)
}

func (r *reader) inline(parent ast.Node) []span {
	out := make([]span, 0, parent.ChildCount())
	a := anchor{lineBreak: r.lineBreak()}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			out = append(out, span{text: r.unescape(r.written(n.Segment))})
			if n.SoftLineBreak() || n.HardLineBreak() {
				out = append(out, span{text: "\n"})
			}
		case *ast.String:
			out = append(out, span{text: string(n.Value)})
		case *ast.AutoLink:
			out = append(out, span{text: string(n.Label(r.source)), url: string(n.URL(r.source))})
		case *ast.Link:
			inner := r.inline(n)
			out = append(out, span{text: written(inner), url: string(n.Destination)})
			out = append(out, images(inner)...)
		case *ast.Image:
			out = append(out, span{text: plain(r.inline(n)), url: string(n.Destination), image: true})
		case *ast.RawHTML:
			out = a.addTag(out, string(n.Segments.Value(r.source)))
		case *ast.CodeSpan:
			out = append(out, span{text: r.verbatim(n)})
		case *ast.Emphasis:
			for _, s := range r.inline(n) {
				s.level = max(s.level, n.Level)
				out = append(out, s)
			}
		default:
			out = append(out, r.inline(n)...)
		}
	}
	return joined(a.end(out))
}

// joined makes one span of text without an address wherever goldmark makes several: an address
// that stands bare in it may reach over them.
func joined(spans []span) []span {
	out := spans[:0]
	for i := 0; i < len(spans); {
		end := i + 1
		for spans[i].isPlain() && end < len(spans) && spans[end].isPlain() && spans[end].level == spans[i].level {
			end++
		}
		if end == i+1 {
			out = append(out, spans[i])
		} else {
			out = append(out, span{text: written(spans[i:end]), level: spans[i].level})
		}
		i = end
	}
	return out
}

func (s span) isPlain() bool { return s.url == "" && !s.image }

func (r *reader) verbatim(n ast.Node) string {
	var out strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			out.Write(t.Value(r.source))
		}
	}
	if r.inTable {
		return strings.ReplaceAll(out.String(), `\|`, barInCell)
	}
	return out.String()
}

// lineBreak is what HTML's break of a line becomes.
func (r *reader) lineBreak() string {
	if r.inTable {
		return breakInCell
	}
	return " "
}

func (r *reader) written(s text.Segment) string {
	if s.Padding > 0 || s.ForceNewline {
		return string(s.Value(r.source))
	}
	return r.text[s.Start:s.Stop]
}

// unescape resolves backslashes and entities, which goldmark leaves to its renderers.
func (r *reader) unescape(raw string) string {
	if strings.IndexByte(raw, '\\') < 0 && strings.IndexByte(raw, '&') < 0 {
		return raw
	}
	var out strings.Builder
	for i := 0; i < len(raw); i++ {
		switch {
		case r.inTable && strings.HasPrefix(raw[i:], `\|`):
			i++
			out.WriteString(barInCell)
		case raw[i] == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]):
			i++
			out.WriteByte(raw[i])
		case raw[i] == '&':
			entity := entityAt().FindString(raw[i:])
			decimal := zerosIn().ReplaceAllString(entity, "&#$1") // with them goldmark takes it for octal
			out.Write(util.ResolveEntityNames(util.ResolveNumericReferences([]byte(decimal))))
			i += len(entity) - 1
		default:
			out.WriteByte(raw[i])
		}
	}
	return out.String()
}

var (
	entityAt = lazy(`^&(?:#?[0-9A-Za-z]+;)?`)
	zerosIn  = lazy(`^&#0+([0-9]+;)$`)
)

// written is the text of spans, images left out.
func written(spans []span) string {
	if len(spans) == 1 && !spans[0].image {
		return spans[0].text
	}
	var out strings.Builder
	for _, s := range spans {
		if !s.image {
			out.WriteString(s.text)
		}
	}
	return out.String()
}

// plain is the text of spans on one line, white space folded.
func plain(spans []span) string { return oneLine(written(spans)) }

// oneLine is a text with white space folded and cut off at the ends.
func oneLine(text string) string {
	text = strings.TrimSpace(text)
	if !isFolded(text) {
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}

// isFolded reports whether a text has no white space but single blanks.
func isFolded(text string) bool {
	var before byte
	for i := range len(text) {
		c := text[i]
		if c|before == ' ' {
			return false
		}
		if c < ' ' || c > '~' {
			return !strings.Contains(text[i:], "  ") && !strings.ContainsFunc(text[i:], func(r rune) bool { return r != ' ' && unicode.IsSpace(r) })
		}
		before = c
	}
	return true
}

func images(spans []span) []span {
	var out []span
	for _, s := range spans {
		if s.image {
			out = append(out, s)
		}
	}
	return out
}
