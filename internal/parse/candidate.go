package parse

import (
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/when"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/who"
)

// A Candidate is what one place of a document says on its own. It is made by gather and never
// changed.
type Candidate struct {
	Place

	line        int               // of the file
	text        markdown.Text     // the line that may be a heading
	plain       string            // its words
	rest        []markdown.Text   // lines below it in the same paragraph
	block       *markdown.Block   // of a place that is no heading
	inner       []*markdown.Block // blocks of a bullet, or the notes in a row
	day         when.Day
	on          string            // the date that the first line below a heading gives, YYYY-MM-DD
	title       title             // of a place that may be a session
	names       who.People        // doubtful ones: names alone in the first line below it
	below       who.People        // whom the lines below it name
	nameAbove   saying            // a heading that may be names, with the title below it
	isNameAbove bool              // it is a person for sure
	above       []summit.Speaker  // the person whom the heading directly above names
	cells       []*markdown.Block // of a row, those that are no notes
}

// A Place is a position in a document with the marks of its text. decide looks at these and at the
// Front of the document, and at nothing else.
type Place struct {
	Kind   Kind
	Number int // among the places of the document, from 0
	Level  int // of a heading 1 to 6, of a bold line 7; 0 for others
	Marks  Marks
	Parent *Place
	Below  []*Place // blocks, then sections, bullets or rows
}

// Candidates are those of a document, by the numbers of their places. The first is the document
// itself.
type candidates []*Candidate

func (all candidates) root() *Place { return &all[0].Place }

func (all candidates) at(p *Place) *Candidate { return all[p.Number] }

// boldLevel is the level of a bold line.
const boldLevel = markdown.BoldLevel

// A Kind is that of a place.
type Kind int8

const (
	Document Kind = iota
	Heading
	BoldLine  // a paragraph that begins with a line in bold
	Paragraph // that may be a title, or text
	Verbatim
	List
	Table
	Bullet
	Row
)

// Marks are what gather has found at a place.
type Marks uint64

const (
	// Of headings and bold lines.

	NamesDay       Marks = 1 << iota
	NamesPart            // of a talk or of the notes: "Summary"
	NamesNoTalk          // what an event has besides talks: "Lunch"
	NamesFrame           // what frames the talks of a programme: "Welcome"
	NamesContainer       // of talks: "Track A"
	NamesProgramme       // in general: "Schedule"
	NamesTalks           // and nothing else: "The talks"
	NamesEvent
	NamesKind // of a session: "Keynote: Ropes"
	NamesMeeting
	IsDated      // with a whole date
	HasDate      // a title of level 1 has one, whatever it names
	NamesPresent // who was at a meeting: "Attendees"
	NamesManual  // a chapter of a README
	NamesLicence // or of rules for contributors
	IsAgain      // it comes more than once at its level
	HasRest      // lines follow in the same paragraph
	OwnSpeaker   // it names somebody whom no other heading names
	LabelBelow   // a label directly below it names speakers
	NamesPerson  // and nothing else
	HasLabel     // a label of people is directly below it, with names that can be read or not
	NamesLabel   // of people: "Presenters"
	IsShort      // a single word
	IsNumbered   // it begins with a number: "2. Ropes"
	IsLong       // more words than most names of events

	// Of titles in doubt.

	MayNameSpeaker // it can be read as a title with names

	// The marks of a talk.

	IsLinked   // it is a link as a whole
	IsTimed    // it begins with the time of day
	HasSpeaker // it names speakers
	HasLink    // it has a talk link
	SpeakerBelow
	NameBelow // the first line below it is names alone
	LinkBelow // a line right below it is talk links
	IsInList  // a list or a table of talks has its title
	HasParts  // parts of a talk that others have too are below it

	// Of paragraphs.

	IsBlank      // images at most
	IsTitle      // one line that could be a title: not long, no label of people
	IsPlainTitle // it reads like a title even without the marks of a talk
	IsEmphasised // it begins in bold or in italics
	IsGlued      // no blank line is between it and the list below
	BelowList    // a list is above it, among the places beside it

	// Of lists and tables.

	IsContents // of links to places in the file
	HasTalks   // it is a table with columns of talks, or most bullets have the marks of a talk
	HasNotes   // most bullets have notes nested below them
)

const ofTalk = IsLinked | IsTimed | HasSpeaker | HasLink

// Has reports whether a place has one of some marks.
func (p *Place) Has(m Marks) bool { return p.Marks&m != 0 }

// IsSection reports whether a place is a heading or a bold line.
func (p *Place) IsSection() bool { return p.Kind == Heading || p.Kind == BoldLine }

// IsTalk reports whether a place has the marks of a talk. What is below a heading such as "Track
// A" marks the talks in it.
//
//go:noinline
func (p *Place) IsTalk() bool {
	return p.Has(ofTalk) || !p.Has(NamesContainer) && p.Has(SpeakerBelow|LinkBelow|HasParts|IsInList)
}

// sections are the headings and bold lines below a place.
//
//go:noinline
func (p *Place) sections() []*Place {
	for i, c := range p.Below {
		if c.IsSection() {
			return p.Below[i:]
		}
	}
	return nil
}

// allSections are those of a tree, from top to bottom.
func (p *Place) allSections() []*Place { return p.appendSections(nil) }

func (p *Place) appendSections(to []*Place) []*Place {
	for _, s := range p.sections() {
		to = s.appendSections(append(to, s))
	}
	return to
}
