// Package summit holds the types of the domain: summits, sessions, speakers, notes, talks and
// topics. It imports no other package of the project.
package summit

// A Summit is one event and the notes of its sessions.
type Summit struct {
	Name     string // from the facts, else from the notes; never empty
	Place    string // city; empty when unknown
	Playlist string // address of the recordings of the whole event; empty when unknown
	Sessions []*Session
	Preamble []Note  // notes that belong to no session, in their order; a linked image is a note without text
	Photos   []Photo // images that belong to no session, in their order
}

// A Session is one entry of the notes: a talk, a panel, a hallway round.
type Session struct {
	Number   int    // from 1, over all summits, in the order of the notes
	ID       string // made of the title; unique among all sessions
	Title    string // from the facts, else from the heading; never empty
	Heading  string // the heading of the notes as plain text
	Summary  string // one sentence that sums up the notes; may be empty
	Summit   string
	Day      int    // from 1; 0 when unknown
	Date     string // YYYY-MM-DD; empty when unknown
	Track    string // empty when unknown
	Speakers []Speaker
	Links    []Link // best first: talk links, then profiles, then references
	Notes    []Note
	Photos   []Photo
	Inferred bool // no source confirms the title or the speakers; other evidence suggests them
	Source   Source
}

// A Speaker gave a session. Any field but Name may be empty.
type Speaker struct {
	Name         string
	Role         string
	Organization string
	URL          string // a profile of the speaker
}

// A Note is one remark of the author, and the remarks nested below it.
type Note struct {
	Text  string   // plain text on one line, with addresses as they were written
	Links []string // addresses linked from the text, in order, each once
	Notes []Note
}

// A Photo is an image of the notes.
type Photo struct {
	URL       string
	Available bool // false if the image is known to be lost
}

// A Source is a place in the notes.
type Source struct {
	File string // path of the file as it was given to the program
	Line int    // from 1
}

// Count returns the number of notes, nested notes included.
func Count(notes []Note) int {
	n := len(notes)
	for _, note := range notes {
		n += Count(note.Notes)
	}
	return n
}
