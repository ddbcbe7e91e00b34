package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

const indent = "    "

// group writes the sessions of a group.
func (p *page) group(g group, a answer.Answer) {
	more, rest := p.hidden(g, a), ""
	if more == len(g.sessions) {
		p.blank()
		rest = " " + strings.ToLower(g.head)
	} else {
		p.head(g.head)
	}
	g.sessions = g.sessions[:len(g.sessions)-more]
	listings := make([]*listing, len(g.sessions))
	var whole []*listing
	for i := range g.sessions {
		s := &g.sessions[i]
		listings[i] = listNotes(s.Notes, merge(s.Marks))
		switch {
		case p.Full:
			listings[i].choose(len(listings[i].notes))
		case g.isWhole(s):
			whole = append(whole, listings[i])
		}
	}
	share(whole)
	for i, s := range g.sessions {
		if i > 0 && (g.whole || p.Full) {
			p.blank()
		}
		p.titled(s, who(s, a))
		if g.isWhole(&s) || p.Full {
			p.links(s.TalkLinks())
			p.text(indent, s.Summary)
			p.notes(listings[i])
		} else {
			p.mention(s, listings[i])
		}
		if p.Full {
			p.photos(s.Photos)
		}
	}
	if more > 0 {
		p.line(run{}, append([]run{{fmt.Sprintf("%d more%s: ", more, rest), dim}}, topicCommands(a)...)...)
	}
}

// hidden is how many sessions of a group are counted and not shown: those behind the nearest if all
// bear on a part of the question only, and all if others bear on more. A single one takes no more room
// than its count.
func (p *page) hidden(g group, a answer.Answer) int {
	more := len(g.sessions) - nearest
	if g.counted {
		more = len(g.sessions)
	}
	isPart := a.Near || a.Kind == answer.ByTopic && len(a.Topics) > 1
	if isPart && !g.whole && !p.Full && more > 1 {
		return more
	}
	return 0
}

// nearest is how many sessions an answer shows that bear on a part of the question only.
const nearest = 3

// topicCommands ask for each topic of an answer alone.
func topicCommands(a answer.Answer) []run {
	var out []run
	alone := answer.Answer{Kind: answer.ByTopic, Filter: a.Filter, Narrow: a.Filter}
	for i := range a.Topics {
		alone.Topics = a.Topics[i : i+1]
		out = append(out, run{" or ", plain}, run{"cf summit-notes " + alone.Command(), name})
	}
	return out[1:]
}

// shortNote is the length in bytes of a note that fits a row of most terminals.
const shortNote = 72

// mention writes one note that matches, a short one if possible, and the recording or the slides.
func (p *page) mention(s answer.Session, l *listing) {
	chosen := -1
	for i, n := range l.notes {
		if len(n.spans) > 0 && (chosen < 0 || len(l.notes[chosen].Text) > shortNote && len(n.Text) <= shortNote) {
			chosen = i
		}
	}
	if chosen >= 0 {
		p.note(l.notes[chosen], 0)
	}
	if talk := s.TalkLinks(); len(talk) > 0 && talk[0].Kind.IsWatchable() {
		talk[0].Label = ""
		p.links(talk[:1])
	}
}

// title writes the number and the title of a session, followed by runs.
func (p *page) title(s answer.Session, who ...run) {
	number := strconv.Itoa(s.Number)
	lead := run{number + strings.Repeat(" ", max(1, len(indent)-len(number))), name}
	runs := marked(s.Title, merge(s.Marks).Title, bold, boldMatch)
	if len(who) > 0 {
		runs = append(runs, run{", ", plain})
	}
	p.line(lead, append(runs, who...)...)
}

// titled writes the title, then other details. They share a line if the title is the name of the
// speaker.
func (p *page) titled(s answer.Session, who []run) {
	if len(s.Speakers) == 1 && s.Speakers[0].Name == s.Title {
		p.title(s, who...)
		return
	}
	p.title(s)
	if len(who) > 0 {
		p.line(run{text: indent}, who...)
	}
}

// who names the speakers and the day. A speaker in the title is not named again.
func who(s answer.Session, a answer.Answer) []run {
	var when []string
	if a.Summits > 1 {
		when = append(when, s.Summit)
	}
	switch {
	case s.Day > 0:
		when = append(when, fmt.Sprintf("day %d", s.Day))
	case s.Date != "":
		when = append(when, s.Date)
	}
	when = append(when, relevance(s, a))
	return explained(speakersLine(s.Speakers, s.Title), joinFilled(", ", when...))
}

// explained is a text and an explanation, with a comma between them. Either may be empty.
func explained(text, explanation string) []run {
	var out []run
	if text != "" {
		out = append(out, run{text, plain})
	}
	if text != "" && explanation != "" {
		explanation = ", " + explanation
	}
	if explanation != "" {
		out = append(out, run{explanation, dim})
	}
	return out
}

// relevance names the topics of a session. If the answer has a single one, the head above the
// session says it.
func relevance(s answer.Session, a answer.Answer) string {
	var out []string
	if len(a.Topics) < 2 {
		return ""
	}
	if len(s.About) > 0 {
		out = append(out, "about "+words.List(s.About, "and"))
	}
	if len(s.Mentions) > 0 {
		out = append(out, "mentions "+words.List(s.Mentions, "and"))
	}
	return strings.Join(out, ", ")
}

// notes writes the chosen notes and the number of the others.
func (p *page) notes(l *listing) {
	for _, n := range l.notes {
		if n.shown {
			p.note(n, n.depth)
		}
	}
	if hidden := l.hidden(); hidden > 0 {
		p.explain(indent, words.Count(hidden, "more note"))
	}
}

func (p *page) note(n listed, depth int) {
	if p.isNarrow() {
		depth = min(depth, p.Width/8)
	}
	lead := indent + strings.Repeat("  ", depth) + p.sign("• ", "* ")
	p.line(run{text: lead}, append(marked(n.Text, n.spans, plain, match), hiddenLinks(*n.Note)...)...)
}

// hiddenLinks are the addresses of a note that its text does not show.
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

// wholeSession writes everything known of a session: its notes, its links, and its source.
func (p *page) wholeSession(s answer.Session) {
	p.title(s)
	if slices.ContainsFunc(s.Speakers, func(s summit.Speaker) bool { return s.Role != "" }) {
		for _, speaker := range s.Speakers {
			if speaker.Name == s.Title {
				speaker.Name = ""
			}
			p.text(indent, joinFilled(", ", speaker.Name, speaker.Role, speaker.Organization))
		}
	} else {
		p.text(indent, speakersLine(s.Speakers, s.Title))
	}
	p.explain(indent, place(s.Session))
	p.text(indent, s.Summary)
	p.blank()
	l := listNotes(s.Notes, index.Marks{})
	l.choose(len(l.notes))
	p.notes(l)
	if len(l.notes) == 0 {
		p.explain(indent, "No notes were taken.")
	}
	p.blank()
	p.linksAt(indent, wholeLabels, s.Links)
	p.blank()
	p.bookkeeping(s)
	if p.Full {
		p.photos(s.Photos)
	}
}

// wholeLabels is the width of the label column of a whole session.
const wholeLabels = len("reference") + 2

// place is the day, the date and the track of a session.
func place(s *summit.Session) string {
	day := ""
	if s.Day > 0 {
		day = fmt.Sprintf("day %d", s.Day)
	}
	return joinFilled(", ", s.Summit, day, s.Date, s.Track)
}

func (p *page) bookkeeping(s answer.Session) {
	fields := []field{{"id", []string{s.ID}}}
	if isRetitled(s.Session) {
		fields = append(fields, field{"noted as", []string{s.Heading}})
	}
	if s.Inferred {
		fields = append(fields, field{"inferred", []string{"title and speakers are inferred, not announced anywhere"}})
	}
	p.fields(indent, wholeLabels, fields...)
	if len(s.TopicIDs) > 0 {
		p.labelled(indent, "topics", wholeLabels, typed(s.TopicIDs)...)
	}
	fields = []field{{"source", []string{fmt.Sprintf("%s:%d", s.Source.File, s.Source.Line)}}}
	if !p.Full && len(s.Photos) > 0 {
		fields = append(fields, field{"photos", []string{photosRow(s.Photos)}})
	}
	p.fields(indent, wholeLabels, fields...)
}

// photosRow counts photos, and tells how to see the addresses of those that are available.
func photosRow(photos []summit.Photo) string {
	stored := 0
	for _, photo := range photos {
		if photo.Available {
			stored++
		}
	}
	switch stored {
	case 0:
		return fmt.Sprintf("%d, stored nowhere", len(photos))
	case len(photos):
		return fmt.Sprintf("%d, addresses with --full", len(photos))
	}
	return fmt.Sprintf("%d, addresses of %d with --full, the others are stored nowhere", len(photos), stored)
}

// photos writes the addresses of the available photos.
func (p *page) photos(photos []summit.Photo) {
	var addresses []string
	for _, photo := range photos {
		if photo.Available {
			addresses = append(addresses, photo.URL)
		}
	}
	p.fields(indent, labelWidth, field{"photos", addresses})
	if missing := len(photos) - len(addresses); missing > 0 {
		p.explain(indent, fmt.Sprintf("%s %s stored nowhere", words.Count(missing, "photo"), words.Are(missing)))
	}
}

// isRetitled reports whether the title differs from the heading of the notes.
func isRetitled(s *summit.Session) bool { return strings.TrimRight(s.Heading, " :,;") != s.Title }

// merge unites the marks of several topics.
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
