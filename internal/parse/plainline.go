package parse

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A plainLine is a paragraph of one line that holds words and nothing else, as most lines of notes
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

// nodes are those of goldmark's tree that there are most of. They are used for one file after the
// other.
type nodes struct {
	paragraphs slab[ast.Paragraph]
	plainLines slab[plainLine]
}

func (n *nodes) reset() {
	n.paragraphs.reset()
	n.plainLines.reset()
}

// blockParsers are those of CommonMark.
func (n *nodes) blockParsers() []util.PrioritizedValue {
	all := parser.DefaultBlockParsers()
	for i, p := range all {
		if p.Value == parser.NewParagraphParser() {
			all[i].Value = paragraphs{parser.NewParagraphParser(), n}
		}
	}
	return all
}

// paragraphs are goldmark's, but for where they are stored.
type paragraphs struct {
	parser.BlockParser
	nodes *nodes
}

// Open begins a paragraph with a line that begins nothing else.
func (p paragraphs) Open(_ ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if util.IsBlank(line) {
		return nil, parser.NoChildren
	}
	node := &p.nodes.paragraphs.take(1)[0]
	lines := *node.Lines()
	lines.SetSliced(0, 0)
	lines.Append(segment)
	*node = *ast.NewParagraph()
	node.SetLines(&lines)
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// inlineSigns are the bytes that can be more than text, or stand for other text.
var inlineSigns = func() (signs [256]bool) {
	for _, c := range []byte("\\`*_[]<>!&\r") {
		signs[c] = true
	}
	return signs
}()

// Transform puts a plainLine in place of a paragraph that can be one. The paragraph is complete: one that the next line underlines, which makes
// it a heading, has lost its newline by now and has to stay.
func (n *nodes) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines := node.Lines()
	if lines.Len() != 1 {
		return
	}
	line := lines.At(0)
	written := reader.Source()[line.Start:line.Stop]
	if line.Padding > 0 || line.ForceNewline || !bytes.HasSuffix(written, []byte("\n")) {
		return
	}
	for _, c := range written {
		if inlineSigns[c] {
			return
		}
	}
	line = line.TrimLeftSpace(reader.Source())
	plain := &n.plainLines.take(1)[0]
	*plain = plainLine{text: line.TrimRightSpace(reader.Source())}
	parent := node.Parent()
	parent.ReplaceChild(parent, node, plain)
}
