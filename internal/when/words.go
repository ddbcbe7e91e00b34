package when

import (
	"sync"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// The words of calendars, each kind of the data file by its name there.
type calendar struct {
	months, weekdays, shortWeekdays, numbers                                                          words.Map[int]
	days, shortDays, beforeDay, totals, afterDay, ranges, inDate, labels, dayFirst, otherDates, zones words.Set
}

// calendars are read when a date is first looked for: most answers read no notes.
var calendars = sync.OnceValue(func() *calendar {
	l := words.ReadLists(calendarFile)
	return &calendar{
		months: l.Numbered("month"), weekdays: l.Numbered("weekday"), shortWeekdays: l.Numbered("short-weekday"), numbers: l.Numbered("number"),
		days: l.Set("day"), shortDays: l.Set("short-day"), beforeDay: l.Set("before-day"), totals: l.Set("total"), afterDay: l.Set("after-day"),
		ranges: l.Set("range"), inDate: l.Set("in-date"),
		labels: l.Set("date-label"), dayFirst: l.Set("day-first-label"), otherDates: l.Set("other-date"), zones: l.Set("zone"),
	}
})

func isMonth(word string) bool { return calendars().months.Of(word) > 0 }

// isWeekday reports whether a word is a weekday, whole or cut short.
func isWeekday(word string) bool {
	c := calendars()
	return c.weekdays.Of(word) > 0 || c.shortWeekdays.Of(word) > 0
}
