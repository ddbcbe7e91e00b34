package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// addressSigns keeps underscores and asterisks in an address that is written out from being
// emphasis, which would take them out of it: https://example.com/why,_and_how.
type addressSigns struct{}

// Trigger is that of emphasis.
func (addressSigns) Trigger() []byte { return []byte("*_") }

// maxAddress is the longest address that is looked at, in bytes.
const maxAddress = 1000

// Parse takes the signs at the head of the rest of a line if they are inside of an address.
func (addressSigns) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	rest, at := block.PeekLine()
	before := block.Source()[max(0, at.Start-maxAddress):at.Start]
	before = before[1+bytes.LastIndexAny(before, " \t\r\n"):]
	if !bytes.Contains(before, []byte("http")) {
		return nil
	}
	rest = rest[:min(len(rest), maxAddress)]
	if end := bytes.IndexAny(rest, " \t\r\n"); end >= 0 {
		rest = rest[:end]
	}
	const each = 4 // of both is looked at that often
	b := budgetOf(pc)
	b.enter(parent)
	if !b.spend(each * (len(before) + len(rest))) {
		return nil
	}
	if _, end := words.FindAddress(string(before) + string(rest)); end <= len(before) {
		return nil
	}
	signs := len(rest) - len(bytes.TrimLeft(rest, "*_"))
	block.Advance(signs)
	return ast.NewTextSegment(at.WithStop(at.Start + signs))
}
