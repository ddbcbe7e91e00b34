package parse

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// A date is the first that stands in a text.
type date struct {
	text       string // see readDate
	start, end int
}

// readDate finds a date in s: YYYY-MM-DD, or MM-DD where the year is unknown, or `5/6` as written
// where either part could be the month; empty where there is none, or a range of them. whole tells
// that s says nothing else. named tells that s stands behind the name or the number of a day, so
// that a date may be short.
func readDate(s string, year int, named bool) (text string, whole bool) {
	d := findDate(s, year, named)
	if d.text == "" {
		return "", false
	}
	return d.text, isBare(s[:d.start]) && isBareDay(s[d.end:])
}

// dateOf is the one date in the name of an event; empty where there is none, or more than one.
func dateOf(name string) string {
	d := findDate(name, 0, false)
	if !isFull(d.text) || strings.ContainsAny(name[d.end:], "0123456789") {
		return ""
	}
	return d.text
}

func findDate(s string, year int, named bool) date {
	if !strings.ContainsAny(s, "0123456789") {
		return date{}
	}
	d := findDigits(s, year, named)
	if d.text == "" {
		d = findWords(s, year)
	}
	if endsRange(s[:d.start]) {
		return date{}
	}
	return d
}

// isFull reports whether a date has its year.
func isFull(text string) bool { return len(text) == len(time.DateOnly) && text[4] == '-' }

// isBare reports whether s has nothing but what may part a date from other words.
func isBare(s string) bool { return strings.Trim(s, trailing+"().") == "" }

// isBareDay reports whether s has no words but those that may follow a day.
func isBareDay(s string) bool {
	if isBare(s) {
		return true
	}
	for w := range wordsIn(s) {
		if w = strings.ToLower(w); !dayRest.has(w) && weekdays()[w] == 0 && shortDays()[w] == 0 {
			return false
		}
	}
	return true
}

// endsRange reports whether what follows s is the end of a range of days: `24-`, `24 May to`.
func endsRange(s string) bool {
	s = strings.TrimRight(s, " ")
	sign := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if word := s[sign+1:]; rangeWords.has(word) {
		s = s[:sign+1]
	} else if end, size := utf8.DecodeLastRuneInString(s); size > 0 && strings.ContainsRune("-–—/&", end) {
		s = s[:len(s)-size]
	} else {
		return false
	}
	s = strings.TrimRight(s, " .")
	before := strings.TrimRight(s, "0123456789")
	if digits := len(s) - len(before); digits > 0 {
		return digits <= 2
	}
	return isMonth(strings.ToLower(s[1+strings.LastIndexByte(s, ' '):]))
}

// findDigits finds the first date in digits: `2016-05-24`, `24.5.2016`, `5/24/2016`. One without a
// year, or with parts that could be either day or month, counts only behind the name of a day;
// `24.5.` and `5/6/2016` may stand alone.
func findDigits(s string, year int, named bool) date {
	for i := 0; i < len(s); i++ {
		digits, _ := cutDigits(s[i:])
		if digits == "" {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		n := readDigits(s[i:])
		text, sure := n.date(year)
		if text != "" && !unicode.IsLetter(before) && (sure || isBare(s[:i]) && n.fits(s[i+n.size:], named)) {
			return date{text, i, i + n.size}
		}
		i += len(digits) - 1
	}
	return date{}
}

// Numerals are up to three numbers with a sign between them.
type numerals struct {
	parts [3]string
	sign  byte
	size  int  // in bytes, in the text at whose head they stand
	dot   bool // there are two, with a full stop behind each
}

func readDigits(s string) numerals {
	var n numerals
	rest := s
	n.parts[0], rest = cutDigits(rest)
	if rest == "" || strings.IndexByte("-/.", rest[0]) < 0 {
		return n
	}
	n.sign = rest[0]
	n.parts[1], rest = cutDigits(n.behindSign(rest))
	third, after := cutDigits(n.behindSign(rest))
	if len(third) == 4 || third != "" && rest[1] != ' ' {
		n.parts[2], rest = third, after
	} else if n.sign == '.' && strings.HasPrefix(rest, ".") {
		n.dot, rest = true, rest[1:]
	}
	if !isLetterAt(rest) {
		n.size = len(s) - len(rest)
	}
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

// date is the date that numerals are; see readDate. It is sure where nothing else can be meant.
func (n numerals) date(year int) (text string, sure bool) {
	first, second, third := number(n.parts[0]), number(n.parts[1]), number(n.parts[2])
	short := n.parts[2] == ""
	if n.size == 0 || n.parts[1] == "" {
		return "", false
	}
	if len(n.parts[0]) == 4 {
		if short || n.sign == '.' || len(n.parts[1]) > 2 || len(n.parts[2]) > 2 {
			return "", false
		}
		return dateText(first, second, third), true
	}
	if n.sign == '-' || !short && len(n.parts[2]) != 4 {
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
	}
	if first == 0 || second == 0 {
		return "", false
	}
	return strings.TrimRight(strings.Join(n.parts[:], "/"), "/"), false
}

// fits reports whether numerals that could be other than a date are one by what follows.
func (n numerals) fits(after string, named bool) bool {
	if n.sign == '/' {
		return named && endsDay(after, "") || n.parts[2] != "" && isBareDay(after)
	}
	return n.dot && (named || isBareDay(after)) || named && isBareDay(after)
}

func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

// dateText writes a date; it is empty where there is no such day. A year of 0 is unknown.
func dateText(year, month, day int) string {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	switch {
	case int(t.Month()) != month || t.Day() != day:
		return ""
	case year == 0:
		return t.Format("01-02")
	}
	return t.Format(time.DateOnly)
}

var wordDate = lazy(`(?i)\b(?:(\d{1,2})(?:st|nd|rd|th|er|º|°)?(?:\.\s*|\s+)(?:(?:of|de|di)\s+)?)?(\p{L}{3,10})\.?` +
	`(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?(?:,?\s+(?:del?\s+)?(\d{4}))?\b`)

// findWords finds the first date with the month in words.
func findWords(s string, year int) date {
	if !namesMonth(s) {
		return date{}
	}
	for at := 0; at < len(s); {
		m := wordDate().FindStringSubmatchIndex(s[at:])
		if m == nil {
			break
		}
		group := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return s[at+m[2*n] : at+m[2*n+1]]
		}
		month, before, behind := months()[strings.ToLower(group(2))], group(1), group(3)
		if month == 0 || (before == "") == (behind == "") {
			at += m[5]
			at += len(s[at:]) - len(strings.TrimLeftFunc(s[at:], unicode.IsLetter))
			continue
		}
		if group(4) != "" {
			year = number(group(4))
		}
		return date{dateText(year, month, number(before+behind)), at + m[0], at + m[1]}
	}
	return date{}
}

func isMonth(word string) bool { return months()[word] > 0 }

// namesMonth looks quickly whether a month stands anywhere in s.
func namesMonth(s string) bool {
	for w := range strings.FieldsFuncSeq(s, notLetter) {
		if isMonth(strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// The languages of these words are English, German, French, Spanish, Italian, Portuguese and Dutch.
// A month or a weekday that is cut short is left out where that is a word of English titles.
var (
	months = ranked(
		`january jan januar janvier janv enero ene gennaio janeiro januari`,
		`february feb febr februar février fevrier févr febrero febbraio fevereiro fev februari`,
		`march mar marc märz mär mrz mars marzo março marco maart mrt`,
		`april apr apri avril avr abril abr aprile`,
		`may mai mayo maggio maio mei`,
		`june jun juni juin junio giugno giu junho`,
		`july jul juli juillet juil julio luglio julho`,
		`august aug augu août aout agosto augustus`,
		`september sep sept septembre septiembre settembre setembro`,
		`october oct octo oktober okt octobre octubre ottobre ott outubro`,
		`november nov nove novembre noviembre novembro`,
		`december dec dece dezember dez décembre déc decembre diciembre dic dicembre dezembro`,
	)

	weekdays = ranked(
		`monday montag lundi lunes lunedì lunedi segunda-feira maandag`,
		`tuesday dienstag mardi martes martedì martedi terça-feira dinsdag`,
		`wednesday mittwoch mercredi miércoles miercoles mercoledì mercoledi quarta-feira woensdag`,
		`thursday donnerstag jeudi jueves giovedì giovedi quinta-feira donderdag`,
		`friday freitag vendredi viernes venerdì venerdi sexta-feira vrijdag`,
		`saturday samstag sonnabend samedi sábado sabado sabato zaterdag`,
		`sunday sonntag dimanche domingo domenica zondag`,
	)

	// shortDays name a day only where a date follows.
	shortDays = ranked(
		`mon mo lun seg ma`, `tue tues di mar ter`, `wed mi mer mié qua wo`, `thu thur thurs do jeu jue gio qui`,
		`fri fr ven vie vr`, `sat sa sam sáb sab za`, `sun so dim dom zo`,
	)

	rangeWords  = set(`and to bis und à et y e al tot en`)
	dateFillers = set(`of the de del di den der am le el`)
)
