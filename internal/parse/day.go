package parse

import (
	"cmp"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/when"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A day is that of a session: number and date, each of them if known.
type day struct {
	number int
	date   string // YYYY-MM-DD
}

// Days are those of a summit so far, numbered. Notes that are ordered by track come to the same day again.
type days []when.Day

// settle gives a day the number and the date that it had before. One that comes for the first time without a number counts on
// from those before.
func (all *days) settle(d when.Day) day {
	last := 0
	for i := len(*all) - 1; i >= 0; i-- {
		before := (*all)[i]
		last = max(last, before.Number)
		if d.IsSame(before) {
			return day{before.Number, cmp.Or(d.Date, before.Date)}
		}
	}
	if d.Number == 0 && !d.Zeroth {
		d.Number = last + 1
	}
	*all = append(*all, d)
	return day{d.Number, d.Date}
}

// cutDay takes a day with a number off the end of the name of a summit: `DevOpsDays Berlin 2019 – Day 2`.
func cutDay(name string) (rest string, d when.Day) {
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
