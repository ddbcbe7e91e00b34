package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// findUnclosed looks whether a block takes in all that follows it up to the end of the document,
// because its author forgot to close it. A closed code block is followed at least by its fence. An
// unclosed block may also end where its list or quotation ends, as its author meant.
func (r *reader) findUnclosed(n ast.Node) {
	what := ""
	switch n := n.(type) {
	case *ast.FencedCodeBlock:
		what = "code fence, or one before it,"
	case *ast.HTMLBlock:
		what = unclosedHTML(n, r.source)
	}
	behind := r.source[min(n.Pos(), len(r.source)):]
	if _, rest, found := bytes.Cut(behind, []byte("\n")); found {
		behind = rest
	}
	if lines := n.Lines(); lines.Len() > 0 {
		behind = r.source[min(lines.At(lines.Len()-1).Stop, len(r.source)):]
	}
	if what != "" && len(bytes.TrimSpace(behind)) == 0 {
		r.unclosed = &yamlfault.Fault{Line: int(r.line(n.Pos())), What: "this " + what + " is never closed, so all that follows is part of it; close it"}
	}
}

// unclosedHTML names a block of HTML that is never closed, and that no blank line closes; it is
// empty for other blocks.
func unclosedHTML(n *ast.HTMLBlock, source []byte) string {
	what, end := "", ""
	switch n.HTMLBlockType {
	case ast.HTMLBlockType1:
		what, end = "HTML", "</"
	case ast.HTMLBlockType2:
		what, end = "comment", "-->"
	case ast.HTMLBlockType3:
		what, end = "instruction", "?>"
	case ast.HTMLBlockType4:
		what, end = "declaration", ">"
	case ast.HTMLBlockType5:
		what, end = "section of character data", "]]>"
	case ast.HTMLBlockType6, ast.HTMLBlockType7:
	}
	if bytes.Contains(n.Lines().Value(source), []byte(end)) {
		return ""
	}
	return what
}
