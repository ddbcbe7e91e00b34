package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A context is goldmark's, which knows the definitions of links, `[label]: target`.
type context struct {
	parser.Context
	linked map[string]bool // targets that a link leads to
}

func newContext() context { return context{parser.NewContext(), map[string]bool{}} }

// Reference is the definition with a label; goldmark asks for it at each link.
func (c context) Reference(label string) (parser.Reference, bool) {
	definition, found := c.Context.Reference(label)
	if found {
		c.linked[string(definition.Destination())] = true
	}
	return definition, found
}

// appendDefinition adds a paragraph for a definition that a reader of its source would miss: one
// with an address that no link leads to, or a footnote, which CommonMark takes for a definition if
// it is one word.
func (r *reader) appendDefinition(out []Block, n *ast.LinkReferenceDefinition) []Block {
	url, label := r.unescape(string(n.Destination)), string(n.Label)
	line := r.firstLine(n)
	switch {
	case words.IsAddress(url):
		if !r.linked[string(n.Destination)] {
			out = append(out, Block{Kind: Paragraph, Line: line, Lines: []Text{{{Text: words.OneLine(r.unescape(label)), URL: url}}}})
		}
	case strings.HasPrefix(label, "^"):
		out = append(out, Block{Kind: Paragraph, Line: line, Lines: lines(Text{{Text: r.unescape(string(n.Lines().Value(r.source)))}})})
	}
	return out
}
