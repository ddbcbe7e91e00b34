package markdown

import (
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

// appendUnlinked adds a paragraph with the address of a definition that no link leads to: its
// author meant it to be seen.
func (r *reader) appendUnlinked(out []Block, n *ast.LinkReferenceDefinition) []Block {
	url := string(n.Destination)
	if r.linked[url] || !words.IsAddress(url) {
		return out
	}
	label := Span{Text: words.OneLine(r.unescape(string(n.Label))), URL: url}
	return append(out, Block{Kind: Paragraph, Line: r.firstLine(n), Lines: []Text{{label}}})
}
