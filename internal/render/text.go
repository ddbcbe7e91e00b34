// Package render shows answers: to readers as text or as Markdown, to programs as JSON. What it
// writes depends on its arguments alone.
package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/parallel"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// Text writes an answer for a reader at a terminal or behind a pipe.
func Text(w io.Writer, a answer.Answer, st Style) error {
	p := &page{Style: st}
	switch a.Kind {
	case answer.TopicList:
		p.topicList(a)
	case answer.SessionList:
		p.sessionList(a)
	case answer.OneSession:
		p.Full = true
		p.sessions(a)
	default:
		p.head(a)
		p.sessions(a)
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

func (p *page) topicList(a answer.Answer) {
	rows := make([][]string, len(a.Topics))
	for i, t := range a.Topics {
		rows[i] = []string{t.ID, t.Name, strconv.Itoa(len(t.About)), strconv.Itoa(len(t.Mentions))}
	}
	p.table([]column{
		{header: "topic"},
		{header: "name", weight: 1, expends: true},
		{header: "about"},
		{header: "mentions"},
	}, rows)
	p.blank()
	p.text("", fmt.Sprintf("%s for %s, %s.", count(len(a.Topics), "topic"), count(a.Of, "session"), linked(a.OfLinked, a.Of)))
	p.text("", "TIP: Use 'cf summit-notes TOPIC' to see what was said, 'cf help summit-notes' for more.")
}

func (p *page) sessionList(a answer.Answer) {
	if len(a.Sessions) == 0 {
		p.text("", noSession(a))
		return
	}
	short := p.Width > 0 && p.Width < maxText
	rows := make([][]string, len(a.Sessions))
	for i, s := range a.Sessions {
		rows[i] = []string{strconv.Itoa(s.Number), dayColumn(s.Day), s.Title, speakerNames(s.Session), strings.Join(s.TopicIDs(), ", "), linkKinds(s.Session, short)}
	}
	links := withTalkLink(a.Sessions)
	p.table([]column{
		{header: "#"},
		{header: "day"},
		{header: "title", weight: 2},
		{header: "speakers", weight: 1, expends: true},
		{header: "topics", weight: 1, expends: true},
		{header: "links"},
	}, rows)
	p.blank()
	p.text("", fmt.Sprintf("%s, %s.", outOf(len(a.Sessions), a.Of), linked(links, len(a.Sessions))))
	if short && links > 0 {
		p.text("", "links: v video, s slides, c schedule")
	}
	p.text("", "TIP: Use 'cf summit-notes --session NUMBER' to see one whole.")
}

// noSession says why a list of sessions is empty.
func noSession(a answer.Answer) string {
	if a.Of == 0 {
		return "There are no sessions; name some notes with --notes PATH, or leave --no-bundled out."
	}
	return "No session fits."
}

func dayColumn(day int) string {
	if day == 0 {
		return ""
	}
	return strconv.Itoa(day)
}

func speakerNames(s *summit.Session) string {
	var out []string
	for _, speaker := range s.Speakers {
		out = append(out, speaker.Name)
	}
	return strings.Join(out, ", ")
}

// kindLetters stand for the kinds of talk link where there is no room.
var kindLetters = map[summit.Kind]string{summit.Video: "v", summit.Slides: "s", summit.Schedule: "c"}

// linkKinds are the kinds of talk link that a session has, each once, best first.
func linkKinds(s *summit.Session, short bool) string {
	var out []string
	for _, kind := range summit.Kinds {
		for _, l := range s.TalkLinks() {
			if l.Kind != kind {
				continue
			}
			if short {
				out = append(out, kindLetters[kind])
			} else {
				out = append(out, string(kind))
			}
			break
		}
	}
	return strings.Join(out, " ")
}

// head writes what stands above the sessions of an answer.
func (p *page) head(a answer.Answer) {
	for _, t := range a.Topics {
		p.topic(t)
		p.blank()
	}
	p.text("", tally(a))
	for _, t := range a.Hints {
		p.text("", fmt.Sprintf("TIP: Use 'cf summit-notes %s' for the topic %s.", t.ID, t.Name))
	}
}

// tally counts the sessions of an answer and says why they are in it.
func tally(a answer.Answer) string {
	if len(a.Sessions) == 0 {
		return sentence(none(a))
	}
	counted := outOf(len(a.Sessions), a.Of)
	say, bear := verb(len(a.Sessions), "say"), verb(len(a.Sessions), "bear")
	if a.Narrowed {
		fit := verb(len(a.Sessions), "fit")
		say, bear = fit+" and "+say, fit+" and "+bear
	}
	var why string
	switch {
	case a.Fallback:
		why = fmt.Sprintf("no topic is called %s, but %s %s so", quote(a.Query), counted, say)
	case a.Kind == answer.BySearch:
		why = fmt.Sprintf("%s %s %s", counted, say, quote(a.Query))
	case len(a.Topics) > 1:
		why = fmt.Sprintf("%s %s on at least one of these topics", counted, bear)
	default:
		t := a.Topics[0]
		if a.Narrowed {
			counted += " " + verb(len(a.Sessions), "fit")
		}
		why = fmt.Sprintf("%s: %d about %s, %d mentioning it", counted, len(t.About), t.Name, len(t.Mentions))
	}
	return sentence(why + "; " + linked(withTalkLink(a.Sessions), len(a.Sessions)))
}

// none says that nothing was found.
func none(a answer.Answer) string {
	session := "no session"
	if a.Narrowed {
		session += " that fits"
	}
	switch {
	case a.Fallback:
		return fmt.Sprintf("no topic is called %s, and %s says so", quote(a.Query), session)
	case a.Kind == answer.BySearch:
		return fmt.Sprintf("%s says %s", session, quote(a.Query))
	case len(a.Topics) > 1:
		return session + " bears on any of these topics"
	}
	return fmt.Sprintf("%s is about %s or mentions it", session, a.Topics[0].Name)
}

func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:] + "."
}

func withTalkLink(sessions []answer.Session) int {
	n := 0
	for _, s := range sessions {
		if len(s.TalkLinks()) > 0 {
			n++
		}
	}
	return n
}

// outOf counts some of all sessions.
func outOf(n, of int) string {
	if n == of {
		return count(n, "session")
	}
	return fmt.Sprintf("%d of %s", n, count(of, "session"))
}

// verb is what n of something do.
func verb(n int, do string) string {
	if n == 1 {
		return do + "s"
	}
	return do
}

// linked counts the sessions with and without a talk link.
func linked(with, of int) string {
	return fmt.Sprintf("%d with a talk link, %d without", with, of-with)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// quote puts a text in quotes unless it has some.
func quote(text string) string {
	if strings.Contains(text, `"`) {
		return text
	}
	return `"` + text + `"`
}

func (p *page) topic(t answer.Topic) {
	p.line(run{}, run{t.Name, name})
	p.text("", t.Definition)
	p.blank()
	p.field("", "docs", t.Docs...)
	p.field("", "since", t.Since.Text)
	if p.Full {
		p.field("", "sources", t.Since.Sources...)
	}
	if len(t.Related) > 0 {
		p.field("", "related", strings.Join(t.Related, ", "))
	}
}

func (p *page) sessions(a answer.Answer) {
	parts := parallel.Map(len(a.Sessions), func(from, to int) string {
		part := page{Style: p.Style}
		for _, s := range a.Sessions[from:to] {
			part.blank()
			part.session(s, a.Kind)
		}
		return part.out.String()
	})
	for _, part := range parts {
		if part != "" {
			p.blank()
			p.out.WriteString(part)
		}
	}
}

const indent = "    "

func (p *page) session(s answer.Session, kind answer.Kind) {
	number := strconv.Itoa(s.Number)
	marks := merge(s.Marks)
	lead := run{number + strings.Repeat(" ", max(1, len(indent)-len(number))), name}
	p.line(lead, marked(s.Title, marks.Title, bold)...)
	for _, speaker := range s.Speakers {
		if speaker.Name == s.Title {
			speaker.Name = "" // the title says it
		}
		if line := speakerLine(speaker); line != "" {
			p.text(indent, line)
		}
	}
	p.text(indent, place(s.Session))
	if kind == answer.ByTopic {
		p.text(indent, relevance(s))
	}
	if kind == answer.OneSession {
		p.everything(s)
	}
	p.blank()
	p.notes(s, marks, kind)
	p.blank()
	p.links(s.Session)
	if p.Full {
		p.photos(s.Photos)
	}
}

func speakerLine(s summit.Speaker) string {
	var known []string
	for _, part := range []string{s.Name, s.Role, s.Organization} {
		if part != "" {
			known = append(known, part)
		}
	}
	return strings.Join(known, ", ")
}

// place says where in the summit a session was.
func place(s *summit.Session) string {
	out := s.Summit
	switch {
	case s.Day > 0 && s.Date != "":
		out += fmt.Sprintf(", day %d (%s)", s.Day, s.Date)
	case s.Day > 0:
		out += fmt.Sprintf(", day %d", s.Day)
	case s.Date != "":
		out += ", " + s.Date
	}
	if s.Track != "" {
		out += ", " + s.Track
	}
	return out
}

func relevance(s answer.Session) string {
	var out []string
	if len(s.About) > 0 {
		out = append(out, "about "+strings.Join(s.About, ", "))
	}
	if len(s.Mentions) > 0 {
		out = append(out, "mentions "+strings.Join(s.Mentions, ", "))
	}
	return strings.Join(out, "; ")
}

// everything writes what only the answer to --session shows of a session.
func (p *page) everything(s answer.Session) {
	p.blank()
	p.field(indent, "id", s.ID)
	if isRetitled(s.Session) {
		p.field(indent, "noted as", s.Heading)
	}
	if s.Inferred {
		p.field(indent, "inferred", "title and speakers are concluded, not announced anywhere")
	}
	if topics := s.TopicIDs(); len(topics) > 0 {
		p.field(indent, "topics", strings.Join(topics, ", "))
	}
	p.field(indent, "source", fmt.Sprintf("%s:%d", s.Source.File, s.Source.Line))
}

// isRetitled reports whether the title says something else than the heading of the notes.
func isRetitled(s *summit.Session) bool { return strings.TrimRight(s.Heading, " :,;") != s.Title }

// notes writes the notes that belong to the answer, and how many there are besides.
func (p *page) notes(s answer.Session, marks index.Marks, kind answer.Kind) {
	total := summit.Count(s.Notes)
	show := everyNote
	if !p.Full && (kind == answer.BySearch && len(marks.Notes) > 0 || s.Relevance == answer.Mentions) {
		show = bearingNotes(s.Notes, marks)
	}
	position, shown := 0, 0
	var walk func(notes []summit.Note, lead string)
	walk = func(notes []summit.Note, lead string) {
		for _, n := range notes {
			at := position
			position++
			if show(at) {
				p.line(run{text: lead + "• "}, append(marked(n.Text, marks.Notes[at], plain), hiddenLinks(n)...)...)
				shown++
			}
			walk(n.Notes, lead+"  ")
		}
	}
	walk(s.Notes, indent)
	switch {
	case total == 0:
		p.text(indent, "no notes were taken")
	case shown < total:
		p.text(indent, fmt.Sprintf("%d of %s, --full shows all", shown, count(total, "note")))
	}
}

func everyNote(int) bool { return true }

// bearingNotes chooses the notes in which something stands, with those above and below them in
// the tree.
func bearingNotes(notes []summit.Note, marks index.Marks) func(position int) bool {
	chosen := map[int]bool{}
	position := 0
	var walk func(notes []summit.Note, below bool) bool
	walk = func(notes []summit.Note, below bool) bool {
		any := false
		for _, n := range notes {
			at := position
			position++
			hit := len(marks.Notes[at]) > 0
			nested := walk(n.Notes, below || hit)
			chosen[at] = below || hit || nested
			any = any || hit || nested
		}
		return any
	}
	walk(notes, false)
	return func(position int) bool { return chosen[position] }
}

// hiddenLinks are the addresses behind words of a note, which a reader could not see otherwise.
func hiddenLinks(n summit.Note) []run {
	if len(n.Links) == 0 {
		return nil
	}
	visible := map[string]bool{}
	for at := range n.Text {
		visible[addressAt(n.Text[at:], n.Links)] = true
	}
	var out []run
	for _, url := range n.Links {
		if !visible[url] {
			out = append(out, run{" (" + url + ")", plain})
		}
	}
	return out
}

func (p *page) links(s *summit.Session) {
	talk := s.TalkLinks()
	for _, l := range talk {
		p.linkLine(l)
	}
	if len(talk) == 0 {
		p.text(indent, "no talk link known")
	}
	if !p.Full {
		return
	}
	for _, l := range s.Links[len(talk):] {
		p.linkLine(l)
	}
}

func (p *page) linkLine(l summit.Link) { p.field(indent, string(l.Kind), l.URL+remarks(l)) }

// remarks are what there is to say of a link behind its address.
func remarks(l summit.Link) string {
	out := ""
	if l.Label != "" {
		out += " (" + l.Label + ")"
	}
	if l.Inferred {
		out += " (inferred)"
	}
	return out
}

func (p *page) photos(photos []summit.Photo) {
	for _, photo := range photos {
		line := photo.URL
		if !photo.Available {
			line += " (not available)"
		}
		p.field(indent, "photo", line)
	}
}

// merge puts the marks of several topics together.
func merge(all []index.Marks) index.Marks {
	out := index.Marks{Notes: map[int][]index.Span{}}
	for _, m := range all {
		out.Title = mergeSpans(out.Title, m.Title)
		for at, spans := range m.Notes {
			out.Notes[at] = mergeSpans(out.Notes[at], spans)
		}
	}
	return out
}
