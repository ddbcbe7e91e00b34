package who

import (
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A part is the text between two commas or "and"s outside of parentheses.
type part struct {
	text   string
	inside string // of its parentheses
	name   string // the text up to "at" or "@"
	at     string // that: an organisation, or the name of an account with its "@"
	place  bool   // the word is "at"
	and    string // what joins it to the part before other than a comma, as written
}

// split splits a text at commas, at "and" in several languages and at the signs for it.
func (r reader) split(s string) []part {
	var parts []part
	and := ""
	for s != "" {
		at := r.joiner(s)
		piece, joiner := s, ""
		if at != nil {
			piece, joiner = s[:at.Start], s[at.Start:at.End]
		}
		if p := r.readPart(piece); p.text != "" {
			p.and = and
			parts = append(parts, p)
			and = ""
		}
		if strings.TrimSpace(joiner) != "," && !r.slashParts(piece, s, at) {
			and = joiner
		}
		if at == nil {
			break
		}
		s = s[at.End:]
	}
	return parts
}

// joiner finds the end of the first part of a text. Some joiners are words of other languages,
// and join names only.
func (r reader) joiner(s string) *words.Gap {
	at := words.Joiners.First(s)
	for at != nil && joinsOnlyNames(s[at.Start:at.End]) && !r.joinsNames(s, at) && !r.slashParts(s[:at.Start], s, at) {
		at = words.Joiners.Next(s, at)
	}
	return at
}

// joinsOnlyNames reports whether a joiner is a sign or a word with other uses.
func joinsOnlyNames(joiner string) bool {
	switch strings.TrimSpace(joiner) {
	case "/", "+", "e", "et", "og", "och", "und", "y":
		return true
	}
	return false
}

// slashParts reports whether a joiner is a slash or a dot that separates a name or an account
// from its role or organisation, as a comma does.
func (r reader) slashParts(before, s string, at *words.Gap) bool {
	if at == nil || r.joinsNames(s, at) {
		return false
	}
	switch strings.TrimSpace(s[at.Start:at.End]) {
	case "/", "·", "•":
	default:
		return false
	}
	p := r.readPart(before)
	return isAccount(p.text) || r.isPerson(p)
}

// joinsNames reports whether a person follows a joiner.
func (r reader) joinsNames(s string, at *words.Gap) bool {
	right := s[at.End:]
	if next := words.Joiners.First(right); next != nil {
		right = right[:next.Start]
	}
	return r.isPerson(r.readPart(right))
}

// readPart reads a name and the text in parentheses, behind "@" or behind "at".
func (r reader) readPart(s string) part {
	var p part
	p.text, p.inside = cutParenthesis(strings.TrimSpace(s))
	for (isLevel(p.inside) || isLanguage(p.inside)) && strings.HasSuffix(p.text, ")") {
		p.text, p.inside = cutParenthesis(p.text)
	}
	p.name = p.text
	if p.inside != "" {
		return p
	}
	if rest, found := cutAccount(p.text); found && IsName(rest) {
		p.name, p.at = rest, "@"+strings.TrimPrefix(strings.TrimLeft(p.text[len(rest):], words.Trailing), "@")
		return p
	}
	for _, sign := range r.placeSigns() {
		name, behind, found := strings.Cut(p.text, sign)
		if !found || !IsName(name) || sign == " of " && !beginsGiven(name) {
			continue
		}
		behind = strings.TrimSpace(behind)
		switch {
		case isOrganization(behind) && !NamesEvent(behind):
			p.name, p.at, p.place = name, behind, sign[1] != '@'
		case sign == " @" && isAccount("@"+behind):
			p.name, p.at = name, "@"+behind
		}
		break
	}
	return p
}

// placeSigns are the signs and words between a name and an organisation. In a title "of" is part of
// it.
func (r reader) placeSigns() []string {
	signs := []string{" @ ", " @", " at ", " from ", " bei ", " chez ", " of "}
	if r.where == inTitle {
		return signs[:len(signs)-1]
	}
	return signs
}

// partAccount writes a comma behind an account in parentheses that words follow: "Ana Lopez (@ana)
// Hooli".
func partAccount(s string) string {
	open := strings.Index(s, " (")
	end := strings.Index(s, ") ")
	if open < 0 || end < open || !isAccount(s[open+2:end]) {
		return s
	}
	return s[:end+1] + "," + s[end+1:]
}

// cutAccount removes an account or a mail address from the end of a text. Behind a role, an account
// with a capital is an organisation: "SRE @Hooli".
func cutAccount(s string) (rest string, found bool) {
	at := strings.LastIndexByte(s, ' ')
	if !isAccount(s[at+1:]) || at > 0 && HasRole(s[:at]) && isOrganization(s[at+2:]) {
		return s, false
	}
	return strings.TrimRight(s[:at+1], words.Trailing), true
}

// cutContacts takes the labels before accounts and addresses out of a text: "Twitter: @ana".
func cutContacts(s string) string {
	var kept strings.Builder
	for from, at := 0, 0; ; {
		next := strings.Index(s[at:], ": ")
		if next < 0 && from == 0 {
			return s
		}
		if next < 0 {
			return kept.String() + s[from:]
		}
		label := max(from, 1+strings.LastIndexAny(s[:at+next], " (/"))
		colon := at + next
		at = colon + 2
		word, _, more := strings.Cut(s[at:], " ")
		switch contact := word[:strings.IndexAny(word+",", ",)")]; {
		case known().contacts.Has(s[label:colon]) && (isAccount(contact) || strings.ContainsFunc(contact, IsMark)):
			kept.WriteString(s[from:label])
			from = at
		case !more && isAccount(word): // "Ana Lopez: @ana"
			kept.WriteString(s[from:colon] + " " + word)
			return kept.String()
		}
	}
}

// cutParenthesis splits "Name (inside)" into its two texts.
func cutParenthesis(s string) (before, inside string) {
	if !strings.HasSuffix(s, ")") {
		return s, ""
	}
	open, depth := len(s), 0
	for open > 0 && (depth > 0 || open == len(s)) {
		open--
		switch s[open] {
		case '(':
			depth--
		case ')':
			depth++
		}
	}
	if depth > 0 {
		return s, ""
	}
	return strings.TrimSpace(s[:open]), strings.TrimSpace(s[open+1 : len(s)-1])
}

// cutPronouns takes pronouns such as "she/her" out of a text that may name people, with the
// brackets around them or the comma before them.
func cutPronouns(s string) (rest string, found bool) {
	for from := 0; ; {
		at := strings.IndexByte(s[from:], '/')
		if at < 0 {
			return s, found
		}
		at += from
		start := 1 + strings.LastIndexAny(s[:at], "()[],;")
		end := at + strings.IndexAny(s[at:]+";", "()[],;")
		before, after := s[:start], s[end:]
		switch {
		case !arePronouns(s[start:end]):
			from = at + 1
			continue
		case strings.TrimRight(before, "([") != before && strings.TrimLeft(after, ")]") != after:
			before, after = strings.TrimRight(before[:len(before)-1], " "), after[1:]
		case strings.HasSuffix(before, ","):
			before = before[:len(before)-1]
		case strings.HasPrefix(after, ","), strings.HasPrefix(after, ";"):
			after = strings.TrimLeft(after[1:], " ")
		default:
			from = at + 1
			continue
		}
		s, found, from = before+after, true, len(before)
	}
}

func arePronouns(s string) bool {
	for w := range strings.SplitSeq(s, "/") {
		if !known().pronouns.Has(strings.TrimSpace(w)) {
			return false
		}
	}
	return true
}
