package parse

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/who"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A saying is the title and the speakers of a session.
type saying struct {
	title    string
	speakers []summit.Speaker
}

// agree is the third pass: it finds title and speakers of each session, in their order. What most
// sessions do settles what one alone leaves in doubt. agendas are the speakers of talks in tables
// and lists that are no sessions, by their titles in lower case.
func agree(sessions []*Candidate, agendas map[string][]summit.Speaker) []saying {
	out := make([]saying, len(sessions))
	for i, s := range sessions {
		out[i] = saying{s.title.Text, s.speakers()}
		switch {
		case s.isNameAbove:
			out[i] = s.nameAbove
		case s.above != nil:
			out[i].speakers = s.above
		case len(out[i].speakers) == 0:
			out[i].speakers = agendas[strings.ToLower(s.title.Text)]
		}
	}
	if haveTitlesBelow(sessions) {
		out = withTitlesBelow(out, sessions)
	}
	out = withoutOdd(out, sessions)
	for _, side := range []who.Side{who.BehindColon, who.BehindDash, who.BehindWord, who.BehindBy, who.InSmall, who.InSmallToo, who.FirstNames, who.BehindComma, who.InParentheses, who.BeforeWithComma, who.Before, who.Whole, who.SideBelow, who.InText} {
		isUsual := isUsualSide(side, out, sessions)
		out = withDoubtful(out, side, isUsual, sessions)
	}
	return organizations(withNamesBefore(withoutShared(out)))
}

// withNamesBefore takes names before a comma for speakers if most titles without speakers have such,
// and several of them a known given name: "Ana Lopez, Ropes that hold".
func withNamesBefore(all []saying) []saying {
	out := slices.Clone(all)
	none, named, called := 0, 0, 0
	for i, s := range all {
		if len(s.speakers) > 0 {
			continue
		}
		none++
		name, title, _ := strings.Cut(s.title, ", ")
		if strings.Count(title, " ") < 2 || !who.IsName(name) {
			continue
		}
		named++
		line := markdown.Text{{Text: name}}
		if isPerson(line) {
			called++
		}
		out[i] = saying{title, readNames(line)}
	}
	if called < 2 || 2*named < none {
		return all
	}
	return out
}

// withoutShared cuts from titles the part that most of them, and at least three, have at an end: at the
// head a field, or a letter or a number that counts them; in brackets the room, the track, a code or the
// word of a link.
func withoutShared(all []saying) []saying {
	return cutShared(cutShared(all, cutField), endCutter(all))
}

func cutShared(all []saying, cut func(title string) string) []saying {
	out, n := slices.Clone(all), 0
	for i, s := range all {
		if out[i].title = cut(s.title); out[i].title != s.title {
			n++
		}
	}
	if n > 2 && 2*n >= len(all) {
		return out
	}
	return all
}

// maxField is how many blanks a field without brackets has at most.
const maxField = 2

// cutField takes a field off the head of a title: a kind of session with a number, a letter, brackets
// with anything in them, or words with a digit before a sign: "Talk 2", "A. ", "(Old barn): ",
// "31 C - ", "#7 ".
func cutField(title string) string {
	if rest := cutCount(title); rest != title {
		return rest
	}
	if _, rest := firstBracket(title); rest != "" {
		return rest
	}
	if len(title) > len("A. ") && 'A' <= title[0] && title[0] <= 'Z' && (title[1] == '.' || title[1] == ')') && title[2] == ' ' {
		return title[3:]
	}
	end := strings.IndexAny(title+":", ":|–—")
	if dash := strings.Index(title, " - "); dash >= 0 {
		end = min(end, dash)
	}
	if strings.HasPrefix(title, "#") {
		end = strings.IndexByte(title+" ", ' ')
	}
	field, rest := strings.TrimRight(title[:end], " "), title[end:]
	if strings.Count(field, " ") > maxField || !strings.ContainsAny(field, "0123456789") || words.BeginsWord(strings.TrimPrefix(rest, ":")) {
		return title
	}
	return cmp.Or(strings.TrimLeft(rest, words.Trailing), title)
}

// endCutter returns what takes brackets off the end of a title: square ones; those with a word in
// capitals, such as that of a room, or "link", whatever it leads to; and any, such as those of a
// track, if several titles have the same.
func endCutter(all []saying) func(title string) string {
	n, distinct := 0, map[string]bool{}
	for _, s := range all {
		if _, inside, found := lastBracket(s.title); found {
			n, distinct[inside] = n+1, true
		}
	}
	return func(title string) string {
		before, inside, found := lastBracket(title)
		isCode := len(inside) <= maxCode && inside == strings.ToUpper(inside) && !strings.Contains(inside, " ")
		isSquare := strings.HasPrefix(title[len(before):], " [")
		if found && (isCode || isSquare || inside == "link" || n-len(distinct) > 1) {
			return before
		}
		return title
	}
}

// cutCount takes off a kind of session with its number: "Talk 2 - ".
func cutCount(title string) string {
	at := max(0, strings.IndexAny(title, "0123456789"))
	_, rest := words.CutDigits(title[at:])
	if rest = strings.TrimLeft(rest, words.Trailing+"."); rest == "" || !namesKind(title[:at]) {
		return title
	}
	return rest
}

// withoutOdd returns names alone to their title if no given name is known among them and few other
// titles have speakers: fewer than half of them, or none of several at that side.
func withoutOdd(all []saying, sessions []*Candidate) []saying {
	inTitle, at := 0, map[who.Side]int{}
	for _, s := range sessions {
		if len(s.title.Speakers) > 0 {
			inTitle++
			at[s.title.Side]++
		}
	}
	areFew := 2*(inTitle-1) < len(sessions)-1
	out := slices.Clone(all)
	for i, s := range sessions {
		if t := &s.title; t.Certainty == who.Weak && t.Side != who.Elsewhere && !t.AreCalled() && (areFew || len(sessions) > 2 && at[t.Side] < 2) {
			whole := *t
			whole.takeBack()
			out[i] = saying{whole.Text, s.below.Speakers}
		}
	}
	return out
}

// isUsualSide reports whether most sessions have their speakers at a side of their title. Names
// alone count before and below it only. Where other names are behind titles those in small letters
// and first names may be, and unknown ones where most are in small letters. A file of one talk has
// but one.
func isUsualSide(side who.Side, all []saying, sessions []*Candidate) bool {
	n := 0
	for i, s := range sessions {
		other, at := doubtful(s, side), s.side()
		isDoubtful := len(all[i].speakers) == 0 && other != nil && (side != who.Whole || other.isLikely)
		switch {
		case side == who.InSmallToo && doubtful(s, who.InSmall) == nil:
		case at == side, side == who.InSmallToo, isDoubtful && canAllBeDoubtful(side):
			n++
		case (side == who.InSmall || side == who.FirstNames) && (at == who.BehindDash || at == who.InParentheses):
			n++
		}
	}
	if len(sessions) == 1 {
		other := doubtful(sessions[0], side)
		isCalled := side == who.Before && other != nil && other.isCalled && strings.Count(other.title, " ") > 1
		return n == 1 && (side == who.SideBelow || isCalled)
	}
	return 2*n >= len(sessions) && n > 1
}

// areSeveral reports whether several sessions have speakers at a side of their titles for sure.
func areSeveral(side who.Side, sessions []*Candidate) bool {
	n := 0
	for _, s := range sessions {
		if s.side() == side {
			n++
		}
	}
	return n > 1
}

// canAllBeDoubtful reports whether bare names count at a side, because little else appears there.
func canAllBeDoubtful(side who.Side) bool {
	switch side {
	case who.Before, who.BeforeWithComma, who.BehindBy, who.InSmall, who.Whole, who.SideBelow, who.InText:
		return true
	}
	return false
}

// haveTitlesBelow reports whether most sessions have names as their heading and the title below.
func haveTitlesBelow(sessions []*Candidate) bool {
	n := 0
	for _, s := range sessions {
		if s.nameAbove.speakers != nil {
			n++
		}
	}
	return n > 1 && 2*n > len(sessions)
}

// maxInName is how many blanks an unknown name has at most.
const maxInName = 2

// withTitlesBelow takes the headings for names, those too that have a title below and are short.
func withTitlesBelow(all []saying, sessions []*Candidate) []saying {
	out := slices.Clone(all)
	for i, s := range sessions {
		switch below := s.nameAbove; {
		case below.speakers != nil:
			out[i] = below
		case below.title != "" && strings.Count(s.title.Text, " ") <= maxInName:
			out[i] = saying{below.title, []summit.Speaker{{Name: s.title.Text}}}
		}
	}
	return out
}

// side is where the speakers of a session are.
func (c *Candidate) side() who.Side {
	switch {
	case len(c.title.Speakers) > 0:
		return c.title.Side
	case len(c.below.Speakers) > 0:
		return who.SideBelow
	}
	return who.Elsewhere
}

// doubtful is the reading of a title with names alone at a side of it; nil if there is none.
func doubtful(c *Candidate, side who.Side) *reading {
	if side == who.SideBelow || side == who.InText {
		inText, isSpeaking := c.names.AreInText()
		if len(c.names.Speakers) == 0 || inText != (side == who.InText) {
			return nil
		}
		isLikely := isSpeaking || !inText && c.names.AreCalled() && !c.names.AreInBullet()
		return &reading{saying: saying{c.title.Text, c.names.Speakers}, isLikely: isLikely}
	}
	for _, t := range c.title.Doubtful {
		if t.Side == side {
			isLikely := side == who.Whole && t.AreCalled() && c.Level > 1 || side == who.BehindBy && t.IsFirstName()
			return &reading{saying{t.Text, t.Speakers}, isLikely, t.AreCalled()}
		}
	}
	return nil
}

// A reading is what a title may say. It is likely if the names are those of people and nothing
// else could be there.
type reading struct {
	saying
	isLikely bool
	isCalled bool
}

// withDoubtful gives sessions without speakers those of a doubtful reading, if it is likely or
// most have it. An organisation is enough where several others have speakers at that side.
func withDoubtful(all []saying, side who.Side, isUsual bool, sessions []*Candidate) []saying {
	out := make([]saying, len(all))
	isKnown := areSeveral(side, sessions)
	for i, s := range all {
		if other := doubtful(sessions[i], side); other != nil && len(s.speakers) == 0 &&
			(isUsual || other.isLikely || isKnown && other.speakers[0].Organization != "") {
			s = other.saying
		}
		out[i] = s
	}
	return out
}

// organizations uses the organisations that the notes name clearly to read those that are written
// in lower case behind a role.
func organizations(all []saying) []saying {
	known := map[string]string{}
	for _, s := range all {
		for _, speaker := range s.speakers {
			if speaker.Organization != "" {
				known[strings.ToLower(speaker.Organization)] = speaker.Organization
			}
		}
	}
	out := make([]saying, len(all))
	for i, s := range all {
		out[i] = saying{title: s.title}
		for _, speaker := range s.speakers {
			out[i].speakers = append(out[i].speakers, withOrganization(speaker, known))
		}
	}
	return out
}

func withOrganization(s summit.Speaker, known map[string]string) summit.Speaker {
	if at := strings.LastIndex(s.Role, ", "); at >= 0 {
		if organization := known[strings.ToLower(s.Role[at+2:])]; organization != "" {
			s.Role, s.Organization = s.Role[:at], organization
		}
	}
	return s
}

// agendasIn are the speakers of the talks in the tables and lists of a document.
func agendasIn(all candidates) map[string][]summit.Speaker {
	out := map[string][]summit.Speaker{}
	for _, c := range all {
		if c.Kind == Row || c.Kind == Bullet {
			out[strings.ToLower(c.title.Text)] = c.title.Speakers
		}
	}
	return out
}
