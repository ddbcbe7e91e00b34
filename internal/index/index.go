// Package index tells which session bears on which topic and finds sessions by any of their words.
// Nothing is tagged by hand: everything follows from the terms of the topics and the text of the
// sessions.
package index

import (
	"slices"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// An Index knows the sessions and the topics.
type Index struct {
	sessions []*summit.Session
	topics   []summit.Topic
	terms    terms
	bearings [][]Bearing                  // by topic
	about    map[*summit.Session][]string // ids of topics
	mentions map[*summit.Session][]string
}

// A Bearing is how a session bears on a topic.
type Bearing struct {
	Session *summit.Session
	About   bool    // else the session only mentions the topic
	Notes   int     // how many notes bear on it: all if the title does, else those that mention it and those nested below
	Share   float64 // Notes as a part of all notes of the session; 1 if the title says so
	Marks   Marks
}

// Marks are the places in a session where what was looked for stands.
type Marks struct {
	Title []Span
	Notes map[int][]Span // by the position of the note, counted from 0 with a note before those nested in it
}

// A session is about a topic that its title does not name when this part of its notes bears on the
// topic, and no fewer notes than this.
const (
	aboutShare = 0.25
	aboutNotes = 2
)

// New indexes the sessions. Their order is kept wherever nothing else orders them.
func New(sessions []*summit.Session, topics []summit.Topic) *Index {
	ix := &Index{sessions: sessions, topics: topics, terms: newTerms(topics), bearings: make([][]Bearing, len(topics)),
		about: map[*summit.Session][]string{}, mentions: map[*summit.Session][]string{}}
	n := newNames(sessions, ix.terms)
	for _, s := range sessions {
		ix.addSession(s, n)
	}
	return ix
}

// Sessions returns all sessions, in the order of the notes.
func (ix *Index) Sessions() []*summit.Session { return ix.sessions }

// Topics returns all topics, in the order of their data file.
func (ix *Index) Topics() []summit.Topic { return ix.topics }

func (ix *Index) addSession(s *summit.Session, n names) {
	total := summit.Count(s.Notes)
	found := map[int]*Bearing{}
	at := func(topic int) *Bearing {
		if found[topic] == nil {
			found[topic] = &Bearing{Session: s, Marks: Marks{Notes: map[int][]Span{}}}
		}
		return found[topic]
	}
	for _, m := range ix.terms.find(s.Title, n.hide(s.Title)) {
		b := at(m.topic)
		b.Marks.Title = extend(b.Marks.Title, m.at)
	}
	position := 0
	var walk func(notes []summit.Note, above []int)
	walk = func(notes []summit.Note, above []int) {
		for _, note := range notes {
			bears := slices.Clip(above)
			for _, m := range ix.terms.find(note.Text, n.hide(note.Text)) {
				spans := at(m.topic).Marks.Notes
				spans[position] = extend(spans[position], m.at)
				if !slices.Contains(bears, m.topic) {
					bears = append(bears, m.topic)
				}
			}
			for _, topic := range bears {
				at(topic).Notes++
			}
			position++
			walk(note.Notes, bears)
		}
	}
	walk(s.Notes, nil)
	for topic := range ix.topics {
		b := found[topic]
		if b == nil {
			continue
		}
		b.Share = float64(b.Notes) / float64(max(1, total))
		b.About = b.Share >= aboutShare && b.Notes >= aboutNotes
		if len(b.Marks.Title) > 0 {
			b.About, b.Notes, b.Share = true, total, 1
		}
		id := ix.topics[topic].ID
		if b.About {
			ix.about[s] = append(ix.about[s], id)
		} else {
			ix.mentions[s] = append(ix.mentions[s], id)
		}
		ix.bearings[topic] = append(ix.bearings[topic], *b)
	}
}

// Bearings returns the sessions that bear on a topic: those about it first, the ones of which
// most bears on it leading, then those that mention it, in the order of the notes. It is empty
// for a topic that there is not.
func (ix *Index) Bearings(topicID string) []Bearing {
	i := slices.IndexFunc(ix.topics, func(t summit.Topic) bool { return t.ID == topicID })
	if i < 0 {
		return nil
	}
	out := slices.Clone(ix.bearings[i])
	slices.SortStableFunc(out, func(a, b Bearing) int {
		switch {
		case a.About != b.About:
			return order(a.About, b.About)
		case !a.About || a.Share == b.Share && a.Notes == b.Notes:
			return 0
		case a.Share != b.Share:
			return order(a.Share > b.Share, b.Share > a.Share)
		}
		return b.Notes - a.Notes
	})
	return out
}

func order(first, second bool) int {
	switch {
	case first && !second:
		return -1
	case second && !first:
		return 1
	}
	return 0
}

// TopicsOf returns the ids of the topics that a session bears on: those it is about before those
// it mentions, each in the order of the data file.
func (ix *Index) TopicsOf(s *summit.Session) []string {
	return append(append([]string{}, ix.about[s]...), ix.mentions[s]...)
}

// Mentioned returns the ids of the topics that a text mentions, in the order of the data file.
func (ix *Index) Mentioned(text string) []string {
	found := map[int]bool{}
	for _, m := range ix.terms.find(text, nil) {
		found[m.topic] = true
	}
	var ids []string
	for i, t := range ix.topics {
		if found[i] {
			ids = append(ids, t.ID)
		}
	}
	return ids
}
