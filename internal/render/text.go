// Package render shows answers: to readers as text or as Markdown, to programs as JSON. What it
// writes depends on its arguments alone.
package render

import (
	"io"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
)

// Text writes an answer for a reader at a terminal or behind a pipe.
func Text(w io.Writer, a answer.Answer, st Style) error {
	p := &page{Style: st}
	p.out.Grow(usualText)
	switch {
	case a.Kind == answer.TopicList:
		p.topicList(a)
	case a.Kind == answer.OneSession:
		p.wholeSession(a.Sessions[0])
	case a.AllTalks:
		p.lines(leadOfTalks(a))
		p.talksOnly(a)
	case a.Kind == answer.SessionList:
		p.lines(ignored(a))
		p.sessionList(a)
		p.talks(a)
		if len(a.Talks) > 0 {
			p.blank()
		}
		p.nextOfList(a)
	default:
		p.findings(a)
	}
	p.out.WriteByte('\n')
	text := p.out.String()
	_, err := io.WriteString(w, text[:len(strings.TrimRight(text, "\n"))+1])
	return err
}

// usualText is the number of bytes of a usual answer, so that it is not copied while it grows.
const usualText = 1 << 12

// findings writes an answer to words: topics, the sessions and talks about them, and what to ask
// next.
func (p *page) findings(a answer.Answer) {
	p.lines(lead(a))
	if a.Aside && !p.Full {
		p.labelled("", "next", labelWidth, topicCommands(a)...)
		return
	}
	for _, t := range a.Topics {
		p.line(run{}, run{t.Name, bold})
		p.text("", t.Definition)
		p.blank()
	}
	p.narrowing(a)
	if a.TalksFirst() {
		p.talks(a)
	}
	for _, g := range groups(a) {
		p.group(g, a)
	}
	if !a.TalksFirst() {
		p.talks(a)
	}
	if !a.Near || len(a.Topics) == 1 {
		for _, t := range a.Topics {
			p.since(t, len(a.Topics) > 1)
		}
	}
	p.next(a)
}

// head writes the head of a part of the answer.
func (p *page) head(text string) {
	p.blank()
	if text != "" {
		p.line(run{}, run{text, bold})
	}
}

// lines writes lines of text and a blank one.
func (p *page) lines(lines []string) {
	for _, line := range lines {
		p.text("", line)
	}
	p.blank()
}
