package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// How sure a reading of a text as people is. A weak one has nothing but words that look like a
// name; a fair one an organisation as well; a strong one a role, a profile, an account, pronouns, a
// form of address or several names.
type certainty int

const (
	none certainty = iota
	weak
	fair
	strong
)

// People is a text read as speakers.
type people struct {
	speakers  []summit.Speaker
	certainty certainty
	place     bool // an organisation stands behind "at", as places do in titles
	remark    bool // one stands in lower case in parentheses, as remarks do behind titles
	behind    byte // the sign in a heading behind which they stand, ':' or '-' for all dashes; 0 where they stand before it
}

// A part is what stands between two commas or "and"s outside of parentheses.
type part struct {
	text   string
	inside string // of its parentheses
	name   string // the text without what stands behind "at" or "@"
	at     string // that: an organisation, or the name of an account with its "@"
	place  bool   // the word is "at"
	and    string // what joins it to the part before other than a comma, as written
}

// A peopleReader reads a text as people.
type peopleReader struct {
	urls  *addresses // whose marks stand in the text
	below bool       // it is a line below a title: an organisation may stand behind a dash
	known bool       // it names people: one word is a name too
}

var (
	belowTitle = peopleReader{below: true}
	someone    = peopleReader{below: true, known: true}
)

// readPeople reads people where a text may be something else.
func readPeople(s string, urls *addresses) people { return peopleReader{urls: urls}.read(s) }

// readNamed reads people where a text is known to name them.
func readNamed(s string, urls *addresses) people {
	r := someone
	r.urls = urls
	return r.read(s)
}

// read reads s as `Name (Role, Organisation)`, `Name, Role, Organisation`, `Name - Role,
// Organisation`, `Name @ Organisation`, or several of them.
func (r peopleReader) read(s string) people {
	if !r.mayBegin(s) {
		return people{}
	}
	s, pronouns := cutPronouns(s)
	s = r.cutDash(s)
	if cutOutside(s, separators) != nil {
		return people{}
	}
	var p people
	parts := r.splitParts(s)
	if len(parts) == 0 || !r.isPerson(parts[0]) {
		return people{}
	}
	group := 0      // first speaker to whom the next attributes belong
	closed := false // the organisation of the last speaker is known
	var attributes []string
	settle := func() {
		p.attribute(group, attributes, r.known)
		attributes = nil
	}
	for i, part := range parts {
		if i > 0 && !r.startsPerson(parts, i, len(attributes) > 0, closed) {
			attributes = p.addAttribute(attributes, part, r.urls)
			continue
		}
		if len(attributes) > 0 {
			settle()
			group = len(p.speakers)
		}
		if !p.add(part, group, r.urls) {
			return people{}
		}
		if part.inside != "" || part.at != "" {
			group = len(p.speakers)
			closed = p.speakers[group-1].Organization != ""
		}
	}
	settle()
	p.certainty = max(p.certainty, weak)
	if pronouns || len(p.speakers) > 1 || hasHonorific(p.speakers[0].Name) {
		p.certainty = strong
	}
	return p
}

// mayBegin looks quickly whether a name could stand at the head of s.
func (r peopleReader) mayBegin(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	if isMark(first) || r.known && first == '@' {
		return true
	}
	if r.known || !unicode.IsUpper(first) {
		return unicode.IsUpper(first)
	}
	word, rest, _ := strings.Cut(s, " ")
	next, _, _ := strings.Cut(rest, " ")
	small, _ := utf8.DecodeRuneInString(next)
	if next == "" || unicode.IsLower(small) && !isParticle(next) && !joinsParticle(strings.TrimRight(next, ",;:")) {
		return false
	}
	return isNameWord(word) && !titleWords.hasFolded(word)
}

// startsPerson reports whether part i is one more person and not a role or an organisation of the
// one before, whose organisation is known where closed. After a comma only a list that goes on to an
// "and" or has nothing but names tells it, or a parenthesis of its own.
func (r peopleReader) startsPerson(parts []part, i int, attributed, closed bool) bool {
	switch {
	case !r.isPerson(parts[i]):
		return false
	case parts[i].and != "" || parts[i].at != "" || closed:
		return true
	case parts[i].inside != "":
		return explainsPerson(parts[i].inside)
	case attributed:
		return false
	}
	for _, next := range parts[i+1:] {
		if !isName(strings.TrimSpace(next.name)) {
			return false
		}
		if next.and != "" {
			return true
		}
	}
	return r.isListOfNames(parts)
}

// isPerson reports whether a part begins like a person, addresses left aside.
func (r peopleReader) isPerson(p part) bool {
	name := strings.TrimFunc(p.name, func(c rune) bool { return c == ' ' || isMark(c) })
	return isName(name) && !hasRoleWord(name) || r.known && isCalled(name)
}

// cutDash writes `Name - Role, Organisation` with commas only. Below a title the organisation may
// stand behind the dash alone; what has a label of its own there is left out.
func (r peopleReader) cutDash(s string) string {
	at := cutOutside(s, dashes)
	if at == nil {
		return s
	}
	name, behind := s[:at.start], s[at.end:]
	switch {
	case isName(name) && hasRoleWord(firstField(behind)):
	case r.known && strings.Contains(behind, ":"):
		return name
	case !r.below || !r.areNames(name) || !readsLikeOrganization(behind):
		return s
	}
	return name + ", " + behind
}

// areNames reports whether s has nothing but names.
func (r peopleReader) areNames(s string) bool {
	return !slices.ContainsFunc(r.splitParts(s), func(p part) bool { return p.inside != "" || p.at != "" || !r.isPerson(p) })
}

// explainsPerson reports whether what stands in parentheses is a role, an organisation or an account.
func explainsPerson(inside string) bool {
	_, _, ok := readParenthesis(inside)
	return ok || isAccount(inside)
}

// isListOfNames reports whether all of three or more parts, with nothing but commas between them, are
// people.
func (r peopleReader) isListOfNames(parts []part) bool {
	return len(parts) > 2 && !slices.ContainsFunc(parts, func(p part) bool { return p.and != "" || !isName(p.name) || !r.isPerson(p) })
}

// add adds a part as a person, to a group that begins with speaker number group. It reports whether
// what stands in parentheses behind the name could be understood.
func (p *people) add(part part, group int, urls *addresses) bool {
	name, marks := urls.cut(part.name)
	p.speakers = append(p.speakers, summit.Speaker{Name: name})
	p.profile(marks)
	p.behindAt(part, group, urls)
	return p.parenthesis(part.inside, urls)
}

// addAttribute adds a part that explains the last speaker. One word in parentheses belongs to it, as
// a country does to an organisation; of more words only an address is taken, as the speaker's where it
// stands alone. A degree makes the name one.
func (p *people) addAttribute(attributes []string, part part, urls *addresses) []string {
	text, marks := urls.cut(part.text)
	p.profile(marks)
	inside, marks := urls.cut(part.inside)
	switch {
	case inside == "":
		p.profile(marks)
	case len(marks) == 0 && !strings.Contains(inside, " "):
		text += " (" + inside + ")"
	}
	switch {
	case degrees.hasFolded(strings.ReplaceAll(text, ".", "")):
		p.certainty = strong
	case part.and != "" && len(attributes) > 0:
		attributes[len(attributes)-1] += part.and + text
	case text != "":
		attributes = append(attributes, text)
	}
	return attributes
}

// parenthesis reads what stands in parentheses behind the last speaker. An event is where the talk was.
func (p *people) parenthesis(inside string, urls *addresses) bool {
	if inside == "" {
		return true
	}
	text, marks := urls.cut(inside)
	p.profile(marks)
	if isAccount(text) {
		p.certainty = strong
		return true
	}
	if namesEvent(text) {
		return true
	}
	role, organization, ok := readParenthesis(text)
	if !ok {
		return false
	}
	p.describe(len(p.speakers)-1, role, organization)
	p.remark = p.remark || isPlainWord(organization)
	return true
}

// behindAt reads what stands behind "at" or "@" and the name of the last speaker: an account, or the
// organisation of the group.
func (p *people) behindAt(part part, group int, urls *addresses) {
	if part.at == "" {
		return
	}
	text, marks := urls.cut(part.at)
	p.profile(marks)
	if isAccount(text) {
		p.certainty = strong
		return
	}
	for i := min(group, len(p.speakers)-1); i < len(p.speakers); i++ {
		p.describe(i, "", text)
	}
	p.place = p.place || part.place
}

// attribute gives what stands behind a group of speakers to them: the organisation to all, the
// role to the last. Where people are known, the organisation may be a word in lower case.
func (p *people) attribute(group int, attributes []string, known bool) {
	role, organization, ok := readAttributes(attributes)
	if !ok && known && isPlainWord(attributes[len(attributes)-1]) {
		organization = attributes[len(attributes)-1]
	}
	if group >= len(p.speakers) {
		group = len(p.speakers) - 1
	}
	for i := group; i < len(p.speakers)-1; i++ {
		p.describe(i, "", organization)
	}
	p.describe(len(p.speakers)-1, role, organization)
}

func (p *people) describe(i int, role, organization string) {
	speaker := &p.speakers[i]
	if role != "" {
		speaker.Role = role
		p.certainty = max(p.certainty, strong)
	}
	if organization != "" {
		speaker.Organization = organization
		p.certainty = max(p.certainty, fair)
	}
}

// profile gives the last speaker the first of the addresses as profile.
func (p *people) profile(marks []string) {
	for _, url := range marks {
		last := &p.speakers[len(p.speakers)-1]
		if last.URL != "" {
			return
		}
		last.URL = url
		p.certainty = strong
	}
}

// readAttributes tells role from organisation. It is not ok when the fields could be anything.
func readAttributes(fields []string) (role, organization string, ok bool) {
	fields = joinCompanySuffix(fields)
	if len(fields) == 0 {
		return "", "", true
	}
	last := len(fields) - 1
	for _, at := range []string{" @ ", " at ", "@"} {
		before, after, found := strings.Cut(fields[last], at)
		if found && isOrganization(strings.TrimSpace(after)) {
			return strings.Join(append(fields[:last:last], clip(before)...), ", "), strings.TrimSpace(after), true
		}
	}
	roleBefore := slices.ContainsFunc(fields[:last], hasRoleWord)
	switch {
	case isOrganization(fields[last]) && !hasRoleWord(fields[last]) && (last == 0 || roleBefore):
		return strings.Join(fields[:last], ", "), fields[last], true
	case roleBefore || hasRoleWord(fields[last]):
		return strings.Join(fields, ", "), "", true
	}
	return "", "", false
}

// readParenthesis reads what stands in parentheses behind a name. One word in lower case is an
// organisation there.
func readParenthesis(s string) (role, organization string, ok bool) {
	if isPlainWord(s) && !hasRoleWord(s) {
		return "", s, true
	}
	return readAttributes(splitCommas(s))
}

func clip(s string) []string {
	if s = strings.TrimSpace(s); s == "" {
		return nil
	}
	return []string{s}
}

// joinCompanySuffix mends "Initech, Inc.", which a comma has parted.
func joinCompanySuffix(fields []string) []string {
	var out []string
	for _, f := range fields {
		if len(out) > 0 && companySuffixes.hasFolded(strings.TrimRight(f, ".")) {
			out[len(out)-1] += ", " + f
			continue
		}
		out = append(out, f)
	}
	return out
}

func firstField(s string) string {
	first, _, _ := strings.Cut(s, ",")
	return first
}

func splitCommas(s string) []string {
	var out []string
	for f := range strings.SplitSeq(s, ",") {
		out = append(out, clip(f)...)
	}
	return out
}

// cutPart finds the end of the first part of s: a comma, an "and" or a sign outside of parentheses.
func (r peopleReader) cutPart(s string) *cut {
	at := cutOutside(s, joiners)
	for at != nil && nameJoiners.has(strings.TrimSpace(s[at.start:at.end])) && !r.standsBetweenNames(s, at) {
		at = at.next(s, joiners)
	}
	return at
}

// standsBetweenNames reports whether a joiner has people on both sides.
func (r peopleReader) standsBetweenNames(s string, at *cut) bool {
	right := s[at.end:]
	if next := cutOutside(right, joiners); next != nil {
		right = right[:next.start]
	}
	return r.isPerson(readPart(s[:at.start])) && r.isPerson(readPart(right))
}

// splitParts parts s at commas, at "and" in several languages and at the signs for it.
func (r peopleReader) splitParts(s string) []part {
	var parts []part
	and := ""
	for s != "" {
		at := r.cutPart(s)
		piece, joiner := s, ""
		if at != nil {
			piece, joiner = s[:at.start], s[at.start:at.end]
		}
		if p := readPart(piece); p.text != "" || p.inside != "" {
			p.and = and
			parts = append(parts, p)
			and = ""
		}
		if strings.TrimSpace(joiner) != "," {
			and = joiner
		}
		if at == nil {
			break
		}
		s = s[at.end:]
	}
	return parts
}

// readPart reads what stands behind a name in parentheses, behind "@" or behind "at".
func readPart(s string) part {
	var p part
	p.text, p.inside = cutParenthesis(strings.TrimSpace(s))
	p.name = p.text
	if p.inside != "" {
		return p
	}
	for _, sign := range []string{" @ ", " @", " at "} {
		name, behind, found := strings.Cut(p.text, sign)
		if !found || !isName(name) || hasRoleWord(name) {
			continue
		}
		behind = strings.TrimSpace(behind)
		switch {
		case isOrganization(behind) && !namesEvent(behind):
			p.name, p.at, p.place = name, behind, sign == " at "
		case sign == " @" && isAccount("@"+behind):
			p.name, p.at = name, "@"+behind
		}
		break
	}
	return p
}

// cutParenthesis parts "Name (inside)" into its two texts.
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
