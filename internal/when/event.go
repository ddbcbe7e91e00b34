package when

import (
	"cmp"
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// DateIn returns the one date in a text about an event, YYYY-MM-DD; it is empty if there is none.
// several tells that the text has more than one date, or a range of days. year completes a date
// without one; it is 0 if unknown.
func DateIn(text string, year int) (on string, several bool) {
	d := findDate(text, year, false)
	switch {
	case d.isEnd:
		return "", true
	case !d.isFull():
		return "", false
	case beginsRange(d, text[d.end:]) || findDate(text[d.end:], year, false).text != "":
		return "", true
	}
	return d.text, false
}

// beginsRange reports whether the number of a later day follows a date: `May 24-26`.
func beginsRange(d date, rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	to := strings.TrimLeft(rest, "-–—/& ")
	if word, after := words.Cut(rest); calendars().ranges.At(word) {
		to = strings.TrimLeft(after, " ")
	}
	last, after := words.CutDigits(to)
	if to == rest || strings.HasPrefix(after, ":") {
		return false
	}
	return number(last) > number(d.text[len(d.text)-2:]) && number(last) <= 31
}

// maxRange is the longest event, in days.
const maxRange = 10

// RangeIn returns the first day, YYYY-MM-DD, and the number of days of a range in a text: `24-26
// May 2016`, `May 24 to 26`. days is 0 if the text has no range. year completes a date without one
// if the text has no year; it is 0 if unknown.
func RangeIn(text string, year int) (first string, days int) {
	if !strings.ContainsAny(text, "0123456789") {
		return "", 0
	}
	year = cmp.Or(YearInPath(text), year)
	d := findDigits(text, year, false)
	if d.text == "" {
		d = findWords(text, year)
	}
	if !d.isFull() {
		return "", 0
	}
	from := number(d.text[len("2006-01-"):])
	to := from
	switch before := strings.TrimRight(text[:d.start], " "); {
	case endsRange(before):
		before = strings.TrimRightFunc(before, func(r rune) bool { return !unicode.IsDigit(r) })
		from = number(before[len(strings.TrimRight(before, "0123456789")):])
	case beginsRange(d, text[d.end:]):
		digits, _ := words.CutDigits(strings.TrimLeftFunc(text[d.end:], func(r rune) bool { return !unicode.IsDigit(r) }))
		to = number(digits)
	}
	if days = to - from + 1; days < 2 || days > maxRange {
		return "", 0
	}
	return d.text[:len("2006-01-")] + fmt.Sprintf("%02d", from), days
}

// InRange is the day with a number, from 1, of a range that begins on a day.
func InRange(first string, n int) string {
	t, err := time.Parse(time.DateOnly, first)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, n-1).Format(time.DateOnly)
}

// DateOf is DateIn for a line below the title of notes. Only a label, a weekday or the name of a
// place may be before the date, and no sentence goes on behind it. If labelled is true it needs
// the label.
func DateOf(line string, year int, labelled bool) (on string, several bool) {
	if len(line) > maxDay {
		return "", false
	}
	d := findDate(line, year, false)
	on, several = DateIn(line, year)
	before := line[:d.start]
	if label, rest := words.Cut(line); on == "" && !several && calendars().dayFirst.Has(label) {
		return Day{written: findDate(strings.TrimLeft(rest, ": "), year, true).text}.inOrder(DayFirst, year).Date, false
	}
	if d.isEnd {
		before = strings.TrimRight(line[:strings.IndexAny(line, "0123456789")], " ")
	}
	if !introducesDate(before, labelled) || !several && !endsDay(line[d.end:]) {
		return "", false
	}
	return on, several
}

// introducesDate reports whether this text may be before the date of an event: it has only labels,
// weekdays and the name of a place, at least behind its last dash.
func introducesDate(before string, labelled bool) bool {
	c, names := calendars(), 0
	label := c.labels.At(strings.TrimRight(before, " :\uff1a")) // Japanese has no spaces between words
	behind := 0
	if dash := words.Dashes.Last(before); dash != nil {
		behind = dash.End
	}
	for w := range words.In(before[:behind]) {
		if c.otherDates.Has(w) {
			return false
		}
	}
	for w := range words.In(before[behind:]) {
		switch {
		case c.labels.Has(w) || c.dayFirst.Has(w):
			label = true
		case isWeekday(w) || c.inDate.Has(w):
		case c.otherDates.Has(w) || !words.IsProper(w):
			return false
		default:
			names++
		}
	}
	return names <= maxPlace && (label || !labelled)
}

// maxPlace is the longest name of a place before a date, in words.
const maxPlace = 4

// CutDate takes a date with its year off the head of a title, or off its end if it is behind a
// sign or in parentheses.
func CutDate(title string) (rest, on string) {
	if !strings.ContainsAny(title, "0123456789") {
		return title, ""
	}
	s := title
	if weekday, after := cutWeekday(s, 0); weekday > 0 {
		s = strings.TrimLeft(after, words.Trailing)
	}
	d := findDate(s, 0, false)
	rest = strings.Trim(s[d.end:], words.Trailing)
	if d.isFull() && d.start == 0 && rest != "" && rest[0] != '(' && !beginsRange(d, s[d.end:]) {
		return strings.Trim(rest, "[]"), d.text
	}
	return cutDateBehind(title, dateSigns[:]...)
}

// dateSigns are before a date behind a title.
var dateSigns = [...]string{" - ", " – ", " — ", " | ", " ("}

// CutDateBehind takes a whole date of this century, with a time of day behind it or not, off the end of
// a line with a sign before it: "Ana Lopez - 6 May 2031 15:25".
func CutDateBehind(line string) string {
	if !strings.Contains(line, "20") {
		return line
	}
	rest, _ := cutDateBehind(line, append(dateSigns[:], ", ")...)
	return rest
}

func cutDateBehind(line string, signs ...string) (rest, on string) {
	if len(line) > maxDay || !strings.ContainsAny(line, "0123456789") {
		return line, ""
	}
	for _, sign := range signs {
		for at := strings.Index(line, sign); at > 0; {
			behind := line[at+len(sign):]
			if d, _ := ReadDay(behind, 0); d.Number == 0 && d.Date != "" && isTimeAtMost(strings.Trim(d.Rest, words.Trailing+"()")) {
				return strings.TrimRight(line[:at], words.Trailing), d.Date
			}
			next := strings.Index(behind, sign)
			if next < 0 {
				break
			}
			at += len(sign) + next
		}
	}
	return line, ""
}

func isTimeAtMost(s string) bool { return s == "" || IsTime(s) }

func firstWord(s string) string {
	word, _ := words.Cut(s)
	return word
}

// NamesPeriod reports whether all words of a text are months and years.
func NamesPeriod(text string) bool {
	n := 0
	for w := range words.In(text) {
		digits, none := words.CutDigits(w)
		if isYear := none == "" && len(digits) == len("2006"); !isYear && !isMonth(w) {
			return false
		}
		n++
	}
	return n > 0
}
