package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// topicList writes the topics with their counts and their other names.
func (p *page) topicList(a answer.Answer) {
	p.narrowing(a)
	var rows [][]string
	for _, t := range a.Topics {
		rows = append(rows, []string{t.ID, number(len(t.About) + len(t.Mentions)), number(t.Talks), strings.Join(t.Aliases, ", ")})
	}
	p.table(table{
		columns: []column{
			{header: "topic"},
			{header: "sessions", right: true, expends: true},
			{header: "talks", right: true, expends: true},
			{header: "also found by", weight: 1, least: 12, expends: true, cut: true, list: true},
		},
		rows: rows,
	})
	p.blank()
	if len(a.NoTopic) > 0 {
		runs := []run{{"Sessions without a topic: ", dim}}
		for i, s := range a.NoTopic {
			if i > 0 {
				runs = append(runs, run{"; ", dim})
			}
			runs = append(runs, run{strconv.Itoa(s.Number), name}, run{" " + s.Title, dim})
		}
		p.line(run{}, append(runs, run{".", dim})...)
	}
	if len(a.Topics) > 0 {
		p.labelled("", "next", labelWidth, run{"cf summit-notes " + richest(a.Topics).ID, name}, run{" or ", plain}, run{"cf summit-notes --list-sessions", name})
	}
}

// richest is the topic with the most sessions and talks.
func richest(topics []answer.Topic) answer.Topic {
	return slices.MaxFunc(topics, func(a, b answer.Topic) int {
		return len(a.About) + len(a.Mentions) + a.Talks - len(b.About) - len(b.Mentions) - b.Talks
	})
}

// number is a number in a column; empty for 0, so that the others are easy to see.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// sessionList writes the sessions under a head for each day.
func (p *page) sessionList(a answer.Answer) {
	p.narrowing(a)
	if len(a.Sessions) == 0 {
		return
	}
	if p.Width > 0 && p.Width < narrowList {
		p.stackedSessions(a)
	} else {
		p.sessionTable(a)
	}
	p.blank()
	watch, announced := linkCounts(a.Sessions)
	line := fmt.Sprintf("%s: %d with a recording or slides", outOf(len(a.Sessions), a.Of), watch)
	if announced > 0 {
		line += fmt.Sprintf(", %d more with a schedule page", announced)
	}
	p.explain("", words.Sentence(line))
}

// nextOfList writes what can be asked after a list of sessions.
func (p *page) nextOfList(a answer.Answer) {
	if len(a.Sessions) > 0 {
		p.labelled("", "next", labelWidth, run{fmt.Sprintf("cf summit-notes %d", a.Sessions[0].Number), name})
	}
}

// narrowList is the least width for a list of sessions in columns.
const narrowList = 80

// stackedSessions writes the title of each session above the rest, on a page too narrow for columns.
func (p *page) stackedSessions(a answer.Answer) {
	day := ""
	for _, s := range a.Sessions {
		if head := dayHead(s.Session, a.Summits); head != day {
			day = head
			p.head(head)
		}
		p.titled(s, explained(firstSpeaker(s.Session, a.Narrow), linkKinds(s.Session)))
	}
}

func (p *page) sessionTable(a answer.Answer) {
	t := table{columns: []column{
		{},
		{weight: 19, least: 60}, // on a page of 80 columns the three have 38, 26 and 8
		{weight: 13, least: 36},
		{weight: 4, least: 12},
		{weight: 10, least: 24, expends: true, cut: true, list: true},
		{weight: 20, least: 50, expends: true, cut: true},
	}}
	day := ""
	for _, s := range a.Sessions {
		head := dayHead(s.Session, a.Summits)
		if head == day {
			head = ""
		} else {
			day = head
		}
		t.heads = append(t.heads, head)
		t.rows = append(t.rows, []string{strconv.Itoa(s.Number), s.Title, firstSpeaker(s.Session, a.Narrow), linkKinds(s.Session),
			strings.Join(s.TopicIDs, ", "), s.Summary})
	}
	p.table(t)
}

// dayHead is the day of a session, with the summit if there are several or the day is unknown.
func dayHead(s *summit.Session, summits int) string {
	day := ""
	if s.Day > 0 {
		day = fmt.Sprintf("day %d", s.Day)
	}
	if summits > 1 || day == "" && s.Date == "" {
		return joinFilled(", ", s.Summit, day, s.Date)
	}
	return words.Capital(joinFilled(", ", day, s.Date))
}

// firstSpeaker is the first speaker whom a filter asks for, with the organisation, and the number of
// the others. A name that the title repeats is omitted.
func firstSpeaker(s *summit.Session, asked answer.Filter) string {
	if len(s.Speakers) == 0 {
		return ""
	}
	first := s.Speakers[asked.First(s.Speakers)]
	if first.Name == s.Title {
		return joinFilled(", ", first.Organization)
	}
	more := ""
	if n := len(s.Speakers) - 1; n > 0 {
		more = fmt.Sprintf(" +%d", n)
	}
	return joinFilled(", ", first.Name, first.Organization) + more
}

// speakerNames are the names of all speakers. A name that the title repeats is omitted.
func speakerNames(s *summit.Session) string {
	var out []string
	for _, speaker := range s.Speakers {
		if speaker.Name != s.Title {
			out = append(out, speaker.Name)
		}
	}
	return strings.Join(out, ", ")
}

// linkKinds are the kinds of talk links of a session, each once, best first. A schedule page counts
// only if there is nothing to watch or read.
func linkKinds(s *summit.Session) string {
	var out []string
	for _, l := range s.TalkLinks() {
		kind := string(l.Kind)
		if len(out) == 0 || out[len(out)-1] != kind && l.Kind != summit.Schedule {
			out = append(out, kind)
		}
	}
	return strings.Join(out, " ")
}

// linkCounts counts the sessions with a recording or slides, and the others with a schedule page.
func linkCounts(sessions []answer.Session) (watch, announced int) {
	for _, s := range sessions {
		switch talk := s.TalkLinks(); {
		case len(talk) == 0:
		case talk[0].Kind.IsWatchable():
			watch++
		default:
			announced++
		}
	}
	return watch, announced
}

// outOf counts some of all sessions.
func outOf(n, of int) string {
	if n == of {
		return words.Count(n, "session")
	}
	return fmt.Sprintf("%d of %s", n, words.Count(of, "session"))
}
