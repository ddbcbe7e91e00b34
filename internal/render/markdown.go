package render

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// Markdown writes an answer as a document for a wiki, in the order of Text. Each session is a
// heading with its notes as nested bullets. A Markdown parser gets back exactly the texts and
// addresses of the answer.
func Markdown(w io.Writer, a answer.Answer) error {
	d := &document{}
	d.heading(1, documentTitle(a))
	if a.Kind != answer.OneSession {
		d.paragraph(escape(narrowing(a)))
	}
	switch {
	case a.AllTalks:
		d.lines(leadOfTalks(a))
		d.talks(a.Talks)
	case a.Kind == answer.TopicList:
		d.topicList(a)
	case a.Kind == answer.OneSession:
		d.session(2, a.Sessions[0], a)
	case a.Kind == answer.SessionList:
		d.lines(ignored(a))
		d.sessionList(a)
	default:
		d.findings(a)
	}
	_, err := io.WriteString(w, strings.TrimRight(d.out.String(), "\n")+"\n")
	return err
}

// strong is a text in bold; empty if nothing of it can be seen, where the signs would be a rule.
func strong(text string) string {
	if text = escape(text); text == "" {
		return ""
	}
	return "**" + text + "**"
}

func documentTitle(a answer.Answer) string {
	switch {
	case a.AllTalks:
		return talksHead(a)
	case a.Kind == answer.TopicList:
		return "Topics"
	case a.Kind == answer.SessionList:
		return "Sessions"
	case a.Kind == answer.ByName:
		return words.List(a.Names, "and")
	case a.Kind == answer.BySearch:
		return "Found for " + quote(a.Wanted)
	case a.Kind == answer.OneSession:
		return a.Sessions[0].Summit
	}
	return topicNames(a, ", ")
}

func (d *document) lines(lines []string) {
	for _, line := range lines {
		d.paragraph(escape(line))
	}
}

// answerTalks writes the talks of an answer that has more than them.
func (d *document) answerTalks(a answer.Answer) {
	if len(a.Talks) > 0 {
		d.heading(2, headOfTalks(a))
		d.talks(a.Talks)
	}
}

// findings writes an answer with topics, sessions and talks.
func (d *document) findings(a answer.Answer) {
	d.lines(lead(a))
	for _, t := range a.Topics {
		if len(a.Topics) > 1 {
			d.paragraph(strong(t.Name))
		}
		d.paragraph(escape(t.Definition))
	}
	if a.TalksFirst() {
		d.answerTalks(a)
	}
	for _, g := range groups(a) {
		if g.head == "" {
			g.head = "Sessions"
		}
		d.heading(2, g.head)
		for _, s := range g.sessions {
			d.session(3, s, a)
		}
	}
	if !a.TalksFirst() {
		d.answerTalks(a)
	}
	for _, t := range a.Topics {
		d.since(t, len(a.Topics) > 1)
	}
}

func (d *document) since(t answer.Topic, named bool) {
	head := "Further reading"
	if t.Since.Text != "" {
		head = sinceHead(t.Since)
	}
	if named {
		head = t.Name + ": " + head
	}
	d.heading(2, head)
	d.paragraph(escape(t.Since.Text))
	d.addresses("Documentation", t.Docs)
	d.addresses("Source", t.Since.Sources)
	if len(t.Related) > 0 {
		d.paragraph("Related topics: " + escape(strings.Join(t.Related, ", ")))
	}
}

func (d *document) topicList(a answer.Answer) {
	for _, t := range a.Topics {
		d.bullet(0, escape(fmt.Sprintf("%s (%s): %s, %s", t.Name, t.ID, words.Count(len(t.About)+len(t.Mentions), "session"), words.Count(t.Talks, "talk"))))
	}
	d.endList()
}

func (d *document) sessionList(a answer.Answer) {
	for _, s := range a.Sessions {
		d.bullet(0, joinFilled("; ", fmt.Sprintf("%d: %s", s.Number, escape(s.Title)), escape(speakerNames(s.Session)),
			escape(place(s.Session)), linkKinds(s.Session)))
	}
	d.endList()
	if len(a.Talks) > 0 {
		d.heading(2, headOfTalks(a))
		d.talks(a.Talks)
	}
}

func (d *document) talks(talks []answer.Talk) {
	for _, t := range talks {
		d.bullet(0, escape(joinFilled(", ", t.Title, speakersLine(t.Speakers, ""), t.Occasion(), languageRemark(t.Talk))))
		for _, l := range t.Links {
			d.bullet(1, linkMarkdown(l))
		}
	}
	d.endList()
}

// A document is Markdown while it is written. Its methods expect escaped text, except for headings.
type document struct{ out strings.Builder }

func (d *document) heading(level int, text string) {
	d.paragraph(strings.TrimRight(strings.Repeat("#", level)+" "+escape(text), " "))
}

// paragraph writes a paragraph, unless it is empty.
//
//go:noinline
func (d *document) paragraph(markdown string) {
	if markdown != "" {
		d.out.WriteString(markdown + "\n\n")
	}
}

func (d *document) bullet(depth int, markdown string) {
	d.out.WriteString(strings.TrimRight(strings.Repeat("  ", depth)+"- "+markdown, " ") + "\n")
}

// endList ends the current list, if any.
//
//go:noinline
func (d *document) endList() {
	if !strings.HasSuffix(d.out.String(), "\n\n") {
		d.out.WriteByte('\n')
	}
}

func (d *document) addresses(label string, all []string) {
	for _, address := range all {
		d.bullet(0, label+": "+link(address))
	}
	d.endList()
}

func (d *document) session(level int, s answer.Session, a answer.Answer) {
	d.heading(level, s.Title)
	speakers := make([]string, len(s.Speakers))
	for i, speaker := range s.Speakers {
		speakers[i] = joinFilled(", ", speaker.Name, speaker.Role, speaker.Organization)
	}
	d.paragraph(escape(strings.Join(speakers, "; ")))
	d.paragraph(escape(joinFilled("; ", place(s.Session), relevance(s, a))))
	if s.Inferred {
		d.paragraph("Title and speakers are inferred, not announced anywhere.")
	}
	d.links(s.Session)
	summary := escape(s.Summary)
	switch {
	case len(s.Notes) == 0:
		summary = joinFilled(" ", summary, "No notes were taken.")
	case summary == "":
		summary = "Notes:" // a paragraph is needed between the lists of links and of notes
	}
	d.paragraph(summary)
	d.notes(s.Notes, 0)
	d.endList()
	if a.Kind != answer.OneSession {
		return
	}
	if isRetitled(s.Session) {
		d.paragraph("Noted as: " + escape(s.Heading))
	}
	if len(s.TopicIDs) > 0 {
		d.paragraph("Topics: " + escape(strings.Join(s.TopicIDs, ", ")))
	}
	d.photos(s.Photos)
}

func (d *document) notes(notes []summit.Note, depth int) {
	for _, n := range notes {
		text := noteMarkdown(n)
		if text == "" && depth > 0 { // the bullet alone would make a heading of the text above
			d.notes(n.Notes, depth)
			continue
		}
		d.bullet(depth, text)
		d.notes(n.Notes, depth+1)
	}
}

// noteMarkdown writes the text of a note with its links. The notes do not say which words had which
// link: a single link gets the whole text, several follow the text in parentheses. A single link
// also follows if the text is one character, because [x] is a checkbox, or contains another
// address, which readers would expect as the target.
func noteMarkdown(n summit.Note) string {
	addresses := make([]string, len(n.Links))
	for i := range n.Links {
		addresses[i] = target(n.Links[i])
	}
	plain := oneLine(n.Text)
	text, shown := escapeAround(plain, slices.Sorted(slices.Values(addresses)))
	hidden := slices.DeleteFunc(addresses, func(address string) bool { return address == "" || shown[address] })
	if len(hidden) == 1 && len(plain) > 1 && isLink(hidden[0]) && !mayBeAddress(plain) {
		return "[" + text + "](<" + strings.NewReplacer(`\`, `\\`, "&", "&amp;").Replace(hidden[0]) + ">)"
	}
	parts := []string{text}
	for _, address := range hidden {
		parts = append(parts, "("+link(address)+")")
	}
	return strings.TrimSpace(clean(strings.Join(parts, " ")))
}

// mayBeAddress reports whether a Markdown parser may find an address in a text.
func mayBeAddress(text string) bool {
	text = strings.ToLower(text)
	return strings.Contains(text, "://") || strings.Contains(text, "www.") || strings.Contains(text, "mailto:")
}

// addressAt returns the longest of some sorted addresses at the start of a text, else any other http
// or https address there.
func addressAt(text string, addresses []string) string {
	if !isLink(text) {
		return ""
	}
	if longest := longestPrefix(text, addresses); isLink(longest) {
		return longest
	}
	word, _, _ := strings.Cut(text, " ")
	if start, end := words.FindAddress(word); start == 0 {
		return word[:end]
	}
	return ""
}

// longestPrefix returns the longest of some sorted texts that a text begins with; it is empty if
// there is none.
func longestPrefix(text string, sorted []string) string {
	for {
		at, found := slices.BinarySearch(sorted, text)
		switch {
		case found:
			return text
		case at == 0:
			return ""
		}
		before := sorted[at-1] // the longest prefix, or it has more in common with the text
		if strings.HasPrefix(text, before) {
			return before
		}
		same := 0
		for same < min(len(text), len(before)) && text[same] == before[same] {
			same++
		}
		text = text[:same]
	}
}

func (d *document) links(s *summit.Session) {
	if len(s.Links) > 0 {
		d.paragraph("Links:")
	}
	for _, l := range s.Links {
		d.bullet(0, linkMarkdown(l))
	}
	d.endList()
}

func linkMarkdown(l summit.Link) string {
	return joinFilled(" ", words.Capital(string(l.Kind))+":", link(shownAddress(l.URL)), escape(remarks(l)))
}

// photos lists the photos that are still available.
func (d *document) photos(photos []summit.Photo) {
	label := "Photos:"
	for _, photo := range photos {
		if photo.Available {
			d.paragraph(label)
			label = ""
			d.bullet(0, link(photo.URL))
		}
	}
	d.endList()
}

// oneLine is a text as a Markdown parser returns it: clean, with one blank between words.
func oneLine(text string) string { return words.OneLine(clean(text)) }

// link writes an address as a link with itself as text. An address that no wiki should open stays
// text.
func link(address string) string {
	if address = target(address); isLink(address) {
		return "<" + address + ">"
	}
	return escape(address)
}

// target is an address without characters that Markdown does not allow in addresses.
func target(address string) string {
	return percentSigns.Replace(oneLine(address))
}

var percentSigns = strings.NewReplacer(" ", "%20", "<", "%3C", ">", "%3E")

// isLink reports whether a wiki or a terminal opens an address.
func isLink(s string) bool {
	return words.BeginsAddress(s) || strings.HasPrefix(s, "mailto:")
}

// escape escapes all characters with a meaning in Markdown, except in addresses, which become
// links.
func escape(text string) string {
	escaped, _ := escapeAround(oneLine(text), nil)
	return escaped
}

// escapeAround escapes one line of text, except the given addresses, which are sorted, and other http
// or https addresses in it. It also returns the addresses.
func escapeAround(text string, addresses []string) (escaped string, shown map[string]bool) {
	var out strings.Builder
	shown = map[string]bool{}
	for at := 0; at < len(text); at++ {
		if address := addressAt(text[at:], addresses); address != "" {
			out.WriteString(link(address))
			shown[address] = true
			at += len(address) - 1
			continue
		}
		if hasMeaning(text, at) {
			out.WriteByte('\\')
		}
		out.WriteByte(text[at])
	}
	return out.String(), shown
}

// hasMeaning reports whether the character at i may have a meaning in a line of Markdown, or may
// make an address of the text around it, where a backslash would become part of the address.
func hasMeaning(text string, i int) bool {
	before, after := text[:i], text[i+1:]
	switch text[i] {
	case '\\', '`', '*', '_', '[', ']', '<', '~':
		return true
	case '&':
		return after != "" && (after[0] == '#' || unicode.IsLetter(rune(after[0])))
	case '#':
		return before == "" || strings.HasSuffix(before, " ")
	case '-', '+', '>':
		return before == ""
	case ':':
		return before == "" || strings.HasPrefix(after, "//")
	case '@':
		return before != "" && after != ""
	case '.', ')':
		return 0 < i && i < 10 && words.IsDigits(before) || i >= len("www") && strings.EqualFold(before[i-len("www"):], "www")
	}
	return false
}
