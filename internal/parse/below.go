package parse

import (
	"iter"
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/when"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/who"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

const (
	blocksBelow = 8  // a title that may name its speakers
	linesBelow  = 12 // of each, more than a talk has speakers

	blocksWithTable = 2
)

// speakersBelow are the speakers that the first blocks below a title name.
func speakersBelow(below []*markdown.Block) (sure, doubtful who.People) {
	for _, b := range below[:min(blocksWithTable, len(below))] {
		if b.Kind == markdown.Table {
			if p := speakersInTable(b.Items); p.Certainty > who.Nobody {
				return p, who.People{}
			}
		}
	}
	return who.Below(linesOf(below))
}

// speakersInTable are those in a table of one talk, which has a row with the names of columns and
// one more, or a label and a value in each row.
func speakersInTable(rows []markdown.Item) who.People {
	names, cells := columns(rows[0]), rows[len(rows)-1].Blocks
	at := slices.Index(names, speakerColumn)
	if len(rows) == 2 && at >= 0 && at < len(cells) && columnOf(plain(joinLines(cells[0].Lines))) == otherColumn {
		if slices.Contains(names[:at], titleColumn) { // a list of talks
			return who.People{}
		}
		return speakersIn(cells[at].Lines)
	}
	for _, row := range rows {
		if len(row.Blocks) == 2 && who.IsLabel(plain(joinLines(row.Blocks[0].Lines))) {
			return speakersIn(row.Blocks[1].Lines)
		}
	}
	return who.People{}
}

// linesOf are the lines at the head of the first blocks below a title, up to a list, or a table.
func linesOf(below []*markdown.Block) iter.Seq[who.Line] {
	return func(yield func(who.Line) bool) {
		first := true // nothing but links, and facts about the talk, is above
		for _, b := range below[:min(blocksBelow, len(below))] {
			if isDirective(b.Lines) {
				continue
			}
			if b.Kind == markdown.List {
				bulletLines(b, first, yield)
				return
			}
			for n, l := range b.Lines[:min(linesBelow, len(b.Lines))] {
				line := lineOf(l)
				line.Alone, line.First, line.Follows, line.Far = len(b.Lines) == 1, first, n > 0, n > 3
				if !yield(line) {
					return
				}
				first = first && (isOnlyLinks(l) || isFactLine(plain(l)))
			}
		}
	}
}

// isFactLine reports whether a line tells of what kind a session is, or when it was, and no more.
func isFactLine(line string) bool {
	if who.IsKind(line) {
		return true
	}
	on, _ := when.DateIn(line, 0)
	return on != "" && !isSentence(line)
}

// isDirective reports whether a paragraph is for the program that makes pages of the notes:
// "@Metadata { ... }", its end in a line of its own.
func isDirective(lines []markdown.Text) bool {
	return len(lines) > 1 && plain(lines[len(lines)-1]) == "}"
}

// isOnlyLinks reports whether a line has nothing but addresses, or links whose words only name
// their targets.
func isOnlyLinks(line markdown.Text) bool {
	return !slices.ContainsFunc(line, func(s markdown.Span) bool {
		text := strings.Trim(cutLinkAttributes(s.Text), words.Trailing+"()[]/\n")
		return text != "" && !s.Image && !words.IsAddress(text) && kindIn(s.Text) == ""
	})
}

func bulletLines(list *markdown.Block, first bool, yield func(who.Line) bool) {
	for n, it := range list.Items[:min(linesBelow, len(list.Items))] {
		if len(it.Blocks) == 0 || len(it.Blocks[0].Lines) == 0 {
			continue
		}
		line := lineOf(it.Blocks[0].Lines[0])
		line.Bullet, line.First, line.Follows, line.Far = true, first && n == 0, n > 0, n > 2
		if len(it.Blocks) == 2 && len(it.Blocks[1].Items) == 1 {
			line.Inner = firstWords(it.Blocks[1].Items[0])
		}
		if !yield(line) {
			return
		}
		if len(it.Blocks) > 1 && who.IsLabel(strings.TrimRight(line.Text.Words, ": ")) {
			bulletLines(&it.Blocks[1], false, yield)
			return
		}
	}
}

// firstWords are the first line of a bullet.
func firstWords(it markdown.Item) string {
	if len(it.Blocks) == 0 || len(it.Blocks[0].Lines) == 0 {
		return ""
	}
	return plain(it.Blocks[0].Lines[0])
}

// lineOf is a line that may name people.
func lineOf(text markdown.Text) who.Line {
	text, _ = cutTalkLinks(text)
	line := textOf(text)
	line.Words = when.CutDateBehind(line.Words)
	return who.Line{Text: line, Emphasised: isEmphasised(text)}
}

// isEmphasised reports whether all words of a line are in italics or in bold.
func isEmphasised(line markdown.Text) bool {
	return !slices.ContainsFunc(line, func(s markdown.Span) bool { return s.Level == 0 && strings.Trim(s.Text, " \t\n,;:()") != "" })
}

// namesPeople reports whether a line of its own below a title names the speakers.
func namesPeople(text markdown.Text) bool {
	line := lineOf(text)
	line.Alone, line.First = true, true
	return line.Read().Certainty > who.Nobody
}
