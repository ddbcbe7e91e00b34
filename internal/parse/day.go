package parse

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/when"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A day is that of a session: number and date, each of them if known.
type day struct {
	number int
	date   string // YYYY-MM-DD
}

// Days are those of a summit so far, numbered if they are those of one event. Notes that are
// ordered by track come to the same day again.
type days struct {
	all       []when.Day
	areEvents bool // each day is an event of its own
	inTitles  bool // most sessions have their date in their headings

	only  string              // the date of the only day, if the names of the file and its folders give it
	first string              // the date of the first day, if the head of the notes gives the days of the event
	last  int                 // the number of those days
	empty map[*Candidate]bool // days without sessions, or of notes before the first with some, which have no number unless they tell it
}

// daysOf are the days of a document before the first.
func daysOf(file string, d document) days {
	var all []when.Day
	dated, sessions := 0, 0
	empty := map[*Candidate]bool{}
	var open *Candidate      // the last day
	var ofNotes []*Candidate // days before the first with sessions that are sessions themselves
	hasSessions := false
	for _, c := range d.all {
		role := d.plan.Of(&c.Place).Role
		if c.Has(NamesDay) && (role == Day || role == Session) {
			all = append(all, c.day)
			open, empty[c] = c, true
		}
		if role == Session {
			if hasSessions = hasSessions || !c.Has(NamesDay); hasSessions || len(all) > len(ofNotes)+1 {
				delete(empty, open)
			} else {
				ofNotes = append(ofNotes, c)
			}
			sessions++
			if on, _ := when.DateIn(c.plain, d.year); on != "" {
				dated++
			}
		}
	}
	for _, c := range ofNotes {
		empty[c] = hasSessions
	}
	out := days{only: onlyDate(file, all), areEvents: !when.AreInARow(all), inTitles: dated > 1 && 2*dated > sessions, empty: empty}
	if len(all) > 0 {
		out.first, out.last = eventRange(d)
	}
	return out
}

// eventRange is the first day of the event and the number of its days, if the head of the notes
// gives both.
func eventRange(d document) (first string, days int) {
	if first, days = when.RangeIn(d.headline(), d.year); days > 0 {
		return first, days
	}
	for line := range headLines(d) {
		if first, days = when.RangeIn(plain(line), d.year); days > 0 {
			return first, days
		}
	}
	return "", 0
}

// headLines are the lines of the first paragraphs of the notes.
func headLines(d document) iter.Seq[markdown.Text] {
	return func(yield func(markdown.Text) bool) {
		left := blocksWithDate
		for _, c := range d.all {
			if c.Kind != Paragraph {
				continue
			}
			for _, l := range c.block.Lines[:min(linesBelow, len(c.block.Lines))] {
				if !yield(l) {
					return
				}
			}
			if left--; left == 0 {
				return
			}
		}
	}
}

// onlyDate is the date of the only day of a file, if the names of the file and its folders give
// it: they have the first day if they have no number.
func onlyDate(file string, all []when.Day) string {
	if len(all) == 0 || slices.ContainsFunc(all, func(d when.Day) bool { return !d.IsSame(all[0]) }) {
		return ""
	}
	number, on := when.ReadFileName(file)
	if all[0].Number != max(number, 1) {
		return ""
	}
	return on
}

// settle gives a day the number and the date that it had before. One that comes for the first
// time without a number counts on from those before.
func (all *days) settle(d when.Day) day {
	last := 0
	for _, before := range slices.Backward(all.all) {
		last = max(last, before.Number)
		if d.IsSame(before) {
			return day{before.Number, cmp.Or(d.Date, before.Date)}
		}
	}
	if d.Number == 0 && !d.Zeroth && !all.areEvents {
		d.Number = last + 1
	}
	all.all = append(all.all, d)
	on := cmp.Or(d.Date, all.only)
	if on == "" && 0 < d.Number && d.Number <= all.last {
		on = when.InRange(all.first, d.Number)
	}
	return day{d.Number, on}
}

// cutDay takes a day with a number off the end of the name of a summit: `DevOpsDays Berlin 2019 –
// Day 2`.
func cutDay(name string) (rest string, d when.Day) {
	if !when.MentionsDay(name) {
		return name, when.Day{}
	}
	for i, c := range name {
		if c != ' ' && c != '(' {
			continue
		}
		if d, _ := when.ReadDay(strings.TrimRight(name[i+1:], ") "), 0); d.Number > 0 {
			return strings.TrimRight(name[:i], words.Trailing+"("), d
		}
	}
	return name, when.Day{}
}

// readDay reads a heading, or a line like one, that is a day. What is around the day says more
// than that.
func readDay(heading markdown.Text, year int) (d when.Day, found bool) {
	text := dayText(heading)
	if d, found = when.ReadDay(text, year); !found {
		return d, false
	}
	d.More = d.More || len(words.Lower(text)) < len(words.Lower(cutAttributes(plain(heading))))
	return d, true
}

// dayText is a heading without what may be around the day in it, as around a title.
func dayText(heading markdown.Text) string {
	line, _ := cutTalkLinks(heading)
	return cutBrackets(cutIssue(cutAttributes(words.TrimSymbols(plain(line)))), isTrimming)
}

// cutIssue takes the number of a meeting off the head of a text: `#43 — 2023-04-13`.
func cutIssue(s string) string {
	rest, found := strings.CutPrefix(s, "#")
	digits, rest := words.CutDigits(rest)
	behind := strings.TrimLeft(rest, words.Trailing)
	if !found || digits == "" || behind == rest {
		return s
	}
	return behind
}

// dateBelow is the date in the first lines below a heading, which may be the by-line of its talk,
// the first of the blocks below it; it is empty if there is none.
func dateBelow(s *markdown.Section, below []*markdown.Block, year int) string {
	lines := s.Rest
	switch {
	case len(lines) > 0:
	case len(s.Blocks) > 0:
		block := &s.Blocks[0]
		if block.Kind == markdown.List && len(block.Items[0].Blocks) > 0 {
			block = &block.Items[0].Blocks[0]
		}
		lines = block.Lines
	case len(s.Sections) > 0 && s.Sections[0].Level == markdown.BoldLevel:
		lines = paragraphOf(s.Sections[0]).Lines
	case len(below) > 0:
		lines = below[0].Lines
	}
	for n, l := range lines[:min(linesWithDate, len(lines))] {
		if on, _ := when.DateOf(plain(l), year, n > 0); on != "" {
			return on
		}
	}
	return ""
}

// linesWithDate are those below a heading that may have its date; all but the first need a label.
const linesWithDate = 6

// isDated reports whether a text is a day with its date.
func isDated(text string) bool {
	d, _ := when.ReadDay(text, 0)
	return d.Date != ""
}

// markDaysOfEvent marks the headings that are the name of an event with the number of a day, if
// another one has the same name, or a date: `Boxcon Day 1`, `Boxcon Day 2`.
func (g *gatherer) markDaysOfEvent(sections []*Place) {
	named := map[string][]*Candidate{}
	for _, p := range sections {
		if p.Has(NamesDay) {
			continue
		}
		c := g.all.at(p)
		event, d := cutDay(cutAttributes(c.plain))
		if d.Number == 0 {
			continue
		}
		d.More = true
		c.day = d
		event = strings.ToLower(event)
		named[event] = append(named[event], c)
	}
	for _, days := range named {
		for _, c := range days {
			c.mark(NamesDay, len(days) > 1 || c.day.HasDate())
		}
	}
}

// unmarkLoneOrdinal unmarks a "First day" without a second one: it is a time in somebody's life.
func (g *gatherer) unmarkLoneOrdinal(sections []*Place) {
	var ordinal *Candidate
	for _, p := range sections {
		switch c := g.all.at(p); {
		case !p.Has(NamesDay):
		case !c.day.Ordinal || ordinal != nil:
			return
		default:
			ordinal = c
		}
	}
	if ordinal != nil {
		ordinal.Marks &^= NamesDay
	}
}

// orderDates reads dates such as 5/6/2017 in the order that the others of the file have, or in that
// in which the days follow one another.
func (g *gatherer) orderDates(sections []*Place) {
	order := when.UnknownOrder
	var days []when.Day
	for _, p := range sections {
		d := g.all.at(p).day
		if d.HasDate() {
			days = append(days, d)
		}
		o := d.Order
		if order != when.UnknownOrder && o != when.UnknownOrder && o != order {
			return
		}
		order = max(order, o)
	}
	order = cmp.Or(order, when.OrderInARow(days))
	for _, p := range sections {
		if c := g.all.at(p); p.Has(NamesDay) {
			c.day = c.day.InOrder(order)
		}
	}
}

// blocksWithDate are those at the head of the notes that may have the date of the event.
const blocksWithDate = 3

// eventDay is the day of all sessions of notes that have no days: what the text at their head
// says, else the front matter, else the names of the file and its folders. The date on which a post
// was published is ignored unless its first lines say "today". Its first paragraph may have the date
// of the event.
func eventDay(file string, d document) day {
	if d.plan.HasDays {
		return day{}
	}
	number, on := when.ReadFileName(file)
	for _, p := range []*Place{d.plan.Top, d.all.root()} {
		if p == nil {
			continue
		}
		for _, below := range p.Below[:min(blocksWithDate, len(p.Below))] {
			if date, several := dateIn(d.all.at(below).block, d.year); date != "" || several {
				return day{number, date}
			}
		}
	}
	if _, several := when.DateIn(d.headline(), d.year); several {
		return day{number, ""}
	}
	isPost := d.front.isPost && !saysToday(headLines(d))
	switch {
	case !isPost && strings.HasPrefix(d.front.date, strconv.Itoa(d.year)):
		on = d.front.date
	case isPost && isPostName(file):
		on = dateInProse(d)
	case isPost:
		on = cmp.Or(dateInProse(d), on)
	}
	return day{number, on}
}

// dateInProse is the one date in the first paragraph of the notes.
func dateInProse(d document) string {
	for _, c := range d.all {
		if c.Kind == Paragraph && plain(c.block.Lines[0]) != "" {
			on, _ := when.DateIn(plain(joinLines(c.block.Lines)), d.year)
			return on
		}
	}
	return ""
}

func saysToday(lines iter.Seq[markdown.Text]) bool {
	for l := range lines {
		for w := range words.In(plain(l)) {
			if known().today.Has(w) {
				return true
			}
		}
	}
	return false
}

// headline is the title of the notes.
func (d *document) headline() string {
	if d.plan.Top != nil {
		return d.all.at(d.plan.Top).plain
	}
	return d.front.title
}

// dateIn is the date of the event in a block at the head of the notes, or that it has several
// days. A bullet needs a label.
func dateIn(b *markdown.Block, year int) (on string, several bool) {
	if b == nil {
		return "", false
	}
	lines := b.Lines
	for _, it := range b.Items[:min(linesBelow, len(b.Items))] {
		switch {
		case b.Kind == markdown.List && len(it.Blocks) > 0:
			lines = append(lines, it.Blocks[0].Lines...)
		case b.Kind == markdown.Table && len(it.Blocks) == 2: // a label and a value
			lines = append(lines, markdown.Text{{Text: plain(joinLines(it.Blocks[0].Lines)) + ": " + plain(joinLines(it.Blocks[1].Lines))}})
		}
	}
	for _, l := range lines[:min(linesBelow, len(lines))] {
		if on, several = when.DateOf(plain(l), year, b.Kind == markdown.List || b.Kind == markdown.Table); on != "" || several {
			return on, several
		}
	}
	return "", false
}
