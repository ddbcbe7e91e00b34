package who

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Line is one of those below a title.
type Line struct {
	Text       Text
	Inner      string // the only bullet nested below a bullet
	Bullet     bool
	Emphasised bool // in bold or in italics as a whole
	First      bool // of its list, or directly below the title
	Alone      bool // a paragraph of its own, directly below the title
	Single     bool // likewise, anywhere below it
	Follows    bool // in the paragraph of the line above
	Far        bool // too far down to be the first to name speakers
}

// Below finds the speakers in the lines below a title: behind a label ("Speaker: ...") or below
// one, behind "by" or a dash, in bold or in italics as a whole, in a line of its own with an
// organisation or a role behind the names, in a first line with a profile or with an account in
// the line below, or in a first bullet with a role. A first line may have
// nothing but links to accounts. Names alone in a first line are doubtful, and so are accounts.
func Below(lines iter.Seq[Line]) (all, doubtful People) {
	labelled := false // nothing was behind the label in the line above
	second := false   // the line above is the first
	for l := range lines {
		if labelled || len(all.Speakers) > 0 {
			more := l.readNext(labelled, len(all.Speakers) > 0)
			if second && !all.labelled && more.Certainty == Nobody {
				more = l.readWithMore()
			}
			if more.Certainty > Nobody {
				all.join(more)
				continue
			}
			if len(all.Speakers) > 0 {
				break
			}
		}
		if !labelled && l.Far && l.Bullet {
			break
		}
		if labelled = false; !l.Far {
			all = l.read()
			labelled = l.isBareLabel()
			switch {
			case all.Certainty > Nobody:
			case l.First && l.isContact():
				doubtful = l.accounts()
				if !l.leadsToProfile() {
					break
				}
				if all, doubtful = doubtful, all; all.Certainty == Nobody { // a text that begins with one
					doubtful = l.inText()
				}
			case l.First && doubtful.Certainty == Nobody:
				if doubtful = l.names(); doubtful.Certainty == Nobody && !l.Bullet {
					doubtful = l.inText()
				}
			case second && l.isContact():
				all, doubtful = doubtful, People{}
			case second && doubtful.Certainty == Fair && l.goesOn():
				doubtful = People{}
			case second && l.Follows:
				if more := l.names(); len(doubtful.Speakers)*len(more.Speakers) > 0 && more.AreCalled() {
					doubtful.join(more)
					continue
				}
			}
			second = l.First
		}
	}
	return all, doubtful
}

// names are those of a line that has nothing else, or an organisation.
func (l *Line) names() People {
	p := readWhole(&l.Text, belowTitle, false)
	if l.isSentence() || p.Certainty == Strong && !p.listed || p.Certainty == Fair && !readsLikeOrganization(p.Speakers[0].Organization) {
		return People{}
	}
	p.inBullet = l.Bullet
	return p
}

// IsOfName reports whether a line has nothing but the name of a person with a known given name.
func (l *Line) IsOfName() bool {
	p := l.names()
	return p.Certainty == Weak && p.AreCalled()
}

// goesOn reports whether a line goes on with the sentence of the one above.
func (l *Line) goesOn() bool {
	first, _ := utf8.DecodeRuneInString(l.Text.Words)
	return !l.Bullet && unicode.IsLower(first) && !strings.Contains(l.Text.Words, ":")
}

// isContact reports whether a line is an account, or an address behind a label: "Twitter: @ana".
func (l *Line) isContact() bool {
	s := cutContacts(" " + strings.TrimSpace(l.Text.Words))
	first, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	mark, _ := utf8.DecodeRuneInString(first)
	return isAccount(strings.TrimRight(first, ",;")) || IsMark(mark) && len(s) < len(l.Text.Words)
}

func (l *Line) leadsToProfile() bool {
	return slices.ContainsFunc(l.Text.Links, func(k Link) bool { return isProfile(k.URL) })
}

// accounts are the people in a line that names nothing but their accounts.
func (l *Line) accounts() People {
	p := readWhole(l.Text.with(cutContacts(l.Text.Words)), named, true)
	if slices.ContainsFunc(p.Speakers, func(s summit.Speaker) bool { return !isAccount(s.Name) }) {
		return People{}
	}
	return p
}

// join adds more people, each of them once.
func (p *People) join(more People) {
	for _, s := range more.Speakers {
		if !slices.ContainsFunc(p.Speakers, func(known summit.Speaker) bool { return known.Name == s.Name }) {
			p.Speakers = append(p.Speakers, s)
		}
	}
	p.Certainty = max(p.Certainty, more.Certainty)
	p.labelled = p.labelled || more.labelled
}

// readNext reads a line below a label or below speakers.
func (l *Line) readNext(labelled, speakers bool) People {
	if p := l.ReadLabel(); !labelled {
		return p
	}
	if !l.Bullet && speakers {
		return readWhole(&l.Text, belowTitle, false)
	}
	p := readWhole(&l.Text, named, false)
	if p.Certainty == Nobody && !l.Bullet { // "Ana Lopez is ..."
		p = l.readFirst(l.Text.Words)
	}
	return p
}

// read reads a line above which there are no speakers.
func (l *Line) read() People {
	if !l.Bullet {
		return l.Read()
	}
	if p := l.ReadLabel(); p.Certainty > Nobody || !l.First {
		return p
	}
	if first, _, _ := strings.Cut(l.Text.Words, " "); first == "by" || known().given.Has(first) {
		rest, _ := cutBy(l.Text.Words)
		return l.readHead(rest, true)
	}
	if p := readWhole(&l.Text, belowTitle, false); p.Certainty == Strong && !p.listed || describesRole(l.Inner) {
		return p
	}
	return People{}
}

// Read reads a line as the speakers of the talk above it.
func (l *Line) Read() People {
	if p := l.ReadLabel(); p.Certainty > Nobody {
		return p
	}
	s := l.Text.Words
	if rest, found := cutBy(s); found {
		if p := l.readHead(rest, true); p.Certainty > Nobody {
			return p
		}
	}
	if !l.Alone && !l.Emphasised && !l.First || l.isSentence() {
		return People{}
	}
	p := l.readHead(s, false)
	switch {
	case p.Certainty == Nobody:
		return p
	case !l.Emphasised && !l.First: // below text about the talk
		if words.Dashes.First(s) == nil || !l.saysMore(&p) || !p.AreCalled() {
			return People{}
		}
		return p
	case p.haveProfiles():
		return p
	case !l.Emphasised && p.Certainty == Weak || p.areDoubtful():
		return People{}
	case l.Emphasised, l.Alone, l.saysMore(&p):
		return p
	}
	return People{}
}

// isSentence reports whether a line ends with a full stop that is none behind an account.
func (l *Line) isSentence() bool {
	s, found := strings.CutSuffix(l.Text.Words, ".")
	return found && !isAccount(s[strings.LastIndexByte(s, ' ')+1:])
}

// readWithMore reads a line of its own with people of whom more is said.
func (l *Line) readWithMore() People {
	s, _ := cutBy(l.Text.Words)
	if p := readWhole(l.Text.with(s), belowTitle, false); !l.Bullet && (l.saysMore(&p) || l.Follows && p.AreCalled()) {
		return p
	}
	return People{}
}

// saysMore reports whether a line gives the account or the role of people.
func (l *Line) saysMore(p *People) bool {
	return p.Certainty == Strong && (strings.Contains(l.Text.Words, "@") || p.Speakers[0].Role != "")
}

// areDoubtful reports whether nothing but the words says that people are some, and they do not
// sound like names that many have.
func (p *People) areDoubtful() bool {
	return (p.Certainty < Strong || p.listed) && !p.AreCalled()
}

// haveProfiles reports whether each speaker has a profile.
func (p *People) haveProfiles() bool {
	return !slices.ContainsFunc(p.Speakers, func(s summit.Speaker) bool { return s.URL == "" })
}

// ReadLabel reads "Speakers: ...". Behind a dash in place of the colon names have to be whole.
func (l *Line) ReadLabel() People {
	line := words.TrimSymbols(l.Text.Words)
	label, rest, _ := strings.Cut(strings.Replace(line, "：", ":", 1), ":")
	where := named
	if at := words.Dashes.First(label); at != nil {
		label, rest, where = line[:at.Start], line[at.End:], belowTitle
	}
	if !IsLabel(label) {
		return People{}
	}
	rest, next := cutNextLabel(rest)
	p := readWhole(l.Text.with(rest), where, isPlural(label))
	if name, _ := cutParenthesis(rest); p.Certainty == Nobody { // "Ana Lopez (who ties knots)"
		p = readWhole(l.Text.with(name), where, isPlural(label))
	}
	p.labelled = p.Certainty > Nobody
	p.join((&Line{Text: *l.Text.with(next)}).ReadLabel())
	return p
}

// cutNextLabel removes fields with a label of their own from the end of a line: "Ana Lopez |
// Room: 5", "Ana Lopez. Guests: Bo Chen".
func cutNextLabel(s string) (rest, next string) {
	for _, sign := range []string{" | ", " / ", " • ", " · ", "; ", ". "} {
		at := strings.Index(s, sign)
		if at < 0 {
			continue
		}
		label, _, found := strings.Cut(s[at+len(sign):], ":")
		if found && !known().contacts.Has(label) {
			s, next = s[:at], strings.TrimRight(s[at+len(sign):]+"; "+next, "; ")
		}
	}
	return s, next
}

func (l *Line) isBareLabel() bool {
	return IsLabel(strings.TrimSuffix(strings.TrimSpace(l.Text.Words), ":"))
}

// cutBy removes "by", the same word in another language, or a dash from the head of a line.
func cutBy(s string) (rest string, found bool) {
	first, rest, _ := strings.Cut(s, " ")
	switch {
	case strings.Trim(first, "-–—~") == "" || known().by.Has(first):
		return rest, true
	case known().given.Has(first):
		first, rest, _ = strings.Cut(rest, " ")
		return rest, known().by.Has(first)
	}
	return s, false
}

// readHead reads the people at the head of a text; the name of an event or a date may follow.
// several tells that names with commas between them are all people.
func (l *Line) readHead(s string, several bool) People {
	for _, head := range []string{beforeEvent(s, " – ", " — ", " - ", " | "), s, beforeEvent(s, " at ", ", ")} {
		if p := readWhole(l.Text.with(head), belowTitle, several); p.Certainty > Nobody {
			return p
		}
	}
	return People{}
}

// beforeEvent is the text before one of some signs with the name of an event, or a date, behind
// it; it is empty if there is none.
func beforeEvent(s string, signs ...string) string {
	for _, sign := range signs {
		if before, behind, _ := strings.Cut(s, sign); NamesEvent(behind) {
			return before
		}
	}
	return ""
}

// ReadCell reads the people in a cell of a table, of which it is known that it names some: one on
// each line, or all as one text. What is in parentheses behind a name need not look like an
// organisation, and a name may be that of an account without its sign.
func ReadCell(lines []Text) People {
	var all People
	for i := range lines {
		p := readCellLine(&lines[i])
		if p.Certainty == Nobody {
			all = readCellLine(joined(lines))
			break
		}
		all.Speakers = append(all.Speakers, p.Speakers...)
		all.Certainty = Strong
	}
	all.labelled = all.Certainty > Nobody
	return all
}

// joined is one text of several, with commas between them.
func joined(lines []Text) *Text {
	var w Writer
	for i, l := range lines {
		if i > 0 {
			w.words.WriteString(", ")
		}
		rest := l.Words
		for _, url := range l.urls { // the marks of each line count from its own first
			at := strings.IndexFunc(rest, IsMark)
			w.words.WriteString(rest[:at])
			w.addMark(url)
			rest = rest[at+4:]
		}
		w.words.WriteString(rest)
		w.links = append(w.links, l.Links...)
	}
	out := w.Text()
	return &out
}

func readCellLine(t *Text) People {
	if p := Read(t, true); p.Certainty > Nobody {
		return p
	}
	r := reader{text: t, where: named}
	g := gathering{reader: r}
	for _, p := range r.split(t.Words) {
		if name, _ := t.Cut(p.text); !IsName(name) && !isHandle(name) {
			return People{}
		}
		inside := p.inside
		p.inside, p.name, p.at = "", p.text, ""
		g.add(p)
		g.Certainty = Strong
		if text, _ := t.Cut(inside); !g.addParenthesis(inside) && strings.ContainsFunc(text, unicode.IsUpper) {
			g.describe(len(g.Speakers)-1, "", text)
		}
	}
	return g.People
}
