package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// Markdown writes an answer as a document for a wiki: each session is a heading of the second level
// with its notes as nested bullets, and reads back to the same text and addresses.
func Markdown(w io.Writer, a answer.Answer) error {
	d := &document{}
	d.heading(1, documentTitle(a))
	for _, t := range a.Topics {
		d.topic(t, a.Kind)
	}
	for _, s := range a.Sessions {
		d.session(s, a.Kind)
	}
	if len(a.Topics)+len(a.Sessions) == 0 {
		d.paragraph(escape("No session fits."))
	}
	_, err := io.WriteString(w, strings.TrimRight(d.out.String(), "\n")+"\n")
	return err
}

func documentTitle(a answer.Answer) string {
	switch a.Kind {
	case answer.TopicList:
		return "Topics"
	case answer.SessionList:
		return "Sessions"
	case answer.BySearch:
		return fmt.Sprintf("Sessions that say “%s”", a.Query)
	case answer.OneSession:
		return a.Sessions[0].Summit
	}
	names := make([]string, len(a.Topics))
	for i, t := range a.Topics {
		names[i] = t.Name
	}
	return strings.Join(names, ", ")
}

// A document is Markdown in the making.
type document struct{ out strings.Builder }

func (d *document) heading(level int, text string) {
	fmt.Fprintf(&d.out, "%s %s\n\n", strings.Repeat("#", level), escape(text))
}

// paragraph writes text that is Markdown already.
func (d *document) paragraph(markdown string) { d.out.WriteString(markdown + "\n\n") }

// bullet writes text that is Markdown already.
func (d *document) bullet(depth int, markdown string) {
	d.out.WriteString(strings.Repeat("  ", depth) + "- " + markdown + "\n")
}

func (d *document) end() { d.out.WriteByte('\n') }

func (d *document) topic(t answer.Topic, kind answer.Kind) {
	if kind == answer.TopicList {
		d.bullet(0, fmt.Sprintf("%s (%s): about %d, mentions %d", escape(t.Name), escape(t.ID), len(t.About), len(t.Mentions)))
		return
	}
	d.paragraph(escape(t.Definition))
	for _, address := range t.Docs {
		d.bullet(0, "docs: "+autolink(address))
	}
	d.end()
	d.paragraph(escape(t.Since.Text))
	for _, address := range t.Since.Sources {
		d.bullet(0, "source: "+autolink(address))
	}
	d.end()
}

func (d *document) session(s answer.Session, kind answer.Kind) {
	if kind == answer.SessionList {
		d.bullet(0, strings.Join(nonEmpty(strconv.Itoa(s.Number)+"\\. "+escape(s.Title), escape(speakerNames(s.Session)), escape(place(s.Session)), linkKinds(s.Session, false)), "; "))
		return
	}
	d.heading(2, s.Title)
	for _, speaker := range s.Speakers {
		d.paragraph(escape(speakerLine(speaker)))
	}
	d.paragraph(escape(place(s.Session)))
	if how := relevance(s); how != "" {
		d.paragraph(escape(how))
	}
	d.notes(s.Notes, 0)
	if len(s.Notes) > 0 {
		d.end()
	}
	d.links(s.Session)
}

func nonEmpty(all ...string) []string {
	var out []string
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (d *document) notes(notes []summit.Note, depth int) {
	for _, n := range notes {
		d.bullet(depth, noteMarkdown(n))
		d.notes(n.Notes, depth+1)
	}
}

// noteMarkdown writes the text of a note; addresses in it become links, and those that stand
// behind words are put behind words again.
func noteMarkdown(n summit.Note) string {
	var hidden []string
	for _, url := range n.Links {
		if !strings.Contains(n.Text, url) {
			hidden = append(hidden, url)
		}
	}
	words := strings.Fields(clean(n.Text))
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = wordMarkdown(w, i == 0)
		if i < len(hidden) && !strings.Contains(w, "://") {
			rest := []string{out[i]}
			if i == len(hidden)-1 {
				for _, w := range words[i+1:] {
					rest = append(rest, escape(w))
				}
				out = append(out[:i], "["+strings.Join(rest, " ")+"]("+destination(hidden[i])+")")
				break
			}
			out[i] = "[" + out[i] + "](" + destination(hidden[i]) + ")"
		}
	}
	return strings.Join(out, " ")
}

func wordMarkdown(w string, first bool) string {
	start := strings.Index(w, "http")
	if start < 0 || !strings.Contains(w[start:], "://") {
		if first {
			return escapeStart(escape(w))
		}
		return escape(w)
	}
	address := strings.TrimRight(w[start:], ".,:;!?)")
	return escape(w[:start]) + autolink(address) + escape(w[start+len(address):])
}

func (d *document) links(s *summit.Session) {
	for _, l := range s.Links {
		line := string(l.Kind) + ": " + autolink(l.URL)
		if l.Label != "" {
			line += " " + escape(l.Label)
		}
		if l.Inferred {
			line += " (inferred)"
		}
		d.bullet(0, line)
	}
	if len(s.TalkLinks()) == 0 {
		d.bullet(0, "no talk link known")
	}
	d.end()
}

// autolink writes an address so that it is a link and shows as it is.
func autolink(address string) string {
	address = clean(address)
	if strings.ContainsAny(address, "<> ") || !strings.Contains(address, ":") {
		return escape(address)
	}
	return "<" + address + ">"
}

func destination(address string) string {
	return "<" + strings.NewReplacer("<", "%3C", ">", "%3E", "\\", "%5C").Replace(clean(address)) + ">"
}

// escape keeps every character of a text from having a meaning in Markdown.
func escape(text string) string {
	var out strings.Builder
	for _, r := range clean(text) {
		if strings.ContainsRune("\\`*_[]<>&~|#!", r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

// escapeStart does the same for signs that mean something at the start of a line only.
func escapeStart(escaped string) string {
	digits := len(escaped) - len(strings.TrimLeft(escaped, "0123456789"))
	switch {
	case escaped != "" && strings.ContainsRune("-+=", rune(escaped[0])):
		return `\` + escaped
	case digits > 0 && len(escaped) > digits && (escaped[digits] == '.' || escaped[digits] == ')'):
		return escaped[:digits] + `\` + escaped[digits:]
	}
	return escaped
}
