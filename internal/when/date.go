package when

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A date is the first date found in a text, and its position.
type date struct {
	text       string // YYYY-MM-DD; MM-DD without a year; `5/6` as written if either could be the month; empty if there is none
	start, end int
	isEnd      bool // of a range of days; there is no text then
	order      Order
}

// An Order is that of day and month in digits with a slash between.
type Order int8

const (
	UnknownOrder Order = iota // or none
	DayFirst
	MonthFirst
)

// isFull reports whether a date has its year.
func (d date) isFull() bool { return len(d.text) == len(time.DateOnly) && d.text[4] == '-' }

// findDate finds the first date in a text; it finds none in a range. named means that the number or
// the name of a day precedes the date: a short date is then enough.
func findDate(s string, year int, named bool) date {
	if !strings.ContainsAny(s, "0123456789") {
		return date{}
	}
	d := findDigits(s, year, named)
	if d.text == "" {
		d = findWords(s, year)
	}
	if endsRange(s[:d.start]) {
		return date{isEnd: true}
	}
	return d
}

// isBare reports whether a text has only signs that may separate a date from other words.
func isBare(s string) bool { return strings.Trim(s, words.Trailing+"().") == "" }

// endsRange reports whether a date that follows is the end of a range of days: `24-`, `24 May to`.
func endsRange(s string) bool {
	s = strings.TrimRight(s, " ")
	sign := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if calendars().ranges.At(s[sign+1:]) {
		s = s[:sign+1]
	} else if end, size := utf8.DecodeLastRuneInString(s); strings.ContainsRune("-–—/&", end) {
		s = s[:len(s)-size]
	} else {
		return false
	}
	s = strings.TrimRight(s, " .")
	before := strings.TrimRight(s, "0123456789")
	if digits := len(s) - len(before); digits > 0 {
		return digits <= 2
	}
	return isMonth(s[1+strings.LastIndexByte(s, ' '):])
}

// findDigits finds the first date in digits: `2016-05-24`, `24.5.2016`, `5/24/2016`. One with
// parts that could be either day or month is the first of the text; one without a year needs the
// name of a day before it, but for `24.5.`.
func findDigits(s string, year int, named bool) date {
	for i := 0; i < len(s); i++ {
		digits, _ := words.CutDigits(s[i:])
		if digits == "" {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		n := readDigits(s[i:])
		text, sure := n.date(year)
		if text != "" && !unicode.IsLetter(before) && (sure || isBare(s[:i]) && (named || n.isWhole())) {
			return date{text: text, start: i, end: i + n.size, order: n.order()}
		}
		i += len(digits) - 1
	}
	return date{}
}

// Numerals are up to three numbers with a sign between them.
type numerals struct {
	parts [3]string
	sign  byte
	size  int  // in bytes; 0 if they are no date
	dot   bool // there are two, with a full stop behind each
}

// readDigits reads the numerals at the head of a text.
func readDigits(s string) numerals {
	var n numerals
	rest := s
	n.parts[0], rest = words.CutDigits(rest)
	if len(n.parts[0]) == len("20160524") {
		return numerals{parts: [3]string{s[:4], s[4:6], s[6:8]}, size: 8}
	}
	if strings.HasPrefix(rest, "年") {
		return readKanji(s)
	}
	if rest == "" || strings.IndexByte("-/.", rest[0]) < 0 {
		return n
	}
	n.sign = rest[0]
	n.parts[1], rest = words.CutDigits(n.behindSign(rest))
	third, after := words.CutDigits(n.behindSign(rest))
	if len(third) == 4 || third != "" && rest[1] != ' ' {
		n.parts[2], rest = third, after
	} else if strings.HasPrefix(rest, ".") {
		n.dot, rest = true, rest[1:]
	}
	if !words.BeginsWord(rest) {
		n.size = len(s) - len(rest)
	}
	return n
}

// readKanji reads `2022年7月8日`.
func readKanji(s string) numerals {
	var n numerals
	rest := s
	for i, sign := range []string{"年", "月", "日"} {
		digits, after := words.CutDigits(rest)
		after, found := strings.CutPrefix(after, sign)
		if !found {
			return numerals{}
		}
		n.parts[i], rest = digits, after
	}
	n.size = len(s) - len(rest)
	return n
}

func (n numerals) behindSign(s string) string {
	if s == "" || s[0] != n.sign {
		return ""
	}
	if n.sign == '.' {
		return strings.TrimPrefix(s[1:], " ")
	}
	return s[1:]
}

// date returns the date as date.text has it; it is sure if nothing else can be meant.
func (n numerals) date(year int) (text string, sure bool) {
	first, second, third := number(n.parts[0]), number(n.parts[1]), number(n.parts[2])
	short := n.parts[2] == ""
	switch {
	case n.size == 0:
		return "", false
	case len(n.parts[0]) == 4 && (n.sign == '.' || len(n.parts[1]) > 2 || len(n.parts[2]) > 2):
		return "", false
	case len(n.parts[0]) == 4:
		return dateText(first, second, third), true
	case short && n.sign == '-' || !short && len(n.parts[2]) != 4:
		return "", false
	}
	if !short {
		year = third
	}
	switch {
	case n.sign == '.' || first > 12 || first == second:
		return dateText(year, second, first), !short
	case second > 12:
		return dateText(year, first, second), !short
	case first == 0 || second == 0:
		return "", false
	}
	return strings.TrimRight(strings.Join(n.parts[:], "/"), "/"), false
}

func (n numerals) order() Order {
	switch {
	case n.sign != '/' || len(n.parts[0]) == 4:
		return UnknownOrder
	case number(n.parts[0]) > 12:
		return DayFirst
	case number(n.parts[1]) > 12:
		return MonthFirst
	}
	return UnknownOrder
}

// isWhole reports whether numerals are no shorter than a date needs to be without the name of a
// day before it.
func (n numerals) isWhole() bool { return n.dot || n.parts[2] != "" }

// dateText writes a date; it is empty if there is no such day. A year of 0 is unknown.
func dateText(year, month, day int) string {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	switch {
	case int(t.Month()) != month:
		return ""
	case year == 0:
		return t.Format("01-02")
	}
	return t.Format(time.DateOnly)
}

// The day before the name of a month, and the end of that name with the day and the year behind
// it.
var (
	dayBefore = words.Regexp(`(?i)(?:^|\W|\b(\d{1,2})(?:st|nd|rd|th|er|º|°)?(?:\.\s*|\s+|-)(?:(?:of|de|di)\s+)?)$`)
	dayBehind = words.Regexp(`(?i)^.\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?(?:(?:,?\s+|-)(?:del?\s+)?(\d{4}))?\b`)
)

// findWords finds the first date with the month in words: `24 May 2016`, `May 24th`, `24 de mayo
// de 2016`.
func findWords(s string, year int) date {
	end := 0
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		start := end + strings.Index(s[end:], word)
		end = start + len(word)
		month := calendars().months.Of(word)
		if month == 0 {
			continue
		}
		before, behind := dayBefore().FindStringSubmatch(s[:start]), dayBehind().FindStringSubmatch(s[end-1:])
		if before == nil || behind == nil || (before[1] == "") == (behind[1] == "") {
			continue
		}
		if before[1] != "" {
			start -= len(before[0])
		}
		if behind[2] != "" {
			year = number(behind[2])
		}
		return date{text: dateText(year, month, number(before[1]+behind[1])), start: start, end: end - 1 + len(behind[0])}
	}
	return date{}
}
