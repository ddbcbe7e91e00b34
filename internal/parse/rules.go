package parse

// A Role is what a place of the notes is for.
type Role int8

const (
	Note    Role = iota // of the session above it, or of the summit if there is none
	Name                // of the summit
	Day                 // its sessions follow
	Track               // likewise
	Session             // its notes follow
	Talks               // a list or a table: its bullets or rows are sessions
	Aside               // it and its content belong to no session
)

// String is the role in words.
func (r Role) String() string {
	return [...]string{"note", "name of the summit", "day", "track", "session", "list of sessions", "aside"}[r]
}

// A Decision is the role of a place, and the rule that gave it.
type Decision struct {
	Role Role
	Rule *Rule
}

// A Rule is a reason for a role.
type Rule struct {
	Name string
	Says string
}

// The rules for a whole file, in the order in which they are tried; the first that fits counts.
var (
	isManual = &Rule{"manual", "A README, a change log or a licence has no sessions: most of its headings are chapters such as " +
		"Installation, two at least, and none is a day or names speakers. A README without the marks of a talk needs only one such chapter. " +
		"A file named like a change log or a licence always counts."}
	isOneTalk = &Rule{"one talk", "A file is one talk for any of these reasons. (1) Its front matter has a title and the type talk, speakers or links. " +
		"(2) A label of people is directly below the title, is the first heading that is no part of a talk, or is above all headings. " +
		"(3) The title names a meeting and its date, or is above headings such as Agenda or Present. " +
		"It is not if two headings have speakers of their own, if the title names an event without speakers below, " +
		"if a heading is a day, or if a heading, a list or two lines have the marks of a talk. Else the evidence is weighed. " +
		"For one talk: a title with the marks, a kind of session, four words or the name of the file; headings that are short, " +
		"numbered or parts of a talk. Against it: a title of one word or of a post; headings that are long, " +
		"repeat parts, have the level of the title, or may name speakers. In a folder of such files a file in doubt is one too."}
	isIndex = &Rule{"index", "A file whose lists lead to two other files has no session. Neither has a README above other notes, unless two of its own sessions " +
		"lead to no file; nor, in a folder whose files are mostly one talk each, a file that names an event and has nothing with the marks of a talk."}
	isOnlySession = &Rule{"only session", "If no place is a session, the title of the file is one, unless the file is a README whose title names an event."}
)

// The rules for a heading or a bold line, likewise. The usual level is the level at which most
// headings have the marks of a talk. If none has them, it is the level at which most have notes, or
// the level above that if titles are long there and mostly short below. A heading such as Talks
// tells the level of those below it.
var (
	inAside = &Rule{"in aside", "What is below an aside belongs to it."}
	isDay   = &Rule{"day", "A heading that reads like a day opens a day, unless it is inside a session and the day above has another level."}
	isName  = &Rule{"summit", "The first heading names the summit if only days have its level or a higher one; if it names an event and the others are parts or no talks; " +
		"or if it alone names an event and has only text below. If it is not of level 1, it needs the name of an event, or headings below it and no name of a track."}
	isInner = &Rule{"inner heading", "A heading inside a session is a note of it. It is a session itself if it has the usual level and " +
		"the one above does not, unless only that one has the marks of a talk."}
	isBelowBold = &Rule{"below a bold session", "Where bold lines are sessions, a heading that follows one in the same section is a note " +
		"of it if it has no marks of a talk."}
	isPartAgain = &Rule{"part again", "A repeated heading that names a part of a talk, in no session, is a note of the session before it."}
	isPartAbove = &Rule{"part above", "A heading that names a part of a talk, above the usual level and without notes, is a track."}
	isPart      = &Rule{"part", "Any other heading that names a part of a talk belongs to no session."}
	isNoTalk    = &Rule{"no talk", "A heading such as Lunch, Wrap-up or Credits, without the marks of a talk, belongs to no session; nor does Welcome where most headings of the " +
		"usual level have the marks. The same holds for rows of a table of talks. Above headings of the usual level it may be a track."}
	isBesideList = &Rule{"beside a list", "The sessions are bullets or rows if they are below a heading such as Talks, or more than twice as many as other headings, and no heading " +
		"has the marks of a talk, has the title of a bullet, or is in a day. A heading that may name speakers, or has a talk link, counts twice. A heading then belongs to no session, " +
		"unless it is a day, or is above such a list: that is a track."}
	isUsual     = &Rule{"usual level", "A heading of the usual level is a session, unless there is nothing below it but talks."}
	isElsewhere = &Rule{"at another level", "A heading of another level, in no session, is a session if notes follow at once, or if it has the marks of a talk and nothing below it. " +
		"It is none if it is a track above headings, or if it has no marks and is above headings of the usual level most of which have them. A bold line needs a list or the marks."}
	isBesideTracks = &Rule{"beside tracks", "A heading without the marks of a talk and without headings below it belongs to no session if it is beside a heading such as Talks, above those " +
		"of the usual level. Where most headings of that level have the marks, the same holds beside a day or a heading with talks in it."}
	isLoose     = &Rule{"loose line", "Any other bold line belongs to no session."}
	isProgramme = &Rule{"programme", "A heading such as Schedule inside a track is a note."}
	isTrack     = &Rule{"track", "Any other heading is a track."}
)

// The rules for blocks, likewise.
var (
	isTitleAbove = &Rule{"title above a list", "A paragraph of one line above a list is a session, unless it is a session's first text or a label of people. It needs the marks of a talk or, " +
		"outside the parts of a session, has to read like a title. Where headings are sessions, that also takes plain text, a blank line below, and another such paragraph " +
		"with the marks or mostly sessions without them. In a programme below a day or the title, a paragraph is a session if a later line names speakers, or if it begins with " +
		"a span of times; so are two quotations with speakers."}
	isTalkList = &Rule{"list of talks", "A list below a day, a track or the name of the summit, in no session, lists sessions if most bullets have notes and the marks of a talk " +
		"(below a day or a track, also a link, or a well-known name beside a title). Below another heading bullets in bold or with a link may do. If no heading is a session, " +
		"notes or marks are enough, and so is a table of titles with another column of talks."}
	isDayAbove = &Rule{"day above a list", "A paragraph that reads like a day, directly above a list of talks or a paragraph that is a session, opens a day."}
	isText     = &Rule{"text", "Anything else is a note."}
)

// The rules that look at what the others have found.
var (
	isDayOfNotes = &Rule{"day of notes", "A day with notes but without sessions is a session itself, and everything in it is its notes. Notes of breaks do " +
		"not count. Where most days are like that, so is a day with nested bullets."}
	isOfOneTalk = &Rule{"in one talk", "In a file that is one talk all headings are notes."}
)
