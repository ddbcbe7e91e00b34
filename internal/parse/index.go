package parse

import (
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
)

// leadsIn are the notes files to which the bullets and rows of a document lead, as written, if most
// of them do. Where there are lists of talks the others are not counted.
func leadsIn(all candidates) []string {
	areTalks := slices.ContainsFunc(all, func(c *Candidate) bool { return c.Has(HasTalks) })
	var out []string
	bullets := 0
	for _, c := range all {
		if c.block == nil || areTalks && !c.Has(HasTalks) {
			continue
		}
		bullets += len(c.block.Items)
		for _, it := range c.block.Items {
			if lead := leadIn(it.Blocks); lead != "" {
				out = append(out, lead)
			}
		}
	}
	if 2*len(out) <= bullets {
		return nil
	}
	return out
}

// leadIn is the first notes file to which the first lines of a bullet or the cells of a row lead;
// it is empty if there is none. A link of a wiki has its name alone.
func leadIn(blocks []markdown.Block) string {
	for i := range blocks {
		for _, line := range blocks[i].Lines[:min(1, len(blocks[i].Lines))] {
			for _, s := range line {
				if inside, found := strings.CutPrefix(s.Text, "[["); found {
					name, _, _ := strings.Cut(inside, "]]")
					name, _, _ = strings.Cut(name, "|")
					return name + wikiEnding
				}
				if file, _ := url.PathUnescape(s.URL); isNotes(file) {
					return file
				}
			}
		}
	}
	return ""
}

const wikiEnding = "]]"

func isNotes(file string) bool {
	end := strings.ToLower(filepath.Ext(file))
	return end == ".md" || end == ".markdown"
}

// Files are those that are read together, by their paths and by their names without an ending.
type files struct{ paths, names map[string]bool }

func newFiles(all []string) files {
	f := files{map[string]bool{}, map[string]bool{}}
	for _, name := range all {
		f.paths[filepath.Clean(name)] = true
		f.names[nameOf(name)] = true
	}
	return f
}

// isIndex reports whether two of the notes to which a file leads are among the files.
func (f files) isIndex(file string, leads []string) bool {
	n := 0
	for _, lead := range leads {
		if f.names[strings.TrimSuffix(lead, wikiEnding)] || f.paths[filepath.Join(filepath.Dir(file), lead)] {
			n++
		}
	}
	return n > 1
}
