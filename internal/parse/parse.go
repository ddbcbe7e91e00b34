// Package parse reads notes of a summit, written in Markdown by people in a hurry, into sessions.
// It goes by rules and knows no notes file: document.go tells how Markdown is read, outline.go
// which blocks are days, tracks and sessions, heading.go and people.go how a heading is parted
// into title and speakers.
package parse

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// Notes reads one notes file. The variables are the values of its Liquid tags, by name; a tag
// without a value becomes nothing. The sessions of the result are in the order of the file and
// have neither Number nor ID, which count over all files. Every fault has the form
// `file:line: what is wrong`.
func Notes(file string, source []byte, variables map[string]string) (*summit.Summit, error) {
	if err := checkText(file, source); err != nil {
		return nil, err
	}
	source = bytes.ReplaceAll(bytes.TrimPrefix(source, []byte("\uFEFF")), []byte("\r\n"), []byte("\n"))
	front, body, err := cutFrontMatter(file, source)
	if err != nil {
		return nil, err
	}
	blocks := readMarkdown([]byte(resolveLiquid(string(body), variables)))
	w := writer{
		outline: newOutline(blocks, yearOf(front, blocks)),
		file:    file,
		summit:  &summit.Summit{Name: front.Title},
	}
	w.write()
	return w.summit, nil
}

// checkText refuses what is no text, naming the first line that is none.
func checkText(file string, source []byte) error {
	fault := func(at int, what string) error {
		return fmt.Errorf("%s:%d: %s", file, 1+bytes.Count(source[:at], []byte("\n")), what)
	}
	if at := bytes.IndexByte(source, 0); at >= 0 {
		return fault(at, "a NUL byte, so this is no text file")
	}
	if utf8.Valid(source) {
		return nil
	}
	at := 0
	for at < len(source) {
		r, size := utf8.DecodeRune(source[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return fault(at, "not UTF-8; save the notes in that encoding")
}

var yearIn = lazy(`\b(19|20)\d\d\b`)

// yearOf is the year that the notes name at their head; 0 when they name none.
func yearOf(front frontMatter, blocks []block) int {
	head := []string{front.Title, front.Date}
	if len(blocks) > 0 && blocks[0].kind == heading {
		head = append(head, plain(blocks[0].text))
	}
	year, _ := strconv.Atoi(yearIn().FindString(strings.Join(head, " ")))
	return year
}

// A writer goes through an outline once and fills the summit.
type writer struct {
	outline
	file    string
	summit  *summit.Summit
	titles  []*title        // of the summit's sessions, in order
	session *summit.Session // that is open; nil below the title of the file, a day or a track
	body    []block         // of that session, or what stands in none
	day     day
	days    int // how many days have been opened
	track   string
	trackAt int // heading level of the track
}

func (w *writer) write() {
	for i := range w.blocks {
		switch l := &w.blocks[i]; {
		case w.isTitle(i):
			w.open(l)
		case l.kind == heading:
			w.heading(i)
		default:
			w.body = append(w.body, l.block)
		}
	}
	w.close()
	settleOrganizations(w.titles)
	for i, t := range w.titles {
		s := w.summit.Sessions[i]
		s.Heading, s.Title, s.Speakers = t.heading, t.title, t.speakers
		s.Links = append(t.links, references(s.Notes)...)
	}
	w.summit.Name = summitName(w.summit.Name, w.file)
}

func (w *writer) heading(i int) {
	l := &w.blocks[i]
	switch {
	case l.plain == "":
		w.body = append(w.body, l.block)
	case l.isDay:
		w.leave(l)
		w.openDay(l.day)
	case w.isSummit(i):
		w.leave(l)
		w.summit.Name = l.plain
	case l.level > w.level && w.level > 0 && len(w.titles) > 0:
		w.body = append(w.body, l.block)
	case l.level == w.level || w.hasNotes(i):
		if l.level <= w.trackAt {
			w.track = ""
		}
		w.open(l)
	default:
		w.leave(l)
		w.track, w.trackAt = l.plain, l.level
	}
}

// isSummit reports whether heading i is the title of the whole file.
func (w *writer) isSummit(i int) bool {
	first := slices.IndexFunc(w.blocks, func(l line) bool { return l.kind == heading })
	return i == first && w.blocks[i].level == 1 && w.level != 1
}

func (w *writer) openDay(d day) {
	w.days++
	if d.number == 0 {
		d.number = w.days
	}
	w.day, w.track, w.trackAt = d, "", 0
}

func (w *writer) open(l *line) {
	w.close()
	w.titles = append(w.titles, l.readTitle())
	w.session = &summit.Session{
		Day: w.day.number, Date: w.day.date, Track: w.track,
		Photos: photos(l.text),
		Source: summit.Source{File: w.file, Line: l.line},
	}
	w.summit.Sessions = append(w.summit.Sessions, w.session)
}

// leave ends the session that is open: heading l does not belong to it, nor does what follows.
func (w *writer) leave(l *line) {
	w.close()
	w.session = nil
	w.summit.Photos = append(w.summit.Photos, photos(l.text)...)
}

// close gives the blocks gathered so far to the session that is open.
func (w *writer) close() {
	notes, photos := &w.summit.Preamble, &w.summit.Photos
	if w.session != nil {
		notes, photos = &w.session.Notes, &w.session.Photos
	}
	*notes = append(*notes, sectionNotes(w.body, photos)...)
	w.body = nil
}

// sectionNotes turns blocks into notes; a heading has what follows it nested below, up to the next
// heading of its level.
func sectionNotes(blocks []block, photos *[]summit.Photo) []summit.Note {
	var notes []summit.Note
	for i := 0; i < len(blocks); i++ {
		if blocks[i].kind != heading {
			notes = addBlock(blocks[i], notes, photos)
			continue
		}
		end := i + 1
		for end < len(blocks) && (blocks[end].kind != heading || blocks[end].level > blocks[i].level) {
			end++
		}
		note, ok := textNote(blocks[i], photos)
		nested := sectionNotes(blocks[i+1:end], photos)
		if ok {
			note.Notes = nested
			nested = []summit.Note{note}
		}
		notes = append(notes, nested...)
		i = end - 1
	}
	return notes
}

var aboutNotes = lazy(`(?i)^notes (?:from|of|on)( the)? |[\s:–—-]+notes$`)

// summitName is the name of the event without the word that these are notes of it; a file that
// names none is named by itself.
func summitName(title, file string) string {
	if name := strings.TrimSpace(aboutNotes().ReplaceAllString(strings.TrimSpace(title), "")); name != "" {
		return name
	}
	return strings.TrimSuffix(path.Base(file), path.Ext(file))
}
