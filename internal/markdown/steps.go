package markdown

import (
	"bytes"
	"cmp"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// maxSteps is how many steps goldmark may take to find emphasis, links, code and HTML in a file.
// Notes take one step for every few bytes. Each sign that opens something and is never closed
// takes as many steps as its paragraph has bytes.
const maxSteps = 50_000_000

// A budget counts the steps before goldmark takes them, and tells goldmark to find nothing else
// when there are too many.
type budget struct {
	steps    int
	block    ast.Node // whose text is read
	end      int      // of the block in the source
	lines    int      // of the block
	runs     int      // of stars and underscores in the block
	signs    int      // in the block
	brackets []bracket
	exceeded int // offset of the block in which there were too many steps; 0 if there is none
}

// A bracket is one that is open.
type bracket struct{ offset, signs int }

var budgetKey = parser.NewContextKey()

func budgetOf(pc parser.Context) *budget { return pc.Get(budgetKey).(*budget) }

// fault returns that of a text that takes too many steps; nil if there is none.
func (b *budget) fault(r *reader) *yamlfault.Fault {
	if !b.isSpent() {
		return nil
	}
	return &yamlfault.Fault{Line: int(r.line(b.exceeded)), What: fmt.Sprintf(
		"this paragraph has too many unclosed signs of emphasis, links, code or HTML (limit: %d steps); close them, or split the paragraph", maxSteps)}
}

func (b *budget) isSpent() bool { return b.steps > maxSteps }

// spend counts steps in a block and reports whether they are within the limit. Beyond it, nothing
// is counted.
func (b *budget) spend(steps int) (within bool) {
	if b.isSpent() {
		return false
	}
	if b.steps += steps; b.isSpent() {
		b.exceeded = b.block.Lines().At(0).Start
	}
	return !b.isSpent()
}

// enter begins to count for a block.
func (b *budget) enter(block ast.Node) {
	if b.block != block {
		lines := block.Lines()
		*b = budget{steps: b.steps, exceeded: b.exceeded, block: block, end: lines.At(lines.Len() - 1).Stop, lines: lines.Len(), brackets: b.brackets[:0]}
	}
}

// A frugalParser is an inline parser of goldmark within the budget. Beyond it, it finds nothing,
// so that signs stay text.
type frugalParser struct{ parser.InlineParser }

func (p frugalParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	b := budgetOf(pc)
	b.enter(parent)
	if b.isSpent() {
		return nil
	}
	_, at := block.PeekLine()
	b.spend(b.cost(block.Source()[at.Start:b.end], at.Start))
	n := p.InlineParser.Parse(parent, block, pc)
	if run, isRun := n.(*parser.Delimiter); isRun && run.CanClose {
		b.spend(b.runs) // goldmark looks at all of them if none fits
	}
	return n
}

// frugal wraps an inline parser of goldmark in a frugalParser. A parser with state keeps its
// method that closes a block.
func frugal(p parser.InlineParser) parser.InlineParser {
	if c, ok := p.(parser.CloseBlocker); ok {
		return struct {
			frugalParser
			parser.CloseBlocker
		}{frugalParser{p}, c}
	}
	return frugalParser{p}
}

// cost is how many steps goldmark takes at most for a sign, with which the rest of a block begins.
func (b *budget) cost(rest []byte, offset int) int {
	b.signs++
	switch rest[0] {
	case '*', '_':
		b.runs++
	case '[':
		b.brackets = append(b.brackets, bracket{offset, b.signs})
	case '!':
		if bytes.HasPrefix(rest, []byte("![")) {
			b.brackets = append(b.brackets, bracket{offset, b.signs})
		}
	case ']':
		return b.closing(rest[1:], offset)
	case '`':
		return behindCode(rest)
	}
	return 1
}

// maxLabel is the length of the longest label of a link.
const maxLabel = 1000

// closing is the cost of a closing bracket: goldmark looks at all that is in the brackets, at the
// label that they may be, for which it counts lines, and at a target that follows.
func (b *budget) closing(behind []byte, offset int) int {
	last := len(b.brackets) - 1
	if last < 0 {
		return 1
	}
	open := b.brackets[last]
	b.brackets = b.brackets[:last]
	steps := b.signs - open.signs + min(offset-open.offset, maxLabel)
	target, found := bytes.CutPrefix(behind, []byte("("))
	end := 0
	switch {
	case !found:
		return steps + b.lines
	case bytes.HasPrefix(target, []byte("<")):
		end = cmp.Or(1+bytes.IndexAny(target, ">\n"), len(target))
	default:
		end = targetEnd(target)
	}
	if !bytes.HasPrefix(target[end:], []byte(")")) { // a title follows, or it is a label after all
		end += b.lines
	}
	return steps + end
}

// targetEnd returns how long the target of a link at the head of a text is, with parentheses in
// pairs.
func targetEnd(text []byte) int {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				return i
			}
		case ' ', '\t', '\n':
			return i
		}
	}
	return len(text)
}

// behindCode returns how much of a text is looked at for backticks as many as those at its head.
func behindCode(text []byte) int {
	opener, run := 0, 0
	for i, c := range text {
		switch {
		case c == '`':
			run++
		case opener == 0:
			opener, run = run, 0
		case run == opener:
			return i
		default:
			run = 0
		}
	}
	return len(text)
}

// A frugalTransformer is one of paragraphs that looks for definitions of links, within the budget.
type frugalTransformer struct{ parser.ParagraphTransformer }

func (t frugalTransformer) Transform(p *ast.Paragraph, from text.Reader, pc parser.Context) {
	lines := p.Lines()
	text := from.Source()[lines.At(0).Start:lines.At(lines.Len()-1).Stop]
	b := budgetOf(pc)
	b.enter(p)
	// It removes the lines of each definition from all lines.
	if b.spend(bytes.Count(text, []byte("]:")) * lines.Len()) {
		t.ParagraphTransformer.Transform(p, from, pc)
	}
	b.block = nil // its lines may have become fewer
}
