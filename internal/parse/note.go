package parse

import (
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// addPieces adds blocks as notes, and their images as photos. What follows a heading is nested
// below it, up to the next heading of its level.
func addPieces(pieces []piece, notes []summit.Note, photos *[]summit.Photo) []summit.Note {
	for i := 0; i < len(pieces); i++ {
		p := pieces[i]
		if p.block != nil {
			notes = addBlock(p.block, notes, photos)
			continue
		}
		end := i + 1
		for end < len(pieces) && (pieces[end].block != nil || pieces[end].level > p.level) {
			end++
		}
		note, _ := noteOf(p.text, photos)
		note.Notes = addPieces(pieces[i+1:end], nil, photos)
		notes = append(notes, note)
		i = end - 1
	}
	return notes
}

func addBlock(b *markdown.Block, notes []summit.Note, photos *[]summit.Photo) []summit.Note {
	switch b.Kind {
	case markdown.List:
		notes = slices.Grow(notes, len(b.Items))
		for _, it := range b.Items {
			notes = addItem(it, notes, photos)
		}
		return notes
	case markdown.Table:
		for _, row := range b.Items {
			if note, ok := noteOf([]markdown.Text{rowText(row)}, photos); ok {
				notes = append(notes, note)
			}
		}
		return notes
	}
	if note, ok := noteOf(b.Lines, photos); ok {
		notes = append(notes, note)
	}
	return notes
}

// addItem adds a bullet as a note: its first text, with all that follows nested below. If a
// bullet has no text, the bullet above gets its nested notes.
func addItem(it markdown.Item, notes []summit.Note, photos *[]summit.Photo) []summit.Note {
	var own summit.Note
	for i := range it.Blocks {
		b := &it.Blocks[i]
		if own.Text == "" && b.Kind != markdown.List && len(own.Notes) == 0 {
			if note, ok := noteOf(b.Lines, photos); ok {
				own = note
			}
			continue
		}
		own.Notes = addBlock(b, own.Notes, photos)
	}
	if own.Text == "" {
		return append(notes, own.Notes...)
	}
	return append(notes, own)
}

// noteOf is a paragraph as a note. It is not ok if the paragraph holds images only.
func noteOf(lines []markdown.Text, into *[]summit.Photo) (note summit.Note, ok bool) {
	for _, l := range lines {
		*into = append(*into, photos(l)...)
	}
	note.Links = linkedFrom(lines...)
	if len(lines) > 0 {
		note.Text = plain(lines[0])
	}
	if len(lines) > 1 {
		note.Text = plain(joinLines(lines))
	}
	return note, note.Text != ""
}

// fewLinks are so few that a map of them is slower than a look at each.
const fewLinks = 16

// linkedFrom returns the addresses that are linked from lines, each once.
func linkedFrom(lines ...markdown.Text) (out []string) {
	var known map[string]bool // of many links
	for _, line := range lines {
		links, _ := cutLinks(line)
		for _, l := range links {
			if known[l.url] || known == nil && slices.Contains(out, l.url) {
				continue
			}
			if out = append(out, l.url); len(out) == fewLinks {
				known = map[string]bool{}
				for _, url := range out {
					known[url] = true
				}
			} else if known != nil {
				known[l.url] = true
			}
		}
	}
	return out
}

// leads reports whether a line has an address.
func leads(line markdown.Text) bool {
	return slices.ContainsFunc(linkedFrom(line), words.IsAddress)
}

func photos(line markdown.Text) []summit.Photo {
	var out []summit.Photo
	for _, s := range line {
		if s.Image {
			out = append(out, summit.Photo{URL: s.URL, Available: true})
		}
	}
	return out
}

// references are the links of notes and of all that is nested in them.
func references(notes []summit.Note) []summit.Link {
	var out []summit.Link
	for _, n := range notes {
		for _, url := range n.Links {
			if words.IsAddress(url) {
				if strings.ContainsAny(url, "?#") {
					url = linkTo(url).URL
				}
				out = append(out, summit.Link{Kind: summit.Reference, URL: url})
			}
		}
		out = append(out, references(n.Notes)...)
	}
	return out
}
