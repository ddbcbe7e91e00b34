package render

import (
	"fmt"
	"io"
	"strconv"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/library"
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
	for _, f := range l.Added {
		p.blank()
		p.line(run{}, run{f.Name, name})
		p.text("", fmt.Sprintf("%s: %d of its own, %s.", count(f.Own+f.Known, "topic"), f.Own, addsTo(f.Known)))
	}
	_, err := io.WriteString(w, p.out.String())
	return err
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
		rows[i] = []string{strconv.Itoa(session.Source.Line), dayColumn(session.Day), session.Title, speakerNames(session),
			session.Track, strconv.Itoa(summit.Count(session.Notes)), linkKinds(session, p.Width > 0 && p.Width < maxText)}
	}
	p.line(run{}, run{f.Name, name})
	p.text("", fmt.Sprintf("%s: %s, %s, %s, %s, %s in no session.", s.Name, count(len(s.Sessions), "session"),
		count(len(days), "day"), count(speakers, "speaker"), count(links, "talk link"), count(countWords(s.Preamble), "word")))
	if len(rows) == 0 {
		return
	}
	p.blank()
	p.table([]column{
		{header: "line"},
		{header: "day"},
		{header: "title", weight: 2},
		{header: "speakers", weight: 1, expends: true},
		{header: "track", weight: 1, expends: true},
		{header: "notes"},
		{header: "links"},
	}, rows)
}

// countWords counts the words of notes and of those nested in them.
func countWords(notes []summit.Note) int {
	n := 0
	for _, note := range notes {
		n += len(words.Split(note.Text)) + countWords(note.Notes)
	}
	return n
}
