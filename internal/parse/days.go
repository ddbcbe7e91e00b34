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
