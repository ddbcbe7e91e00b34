package render

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

func TestMarkdownReadsBack(t *testing.T) {
	ix := bundled(t)
	for _, s := range ix.Sessions() {
		checkReadsBack(t, find(t, ix, answer.Query{IsSession: true, Session: s.ID}))
	}
	for _, topic := range ix.Topics() {
		checkReadsBack(t, find(t, ix, answer.Query{Words: []string{topic.ID}}))
	}
	checkReadsBack(t, find(t, ix, answer.Query{Words: []string{"diego", "security"}}))
	checkReadsBack(t, find(t, ix, answer.Query{IsSearch: true, Search: "container"}))
}

// asciiPunctuation are the characters that a backslash can escape.
const asciiPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

// TestMarkdownHasNoLooseJoiners has a joiner that follows a link, away from the character that it
// shapes.
func TestMarkdownHasNoLooseJoiners(t *testing.T) {
	const address = "https://example.com/😀"
	checkSafe(t, "Markdown", noteMarkdown(summit.Note{Text: address + "\u200d", Links: []string{address}}))
}

func TestMarkdownKeepsNastyNotes(t *testing.T) {
	var all []summit.Note
	for _, c := range asciiPunctuation {
		for _, pattern := range []string{"%c", "%c a", "a %c", "a %c b", "%[1]ca%[1]c", "a%cb", "%[1]c%[1]c%[1]c", "%[1]c %[1]c %[1]c", "%[1]c%[1]ca%[1]c%[1]c b", "[%c]", "1%c a", "a !%c"} {
			all = append(all, summit.Note{Text: fmt.Sprintf(pattern, c)})
		}
	}
	for _, text := range []string{
		"1. one", "12) twelve", "1234567890. too long for a list", "# heading", "####### seven", "no heading #", "## #", "C# and F#", "===", "---", "- [ ] task", "+ plus", "> quote",
		"`code` and ``more`` and ```", "a | b | c", "|---|---|", ": definition", "[^1]: note", "a[^1]", "~gone~", "[x] done", "<b>bold</b>", "<!-- comment -->", "<script>alert(1)</script>", "<div>", "</div>", "a <https://no.link> b",
		"&amp; &lt; &#35; &copy; & &x &; AT&T", "snake_case_word _em_ __strong__ a__b__c", "2*3*4 *em* **strong** ***", "[text](https://example.com)", "[text][ref]", "[ref]: https://example.com", "![image](x.png)",
		"\\", "\\\\", "\\*", "a\\", "trailing  ", "  leading", "\ttab\tand\ttab", "hard  break", "a\\\nb", "~~gone~~", "~~~", "www.example.com and me@example.com", "{{ site.url }} {% raw %}",
		"http://e.com/my_file_name", "www.example.com/<guid>/env", "ftp://h/<img src=x onerror=alert(1)>", "http://", "http://<b>", "HTTPS://E.com/_a_ WWW.e.com/_a_",
		"me@e.com/<b> a_b@c.d_e @you a@ @", "e.com/<b>a</b>_c_", "mailto:a@b.c/<i>", "//e.com/<b>", "xhttp://e.com/`a`", "https://e.com/a\\<b>", "(http://e.com/*a*)!", "![http://e.com](http://e.com)",
		"日本語の文、*強調*なし。", "👩\u200d💻 ships 🇫🇷 ❤️ 1️⃣", "e\u0301 ä", "می\u200cخواهم", strings.Repeat("long", 500), "", "***bold italic***_", "!", "$a$ $$b$$", ":tada: @you #12 GH-12",
	} {
		all = append(all, summit.Note{Text: text})
	}
	for _, address := range []string{
		"https://example.com", "https://example.com/a_b_c", "https://example.com/a_(b)", "https://example.com/?a=1&b=2&amp;c=3", "https://example.com/*a*", "http://example.com/a%20b#c", "https://example.com/~a",
		"https://example.com/ü/日本", "https://example.com/[a]", `https://example.com/a\b`, "https://example.com/`a`",
	} {
		all = append(all,
			summit.Note{Text: "see " + address + ", and (" + address + ").", Links: []string{address}},
			summit.Note{Text: address, Links: []string{address}},
			summit.Note{Text: "!" + address + "!", Links: []string{address}},
			summit.Note{Text: "the *label*]", Links: []string{address}},
			summit.Note{Text: "two labels", Links: []string{address, "https://example.com/other"}},
			summit.Note{Text: "a label and " + address, Links: []string{"https://example.com/other", address}},
		)
	}
	all = append(all,
		summit.Note{Text: "one is the start of the other: https://a.example/b https://a.example", Links: []string{"https://a.example/b", "https://a.example"}},
		summit.Note{Text: "x", Links: []string{"https://example.com"}},
		summit.Note{Text: "mail a friend", Links: []string{"mailto:a@example.com"}},
		summit.Note{Text: "https://bank.example", Links: []string{"http://evil.example"}},
		summit.Note{Text: "see WWW.bank.example", Links: []string{"http://evil.example"}},
		summit.Note{Text: "within the site", Links: []string{"../a.html"}},
		summit.Note{Text: "a program", Links: []string{"javascript:alert(1)"}},
		summit.Note{Text: "odd signs", Links: []string{"https://example.com/<a b>"}},
		summit.Note{Text: "", Links: []string{"https://example.com"}, Notes: []summit.Note{{Text: "below nothing"}}},
	)
	tree := summit.Note{Text: "the leaf"}
	for depth := range 12 {
		tree = summit.Note{Text: fmt.Sprintf("%d. level", 12-depth), Notes: []summit.Note{tree, {Text: "- beside"}}}
	}
	all = append(all, tree)

	for _, n := range all {
		checkReadsBack(t, one(summit.Session{Title: "Title", Notes: []summit.Note{n, {Text: "after"}}}))
		checkReadsBack(t, one(summit.Session{Title: n.Text, Summit: n.Text, Track: n.Text, Links: []summit.Link{{Kind: summit.Slides, URL: "https://example.com/a", Label: n.Text}}}))
	}
	checkReadsBack(t, one(summit.Session{Title: "All", Notes: all}))
}

// TestEscape has characters with a meaning at some places only.
func TestEscape(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{": a", `\: a`}, {"a: b", "a: b"}, {"ftp://a", `ftp\://a`},
		{"a@b", `a\@b`}, {"@you", "@you"}, {"a@", "a@"},
		{"1. a", `1\. a`}, {"123456789) a", `123456789\) a`}, {"1234567890. a", "1234567890. a"}, {"a. b", "a. b"}, {". a", ". a"},
		{"WWW.a", `WWW\.a`},
	} {
		if got := escape(c.text); got != c.want {
			t.Errorf("%q is escaped as %q, want %q", c.text, got, c.want)
		}
	}
}

func TestNoteMarkdown(t *testing.T) {
	for _, c := range []struct {
		text, link, want string
	}{
		{"gates", "https://a.example", "[gates](<https://a.example>)"},
		{"see www.b.example", "https://a.example", `see www\.b.example (<https://a.example>)`},
		{"see mailto:b", "https://a.example", "see mailto:b (<https://a.example>)"},
		{"gates", "\u200b", "gates"},
		{"https://a.example", "https:", "<https://a.example> (https:)"},
	} {
		if got := noteMarkdown(summit.Note{Text: c.text, Links: []string{c.link}}); got != c.want {
			t.Errorf("%q with %q is %q, want %q", c.text, c.link, got, c.want)
		}
	}
}

// TestFiltersOfOneSession has a filter, which a session that is shown whole does not need.
func TestFiltersOfOneSession(t *testing.T) {
	a := one(summit.Session{Title: "Gates", Summit: "Tides"})
	a.Narrow.Day = 1
	if got := markdownOf(t, a); strings.Contains(got, "Only") {
		t.Errorf("the filter is shown:\n%s", got)
	}
}

// FuzzMarkdown: a document has every text and address of its answer, and nothing else.
func FuzzMarkdown(f *testing.F) {
	f.Add("Title", "a note", "https://example.com", "nested")
	f.Add("# a #", "1. `b`", "javascript:a", "- *c*")
	f.Add("&amp;", "see https://example.com/<a>\\", "https://example.com/<a>\\", "\u200d\n")
	f.Add("a!", "!https://a.b", "https://a.b", "[x](https://a.b)")
	f.Fuzz(func(t *testing.T, title, text, address, nested string) {
		s := summit.Session{
			Title: title, Heading: nested, Summit: text, Track: address,
			Speakers: []summit.Speaker{{Name: nested, Role: title}},
			Links:    []summit.Link{{Kind: summit.Video, URL: address, Label: text}, {Kind: summit.Reference, URL: "https://example.com/" + title}},
			Notes: []summit.Note{
				{Text: text, Links: []string{address}, Notes: []summit.Note{{Text: nested, Links: []string{address, "http://" + title}}}},
				{Text: text + " " + address + "." + nested, Links: []string{address}},
			},
			Photos: []summit.Photo{{URL: address}},
		}
		checkReadsBack(t, one(s))
	})
}

// TestMarkdownOfAnUnseenNote: a note of which nothing can be seen makes no heading of the one above.
func TestMarkdownOfAnUnseenNote(t *testing.T) {
	document := markdownOf(t, one(summit.Session{Title: "a", Summit: "b", Notes: []summit.Note{
		{Text: "c", Notes: []summit.Note{{Text: "\u200b", Notes: []summit.Note{{Text: "d"}}}, {Text: "\u200b"}}},
	}}))
	if want := "- c\n  - d\n\n"; !strings.Contains(document, want) {
		t.Errorf("got %q, want %q in it", document, want)
	}
}

// one is an answer with one session.
func one(s summit.Session) answer.Answer {
	return answer.Answer{Kind: answer.OneSession, Sessions: []answer.Session{{Session: &s, TopicIDs: []string{"a_topic"}}}}
}

func checkReadsBack(t *testing.T, a answer.Answer) {
	t.Helper()
	document := markdownOf(t, a)
	checkSafe(t, "Markdown", document)
	want := []readSession{}
	for _, s := range a.Sessions {
		want = append(want, expected(s.Session))
	}
	if diff := cmp.Diff(outline(want), outline(read(t, document, a))); diff != "" {
		t.Errorf("the document reads back otherwise (-want +got):\n%s\n%s", diff, document)
	}
}

// outline is the sessions of a document as lines of text, which compare faster than trees.
func outline(sessions []readSession) string {
	var out strings.Builder
	var write func(notes []summit.Note, indent string)
	write = func(notes []summit.Note, indent string) {
		for _, n := range notes {
			fmt.Fprintf(&out, "%s- %q %q\n", indent, n.Text, n.Links)
			write(n.Notes, indent+"  ")
		}
	}
	for _, s := range sessions {
		fmt.Fprintf(&out, "%q %q\n", s.Title, s.Links)
		write(s.Notes, "")
	}
	return out.String()
}

func markdownOf(t *testing.T, a answer.Answer) string {
	t.Helper()
	var out bytes.Buffer
	if err := Markdown(&out, a); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// A readSession is a session of a document. The addresses are sorted.
type readSession struct {
	Title string
	Notes []summit.Note
	Links []string
}

func expected(s *summit.Session) readSession {
	out := readSession{Title: fields(s.Title), Notes: expectedNotes(s.Notes)}
	for _, l := range s.Links {
		out.Links = append(out.Links, linksOf(shownAddress(l.URL))...)
		out.Links = append(out.Links, writtenOut(remarks(l), nil)...)
	}
	out.Links = sorted(out.Links)
	return out
}

// expectedNotes are the notes that the document should have. Addresses follow the text, except a
// single one of a text of several characters.
func expectedNotes(notes []summit.Note) []summit.Note {
	var out []summit.Note
	for _, n := range notes {
		want := summit.Note{Text: fields(n.Text), Notes: expectedNotes(n.Notes), Links: writtenOut(n.Text, n.Links)}
		var hidden, shown []string
		for _, address := range n.Links {
			want.Links = append(want.Links, linksOf(address)...)
			switch read := percent(fields(address)); {
			case read == "":
			case showsAlone(want.Text, read, n.Links):
				shown = append(shown, read)
			default:
				hidden = append(hidden, read)
			}
		}
		if len(hidden) != 1 || len(shown) > 0 || len(inPage(hidden[0])) == 0 || len(want.Text) < 2 || mayBeAddress(want.Text) {
			for _, address := range hidden {
				want.Text += " (" + address + ")"
			}
		}
		want.Text = strings.TrimSpace(want.Text)
		want.Links = sorted(want.Links)
		out = append(out, want)
	}
	return out
}

// linksOf are the links that an address becomes: itself, or, if it is not an http or https
// address, the addresses in it.
func linksOf(address string) []string {
	if links := inPage(address); links != nil {
		return links
	}
	return writtenOut(percent(fields(address)), nil)
}

// writtenOut are the addresses in a text, as HTML has them, without those that are known to be
// links.
func writtenOut(text string, known []string) (out []string) {
	text = fields(text)
	var links []string
	for _, k := range known {
		if k = percent(fields(k)); len(inPage(k)) > 0 {
			links = append(links, k)
		}
	}
	for at := 0; at < len(text); at++ {
		length := 0
		for _, k := range links {
			if strings.HasPrefix(text[at:], k) {
				length = max(length, len(k))
			}
		}
		if start, end := words.FindAddress(text[at:]); start == 0 && length == 0 {
			out, length = append(out, inPage(text[at:at+end])...), end
		}
		at += max(length, 1) - 1
	}
	return out
}

// showsAlone reports whether a text has an address that is not part of a longer one of the
// addresses.
func showsAlone(text, address string, all []string) bool {
	if len(inPage(address)) == 0 {
		return false
	}
	byLength := slices.Clone(all)
	slices.SortFunc(byLength, func(a, b string) int { return len(percent(fields(b))) - len(percent(fields(a))) })
	for _, other := range byLength {
		switch other = percent(fields(other)); {
		case other == address:
			return strings.Contains(text, address)
		case len(inPage(other)) > 0:
			text = strings.ReplaceAll(text, other, "\n")
		}
	}
	return false
}

// inPage is an address as HTML has it; empty if it is not a link.
func inPage(address string) []string {
	address = percent(fields(address))
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(address, scheme) {
			return []string{string(util.URLEscape([]byte(address), false))}
		}
	}
	return nil
}

func percent(address string) string {
	return strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20").Replace(address)
}

func sorted(all []string) []string {
	slices.Sort(all)
	return slices.Compact(all)
}

func fields(text string) string { return strings.Join(strings.Fields(clean(text)), " ") }

// readers are a parser of CommonMark, and one with the extensions of wikis.
var readers = []goldmark.Markdown{
	goldmark.New(goldmark.WithRendererOptions(html.WithXHTML(), html.WithUnsafe())),
	goldmark.New(goldmark.WithRendererOptions(html.WithXHTML(), html.WithUnsafe()), goldmark.WithExtensions(
		extension.Strikethrough, extension.Table, extension.TaskList, extension.Footnote, extension.DefinitionList)),
	goldmark.New(goldmark.WithRendererOptions(html.WithXHTML(), html.WithUnsafe()), goldmark.WithExtensions(extension.GFM)),
}

// read parses a document with goldmark and returns its sessions. The first list of a session has
// its links, if any.
func read(t *testing.T, document string, a answer.Answer) []readSession {
	t.Helper()
	page := ""
	for i, reader := range readers {
		var out bytes.Buffer
		if err := reader.Convert([]byte(document), &out); err != nil {
			t.Fatal(err)
		}
		switch {
		case i == 0:
			page = out.String()
		case out.String() != page:
			t.Errorf("a wiki shows something else (-CommonMark +wiki):\n%s", cmp.Diff(page, out.String()))
		}
	}
	root, err := parsePage(page)
	if err != nil {
		t.Fatalf("%v\n%s", err, page)
	}
	if len(root.nodes) == 0 || root.nodes[0].tag != "h1" {
		t.Errorf("the document does not begin with its title:\n%s", document)
	}
	var out []readSession
	level := "h3"
	if a.Kind == answer.OneSession {
		level = "h2"
	}
	lists := 0 // lists that the session still has: 2 for links and notes, 1 for notes
	for _, n := range root.nodes {
		switch {
		case n.tag == level && len(out) < len(a.Sessions):
			s := a.Sessions[len(out)]
			lists = 1
			if len(s.Links) > 0 {
				lists = 2
			}
			out = append(out, readSession{Title: n.text()})
		case n.tag == "h2":
			lists = 0
		case n.tag == "ul" && lists == 2:
			out[len(out)-1].Links = sorted(n.addresses())
			lists = 1
		case n.tag == "ul" && lists == 1:
			if len(a.Sessions[len(out)-1].Notes) > 0 {
				out[len(out)-1].Notes = n.items()
			}
			lists = 0
		case !slices.Contains([]string{"h1", "p", "ul"}, n.tag):
			t.Errorf("the document has a %s:\n%s", n.tag, document)
		}
	}
	return out
}

// A node is an element of a page, or a text without a tag.
type node struct {
	tag, value, address string
	nodes               []*node
}

func parsePage(page string) (*node, error) {
	decoder := xml.NewDecoder(strings.NewReader("<page>" + strings.ReplaceAll(page, ">\n<", "><") + "</page>"))
	stack := []*node{{}}
	for {
		token, err := decoder.Token()
		top := stack[len(stack)-1]
		switch token := token.(type) {
		case nil:
			if errors.Is(err, io.EOF) {
				return stack[0].nodes[0], nil
			}
			return nil, err
		case xml.StartElement:
			n := &node{tag: token.Name.Local}
			if len(token.Attr) > 0 && n.tag == "a" {
				n.address = token.Attr[0].Value
			}
			top.nodes = append(top.nodes, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if len(stack) > 2 {
				top.nodes = append(top.nodes, &node{value: string(token)})
			}
		default:
			return nil, fmt.Errorf("the page has %T", token)
		}
	}
}

// text is the text of an element without its nested lists. Elements other than text and links
// appear as their tag.
func (n *node) text() string {
	var out strings.Builder
	for _, child := range n.nodes {
		switch child.tag {
		case "":
			out.WriteString(child.value)
		case "a":
			out.WriteString(child.text())
		case "ul":
		default:
			out.WriteString("<" + child.tag + ">")
		}
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// addresses are the links of an element without those of its nested lists.
func (n *node) addresses() []string {
	var out []string
	for _, child := range n.nodes {
		switch child.tag {
		case "a":
			out = append(out, child.address)
		case "li":
			out = append(out, child.addresses()...)
		}
	}
	return out
}

func (n *node) items() []summit.Note {
	var out []summit.Note
	for _, item := range n.nodes {
		note := summit.Note{Text: item.text(), Links: sorted(item.addresses())}
		for _, child := range item.nodes {
			if child.tag == "ul" {
				note.Notes = append(note.Notes, child.items()...)
			}
		}
		out = append(out, note)
	}
	return out
}
