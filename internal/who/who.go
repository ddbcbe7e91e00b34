// Package who reads people in text: their names, roles and organisations. The words that it goes
// by are in words.txt, and given names that many people have in names.txt.
//
// People are written in one of these ways, several of them joined by commas, "and", "&" and the
// like:
//
//	Name
//	Name, Role, Organisation
//	Name (Role, Organisation)
//	Name - Role, Organisation
//	Name @ Organisation, Name at Organisation
//	Name @account, Name (@account), Name / @account / Organisation, Name (she/her), Name ADDRESS
//
// How much of that is believed depends on the context: a title may hold two capitalised words
// that are nobody, a line below a title less often, and behind "Speaker:" there is always
// somebody. A known given name, a profile, an account, a role or a label tells people from other
// capitalised words; names without any of these are doubtful, and the other sessions of the file
// decide.
package who

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// Certainty is how sure a reading of a text as people is.
type Certainty int

// A weak reading has nothing but words that look like a name; a fair one an organisation as well;
// a strong one a role, a profile, an account, pronouns, a form of address or several names.
const (
	Nobody Certainty = iota
	Weak
	Fair
	Strong
)

// People are the speakers in a text.
type People struct {
	Speakers  []summit.Speaker
	Certainty Certainty
	listed    bool // there are several, and nothing is said of them
	place     bool // an organisation follows "at", as places do in titles
	remark    bool // one in lower case is in parentheses, as remarks are in titles
	labelled  bool // a label says that they are the speakers
	inBullet  bool
	inText    bool // in a sentence
	speaking  bool // of which it says that they give a talk
}

// AreInText reports whether the people are in a sentence below the title, and speaking whether it
// says that they give a talk.
func (p *People) AreInText() (is, speaking bool) { return p.inText, p.speaking }

// AreInBullet reports whether the people are in a bullet, which may be the first of the notes.
func (p *People) AreInBullet() bool { return p.inBullet }

// AreLabelled reports whether a label says that the people are the speakers.
func (p *People) AreLabelled() bool { return p.labelled }

// Names reports whether one of the people has a name.
func (p *People) Names(name string) bool {
	return slices.ContainsFunc(p.Speakers, func(s summit.Speaker) bool { return s.Name == name })
}

// AreCalled reports whether one of the people has a given name that many have, which two words of
// a title seldom begin with.
//
//go:noinline
func (p *People) AreCalled() bool {
	return slices.ContainsFunc(p.Speakers, func(s summit.Speaker) bool { return beginsGiven(s.Name) || isEastAsian(s.Name) })
}

// IsFirstName reports whether there is one person, of whom nothing but such a given name is said.
func (p *People) IsFirstName() bool {
	name := p.Speakers[0].Name
	return len(p.Speakers) == 1 && isCapitalised(name) && knownNames().given.Has(words.Fold(name))
}

// A context is where a text is found.
type context int

const (
	inTitle    context = iota // or in a place where it could be anything
	belowTitle                // a line of its own: an organisation may follow a dash
	named                     // it is known to name people, so that one word is a name
)

// maxText is the longest text in which people are looked for, in bytes.
const maxText = 400

// Read reads a text of which it is known that it names people. several tells that names with
// commas between them are all people.
func Read(t *Text, several bool) People { return readWhole(t, named, several) }

// readWhole reads a text that has no title in it.
func readWhole(t *Text, where context, several bool) People {
	if len(t.Words) > maxText {
		return People{}
	}
	s := t.Words
	if name, behind, _ := strings.Cut(s, "／"); strings.Contains(strings.TrimSpace(behind), " ") {
		s, where = name+", "+behind, named // between a name and an organisation with a role
	}
	s = strings.TrimRight(words.TrimSymbols(withNarrowSigns(s)), words.Trailing+".")
	s = strings.TrimLeft(s, words.Trailing+"*_")
	if before, inside := cutParenthesis(s); before == "" {
		s = inside
	}
	p := reader{text: t, where: where}.readAll(s, several)
	p.addProfiles(t)
	return p
}

// withNarrowSigns writes the signs of East Asia as those of ASCII.
func withNarrowSigns(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return r >= '、' }) {
		return narrowSigns.Replace(s)
	}
	return s
}

var narrowSigns = strings.NewReplacer("（", " (", "）", ")", "、", ", ", "，", ", ", "：", ": ", "／", " / ", "＆", " & ")

// readAll reads people; several tells that names with commas between them are all people.
func (r reader) readAll(s string, several bool) People {
	if several {
		if p := r.readEach(s); p.Certainty > Nobody {
			return p
		}
	}
	return r.read(s)
}

// addProfiles gives speakers whose names or accounts lead to a page its address.
func (p *People) addProfiles(t *Text) {
	for _, l := range t.Links {
		if len(p.Speakers) == 1 && isAccount(l.Words) && words.IsAddress(l.URL) {
			p.Speakers[0].URL = l.URL
		}
		at := slices.IndexFunc(p.Speakers, func(s summit.Speaker) bool { return s.Name == l.Words })
		if at >= 0 && words.IsAddress(l.URL) {
			p.Speakers[at].URL = l.URL
		}
	}
}

// A reader reads people in a part of a text.
type reader struct {
	text  *Text
	where context
}

// read reads people where a text may be something else.
func (r reader) read(s string) People {
	if !r.mayBegin(s) {
		return People{}
	}
	s, pronouns := cutPronouns(s)
	s = r.cutDash(partAccount(cutContacts(s)))
	if words.Separators.First(s) != nil {
		return People{}
	}
	parts := r.split(s)
	if len(parts) == 0 || !r.isPerson(parts[0]) {
		return People{}
	}
	g := gathering{reader: r, parts: parts}
	for i := range parts {
		if !g.take(i) {
			return People{}
		}
	}
	if !g.attribute() {
		return People{}
	}
	p := g.People
	p.Certainty = max(p.Certainty, Weak)
	switch first, _, _ := strings.Cut(p.Speakers[0].Name, " "); {
	case pronouns || isHonorific(first):
		p.Certainty = Strong
	case len(p.Speakers) > 1 && (p.Certainty != Fair || p.AreCalled()):
		p.listed = p.Certainty == Weak
		p.Certainty = Strong
	}
	return p
}

// readEach reads each of several parts as a person; it finds nobody if one of them is none.
// Single words are names if all are.
func (r reader) readEach(s string) People {
	s, _ = cutPronouns(s)
	parts := r.split(s)
	short := 0
	for _, p := range parts {
		if isCalled(p.name) {
			short++
		}
	}
	if len(parts) == 0 || short > 0 && short < len(parts) {
		return People{}
	}
	g := gathering{reader: r, parts: parts}
	for _, p := range parts {
		if !r.isPerson(p) || !g.add(p) {
			return People{}
		}
	}
	g.Certainty = Strong
	return g.People
}

// mayBegin looks quickly whether a name could be at the head of a text.
func (r reader) mayBegin(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	if r.where == named {
		return unicode.IsUpper(first) || first == '@' || unicode.Is(unicode.Lo, first)
	}
	word, rest, _ := strings.Cut(s, " ")
	small, _ := utf8.DecodeRuneInString(rest)
	if first >= firstOfEastAsia {
		return true
	}
	return unicode.IsUpper(first) && !known().nobody.Has(word) && (!unicode.IsLower(small) || beginsParticle(rest))
}

// beginsParticle reports whether a text begins with a particle, or with a name that has one.
func beginsParticle(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return isParticle(first) || joinsParticle(strings.TrimRight(first, ",;:"))
}

// isPerson reports whether a part begins like a person, addresses left aside.
func (r reader) isPerson(p part) bool {
	name := strings.TrimFunc(p.name, IsMark)
	switch r.where {
	case named:
		if isCalled(name) || hasInitials(name) {
			return true
		}
	case belowTitle:
		if hasInitials(name) {
			return true
		}
	}
	return IsName(name) && !HasRole(name) && !isShortRole(name)
}

// cutDash writes `Name - Role, Organisation` with commas only. Below a title the organisation may
// follow the dash alone, or a second one; a field with a label of its own there is ignored.
func (r reader) cutDash(s string) string {
	at := words.Dashes.First(s)
	if at == nil {
		return s
	}
	name, behind := s[:at.Start], s[at.End:]
	field, _, _ := strings.Cut(behind, ",")
	next := words.Dashes.First(behind)
	switch {
	case next != nil && r.where != inTitle && (isAccount(behind[:next.Start]) || describesRole(behind[:next.Start]) || isAccount(behind[next.End:])):
		behind = behind[:next.Start] + ", " + behind[next.End:]
	case isAccount(behind):
	case describesRole(field):
	case r.where == named && strings.Contains(behind, ":"):
		return name
	case r.where == inTitle && (!beginsGiven(name) || IsName(behind)), !r.areNames(name), !readsLikeOrganization(behind):
		return s
	}
	return name + ", " + behind
}

// areNames reports whether nothing is said of the people in a text but their names.
func (r reader) areNames(s string) bool {
	return !slices.ContainsFunc(r.split(s), func(p part) bool { return p.inside != "" && !isAccount(p.inside) || p.at != "" && !isAccount(p.at) })
}
