package who

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Title is the heading of a session, with its title and its people told apart.
type Title struct {
	People
	Text     string  // without the people; empty if nothing is left
	All      string  // with the people
	Side     Side    // at which the people are
	Doubtful []Title // other readings, with names alone where a title often has two capitalised words
}

// A Side is where people are in a heading.
type Side int8

// Elsewhere means in parentheses, after "by" or a label, or in place of a title.
const (
	Elsewhere Side = iota
	Before         // a colon or a dash
	BehindColon
	BehindDash
	BehindComma
	BehindWord // "with" and the like
	BehindBy   // in one word
	InSmall    // a name in small letters
	InSmallToo // likewise, without a known given name
	FirstNames // alone, in parentheses or behind a dash
	InParentheses
	BeforeWithComma // and their organisation is behind the title
	Whole           // they are all of it
	SideBelow       // the title
	InText          // likewise, in a sentence
)

// ReadTitle tells the title of a session from its speakers. These forms are known, with any of
// the separators and joiners in place of `:` and `&`:
//
//	People
//	Title: People
//	People: Title
//	Title: People: the same names again
//	Title (People)
//	Title by People, Title with People
//	Title, People
//	Kind of session People
//
// A text that has none of them is a title as a whole.
func ReadTitle(t *Text) Title {
	if len(t.Words) > maxText {
		text, _ := t.Cut(t.Words)
		return Title{Text: text, All: text}
	}
	text, repeated := cutRepeatedNames(cutLastAddress(strings.Trim(words.TrimSymbols(t.Words), words.Trailing)))
	r := titleReader{reader{text: t}, repeated}
	text = strings.Trim(text, words.Trailing)
	title := r.split(withParentheses(text))
	if strings.Contains(text, "：") {
		if narrow := r.split(strings.ReplaceAll(text, "：", ": ")); len(narrow.Speakers) > 0 && beginsGiven(narrow.Speakers[0].Name) {
			title = narrow
		}
	}
	if len(title.Speakers)+len(title.Doubtful) == 0 {
		title.Text = text
	}
	title.Text, _ = t.Cut(title.Text)
	title.All, _ = t.Cut(text)
	for i := range title.Doubtful {
		title.Doubtful[i].Text, _ = t.Cut(title.Doubtful[i].Text)
	}
	title.addProfiles(t)
	return title
}

// withParentheses writes the brackets at the end of a title, and those of East Asia, as
// parentheses: people may be in them.
func withParentheses(s string) string {
	if inner, found := strings.CutSuffix(s, "]"); found {
		if open := strings.LastIndexByte(inner, '['); open > 0 {
			return inner[:open] + "(" + inner[open+1:] + ")"
		}
	}
	if strings.HasSuffix(s, "）") {
		return withNarrowSigns(s)
	}
	return s
}

// A titleReader reads titles.
type titleReader struct {
	reader
	repeated bool // the names came again behind the title
}

// split finds the reading in which the people are surest, the first of equals.
func (r titleReader) split(s string) Title {
	c := choice{best: Title{Text: s}, repeated: r.repeated}
	if whole := r.read(s); whole.Certainty != Fair && !whole.followTitle(s) {
		c.add(Title{People: whole, Text: Names(whole.Speakers), Side: Whole})
	}
	if title, inside := cutParenthesis(s); strings.Trim(title, words.Trailing) != "" {
		people, side := r.readInside(inside)
		c.addFirstNames(r, strings.Trim(title, words.Trailing), inside)
		c.add(Title{People: people, Text: strings.Trim(title, words.Trailing), Side: side})
	}
	if inside, title := cutFirstBracket(s); title != "" {
		c.add(Title{People: r.read(inside), Text: title, Side: BehindWord})
	}
	for at := words.Separators.First(s); at != nil; at = words.Separators.Next(s, at) {
		behind, before := r.readAround(s, at)
		if behind.Side == BehindDash {
			c.addFirstNames(r, s[:at.Start], s[at.End:])
		}
		c.add(behind)
		c.add(before)
		if with, found := before.beforeComma(); found {
			c.add(with)
		}
	}
	for _, read := range []func(string, *choice){r.behindWord, r.behindKind, r.behindComma, r.behindLink, r.beforeQuote, behindInSmall} {
		if c.best.Certainty == Nobody {
			read(s, &c)
		}
	}
	c.best.Doubtful = c.doubtful
	return c.best
}

// followTitle reports whether the first of the people in a text sounds like a title, with a comma
// between it and the name of a person: "Mending Knots, Ana Lopez".
func (p *People) followTitle(s string) bool {
	first, rest, _ := strings.Cut(s, ", ")
	return p.listed && !beginsGiven(first) && beginsGiven(rest)
}

// addFirstNames adds a reading in doubt of single words behind a title, one of them a known given
// name: "Ropes (Ana, Bo)". What is in parentheses behind them may be their organisation.
func (c *choice) addFirstNames(r titleReader, title, names string) {
	names, _ = cutParenthesis(names)
	if first, _, _ := strings.Cut(names, " "); !isCapitalised(first) || strings.Count(names, " ") > maxFirstNames {
		return
	}
	var p People
	called := false
	for _, part := range r.reader.split(names) {
		if !isCalled(part.text) {
			return
		}
		called = called || knownNames().given.Has(words.Fold(part.text))
		p.Speakers = append(p.Speakers, summit.Speaker{Name: part.text})
	}
	if called {
		c.doubtful = append(c.doubtful, Title{People: p, Text: title, Side: FirstNames})
	}
}

// maxFirstNames is how many blanks there are at most between first names.
const maxFirstNames = 4

// cutFirstBracket splits "[Name] Title".
func cutFirstBracket(s string) (inside, title string) {
	if strings.IndexAny(s, "[(") != 0 {
		return "", ""
	}
	at := strings.IndexAny(s, "])")
	if at < 0 {
		return "", ""
	}
	return s[1:at], strings.Trim(s[at+1:], words.Trailing)
}

// A choice is the best of the readings of a title, and those in doubt.
type choice struct {
	best     Title
	doubtful []Title
	repeated bool
}

func (c *choice) add(t Title) {
	switch {
	case t.Certainty == Nobody:
	case !t.isSure(c.repeated):
		c.doubtful = append(c.doubtful, t)
	case t.Certainty > c.best.Certainty:
		c.best = t
	}
}

// isSure reports whether names at a side of a title are people and not words of it.
func (t *Title) isSure(repeated bool) bool {
	if t.Certainty == Strong && !t.listed && t.Side != BehindBy || repeated {
		return true
	}
	switch t.Side {
	case Elsewhere:
		return true
	case BehindBy:
		return false
	case Before, BeforeWithComma:
		return t.Certainty > Weak
	case Whole:
		return t.listed && t.AreCalled()
	case BehindWord, BehindComma:
		return t.AreCalled() && !beginsGiven(t.Text)
	case InParentheses:
		return t.listed && t.AreCalled() || !IsName(t.Text)
	case BehindDash:
		if kind := strings.TrimRight(t.Text, " 0123456789"); kind != t.Text && IsKind(kind) { // "Session 1"
			return t.AreCalled()
		}
		// More than a bare name; or a given name that is known, unless the title begins with one too; or
		// a title that cannot be a name. The case is people-weak-behind-a-dash.
		return t.Certainty > Weak || t.AreCalled() && !beginsGiven(t.Text) || !IsName(t.Text)
	}
	return t.Certainty > Weak || t.AreCalled() && !t.remark
}

// behindWord reads people after a word such as "with". After a kind of session, a comma or another
// sign, a bare name is enough.
func (r titleReader) behindWord(s string, c *choice) {
	for at := strings.IndexByte(s, ' '); at > 0; {
		word, rest, _ := strings.Cut(s[at+1:], " ")
		next := strings.IndexByte(s[at+1:], ' ')
		if known().behindTitle.Has(word) {
			title := strings.TrimRight(s[:at], words.Trailing)
			t := Title{People: r.read(rest), Text: cutGiven(title), Side: BehindWord}
			if IsKind(title) || title != s[:at] {
				t.Side = Elsewhere
			}
			c.add(t)
		}
		if next < 0 {
			return
		}
		at += 1 + next
	}
}

// behindKind reads people behind the kind of a session: "Lightning talk Ana Lopez". They need a
// form of address, or a given name that is known.
func (r titleReader) behindKind(s string, c *choice) {
	for at := strings.IndexByte(s, ' '); at > 0 && IsKind(s[:at]); {
		if p := r.read(s[at+1:]); p.Certainty == Strong && !p.listed || p.AreCalled() {
			c.add(Title{People: p, Text: s[:at]})
			return
		}
		next := strings.IndexByte(s[at+1:], ' ')
		if next < 0 {
			return
		}
		at += 1 + next
	}
}

// behindComma reads people behind a comma, with "by" or the like between or without. They are sure
// if all of their names lead to a page, which is their profile.
func (r titleReader) behindComma(s string, c *choice) {
	for at := words.Commas.First(s); at != nil; at = words.Commas.Next(s, at) {
		behind := s[at.End:]
		if first, rest, _ := strings.Cut(behind, " "); known().by.Has(first) {
			behind = rest
		}
		p := r.read(behind)
		p.addProfiles(r.text)
		t := Title{People: p, Text: s[:at.Start], Side: BehindComma}
		if p.haveProfiles() {
			t.Side = Elsewhere
		} else if beginsGiven(t.Text) {
			continue
		}
		c.add(t)
	}
}

// behindLink reads a person with a known given name at the end of a title whose name leads to a
// page: "Ropes [Ana Lopez](https://example.org)".
func (r titleReader) behindLink(s string, c *choice) {
	for _, l := range r.text.Links {
		if title, found := strings.CutSuffix(s, " "+l.Words); found {
			if p := r.read(l.Words); p.AreCalled() {
				c.add(Title{People: p, Text: strings.TrimRight(title, words.Trailing)})
			}
		}
	}
}

// beforeQuote reads people with known given names before a title in quotation marks: `Ana Lopez
// "Ropes"`.
func (r titleReader) beforeQuote(s string, c *choice) {
	for _, marks := range []string{`""`, "“”", "„“", "«»", "「」"} {
		open, size := utf8.DecodeRuneInString(marks)
		title, found := strings.CutSuffix(s, marks[size:])
		name, title, _ := strings.Cut(title, string(open))
		if !found || title == "" || strings.Contains(title, string(open)) {
			continue
		}
		name = strings.Trim(name, words.Trailing)
		if isNameInSmall(name) {
			c.add(Title{People: inSmall(name), Text: title})
		} else if p := r.read(name); p.AreCalled() {
			c.add(Title{People: p, Text: title})
		}
	}
}

// behindInSmall reads a name in small letters behind a title, in parentheses, behind "by" or a
// dash: "Ropes (ana lopez)". It is always in doubt.
func behindInSmall(s string, c *choice) {
	title, name := cutParenthesis(s)
	for _, sign := range []string{" by ", " - "} {
		if at := strings.LastIndex(s, sign); at > 0 && !isNameInSmall(name) {
			title, name = s[:at], s[at+len(sign):]
		}
	}
	if name, _, _ = strings.Cut(name, " ("); areTwoInSmall(name) {
		side := InSmallToo
		if isNameInSmall(name) {
			side = InSmall
		}
		c.doubtful = append(c.doubtful, Title{People: inSmall(name), Text: strings.Trim(title, words.Trailing), Side: side})
	}
}

func inSmall(name string) People {
	return People{Speakers: []summit.Speaker{{Name: name}}, Certainty: Weak}
}

// areTwoInSmall reports whether a text is two words in small letters that titles are not made of.
func areTwoInSmall(s string) bool {
	first, second, _ := strings.Cut(s, " ")
	return isPlainWord(first) && isPlainWord(second) && !HasRole(s)
}

// isNameInSmall reports whether a text has a known given name, in small letters, and another word.
func isNameInSmall(s string) bool {
	first, size := utf8.DecodeRuneInString(s)
	return areTwoInSmall(s) && beginsGiven(string(unicode.ToUpper(first))+s[size:])
}

// Names are those of speakers, as a title.
func Names(speakers []summit.Speaker) string {
	out := make([]string, len(speakers))
	for i, s := range speakers {
		out[i] = s.Name
	}
	return strings.Join(out, " & ")
}

// readInside reads the parentheses behind a title as people, with a label or "by" before them if
// anything.
func (r titleReader) readInside(s string) (People, Side) {
	if label, rest, _ := strings.Cut(s, ":"); IsLabel(label) {
		return r.readNamed(strings.TrimSpace(rest), isPlural(label)), Elsewhere
	}
	if first, rest, _ := strings.Cut(s, " "); known().by.At(first) {
		return reader{r.text, belowTitle}.read(rest), Elsewhere
	}
	if at := words.Dashes.First(s); at != nil && strings.ToLower(s[at.End:]) == s[at.End:] { // "Ana Lopez -- see slides"
		s = s[:at.Start]
	}
	if at := strings.LastIndexByte(s, ' '); at > 0 && known().remarks.Has(s[at+1:]) { // "Ana Lopez again"
		s = strings.TrimRight(s[:at], words.Trailing)
	}
	return r.readAccounts(s), InParentheses
}

// readAccounts reads people where a title may have nothing but their accounts. A capital begins
// the names of other things: "@Override".
func (r titleReader) readAccounts(s string) People {
	for w := range strings.FieldsSeq(s) {
		small, _ := utf8.DecodeRuneInString(strings.TrimPrefix(w, "@"))
		if !isAccount(strings.TrimRight(w, ",;")) || !unicode.IsLower(small) {
			return r.read(s)
		}
	}
	p := r.readNamed(s, true)
	p.Certainty = min(p.Certainty, Fair) // "Ana Lopez (@ana)" says more
	return p
}

func (r titleReader) readNamed(s string, several bool) People {
	return reader{r.text, named}.readAll(s, several)
}

// readAround reads each side of a separator as people and the other one as their title. Behind
// "by", "w/" and a label people are on the right only.
func (r titleReader) readAround(s string, at *words.Gap) (behind, before Title) {
	left, right := strings.Trim(s[:at.Start], words.Trailing), strings.Trim(s[at.End:], words.Trailing)
	sign := strings.TrimSpace(s[at.Start:at.End])
	if title, label := cutLabelBehind(left); title != "" && sign == ":" {
		return Title{People: r.readNamed(strings.TrimRight(right, "."), isPlural(label)), Text: title}, Title{}
	}
	by := sign == "by" || sign == "By"
	if first, rest, _ := strings.Cut(right, " "); known().by.At(first) {
		right, by = rest, true
	}
	if by {
		left = cutGiven(left)
	}
	behind = Title{People: r.readAccounts(right), Text: left, Side: BehindDash}
	switch {
	case by:
		if dash := words.Dashes.First(right); behind.Certainty == Nobody && dash != nil { // "by Ana Lopez - because ..."
			behind.People = r.read(right[:dash.Start])
		}
		behind.Side = Elsewhere
		if behind.listed && !behind.AreCalled() {
			behind.Side = BehindBy
		}
		if behind.Certainty == Nobody {
			behind.People = r.readNamed(right, false)
			if _, found := cutSuffix(right); !found && !isAccount(right) {
				behind.Side = BehindBy
			}
		}
		return behind, Title{}
	case sign == ":":
		behind.Side = BehindColon
	}
	before = Title{People: r.read(left), Text: right, Side: Before}
	if behind.Certainty == Fair && (behind.remark || behind.place) {
		behind.Certainty = Weak
	}
	switch {
	case before.Certainty == Fair && before.place:
		return behind, Title{}
	case before.listed:
		before.Certainty = Weak
	}
	if before.Certainty == Weak {
		before.cutOrganization()
	}
	return behind, before
}

// beforeComma is the reading of a title with people before it in which the organisation follows a
// comma: "Ana Lopez: Ropes, Hooli".
func (t *Title) beforeComma() (Title, bool) {
	at := strings.LastIndex(t.Text, ", ")
	if at < 0 || !readsLikeOrganization(t.Text[at+2:]) {
		return Title{}, false
	}
	out := Title{Text: t.Text[:at], Side: BeforeWithComma, People: t.People}
	out.Speakers = slices.Clone(t.Speakers)
	for i := range out.Speakers {
		out.Speakers[i].Organization = t.Text[at+2:]
	}
	return out, true
}

// cutOrganization takes the organisation of people before a title out of the parentheses behind
// it: "Ana Lopez - Ropes (Hooli)".
func (t *Title) cutOrganization() {
	title, inside := cutParenthesis(t.Text)
	if title == "" || NamesEvent(inside) || isLevel(inside) || isLanguage(inside) || HasRole(inside) || !readsLikeOrganization(inside) {
		return
	}
	for w := range words.In(inside) {
		if known().nobody.Has(w) {
			return
		}
	}
	t.Text = title
	for i := range t.Speakers {
		t.Speakers[i].Organization = inside
	}
}

// cutLabelBehind is the title before a label such as "Speaker" and the dash, or the end of a
// sentence, that parts them; it is empty if there is no label.
func cutLabelBehind(s string) (title, label string) {
	start, end := -1, 0
	if at := lastSign(s); at != nil {
		start, end = at.Start, at.End
	} else if at := strings.LastIndexAny(s, ".?!"); strings.HasPrefix(s[at+1:], " ") {
		start, end = at+1, at+2
	}
	if start < 0 || !IsLabel(s[end:]) {
		return "", ""
	}
	return strings.TrimSuffix(strings.Trim(s[:start], words.Trailing), "."), s[end:]
}

// lastSign finds the last dash, or sign that separates like a comma.
func lastSign(s string) *words.Gap {
	dash, comma := words.Dashes.Last(s), words.Commas.Last(s)
	if dash == nil || comma != nil && comma.Start > dash.Start {
		return comma
	}
	return dash
}

// cutGiven takes the "presented" of "presented by" off the end of a title if a sign parts it.
func cutGiven(title string) string {
	at := strings.LastIndexByte(title, ' ')
	if at < 0 || !known().given.Has(title[at+1:]) {
		return title
	}
	if rest := strings.TrimRight(title[:at], words.Trailing+"/"); rest != strings.TrimRight(title[:at], " ") {
		return rest
	}
	return title
}

// cutLastAddress takes an address off the end of a title if a dash or a bar parts it from the rest.
func cutLastAddress(s string) string {
	for {
		rest := strings.TrimRight(strings.TrimRightFunc(s, IsMark), " ")
		cut := strings.TrimRight(rest, "-–—|")
		if cut == rest {
			return s
		}
		s = strings.TrimRight(cut, words.Trailing)
	}
}

func isDot(r rune) bool { return r == '•' || r == '·' }

// cutRepeatedNames removes names from the end of a title that already has them, as schedules write
// them below a title. Without a dot between two names, a separator has to be before them.
func cutRepeatedNames(s string) (title string, found bool) {
	head, rest := s, ""
	if at := strings.IndexFunc(s, isDot); at >= 0 {
		head, rest = s[:at], s[at:]
	}
	head = strings.TrimRight(head, " ")
	if strings.Count(head, head[strings.LastIndexByte(head, ' ')+1:]) < 2 { // as in most titles
		return s, false
	}
	for name := range strings.FieldsFuncSeq(rest, isDot) {
		if !strings.Contains(head, strings.TrimSpace(name)) {
			return s, false
		}
	}
	fields := strings.Fields(head)
	for n := min(5, len(fields)-1); n > 1; n-- {
		name := strings.Join(fields[len(fields)-n:], " ")
		before := strings.Join(fields[:len(fields)-n], " ")
		if !strings.Contains(before, name) || !IsName(name) {
			continue
		}
		title = strings.TrimRight(before, words.Trailing)
		if title == before && rest == "" {
			return s, false
		}
		return title, true
	}
	return s, false
}
