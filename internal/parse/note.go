package parse

import (
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// addBlock adds what a block holds to the session: its text as notes, its images as photos.
func addBlock(b block, notes []summit.Note, photos *[]summit.Photo) []summit.Note {
	if b.kind == list {
		notes = slices.Grow(notes, len(b.items))
		for _, it := range b.items {
			notes = addItem(it, notes, photos)
		}
		return notes
	}
	if b.kind == table {
		for _, row := range b.items {
			notes = addBlock(block{kind: verbatim, text: rowText(row.blocks)}, notes, photos)
		}
		return notes
	}
	if note, ok := textNote(b, photos); ok {
		notes = append(notes, note)
	}
	return notes
}

// addItem adds a bullet as a note: its first text, with all that follows nested below. A bullet
// without text of its own hands what is nested in it to the bullet above.
func addItem(it item, notes []summit.Note, photos *[]summit.Photo) []summit.Note {
	var own summit.Note
	for _, b := range it.blocks {
		if own.Text == "" && b.kind != list && len(own.Notes) == 0 {
			if note, ok := textNote(b, photos); ok {
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

// textNote is a paragraph as a note. It is not ok when the paragraph holds images only.
func textNote(b block, into *[]summit.Photo) (summit.Note, bool) {
	*into = append(*into, photos(b.text)...)
	note := summit.Note{Text: plain(b.text)}
	for _, s := range b.text {
		switch {
		case s.image:
		case s.url == "":
			for rest := s.text; ; {
				start, end := findAddress(rest)
				if start < 0 {
					break
				}
				note.Links = append(note.Links, rest[start:end])
				rest = rest[end:]
			}
		case isAddress(strings.TrimSpace(s.text)) && isAddress(s.url):
			note.Links = append(note.Links, trimAddress(s.url))
		default:
			note.Links = append(note.Links, s.url)
		}
	}
	note.Links = unique(note.Links)
	return note, note.Text != ""
}

func photos(spans []span) []summit.Photo {
	var out []summit.Photo
	for _, s := range images(spans) {
		out = append(out, summit.Photo{URL: s.url, Available: true})
	}
	return out
}

func unique(all []string) []string {
	var out []string
	for _, s := range all {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// references are the links of the notes and of all that is nested in them.
func references(notes []summit.Note) []summit.Link {
	var out []summit.Link
	for _, n := range notes {
		for _, url := range n.Links {
			if isAddress(url) {
				out = append(out, summit.Link{Kind: summit.Reference, URL: url})
			}
		}
		out = append(out, references(n.Notes)...)
	}
	return out
}
