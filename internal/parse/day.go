package parse

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

var (
	dayNumber = lazy(`(?i)^day\s+(\d{1,2})\b`)
	isoDate   = lazy(`\b(\d{4})-(\d{2})-(\d{2})\b`)
	wordDate  = lazy(`(?i)\b(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+)?([a-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?(?:,?\s+(\d{4}))?\b`)
	weekday   = lazy(`(?i)^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b`)
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
}

// readDay reads headings such as `Day 2:`, `Day 2 - May 24, 2016`, `2016-05-24`, `Tuesday` and
// `Tuesday, 24 May`. year completes a date without one; it is 0 when unknown.
func readDay(heading string, year int) (day, bool) {
	var d day
	found := false
	if m := dayNumber().FindStringSubmatch(heading); m != nil {
		d.number, _ = strconv.Atoi(m[1])
		heading, found = heading[len(m[0]):], true
	}
	rest := heading
	if m := weekday().FindString(strings.TrimLeft(heading, trailing)); m != "" {
		rest, found = strings.TrimLeft(heading, trailing)[len(m):], true
	}
	if m := isoDate().FindString(rest); m != "" && (found || strings.Trim(rest, trailing+"()") == m) {
		if _, err := time.Parse(time.DateOnly, m); err == nil {
			d.date = m
			return d, true
		}
	}
	if date, whole := readWordDate(rest, year); date != "" && (found || whole) {
		d.date = date
		return d, true
	}
	return d, found
}

// readWordDate reads a date with the month in words; whole tells that s holds nothing else.
func readWordDate(s string, year int) (date string, whole bool) {
	if !strings.ContainsAny(s, "0123456789") {
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

func monthOf(s string) (time.Month, bool) {
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if s := strings.ToLower(s); s == name || len(s) >= 3 && s == name[:min(len(s), len(name))] && len(s) <= 4 {
			return m, true
		}
	}
	return 0, false
}
