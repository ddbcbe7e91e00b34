package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutTime takes the time of day, or a span of two, off the head of a title: `9:30`, `09.30–10:15`,
// `2pm`, `14h00`, `10.45 Uhr`. An hour alone may be the first words of a title: "5 am pages".
func cutTime(s string) (rest string, found bool) {
	clock := strings.TrimLeft(s, "([*")
	rest, found = cutClock(clock)
	if !found {
		return s, false
	}
	span := false
	to := strings.TrimLeft(rest, " ")
	for _, sign := range []string{"-", "–", "—", "to ", "bis "} {
		if after, ok := strings.CutPrefix(to, sign); ok {
			if end, ok := cutClock(strings.TrimLeft(after, " ")); ok {
				rest, span = end, true
			}
			break
		}
	}
	title := strings.TrimLeft(rest, trailing+")]*")
	if title == "" || !span && isHour(clock[:len(clock)-len(rest)]) && !endsHour(rest, clock) {
		return s, false
	}
	return title, true
}

// isHour reports whether a time of day has no minutes.
func isHour(clock string) bool {
	_, unit := cutDigits(clock)
	return !strings.ContainsAny(unit, "0123456789")
}

// endsHour reports whether what follows an hour leaves it one: a sign, or a capital where the hour
// is no span of hours.
func endsHour(rest, clock string) bool {
	rest = strings.TrimLeft(rest, " ")
	if strings.TrimLeft(rest, trailing+")]*") != rest {
		return true
	}
	_, unit := cutDigits(clock)
	return isProper(rest) && !strings.HasPrefix(strings.TrimLeft(unit, " "), "h")
}

func cutClock(s string) (rest string, found bool) {
	hour, rest := cutDigits(s)
	half := false
	if rest != "" && strings.IndexByte(":.h", rest[0]) >= 0 {
		if minute, after := cutDigits(rest[1:]); len(minute) == 2 && minute < "60" && !strings.HasPrefix(after, ".") {
			rest, found, half = after, rest[0] != '.' || len(hour) == 2, rest[0] == '.'
		}
	}
	for _, sign := range []string{" am", " pm", "am", "pm", " a.m.", " p.m.", " Uhr", " h", "h"} {
		if len(rest) >= len(sign) && strings.EqualFold(rest[:len(sign)], sign) && (len(rest) == len(sign) || !isLetterAt(rest[len(sign):])) {
			return rest[len(sign):], hour != "" && len(hour) <= 2
		}
	}
	if half && rest != "" && rest[0] != ' ' && rest[0] != '-' && !strings.HasPrefix(rest, "–") {
		return s, false
	}
	return rest, found && len(hour) <= 2 && hour != "" && !isLetterAt(rest)
}

func cutDigits(s string) (digits, rest string) {
	n := len(s) - len(strings.TrimLeft(s, "0123456789"))
	return s[:n], s[n:]
}

func isLetterAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
