package when

import (
	"path/filepath"
	"strings"
	"unicode"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// maxFolders are those nearest to a file that may tell its day.
const maxFolders = 3

// ReadFileName reads the number of a day and the date, YYYY-MM-DD, that the name of a file and
// the folders above it give: `2023-04-15-devoxx/talk.md`, `kubecon/day-1.md`. The deeper name
// wins; a date above a number is that of the first day.
func ReadFileName(file string) (number int, on string) {
	name := strings.TrimSuffix(filepath.ToSlash(file), filepath.Ext(file))
	for range maxFolders + 1 {
		at := strings.LastIndexByte(name, '/')
		part := strings.Map(withoutUnderscore, name[at+1:])
		date := dateOfName(part, name[:max(at, 0)])
		n := dayNumberIn(part)
		if on == "" && (number < 2 || n == number) {
			on = date
		}
		if number == 0 {
			number = n
		}
		if at < 0 {
			break
		}
		name = name[:at]
	}
	if number == 0 && on == "" { // folders by year, month and day
		all := strings.Split(filepath.ToSlash(file), "/")
		on, _ = DateIn(strings.Join(all[max(0, len(all)-1-maxFolders):], "/"), 0)
	}
	return number, on
}

// dateOfName is the date in the name of a file or a folder: `2031-05-06-ropes`, `2031 05 06`,
// `ropes-05-06` in a folder that is a year, or `ropes dec 10 31`.
func dateOfName(name, folder string) string {
	inYear := ""
	if year := folder[1+strings.LastIndexByte(folder, '/'):]; len(year) == len("2031") {
		inYear = year + "-" + name[max(0, len(name)-len("05-06")):]
	}
	words := strings.ReplaceAll(name, "-", " ")
	year := 1 + strings.LastIndexByte(words, ' ')
	for _, text := range []string{
		name, strings.ReplaceAll(name, " ", "-"), inYear, words[:year] + "20" + words[year:],
	} {
		if on, _ := DateIn(text, 0); on != "" {
			return on
		}
	}
	return ""
}

// YearInPath is the year in the name of a file or of the folders above it, the deepest first; 0
// if there is none.
func YearInPath(file string) int {
	parts := strings.Split(filepath.ToSlash(file), "/")
	for i := len(parts) - 1; i >= max(0, len(parts)-1-maxFolders); i-- {
		for run := range strings.FieldsFuncSeq(parts[i], func(r rune) bool { return !unicode.IsDigit(r) }) {
			if len(run) == 4 && (run[:2] == "19" || run[:2] == "20") {
				return number(run)
			}
		}
	}
	return 0
}

func withoutUnderscore(r rune) rune {
	if r == '_' {
		return '-'
	}
	return r
}

// dayNumberIn is the number of the day at the end of a name: `day-1`, `kubecon-day2`,
// `day-two-notes`. "day-2-operations" is a title.
func dayNumberIn(name string) int {
	c := calendars()
	if n := gluedDay(name); n > 0 {
		return n
	}
	all := nameWords(name)
	for i, w := range all[:max(0, len(all)-1)] {
		digits, none, found := cutShort(all[i+1])
		n := 0
		switch {
		case !c.days.At(w) || !endsName(all[i+2:]):
		case found && none == "":
			n = number(digits)
		case i == 0:
			n = c.numbers.At(all[i+1])
		}
		if n > 0 {
			return n
		}
	}
	return 0
}

// gluedDay is the number of the day that is one word with it at the head of a name: `day1_ropes`.
// A short form needs the number of a talk behind it: `j1-2-ropes`.
func gluedDay(name string) int {
	first, rest := words.Cut(name)
	word := strings.TrimRight(first, "0123456789")
	digits := first[len(word):]
	next, _ := words.CutDigits(strings.TrimLeft(rest, "-_ "))
	if len(digits) > 2 || !calendars().days.At(word) && (next == "" || !calendars().shortDays.At(word)) {
		return 0
	}
	return number(digits)
}

// endsName reports whether these words may follow the number of a day: parts of the day, weekdays,
// months and numbers.
func endsName(rest []string) bool {
	for _, w := range rest {
		if !calendars().afterDay.At(w) && !isMonth(w) && !isWeekday(w) && !unicode.IsDigit(rune(w[0])) {
			return false
		}
	}
	return true
}

// nameWords are the words and the numbers of a name, in lower case.
func nameWords(name string) (all []string) {
	for _, w := range words.Lower(name) {
		if digits := strings.IndexAny(w, "0123456789"); digits > 0 {
			all = append(all, w[:digits])
			w = w[digits:]
		}
		all = append(all, w)
	}
	return all
}

// CutDayOfName takes the number of a day off the head of the name of a file: `Day 2 - Title`,
// `day1_title`.
func CutDayOfName(name string) string {
	first, rest := words.Cut(name)
	word := strings.TrimRight(first, "0123456789")
	switch {
	case !calendars().days.At(word):
		return name
	case word != first:
		return rest
	}
	if digits, after := words.CutDigits(strings.TrimLeft(rest, " -_")); digits != "" {
		return after
	}
	return name
}
