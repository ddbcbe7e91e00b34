// Goldmark is the floor for reading notes: it parses the Markdown of all files in a folder, one
// after the other, and does nothing else.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/text"
)

func main() {
	files, err := filepath.Glob(filepath.Join(os.Args[1], "*.md"))
	if err != nil || len(files) == 0 {
		fmt.Fprintln(os.Stderr, "no Markdown there", err)
		os.Exit(1)
	}
	markdown := goldmark.DefaultParser()
	for _, f := range files {
		source, err := os.ReadFile(f)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		markdown.Parse(text.NewReader(source))
	}
}
