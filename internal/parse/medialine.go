package parse

import (
	"slices"
	"strings"
	"unicode"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// A link is an address in running text, with the words that lead to it.
type link struct {
	before string // since the link before
	text   string // of the link; the address itself where it stands bare
	url    string
}

// linksIn are the links of a line, in order; rest is the text behind the last.
func linksIn(spans []span) []link {
	links, _ := cutLinks(spans)
	return links
}

func cutLinks(spans []span) (links []link, rest string) {
	var before strings.Builder
	add := func(text, url string) {
		links = append(links, link{before.String(), text, url})
		before.Reset()
	}
	for _, s := range spans {
		switch {
		case s.image:
		case s.url != "":
			add(s.text, s.url)
		default:
			text := s.text
			for start, end := findAddress(text); start >= 0; start, end = findAddress(text) {
				before.WriteString(text[:start])
				add(text[start:end], text[start:end])
				text = text[end:]
			}
			before.WriteString(text)
		}
	}
	return links, before.String()
}

// mediaLinks finds the talk links among the notes of a session. They stand in lines that hold
// nothing but links and the words for what those lead to, such as `Slides: URL` or
// `[slides](URL) | [video](URL)`, or, as a paragraph, nothing but the address of a video, of slides
// or of a schedule.
func mediaLinks(blocks []block) []summit.Link {
	var out []summit.Link
	for _, b := range blocks {
		switch b.kind {
		case list:
			for _, it := range b.items {
				out = append(out, bulletLinks(it.blocks)...)
			}
		case paragraph:
			out = append(out, paragraphLinks(b.text, true)...)
		case verbatim:
			if slices.ContainsFunc(b.text, func(s span) bool { return s.url != "" }) { // no address in code
				out = append(out, paragraphLinks(b.text, true)...)
			}
		case heading, table:
		}
	}
	return out
}

func bulletLinks(blocks []block) []summit.Link {
	var out []summit.Link
	for _, b := range blocks {
		if b.kind == paragraph {
			out = append(out, paragraphLinks(b.text, false)...)
		} else {
			out = append(out, mediaLinks([]block{b})...)
		}
	}
	return out
}

func paragraphLinks(spans []span, bare bool) []summit.Link {
	if !mayLink(spans) {
		return nil
	}
	var out []summit.Link
	for _, l := range splitLines(spans) {
		out = append(out, readMediaLine(l, bare)...)
	}
	return out
}

func mayLink(spans []span) bool {
	return slices.ContainsFunc(spans, func(s span) bool { return s.url != "" && !s.image || strings.Contains(s.text, "://") })
}

func readMediaLine(line []span, bare bool) []summit.Link {
	links, rest := cutLinks(line)
	if len(links) == 0 || !onlyMediaWords(rest) {
		return nil
	}
	if !onlyMediaWords(links[0].before) {
		links[0].before = behindPeople(links[0].before)
	}
	var out []summit.Link
	for _, l := range links {
		if !isAddress(l.url) {
			continue
		}
		if !onlyMediaWords(l.before) {
			return nil
		}
		kind := kindIn(l.text)
		if isAddress(strings.TrimSpace(l.text)) {
			kind = ""
		}
		if kind == "" {
			kind = kindIn(l.before)
		}
		switch found := talkLink(l.url); {
		case kind != "":
			out = append(out, labelled(l.url, kind))
		case bare && isAddress(strings.TrimSpace(l.text)) && len(wordsOf(l.before)) == 0 && found.Kind.IsTalk():
			out = append(out, found)
		}
	}
	return out
}

// behindPeople is what stands behind the names of speakers at the head of a line of links.
func behindPeople(s string) string {
	for _, sign := range []string{" – ", " — ", " - ", " | ", " (", " ["} {
		if at := strings.LastIndex(s, sign); at > 0 && readByline([]span{{text: s[:at]}}, true).certainty > none {
			return s[at:]
		}
	}
	return s
}

// labelled is a link of which the notes say what it leads to; the site of a talk knows better.
func labelled(url string, kind summit.Kind) summit.Link {
	if found := talkLink(url); found.Kind.IsTalk() {
		return found
	}
	if kind == summit.Schedule && strings.ContainsAny(url, "?#") {
		return summit.Link{Kind: summit.Reference, URL: url}
	}
	return summit.Link{Kind: kind, URL: url}
}

func onlyMediaWords(s string) bool {
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		w = strings.ToLower(w)
		if strings.Trim(w, "0123456789") != "" && !videoWords.has(w) && !slideWords.has(w) && !scheduleWords.has(w) && !linkFillers.has(w) {
			return false
		}
	}
	return true
}

// kindIn is the kind of talk link that a text names; empty when it has other words too.
func kindIn(s string) summit.Kind {
	if !onlyMediaWords(s) {
		return ""
	}
	for _, w := range wordsOf(s) {
		switch {
		case videoWords.has(w):
			return summit.Video
		case slideWords.has(w):
			return summit.Slides
		case scheduleWords.has(w):
			return summit.Schedule
		}
	}
	return ""
}

// withLinks are the links and those of more that are addresses not among them yet.
func withLinks(links, more []summit.Link) []summit.Link {
	if len(more) == 0 {
		return links
	}
	known := make(map[string]bool, len(links)+len(more))
	for _, l := range links {
		known[l.URL] = true
	}
	for _, l := range more {
		if !known[l.URL] && isAddress(l.URL) {
			links, known[l.URL] = append(links, l), true
		}
	}
	return links
}

func isTalkLink(l summit.Link) bool { return l.Kind.IsTalk() }

func anyTalkLink(links []summit.Link) bool { return slices.ContainsFunc(links, isTalkLink) }
