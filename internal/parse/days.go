package parse

import (
	"cmp"
	"strings"
)

// Days are those that notes have opened so far, numbered. Notes that are ordered by track come to
// the same day again.
type days []day

// settle gives a day the number and the date that it had before. One that has come for the first
// time and says no number counts on from the ones before.
func (all *days) settle(d day) day {
	last := 0
	for i := len(*all) - 1; i >= 0; i-- {
		before := (*all)[i]
		last = max(last, before.number)
		if d.is(before) {
			d.number, d.zeroth, d.date = before.number, before.zeroth, cmp.Or(d.date, before.date)
			return d
		}
	}
	if d.number == 0 && !d.zeroth {
		d.number = last + 1
	}
	*all = append(*all, d)
	return d
}

// is reports whether a day is one that was numbered before: its number says so, else its date, else
// its weekday.
func (d day) is(before day) bool {
	switch {
	case d.number > 0 || d.zeroth:
		return d.number == before.number
	case d.when != "" && before.when != "":
		return strings.HasSuffix(d.when, before.when) || strings.HasSuffix(before.when, d.when)
	}
	return d.weekday > 0 && d.weekday == before.weekday
}

// findDaysOfNotes makes sessions of days that have notes below them and no talk.
func (o *outline) findDaysOfNotes() {
	for i := range o.blocks {
		l := &o.blocks[i]
		if l.role != opensDay {
			continue
		}
		if notes, end := o.notesOfDay(i); notes {
			l.role = opensNotes
			for j := i + 1; j < end; j++ {
				o.blocks[j].role = noted
			}
		}
	}
}

// notesOfDay reports whether notes stand below day i and above the next day, which is at end; there
// are none where a talk stands below the day.
func (o *outline) notesOfDay(i int) (notes bool, end int) {
	day := &o.blocks[i]
	notes, end = len(day.rest) > 0, len(o.blocks)
	for j := i + 1; j < len(o.blocks); j++ {
		l := &o.blocks[j]
		if l.level > 0 && l.level <= day.level {
			return notes, min(end, j)
		}
		switch l.role {
		case opensSession, listsTalks, namesSummit:
			return false, j
		case opensDay:
			end = min(end, j)
		case noted, opensTrack, opensNotes, standsAside:
			notes = notes || j < end && l.isNote()
		}
	}
	return notes, end
}

// isNote reports whether a block is text that neither lists talks nor leads to them.
func (l *line) isNote() bool {
	switch {
	case l.role != noted || l.level > 0:
		return false
	case l.kind == list:
		return !isContents(l.block)
	case l.kind == table:
		return !isTableOfTalks(l.block)
	}
	return l.plain != ""
}
