package parse

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// linkTo is a link to an address, of the kind that the address tells. That of a schedule loses its query and fragment, which
// only track where a reader came from.
func linkTo(address string) summit.Link {
	u, err := url.Parse(address)
	if err != nil {
		return summit.Link{Kind: summit.Reference, URL: address}
	}
	kind := kindOf(u)
	if kind == summit.Schedule {
		u.RawQuery, u.Fragment, u.RawFragment, u.ForceQuery = "", "", "", false
		address = u.String()
	}
	return summit.Link{Kind: kind, URL: address}
}

// linkAlone is a link to an address that is alone in the place of a talk link: a page of talks may then be on any site.
func linkAlone(address string) summit.Link {
	l := linkTo(address)
	if l.Kind != summit.Reference {
		return l
	}
	u, err := url.Parse(address)
	if err != nil {
		return l
	}
	for part := range strings.SplitSeq(path.Dir(u.Path), "/") {
		switch strings.ToLower(part) {
		case "schedule", "session", "sessions", "talk", "talks", "event":
			l.Kind = summit.Schedule
		}
	}
	return l
}

func kindOf(u *url.URL) summit.Kind {
	switch strings.ToLower(path.Ext(u.Path)) {
	case ".pdf", ".ppt", ".pptx", ".key", ".odp":
		return summit.Slides
	}
	for host := strings.ToLower(u.Hostname()); host != ""; {
		switch host {
		case "sched.com", "sched.org", "sched.co", "sessionize.com", "pretalx.com":
			return summit.Schedule
		case "youtube.com", "youtu.be", "vimeo.com", "media.ccc.de":
			return summit.Video
		case "slideshare.net", "speakerdeck.com", "slides.com":
			return summit.Slides
		case "linkedin.com", "twitter.com", "x.com", "bsky.app", "mastodon.social":
			return summit.Profile
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return summit.Reference
}

// labelled is a link of which the notes say what it leads to; the site of a talk knows better.
func labelled(url string, kind summit.Kind) summit.Link {
	if found := linkTo(url); found.Kind.IsTalk() {
		return found
	}
	if kind == summit.Schedule && strings.ContainsAny(url, "?#") {
		return summit.Link{Kind: summit.Reference, URL: url}
	}
	return summit.Link{Kind: kind, URL: url}
}

// kindIn is the kind of talk link that a text names; it is empty if it has other words too.
func kindIn(s string) (kind summit.Kind) {
	for w := range words.In(s) {
		found := kindNamed(w)
		if found == "" && !isBesideLink(w) {
			return ""
		}
		if kind == "" {
			kind = found
		}
	}
	return kind
}

func kindNamed(word string) summit.Kind {
	for kind, set := range known().kinds {
		if set.Has(word) {
			return kind
		}
	}
	return ""
}

func isBesideLink(word string) bool {
	return known().besideLinks.Has(word) || strings.Trim(word, "0123456789") == ""
}

// isAboutLinks reports whether all words of a text say what links lead to.
func isAboutLinks(s string) bool {
	for w := range words.In(s) {
		if kindNamed(w) == "" && !isBesideLink(w) {
			return false
		}
	}
	return true
}

// withLinks are links and those of more that are addresses not among them yet.
func withLinks(links, more []summit.Link) []summit.Link {
	if len(more) == 0 {
		return links
	}
	known := make(map[string]bool, len(links)+len(more))
	for _, l := range links {
		known[l.URL] = true
	}
	out := slices.Clip(links)
	for _, l := range more {
		if !known[l.URL] && words.IsAddress(l.URL) {
			out, known[l.URL] = append(out, l), true
		}
	}
	return out
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
	before := ""
	for _, s := range line {
		switch {
		case s.Image:
		case s.URL != "":
			url := s.URL
			if words.IsAddress(strings.TrimSpace(s.Text)) {
				url = words.TrimAddress(url)
			}
			links, before = append(links, linkInLine{before, s.Text, url}), ""
		default:
			text := s.Text
			for start, end := words.FindAddress(text); start >= 0; start, end = words.FindAddress(text) {
				links, before = append(links, linkInLine{before + text[:start], text[start:end], text[start:end]}), ""
				text = text[end:]
			}
			before += text
		}
	}
	return links, before
}

// talkLinksIn finds the talk links in a block of notes. They are in lines that hold nothing but links and the words for what
// those lead to, such as `Slides: URL` or `[slides](URL) | [video](URL)`, or, outside of a list, nothing but the address of
// a video, of slides or of a schedule. Addresses in code are none.
func talkLinksIn(b *markdown.Block, inList bool) []summit.Link {
	var out []summit.Link
	switch b.Kind {
	case markdown.List:
		for _, it := range b.Items {
			for i := range it.Blocks {
				out = append(out, talkLinksIn(&it.Blocks[i], it.Blocks[i].Kind == markdown.Paragraph)...)
			}
		}
	case markdown.Paragraph, markdown.Verbatim:
		for _, l := range b.Lines {
			if mayLink(l, b.Kind == markdown.Paragraph) {
				out = append(out, talkLinksInLine(l, !inList)...)
			}
		}
	}
	return out
}

func mayLink(line markdown.Text, writtenOut bool) bool {
	return writtenOut || slices.ContainsFunc(line, func(s markdown.Span) bool { return s.URL != "" })
}

func talkLinksInLine(line markdown.Text, bare bool) []summit.Link {
	links, rest := cutLinks(line)
	if len(links) == 0 || !isAboutLinks(rest) {
		return nil
	}
	if !isAboutLinks(links[0].before) {
		links[0].before = behindPeople(links[0].before)
	}
	var out []summit.Link
	for _, l := range links {
		if !words.IsAddress(l.url) {
			continue
		}
		if !isAboutLinks(l.before) {
			return nil
		}
		kind := kindIn(l.text)
		if kind == "" {
			kind = kindIn(l.before)
		}
		if kind != "" {
			out = append(out, labelled(l.url, kind))
		} else if found := linkAlone(l.url); bare && len(words.Lower(l.before)) == 0 && found.Kind.IsTalk() {
			out = append(out, found)
		}
	}
	return out
}

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
