package render

import (
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/library"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// Check shows how notes files and topics files were read, for their authors.
func Check(w io.Writer, l library.Library, st Style) error {
	p := &page{Style: st}
	for _, f := range l.Files {
		p.blank()
		p.checkFile(f)
	}
	for _, f := range l.Talks {
		p.blank()
		p.line(run{}, run{f.Name, bold})
		p.text("", fmt.Sprintf("%s with %s.", words.Count(len(f.Talks), "talk"), words.Count(countLinks(f.Talks), "link")))
	}
	for _, f := range l.Added {
		p.blank()
		p.line(run{}, run{f.Name, bold})
		p.text("", fmt.Sprintf("%s: %d new, %d extended.", words.Count(f.Own+f.Known, "topic"), f.Own, f.Known))
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

// checkFile writes one line about a notes file, then advice, then the list of its sessions.
func (p *page) checkFile(f library.File) {
	s := f.Summit
	rows := make([][]string, len(s.Sessions))
	for i, session := range s.Sessions {
		rows[i] = []string{strconv.Itoa(session.Source.Line), number(session.Day), session.Title,
			strconv.Itoa(summit.Count(session.Notes)), speakerNames(session), linkKinds(session), session.Track}
	}
	c := countsOf(s)
	stem := path.Base(filepath.ToSlash(f.Name))
	stem = strings.TrimSuffix(stem, path.Ext(stem))
	p.line(run{}, run{f.Name, bold}, run{": " + c.line(s.Name, stem), plain})
	for _, a := range c.advice(stem) {
		p.text("", a)
	}
	if len(rows) == 0 {
		return
	}
	p.blank()
	p.table(table{columns: []column{
		{header: "line"},
		{header: "day"},
		{header: "title", weight: 2, least: 22},
		{header: "notes", right: true, expends: true},
		{header: "speakers", weight: 1, least: 14, expends: true},
		{header: "links", expends: true},
		{header: "track", weight: 1, least: 12, expends: true},
	}, rows: rows})
}

// counts are the numbers in the line about a notes file.
type counts struct{ sessions, days, dates, speakers, links, bare, others int }

func countsOf(s *summit.Summit) counts {
	c := counts{sessions: len(s.Sessions), others: countWords(s.Preamble)}
	days, dates, speakers := map[int]bool{0: true}, map[string]bool{"": true}, map[string]bool{}
	for _, session := range s.Sessions {
		days[session.Day], dates[session.Date] = true, true
		for _, who := range session.Speakers {
			speakers[who.Name] = true
		}
		c.links += len(session.TalkLinks())
		if len(session.Notes) == 0 {
			c.bare++
		}
	}
	c.days, c.dates, c.speakers = len(days)-1, len(dates)-1, len(speakers)
	return c
}

// line is the line about the notes of an event. The event is not named if it has the name of the
// file.
func (c counts) line(event, stem string) string {
	what := words.Count(c.sessions, "session")
	if event != stem {
		what += " of " + event
	}
	switch {
	case c.days > 0:
		what += " in " + words.Count(c.days, "day")
	case c.dates > 0:
		what += " on " + words.Count(c.dates, "date")
	}
	what += ", " + words.Count(c.speakers, "speaker") + ", " + words.Count(c.links, "talk link")
	if c.others > 0 {
		what += ", " + words.Count(c.others, "word") + " in no session"
	}
	return what
}

// advice tells what would make a file read better, one text each. A README needs no session.
func (c counts) advice(stem string) (out []string) {
	if c.sessions == 0 {
		if c.others > 0 && !strings.EqualFold(stem, "readme") {
			out = append(out, `no sessions found: write "## TITLE" above the notes of each talk`)
		}
		return out
	}
	if c.speakers == 0 {
		out = append(out, `no speakers found: write "Speaker: NAME" below a title`)
	}
	switch {
	case c.days+c.dates > 0:
	case c.sessions == 1:
		out = append(out, "no date found: begin the name of the file with it, as 2016-05-24-"+stem+".md")
	default:
		out = append(out, `no dates found: write "## Day 1, 2016-05-24" above the talks of a day`)
	}
	if c.links == 0 {
		out = append(out, `no talk links found: write "Video: ADDRESS" or "Slides: ADDRESS" below a title`)
	}
	if 2*c.bare > c.sessions {
		out = append(out, fmt.Sprintf("%d of %s without notes: write them below the title; --why shows which lines are titles", c.bare, words.Count(c.sessions, "session")))
	}
	return out
}

// countWords counts the words of notes, nested notes included. An address without words is one.
func countWords(notes []summit.Note) int {
	n := 0
	for _, note := range notes {
		n += max(len(words.Split(note.Text)), len(note.Links)) + countWords(note.Notes)
	}
	return n
}
