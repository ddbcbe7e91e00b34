package markdown

import (
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// sections makes the tree of the blocks of a document. It takes a paragraph that begins with a
// line in bold for a heading of the lowest level.
func sections(blocks []Block) *Section {
	open := []*Section{{Line: 1}}
	for _, b := range outline(blocks, 0) {
		s := sectionOf(b)
		for b.Kind == List && b.level > 0 && open[len(open)-1].Level >= int(b.level) {
			open = open[:len(open)-1]
		}
		if s == nil {
			last := open[len(open)-1]
			last.Blocks = append(last.Blocks, b)
			continue
		}
		for open[len(open)-1].Level >= s.Level {
			open = open[:len(open)-1]
		}
		parent := open[len(open)-1]
		parent.Sections = append(parent.Sections, s)
		open = append(open, s)
	}
	return open[0]
}

// outline takes the headings out of lists whose bullets begin with headings, as outliners write
// them: `- ## Title`. What is in such a bullet follows its heading; other bullets of the list
// belong to the heading above the list, whose level is over.
func outline(blocks []Block, over int8) []Block {
	if !slices.ContainsFunc(blocks, isOutline) {
		return blocks
	}
	var out []Block
	for _, b := range blocks {
		if !isOutline(b) {
			out = append(out, b)
			continue
		}
		for _, it := range b.Items {
			last := len(out) - 1
			switch {
			case beginsWithHeading(it):
				out = append(out, outline(it.Blocks, it.Blocks[0].level)...)
			case last >= 0 && out[last].Kind == List && out[last].level > 0:
				out[last].Items = append(out[last].Items, it)
			default:
				out = append(out, Block{Kind: List, level: over + 1, Line: b.Line, Glued: b.Glued, Items: []Item{it}})
			}
		}
	}
	return out
}

func isOutline(b Block) bool { return slices.ContainsFunc(b.Items, beginsWithHeading) }

func beginsWithHeading(it Item) bool { return len(it.Blocks) > 0 && it.Blocks[0].Kind == heading }

// sectionOf is the section that a block begins; nil if it begins none.
func sectionOf(b Block) *Section {
	switch {
	case b.Kind == heading:
		s := &Section{Level: int(b.level), Line: int(b.Line), Heading: b.Lines[0]}
		for _, l := range b.Lines[1:] {
			s.Heading = append(append(s.Heading, Span{Text: " "}), l...)
		}
		return s
	case b.Kind == Paragraph && beginsInBold(b.Lines):
		return &Section{Level: BoldLevel, Line: int(b.Line), Heading: b.Lines[0], Rest: b.Lines[1:]}
	}
	return nil
}

func beginsInBold(lines []Text) bool {
	return lines[0][0].Level > 1 && !lines[0][0].Image && !isBlank(lines[:1])
}

// mend finds what CommonMark takes for plain paragraphs: tables, and headings whose author forgot
// the blank behind the number signs. One number sign alone may begin a hash tag; it counts in the
// first line of a document and wherever no heading is written as it should be.
func mend(blocks []Block) []Block {
	least := 1 // number signs of a heading
	for _, b := range blocks {
		if b.Kind == heading {
			least = 2
		}
	}
	out := make([]Block, 0, len(blocks))
	for i, b := range blocks {
		switch {
		case b.Kind != Paragraph:
			out = append(out, b)
		case i == 0:
			out = appendMended(out, b, 1)
		default:
			out = appendMended(out, b, least)
		}
	}
	return out
}

func appendMended(out []Block, b Block, least int) []Block {
	if t, found := readTable(b); found {
		return append(out, t)
	}
	from := 0
	flush := func(to int) {
		if to > from {
			out = append(out, Block{Kind: Paragraph, Line: b.Line + int32(from), Lines: b.Lines[from:to]})
		}
	}
	for i, l := range b.Lines {
		if level, text := numberSigns(l); level >= least {
			flush(i)
			out = append(out, Block{Kind: heading, level: int8(level), Line: b.Line + int32(i), Lines: []Text{text}})
			from = i + 1
		}
	}
	flush(len(b.Lines))
	return out
}

// numberSigns takes the number signs off the head of a line that could be a heading.
func numberSigns(line Text) (level int, text Text) {
	first := line[0]
	if !first.isPlain() {
		return 0, nil
	}
	rest := strings.TrimLeft(first.Text, "#")
	level = len(first.Text) - len(rest)
	if level > 6 || level == 1 && !words.IsProper(rest) {
		return 0, nil
	}
	first.Text = rest
	if text = append(Text{first}, line[1:]...); isBlank([]Text{text}) {
		return 0, nil
	}
	return level, text
}
