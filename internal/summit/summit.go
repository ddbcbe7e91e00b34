// Package summit holds the words of the field: summits, their sessions, who spoke, what was
// noted, and the topics that people ask for. It imports nothing of the project.
package summit

// A Summit is one event with the sessions that somebody took notes of.
type Summit struct {
	Name     string // as the notes or their facts name it; never empty
	Place    string // city; empty when unknown
	Playlist string // address of the recordings of the whole event, no talk link; empty when unknown
	Sessions []*Session
	Preamble []Note  // text of the notes that stands in no session, in their order
	Photos   []Photo // images that stand in no session, likewise
}

// A Session is one entry of the notes: a talk, a panel, a hallway round.
type Session struct {
	Number   int    // 1.. over all summits, in the order of the notes
	ID       string // slug of the title, unique among all sessions
	Title    string // from the facts, else from the heading; never empty
	Heading  string // text of the heading as its author wrote it, without Markdown's signs
	Summary  string // one sentence on what the notes say; empty when nobody wrote one
	Summit   string
	Day      int    // 1..; 0 when unknown
	Date     string // YYYY-MM-DD; empty when unknown
	Track    string // empty when unknown
	Speakers []Speaker
	Links    []Link // best first: talk links, then profiles, then references
	Notes    []Note
	Photos   []Photo
	Inferred bool // the official title or the speakers are concluded, not read anywhere
	Source   Source
}

// A Speaker gave a session. Any field but Name may be empty.
type Speaker struct {
	Name         string
	Role         string
	Organization string
	URL          string // a profile of the speaker
}

// A Note is one remark of the author with the remarks nested below it.
type Note struct {
	Text  string   // plain text on one line; addresses stand in it as they were written
	Links []string // addresses linked from the text, in order, each once
	Notes []Note
}

// A Photo is an image of the notes.
type Photo struct {
	URL       string
	Available bool // false when the image is known to be stored nowhere
}

// A Source is the place in the notes where something stands.
type Source struct {
	File string // path of the file as it was named to the program
	Line int    // 1..
}

// Count returns how many notes there are, nested ones included.
func Count(notes []Note) int {
	n := len(notes)
	for _, note := range notes {
		n += Count(note.Notes)
	}
	return n
}
