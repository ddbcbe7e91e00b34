package parse

import (
	"html"
	"regexp"
	"strings"
)

// unseen are the signs that enclose what a browser does not show.
var unseen = []struct{ start, end func() *regexp.Regexp }{
	{lazy(`<!--`), lazy(`-->`)},
	{lazy(`(?i)<script\b`), lazy(`(?i)</script\s*>`)},
	{lazy(`(?i)<style\b`), lazy(`(?i)</style\s*>`)},
}

var tag = lazy(`</?[A-Za-z!?][^>]*>`)

// htmlText is the text that a browser shows of raw HTML.
func htmlText(raw string) string {
	for _, u := range unseen {
		raw = cutBetween(raw, u.start(), u.end())
	}
	return html.UnescapeString(tag().ReplaceAllString(raw, ""))
}

// cutBetween takes out what stands between two signs, and the signs. What is not closed stays.
func cutBetween(s string, start, end *regexp.Regexp) string {
	var out strings.Builder
	for {
		from := start.FindStringIndex(s)
		if from == nil {
			break
		}
		to := end.FindStringIndex(s[from[1]:])
		if to == nil {
			break
		}
		out.WriteString(s[:from[0]])
		s = s[from[1]+to[1]:]
	}
	return out.String() + s
}
