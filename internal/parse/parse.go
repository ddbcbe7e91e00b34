// Package parse reads notes of a summit, written in Markdown by people in a hurry, into sessions.
// It goes by rules and knows no notes file: document.go and plainline.go tell how Markdown is read,
// html.go and liquid.go what else stands in it, outline.go which blocks are days, tracks and sessions
// and table.go which rows are, day.go and date.go how a heading is read as a day, heading.go and
// people.go how one is parted into title and speakers, byline.go and medialine.go which lines below it
// name speakers and talk links, frontmatter.go what the head of a file may say.
package parse

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// Notes reads one notes file. The variables are the values of its Liquid tags, by name; a tag
// without a value becomes nothing. The sessions of the summit are in the order of the file and
// have neither Number nor ID, which count over all files. Every fault has the form
// `file:line: what is wrong` and costs no more than its spot; the summit is nil only where the
// source is no text.
func Notes(file string, source []byte, variables map[string]string) (s *summit.Summit, faults []error) {
	if err := checkText(file, source); err != nil {
		return nil, []error{err}
	}
	text := unixLines(strings.TrimPrefix(string(source), "\uFEFF"))
	front, body, above, faults := cutFrontMatter(file, text)
	body = resolveLiquid(body, variables)
	if rest := source[max(0, len(source)-len(body)):]; string(rest) == body {
		source = rest
	} else {
		source = []byte(body)
	}
	r := readers.Get().(*reader)
	defer readers.Put(r)
	blocks := mend(r.read(source, body, above))
	if u := r.unclosed; u.what != "" {
		faults = append(faults, fmt.Errorf("%s:%d: this %s is never closed, so all that follows is part of it; close it", file, u.line, u.what))
	}
	w := writer{
		outline: newOutline(r.lines.take(len(blocks)), blocks, front, yearOf(front, blocks)),
		front:   front,
		file:    file,
		summit:  &summit.Summit{},
	}
	w.write()
	return w.summit, faults
}

// unixLines is a text in which every line ends in the same way.
func unixLines(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// readers are kept for the next files.
var readers = sync.Pool{New: func() any { return newReader() }}

// checkText refuses what is no text, naming the first line that is none.
func checkText(file string, source []byte) error {
	fault := func(at int, what string) error {
		return fmt.Errorf("%s:%d: %s", file, 1+bytes.Count(source[:at], []byte("\n")), what)
	}
	if bytes.HasPrefix(source, []byte{0xFF, 0xFE}) || bytes.HasPrefix(source, []byte{0xFE, 0xFF}) {
		return fault(0, "UTF-16; save the notes as UTF-8")
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
	head := []string{front.Event, front.Title, front.Date}
	if len(blocks) > 0 && blocks[0].kind == heading {
		head = append(head, plain(blocks[0].text))
	}
	year, _ := strconv.Atoi(yearIn().FindString(strings.Join(head, " ")))
	return year
}

// A writer goes through an outline once and fills the summit.
type writer struct {
	outline
	front   frontMatter
	file    string
	summit  *summit.Summit
	titles  []*title        // of the summit's sessions, in order
	session *summit.Session // that is open; nil below the title of the file, a day or a track
	body    []block         // of that session, or what stands in none
	day     day
	days    days  // that have been opened
	track   *line // that is open; nil where none is
	used    bool  // a session stands in it
}

func (w *writer) write() {
	w.begin()
	for i := range w.blocks {
		switch l := &w.blocks[i]; l.role {
		case opensDay:
			w.leave(l)
			w.openDay(l)
		case opensNotes:
			w.openNotes(l)
		case namesSummit:
			w.leave(l)
			w.nameSummit(l.plain)
			if w.front.Event != "" {
				w.body = append(w.body, block{kind: verbatim, text: l.text})
			}
		case opensTrack:
			w.leave(l)
			w.openTrack(l)
		case opensSession:
			w.openHeading(l)
		case standsAside:
			w.leave(l)
			w.body = append(w.body, l.asText())
		case listsTalks:
			w.openTalks(l.block)
		case noted:
			w.body = append(w.body, l.asText())
		}
	}
	w.close()
	w.openTrack(nil)
	w.readAgendas()
	settleNames(w.titles)
	settleOrganizations(w.titles)
	for i, t := range w.titles {
		s := w.summit.Sessions[i]
		s.Heading, s.Title, s.Speakers = t.heading, t.title, t.speakers
		s.Links = withLinks(t.links, references(s.Notes))
	}
	w.summit.Name = summitName(cmp.Or(w.front.Event, w.summit.Name), w.file)
}

// begin takes what the front matter says. It is the title of the one session of a file that has no
// heading for it.
func (w *writer) begin() {
	switch {
	case !w.single:
		w.nameSummit(w.front.Title)
	case w.top < 0:
		t := readHeading([]span{{text: w.front.Title}})
		w.open(&t, 1)
	}
}

// nameSummit reads the name of the summit, and the day that may stand behind it. A date in it is that
// of all sessions where no heading is a day.
func (w *writer) nameSummit(name string) {
	name = cutAttributes(name)
	if at := strings.LastIndexAny(name, "-–—:,|("); at > 0 {
		_, size := utf8.DecodeRuneInString(name[at:])
		before := strings.TrimRight(name[:at], trailing)
		if d, ok := readDay(strings.TrimRight(name[at+size:], ") "), 0); ok && d.number > 0 && before != "" {
			name, w.day = before, w.days.settle(d)
		}
	}
	if on := dateOf(name); on != "" && !w.hasDays() {
		w.day = day{date: on}
	}
	w.summit.Name = name
}

// openDay begins a day. One that has no number is a track by its name, unless it stands in a track.
func (w *writer) openDay(l *line) {
	w.settleDay(l)
	switch {
	case l.day.zeroth && w.track == nil:
		w.openTrack(l)
	case l.day.zeroth || l.day.more:
		w.body = append(w.body, block{kind: verbatim, text: l.text})
	}
}

func (w *writer) settleDay(l *line) {
	w.day = w.days.settle(l.day)
	if w.track != nil && l.level <= w.track.level {
		w.openTrack(nil)
	}
}

// openNotes begins a day that is a session itself. Its heading as written is the title.
func (w *writer) openNotes(l *line) {
	w.close()
	w.session = nil
	w.settleDay(l)
	l.title = &title{heading: l.plain, title: noMarks(l.plain), links: l.readTitle().links}
	w.openHeading(l)
}

// openTrack begins a track, or none. The name of one without a session is kept as a note.
func (w *writer) openTrack(l *line) {
	if w.track != nil && !w.used {
		w.summit.Preamble = append(w.summit.Preamble, summit.Note{Text: w.track.plain})
	}
	w.track, w.used = l, false
}

func (w *writer) openHeading(l *line) {
	if w.track != nil && l.level > 0 && l.level <= w.track.level {
		w.openTrack(nil)
	}
	w.open(l.readTitle(), int(l.line))
	w.session.Photos = photos(l.text)
	if len(l.rest) > 0 {
		w.body = append(w.body, block{kind: paragraph, text: l.rest})
	}
}

func (w *writer) open(t *title, at int) {
	w.close()
	w.titles = append(w.titles, t)
	w.session = &summit.Session{
		Day: w.day.number, Date: w.day.date,
		Source: summit.Source{File: w.file, Line: at},
	}
	if w.track != nil {
		w.session.Track, w.used = w.track.plain, true
	}
	if w.single {
		w.front.describe(w.session, t)
	}
	w.summit.Sessions = append(w.summit.Sessions, w.session)
}

// openTalks makes a session of each bullet of a list, or of each row of a table. A bullet may be a
// day, with its sessions nested below.
func (w *writer) openTalks(b block) {
	if b.kind == table {
		w.body = append(w.body, block{kind: verbatim, text: rowText(b.items[0].blocks)})
		for _, talk := range talksOf(b) {
			if talk.title != nil {
				w.open(talk.title, int(talk.line))
				w.session.Photos = photos(rowText(talk.cells))
				w.session.Date = cmp.Or(talk.date, w.session.Date)
			}
			w.body = append(w.body, talk.notes...)
		}
	} else {
		for _, it := range b.items {
			w.openBullet(it)
		}
	}
	w.close()
	w.session = nil
}

func (w *writer) openBullet(it item) {
	if len(it.blocks) == 0 || it.blocks[0].kind != paragraph || plain(it.blocks[0].text) == "" {
		w.body = append(w.body, it.blocks...)
		return
	}
	if isBulletOfDay(it) {
		d, _ := readDay(plain(it.blocks[0].text), 0)
		day := line{block: it.blocks[0], plain: plain(it.blocks[0].text), day: d}
		w.leave(&day)
		w.openDay(&day)
		w.openTalks(it.blocks[1])
		return
	}
	lines := splitLines(it.blocks[0].text)
	l := line{block: it.blocks[0]}
	l.text, l.rest = lines[0], joinLines(lines[1:])
	if plain(l.text) == "" {
		l.text, l.rest = it.blocks[0].text, nil
	}
	w.openHeading(&l)
	w.body = append(w.body, it.blocks[1:]...)
}

// leave ends the session that is open: heading l does not belong to it, nor does what follows.
func (w *writer) leave(l *line) {
	w.close()
	w.session = nil
	w.summit.Photos = append(w.summit.Photos, photos(l.text)...)
	if l.role != standsAside && len(l.rest) > 0 {
		w.body = append(w.body, block{kind: paragraph, text: l.rest})
	}
}

// close gives the blocks gathered so far to the session that is open, and its title what they say
// of speakers and talk links.
func (w *writer) close() {
	notes, photos := &w.summit.Preamble, &w.summit.Photos
	if w.session != nil {
		notes, photos = &w.session.Notes, &w.session.Photos
		t := w.titles[len(w.titles)-1]
		if len(t.speakers) == 0 {
			t.setSpeakers(byline(w.body))
		}
		t.links = withLinks(t.links, mediaLinks(w.body))
	}
	*notes = addSection(w.body, *notes, photos)
	w.body = w.body[:0]
}

// addSection adds blocks as notes; a heading has what follows it nested below, up to the next heading
// of its level.
func addSection(blocks []block, notes []summit.Note, photos *[]summit.Photo) []summit.Note {
	for i := 0; i < len(blocks); i++ {
		if blocks[i].kind != heading {
			notes = addBlock(blocks[i], notes, photos)
			continue
		}
		end := i + 1
		for end < len(blocks) && (blocks[end].kind != heading || blocks[end].level > blocks[i].level) {
			end++
		}
		if note, ok := textNote(blocks[i], photos); ok {
			note.Notes = addSection(blocks[i+1:end], nil, photos)
			notes = append(notes, note)
		} else {
			notes = addSection(blocks[i+1:end], notes, photos)
		}
		i = end - 1
	}
	return notes
}

var aboutNotes = lazy(`(?i)^(?:my |our |personal )?(?:trip )?(?:notes|recap|report)(?: (?:from|of|on|for)(?: the)? |\s*[:–—-] )|[\s:,–—-]+(?:my |our )?(?:trip )?(?:notes|recap|report)$`)

// summitName is the name of the event without the word that these are notes of it; a file that
// names none is named by itself.
func summitName(title, file string) string {
	if name := strings.TrimSpace(aboutNotes().ReplaceAllString(strings.TrimSpace(title), "")); name != "" {
		return name
	}
	return strings.TrimSuffix(path.Base(file), path.Ext(file))
}
