// Package render shows answers: to readers as text or as Markdown, to programs as JSON. What it
// writes depends on its arguments alone.
package render

import (
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
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
		p.lines(ignored(a))
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
	for _, t := range a.Topics {
		p.line(run{}, run{t.Name, bold})
		p.text("", t.Definition)
		p.blank()
	}
	if line := narrowing(a); line != "" {
		p.explain("", line)
		p.blank()
	}
	for _, g := range groups(a) {
		p.head(g.head)
		p.group(g, a)
	}
	p.talks(a)
	for _, t := range a.Topics {
		p.since(t, len(a.Topics) > 1)
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

// since writes what has become of a topic. Of several topics each needs its name.
func (p *page) since(t answer.Topic, named bool) {
	if t.Since.Text != "" {
		head := sinceHead(t.Since)
		if named {
			head = t.Name + ": " + strings.ToLower(head[:1]) + head[1:]
		}
		p.head(head)
		p.text("", t.Since.Text)
	}
}

// sinceHead names the years that the text is about, and the month of its last check.
func sinceHead(s summit.Since) string {
	head := "Since then"
	if s.Year > 0 {
		head = fmt.Sprintf("Since %d", s.Year)
	}
	if month := monthName(s.Checked); month != "" {
		head += " (checked " + month + ")"
	}
	return head
}

// monthName spells out a month given as YYYY-MM; it is empty for anything else.
func monthName(month string) string {
	year, number, _ := strings.Cut(month, "-")
	names := map[string]string{
		"01": "January", "02": "February", "03": "March", "04": "April", "05": "May", "06": "June",
		"07": "July", "08": "August", "09": "September", "10": "October", "11": "November", "12": "December",
	}
	if names[number] == "" {
		return ""
	}
	return names[number] + " " + year
}

// next writes where to read on and what can be asked after this answer.
func (p *page) next(a answer.Answer) {
	p.blank()
	var related []run
	seen := map[string]bool{}
	for _, t := range a.Topics {
		seen[t.ID] = true
	}
	add := func(id string) {
		if !seen[id] {
			seen[id] = true
			related = append(related, run{", ", plain}, run{id, name})
		}
	}
	var docs, sources []string
	for _, t := range a.Topics {
		docs = append(docs, t.Docs[:min(p.maxDocs(), len(t.Docs))]...)
		sources = append(sources, t.Since.Sources...)
		for _, id := range t.Related {
			add(id)
		}
	}
	p.fields("", labelWidth, field{"docs", docs})
	if p.Full {
		p.fields("", labelWidth, field{"sources", sources})
	}
	for _, t := range a.Hints {
		add(t.ID)
	}
	if len(related) > 0 {
		p.labelled("", "related", labelWidth, related[1:]...)
	}
	if next := nextCommands(a, p.Full); len(next) > 0 {
		p.labelled("", "next", labelWidth, next...)
	}
}

// maxDocs is how many pages of documentation are shown of a topic.
func (p *page) maxDocs() int {
	if p.Full {
		return math.MaxInt
	}
	return 1
}

// nextCommands are one session whole, and all notes.
func nextCommands(a answer.Answer, full bool) []run {
	if len(a.Sessions) == 0 {
		return nil
	}
	out := []run{{fmt.Sprintf("cf summit-notes %d", a.Sessions[0].Number), name}}
	switch {
	case full:
	case a.Near:
		out = append(append(out, run{" or ", plain}), topicCommands(a)...)
	default:
		out = append(out, run{" or ", plain}, run{"cf summit-notes " + a.Command() + " --full", name})
	}
	return out
}

// lines writes lines of text and a blank one.
func (p *page) lines(lines []string) {
	for _, line := range lines {
		p.text("", line)
	}
	p.blank()
}

// lead are the lines above an answer: how its words were read, and what was found.
func lead(a answer.Answer) []string {
	var lines []string
	found := len(a.Sessions) + len(a.Talks)
	switch {
	case a.Kind == answer.ByName:
		lines = append(lines, words.Sentence("sessions and talks of "+words.List(a.Names, "and")))
	case a.Kind != answer.BySearch:
	case len(a.Topics) > 0:
		line := fmt.Sprintf("%s is found in %s on %s", quote(a.Wanted), words.Count(len(a.Sessions), "session"), topicNames(a, " and "))
		if a.Untold && len(a.Talks) > 0 {
			line += " and in no talk"
		}
		lines = append(lines, words.Sentence(line))
	case a.Partly:
		lines = append(lines, words.Sentence(fmt.Sprintf("nothing mentions all of %s; %s %s a part", quote(a.Wanted), foundOf(a), verb(found, "mentions", "mention"))))
	case isScattered(a):
		lines = append(lines, words.Sentence(fmt.Sprintf("no title or note has all of %s; %s %s the words in several places", quote(a.Wanted), foundOf(a), verb(found, "has", "have"))))
	case a.IsSearch:
		lines = append(lines, words.Sentence(fmt.Sprintf("%s is found in %s", quote(a.Wanted), foundOf(a))))
	default:
		lines = append(lines, words.Sentence(fmt.Sprintf("no topic is called %s; it is found in %s", quote(a.Wanted), foundOf(a))))
	}
	if len(a.Unsaid) > 0 {
		speaker := "session"
		if a.Untold && len(a.Talks) > 0 {
			speaker = "session or talk"
		}
		lines = append(lines, words.Sentence(fmt.Sprintf("no %s mentions %s; these are about %s", speaker, words.List(quoted(a.Unsaid), "or"), topicNames(a, " or "))))
	}
	if len(a.Missing) > 0 {
		lines = append(lines, words.Sentence("none of these mentions "+words.List(quoted(a.Missing), "or"))+" For that: cf summit-notes "+a.Missing[0])
	}
	lines = append(lines, ignored(a)...)
	if len(a.Operators) > 0 {
		lines = append(lines, words.Sentence(fmt.Sprintf("a search has no operators, so %s %s ignored", strings.Join(a.Operators, ", "), words.Are(len(a.Operators)))))
	}
	return lines
}

func quoted(all []string) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = quote(s)
	}
	return out
}

// ignored returns the lines that name the words without an answer, with suggestions.
func ignored(a answer.Answer) []string {
	var lines []string
	if unsaid := a.Ignored[len(a.Unmet):]; len(unsaid) > 0 {
		lines = append(lines, words.Sentence("no session or talk mentions "+words.List(quoted(unsaid), "or")))
	}
	if len(a.Unmet) > 0 {
		lines = append(lines, words.Sentence("no session or talk by "+words.List(quoted(a.Unmet), "or")+" fits; these are by others"))
	}
	for _, s := range a.Suggestions {
		lines[0] += " Did you mean " + quote(s) + "?"
	}
	return lines
}

// verb is the form of a verb that fits a number.
func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// isScattered reports whether all sessions say the words that were searched for in several places.
func isScattered(a answer.Answer) bool {
	return len(a.Sessions) > 0 && a.Sessions[0].Close == index.Scattered
}

func topicNames(a answer.Answer, separator string) string {
	names := make([]string, len(a.Topics))
	for i, t := range a.Topics {
		names[i] = t.Name
	}
	return strings.Join(names, separator)
}

// foundOf counts the sessions and talks of an answer; it is empty if there are none.
func foundOf(a answer.Answer) string {
	var parts []string
	if n := len(a.Sessions); n > 0 {
		parts = append(parts, words.Count(n, "session"))
	}
	if n := len(a.Talks); n > 0 {
		parts = append(parts, words.Count(n, "talk"))
	}
	return strings.Join(parts, " and ")
}

// narrowing names the filters of an answer.
func narrowing(a answer.Answer) string {
	var parts []string
	if a.Narrow.Day > 0 {
		parts = append(parts, fmt.Sprintf("day %d", a.Narrow.Day))
	}
	for _, f := range []struct{ name, value string }{{"track", a.Narrow.Track}, {"speaker", a.Narrow.Speaker}, {"summit", a.Narrow.Summit}} {
		switch {
		case f.value == "":
		case f.name == "summit" && f.value != a.Filter.Summit: // a year among the words
			parts = append(parts, f.value)
		default:
			parts = append(parts, f.name+" "+quote(f.value))
		}
	}
	switch a.Narrow.Kind {
	case summit.Video:
		parts = append(parts, "with a recording")
	case summit.Slides:
		parts = append(parts, "with slides")
	}
	if a.Narrow.Names != "" && a.Kind != answer.ByName {
		parts = append(parts, "by "+strings.Join(a.Narrow.Called(), " or "))
	}
	if len(parts) == 0 {
		return ""
	}
	return "Only " + strings.Join(parts, ", ") + "."
}
