package who

import (
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A gathering takes the parts of a text one after the other. What follows a group of names is
// about all of them.
type gathering struct {
	reader
	People
	parts      []part
	group      int  // first speaker to whom the next attributes belong
	closed     bool // the organisation of the last speaker is known
	attributes []string
}

// take adds a part: one more person, or a role or an organisation of the people before. It fails if
// the text in parentheses behind a name could be anything.
func (g *gathering) take(i int) bool {
	p := g.parts[i]
	if i > 0 && !g.startsPerson(i) {
		if strings.Trim(p.and, " ;·•") != "" && len(g.attributes) == 0 { // "Jane Doe and friends"
			return consistsOf(p.text, known().others, known().others)
		}
		g.addAttribute(p)
		return true
	}
	if len(g.attributes) > 0 {
		if !g.attribute() {
			return false
		}
		g.group = len(g.Speakers)
	}
	if !g.add(p) {
		return false
	}
	if p.inside != "" || p.at != "" {
		g.group = len(g.Speakers)
		g.closed = g.last().Organization != ""
	}
	return true
}

// startsPerson reports whether a part is one more person and not an attribute of the one before.
// After a comma a part is a person if it has a parenthesis of its own, if an "and" follows in the
// list, or if all parts are names.
func (g *gathering) startsPerson(i int) bool {
	p := g.parts[i]
	switch {
	case !g.isPerson(p), p.and == "" && !IsName(p.name) && IsName(g.parts[0].name): // "Ana Lopez, Hooli"
		return false
	case strings.Trim(p.and, " ·•") == "" && p.and != "" && beginsGiven(g.parts[0].name): // "Ana Lopez · Rope Depot"
		return beginsGiven(p.name)
	case p.and != "" || p.at != "" || g.closed:
		return true
	case p.inside != "":
		_, _, ok := readParenthesis(p.inside)
		return ok || isAccount(p.inside)
	case beginsGiven(p.name) || g.leadsToProfile(p.name):
		return true
	}
	for _, next := range g.parts[i+1:] {
		if !g.isPerson(next) {
			return false
		}
		if next.and != "" {
			return true
		}
	}
	return g.isListOfNames()
}

// leadsToProfile reports whether a name is a link to a page of people.
func (g *gathering) leadsToProfile(name string) bool {
	return slices.ContainsFunc(g.text.Links, func(l Link) bool { return l.Words == name && isProfile(l.URL) })
}

// isListOfNames reports whether all parts are names, and enough of them that none is likely to be
// an organisation.
func (g *gathering) isListOfNames() bool {
	return len(g.parts) > 2 && !slices.ContainsFunc(g.parts, func(p part) bool { return p.and != "" || !g.isPerson(p) })
}

func (g *gathering) last() *summit.Speaker { return &g.Speakers[len(g.Speakers)-1] }

// add adds a person with the role and the organisation behind the name. It fails if the text in
// parentheses could be anything.
func (g *gathering) add(p part) bool {
	name, profile := g.text.Cut(p.name)
	if name >= string(firstOfEastAsia) {
		name, _ = cutSuffix(name)
	}
	g.Speakers = append(g.Speakers, summit.Speaker{Name: name})
	g.addProfile(profile)
	g.addPlace(p)
	return g.addParenthesis(p.inside)
}

// addProfile gives the last speaker the first of some addresses as profile.
func (g *gathering) addProfile(urls []string) {
	if len(urls) > 0 && g.last().URL == "" {
		g.last().URL = urls[0]
		g.Certainty = Strong
	}
}

// addPlace reads the text behind "at" or "@" of the last speaker: an account, or the organisation
// of the group.
func (g *gathering) addPlace(p part) {
	text, profile := g.text.Cut(p.at)
	g.addProfile(profile)
	if isAccount(text) {
		g.Certainty = Strong
		return
	}
	for i := min(g.group, len(g.Speakers)-1); i < len(g.Speakers); i++ {
		g.describe(i, "", text)
	}
	g.place = p.place
}

// addParenthesis reads the text in parentheses behind the last speaker. An event or a language
// there belongs to the talk.
func (g *gathering) addParenthesis(inside string) bool {
	text, profile := g.text.Cut(inside)
	g.addProfile(profile)
	switch {
	case isAccount(text):
		g.Certainty = Strong
		return true
	case NamesEvent(text) || isLanguage(text) || isLevel(text):
		return true
	}
	role, organization, ok := readParenthesis(text)
	if ok {
		g.describe(len(g.Speakers)-1, role, organization)
		g.remark = isPlainWord(organization)
	}
	return ok
}

// addAttribute adds a part that is about the speakers before. One word in parentheses belongs to
// it, as a country does to an organisation; of more words only an address is taken, as the
// speaker's if it is alone. A degree makes the name one.
func (g *gathering) addAttribute(p part) {
	text, profile := g.text.Cut(p.text)
	g.addProfile(profile)
	inside, profile := g.text.Cut(p.inside)
	text, isContact := cutAccount(text)
	switch {
	case inside == "":
		g.addProfile(profile)
	case isAccount(inside):
		isContact = true
	case !strings.Contains(inside, " "):
		text += " (" + inside + ")"
	}
	if isContact {
		g.Certainty, g.closed = Strong, text == ""
	}
	switch {
	case known().degrees.Has(strings.ReplaceAll(text, ".", "")):
		g.Certainty = Strong
	case isLength(text):
	case p.and != "" && len(g.attributes) > 0:
		g.attributes[len(g.attributes)-1] += p.and + text
	case text != "":
		g.attributes = append(g.attributes, text)
	}
}

// attribute gives the attributes to the group: the organisation to all, the role to the last. It
// may be a word in lower case. It fails in a title if the attributes could be anything.
func (g *gathering) attribute() bool {
	role, organization, ok := readAttributes(g.attributes)
	if !ok && isPlainWord(g.attributes[len(g.attributes)-1]) {
		organization = g.attributes[len(g.attributes)-1]
	}
	last := len(g.Speakers) - 1
	for i := min(g.group, last); i < last; i++ {
		g.describe(i, "", organization)
	}
	g.describe(last, role, organization)
	g.attributes = nil
	return ok || g.where != inTitle || g.Certainty == Strong
}

// isLength reports whether a text is how long a talk is: "45min", "20 minutes".
func isLength(s string) bool {
	_, unit := words.CutDigits(s)
	return known().lengths.Has(strings.TrimSpace(unit))
}

func (g *gathering) describe(i int, role, organization string) {
	if role != "" {
		g.Speakers[i].Role = role
		g.Certainty = Strong
	}
	if at := words.Commas.First(organization); at != nil && organization[at.Start] == ' ' && organization[at.Start:at.End] != " / " { // "Hooli • 10:30"
		organization = organization[:at.Start]
	}
	if organization != "" {
		g.Speakers[i].Organization = organization
		g.Certainty = max(g.Certainty, Fair)
	}
}
