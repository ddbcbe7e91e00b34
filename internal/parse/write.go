package parse

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/when"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/who"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A writer is the last pass: it writes the decisions into a summit, from the top of the document
// to its end.
type writer struct {
	document
	file string

	summit  *summit.Summit
	places  []*Candidate    // of the sessions, in order
	links   [][]summit.Link // the talk links in their notes
	session *summit.Session // that is open; nil below the name of the summit, a day or a track
	body    []piece         // notes of that session, or those in none
	day     day
	days    days
	named   []namedDay

	notesLevel int        // of the last day that was a session
	track      *Candidate // that is open; nil if there is none
	hasTrack   bool       // a session is in it
}

// A namedDay is a day whose name is written nowhere else, as its sessions have its number or its
// date.
type namedDay struct {
	day
	text markdown.Text
}

// A piece is a block of notes, or a heading with its level.
type piece struct {
	level int
	text  []markdown.Text
	block *markdown.Block // nil for a heading
}

// write writes the summit of a document.
func write(file string, d document) *summit.Summit {
	w := writer{document: d, file: file, summit: &summit.Summit{}, days: daysOf(file, d), day: eventDay(file, d)}
	w.begin()
	w.below(d.all.root())
	w.close()
	w.openTrack(nil)
	w.keepDays()
	host := hostOfTalks(w.places)
	for i, s := range agree(w.talks(), agendasIn(d.all)) {
		w.finish(i, s, host)
	}
	w.summit.Name = summitName(cmp.Or(d.front.event, w.summit.Name), file)
	return w.summit
}

// begin takes what the front matter says. It is the title of the one session of a file that has
// no heading for it.
func (w *writer) begin() {
	switch {
	case !w.plan.IsOneTalk:
		w.nameSummit(w.front.title)
	case w.plan.Top == nil:
		c := &Candidate{line: 1, title: readTitle(markdown.Text{{Text: cmp.Or(w.front.title, titleOfFile(w.file))}})}
		root := w.all.at(w.all.root())
		if c.below = root.below; root.names.AreCalled() {
			c.names = root.names
		}
		if label := labelSection(w.all.root()); label != nil {
			c.below = w.all.at(label).below
		}
		w.open(c)
	}
}

// talks are the places of the sessions. The name of a file may have the speakers of its one talk.
func (w *writer) talks() []*Candidate {
	if !w.plan.IsOneTalk || len(w.places[0].speakers())+len(w.front.speakers) > 0 {
		return w.places
	}
	named := *w.places[0]
	named.below = speakersOfFile(w.file)
	return append([]*Candidate{&named}, w.places[1:]...)
}

// finish gives a session what the passes have found. host is the site with the pages of the talks.
func (w *writer) finish(i int, s saying, host string) {
	c, session := w.places[i], w.summit.Sessions[i]
	if len(s.speakers) == 0 && w.plan.IsOneTalk {
		s.speakers = w.front.speakers
	}
	session.Heading, session.Title, session.Speakers = c.title.heading, s.title, s.speakers
	links := c.title.linksWithPage(host)
	for _, who := range s.speakers {
		if who.URL != "" {
			links = withLinks(links, []summit.Link{{Kind: summit.Profile, URL: who.URL, Label: who.Name}})
		}
	}
	if w.plan.IsOneTalk {
		links = withLinks(links, w.front.links)
	}
	session.Links = withLinks(withLinks(links, w.links[i]), references(session.Notes))
}

// below writes all places below another one.
func (w *writer) below(p *Place) {
	for _, place := range p.Below {
		c := w.all.at(place)
		switch w.plan.Of(place).Role {
		case Day:
			w.openDay(c)
		case Name:
			w.leave(c)
			w.nameSummit(c.plain)
			if w.front.event != "" || leads(c.text) {
				w.addText(c.text)
			}
		case Track:
			w.leave(c)
			w.openTrack(c)
		case Session:
			w.openSession(c)
		case Aside:
			w.leave(nil)
			w.addHeading(c)
		case Talks:
			w.openTalks(c)
			continue
		case Note:
			w.addNote(c)
		}
		if c.IsSection() {
			w.below(place)
		}
	}
}

// openTalks writes a list or a table of talks. What follows belongs to none of them.
func (w *writer) openTalks(c *Candidate) {
	if c.Kind == Table {
		w.addText(rowText(c.block.Items[0]))
	}
	for _, p := range c.Below {
		b := w.all.at(p)
		switch w.plan.Of(p).Role {
		case Day:
			w.openDay(b)
			for _, list := range b.Below {
				w.openTalks(w.all.at(list))
			}
			continue
		case Session:
			w.openSession(b)
			w.session.Date = cmp.Or(b.day.Date, w.session.Date)
			w.session.Day = cmp.Or(b.day.Number, w.session.Day)
		case Aside:
			w.leave(nil)
			if b.Kind == Bullet {
				w.add(&markdown.Block{Kind: markdown.Paragraph, Lines: append([]markdown.Text{b.text}, b.rest...)})
			}
		}
		for _, inner := range b.inner {
			w.add(inner)
		}
	}
	w.leave(nil)
}

func (w *writer) openSession(c *Candidate) {
	if c.Has(NamesDay) { // a day of notes
		w.leave(nil)
		w.settleDay(c)
		w.notesLevel = c.Level
		c = c.asDay()
	}
	if w.track != nil && c.Level > 0 && c.Level <= w.track.Level {
		w.openTrack(nil)
	}
	w.open(c)
	w.session.Photos = photos(c.text)
	w.addRest(c)
}

// open begins a session.
func (w *writer) open(c *Candidate) {
	w.close()
	if w.days.areEvents && c.Level > 0 && c.Level <= w.notesLevel && !c.Has(NamesDay) {
		w.day = day{}
	}
	on := w.day
	if date := w.dateInTitle(c); date != "" && date != on.date {
		on = day{date: date}
	}
	if on.date = cmp.Or(on.date, c.on); w.track != nil {
		on.date = cmp.Or(on.date, w.track.on)
	}
	w.session = &summit.Session{Day: on.number, Date: on.date, Source: summit.Source{File: w.file, Line: c.line}}
	if w.track != nil {
		w.session.Track, w.hasTrack = w.track.plain, true
	}
	w.places = append(w.places, c)
	w.summit.Sessions = append(w.summit.Sessions, w.session)
}

// dateInTitle is the date with the title of a session, or inside of it where most titles have one.
func (w *writer) dateInTitle(c *Candidate) string {
	if !w.days.inTitles {
		return c.title.on
	}
	on, _ := when.DateIn(c.plain, w.year)
	return on
}

// leave ends the session that is open: a heading, if any, does not belong to it, nor does what
// follows.
func (w *writer) leave(c *Candidate) {
	w.close()
	w.session = nil
	if c != nil {
		w.summit.Photos = append(w.summit.Photos, photos(c.text)...)
		w.addRest(c)
	}
}

// close gives the notes so far to the session that is open, or to the summit.
func (w *writer) close() {
	if w.session == nil {
		before := len(w.summit.Preamble)
		w.summit.Preamble = addPieces(w.body, w.summit.Preamble, &w.summit.Photos)
		known := map[string]bool{}
		for _, l := range references(w.summit.Preamble[before:]) {
			known[l.URL] = true
		}
		for _, l := range talkLinksOf(w.body, "", false) {
			if !known[l.URL] { // of an image, which is no note
				w.summit.Preamble = append(w.summit.Preamble, summit.Note{Links: []string{l.URL}})
			}
		}
	} else {
		title := w.places[len(w.places)-1].title.Text
		w.links = append(w.links, talkLinksOf(w.body, title, w.plan.IsOneTalk))
		w.session.Notes = addPieces(w.body, nil, &w.session.Photos)
	}
	w.body = w.body[:0]
}

// addNote adds what a place says.
func (w *writer) addNote(c *Candidate) {
	switch {
	case c.Kind == Heading:
		w.addHeading(c)
	case c.Kind == BoldLine:
		w.add(&markdown.Block{Kind: markdown.Paragraph, Lines: append([]markdown.Text{c.text}, c.rest...)})
	default:
		w.add(c.block)
	}
}

func (w *writer) addHeading(c *Candidate) {
	if c.Kind == Heading {
		w.body = append(w.body, piece{level: c.Level, text: []markdown.Text{c.text}})
	} else {
		w.addNote(c)
	}
}

func (w *writer) add(b *markdown.Block) { w.body = append(w.body, piece{block: b}) }

func (w *writer) addText(text markdown.Text) {
	w.add(&markdown.Block{Kind: markdown.Verbatim, Lines: []markdown.Text{text}})
}

// addRest adds the lines that follow a title in its paragraph.
func (w *writer) addRest(c *Candidate) {
	if len(c.rest) > 0 {
		w.add(&markdown.Block{Kind: markdown.Paragraph, Lines: c.rest})
	}
}

// nameSummit reads the name of the summit, and the day that may follow it. A date in it is that
// of all sessions if no heading is a day.
func (w *writer) nameSummit(name string) {
	name = cutAttributes(name)
	rest, d := cutDay(name)
	if d.Number > 0 {
		before := w.day
		w.day = w.days.settle(d)
		if w.day.number == max(before.number, 1) {
			w.day.date = cmp.Or(w.day.date, before.date)
		}
	}
	if on, _ := when.DateIn(name, w.year); on != "" && !w.plan.HasDays {
		w.day.date = on
	}
	w.summit.Name = name
	if d.Number > 0 && d.IsSaidBy(d.Date) {
		w.named = append(w.named, namedDay{w.day, markdown.Text{{Text: name}}})
		w.summit.Name = rest
	}
}

// openDay begins a day. One before the first is a track by its name; one that says more than the
// days of its sessions will, or leads to a page, keeps that as a note.
func (w *writer) openDay(c *Candidate) {
	w.leave(c)
	w.settleDay(c)
	switch {
	case c.day.Zeroth:
		w.openTrack(c)
	case !c.day.IsSaidBy(w.day.date) || leads(c.text):
		w.addText(c.text)
	default:
		w.named = append(w.named, namedDay{w.day, c.text})
	}
}

// keepDays keeps as notes the names of the days that no session has.
func (w *writer) keepDays() {
	for _, d := range w.named {
		if !slices.ContainsFunc(w.summit.Sessions, d.has) {
			w.keep(d.text)
		}
	}
}

// has reports whether a session has the day.
func (d *namedDay) has(s *summit.Session) bool {
	return d.day == day{s.Day, s.Date}
}

func (w *writer) settleDay(c *Candidate) {
	if w.days.empty[c] && c.day.Number == 0 {
		w.day = day{date: c.day.Date}
	} else {
		w.day = w.days.settle(c.day)
	}
	if w.track != nil && c.Level > 0 && c.Level <= w.track.Level {
		w.openTrack(nil)
	}
}

// openTrack begins a track, or none. The name of one without a session is kept as a note, and one
// that leads to a page.
func (w *writer) openTrack(c *Candidate) {
	if w.track != nil && (!w.hasTrack || leads(w.track.text)) {
		w.keep(w.track.text)
	}
	w.track, w.hasTrack = c, false
}

// keep keeps a text as a note of no session.
func (w *writer) keep(text markdown.Text) {
	w.summit.Preamble = append(w.summit.Preamble, summit.Note{Text: plain(text), Links: linkedFrom(text)})
}

// summitName is the name of the event without the word that these are notes of it; a file that
// names none is named by itself.
func summitName(title, file string) string {
	if name := strings.TrimSpace(aboutNotes().ReplaceAllString(strings.TrimSpace(title), "")); name != "" {
		return name
	}
	return nameOf(file)
}

// nameOf is the name of a file without what tells its kind.
func nameOf(file string) string { return strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) }

// asDay is a day that is a session. Its title is the heading, unless a date at its end was cut off.
func (c *Candidate) asDay() *Candidate {
	out := *c
	if c.title.on == "" {
		text := who.NewText(c.titleOfDay())
		out.title = title{heading: c.plain, links: c.title.links}
		out.title.Text, _ = text.Cut(text.Words)
		out.title.Text = cmp.Or(out.title.Text, c.plain)
	}
	return &out
}

// titleOfDay is what a heading says behind its date, or the date if that is a remark.
func (c *Candidate) titleOfDay() string {
	written := strings.Trim(dayText(c.text), words.Trailing)
	d, _ := when.ReadDay(written, 0)
	rest := strings.TrimLeft(d.Rest, " ")
	before := strings.TrimRight(strings.TrimSuffix(written, rest), words.Trailing)
	title := strings.Trim(rest, words.Trailing+"[]")
	switch {
	case strings.HasPrefix(rest, "(") && !words.IsProper(strings.TrimLeft(rest, "(")), namesRemark(title):
		return before
	case strings.IndexAny(rest, ":-–—|[") == 0:
		return title
	}
	return written
}
