package parse

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/text"
)

// BenchmarkNotes reads the bundled notes; BenchmarkMarkdownAlone is its floor, the same with
// nothing but Markdown made of them.
func BenchmarkNotes(b *testing.B) {
	source := bundledNotes(b)
	for b.Loop() {
		if faults := Read(File{Name: "notes.md", Source: source}).Faults; faults != nil {
			b.Fatal(faults)
		}
	}
}

func BenchmarkMarkdownAlone(b *testing.B) {
	source := bundledNotes(b)
	for b.Loop() {
		goldmark.New().Parser().Parse(text.NewReader(source))
	}
}

func bundledNotes(b *testing.B) []byte {
	b.Helper()
	source, err := os.ReadFile(filepath.Join("..", "..", "notes", "cf-summit-2016.md"))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	return source
}
