package parse

import (
	"cmp"
	"html"
	"regexp"
	"slices"
	"strings"
)

// unseen are the signs that enclose what a browser does not show.
var unseen = []struct{ start, end func() *regexp.Regexp }{
	{lazy(`<!--`), lazy(`-->`)},
	{lazy(`(?i)<script\b`), lazy(`(?i)</script\s*>`)},
	{lazy(`(?i)<style\b`), lazy(`(?i)</style\s*>`)},
}

var tagIn = lazy(`</?[A-Za-z!?][^>]*>`)

// htmlSpans is what a browser shows of raw HTML, a line for each of its own.
func htmlSpans(raw string) []span {
	for _, u := range unseen {
		raw = cutBetween(raw, u.start(), u.end())
	}
	var out []span
	a := anchor{lineBreak: "\n"}
	at := 0
	for _, tag := range tagIn().FindAllStringIndex(raw, -1) {
		out = append(out, span{text: html.UnescapeString(raw[at:tag[0]])})
		out = a.addTag(out, raw[tag[0]:tag[1]])
		at = tag[1]
	}
	out = append(out, span{text: html.UnescapeString(raw[at:])})
	return joined(a.end(out))
}

// An anchor is the link in HTML that is open.
type anchor struct {
	url       string // empty when none is open
	at        int    // of the first span that leads there
	lineBreak string // what parts one element from the next
}

// addTag adds what a tag of HTML means. What stands between angle brackets and is no tag, such as
// `<name>`, is text.
func (a *anchor) addTag(out []span, raw string) []span {
	if strings.HasPrefix(raw, "<!") || strings.HasPrefix(raw, "<?") {
		return out
	}
	name, ends := element(raw)
	switch {
	case name == "":
		return append(out, span{text: raw})
	case name == "a" && ends:
		return a.end(out)
	case name == "a":
		out = a.end(out)
		a.url, a.at = attribute(raw, hrefIn), len(out)
	case name == "img":
		if url := attribute(raw, srcIn); url != "" {
			out = append(out, span{text: attribute(raw, altIn), url: url, image: true})
		}
	case embeds.has(name):
		if url := attribute(raw, srcIn); isAddress(url) {
			out = append(out, span{text: url, url: url}, span{text: a.lineBreak})
		}
	case cells.has(name):
		out = append(out, span{text: " "})
	case !insideLines.has(name):
		out = append(out, span{text: a.lineBreak})
	}
	return out
}

// end makes one span of what stands in the anchor, images behind it.
func (a *anchor) end(out []span) []span {
	if a.url == "" {
		return out
	}
	inner := slices.Clone(out[a.at:])
	out = append(out[:a.at], span{text: written(inner), url: a.url})
	a.url = ""
	return append(out, images(inner)...)
}

// element is the name of the element that a tag of HTML begins or ends; empty where it is none: a word
// that HTML does not know, one with words behind it that are no attributes (`if a <b then c> d`), or
// the name of a type (`List<S>`).
func element(raw string) (name string, ends bool) {
	inner, ends := strings.CutPrefix(strings.Trim(raw, "<>"), "/")
	inner = strings.TrimSuffix(inner, "/")
	fields := strings.Fields(strings.ToLower(inner))
	if len(fields) == 0 || !elements.has(fields[0]) || len(inner) == 1 && inner != fields[0] {
		return "", false
	}
	for _, f := range fields[1:] {
		if strings.Contains(f, "=") {
			break
		}
		if !switches.has(f) {
			return "", false
		}
	}
	return fields[0], ends
}

var (
	hrefIn = lazy(`(?i)\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`)
	srcIn  = lazy(`(?i)\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`)
	altIn  = lazy(`(?i)\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`)
)

// attribute is the value of an attribute of a tag; empty where there is none.
func attribute(tag string, pattern func() *regexp.Regexp) string {
	m := pattern().FindStringSubmatch(tag)
	if m == nil {
		return ""
	}
	return strings.TrimSpace(html.UnescapeString(cmp.Or(m[1], m[2], m[3])))
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
