package parse

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
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

// plainLines puts a plainLine in place of every paragraph that can be one.
type plainLines struct{}

// inlineSigns are the bytes that can be more than text, or stand for other text.
var inlineSigns = func() (signs [256]bool) {
	for _, c := range []byte("\\`*_[]<>!&\r") {
		signs[c] = true
	}
	return signs
}()

// Transform looks at a paragraph that is complete. One that the next line underlines, which makes
// it a heading, has lost its newline by now and has to stay.
func (plainLines) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
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
	plain := &plainLine{text: line.TrimRightSpace(reader.Source())}
	parent := node.Parent()
	parent.ReplaceChild(parent, node, plain)
}
