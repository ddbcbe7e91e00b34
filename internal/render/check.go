package render

import (
	"fmt"
	"io"
	"strconv"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/library"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// Check shows how notes files, and files that add to the topics, were understood, for the people who
// write them.
func Check(w io.Writer, l library.Library, st Style) error {
	p := &page{Style: st}
	for _, f := range l.Files {
		p.blank()
		p.checkFile(f)
	}
	for _, f := range l.Talks {
		p.blank()
		p.line(run{}, run{f.Name, bold})
		p.text("", fmt.Sprintf("%s with %s.", count(len(f.Talks), "talk"), count(countLinks(f.Talks), "link")))
	}
	for _, f := range l.Added {
		p.blank()
		p.line(run{}, run{f.Name, bold})
		p.text("", fmt.Sprintf("%s: %d of its own, %s.", count(f.Own+f.Known, "topic"), f.Own, addsTo(f.Known)))
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

func countLinks(talks []summit.Talk) int {
	n := 0
	for _, t := range talks {
		n += len(t.Links)
	}
	return n
}

func addsTo(known int) string {
	if known == 1 {
		return "1 that adds to a known one"
	}
	return fmt.Sprintf("%d that add to known ones", known)
}

func (p *page) checkFile(f library.File) {
	s := f.Summit
	days, speakers, links := map[int]bool{}, 0, 0
	rows := make([][]string, len(s.Sessions))
	for i, session := range s.Sessions {
		if session.Day > 0 {
			days[session.Day] = true
		}
		speakers += len(session.Speakers)
		links += len(session.TalkLinks())
		rows[i] = []string{strconv.Itoa(session.Source.Line), number(session.Day), session.Title,
			strconv.Itoa(summit.Count(session.Notes)), speakerNames(session), linkKinds(session), session.Track}
	}
	p.line(run{}, run{f.Name, bold})
	p.text("", fmt.Sprintf("%s: %s, %s, %s, %s, %s in no session.", s.Name, count(len(s.Sessions), "session"),
		count(len(days), "day"), count(speakers, "speaker"), count(links, "talk link"), count(countWords(s.Preamble), "word")))
	if len(rows) == 0 {
		return
	}
	p.blank()
	p.table(table{columns: []column{
		{header: "line"},
		{header: "day"},
		{header: "title", weight: 2, least: 24},
		{header: "notes", right: true, expends: true},
		{header: "speakers", weight: 1, least: 12, expends: true},
		{header: "links", expends: true},
		{header: "track", weight: 1, least: 12, expends: true},
	}, rows: rows})
}

// countWords counts the words of notes and of those nested in them.
func countWords(notes []summit.Note) int {
	n := 0
	for _, note := range notes {
		n += len(words.Split(note.Text)) + countWords(note.Notes)
	}
	return n
}

// Why shows by which rule each line of a notes file is what it is, and what the rules say.
func Why(w io.Writer, file string, reasons []sessions.Reason, st Style) error {
	p := &page{Style: st}
	rows := make([][]string, len(reasons))
	var rules []string
	says := map[string]string{}
	for i, r := range reasons {
		rows[i] = []string{strconv.Itoa(r.Line), r.Role.String(), r.Rule.Name, r.Text}
		if says[r.Rule.Name] == "" {
			rules = append(rules, r.Rule.Name)
			says[r.Rule.Name] = r.Rule.Says
		}
	}
	p.blank()
	p.line(run{}, run{file + ", line by line", bold})
	p.blank()
	p.table(table{columns: []column{
		{header: "line"}, {header: "is", weight: 1, least: 8}, {header: "rule", weight: 1, least: 8}, {header: "text", weight: 2, least: 16, expends: true},
	}, rows: rows})
	for _, name := range rules {
		p.blank()
		p.line(run{}, run{name, bold})
		p.text("", says[name])
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}
