package parse

import (
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/who"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// leadOf parts a line that begins in bold or with a link behind that: what follows may be no part
// of a title. behind is nil if nothing follows, or if the lead cannot be a title.
func leadOf(line markdown.Text) (lead, behind markdown.Text) {
	n := 0
	for n < len(line) && line[n].Level > 1 {
		n++
	}
	if n == 0 && line[0].URL != "" {
		n = 1
	}
	lead, behind = line[:n], line[n:]
	text := strings.TrimRight(plain(lead), ": ")
	rest, _ := cutTalkLinks(line)
	first, _, _ := strings.Cut(byLine(behind), ",")
	if strings.Trim(plain(rest[min(n, len(rest)):]), words.Trailing+".") == "" || !strings.Contains(text, " ") ||
		who.IsName(text) && !who.IsName(first) || namesKind(text) || words.BeginsWord(behind[0].Text) {
		return line, nil
	}
	return lead, behind
}

// maxBehind is how long the text behind a lead is at most if it may belong to the title, in bytes.
const maxBehind = 120

// takeLead takes the words in bold or the link at the head of a bullet for its title, and what is
// behind for notes, if a colon or a full stop is between them or a long text follows, or behind a
// link if the line as a whole names no speakers for sure. It returns the line that may name them
// there: `[Title](URL) - Name (2031). A remark`.
func (c *Candidate) takeLead(lead, behind markdown.Text) []*markdown.Block {
	text, after := plain(lead), plain(behind)
	isParted := strings.ContainsAny(text[len(text)-1:]+after[:1], ":.") || len(after) > maxBehind
	isLink := lead[0].URL != ""
	hasFirstNames := slices.ContainsFunc(c.title.Doubtful, func(d who.Title) bool { return d.Side == who.FirstNames })
	if (len(c.title.Speakers) > 0 || hasFirstNames) && !strings.HasSuffix(after, ".") || !isLink && !isParted {
		return nil
	}
	c.text, c.rest = lead, append([]markdown.Text{trimHead(behind)}, c.rest...)
	c.plain, c.title = text, readTitle(lead)
	return []*markdown.Block{{Kind: markdown.Paragraph, Lines: []markdown.Text{{{Text: byLine(behind)}}}}}
}

// byLine is the text behind a link up to a remark: one in parentheses, behind a colon, or behind a
// full stop that ends no initial.
func byLine(behind markdown.Text) string {
	text := strings.Trim(plain(behind), words.Trailing)
	for end, r := range text {
		isInitial := r == '.' && end > 1 && text[end-2] == ' ' && 'A' <= text[end-1]
		if strings.ContainsRune("(.:", r) && !isInitial {
			text = text[:end]
			break
		}
	}
	return strings.Trim(text, words.Trailing)
}

// trimHead takes the signs behind a title off the head of a line.
func trimHead(line markdown.Text) markdown.Text {
	out := slices.Clone(line)
	out[0].Text = strings.TrimLeft(out[0].Text, words.Trailing+".")
	return out
}
