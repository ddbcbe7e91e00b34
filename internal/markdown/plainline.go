package markdown

import (
	"bytes"
	"slices"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A goldmark reads CommonMark without extensions: what any Markdown viewer shows. Most nodes of its
// tree are paragraphs and plain lines, so these are reused from file to file; see BenchmarkNotes.
type goldmark struct {
	parser     parser.Parser
	paragraphs slab[ast.Paragraph]
	plainLines slab[plainLine]
}

// goldmarks are kept for the next files.
var goldmarks = sync.Pool{New: func() any {
	g := &goldmark{}
	blocks := parser.DefaultBlockParsers()
	for i, p := range blocks {
		if p.Value == parser.NewParagraphParser() {
			blocks[i].Value = paragraphs{parser.NewParagraphParser(), g}
		}
	}
	inline, transformers := parser.DefaultInlineParsers(), parser.DefaultParagraphTransformers()
	for i, p := range inline {
		inline[i].Value = frugal(p.Value.(parser.InlineParser))
	}
	for i, t := range transformers {
		transformers[i].Value = frugalTransformer{t.Value.(parser.ParagraphTransformer)}
	}
	g.parser = parser.NewParser(
		parser.WithBlockParsers(blocks...),
		parser.WithInlineParsers(append(inline, util.Prioritized(addressSigns{}, 450))...),
		parser.WithParagraphTransformers(append(transformers, util.Prioritized(g, 1))...),
	)
	return g
}}

// parse reads a source within a budget. The tree is good until the next one is read.
func (g *goldmark) parse(source []byte, pc parser.Context) (root ast.Node, spent *budget) {
	g.paragraphs.reset()
	g.plainLines.reset()
	spent = &budget{}
	pc.Set(budgetKey, spent)
	return g.parser.Parse(text.NewReader(source), parser.WithContext(pc)), spent
}

// paragraphs are goldmark's, but for where they are stored.
type paragraphs struct {
	parser.BlockParser
	goldmark *goldmark
}

// Open begins a paragraph with a line that begins nothing else.
func (p paragraphs) Open(_ ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if util.IsBlank(line) {
		return nil, parser.NoChildren
	}
	node := p.goldmark.paragraphs.take()
	lines := *node.Lines()
	lines.SetSliced(0, 0)
	lines.Append(segment)
	*node = *ast.NewParagraph()
	node.SetLines(&lines)
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// A plainLine is a paragraph of one line that has words and nothing else, as most lines of notes
// do. That there is no link and no emphasis in it is known sooner than goldmark finds it out.
type plainLine struct {
	ast.BaseBlock
	text text.Segment
}

var kindPlainLine = ast.NewNodeKind("PlainLine")

// Kind is a kind of node by itself.
func (*plainLine) Kind() ast.NodeKind { return kindPlainLine }

// IsRaw keeps goldmark from looking for anything inline.
func (*plainLine) IsRaw() bool { return true }

// Dump shows the node for debugging.
func (p *plainLine) Dump(source []byte, level int) {
	ast.DumpHelper(p, source, level, map[string]string{"Text": string(p.text.Value(source))}, nil)
}

// isInline marks the bytes that may begin or end inline markup, or an escape.
var isInline = [256]bool{
	'\\': true, '`': true, '*': true, '_': true, '[': true, ']': true, '<': true, '>': true, '!': true, '&': true, '\r': true,
}

// Transform puts a plainLine in place of a paragraph that can be one. The paragraph is complete:
// one that the next line underlines, which makes it a heading, has lost its newline by then and
// has to stay.
func (g *goldmark) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines := node.Lines()
	if lines.Len() != 1 {
		return
	}
	line := lines.At(0)
	written := reader.Source()[line.Start:line.Stop]
	if line.Padding > 0 || line.ForceNewline || !bytes.HasSuffix(written, []byte("\n")) || slices.ContainsFunc(written, func(c byte) bool { return isInline[c] }) {
		return
	}
	line = line.TrimLeftSpace(reader.Source())
	plain := g.plainLines.take()
	*plain = plainLine{text: line.TrimRightSpace(reader.Source())}
	parent := node.Parent()
	parent.ReplaceChild(parent, node, plain)
}
