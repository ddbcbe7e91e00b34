package parse

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/text"
)

// FuzzPlainLines: the plain lines that are left alone make no difference to what is read.
func FuzzPlainLines(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add(seed)
	}
	for _, seed := range []string{
		"a\n===\n", "* a\n  ---\n", "a\n\n- b\n- c\n\n  d\n", "- a\n\n- b\n", "[a]: b\nc\n", "[a]: b\n===\nc\n", "> a\nb\n", "a  \nb\n",
		"a\\\nb\n", "1. a\n\n   b\n2. c\n", "\ta\n", "- \ta\n", "a\fb \v\n", "<b>\n\na\n", "a\n- b\nc\n===\n", "  a \t\n\nb", "- a\n===\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		if checkText("", source) != nil || bytes.ContainsRune(source, '\r') {
			return
		}
		r := reader{source: source, text: string(source), newlines: newlines(string(source))}
		want := r.blocks(goldmark.DefaultParser().Parse(text.NewReader(source)))
		got, _ := readMarkdown(source, string(source), 0)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(block{}, item{}, span{})); diff != "" {
			t.Errorf("goldmark's own parser (-), with plain lines (+):\n%s", diff)
		}
	})
}
