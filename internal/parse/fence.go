package parse

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

// findOpenFence notes the line of a code fence that is never closed and so makes code of all that
// follows. Behind the code of one that is closed stands at least the fence that closes it; one that
// is not closed may end with the list or the quotation around it, as its author meant.
func (r *reader) findOpenFence(n ast.Node) {
	code := n.Lines()
	if n.Kind() != ast.KindFencedCodeBlock || code.Len() == 0 {
		return
	}
	behind := r.source[min(code.At(code.Len()-1).Stop, len(r.source)):]
	if len(bytes.TrimSpace(behind)) == 0 && len(bytes.TrimSpace(code.Value(r.source))) > 0 {
		r.openFence = int(r.line(code.At(0).Start)) - 1
	}
}
