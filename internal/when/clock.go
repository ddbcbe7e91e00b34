package when

import (
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// CutTime takes the time of day, or a span of two, off the head of a title: `9:30`,
// `09.30–10:15`, `2pm`, `14h00`, `10.45 Uhr`. An hour alone may be the first words of a title: "5
// am pages".
func CutTime(title string) (rest string, found bool) {
	clock := strings.TrimLeft(title, "([*~≈")
	rest, found = cutClock(clock)
	if !found {
		return title, false
	}
	first := clock[:len(clock)-len(rest)]
	rest, span := cutEnd(rest)
	if zone, after, _ := strings.Cut(strings.TrimLeft(rest, " "), " "); calendars().zones.At(strings.TrimRight(zone, ":,")) {
		rest = ": " + after
	}
	if !span && isHour(first) && !endsHour(rest, first) {
		return title, false
	}
	if rest = strings.TrimLeft(rest, words.Trailing+")]*"); rest == "" {
		return title, false
	}
	return rest, true
}

// BeginsWithSpan reports whether a title begins with a span of two times of day.
func BeginsWithSpan(title string) bool {
	rest, found := cutClock(title)
	if !found {
		return false
	}
	_, span := cutEnd(rest)
	return span
}

// IsTime reports whether a text is a time of day, or a span of two.
func IsTime(s string) bool {
	rest, found := cutClock(s)
	rest, _ = cutEnd(rest)
	return found && rest == ""
}

// CutTimeBehind takes a time of day in parentheses off the end of a title: `Title (9am)`, `Title
// (~2:10pm)`.
func CutTimeBehind(title string) (rest string, found bool) {
	open := strings.LastIndexByte(title, '(')
	if open < 1 {
		return title, false
	}
	inside, closed := strings.CutSuffix(title[open+1:], ")")
	after, found := cutClock(strings.TrimLeft(inside, "~≈"))
	if !closed || !found || after != "" {
		return title, false
	}
	return strings.TrimRight(title[:open], " "), true
}

// cutEnd takes the second time of a span off the head of a text.
func cutEnd(s string) (rest string, found bool) {
	to := strings.TrimLeft(s, " ")
	for _, sign := range []string{"-", "–", "—", "~", "〜", "～", "to ", "bis "} {
		if after, cut := strings.CutPrefix(to, sign); cut {
			if rest, found := cutClock(strings.TrimLeft(after, " ")); found {
				return rest, true
			}
		}
	}
	return s, false
}

// isHour reports whether a time of day has no minutes.
func isHour(clock string) bool {
	_, unit := words.CutDigits(clock)
	return !strings.ContainsAny(unit, "0123456789")
}

// endsHour reports whether an hour ends before a text: the text begins with a sign, or with a
// capital if the hour is no length of time such as "14h".
func endsHour(rest, hour string) bool {
	rest = strings.TrimLeft(rest, " ")
	if strings.TrimLeft(rest, words.Trailing+")]*") != rest {
		return true
	}
	_, unit := words.CutDigits(hour)
	return words.IsProper(rest) && !strings.HasPrefix(strings.TrimLeft(unit, " "), "h")
}

func cutClock(s string) (rest string, found bool) {
	hour, rest, found := cutShort(s)
	if !found {
		return s, false
	}
	found = false
	half := false // the full stop between hour and minute could be that of a number
	if rest != "" && strings.IndexByte(":.hH", rest[0]) >= 0 {
		if minute, after := words.CutDigits(rest[1:]); len(minute) == 2 && minute < "60" {
			rest, found, half = after, rest[0] != '.' || len(hour) == 2, rest[0] == '.'
		}
	}
	for _, unit := range []string{" am", " pm", "am", "pm", " a.m.", " p.m.", " Uhr", " h", "h"} {
		if len(rest) >= len(unit) && strings.EqualFold(rest[:len(unit)], unit) && !words.BeginsWord(rest[len(unit):]) {
			return rest[len(unit):], true
		}
	}
	if half && rest != "" && rest[0] != ' ' && rest[0] != '-' && !strings.HasPrefix(rest, "–") {
		return s, false
	}
	return rest, found && !words.BeginsWord(rest)
}
