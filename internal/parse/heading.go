package parse

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
		return title, peopleReader{urls: urls, below: true, known: true}.read(right)
	}
	by := sign == "by" || sign == "w/"
	if first, rest, _ := strings.Cut(right, " "); byWords.has(first) {
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
		return peopleReader{urls: urls, below: true, known: true}.read(strings.TrimSpace(rest))
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

// cutTime takes the time of day, or a span of two, off the head of a title: `9:30`, `09.30–10:15`,
// `2pm`, `14h00`, `10.45 Uhr`. An hour alone may be the first words of a title: "5 am pages".
func cutTime(s string) (rest string, found bool) {
	clock := strings.TrimLeft(s, "([*")
	rest, found = cutClock(clock)
	if !found {
		return s, false
	}
	span := false
	to := strings.TrimLeft(rest, " ")
	for _, sign := range []string{"-", "–", "—", "to ", "bis "} {
		if after, ok := strings.CutPrefix(to, sign); ok {
			if end, ok := cutClock(strings.TrimLeft(after, " ")); ok {
				rest, span = end, true
			}
			break
		}
	}
	title := strings.TrimLeft(rest, trailing+")]*")
	if title == "" || !span && isHour(clock[:len(clock)-len(rest)]) && !endsHour(rest, clock) {
		return s, false
	}
	return title, true
}

// isHour reports whether a time of day has no minutes.
func isHour(clock string) bool {
	_, unit := cutDigits(clock)
	return !strings.ContainsAny(unit, "0123456789")
}

// endsHour reports whether what follows an hour leaves it one: a sign, or a capital where the hour
// is no span of hours.
func endsHour(rest, clock string) bool {
	rest = strings.TrimLeft(rest, " ")
	if strings.TrimLeft(rest, trailing+")]*") != rest {
		return true
	}
	_, unit := cutDigits(clock)
	return isProper(rest) && !strings.HasPrefix(strings.TrimLeft(unit, " "), "h")
}

// cutNumber takes the number of a talk in a list off its title: `2. Title`.
func cutNumber(s string) string {
	number, rest := cutDigits(s)
	if len(number) > 0 && len(number) < 3 && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")) {
		return strings.TrimLeft(rest[2:], " ")
	}
	return s
}

func cutClock(s string) (rest string, found bool) {
	hour, rest := cutDigits(s)
	half := false
	if rest != "" && strings.IndexByte(":.h", rest[0]) >= 0 {
		if minute, after := cutDigits(rest[1:]); len(minute) == 2 && minute < "60" && !strings.HasPrefix(after, ".") {
			rest, found, half = after, rest[0] != '.' || len(hour) == 2, rest[0] == '.'
		}
	}
	for _, sign := range []string{" am", " pm", "am", "pm", " a.m.", " p.m.", " Uhr", " h", "h"} {
		if len(rest) >= len(sign) && strings.EqualFold(rest[:len(sign)], sign) && (len(rest) == len(sign) || !isLetterAt(rest[len(sign):])) {
			return rest[len(sign):], hour != "" && len(hour) <= 2
		}
	}
	if half && rest != "" && rest[0] != ' ' && rest[0] != '-' && !strings.HasPrefix(rest, "–") {
		return s, false
	}
	return rest, found && len(hour) <= 2 && hour != "" && !isLetterAt(rest)
}

func cutDigits(s string) (digits, rest string) {
	n := len(s) - len(strings.TrimLeft(s, "0123456789"))
	return s[:n], s[n:]
}

func isLetterAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
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

// settleNames reads headings that alone could be titles as a whole, where most say on which side of a
// sign people stand: `Name: Title`, `Title: Name`, `Name - Name`.
func settleNames(titles []*title) {
	settleBefore(titles)
	settleBehind(titles, ':', colons)
	settleBehind(titles, '-', dashes)
}

func settleBefore(titles []*title) {
	var named []*title
	for _, t := range titles {
		if name, rest, found := strings.Cut(t.title, ": "); found && len(t.speakers) == 0 && isName(name) && rest != "" {
			named = append(named, t)
		}
	}
	if len(named) < 2 || 2*len(named) < len(titles) {
		return
	}
	for _, t := range named {
		name, rest, _ := strings.Cut(t.title, ": ")
		t.title, t.speakers = rest, []summit.Speaker{{Name: name}}
	}
}

func settleBehind(titles []*title, sign byte, signs *signs) {
	sure := 0
	for _, t := range titles {
		if len(t.speakers) > 0 && t.behind == sign {
			sure++
		}
	}
	if sure < 2 || 2*sure < len(titles) {
		return
	}
	for _, t := range titles {
		if len(t.speakers) > 0 {
			continue
		}
		at := cutOutside(t.title, signs)
		if at == nil {
			continue
		}
		if name := t.title[at.end:]; isName(name) && !hasRoleWord(name) {
			t.title, t.speakers = t.title[:at.start], []summit.Speaker{{Name: name}}
		}
	}
}

// settleOrganizations uses the organisations that the notes name clearly to read those that one
// heading alone does not tell: written in lower case, or with something stuck to their end.
func settleOrganizations(titles []*title) {
	known := map[string]string{}
	for _, t := range titles {
		for _, s := range t.speakers {
			known[strings.ToLower(s.Organization)] = s.Organization
		}
	}
	delete(known, "")
	for _, t := range titles {
		for i := range t.speakers {
			s := &t.speakers[i]
			if at := strings.LastIndex(s.Role, ", "); at >= 0 && s.Organization == "" {
				if organization := known[strings.ToLower(s.Role[at+2:])]; organization != "" {
					s.Role, s.Organization = s.Role[:at], organization
				}
			}
			if t.doubtful != "" && s.Organization == "" {
				first, _, _ := strings.Cut(t.doubtful, " ")
				s.Organization = known[strings.ToLower(first)]
			}
		}
	}
}
