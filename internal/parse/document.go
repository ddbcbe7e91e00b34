package parse

import (
	"bytes"
	"html"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A block is a piece of a Markdown document at the outermost level or inside a list item.
type block struct {
	kind  blockKind
	level int    // of a heading, 1..6
	line  int    // 1.., where it starts
	text  []span // of a heading, a paragraph or a line of text
	items []item // of a list
}

type blockKind int

const (
	heading blockKind = iota
	paragraph
	list
	verbatim // lines of code or of raw HTML: text that cannot be a title
)

// An item is a bullet: what stands in it, in order.
type item struct {
	line   int
	blocks []block
}

// A span is running text with one address behind all of it, or with none.
type span struct {
	text  string
	url   string
	image bool // url is the address of an image and text its description
}

// readMarkdown reads CommonMark without extensions: what any Markdown viewer shows.
func readMarkdown(source []byte) []block {
	p := parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)
	r := reader{source: source, newlines: newlines(source)}
	return r.blocks(p.Parse(text.NewReader(source)))
}

func newlines(source []byte) []int {
	var at []int
	for i, c := range source {
		if c == '\n' {
			at = append(at, i)
		}
	}
	return at
}

// A reader turns goldmark's tree into blocks.
type reader struct {
	source   []byte
	newlines []int // offsets, ascending
}

func (r *reader) line(offset int) int { return 1 + sort.SearchInts(r.newlines, offset) }

func (r *reader) blocks(parent ast.Node) []block {
	var out []block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		out = append(out, r.block(n)...)
	}
	return out
}

func (r *reader) block(n ast.Node) []block {
	switch n := n.(type) {
	case *ast.Heading:
		return []block{{kind: heading, level: n.Level, line: r.firstLine(n), text: r.inline(n)}}
	case *ast.Paragraph, *ast.TextBlock:
		return []block{{kind: paragraph, line: r.firstLine(n), text: r.inline(n)}}
	case *ast.List:
		l := block{kind: list, line: r.firstLine(n)}
		for it := n.FirstChild(); it != nil; it = it.NextSibling() {
			l.items = append(l.items, item{line: r.firstLine(it), blocks: r.blocks(it)})
		}
		return []block{l}
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return r.lines(n, string(n.Lines().Value(r.source)))
	case *ast.HTMLBlock:
		raw := string(n.Lines().Value(r.source))
		if n.HasClosure() {
			raw += string(n.ClosureLine.Value(r.source))
		}
		return r.lines(n, html.UnescapeString(unseen().ReplaceAllStringFunc(raw, newlinesOf)))
	default:
		return r.blocks(n)
	}
}

// unseen is what a browser does not show of HTML.
var unseen = lazy(`(?is)<!--.*?-->|<script\b.*?</script\s*>|<style\b.*?</style\s*>|</?[a-z!?][^>]*>`)

func newlinesOf(s string) string { return strings.Repeat("\n", strings.Count(s, "\n")) }

// lines makes a block of every line of n's text that is not empty.
func (r *reader) lines(n ast.Node, text string) []block {
	var out []block
	at := r.firstLine(n)
	for s := range strings.SplitSeq(text, "\n") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, block{kind: verbatim, line: at, text: []span{{text: s}}})
		}
		at++
	}
	return out
}

// firstLine is the line where n, or the first of its descendants that knows, starts.
func (r *reader) firstLine(n ast.Node) int {
	line := 1
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() != ast.TypeBlock || n.Lines().Len() == 0 {
			return ast.WalkContinue, nil
		}
		line = r.line(n.Lines().At(0).Start)
		return ast.WalkStop, nil
	})
	return line
}

func (r *reader) inline(parent ast.Node) []span {
	var out []span
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			out = append(out, span{text: r.unescape(n.Value(r.source))})
			if n.SoftLineBreak() || n.HardLineBreak() {
				out = append(out, span{text: " "})
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
			if bytes.HasPrefix(bytes.ToLower(n.Segments.Value(r.source)), []byte("<br")) {
				out = append(out, span{text: " "})
			}
		case *ast.CodeSpan:
			out = append(out, span{text: r.verbatim(n)})
		default:
			out = append(out, r.inline(n)...)
		}
	}
	return joined(out)
}

// joined makes one span of text without an address wherever goldmark makes several: an address
// that stands bare in it may reach over them.
func joined(spans []span) []span {
	var out []span
	for i := 0; i < len(spans); {
		end := i + 1
		for spans[i].isPlain() && end < len(spans) && spans[end].isPlain() {
			end++
		}
		if end == i+1 {
			out = append(out, spans[i])
		} else {
			out = append(out, span{text: written(spans[i:end])})
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
	return out.String()
}

// unescape resolves backslashes and entities, which goldmark leaves to its renderers.
func (r *reader) unescape(raw []byte) string {
	if !bytes.ContainsAny(raw, `\&`) {
		return string(raw)
	}
	var out strings.Builder
	for i := 0; i < len(raw); i++ {
		switch {
		case raw[i] == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]):
			i++
			out.WriteByte(raw[i])
		case raw[i] == '&':
			entity := entityAt().Find(raw[i:])
			out.WriteString(html.UnescapeString(string(entity)))
			i += len(entity) - 1
		default:
			out.WriteByte(raw[i])
		}
	}
	return out.String()
}

var entityAt = lazy(`^&(?:#?[0-9A-Za-z]+;)?`)

// written is the text of spans, images left out.
func written(spans []span) string {
	var out strings.Builder
	for _, s := range spans {
		if !s.image {
			out.WriteString(s.text)
		}
	}
	return out.String()
}

// plain is the text of spans on one line, white space folded.
func plain(spans []span) string { return strings.Join(strings.Fields(written(spans)), " ") }

func images(spans []span) []span {
	var out []span
	for _, s := range spans {
		if s.image {
			out = append(out, s)
		}
	}
	return out
}
