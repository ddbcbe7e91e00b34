package parse

import (
	"cmp"
	"strings"
	"unicode/utf8"

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
	at := strings.LastIndexAny(name, "-–—:,|(")
	if at < 1 {
		return name, when.Day{}
	}
	_, size := utf8.DecodeRuneInString(name[at:])
	rest = strings.TrimRight(name[:at], words.Trailing)
	d, _ = when.ReadDay(strings.TrimRight(name[at+size:], ") "), 0)
	if d.Number == 0 || rest == "" {
		return name, when.Day{}
	}
	return rest, d
}
