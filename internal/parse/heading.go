package parse

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// A title is what the heading of a session says.
type title struct {
	heading  string // as written, without Markdown's signs
	title    string
	speakers []summit.Speaker
	links    []summit.Link
	behind   byte   // the sign behind which the speakers stand; see people
	doubtful string // an organisation with something stuck to it; see settleOrganizations
	linked   bool   // the heading is a link as a whole
	timed    bool   // it begins with the time of day
}

var (
	separators = newSigns(" - ", " – ", " — ", " -- ", " --- ", ": ", " | ", " by ", " w/ ")
	dashes     = newSigns(" - ", " – ", " — ", " -- ", " --- ", " | ")
	colons     = newSigns(": ")
	joiners    = newSigns(", and ", " and ", " & ", " • ", " · ", ",", "; ", ";",
		" / ", " und ", " et ", " y ", " e ", " og ", " och ")
)

const trailing = " :,;-–—|•·"

// readHeading tells the title of a session from its speakers. These forms are known, with any of
// the separators and joiners in place of `:` and `&`:
//
//	People
//	Title: People
//	People: Title
//	Title: People: the same names again
//	Title (People)
//
// where People is what readPeople knows. Text that fits none of them is a title as a whole. The
// time of day at its head, emoji at its ends and what cutTrimmings knows are no part of it.
func readHeading(spans []span) title {
	t := title{heading: plain(spans)}
	spans, media := cutMedia(spans)
	text, urls, links := flatten(spans)
	t.linked = len(links) > 0 && strings.HasPrefix(strings.TrimSpace(text), strings.TrimSpace(links[0].text))
	t.links = media

	text, t.timed = cutTime(cutNumber(cutTrimmings(trimSymbols(text))))
	if len(text) > maxTitle {
		t.title, _ = urls.cut(text)
		t.title = cmp.Or(t.title, t.heading)
		t.addLinks(links, urls.urls)
		return t
	}
	text, repeated, stuck := cutRepeatedNames(cutLastAddress(strings.Trim(trimSymbols(text), trailing)))
	var who people
	t.title, who = splitTitle(strings.Trim(text, trailing), &urls, repeated)
	t.title, t.speakers, t.behind = cmp.Or(t.title, t.heading), who.speakers, who.behind
	if stuck && len(t.speakers) > 0 {
		t.doubtful = t.speakers[len(t.speakers)-1].Organization
		for i := range t.speakers {
			if t.speakers[i].Organization == t.doubtful {
				t.speakers[i].Organization = ""
			}
		}
	}
	t.addLinks(links, urls.urls)
	return t
}

// cutMedia takes links off the end of a heading whose words only say what they lead to:
// `Title ([slides](URL), [video](URL))`.
func cutMedia(spans []span) ([]span, []summit.Link) {
	var links []summit.Link
	end := len(spans)
	for i := end - 1; i > 0; i-- {
		s := spans[i]
		if kind := kindIn(s.text); s.url != "" && !s.image && kind != "" && isAddress(s.url) {
			links, end = append(links, labelled(s.url, kind)), i
		} else if s.url != "" || s.image || strings.Trim(s.text, trailing+"()[]/\n") != "" {
			break
		}
	}
	if end == len(spans) {
		return spans, nil
	}
	last := spans[end-1]
	last.text = strings.TrimRight(last.text, trailing+"([/\n")
	slices.Reverse(links)
	return append(slices.Clone(spans[:end-1]), last), links
}

func (t *title) addLinks(links []span, urls []string) {
	for _, l := range links {
		if isAddress(l.url) && !t.isProfile(l) {
			t.links = append(t.links, talkLink(l.url))
		}
	}
	for _, s := range t.speakers {
		if s.URL != "" {
			t.links = append(t.links, summit.Link{Kind: summit.Profile, URL: s.URL, Label: s.Name})
		}
	}
	var bare []summit.Link
	for _, url := range urls {
		if !slices.ContainsFunc(t.speakers, func(s summit.Speaker) bool { return s.URL == url }) {
			bare = append(bare, talkLink(url))
		}
	}
	t.links = withLinks(t.links, bare)
}

// isProfile reports whether a speaker's name leads to l, and gives the speaker the address.
func (t *title) isProfile(l span) bool {
	at := slices.IndexFunc(t.speakers, func(s summit.Speaker) bool { return s.Name == strings.TrimSpace(l.text) })
	if at < 0 || t.speakers[at].URL != "" || talkLink(l.url).Kind.IsTalk() {
		return false
	}
	t.speakers[at].URL = l.url
	return true
}

// splitTitle finds the reading of s in which the people are surest.
func splitTitle(s string, urls *addresses, repeated bool) (string, people) {
	best, who := s, people{}
	if whole := readPeople(s, urls); whole.certainty == strong {
		best, who = names(whole.speakers), whole
	}
	if title, inside := cutParenthesis(s); inside != "" && strings.Trim(title, trailing) != "" {
		title = strings.Trim(title, trailing)
		if p := readInside(inside, urls); p.certainty > who.certainty && (p.certainty == strong || !isName(title)) {
			best, who = title, p
		}
	}
	for at := cutOutside(s, separators); at != nil; at = at.next(s, separators) {
		title, p := readAround(s, at, urls, repeated)
		if p.certainty > who.certainty {
			best, who = title, p
		}
	}
	best, _ = urls.cut(best)
	return best, who
}

// readAround reads one side of a separator as people and the other as their title; the people are
// nobody where neither side can be. Behind "by", "w/" and a label people stand on the right only.
func readAround(s string, at *cut, urls *addresses, repeated bool) (title string, who people) {
	left, right := strings.Trim(s[:at.start], trailing), strings.Trim(s[at.end:], trailing)
	sign := strings.TrimSpace(s[at.start:at.end])
	if title := cutLabelBehind(left); title != "" && sign == ":" {
		return title, readNamed(right, urls)
	}
	by := sign == "by" || sign == "w/"
	if first, rest, _ := strings.Cut(right, " "); byWords.has(first) && sign != ":" {
		right, by = rest, true
	}
	if by {
		if left = cutGiven(left); left != "" {
			who = readPeople(right, urls)
		}
		return left, who
	}
	read := func(text, other string, before bool) people {
		p := readPeople(text, urls)
		if p.certainty == fair && (p.place && (before || sign == ":") || p.remark && !before) {
			p.certainty = weak
		}
		if other == "" || p.certainty == weak && !repeated && (sign == ":" || isName(other)) {
			return people{}
		}
		return p
	}
	title, who = left, read(right, left, false)
	if who.behind = '-'; sign == ":" {
		who.behind = ':'
	}
	if p := read(left, right, true); p.certainty > who.certainty {
		title, who = right, p
	}
	return title, who
}

// readInside reads the parentheses behind a title as people, with a label or "by" before them if
// anything.
func readInside(s string, urls *addresses) people {
	if label, rest, found := strings.Cut(s, ":"); found && isLabel(label) {
		return readNamed(strings.TrimSpace(rest), urls)
	}
	if first, rest, _ := strings.Cut(s, " "); byWords.has(first) {
		s = rest
	}
	return readPeople(s, urls)
}

// cutLabelBehind is the title before a label such as "Speaker" and the dash that parts them; empty
// where there is no label.
func cutLabelBehind(s string) string {
	at := cutOutside(s, dashes)
	for at != nil {
		next := at.next(s, dashes)
		if next == nil {
			break
		}
		at = next
	}
	if at == nil || !isLabel(s[at.end:]) {
		return ""
	}
	return strings.Trim(s[:at.start], trailing)
}

// cutGiven takes the "presented" of "presented by" off the end of a title where a sign parts it.
func cutGiven(title string) string {
	at := strings.LastIndexByte(title, ' ')
	if at < 0 || !givenWords.hasFolded(title[at+1:]) {
		return title
	}
	if rest := strings.TrimRight(title[:at], trailing); rest != strings.TrimRight(title[:at], " ") {
		return rest
	}
	return title
}

// cutNumber takes the number of a talk in a list off its title: `2. Title`.
func cutNumber(s string) string {
	number, rest := cutDigits(s)
	if len(number) > 0 && len(number) < 3 && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")) {
		return strings.TrimLeft(rest[2:], " ")
	}
	return s
}

func names(speakers []summit.Speaker) string {
	out := make([]string, len(speakers))
	for i, s := range speakers {
		out[i] = s.Name
	}
	return strings.Join(out, " & ")
}

// cutRepeatedNames takes the names off the end of s that stand earlier in it, as schedules write
// them below a title. They are stuck where no separator parts them from what is before.
func cutRepeatedNames(s string) (rest string, cut, stuck bool) {
	listed := []string{s}
	if strings.Contains(s, "•") || strings.Contains(s, "·") {
		listed = strings.FieldsFunc(s, func(r rune) bool { return r == '•' || r == '·' })
	}
	if len(listed) == 0 {
		return s, false, false
	}
	head := listed[0]
	if last := head[strings.LastIndexByte(strings.TrimRight(head, " "), ' ')+1:]; strings.Count(head, strings.TrimSpace(last)) < 2 {
		return s, false, false
	}
	for _, name := range listed[1:] {
		if !strings.Contains(head, strings.TrimSpace(name)) {
			return s, false, false
		}
	}
	words := strings.Fields(head)
	for n := min(5, len(words)-1); n > 1; n-- {
		name := strings.Join(words[len(words)-n:], " ")
		before := strings.Join(words[:len(words)-n], " ")
		if !isName(name) || !strings.Contains(before, name) {
			continue
		}
		rest = strings.TrimRight(before, trailing)
		stuck = rest == before
		if stuck && len(listed) == 1 {
			return s, false, false
		}
		return rest, true, stuck
	}
	return s, false, false
}
