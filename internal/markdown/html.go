package markdown

import (
	"cmp"
	"html"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// unseen are the signs around text that a browser does not show.
var unseen = []struct{ start, end func() *regexp.Regexp }{
	{words.Regexp(`<!--`), words.Regexp(`-->`)},
	{words.Regexp(`(?i)<script\b`), words.Regexp(`(?i)</script\s*>`)},
	{words.Regexp(`(?i)<style\b`), words.Regexp(`(?i)</style\s*>`)},
}

var tagIn = words.Regexp(`</?[A-Za-z!?][^>]*>`)

// htmlText is the text that a browser shows for raw HTML, with the same lines.
func htmlText(raw string) Text {
	for _, u := range unseen {
		raw = cutBetween(raw, u.start(), u.end())
	}
	var out Text
	a := anchor{lineBreak: "\n"}
	at := 0
	for _, tag := range tagIn().FindAllStringIndex(raw, -1) {
		out = append(out, Span{Text: html.UnescapeString(raw[at:tag[0]])})
		out = a.addTag(out, raw[tag[0]:tag[1]])
		at = tag[1]
	}
	out = append(out, Span{Text: html.UnescapeString(raw[at:])})
	return joined(a.end(out))
}

// cutBetween removes the text between two signs, and the signs. What is not closed stays.
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

// An anchor is the link in HTML that is open.
type anchor struct {
	url       string // empty if none is open
	at        int    // of the first span that leads there
	lineBreak string // what parts one element from the next
}

// addTag adds the meaning of an HTML tag. Text between angle brackets that is not a tag, such as
// `<name>`, stays.
func (a *anchor) addTag(out Text, raw string) Text {
	if strings.HasPrefix(raw, "<!") || strings.HasPrefix(raw, "<?") {
		return out
	}
	name, ends := element(raw)
	switch {
	case name == "":
		return append(out, Span{Text: raw})
	case name == "a" && ends:
		return a.end(out)
	case name == "a":
		out = a.end(out)
		a.url, a.at = attribute(raw, hrefIn), len(out)
	case name == "img":
		if url := attribute(raw, srcIn); url != "" {
			out = append(out, Span{Text: attribute(raw, altIn), URL: url, Image: true})
		}
	case htmlNames().embeds.At(name):
		if url := attribute(raw, srcIn); words.IsAddress(url) {
			out = append(out, Span{Text: url, URL: url}, Span{Text: a.lineBreak})
		}
	case name == "td" || name == "th":
		out = append(out, Span{Text: " "})
	case !htmlNames().insideLines.At(name):
		out = append(out, Span{Text: a.lineBreak})
	}
	return out
}

// end makes one span of the text in the anchor, followed by its images.
func (a *anchor) end(out Text) Text {
	if a.url == "" {
		return out
	}
	link := linkOf(slices.Clone(out[a.at:]), a.url)
	a.url = ""
	return append(out[:a.at], link...)
}

// element is the name of the element that a tag of HTML begins or ends; it is empty if it is
// none: a word that HTML does not know, one with words behind it that are no attributes (`if a <b
// then c> d`), or the name of a type (`List<S>`).
func element(raw string) (name string, ends bool) {
	inner, ends := strings.CutPrefix(strings.Trim(raw, "<>"), "/")
	inner = strings.TrimSuffix(inner, "/")
	fields := strings.Fields(strings.ToLower(inner))
	if !htmlNames().elements.At(fields[0]) || len(inner) == 1 && inner != fields[0] {
		return "", false
	}
	for _, f := range fields[1:] {
		if strings.Contains(f, "=") {
			break
		}
		if !htmlNames().switches.At(f) {
			return "", false
		}
	}
	return fields[0], ends
}

var (
	hrefIn = words.Regexp(attributeNamed("href"))
	srcIn  = words.Regexp(attributeNamed("src"))
	altIn  = words.Regexp(attributeNamed("alt"))
)

func attributeNamed(name string) (pattern string) {
	return `(?i)\s` + name + `\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`
}

// attribute is the value of an attribute of a tag; it is empty if there is none.
func attribute(tag string, pattern func() *regexp.Regexp) string {
	m := pattern().FindStringSubmatch(tag)
	if m == nil {
		return ""
	}
	return strings.TrimSpace(html.UnescapeString(cmp.Or(m[1], m[2], m[3])))
}

// An htmlWords has names of HTML: the elements, the elements that are part of a line, the elements
// that show another file, and the attributes that need no value.
type htmlWords struct{ elements, insideLines, embeds, switches words.Set }

var htmlNames = sync.OnceValue(func() htmlWords {
	return htmlWords{
		elements: words.NewSet(`a abbr address area article aside audio b bdi bdo big blockquote br button canvas caption center
			cite code col colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1
			h2 h3 h4 h5 h6 header hr i iframe img input ins kbd label legend li main map mark menu nav noscript object ol optgroup
			option output p param picture pre progress q rp rt ruby s samp script section select small source span strike strong
			style sub summary sup svg table tbody td textarea tfoot th thead time tr track tt u ul var video wbr`),
		insideLines: words.NewSet(`a abbr b bdi bdo big cite code data del dfn em font i input ins kbd label mark picture q rp rt
			ruby s samp small source span strike strong sub sup svg time track tt u var wbr`),
		embeds: words.NewSet(`audio embed iframe source video`),
		switches: words.NewSet(`/ allowfullscreen async autoplay checked controls default defer disabled hidden loop multiple
			muted open playsinline readonly required reversed selected`),
	}
})
