package when

import (
	"slices"
	"sort"
	"time"
)

// maxGap is how many days after a day of an event the next one may be.
const maxGap = 3

// AreInARow reports whether days are those of one event: one has a number, or several follow one
// another. Meetings are weeks apart.
func AreInARow(all []Day) bool {
	if slices.ContainsFunc(all, func(d Day) bool { return d.Number > 0 }) {
		return true
	}
	if len(all) > 0 && !slices.ContainsFunc(all[1:], func(d Day) bool { return !d.IsSame(all[0]) }) {
		return false
	}
	var on []time.Time
	for _, layout := range []string{time.DateOnly, "01-02"} {
		for _, d := range all {
			if t, err := time.Parse(layout, d.written); err == nil {
				on = append(on, t)
			}
		}
		if on != nil {
			break
		}
	}
	sort.Slice(on, func(i, j int) bool { return on[i].Before(on[j]) })
	for i := 1; i < len(on); i++ {
		if on[i].Sub(on[i-1]) > maxGap*24*time.Hour {
			return false
		}
	}
	return true
}

// OrderInARow is the order in which the digits of dates make days that follow one another; it is
// unknown if both orders do, or none.
func OrderInARow(all []Day) Order {
	areInARow := func(o Order) bool {
		var days []Day
		for _, d := range all {
			d.Number = 0
			days = append(days, d.InOrder(o))
		}
		return AreInARow(days)
	}
	switch first, second := areInARow(DayFirst), areInARow(MonthFirst); {
	case first == second:
		return UnknownOrder
	case first:
		return DayFirst
	}
	return MonthFirst
}
