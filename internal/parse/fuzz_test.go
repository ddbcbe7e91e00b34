package parse

import (
	"bufio"
	"bytes"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	renderer "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

var faultAt = regexp.MustCompile(`^fuzz\.md:(\d+): .`)

// FuzzNotes holds the laws of this package: nothing panics; every text becomes a summit; every fault has a line inside the file; every word that a
// Markdown viewer shows of the notes stands in the summit; and the summit has no word that the notes have not.
func FuzzNotes(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		s, faults := Notes("fuzz.md", source, map[string]string{"site.url": "https://example.com"})
		for _, fault := range faults {
			checkFault(t, source, fault)
		}
		if s == nil {
			if utf8.Valid(source) && !bytes.Contains(source, []byte{0}) || faults == nil {
				t.Errorf("there is no summit, and the faults %v", faults)
			}
			return
		}
		seen := look(source)
		got := held(s)
		for _, session := range s.Sessions {
			got.add(session.Track)
		}
		for word, n := range seen.text {
			if got[word] < n {
				t.Errorf("the notes have %q %d times, the summit %d times", word, n, got[word])
			}
		}
		for word := range seen.headings {
			if got[word] == 0 {
				t.Errorf("a heading has %q, the summit has not", word)
			}
		}
		for word, n := range held(&summit.Summit{Sessions: s.Sessions, Preamble: s.Preamble}) {
			if most := seen.any[word]; n > most {
				t.Errorf("the summit has %q %d times, the notes %d times", word, n, most)
			}
		}
		for _, session := range s.Sessions {
			checkSession(t, source, session)
		}
	})
}

func seeds(tb testing.TB) [][]byte {
	bundled, err := os.ReadFile("../../notes/cf-summit-2016.md")
	if err != nil {
		tb.Fatal(err)
	}
	out := [][]byte{bundled, []byte("## a\r\n\r\n* b\r\n"), []byte("\ufeff---\ntitle: a\n---\n# b\n"), []byte("a\x00"), []byte("a\xff")}
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		tb.Fatal(err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, archive.Files[0].Data)
	}
	return out
}

func checkFault(t *testing.T, source []byte, err error) {
	t.Helper()
	m := faultAt.FindStringSubmatch(err.Error())
	if m == nil || strings.Contains(err.Error(), "\n") {
		t.Fatalf("the fault %q has not the form file:line: what is wrong", err)
	}
	if line, _ := strconv.Atoi(m[1]); line < 1 || line > lineCount(source) {
		t.Errorf("the fault %q has no line inside the file of %d lines", err, lineCount(source))
	}
}

func lineCount(source []byte) int { return 1 + strings.Count(unixLines(string(source)), "\n") }

func checkSession(t *testing.T, source []byte, s *summit.Session) {
	t.Helper()
	if s.Title == "" || s.Heading == "" || s.Source.Line < 1 || s.Source.Line > lineCount(source) {
		t.Errorf("the session %+v lacks a title, a heading or its line", s)
	}
	for _, who := range s.Speakers {
		if who.Name == "" {
			t.Errorf("the session %q has a speaker without a name", s.Heading)
		}
	}
	for _, l := range s.Links {
		if !strings.HasPrefix(l.URL, "http://") && !strings.HasPrefix(l.URL, "https://") {
			t.Errorf("the session %q has the link %q", s.Heading, l.URL)
		}
	}
	if text := s.Title + s.Track; strings.ContainsFunc(text, isMark) {
		t.Errorf("the session %q has a mark of an address in %q", s.Heading, text)
	}
}

// counts are how often each word occurs.
type counts map[string]int

// add counts the words of s. A word that holds a character for private use may lose it, so it is not counted.
func (c counts) add(s string) {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		c[w]++
	}
}

// A view is what a Markdown viewer shows of notes, images left out.
type view struct {
	text     counts // outside of headings and of raw HTML
	headings counts // of headings that neither name the summit nor a day and have something below them
	any      counts
}

func look(source []byte) view {
	front, rest, _, _ := cutFrontMatter("", unixLines(string(bytes.TrimPrefix(source, []byte("\ufeff")))))
	body := []byte(resolveLiquid(rest, map[string]string{"site.url": "https://example.com"}))
	v := view{text: counts{}, headings: counts{}, any: counts{}}
	v.any.add(front.Title)
	v.look(goldmark.DefaultParser().Parse(text.NewReader(body)), body)
	return v
}

func (v view) look(n ast.Node, source []byte) {
	shown := ""
	switch n.Kind() {
	case ast.KindHTMLBlock:
		raw := string(n.Lines().Value(source))
		if block := n.(*ast.HTMLBlock); block.HasClosure() {
			raw += string(block.ClosureLine.Value(source))
		}
		v.any.add(raw)
		v.any.add(written(htmlSpans(raw)))
		return
	case ast.KindCodeBlock, ast.KindFencedCodeBlock:
		shown = string(n.Lines().Value(source))
	case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading:
		shown = inlineText(n, source)
	default:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			v.look(c, source)
		}
		return
	}
	v.any.add(shown)
	if n.Kind() != ast.KindHeading {
		for l := range strings.SplitSeq(shown, "\n") {
			v.lookLine(l)
		}
		return
	}
	if _, isDay := readDay(strings.Join(strings.Fields(shown), " "), 0); !isDay && n.NextSibling() != nil &&
		n.NextSibling().Kind() == ast.KindList && n.(*ast.Heading).Level > 1 {
		v.headings.add(shown)
	}
}

// lookLine takes a line of text that begins with number signs or reads like a day for a heading.
func (v view) lookLine(s string) {
	title := strings.TrimLeft(s, "#")
	if _, isDay := readDay(title, 0); title == s && !isDay {
		v.text.add(s)
	}
}

// inlineText is the text below n as goldmark's own renderer would show it, without images.
func inlineText(n ast.Node, source []byte) string {
	var out strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Image:
			return ast.WalkSkipChildren, nil
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				out.Write(c.(*ast.Text).Value(source))
			}
			return ast.WalkSkipChildren, nil
		case *ast.AutoLink:
			out.Write(n.Label(source))
		case *ast.RawHTML:
			out.WriteString(written((&anchor{lineBreak: " "}).addTag(nil, string(n.Segments.Value(source)))))
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

// held are the words of a summit.
func held(s *summit.Summit) counts {
	c := counts{}
	c.add(s.Name)
	var walk func(all []summit.Note)
	walk = func(all []summit.Note) {
		for _, n := range all {
			c.add(n.Text)
			walk(n.Notes)
		}
	}
	walk(s.Preamble)
	for _, session := range s.Sessions {
		c.add(session.Heading)
		walk(session.Notes)
	}
	return c
}
