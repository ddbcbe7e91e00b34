package parse

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/when"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/who"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A title is what a line says as the heading of a session.
type title struct {
	heading string // as written, without Markdown's signs
	who.Title
	links  []summit.Link
	linked bool   // the line is a link as a whole
	timed  bool   // it begins with the time of day
	kind   bool   // it says what kind of session it is of
	on     string // the date that is with it, YYYY-MM-DD
}

// maxTitle is the longest title, in bytes; a longer paragraph is prose. Addresses count: they are
// in the text of some titles.
const maxTitle = 400

// readTitle tells the title of a session from its speakers and links. The time of day and the
// number at its head, emoji at its ends and what cutTrimmings knows are no part of it.
func readTitle(line markdown.Text) title {
	t := title{heading: plain(line)}
	line, t.links = cutTalkLinks(line)
	line = cutNumberOfLink(line)
	text := textOf(line)
	t.linked = beginsWithLink(line)
	text.Words, t.timed = when.CutTime(cutNumber(cutTrimmings(words.TrimSymbols(text.Words))))
	text.Words, t.on = when.CutDate(cutFirstBracket(cutRoom(cutBrackets(text.Words, isTrimmingOfPeople))))
	if rest, found := when.CutTimeBehind(text.Words); found {
		text.Words, t.timed = rest, true
	}
	t.Title = who.ReadTitle(&text)
	t.Doubtful = slices.DeleteFunc(t.Doubtful, func(d who.Title) bool { return isNumber(d.Text) })
	if isNumber(t.Text) { // "1936 - Turing Machines"
		t.Title = who.Title{Text: t.All, All: t.All}
	}
	t.cutTrimmingsBehind()
	t.Text = cmp.Or(t.Text, t.heading)
	cuttable, _ := cutLinks(line)
	var links []summit.Link
	for _, l := range cuttable {
		switch {
		case t.isProfile(l.url):
		case t.linked:
			links = append(links, linkAlone(l.url))
		case words.IsAddress(l.url):
			links = append(links, linkTo(l.url))
		}
	}
	t.links = withLinks(t.links, links)
	return t
}

// isNumber reports whether a text has no word: "1936" is the title of no talk.
func isNumber(s string) bool { return !strings.ContainsFunc(s, unicode.IsLetter) }

// takeBack makes all of a line its title: nobody in it is a speaker. Their pages stay links of it.
func (t *title) takeBack() {
	for _, s := range t.Speakers {
		t.links = withLinks(t.links, []summit.Link{{Kind: summit.Profile, URL: s.URL, Label: s.Name}})
	}
	t.Title = who.Title{Text: t.All, All: t.All}
	t.cutTrimmingsBehind()
	t.Text = cmp.Or(t.Text, t.heading)
}

func (t *title) isProfile(url string) bool {
	return slices.ContainsFunc(t.Speakers, func(s summit.Speaker) bool { return s.URL == url })
}

// beginsWithLink reports whether the first words of a line lead to a page.
func beginsWithLink(line markdown.Text) bool {
	for _, s := range line {
		if strings.TrimSpace(s.Text) != "" {
			return s.URL != "" && !words.IsAddress(strings.TrimSpace(s.Text))
		}
	}
	return false
}

// textOf is a line for the reader of people. Pages that are a talk's are nobody's profile.
func textOf(line markdown.Text) who.Text {
	var w who.Writer
	for _, s := range line {
		switch written := strings.TrimSpace(s.Text); {
		case s.Image:
		case s.URL == "":
			w.AddWords(cutLinkAttributes(s.Text))
		case words.IsAddress(written):
			w.AddAddress(written, s.URL)
		case linkTo(s.URL).Kind.IsTalk():
			w.AddWords(s.Text)
		default:
			w.AddLink(s.Text, s.URL)
		}
	}
	t := w.Text()
	t.Words = words.OneLine(t.Words)
	if strings.Contains(t.Words, "[[") {
		t.Words = showWikiLinks(t.Words)
	}
	return t
}

// plain is the text of a line without images, white space folded.
func plain(line markdown.Text) string { return words.OneLine(line.Written()) }

// cutTalkLinks takes links off the end of a line whose words only name their targets: `Title
// ([slides](URL), [video](URL))`.
func cutTalkLinks(line markdown.Text) (rest markdown.Text, links []summit.Link) {
	end := len(line)
	for i := end - 1; i > 0; i-- {
		s := line[i]
		if kind := kindOfPointer(line[i-1], s); !s.Image && kind != "" && isTarget(withScheme(s.URL)) {
			links, end = append(links, labelled(withScheme(s.URL), kind)), i
		} else if strings.Trim(cutLinkAttributes(s.Text), words.Trailing+"()[]/\n") != "" {
			break
		}
	}
	if end == len(line) {
		return line, nil
	}
	last := line[end-1]
	last.Text = strings.TrimRight(last.Text, words.Trailing+"([/\n")
	slices.Reverse(links)
	return append(slices.Clone(line[:end-1]), last), links
}

// kindOfPointer is the kind of a link whose words only name a kind. If its words in parentheses only
// say that it is a link, its address decides.
func kindOfPointer(before, s markdown.Span) summit.Kind {
	if kind := kindIn(s.Text); kind != "" || !isAboutLinks(s.Text) || !strings.HasSuffix(before.Text, "(") {
		return kind
	}
	if l := linkAlone(s.URL); l.Kind.IsTalk() {
		return l.Kind
	}
	return ""
}

// cutNumber takes the number of a talk in a list off its title: `2. Title`.
func cutNumber(s string) string {
	number, rest := words.CutDigits(s)
	if len(number) > 0 && len(number) < 3 && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")) {
		return strings.TrimLeft(rest[2:], " ")
	}
	return s
}

// cutNumberOfLink takes a number with a sign off the head of a line that is a link: "101:
// [Title](URL)".
func cutNumberOfLink(line markdown.Text) markdown.Text {
	if len(line) < 2 || line[1].URL == "" {
		return line
	}
	number, sign := words.CutDigits(line[0].Text)
	if number == "" || strings.TrimSpace(sign) == "" || strings.Trim(sign, words.Trailing+".)") != "" {
		return line
	}
	return line[1:]
}

// cutTrimmings takes off what editors and site generators set around a title: the box of a task,
// attributes in braces and the mark of a footnote.
func cutTrimmings(s string) string {
	if !strings.ContainsAny(s, "[{~") {
		return s
	}
	s = cutStruck(showTeX(s))
	for _, box := range []string{"[ ] ", "[x] ", "[X] "} {
		if rest, found := strings.CutPrefix(s, box); found && rest != "" {
			s = rest
			break
		}
	}
	return cutFootnote(cutAttributes(s))
}

// cutLinkAttributes takes the attributes of the link before a text off its head:
// `{:target="_blank"}`.
func cutLinkAttributes(s string) string {
	if !strings.HasPrefix(s, "{:") {
		return s
	}
	if _, rest, closed := strings.Cut(s, "}"); closed {
		return rest
	}
	return s
}

// cutAttributes takes `{#id .class}` or `{: .class}` off the end of a title.
func cutAttributes(s string) string {
	open := strings.LastIndexByte(s, '{')
	if open < 1 || !strings.HasSuffix(s, "}") || strings.IndexByte("#.:-", s[open+1]) < 0 {
		return s
	}
	return cmp.Or(strings.TrimRight(s[:open], " "), s)
}

// cutFootnote takes `[^name]` off the end of a title.
func cutFootnote(s string) string {
	open := strings.LastIndex(s, "[^")
	if open < 1 || strings.IndexByte(s[open:], ']') != len(s)-open-1 || strings.Contains(s[open:], " ") {
		return s
	}
	return strings.TrimRight(s[:open], " ")
}

// showWikiLinks writes `[[page]]` as its page and `[[page|words]]` as its words.
func showWikiLinks(s string) string {
	var out strings.Builder
	for {
		before, rest, _ := strings.Cut(s, "[[")
		inside, after, closed := strings.Cut(rest, "]]")
		if !closed || strings.Contains(inside, "[") {
			out.WriteString(s)
			return out.String()
		}
		if _, shown, hasWords := strings.Cut(inside, "|"); hasWords {
			inside = shown
		}
		out.WriteString(before + inside)
		s = after
	}
}
