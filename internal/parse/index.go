package parse

import (
	"net/url"
	"path/filepath"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
)

// leadsIn are the notes files to which the bullets and rows of a document lead, as written, if most
// of them do.
func leadsIn(all candidates) []string {
	var out []string
	bullets := 0
	for _, c := range all {
		if c.block == nil {
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

// hasTalks reports whether a document has two sessions, and no more than half as many links to the
// notes of talks.
func (d *document) hasTalks() bool {
	sessions, leads := 0, 0
	for _, c := range d.all {
		if d.plan.Of(&c.Place).Role == Session {
			sessions++
		}
		if c.block == nil {
			continue
		}
		if leadIn([]markdown.Block{*c.block}) != "" {
			leads++
		}
		for _, it := range c.block.Items {
			if leadIn(it.Blocks) != "" {
				leads++
			}
		}
	}
	return sessions > 1 && sessions >= 2*leads
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

// Files are those that are read together.
type files struct {
	paths, names map[string]bool // their names without an ending
	above        map[string]bool // the folders that have notes at any depth, other than their own README and licences
	in           map[string]int  // how many are in a folder
}

func newFiles(all []string) files {
	f := files{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]int{}}
	for _, name := range all {
		f.paths[filepath.Clean(name)] = true
		f.names[nameOf(name)] = true
		f.in[folderOf(name)]++
		folder := filepath.Dir(name)
		switch upper := filepath.Dir(folder); {
		case isReadmeName(name) && folder != upper:
			folder = upper
		case isLicence(nameOf(name)): // or a README on top of all
			continue
		}
		for ; !f.above[folder]; folder = filepath.Dir(folder) {
			f.above[folder] = true
		}
	}
	return f
}

// isAbove reports whether a file is the README of a folder that has notes.
func (f files) isAbove(file string) bool { return isReadmeName(file) && f.above[filepath.Dir(file)] }

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
