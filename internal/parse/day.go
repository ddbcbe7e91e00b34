package parse

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

var (
	isoDate  = lazy(`\b(\d{4})-(\d{2})-(\d{2})\b`)
	dotDate  = lazy(`\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b`)
	wordDate = lazy(`(?i)\b(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?)?([a-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?(?:,?\s+(\d{4}))?\b`)
)

// lazy compiles a regular expression when it is first needed: the program is started for every
// answer, and most answers need few of them.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// A day is what a heading says of a day of the summit.
type day struct {
	number int    // 0 when the heading gives a date or a weekday only
	date   string // YYYY-MM-DD; empty when the heading gives none, or none with a year
	more   bool   // the heading says more than that
}

// dayRest are the words that may follow the number or the name of a day without a separator.
// "Day 2 operations" and "Friday deploys" are titles.
var dayRest = set(`afternoon agenda evening keynotes morning night notes recap schedule sessions summary talks tracks workshops`)

var numbers = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
	"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
	"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5,
}

var (
	dayWords  = set(`day tag jour dag dia día giorno`)
	dayPrefix = set(`conference summit conf event main`)
	weekdays  = set(`monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag`)
	shortDays = set(`mon tue tues wed thu thur thurs fri sat sun`)
)

const (
	maxDay  = 200 // longest heading of a day, in bytes
	maxDate = 50  // longest date that stands alone
)

// readDay reads headings such as `Day 2:`, `Day two - May 24, 2016`, `2016-05-24`, `Tuesday`,
// `Tuesday, 24 May` and `Tue 24 May`. year completes a date without one; it is 0 when unknown.
func readDay(heading string, year int) (day, bool) {
	heading = cutAttributes(trimSymbols(heading))
	if len(heading) > maxDay {
		return day{}, false
	}
	var d day
	n, rest := cutDayNumber(heading)
	found := n > 0
	d.number = n
	if name, after := cutWord(strings.TrimLeft(rest, trailing+"(")); weekdays.has(name) {
		rest, found = after, true
	} else if shortDays.has(name) && strings.ContainsAny(after, "0123456789") {
		rest = after
	}
	if !found && len(rest) > maxDate {
		return day{}, false
	}
	date, whole := readDate(rest, year)
	if whole || found && endsDay(rest, date) {
		d.date, d.more = date, saysMore(rest)
		return d, true
	}
	return day{}, false
}

// saysMore reports whether what follows the number or the name of a day is more than a date.
func saysMore(rest string) bool {
	for _, w := range wordsOf(rest) {
		if !unicode.IsDigit(rune(w[0])) && !isMonth(w) && !weekdays.has(w) && !shortDays.has(w) && !dayRest.has(w) && w != "of" && w != "the" {
			return true
		}
	}
	return false
}

// cutDayNumber takes `Day 2` or `Second day` off the head of s.
func cutDayNumber(s string) (n int, rest string) {
	first, rest := cutWord(s)
	if dayPrefix.has(first) {
		if word, after := cutWord(rest); dayWords.has(word) {
			first, rest = word, after
		}
	}
	second, after := cutWord(rest)
	switch {
	case dayWords.has(first) && numbers[second] > 0:
		return numbers[second], after
	case dayWords.has(first) && len(second) <= 2:
		if n, err := strconv.Atoi(second); err == nil {
			return n, after
		}
	case dayWords.has(second) && numbers[first] > 0:
		return numbers[first], after
	}
	return 0, s
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
func endsDay(rest, date string) bool {
	rest = strings.TrimLeft(rest, " )")
	if rest == "" || date != "" {
		return true
	}
	word, _ := cutWord(rest)
	r, _ := utf8.DecodeRuneInString(rest)
	return dayRest.has(word) || strings.ContainsRune(":,;-–—|•·(./", r) || unicode.IsDigit(r) || isMonth(word)
}

// readDate finds a date in s; whole tells that s holds nothing else.
func readDate(s string, year int) (date string, whole bool) {
	if !strings.ContainsAny(s, "0123456789") {
		return "", false
	}
	only := func(m string) bool { return strings.Trim(s, trailing+"()") == m }
	if m := isoDate().FindString(s); m != "" {
		if _, err := time.Parse(time.DateOnly, m); err == nil {
			return m, only(m)
		}
	}
	if m := dotDate().FindStringSubmatch(s); m != nil {
		if t, err := time.Parse("2-1-2006", m[1]+"-"+m[2]+"-"+m[3]); err == nil {
			return t.Format(time.DateOnly), only(m[0])
		}
	}
	return readWordDate(s, year)
}

func isMonth(word string) bool {
	_, ok := monthOf(word)
	return ok
}

// readWordDate reads a date with the month in words; whole tells that s holds nothing else.
func readWordDate(s string, year int) (date string, whole bool) {
	if !namesMonth(s) {
		return "", false
	}
	for _, m := range wordDate().FindAllStringSubmatch(s, -1) {
		month, ok := monthOf(m[2])
		dayOf := m[1] + m[3]
		if !ok || dayOf == "" || m[1] != "" && m[3] != "" {
			continue
		}
		if m[4] != "" {
			year, _ = strconv.Atoi(m[4])
		}
		n, _ := strconv.Atoi(dayOf)
		t := time.Date(year, month, n, 0, 0, 0, 0, time.UTC)
		if year == 0 || t.Day() != n {
			return "", false
		}
		return t.Format(time.DateOnly), strings.Trim(s, trailing+"()") == strings.TrimSpace(m[0])
	}
	return "", false
}

// namesMonth looks quickly whether a month stands anywhere in s.
func namesMonth(s string) bool {
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return (r|0x20) < 'a' || (r|0x20) > 'z' }) {
		if isMonth(w) {
			return true
		}
	}
	return false
}

func monthOf(s string) (time.Month, bool) {
	if len(s) < 3 {
		return 0, false
	}
	for m := time.January; m <= time.December; m++ {
		name := m.String()
		if strings.EqualFold(s, name) || len(s) <= 4 && strings.EqualFold(s, name[:min(len(s), len(name))]) {
			return m, true
		}
	}
	return 0, false
}
