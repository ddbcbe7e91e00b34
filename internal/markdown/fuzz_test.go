package markdown

import (
	"bufio"
	"bytes"
	"html"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	renderer "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

var fuzzed = Options{
	Variables: map[string]string{"site.url": "https://example.com"},
	Wants:     func(key string) bool { return key == "title" || key == "speakers" || key == "video" },
}

// FuzzRead holds the laws of this package: nothing panics; every fault has a line inside the
// file, and so has every block; every word and every image of the body that a Markdown viewer shows
// is in the document, as often, if the viewer recognises addresses; and every word of the document
// is in the source.
func FuzzRead(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if !utf8.ValidString(source) || strings.Contains(source, "\x00") {
			return
		}
		d := Read([]byte(source), fuzzed)
		lines := 1 + strings.Count(unixLines(source), "\n")
		for _, fault := range d.Faults {
			if fault.Line < 1 || fault.Line > lines || strings.Contains(fault.What, "\n") {
				t.Errorf("the fault %+v is outside of the file of %d lines", fault, lines)
			}
		}
		if d.Body == nil {
			if d.Faults == nil {
				t.Error("there is neither a body nor a fault")
			}
			return
		}
		h := held{words: counts{}, last: lines, t: t}
		h.section(d.Body)
		want := look(source)
		for word, n := range want.shown {
			if h.words[word] < n {
				t.Errorf("a viewer shows %q %d times, the document has it %d times", word, n, h.words[word])
			}
		}
		for word, n := range h.words {
			if most := want.any[word]; n > most {
				t.Errorf("the document has %q %d times, the source %d times", word, n, most)
			}
		}
		if want.images > h.images {
			t.Errorf("a viewer shows %d images, the document has %d", want.images, h.images)
		}
	})
}

func seeds(tb testing.TB) []string {
	out := []string{"## a\r\n\r\n* b\r\n", "\ufeff---\ntitle: a\n---\n# b\n", "+++\ntitle = 'a'\n+++\n# b\n"}
	files, err := filepath.Glob(filepath.Join("..", "parse", "testdata", "*.txtar"))
	if err != nil || len(files) == 0 {
		tb.Fatalf("no cases of internal/parse: %v", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, string(archive.Files[0].Data))
	}
	return out
}

// counts are how often each word occurs.
type counts map[string]int

func (c counts) add(s string) {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		c[w]++
	}
}

// held is what a document has.
type held struct {
	words  counts
	images int
	last   int // line of the file
	t      *testing.T
}

func (h *held) section(s *Section) {
	h.line(s.Line)
	h.text(s.Heading)
	for _, l := range s.Rest {
		h.text(l)
	}
	h.blocks(s.Blocks)
	for _, sub := range s.Sections {
		h.section(sub)
	}
}

func (h *held) line(line int) {
	if line < 0 || line > h.last {
		h.t.Errorf("line %d is outside of the file of %d lines", line, h.last)
	}
}

func (h *held) blocks(blocks []Block) {
	for _, b := range blocks {
		h.line(int(b.Line))
		if (b.Kind == Paragraph || b.Kind == Verbatim) && len(b.Lines) == 0 {
			h.t.Errorf("the block %+v has no line", b)
		}
		for _, l := range b.Lines {
			h.text(l)
		}
		for _, it := range b.Items {
			h.blocks(it.Blocks)
		}
	}
}

func (h *held) text(text Text) {
	h.words.add(text.Written())
	for _, s := range text {
		if s.Image {
			h.images++
		}
	}
}

// A view is what a Markdown viewer shows of a source.
type view struct {
	shown  counts // outside of raw HTML
	any    counts
	images int
}

func look(source string) view {
	d, body, _ := cutFrontMatter(unixLines(strings.TrimPrefix(source, "\ufeff")), fuzzed.Wants)
	_ = d
	body, _ = resolveTags(body, fuzzed.Variables)
	v := view{shown: counts{}, any: counts{}}
	commonMark := parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(), util.Prioritized(addressSigns{}, 450))...), parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...))
	pc := parser.NewContext()
	pc.Set(budgetKey, &budget{})
	v.look(commonMark.Parse(text.NewReader([]byte(body)), parser.WithContext(pc)), []byte(body))
	return v
}

func (v *view) look(n ast.Node, source []byte) {
	switch n.Kind() {
	case ast.KindHTMLBlock:
		raw := string(n.Lines().Value(source))
		if block := n.(*ast.HTMLBlock); block.HasClosure() {
			raw += string(block.ClosureLine.Value(source))
		}
		v.any.add(raw)
		v.any.add(htmlText(raw).Written())
	case ast.KindCodeBlock, ast.KindFencedCodeBlock:
		v.add(string(n.Lines().Value(source)))
	case ast.KindLinkReferenceDefinition:
		v.any.add(rendered(n.Lines().Value(source)))
	case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading:
		v.add(v.inline(n, source))
	default:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			v.look(c, source)
		}
	}
}

func (v *view) add(shown string) {
	v.shown.add(shown)
	v.any.add(shown)
}

// inline is the text below n as goldmark's own renderer would show it, without images.
func (v *view) inline(n ast.Node, source []byte) string {
	var out strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Image:
			v.images++
			return ast.WalkSkipChildren, nil
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				out.Write(c.(*ast.Text).Value(source))
			}
			return ast.WalkSkipChildren, nil
		case *ast.AutoLink:
			out.Write(n.Label(source))
		case *ast.RawHTML:
			out.WriteString((&anchor{lineBreak: " "}).addTag(nil, string(n.Segments.Value(source))).Written())
		case *ast.Text:
			out.WriteString(rendered(n.Value(source)))
			if n.SoftLineBreak() || n.HardLineBreak() {
				out.WriteByte('\n')
			}
		}
		return ast.WalkContinue, nil
	})
	return out.String()
}

// rendered is text with its entities and backslashes resolved as goldmark's renderer does it.
func rendered(raw []byte) string {
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	renderer.DefaultWriter.Write(w, raw)
	_ = w.Flush()
	return html.UnescapeString(out.String())
}
