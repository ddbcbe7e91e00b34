package render

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// links writes the links of a session, one a line.
func (p *page) links(links []summit.Link) { p.linksAt(indent, 0, links) }

// linksAt writes each link on a line: its kind, padded to a width, and its address, which is never
// broken.
func (p *page) linksAt(indent string, width int, links []summit.Link) {
	for _, l := range links {
		width = max(width, len(l.Kind)+2)
	}
	for _, l := range links {
		p.addressLine(indent, string(l.Kind), width, clean(shownAddress(l.URL)), clean(remarks(l)))
	}
}

// addressLine writes a label and an address. The address goes below the label on a narrow page, or
// if it fits only there, and then without the indent if it fits only so. A remark is added if it
// fits.
func (p *page) addressLine(indent, label string, width int, address, remark string) {
	shown := address
	if p.Links && isLink(address) {
		shown = p.shortAddress(address)
	}
	columns := columnsOf(shown)
	beside := indent + label + strings.Repeat(" ", width-len(label))
	places := []string{beside, indent, ""}
	if p.isNarrow() {
		places = places[1:]
	}
	fits := slices.IndexFunc(places, func(lead string) bool { return len(lead)+columns <= p.Width })
	lead := places[max(0, fits)]
	if lead != beside {
		p.explain(indent, label)
		label = ""
	} else {
		label = strings.TrimRight(lead, " ")
	}
	p.out.WriteString(p.paint(label, dim) + lead[len(label):])
	p.out.WriteString(p.link(shown, address))
	if p.Width > 0 && len(lead)+columns+1+columnsOf(remark) > p.textWidth() {
		p.out.WriteString("\n")
		p.explain(strings.Repeat(" ", max(len(lead), len(indent))), remark)
		return
	}
	if remark != "" {
		p.out.WriteString(p.paint(" "+remark, dim))
	}
	p.out.WriteString("\n")
}

// remarks are the remarks that follow the address of a link.
func remarks(l summit.Link) string {
	out := ""
	if l.Label != "" {
		out = "(" + l.Label + ")"
	}
	if l.Inferred {
		out = joinFilled(" ", out, "(probably this talk)")
	}
	return out
}

// shownAddress is the shown form of an address. An event on Sched is shown without its slug, which
// is optional: public texts link events so, as in https://cfeu17.sched.com/event/Bity.
func shownAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || !strings.HasSuffix(u.Host, ".sched.com") && !strings.HasSuffix(u.Host, ".sched.org") {
		return address
	}
	parts := strings.Split(u.Path, "/")
	if len(parts) < 4 || parts[1] != "event" || parts[2] == "" {
		return address
	}
	return u.Scheme + "://" + u.Host + "/event/" + parts[2]
}

// longestShort is the greatest width at which a hyperlink shows the whole address.
const longestShort = 56

// shortAddress is the text of a hyperlink: the address without its scheme, or only the host and the
// end of a long one.
func (p *page) shortAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	host := strings.TrimPrefix(u.Host, "www.")
	if id := u.Query().Get("v"); strings.HasSuffix(host, "youtube.com") && u.Path == "/watch" && id != "" {
		return "youtu.be/" + clean(id)
	}
	whole := strings.TrimSuffix(host+strings.TrimPrefix(address, u.Scheme+"://"+u.Host), "/")
	if columnsOf(whole) <= longestShort {
		return whole
	}
	last := clean(path.Base(u.Path))
	last = lastColumns(last, longestShort-len(host)-3)
	return host + p.sign("/…/", "/.../") + last
}

// lastColumns is the end of a text that fits in room, from a whole word on if it has several. The
// end of an address tells more than its beginning.
func lastColumns(text string, room int) string {
	if columnsOf(text) <= room {
		return text
	}
	room = max(room, 8)
	text = text[max(0, len(text)-room*(1+maxMarks)*utf8.UTFMax):] // a longer text cannot fit
	for columnsOf(text) >= room || !utf8.RuneStart(text[0]) {
		_, size := utf8.DecodeRuneInString(text)
		text = text[size:]
	}
	if _, whole, _ := strings.Cut(text, "-"); whole != "" {
		text = whole
	}
	return text
}

// link makes a text a hyperlink, on terminals that support it.
func (st Style) link(shown, address string) string {
	if !st.Links || !words.BeginsAddress(address) {
		return shown
	}
	return "\x1b]8;;" + linkTarget(address) + "\x1b\\" + shown + "\x1b]8;;\x1b\\"
}

// linkTarget is an address with the characters that OSC 8 allows: printable ASCII.
func linkTarget(address string) string {
	var out strings.Builder
	for _, c := range []byte(address) {
		if c > ' ' && c < 0x7f {
			out.WriteByte(c)
		} else {
			const hex = "0123456789ABCDEF"
			out.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return out.String()
}
