package parse

import (
	"slices"
	"strings"
)

// splitLines parts running text where its author broke the line.
func splitLines(spans []span) [][]span {
	lines := [][]span{nil}
	for _, s := range spans {
		text := s.text
		for s.url == "" && !s.image {
			before, after, found := strings.Cut(text, "\n")
			if !found {
				break
			}
			lines = addSpan(lines, s, before)
			lines = append(lines, nil)
			text = after
		}
		lines = addSpan(lines, s, text)
	}
	return slices.DeleteFunc(lines, func(l []span) bool { return len(l) == 0 })
}

func addSpan(lines [][]span, s span, text string) [][]span {
	last := len(lines) - 1
	if strings.TrimSpace(text) != "" || s.image || text != "" && len(lines[last]) > 0 {
		s.text = text
		lines[last] = append(lines[last], s)
	}
	return lines
}

func joinLines(lines [][]span) []span {
	var out []span
	for i, l := range lines {
		if i > 0 {
			out = append(out, span{text: "\n"})
		}
		out = append(out, l...)
	}
	return out
}

// mend makes blocks of what CommonMark takes for plain paragraphs: tables, and headings whose
// author forgot the space behind the number signs. One number sign alone may begin a hash tag; it
// counts in the first line of the notes and wherever no heading is written as it should be.
func mend(blocks []block) []block {
	hashes := 0
	for i, b := range blocks {
		if b.kind == heading {
			hashes = 2
		}
		if b.kind == paragraph && hashes == 0 && i == 0 {
			hashes = 1
		}
	}
	hashes = max(hashes, 1)
	var out []block
	for i, b := range blocks {
		if b.kind != paragraph || !mayHide(b.text) {
			if out != nil {
				out = append(out, b)
			}
			continue
		}
		if out == nil {
			out = append(make([]block, 0, len(blocks)+8), blocks[:i]...)
		}
		out = appendMended(out, b, hashes)
	}
	if out == nil {
		return blocks
	}
	return out
}

// mayHide reports whether a paragraph could hold a table or a heading.
func mayHide(spans []span) bool {
	for i, s := range spans {
		if i == 0 && strings.HasPrefix(s.text, "#") || s.url == "" && strings.Contains(s.text, "\n#") || strings.Contains(s.text, "--") {
			return true
		}
	}
	return false
}

func appendMended(out []block, b block, hashes int) []block {
	lines := splitLines(b.text)
	if t, ok := readTable(lines, b.line); ok {
		return append(out, t)
	}
	from := 0
	flush := func(to int) {
		if to > from {
			out = append(out, block{kind: paragraph, line: b.line + int32(from), text: joinLines(lines[from:to])})
		}
	}
	for i, l := range lines {
		level, text := numberSigns(l)
		if level == 0 || level < hashes {
			continue
		}
		flush(i)
		out = append(out, block{kind: heading, level: level, line: b.line + int32(i), text: text})
		from = i + 1
	}
	if from == 0 {
		return append(out, b)
	}
	flush(len(lines))
	return out
}

// numberSigns takes the number signs off the head of a line that could be a heading.
func numberSigns(line []span) (level int, text []span) {
	first := line[0]
	if !first.isPlain() {
		return 0, nil
	}
	rest := strings.TrimLeft(first.text, "#")
	level = len(first.text) - len(rest)
	if level == 0 || level > 6 || rest == "" && len(line) == 1 || level == 1 && !isProper(rest) {
		return 0, nil
	}
	first.text = rest
	return level, append([]span{first}, line[1:]...)
}
