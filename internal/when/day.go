// Package when reads days, dates and times of day in text, in seven languages: calendar.txt has
// the words.
//
// A day of a summit is named in one of these ways. Nothing may follow but a date, a part of the
// day, or a remark behind a sign or in brackets:
//
//	Day 2 of 3, Second day, Conference day 2
//	Tuesday, Tuesday 24 May
//	24 May 2016, May 24, 2016-05-24, 24.5.2016, Tue 5/24
package when

import (
	"cmp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Day is a day of a summit as a text names it.
type Day struct {
	Number  int    // 0 if the text gives a date or a weekday only
	Ordinal bool   // the number is before the day: "First day"
	Zeroth  bool   // the number is 0: the day is before the first
	Date    string // YYYY-MM-DD; empty if there is none, or none with a year
	Weekday int    // 1 is Monday; 0 if the text gives neither it nor a date
	More    bool   // the text says more than the number, the weekday and a whole date
	Order   Order  // of the digits in the date
	Rest    string // of the text, behind the date; empty without one
	written string // the date, be it whole or not; see date.text
}

// maxDay is the longest text that is a day, in bytes.
const maxDay = 200

// ReadDay reads a text that is a day of a summit as a whole. year completes a date without one;
// it is 0 if unknown.
func ReadDay(text string, year int) (d Day, found bool) {
	if len(text) > maxDay {
		return Day{}, false
	}
	number, after, found := cutDayNumber(text)
	rest, hasTotal := after, false
	if found {
		rest = cutTotal(after)
		hasTotal = rest != after
	}
	d.Number, d.Zeroth = number, found && number == 0
	d.Ordinal = found && calendars().numbers.At(firstWord(text)) > 0
	if weekday, after := cutWeekday(strings.TrimLeft(rest, words.Trailing+"("), year); weekday > 0 {
		d.Weekday, rest, found = weekday, after, true
	}
	on := findDate(rest, year, found)
	begins := on.text != "" && isBare(rest[:on.start]) && endsDate(rest[on.end:])
	if !begins && !(found && endsDay(rest)) {
		return Day{}, false
	}
	d.written, d.More = on.text, hasTotal || saysMore(rest[:on.start]+" "+rest[on.end:], on.isFull()) || on.text != "" && !on.isFull()
	if begins {
		d.Rest, d.Order = rest[on.end:], on.order
	}
	if on.isFull() {
		d.Date, d.Weekday = on.text, cmp.Or(d.Weekday, weekdayOf(on.text))
	}
	return d.byWeekday(year), true
}

// byWeekday completes a date in digits that could be read in two orders by its weekday.
func (d Day) byWeekday(year int) Day {
	first, second := d.inOrder(DayFirst, year), d.inOrder(MonthFirst, year)
	fits := func(o Day) bool { return weekdayOf(o.Date) == d.Weekday }
	switch {
	case fits(first) == fits(second):
		return d
	case fits(first):
		return first
	}
	return second
}

// On gives a day the date that follows it; without one it stays as it is.
func (d Day) On(date string) Day {
	if date != "" {
		d.Date, d.written, d.Weekday = date, date, cmp.Or(d.Weekday, weekdayOf(date))
	}
	return d
}

// InOrder completes a date in digits that could be read in two orders, as written in the order of
// others.
func (d Day) InOrder(o Order) Day { return d.inOrder(o, 0) }

func (d Day) inOrder(o Order, year int) Day {
	parts := strings.Split(d.written, "/")
	if o == UnknownOrder || len(parts) < 2 {
		return d
	}
	day, month := number(parts[0]), number(parts[1])
	if o == MonthFirst {
		day, month = month, day
	}
	if len(parts) > 2 {
		year = number(parts[2])
	}
	if d.written = dateText(year, month, day); year > 0 {
		d.Date, d.More = d.written, strings.Trim(d.Rest, words.Trailing) != ""
		d.Weekday = cmp.Or(d.Weekday, weekdayOf(d.Date))
	}
	return d
}

// HasDate reports whether a day has a date, be it whole or not.
func (d Day) HasDate() bool { return d.written != "" }

// IsSaidBy reports whether the number of a day and a date, which may be empty, say all that the
// text does.
func (d Day) IsSaidBy(date string) bool {
	return !d.More && (d.Weekday == 0 || date != "" && d.Weekday == weekdayOf(date))
}

// MentionsDay reports whether a text has a word for "day"; numbered days need one.
func MentionsDay(text string) bool {
	for w := range words.In(text) {
		if calendars().days.Has(w) {
			return true
		}
	}
	return strings.Contains(text, "日目")
}

// IsSame reports whether two texts are about the same day: the number says so, else the date,
// else the weekday.
func (d Day) IsSame(other Day) bool {
	switch {
	case d.Number > 0 || d.Zeroth:
		return d.Number == other.Number && d.Zeroth == other.Zeroth
	case d.written != "" && other.written != "":
		return strings.HasSuffix(d.written, other.written) || strings.HasSuffix(other.written, d.written)
	}
	return d.Weekday > 0 && d.Weekday == other.Weekday
}

// cutDayNumber takes `Day 2`, `Day #2` or `Second day` off the head of a text.
func cutDayNumber(s string) (n int, rest string, found bool) {
	c := calendars()
	if digits, rest, found := cutShort(s); found {
		if after, found := strings.CutPrefix(rest, "日目"); found {
			return number(digits), after, true
		}
		if after, found := strings.CutPrefix(rest, ". "); found { // German
			if word, after := words.Cut(after); c.days.At(word) {
				return number(digits), after, true
			}
		}
	}
	first, rest := words.Cut(s)
	if c.beforeDay.At(first) {
		if word, after := words.Cut(rest); c.days.At(word) {
			first, rest = word, after
		}
	}
	second, after := words.Cut(strings.TrimPrefix(strings.TrimLeft(strings.TrimPrefix(rest, "-"), " "), "#"))
	if c.days.At(first) {
		n := c.numbers.At(second)
		if digits, none, found := cutShort(second); found && none == "" {
			return number(digits), after, true
		}
		return n, after, n > 0
	}
	if n = c.numbers.At(first); n > 0 && c.days.At(second) {
		return n, after, true
	}
	return 0, s, false
}

// cutTotal takes `of 3` off the head of the text behind the number of a day.
func cutTotal(s string) string {
	if word, rest := words.Cut(s); calendars().totals.At(word) {
		if digits, after := words.CutDigits(strings.TrimLeft(rest, " ")); digits != "" {
			return after
		}
	}
	return s
}

// cutWeekday takes a weekday off the head of a text; one that is cut short needs a date behind it.
func cutWeekday(s string, year int) (weekday int, rest string) {
	c := calendars()
	word, rest := words.Cut(s)
	if after, found := strings.CutPrefix(rest, "-"); found { // Portuguese has them in two words
		if second, end := words.Cut(after); c.weekdays.At(word+"-"+second) > 0 {
			word, rest = word+"-"+second, end
		}
	}
	if short := c.shortWeekdays.At(word); short > 0 {
		if findDate(rest, year, true).text != "" {
			return short, rest
		}
	}
	return c.weekdays.At(word), rest
}

// weekdayOf is the weekday of a whole date, 1 for Monday.
func weekdayOf(date string) int {
	t, _ := time.Parse(time.DateOnly, date)
	return 1 + (int(t.Weekday())+6)%7
}

// saysMore reports whether the text around a date has words that say more; a weekday beside a
// whole date does not.
func saysMore(around string, isWhole bool) bool {
	for w := range words.In(around) {
		if !isWhole || !isWeekday(w) {
			return true
		}
	}
	return false
}

// endsDay reports whether this text may follow the number or the name of a day: it is empty, or
// begins with a sign, a number, a weekday or a part of the day.
func endsDay(rest string) bool {
	rest = strings.TrimLeft(rest, " )")
	if rest == "" {
		return true
	}
	word, _ := words.Cut(rest)
	first, _ := utf8.DecodeRuneInString(rest)
	return calendars().afterDay.At(word) || isWeekday(word) || strings.ContainsRune(":,;-–—|•·([./@", first) || unicode.IsDigit(first)
}

// endsDate reports whether this text may follow the date of a day: it may follow the name of a day,
// and has no other date.
func endsDate(rest string) bool {
	return endsDay(rest) && findDate(rest, 0, true).text == ""
}

// cutShort takes a number of one or two digits off the head of a text.
func cutShort(s string) (digits, rest string, found bool) {
	digits, rest = words.CutDigits(s)
	return digits, rest, len(digits) == 1 || len(digits) == 2
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
