package parse

import (
	"cmp"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// lazy compiles a regular expression when it is first needed: the program is started for every
// answer, and most answers need few of them.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// A day is what a heading says of a day of the summit.
type day struct {
	number  int    // 0 when the heading gives a date or a weekday only
	date    string // YYYY-MM-DD; empty when the heading gives none, or none with a year
	when    string // the same, or what else the heading says of the date; see readDate
	weekday int    // 1 is Monday; 0 when the heading gives neither it nor a date
	zeroth  bool   // it comes before the first and has no number
	more    bool   // the heading says more than its number, its weekday and a whole date
}

// dayRest are the words that may follow the number or the name of a day without a separator.
// "Day 2 operations" and "Friday deploys" are titles.
var dayRest = set(`abend afternoon agenda après avond cont continued evening keynotes manhã matin mattina mañana
	middag morgen morning nachmittag night notes ochtend pomeriggio recap schedule sessions soir summary talks tarde
	tracks vormittag workshops`)

var numbers = ranked(
	`one first 1st i`, `two second 2nd ii`, `three third 3rd iii`, `four fourth 4th iv`, `five fifth 5th v`,
	`six`, `seven`,
)

var (
	dayWords  = set(`day tag jour dag dia día giorno`)
	dayPrefix = set(`conference summit conf event main`)
	totals    = set(`of von sur de di van`)
)

const (
	maxDay  = 200 // longest heading of a day, in bytes
	maxDate = 50  // longest date that stands alone
)

// readDay reads headings such as `Day 2:`, `Day two - May 24, 2016`, `2016-05-24`, `Tuesday`,
// `Tuesday, 24 May` and `Tue 5/24`. year completes a date without one; it is 0 when unknown.
func readDay(heading string, year int) (day, bool) {
	heading = cutAttributes(trimSymbols(heading))
	if len(heading) > maxDay {
		return day{}, false
	}
	var d day
	n, rest, found := cutDayNumber(heading)
	d.number, d.zeroth = n, found && n == 0
	if weekday, after := cutWeekday(strings.TrimLeft(rest, trailing+"("), year); weekday > 0 {
		d.weekday, rest, found = weekday, after, true
	}
	if !found && len(rest) > maxDate {
		return day{}, false
	}
	when, whole := readDate(rest, year, found)
	if !whole && !(found && endsDay(rest, when)) {
		return day{}, false
	}
	d.when, d.more = when, saysMore(rest) || when != "" && !isFull(when)
	if isFull(when) {
		d.date, d.weekday = when, cmp.Or(d.weekday, weekdayOf(when))
	}
	return d, true
}

// cutWeekday takes a weekday off the head of s, one that is cut short only where a date follows.
func cutWeekday(s string, year int) (weekday int, rest string) {
	word, rest := cutWord(s)
	if after, found := strings.CutPrefix(rest, "-"); found {
		if second, end := cutWord(after); second == "feira" {
			word, rest = word+"-feira", end
		}
	}
	if weekday = shortDays()[word]; weekday > 0 {
		d := findDate(rest, year, true)
		if d.text == "" || !isBare(rest[:d.start]) || !endsDay(rest[d.end:], "") {
			weekday = 0
		}
	}
	return cmp.Or(weekdays()[word], weekday), rest
}

// weekdayOf is the weekday of a date that readDate has found, 1 for Monday.
func weekdayOf(date string) int {
	t, _ := time.Parse(time.DateOnly, date)
	return 1 + (int(t.Weekday())+6)%7
}

// saysMore reports whether what follows the number or the name of a day is more than a date.
func saysMore(rest string) bool {
	for _, w := range wordsOf(rest) {
		if !unicode.IsDigit(rune(w[0])) && !isMonth(w) && weekdays()[w] == 0 && shortDays()[w] == 0 && !dayRest.has(w) && !dateFillers.has(w) {
			return true
		}
	}
	return false
}

// cutDayNumber takes `Day 2`, `Day #2`, `Day 2 of 3` or `Second day` off the head of s.
func cutDayNumber(s string) (n int, rest string, found bool) {
	first, rest := cutWord(s)
	if dayPrefix.has(first) {
		if word, after := cutWord(rest); dayWords.has(word) {
			first, rest = word, after
		}
	}
	second, after := cutWord(strings.TrimPrefix(strings.TrimLeft(strings.TrimPrefix(rest, "-"), " "), "#"))
	if dayWords.has(first) {
		n, found = numbers()[second], numbers()[second] > 0
		if digits, none := cutDigits(second); !found && none == "" && digits != "" && len(digits) <= 2 {
			n, found = number(digits), true
		}
		if found {
			return n, cutTotal(after), true
		}
	}
	if n = numbers()[first]; n > 0 && dayWords.has(second) {
		return n, after, true
	}
	return 0, s, false
}

// cutTotal takes `of 3` off the head of what follows the number of a day.
func cutTotal(s string) string {
	if word, rest := cutWord(s); totals.has(word) {
		if digits, after := cutDigits(strings.TrimLeft(rest, " ")); digits != "" {
			return after
		}
	}
	return s
}

// cutWord takes a word of letters and digits off the head of s, in lower case.
func cutWord(s string) (word, rest string) {
	s = strings.TrimLeft(s, " ")
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end < 0 {
		end = len(s)
	}
	return strings.ToLower(s[:end]), s[end:]
}

// endsDay reports whether what follows the number or the name of a day leaves it one.
func endsDay(rest, when string) bool {
	rest = strings.TrimLeft(rest, " )")
	if rest == "" || when != "" {
		return true
	}
	word, _ := cutWord(rest)
	r, _ := utf8.DecodeRuneInString(rest)
	return dayRest.has(word) || strings.ContainsRune(":,;-–—|•·(./", r) || unicode.IsDigit(r) || isMonth(word)
}
