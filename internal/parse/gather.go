package parse

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/when"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/who"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// gather is the first pass: it makes a candidate of each place of a document. year completes
// dates without one.
func gather(d *markdown.Document, year int) candidates {
	g := gatherer{year: year, all: candidates{{}}}
	g.all[0].readHead(head(nil, d.Body.Blocks))
	g.section(g.all[0], d.Body)
	sections := g.all.root().allSections()
	g.markAgain(sections)
	g.markListed(sections)
	g.markOwnSpeakers(sections)
	g.markDaysOfEvent(sections)
	g.unmarkLoneOrdinal(sections)
	g.orderDates(sections)
	return g.all
}

// readHead reads the text above the first heading. It may describe the only talk of the file,
// whose title is in the front matter or in the name of the file.
func (c *Candidate) readHead(blocks []*markdown.Block) {
	if len(blocks) == 0 {
		return
	}
	c.mark(HasLabel, isFact(blocks))
	c.readBelow(blocks)
	c.mark(SpeakerBelow, c.below.Certainty > who.Nobody)
	c.mark(LinkBelow, linksBelow(blocks))
}

type gatherer struct {
	year  int
	first *Candidate // the first heading of level 1
	all   candidates // so far
}

// add adds a candidate below another one.
func (g *gatherer) add(to, c *Candidate) *Candidate {
	c.Parent, c.Number = &to.Place, len(g.all)
	g.all = append(g.all, c)
	if n := len(to.Below); n > 0 {
		above := to.Below[n-1]
		c.mark(BelowList, above.Kind == List || above.Has(BelowList))
	}
	to.Below = append(to.Below, &c.Place)
	return c
}

// section adds the blocks and the sections of a section. What follows a bold line that is no
// heading belongs to the section before it.
func (g *gatherer) section(to *Candidate, s *markdown.Section) {
	g.blocks(to, s.Blocks)
	open, speakers, title := to, to.speakerSection(s), to.titleBelow(s)
	for _, sub := range withByLine(s.Sections) {
		c := g.heading(sub)
		if sub == title {
			person := readNames(s.Heading)
			to.nameAbove, to.isNameAbove, c.above = saying{c.title.Text, person}, true, person
		}
		if sub == speakers {
			c.markLabel()
		}
		switch {
		case c.Kind == Heading:
			open = to
			if g.first == nil && c.Level == 1 {
				g.first = c
			}
			g.section(g.add(to, c), sub)
			continue
		case c.title.isHeading(sub) && !open.takesByLine(sub):
			open = g.add(to, c)
		default:
			g.blocks(open, []markdown.Block{paragraphOf(sub)})
		}
		g.blocks(open, sub.Blocks)
	}
}

// withByLine puts the second of two headings below the first if nothing is between them and it
// names people: it is the by-line of the one talk of the file.
func withByLine(all []*markdown.Section) []*markdown.Section {
	if len(all) != 2 || all[0].Level == markdown.BoldLevel || len(all[0].Blocks)+len(all[0].Sections) > 0 || !namesPeople(all[1].Heading) {
		return all
	}
	title := *all[0]
	title.Sections = all[1:]
	return []*markdown.Section{&title}
}

// takesByLine takes a line that begins in bold for that of the speakers of the bold line directly
// above it, if it names some.
func (c *Candidate) takesByLine(s *markdown.Section) bool {
	if c.Has(SpeakerBelow) && !c.Has(NamesDay|NamesContainer|NamesEvent) && namesPeople(s.Heading) {
		return true
	}
	if c.Kind != BoldLine || c.Has(NamesDay|NamesContainer|HasSpeaker|SpeakerBelow) || len(c.Below)+len(c.rest) > 0 {
		return false
	}
	line := paragraphOf(s)
	c.below, c.names = speakersBelow([]*markdown.Block{&line})
	c.mark(SpeakerBelow, c.below.Certainty > who.Nobody)
	c.mark(NameBelow, c.hasNameBelow())
	return c.Has(SpeakerBelow | NameBelow)
}

// paragraphOf is the paragraph that begins with a line in bold.
//
//go:noinline
func paragraphOf(s *markdown.Section) markdown.Block {
	return markdown.Block{Kind: markdown.Paragraph, Line: int32(s.Line), Lines: append([]markdown.Text{s.Heading}, s.Rest...)}
}

// isHeading reports whether a line that begins in bold is a heading: nothing follows the words in
// bold, or the speakers and talk links of a talk do.
func (t *title) isHeading(s *markdown.Section) bool {
	bold := 0
	for bold < len(s.Heading) && (s.Heading[bold].Level > 1 || strings.TrimSpace(s.Heading[bold].Text) == "") {
		bold++
	}
	label, behind := plain(s.Heading[:bold]), s.Heading[bold:]
	switch {
	case len(label) > maxTitle/2 || who.IsLabel(strings.TrimRight(label, ": ")):
		return false
	case strings.Trim(plain(behind), words.Trailing) == "" || isDated(label):
		return true
	}
	return !strings.HasSuffix(label, ":") && (len(t.Speakers)+len(t.Doubtful) > 0 || anyTalkLink(linkPlace{alone: true}.linksInSentence(behind)))
}

// heading is the candidate of a heading or of a bold line.
func (g *gatherer) heading(s *markdown.Section) *Candidate {
	c := &Candidate{line: s.Line, text: s.Heading, plain: plain(s.Heading), rest: s.Rest, title: readTitle(s.Heading)}
	c.Kind, c.Level = Heading, s.Level
	if s.Level == markdown.BoldLevel {
		c.Kind = BoldLine
	}
	day, isDay := readDay(s.Heading, g.year)
	c.day = day
	all := words.All(c.plain)
	c.mark(NamesDay, isDay)
	c.mark(NamesContainer, namesContainer(all) || when.NamesPeriod(c.plain))
	c.mark(NamesProgramme, len(all) == 1 && known().programmes.Has(all[0]) || hasPhrase(known().programmes, all))
	c.mark(NamesTalks, namesTalks(all))
	_, behind := cutDay(c.plain) // "Ropeconf Day 1"
	named, namedBy := c.plain, all
	titled := all
	if c.title.Text != c.plain {
		titled = words.All(c.title.Text)
	}
	if lengthOf(titled) == IsLong { // "Ropes in the wind - May 6, 2031"
		named, namedBy = c.title.Text, titled
	}
	c.mark(NamesEvent, c.Level == 1 && behind.Number > 0 || namesEvent(named, namedBy))
	if !isDay && c.Level > 1 && c.Has(NamesEvent) {
		c.day = behind
		c.day.More = true
		c.mark(NamesDay, c.day.Number > 0)
	}
	c.mark(NamesPart, namesPart(all) || len(all) > 1 && kindIn(c.plain).IsTalk())
	below := c.blocksBelow(s)
	c.on = dateBelow(s, below, g.year)
	if c.day.Date == "" {
		c.day = c.day.On(c.on)
	}
	c.readBelow(below)
	if c.Has(NamesPart) { // "Link to the notes"
		c.Marks &^= NamesEvent
	}
	c.mark(NamesPart|NamesPresent, namesAttendees(c.plain))
	c.mark(NamesKind, c.title.kind)
	if c.Level == 1 {
		on, _ := when.DateIn(c.plain, g.year)
		c.mark(HasDate, on != "")
		c.mark(NamesMeeting, slices.ContainsFunc(all, known().meetings.Has))
		c.mark(IsDated, c.Has(NamesMeeting) && on != "")
	}
	isEmpty := len(s.Blocks)+len(s.Sections)+len(s.Rest) == 0
	c.mark(NamesFrame, namesFrame(titled))
	c.mark(NamesNoTalk, namesNoTalk(titled) || c.title.timed && isEmpty && c.Has(NamesFrame))
	c.mark(NamesLabel, isLabelHeading(c.plain))
	c.nameAbove = c.readNameAbove(s)
	c.Marks |= lengthOf(all)
	c.mark(IsNumbered, isNumbered(c.plain))
	c.mark(NamesManual, namesManual(all))
	c.mark(NamesLicence, len(g.all) == 1 && isLicence(c.plain))
	c.mark(HasRest, len(s.Rest) > 0)
	c.markTitle()
	if len(c.speakers())+len(c.names.Speakers) == 0 {
		_, c.names = speakersBelow(namesInPart(s))
	}
	if len(c.title.Speakers) == 0 || c.Has(NamesEvent) { // else it makes no difference
		if c.Has(NamesContainer) && len(s.Sections) > 0 { // "Slot 1 (10:30)"
			c.Marks &^= IsTimed
		}
		c.mark(LinkBelow, linksBelow(below))
	}
	c.mark(LabelBelow, labelBelow(below))
	c.mark(HasLabel, len(below) > 0 && isFact(below))
	return c
}

// namesAttendees reports whether a heading says who was at a meeting, and in parentheses perhaps
// more.
func namesAttendees(s string) bool {
	first, rest := words.Cut(s)
	rest = strings.TrimLeft(rest, " :")
	return known().present.Has(first) && (rest == "" || rest[0] == '(')
}

// isNumbered reports whether a heading begins with a number and a sign: "2. Ropes", "3 - Knots".
func isNumbered(s string) bool {
	digits, rest := words.CutDigits(s)
	return len(digits) == 1 && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ") || strings.HasPrefix(rest, " - "))
}

// A title of minLong words or more is longer than most names of events.
const minLong = 4

// lengthOf marks a title by its words. In writing without blanks each sign is one, and a word of
// other writing is as long as three.
func lengthOf(all []string) Marks {
	n, signs := len(all), 0
	for _, w := range all {
		if strings.ContainsFunc(w, isWrittenTogether) {
			signs++
		}
	}
	n -= signs - (signs+2)/3
	switch {
	case n < 2:
		return IsShort
	case n >= minLong:
		return IsLong
	}
	return 0
}

// marksOfName are the marks of what a file is called, by its front matter or its name.
func marksOfName(name string) Marks {
	all := words.All(name)
	var c Candidate
	c.Marks = lengthOf(all)
	_, isDay := when.ReadDay(name, 0)
	c.mark(NamesDay, isDay)
	c.mark(NamesPart, namesPart(all))
	c.mark(NamesContainer, namesContainer(all))
	c.mark(NamesEvent, namesEvent(name, all))
	t := readTitle(markdown.Text{{Text: name}})
	c.mark(NamesPerson, slices.ContainsFunc(t.Doubtful, func(d who.Title) bool { return d.Side == who.Whole && d.AreCalled() }))
	return c.Marks
}

// readBelow reads the speakers below a title. A label of them is surer than what the title seems
// to say.
func (c *Candidate) readBelow(blocks []*markdown.Block) {
	below, names := speakersBelow(blocks)
	switch {
	case len(c.title.Speakers) == 0:
		c.below, c.names = below, names
	case below.AreLabelled() && !slices.ContainsFunc(c.title.Speakers, func(s summit.Speaker) bool { return below.Names(s.Name) }):
		c.below = below
		c.title.takeBack()
	}
}

// readNameAbove reads a heading that may be names alone, with a line in italics or in bold below
// it that may be the title.
func (c *Candidate) readNameAbove(s *markdown.Section) saying {
	if !who.IsName(c.title.Text) || len(c.title.Speakers)+len(c.below.Speakers) > 0 {
		return saying{}
	}
	line := emphasisedBelow(s)
	if plain(line) == "" {
		return saying{}
	}
	return saying{readTitle(line).Text, readNames(c.text)}
}

// readNames are the people in a line that names nothing else.
func readNames(line markdown.Text) []summit.Speaker {
	return who.ReadCell([]who.Text{textOf(line)}).Speakers
}

// titleBelow is the only section below a heading that is the name of a person, if it is directly
// below and no part of a talk: its heading is the title of the talk. It is nil if there is none.
func (c *Candidate) titleBelow(s *markdown.Section) *markdown.Section {
	if c.Kind != Heading || len(s.Blocks) > 0 || len(s.Sections) != 1 || s.Sections[0].Level == markdown.BoldLevel || !isPerson(s.Heading) {
		return nil
	}
	if all := slices.Collect(words.In(plain(s.Sections[0].Heading))); namesPart(all) || namesNoTalk(all) {
		return nil
	}
	return s.Sections[0]
}

// isPerson reports whether a line is the name of a person with a known given name.
func isPerson(text markdown.Text) bool {
	line := lineOf(text)
	return line.IsOfName()
}

// emphasisedBelow is the line below a heading if it is a paragraph of its own in italics or in
// bold.
func emphasisedBelow(s *markdown.Section) markdown.Text {
	var lines []markdown.Text
	switch {
	case len(s.Blocks) > 0:
		lines = s.Blocks[0].Lines
	case len(s.Sections) > 0:
		lines = paragraphOf(s.Sections[0]).Lines
	}
	if len(lines) != 1 || !isEmphasised(lines[0]) {
		return nil
	}
	return lines[0]
}

// maxLabelled is how many bullets the speakers of one talk have.
const maxLabelled = 6

// blocksBelow are the blocks at the head of a section, those below a heading that is a label first.
func (c *Candidate) blocksBelow(s *markdown.Section) []*markdown.Block {
	if isLabelHeading(c.plain) {
		return labelledBlocks(s)
	}
	if sub := c.speakerSection(s); sub != nil {
		return append(labelledBlocks(sub), blocksOf(s)...)
	}
	return blocksOf(s)
}

// namesInPart is the list at the head of the first section below a heading if that is a part of
// a talk, such as "Abstract", and the list has but one bullet, or only known names.
func namesInPart(s *markdown.Section) []*markdown.Block {
	if len(s.Sections) == 0 || len(s.Sections[0].Blocks) == 0 {
		return nil
	}
	first := s.Sections[0]
	list := &first.Blocks[0]
	isNoPerson := func(it markdown.Item) bool {
		return len(it.Blocks) != 1 || len(it.Blocks[0].Lines) != 1 || !isPerson(it.Blocks[0].Lines[0])
	}
	if n := len(list.Items); n != 1 && (n == 0 || slices.ContainsFunc(list.Items, isNoPerson)) {
		return nil
	}
	if part := words.All(plain(first.Heading)); !namesPart(part) || slices.ContainsFunc(part, known().present.Has) {
		return nil
	}
	return []*markdown.Block{list}
}

// labelledBlocks are a heading that is a label, as a line of text, and the first block below it, or
// a list of the headings below, each of which may be a name with more about the person below.
func labelledBlocks(s *markdown.Section) []*markdown.Block {
	line := paragraphOf(s)
	out := []*markdown.Block{&line}
	if len(s.Blocks) > 0 {
		return append(out, &s.Blocks[0])
	}
	list := markdown.Block{Kind: markdown.List}
	for _, sub := range s.Sections[:min(maxLabelled, len(s.Sections))] {
		list.Items = append(list.Items, markdown.Item{Blocks: []markdown.Block{paragraphOf(sub)}})
	}
	return append(out, &list)
}

// isLabelHeading reports whether a heading is a label of people, with names or without:
// "Presenters", "Speaker: Ana Lopez".
func isLabelHeading(s string) bool {
	label, _, _ := strings.Cut(s, ":")
	first, _ := words.Cut(label)
	return who.IsLabel(label) && first != "panel" // which is a talk
}

// speakerSection is the section below a heading that names the speakers of its talk: one whose
// heading is a label of people, or the first if it is names and directly below, and is the only
// one, or has nothing but headings below it or a larger one next and no other is names; nil if
// there is none. A known given name is enough there.
func (c *Candidate) speakerSection(s *markdown.Section) *markdown.Section {
	if c.Kind != Heading || c.Has(NamesDay|NamesContainer) || c.Has(NamesEvent) && !c.title.timed {
		return nil
	}
	if label := labelOfPeople(s); label != nil {
		return label
	}
	if len(s.Blocks) > 0 || len(s.Sections) == 0 || s.Sections[0].Level == markdown.BoldLevel || !namesPeopleAlone(s.Sections[0]) {
		return nil
	}
	first, others := s.Sections[0], s.Sections[1:]
	isSmaller := len(others) > 0 && others[0].Level < first.Level
	if len(others) == 0 || (len(first.Blocks) == 0 || isSmaller) && !slices.ContainsFunc(others, namesPeopleAlone) {
		return first
	}
	return nil
}

// labelOfPeople is the first section whose heading is a label of people, directly below a heading or in
// parts of its talk; nil if there is none.
func labelOfPeople(s *markdown.Section) *markdown.Section {
	for _, sub := range s.Sections {
		switch {
		case sub.Level == markdown.BoldLevel:
		case isLabelHeading(plain(sub.Heading)):
			return sub
		case len(sub.Sections) == 0:
		case namesPart(words.All(plain(sub.Heading))):
			if label := labelOfPeople(sub); label != nil {
				return label
			}
		}
	}
	return nil
}

// namesPeopleAlone reports whether a heading names people, by nothing but names that many have perhaps.
func namesPeopleAlone(s *markdown.Section) bool {
	return namesPeople(s.Heading) || isPerson(s.Heading)
}

// markLabel marks a heading that names the speakers as a part of the talk above it.
func (c *Candidate) markLabel() {
	c.Marks = c.Marks&^(ofTalk|SpeakerBelow|NameBelow|LinkBelow|LabelBelow|MayNameSpeaker) | NamesPart
	c.title.People, c.below, c.names = who.People{}, who.People{}, who.People{}
}

func (c *Candidate) mark(m Marks, is bool) {
	if is {
		c.Marks |= m
	}
}

// markTitle marks what a title and the lines below it have of a talk.
func (c *Candidate) markTitle() {
	c.mark(IsLinked, c.title.linked)
	c.mark(IsTimed, c.title.timed)
	c.mark(HasSpeaker, len(c.title.Speakers) > 0)
	c.mark(MayNameSpeaker, slices.ContainsFunc(c.title.Doubtful, func(d who.Title) bool {
		return d.Side != who.Whole && d.Side != who.InSmallToo || d.AreCalled()
	}))
	c.mark(HasLink, anyTalkLink(c.title.links))
	c.mark(SpeakerBelow, c.below.Certainty > who.Nobody)
	c.mark(NameBelow, c.hasNameBelow())
}

// hasNameBelow reports whether the first line below a title is names alone.
func (c *Candidate) hasNameBelow() bool {
	inText, _ := c.names.AreInText()
	return len(c.names.Speakers) > 0 && !inText
}

// blocksOf are the blocks at the head of a section. Bold lines that are no headings, or that name
// speakers, are some of them.
func blocksOf(s *markdown.Section) []*markdown.Block {
	out := head(s.Rest, s.Blocks)
	for _, sub := range s.Sections {
		if sub.Level < markdown.BoldLevel {
			break
		}
		bold := paragraphOf(sub)
		sure, _ := speakersBelow([]*markdown.Block{&bold})
		if t := readTitle(sub.Heading); t.isHeading(sub) && sure.Certainty == who.Nobody {
			break
		}
		out = append(append(out, &bold), pointers(sub.Blocks)...)
	}
	return out
}

// linksBelow reports whether one of the first two blocks has talk links.
func linksBelow(below []*markdown.Block) bool {
	for _, b := range below[:min(2, len(below))] {
		if anyTalkLink(talkLinksIn(b)) {
			return true
		}
	}
	return false
}

// labelBelow reports whether the first line below a heading is a label with speakers.
func labelBelow(below []*markdown.Block) bool {
	if len(below) == 0 || below[0].Kind != markdown.Paragraph {
		return false
	}
	line := lineOf(below[0].Lines[0])
	return line.ReadLabel().Certainty > who.Nobody
}

// blocks adds blocks to a section.
func (g *gatherer) blocks(to *Candidate, blocks []markdown.Block) {
	for i := range blocks {
		b := &blocks[i]
		c := g.add(to, &Candidate{line: int(b.Line), block: b})
		switch b.Kind {
		case markdown.Paragraph:
			c.Kind = Paragraph
			if !g.mayList(to) || !g.dayAlone(c) && !g.programme(c) {
				g.paragraph(c, blocks[i+1:])
			}
		case markdown.Verbatim:
			c.Kind = Verbatim
			if g.mayList(to) {
				g.programme(c)
			}
		case markdown.Table:
			c.Kind = Table
			g.table(c)
		case markdown.List:
			c.Kind = List
			c.mark(IsContents, isContents(b))
			switch {
			case g.mayList(to):
				g.list(c, IsTimed|HasSpeaker|HasLink|NamesDay)
			case to.Kind != Heading || to.IsTalk() || to.Has(NamesPart|NamesNoTalk|NamesManual):
			case severalLeadToTalks(b.Items):
				g.list(c, HasLink)
				c.Marks &^= HasNotes
			case beginWithPeople(b.Items):
				g.list(c, HasSpeaker)
				c.Marks &^= HasNotes
			}
		}
	}
}

// paragraph marks a paragraph that may be the title of the list below it. It may have a second
// line with the speakers.
func (g *gatherer) paragraph(c *Candidate, after []markdown.Block) {
	lines := c.block.Lines
	c.text, c.plain = lines[0], plain(lines[0])
	if c.plain == "" {
		c.mark(IsBlank, len(lines) == 1)
		return
	}
	list := listBelow(after)
	if len(lines) > 2 || list == nil || len(lines) == 2 && !namesPeople(lines[1]) {
		return
	}
	c.rest = lines[1:]
	c.title = readTitle(c.text)
	c.readBelow(head(c.rest, after))
	c.markTitle()
	c.Marks &^= SpeakerBelow
	c.mark(HasRest, len(c.rest) > 0)
	c.mark(IsTitle, !namesPresent(c.plain) && !hasTimeOrPlace(c.plain))
	c.mark(IsEmphasised, c.text[0].Level > 0)
	c.mark(IsGlued, list.Glued)
	label, _, _ := strings.Cut(c.plain, ":")
	c.mark(IsPlainTitle, !namesPart(words.All(label)) && !isSentence(c.plain) && !strings.ContainsAny(c.plain[len(c.plain)-1:], ".:;,!") && words.IsProper(c.plain))
}

// dayAlone marks a paragraph of one line that reads like a day, and reports whether it is one.
func (g *gatherer) dayAlone(c *Candidate) bool {
	if len(c.block.Lines) != 1 {
		return false
	}
	day, isDay := readDay(c.block.Lines[0], g.year)
	if !isDay {
		return false
	}
	c.text, c.plain, c.day = c.block.Lines[0], plain(c.block.Lines[0]), day
	c.mark(NamesDay, true)
	return true
}

// maxProgramme is how many lines a talk has at most in a programme that was pasted.
const maxProgramme = 6

// programme marks a paragraph or a quotation that is a talk in a programme: a title with a line
// below it that names speakers, or one behind or below a span of two times. It reports whether it
// is one.
func (g *gatherer) programme(c *Candidate) bool {
	lines := c.block.Lines
	if len(lines) > maxProgramme {
		return false
	}
	first := plain(lines[0])
	timed := when.BeginsWithSpan(first)
	isBelow := when.IsTime(first)
	switch {
	case isBelow && len(lines) == 1:
		return false
	case isBelow:
		lines = append([]markdown.Text{joinLines(lines[:2])}, lines[2:]...)
		first = plain(lines[0])
	}
	if first == "" || hasTimeOrPlace(first) || strings.HasSuffix(first, ".") {
		return false
	}
	var people []*markdown.Block
	for i, l := range lines[1:] {
		if strings.IndexAny(plain(l), "-–—~") != 0 && namesPeople(l) {
			people = append(people, &markdown.Block{Kind: markdown.Paragraph, Lines: lines[i+1 : i+2]})
		}
	}
	if !timed && len(people) == 0 {
		return false
	}
	c.text, c.plain, c.rest = lines[0], first, lines[1:]
	c.title = readTitle(c.text)
	isBreak := len(people) == 0 && namesFrame(words.All(c.title.Text))
	if isBelow && len(c.rest) > 0 {
		c.nameAbove = c.readNameInProgramme()
		people = append(people, head(c.rest[:1], nil)...)
	}
	c.readBelow(people)
	c.markTitle()
	c.mark(HasRest|IsTitle, !isBreak)
	c.mark(NamesNoTalk, isBreak)
	return true
}

// readNameInProgramme reads the line below a time that may be names alone, with the title below it.
func (c *Candidate) readNameInProgramme() saying {
	below := saying{title: readTitle(c.rest[0]).Text}
	if !who.IsName(below.title) {
		below.speakers = readNames(markdown.Text{{Text: c.title.Text}})
	}
	return below
}

// head is the first blocks below a title, with the lines of its own paragraph before them.
func head(rest []markdown.Text, blocks []markdown.Block) []*markdown.Block {
	var out []*markdown.Block
	if len(rest) > 0 {
		out = append(out, &markdown.Block{Kind: markdown.Paragraph, Lines: rest})
	}
	return append(out, pointers(blocks[:min(blocksBelow, len(blocks))])...)
}

// listBelow is the list that follows, images aside; nil if there is none.
func listBelow(after []markdown.Block) *markdown.Block {
	for i := range after {
		if after[i].Kind == markdown.List {
			return &after[i]
		}
		if plain(joinLines(after[i].Lines)) != "" {
			return nil
		}
	}
	return nil
}

// mayList reports whether a list in a section may be one of talks: below a day, a heading such as
// "Track A", the first heading of level 1 if that is no talk, or no heading.
func (g *gatherer) mayList(section *Candidate) bool {
	return section.Kind == Document || section.Has(NamesDay|NamesContainer) || section == g.first && (section.Has(NamesEvent) || !section.Has(HasSpeaker|SpeakerBelow|HasLink))
}

// severalLeadToTalks reports whether two bullets have a talk link in their first line.
func severalLeadToTalks(bullets []markdown.Item) bool {
	n := 0
	for _, it := range bullets {
		if len(it.Blocks) > 0 && len(it.Blocks[0].Lines) > 0 && leadsToTalk(it.Blocks[0].Lines[0]) {
			n++
		}
	}
	return n > 1
}

// beginWithPeople reports whether the first two bullets begin in bold or with a link, and the very
// first with the names of people beside a title.
func beginWithPeople(bullets []markdown.Item) bool {
	var leads []markdown.Text
	for _, it := range bullets[:min(2, len(bullets))] {
		if len(it.Blocks) == 0 || len(it.Blocks[0].Lines) == 0 {
			return false
		}
		lead, _ := leadOf(it.Blocks[0].Lines[0])
		if lead[0].Level < 2 && lead[0].URL == "" {
			return false
		}
		leads = append(leads, lead)
	}
	t := readTitle(leads[0])
	return len(t.Speakers) > 0 || t.mayBeCalled()
}

// mayBeCalled reports whether a title can be read as one beside the name of a person that has a
// given name.
func (t *title) mayBeCalled() bool {
	return slices.ContainsFunc(t.Doubtful, func(d who.Title) bool { return d.Side != who.Whole && d.AreCalled() })
}

func leadsToTalk(line markdown.Text) bool {
	return slices.ContainsFunc(line, func(s markdown.Span) bool { return linkTo(s.URL).Kind.IsTalk() })
}

// enoughBullets at the head of a list tell what all are.
const enoughBullets = 60

// list adds the bullets of a list that may be one of talks: most have notes nested below them, or
// one of the given marks of a talk. Below a day or a track, a link counts as such a mark.
func (g *gatherer) list(c *Candidate, marks Marks) {
	if namesFacts(c.block.Items) {
		return
	}
	nested, talks, named, called := 0, 0, 0, 0
	head := c.block.Items[:min(len(c.block.Items), enoughBullets)]
	for _, it := range head {
		b := g.add(c, g.bullet(it))
		if last := len(it.Blocks) - 1; last > 0 && it.Blocks[last].Kind == markdown.List {
			nested++
		}
		if b.Has(marks) || b.Has(IsLinked) && c.Parent.Has(NamesDay|NamesContainer) {
			talks++
		}
		if b.Has(MayNameSpeaker) {
			named++
		}
		if b.title.mayBeCalled() {
			called++
		}
	}
	c.mark(HasNotes, 2*nested >= len(head))
	c.mark(HasTalks, 2*talks >= len(head) || called > 1 && 2*named >= len(head))
	if !c.Has(HasNotes | HasTalks) {
		c.Below = nil
		return
	}
	for _, it := range c.block.Items[len(head):] {
		g.add(c, g.bullet(it))
	}
}

// namesFacts reports whether a list has facts about one talk: one of its first bullets is a label
// of people.
func namesFacts(bullets []markdown.Item) bool {
	return slices.ContainsFunc(bullets[:min(len(bullets), maxLabelled)], func(it markdown.Item) bool { return isLabelHeading(firstWords(it)) })
}

// isFact reports whether the first of some blocks is a label of people: a bullet of a list, or a
// line with names behind it or a list below.
func isFact(below []*markdown.Block) bool {
	switch b := below[0]; b.Kind {
	case markdown.List:
		return namesFacts(b.Items)
	case markdown.Paragraph:
		text := plain(b.Lines[0])
		return isLabelHeading(text) && (!who.IsLabel(text) || len(b.Lines) > 1 || len(below) > 1 && below[1].Kind == markdown.List)
	}
	return false
}

// bullet is the candidate of a bullet. One of a single line that reads like a day has its
// sessions in a list below.
func (g *gatherer) bullet(it markdown.Item) *Candidate {
	c := &Candidate{inner: pointers(it.Blocks)}
	c.Kind = Bullet
	if len(it.Blocks) == 0 || it.Blocks[0].Kind != markdown.Paragraph || plain(it.Blocks[0].Lines[0]) == "" {
		return c
	}
	first := it.Blocks[0]
	c.line, c.text, c.plain, c.rest, c.inner = int(first.Line), first.Lines[0], plain(first.Lines[0]), first.Lines[1:], c.inner[1:]
	day, isDay := when.ReadDay(c.plain, 0)
	if isDay && len(first.Lines) == 1 && len(it.Blocks) == 2 && it.Blocks[1].Kind == markdown.List {
		c.day = day
		c.mark(NamesDay, true)
		l := g.add(c, &Candidate{block: &it.Blocks[1]})
		l.Kind = List
		for _, inner := range it.Blocks[1].Items {
			g.add(l, g.bullet(inner))
		}
		return c
	}
	c.title = readTitle(c.text)
	below := head(c.rest, it.Blocks[1:])
	if lead, behind := leadOf(c.text); behind != nil {
		below = append(c.takeLead(lead, behind), below...)
	}
	c.readBelow(below)
	c.markTitle()
	isBreak := !c.Has(SpeakerBelow) && c.namesBreak()
	c.mark(IsTitle, !isBreak)
	c.mark(NamesNoTalk, isBreak)
	return c
}

//go:noinline
func pointers(blocks []markdown.Block) []*markdown.Block {
	out := make([]*markdown.Block, len(blocks))
	for i := range blocks {
		out[i] = &blocks[i]
	}
	return out
}

//go:noinline
func joinLines(lines []markdown.Text) markdown.Text {
	var out markdown.Text
	for i, l := range lines {
		if i > 0 {
			out = append(out, markdown.Span{Text: " "})
		}
		out = append(out, l...)
	}
	return out
}

// isContents reports whether a list leads to places in the same file and nowhere else.
func isContents(l *markdown.Block) bool {
	for _, it := range l.Items {
		for i := range it.Blocks {
			b := &it.Blocks[i]
			leads := leadsInside(b.Lines)
			if b.Kind == markdown.List {
				leads = isContents(b)
			}
			if !leads {
				return false
			}
		}
	}
	return true
}

func leadsInside(lines []markdown.Text) bool {
	found := false
	for _, l := range lines {
		for _, s := range l {
			isNumber := s.URL == "" && strings.Trim(s.Text, words.Trailing+".0123456789") == ""
			if !isNumber && !strings.HasPrefix(s.URL, "#") {
				return false
			}
			found = found || !isNumber
		}
	}
	return found
}

// markAgain marks the headings that come more than once, and those above parts that do.
func (g *gatherer) markAgain(sections []*Place) {
	first := map[string]*Candidate{}
	for _, p := range sections {
		c := g.all.at(p)
		key := strconv.Itoa(c.Level) + strings.ToLower(c.plain)
		if first[key] == nil {
			first[key] = c
			continue
		}
		c.mark(IsAgain, true)
		first[key].mark(IsAgain, true)
	}
	for _, p := range sections {
		if p.Has(NamesPart) && p.Has(IsAgain) {
			p.Parent.Marks |= HasParts
		}
	}
}

// markListed marks the headings whose titles are in a list or a table of talks.
func (g *gatherer) markListed(sections []*Place) {
	listed := map[string]bool{}
	for _, c := range g.all {
		if c.Has(HasTalks) {
			for _, b := range c.Below {
				listed[strings.ToLower(g.all.at(b).title.Text)] = true
			}
		}
	}
	if len(listed) == 0 { // speed
		return
	}
	for _, p := range sections {
		c := g.all.at(p)
		c.mark(IsInList, listed[strings.ToLower(c.title.Text)])
	}
}

// markOwnSpeakers marks the headings that name somebody whom no other heading names.
func (g *gatherer) markOwnSpeakers(sections []*Place) {
	named := map[string][]*Candidate{}
	for _, p := range sections {
		c := g.all.at(p)
		for _, s := range c.speakers() {
			named[s.Name] = append(named[s.Name], c)
		}
	}
	for _, by := range named {
		by[0].mark(OwnSpeaker, len(by) == 1)
	}
}

// speakers are those that a place names itself, else those below it.
func (c *Candidate) speakers() []summit.Speaker {
	if len(c.title.Speakers) > 0 {
		return c.title.Speakers
	}
	return c.below.Speakers
}
