package parse

import (
	"cmp"
	"iter"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// labelled is a link whose kind the notes tell. If the address is on a site of talks, the site
// decides.
func labelled(url string, kind summit.Kind) summit.Link {
	if found := linkTo(url); kind != summit.Reference && found.Kind.IsTalk() {
		return found
	}
	if kind == summit.Schedule && strings.ContainsAny(url, "?#") {
		return summit.Link{Kind: summit.Reference, URL: url}
	}
	return summit.Link{Kind: kind, URL: url}
}

// kindIn is the kind of talk link that a text names, a reference if it names something beside
// talk links; it is empty if it has other words too. A sign such as a camera names one if no word
// does.
func kindIn(s string) (kind summit.Kind) {
	for w := range linkWords(s) {
		found := kindNamed(w)
		if found == "" && !isBesideLink(w) {
			return ""
		}
		if kind == "" || kind == summit.Reference && found != "" {
			kind = found
		}
	}
	if kind == "" {
		kind = kindOfSign(s)
	}
	return kind
}

// linkWords are the words of a text. In writing without blanks between words they are those that
// are known, the longest first.
func linkWords(s string) iter.Seq[string] {
	if !strings.ContainsFunc(s, isWrittenTogether) {
		return words.In(s)
	}
	return func(yield func(string) bool) {
		for run := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
			for run != "" {
				word := firstKnown(run)
				if !yield(word) {
					return
				}
				run = run[len(word):]
			}
		}
	}
}

// maxKnown is the longest word that is known in such writing, in bytes.
const maxKnown = 24

// firstKnown is the longest known word at the head of a text, else its first letter.
func firstKnown(text string) string {
	for end := min(maxKnown, len(text)); end > 0; end-- {
		if word := text[:end]; kindNamed(word) != "" || isBesideLink(word) {
			return word
		}
	}
	_, size := utf8.DecodeRuneInString(text)
	return text[:size]
}

// isWrittenTogether reports whether a letter is of East Asia. Most are not, and looked at quickly.
func isWrittenTogether(r rune) bool {
	return r >= '\u2e80' && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

func kindOfSign(s string) summit.Kind {
	for _, r := range s {
		if r >= utf8.RuneSelf {
			if kind := known().signs[string(r)]; kind != "" {
				return kind
			}
		}
	}
	return ""
}

func kindNamed(word string) summit.Kind { return known().kinds.Of(words.CutPossessive(word)) }

func isBesideLink(word string) bool {
	return known().besideLinks.Has(words.CutPossessive(word)) || words.IsDigits(word)
}

// isAboutLinks reports whether all words of a text say what links lead to.
func isAboutLinks(s string) bool {
	for w := range linkWords(s) {
		if kindNamed(w) == "" && !isBesideLink(w) {
			return false
		}
	}
	return true
}

// withLinks are links and those of more that are addresses not among them yet. The page of a
// video replaces the address by which it is embedded.
func withLinks(links, more []summit.Link) []summit.Link {
	if len(more) == 0 {
		return links
	}
	known := make(map[string]bool, len(links)+len(more))
	videos := map[string]int{} // the places of videos, by their ids
	out := slices.Clone(links)
	for i, l := range links {
		known[l.URL] = true
		if id, _ := videoOf(l.URL); id != "" {
			videos[id] = i
		}
	}
	for _, l := range more {
		if known[l.URL] || !isTarget(l.URL) {
			continue
		}
		known[l.URL] = true
		id, embeds := videoOf(l.URL)
		at, again := videos[id]
		if again {
			_, embedded := videoOf(out[at].URL)
			again = embedded != embeds
		}
		switch {
		case !again:
			videos[id] = len(out)
			out = append(out, l)
		case !embeds:
			out[at] = l
		}
	}
	return out
}

// minPages is how many titles lead to a site at least if it has the pages of the talks.
const minPages = 3

// hostOfTalks is the site to which most titles lead; it is empty if there is none.
func hostOfTalks(sessions []*Candidate) string {
	n := map[string]int{}
	for _, s := range sessions {
		for _, l := range s.title.links {
			if host := hostOf(l.URL); !isKnownSite(host) {
				if n[host]++; n[host] >= minPages && 2*n[host] >= len(sessions) {
					return host
				}
			}
		}
	}
	return ""
}

// linksWithPage are the links of a title, of which those to the site of the talks are schedule
// pages.
func (t *title) linksWithPage(host string) []summit.Link {
	if host == "" || !t.linked {
		return t.links
	}
	out := slices.Clone(t.links)
	for i, l := range out {
		if l.Kind == summit.Reference && hostOf(l.URL) == host {
			out[i].Kind = summit.Schedule
		}
	}
	return out
}

// isKnownSite reports whether the lists of sites have a host, or a domain above it.
func isKnownSite(host string) bool {
	for host != "" {
		if known().sites[host] != "" {
			return true
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return false
}

// hostOf is the site of a page that is not its first.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || strings.Trim(u.Path, "/") == "" {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

func anyTalkLink(links []summit.Link) bool {
	return slices.ContainsFunc(links, func(l summit.Link) bool { return l.Kind.IsTalk() })
}

// A place where a link is in a line.
type linkInLine struct {
	before string // since the link before
	text   string // of the link; the address itself if it is written out
	url    string
}

// cutLinks returns the links of a line, in order, and the text behind the last.
func cutLinks(line markdown.Text) (links []linkInLine, rest string) {
	var before words.Joiner
	add := func(text, url string) {
		links = append(links, linkInLine{before.String(), text, url})
		before = words.Joiner{}
	}
	for _, s := range line {
		switch {
		case s.Image:
		case s.URL != "":
			url := s.URL
			if strings.TrimSpace(s.Text) == url {
				url = words.TrimAddress(url)
			}
			add(s.Text, url)
		default:
			text := cutLinkAttributes(s.Text)
			for start, end := words.FindAddress(text); start >= 0; start, end = words.FindAddress(text) {
				before.WriteString(text[:start])
				add(text[start:end], text[start:end])
				text = text[end:]
			}
			before.WriteString(text)
		}
	}
	return links, before.String()
}

// A linkPlace describes the place of a talk link in the notes of a session.
type linkPlace struct {
	title string      // of the session
	label summit.Kind // that a heading or a line above names
	alone bool        // an address alone is a talk link
	first bool        // it is directly below the title
	head  bool        // it is the first list, of which a few bullets may be the address of a recording or of slides
}

// bulletsAtHead is how many bullets of the first list may be such an address.
const bulletsAtHead = 3

// talkLinksOf finds the talk links in the notes of a session. They are in lines that hold nothing
// but links and the words for what those lead to, such as `Slides: URL` or `[slides](URL) |
// [video](URL)`, below a heading or a line of such words, or, outside of a list, in lines with
// nothing but the address of a video, of slides or of a schedule. A list at the head of the file of
// one talk and the first bullets of another may hold those too, and a link that repeats the title
// may be anywhere. Addresses in code are none. The addresses that images lead to are references,
// unless they are talk links.
func talkLinksOf(notes []piece, title string, isOneTalk bool) []summit.Link {
	var out []summit.Link
	at := linkPlace{title: title}
	hasList := false
	for i, p := range notes {
		if p.block == nil {
			at.label, at.alone = kindIn(plain(p.text[0])), false
			out = append(out, at.linksInSentence(p.text[0])...)
			continue
		}
		isList := p.block.Kind == markdown.List
		at.alone, at.first, at.head = !isList || i == 0 && isOneTalk, i == 0, isList && !hasList
		hasList = hasList || isList
		out = append(out, at.linksIn(p.block)...)
		at.label = labelIn(p.block)
	}
	return withLinks(nil, append(out, onlyNamed(notes, out)...))
}

// onlyNamed are the links in the text of a session whose only word is "slides" or "video", if it
// has one such link and no other talk link of the kind.
func onlyNamed(notes []piece, found []summit.Link) (out []summit.Link) {
	for _, kind := range []summit.Kind{summit.Video, summit.Slides} {
		var named []summit.Link
		for _, p := range notes {
			if p.block == nil || p.block.Kind != markdown.Paragraph {
				continue
			}
			for _, line := range p.block.Lines {
				for _, s := range line {
					if s.URL != "" && !s.Image && kindNamed(strings.TrimSpace(s.Text)) == kind {
						named = append(named, labelled(s.URL, kind))
					}
				}
			}
		}
		if len(named) == 1 && !slices.ContainsFunc(found, func(l summit.Link) bool { return l.Kind == kind }) {
			out = append(out, named...)
		}
	}
	return out
}

// talkLinksIn finds those in a block of which nothing else is known.
func talkLinksIn(b *markdown.Block) []summit.Link {
	return linkPlace{alone: b.Kind != markdown.List}.linksIn(b)
}

// labelIn is the kind of link that a line without a link names, for the block below it.
func labelIn(b *markdown.Block) summit.Kind {
	if b.Kind != markdown.Paragraph || len(b.Lines) != 1 || mayLink(b.Lines[0], false) {
		return ""
	}
	return kindIn(plain(b.Lines[0]))
}

func (at linkPlace) linksIn(b *markdown.Block) []summit.Link {
	var out []summit.Link
	switch b.Kind {
	case markdown.List:
		for n, it := range b.Items {
			for i := range it.Blocks {
				inner := at
				inner.alone, inner.head = at.alone && i == 0, at.head && i == 0 && n < bulletsAtHead
				out = append(out, inner.linksIn(&it.Blocks[i])...)
			}
		}
	case markdown.Paragraph, markdown.Verbatim:
		for _, l := range b.Lines {
			if mayLink(l, b.Kind == markdown.Paragraph) {
				out = append(out, at.linksInLine(l)...)
				out = append(out, linksOfImages(l)...)
			} else if len(l) > 0 {
				out = append(out, bareLink(l)...)
			}
		}
	case markdown.Table:
		out = at.linksInCells(b.Items)
	}
	return out
}

// bareLink is the address without a scheme that a line has behind a label: "Slides:
// example.org/ropes".
func bareLink(line markdown.Text) []summit.Link {
	last := strings.TrimSpace(line[len(line)-1].Text)
	if last = last[1+strings.LastIndexByte(last, ' '):]; withScheme(last) == last {
		return nil
	}
	label, address, _ := strings.Cut(plain(line), ": ")
	address = withScheme(address)
	if kind := kindIn(label); kind.IsTalk() {
		return []summit.Link{labelled(address, kind)}
	}
	return nil
}

// linksOfImages are the addresses that images lead to: no note has them.
func linksOfImages(line markdown.Text) (out []summit.Link) {
	for _, s := range line {
		if s.Text == "" && !s.Image && words.IsAddress(s.URL) {
			out = append(out, summit.Link{Kind: summit.Reference, URL: s.URL})
		}
	}
	return out
}

// linksInCells are the links in a table about one talk: with a row of column names and one row of
// values, or with rows that have nothing but links and the words for what those lead to.
func (at linkPlace) linksInCells(rows []markdown.Item) []summit.Link {
	var out []summit.Link
	if len(rows) == 2 {
		names := columns(rows[0])
		for i, cell := range rows[1].Blocks[:min(len(names), len(rows[1].Blocks))] {
			at.label = kinds[names[i]]
			for _, l := range cell.Lines {
				out = append(out, at.linksInLine(l)...)
			}
		}
	}
	at.label = ""
	for _, row := range rows {
		out = append(out, at.linksInLine(rowText(row))...)
	}
	return out
}

// mayLink reports whether a line has an address behind words or, where that counts, one that is
// written out.
func mayLink(line markdown.Text, writtenOut bool) bool {
	return slices.ContainsFunc(line, func(s markdown.Span) bool { return s.URL != "" || writtenOut && strings.Contains(s.Text, "://") })
}

// linksInLine finds those in a line as a whole, and in each of its sentences.
func (at linkPlace) linksInLine(line markdown.Text) []summit.Link {
	out := at.linksInSentence(line)
	at.alone, at.head = false, false
	if parts := sentences(line); len(parts) > 1 {
		for _, part := range parts {
			out = append(out, at.linksInSentence(part)...)
		}
	}
	return out
}

// sentences are those of a line. A semicolon ends one too.
func sentences(line markdown.Text) (out []markdown.Text) {
	var open markdown.Text
	for _, s := range line {
		for s.URL == "" {
			end := sentenceEnd(s.Text)
			if end < 0 {
				break
			}
			out = append(out, append(open, markdown.Span{Text: s.Text[:end], Level: s.Level}))
			open, s.Text = nil, s.Text[end:]
		}
		open = append(open, s)
	}
	return append(out, open)
}

func sentenceEnd(text string) int {
	for i := 1; i < len(text); i++ {
		if text[i] == ' ' && strings.IndexByte(".;!?", text[i-1]) >= 0 {
			return i
		}
	}
	return -1
}

func (at linkPlace) linksInSentence(line markdown.Text) []summit.Link {
	links, rest := cutLinks(line)
	if len(links) == 0 {
		return nil
	}
	if byLine, behind := cutTalkLinks(line); namesPeople(byLine) {
		return behind
	}
	if !isAboutLinks(rest) {
		return nil
	}
	if !isAboutLinks(links[0].before) {
		links[0].before = behindPeople(links[0].before)
	}
	var out []summit.Link
	for _, l := range links {
		if l.url = withScheme(l.url); !isTarget(l.url) {
			continue
		}
		if !isAboutLinks(l.before) {
			return nil
		}
		if found := at.read(l); found.Kind != "" {
			out = append(out, found)
		}
	}
	return out
}

// read tells what a link leads to, by the words that say so, or by its address and its place. The
// kind is empty if it is none of the talk.
func (at linkPlace) read(l linkInLine) summit.Link {
	switch kind := cmp.Or(kindIn(l.text), kindIn(l.before)); {
	case kind == summit.Reference:
		return summit.Link{}
	case kind != "":
		return labelled(l.url, kind)
	}
	if first, _ := words.Cut(l.text); first != "" { // "video of Ana and Bo"
		if found := linkTo(l.url); found.Kind.IsTalk() && found.Kind == kindNamed(first) {
			return found
		}
	}
	saysNothing := isNameOf(l.text, l.url) || isAboutLinks(l.text)
	if at.label != "" && saysNothing {
		return labelled(l.url, at.label)
	}
	found := linkAlone(l.url)
	if at.first && isSpeakerPage(l.url) {
		found.Kind = summit.Schedule
	}
	isAlone := at.alone || at.head && found.Kind.IsWatchable() && isNameOf(l.text, l.url)
	isAlone = isAlone && (len(words.Lower(l.before)) == 0 || strings.HasSuffix(l.before, ": ")) // "Link: "
	if found.Kind.IsTalk() && (isAlone || at.label != "" || isAboutLinks(l.text) || repeats(l, at.title)) {
		return found
	}
	return summit.Link{}
}

// isNameOf reports whether the text of a link is its address, or the name of the file.
func isNameOf(text, url string) bool {
	text = strings.TrimSpace(text)
	return words.IsAddress(text) || text == path.Base(url)
}

// repeats reports whether the text of a link is the title, and what may be around it: "Boxes at
// night - Speaker Deck". The name of a file has some of its words: boxes-2020.pdf.
func repeats(l linkInLine, title string) bool {
	text := words.Lower(l.text)
	title = " " + strings.Join(words.Lower(title), " ") + " "
	if !isNameOf(l.text, l.url) || words.IsAddress(l.text) {
		return strings.Contains(" "+strings.Join(text, " ")+" ", title)
	}
	return !slices.ContainsFunc(text[:max(0, len(text)-1)], func(w string) bool {
		return !isBesideLink(w) && kindNamed(w) == "" && !strings.Contains(title, " "+w+" ")
	})
}

// isTarget reports whether a link leads anywhere: to an address, or to a file beside the notes
// that has slides or a video.
func isTarget(url string) bool { return words.IsAddress(url) || isFile(url) }

// behindPeople is the text behind the names of speakers at the head of a line of links.
func behindPeople(s string) string {
	for _, sign := range []string{" – ", " — ", " - ", " | ", " (", " ["} {
		at := strings.LastIndex(s, sign)
		if at > 0 && namesPeople(markdown.Text{{Text: s[:at]}}) {
			return s[at:]
		}
	}
	return s
}
