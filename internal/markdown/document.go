// Package markdown reads Markdown into a tree of sections with blocks and lines. It reads
// CommonMark and what authors and site generators add to it: front matter in YAML and TOML,
// tables, headings without a blank behind their number signs, HTML, Liquid tags and shortcodes of
// videos. It knows no notes: what a heading means is not its business.
package markdown

import (
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// A Document is a file of Markdown.
type Document struct {
	Front  []Field // of the front matter, those that were asked for, in their order
	Body   *Section
	Faults []yamlfault.Fault
}

// BoldLevel is the level of a bold line; those of headings are 1 to 6.
const BoldLevel = 7

// A Section is a heading, or a paragraph that begins with a line in bold, and what follows it up
// to the next one of its level or above. The body of a document is a section of level 0 without a
// heading.
type Section struct {
	Level    int
	Line     int // of the file, from 1
	Heading  Text
	Rest     []Text // lines of the paragraph below a line in bold
	Blocks   []Block
	Sections []*Section // they follow the blocks
}

// A Kind is that of a block.
type Kind int8

// Verbatim is text that cannot be a title: a line of code or of HTML, and whatever is quoted.
const (
	Paragraph Kind = iota
	Verbatim
	List
	Table
	heading // until sections are made
)

// A Block is a piece of a section or of a bullet.
type Block struct {
	Kind  Kind
	Glued bool   // of a list: no blank line is above it
	level int8   // of a heading; of a list taken out of an outline, that of the headings that end above it
	Line  int32  // of the file, from 1
	Lines []Text // of a paragraph or of verbatim text; never empty there
	Items []Item // of a list: its bullets; of a table: its rows, the one with the names of the columns first
}

// An Item is a bullet with the blocks in it, or a row with a block for each cell.
type Item struct {
	Line   int32
	Blocks []Block
}

// A Text is one line of running text.
type Text []Span

// A Span is a part of a line with one address behind all of it, or with none.
type Span struct {
	Text  string
	URL   string
	Image bool // URL is the address of an image and Text its description
	Level int8 // of emphasis: 0 none, 1 italics, 2 bold
}

func (s Span) isPlain() bool { return s.URL == "" && !s.Image }

// Written is the text as it was written, images left out.
func (t Text) Written() string {
	if len(t) == 1 && !t[0].Image {
		return t[0].Text
	}
	var out strings.Builder
	for _, s := range t {
		if !s.Image {
			out.WriteString(s.Text)
		}
	}
	return out.String()
}
