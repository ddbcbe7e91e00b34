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
	doubtful string // an organisation with something stuck to it; see settleOrganizations
	linked   bool   // the heading is a link as a whole
}

var (
	separators = []string{" - ", " – ", " — ", ": ", " | ", " by "}
	joiners    = []string{", and ", " and ", " & ", " • ", " · ", ",", ";"}
)

const trailing = " :,;-–—|•·"

// readHeading tells the title of a session from its speakers. These forms are known, with any of
// the separators and joiners in place of `:` and `&`:
//
//	People
//	Title: People
//	People: Title
//	Title: People: the same names again
//
// where People is what readPeople knows. Text that fits none of them is a title as a whole.
func readHeading(spans []span) title {
	t := title{heading: plain(spans)}
	text, urls, links := flatten(spans)
	t.linked = len(links) > 0 && strings.HasPrefix(strings.TrimSpace(text), strings.TrimSpace(links[0].text))

	text, repeated, stuck := cutRepeatedNames(strings.Trim(text, trailing))
	var who people
	t.title, who = splitTitle(strings.Trim(text, trailing), &urls, repeated)
	t.title, t.speakers = cmp.Or(t.title, t.heading), who.speakers
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
	for _, url := range urls {
		if !slices.ContainsFunc(t.links, func(l summit.Link) bool { return l.URL == url }) {
			t.links = append(t.links, talkLink(url))
		}
	}
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
	for at := cutOutside(s, separators); at != nil; at = at.next(s, separators) {
		left, right := strings.Trim(s[:at.start], trailing), strings.Trim(s[at.end:], trailing)
		for _, side := range []struct{ people, title string }{{right, left}, {left, right}} {
			p := readPeople(side.people, urls)
			if p.certainty == weak && !repeated && (s[at.start] == ':' || isName(side.title)) {
				continue
			}
			if p.certainty > who.certainty && side.title != "" {
				best, who = side.title, p
			}
		}
	}
	best, _ = urls.cut(best)
	return best, who
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
	listed := strings.FieldsFunc(s, func(r rune) bool { return r == '•' || r == '·' })
	if len(listed) == 0 {
		return s, false, false
	}
	head := listed[0]
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
