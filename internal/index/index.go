// Package index finds the sessions on a topic, and sessions and talks by their words. No session is
// tagged by hand: the terms of the topics are searched for in the text of the sessions. Nothing is
// computed before it is needed.
package index

import (
	"cmp"
	"slices"
	"sort"
	"sync"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/parallel"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// An Index has the sessions, topics and talks. Only one goroutine may use it.
type Index struct {
	sessions   []*summit.Session
	topics     []summit.Topic
	talks      []*summit.Talk
	names      func() names
	vocabulary func() []string
	terms      func() *terms        // of all topics
	found      map[string][]Bearing // Bearings of topics so far, by id
}

// A Bearing tells how a session bears on a topic.
type Bearing struct {
	Session *summit.Session
	About   bool    // false if the session only mentions the topic
	Notes   int     // number of notes on it: all if the title names it, else those that mention it and those nested below them
	Share   float64 // Notes divided by all notes of the session; 1 if the title names it
	Marks   Marks
}

// Marks are the places of matches in a session.
type Marks struct {
	Title []Span
	Notes map[int][]Span // by the position of the note, from 0; a note precedes those nested in it
}

// A session is about a topic if its title names it, or if at least this share of its notes, and
// this many, are on the topic.
const (
	aboutShare = 0.25
	aboutNotes = 2
)

// New returns an index. In results, sessions or talks of equal rank keep the given order.
func New(sessions []*summit.Session, topics []summit.Topic, talks []summit.Talk) *Index {
	ix := &Index{sessions: sessions, topics: topics, talks: make([]*summit.Talk, len(talks)), found: map[string][]Bearing{}}
	for i := range talks {
		ix.talks[i] = &talks[i]
	}
	ix.terms = sync.OnceValue(func() *terms { return newTerms(topics) })
	ix.vocabulary = sync.OnceValue(ix.newVocabulary)
	ix.names = sync.OnceValue(func() names { return newNames(sessions) })
	return ix
}

// Sessions returns all sessions, in the order of the notes.
func (ix *Index) Sessions() []*summit.Session { return ix.sessions }

// Topics returns all topics, in the order of their data file.
func (ix *Index) Topics() []summit.Topic { return ix.topics }

// Talks returns all talks, in the order of their data file.
func (ix *Index) Talks() []*summit.Talk { return ix.talks }

// bearings returns how a session bears on topics, by the number of the topic in the terms. It
// records places only for the terms of one topic, because those of many take much memory.
func (ix *Index) bearings(s *summit.Session, t *terms) map[int]*Bearing {
	var found map[int]*Bearing
	at := func(topic int) *Bearing {
		if found[topic] == nil {
			if found == nil {
				found = map[int]*Bearing{}
			}
			found[topic] = &Bearing{Session: s}
			if t.topics == 1 {
				found[topic].Marks.Notes = map[int][]Span{}
			}
		}
		return found[topic]
	}
	for _, m := range ix.find(s.Title, t) {
		b := at(m.topic)
		b.Marks.Title = extend(b.Marks.Title, m.at)
	}
	position := 0
	last := make([]int, t.topics) // by topic: the number of the note that bears on it, the last one so far
	var walk func(notes []summit.Note, above []int)
	walk = func(notes []summit.Note, above []int) {
		for _, note := range notes {
			bears := slices.Clip(above)
			for _, topic := range above {
				last[topic] = position + 1
			}
			for _, m := range ix.find(note.Text, t) {
				if t.topics == 1 {
					spans := at(m.topic).Marks.Notes
					spans[position] = extend(spans[position], m.at)
				}
				if last[m.topic] != position+1 {
					last[m.topic] = position + 1
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
	for _, b := range found {
		b.settle(position)
	}
	return found
}

// settle decides whether a session with this many notes is about the topic.
func (b *Bearing) settle(total int) {
	b.Share = float64(b.Notes) / float64(max(1, total))
	b.About = b.Share >= aboutShare && b.Notes >= aboutNotes
	if len(b.Marks.Title) > 0 {
		b.About, b.Notes, b.Share = true, total, 1
	}
}

// find returns the mentions in a text outside of names and addresses.
func (ix *Index) find(text string, t *terms) []mention {
	return t.find(text, func() []Span { return ix.names().hide(text, t) })
}

// Bearings returns the sessions on a topic: first those about it, by the share of their notes on
// it, then those that mention it, in the order of the notes. It is empty if there is no such topic.
func (ix *Index) Bearings(topicID string) []Bearing {
	if found, ok := ix.found[topicID]; ok {
		return found
	}
	i := slices.IndexFunc(ix.topics, func(t summit.Topic) bool { return t.ID == topicID })
	if i < 0 {
		return nil
	}
	out := ix.allBearings(newTerms(ix.topics[i : i+1]))
	mostFirst(out)
	ix.found[topicID] = out
	return out
}

// mostFirst sorts bearings in the order of Bearings.
func mostFirst(all []Bearing) {
	sort.SliceStable(all, func(i, j int) bool {
		a, b := &all[i], &all[j]
		if !a.About || !b.About {
			return a.About
		}
		return a.Share > b.Share || a.Share == b.Share && a.Notes > b.Notes
	})
}

// Saying returns the sessions with a phrase, in the order of the notes. The phrase is treated as a
// term of a topic: plurals count, parts of names and of phrases that are no mention do not.
func (ix *Index) Saying(phrase string, not []string) []Bearing {
	return ix.allBearings(newTerms([]summit.Topic{{Terms: []string{phrase}, Not: not}}))
}

// ByTopic returns the numbers of the sessions that fit and are about each topic, and of those that
// mention it, in the order of Bearings. It reads each session once, and keeps little of it: all
// sessions may bear on all topics.
func (ix *Index) ByTopic(fits func(*summit.Session) bool) (about, mentions [][]int) {
	type place struct {
		number int
		share  float64
		notes  int32
	}
	places := make([][]place, len(ix.topics))
	for range ix.topics {
		about, mentions = append(about, []int{}), append(mentions, []int{})
	}
	for _, s := range ix.sessions {
		if !fits(s) {
			continue
		}
		for topic, b := range ix.bearings(s, ix.terms()) {
			if b.About {
				places[topic] = append(places[topic], place{s.Number, b.Share, int32(b.Notes)})
			} else {
				mentions[topic] = append(mentions[topic], s.Number)
			}
		}
	}
	for i, all := range places {
		slices.SortStableFunc(all, func(a, b place) int { return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(b.notes, a.notes)) })
		for _, p := range all {
			about[i] = append(about[i], p.number)
		}
	}
	return about, mentions
}

// allBearings returns the bearings of all sessions on the only topic of the terms, in the order of
// the notes.
func (ix *Index) allBearings(t *terms) []Bearing {
	found := parallel.Map(len(ix.sessions), func(from, to int) (out []Bearing) {
		for _, s := range ix.sessions[from:to] {
			if b := ix.bearings(s, t)[0]; b != nil {
				out = append(out, *b)
			}
		}
		return out
	})
	return slices.Concat(found...)
}

// TopicsOf returns the ids of the topics of a session: those it is about, then those it mentions,
// each in the order of the data file.
func (ix *Index) TopicsOf(s *summit.Session) []string {
	bearings := ix.bearings(s, ix.terms())
	about, mentions := []string{}, []string{}
	for i, t := range ix.topics {
		switch b := bearings[i]; {
		case b == nil:
		case b.About:
			about = append(about, t.ID)
		default:
			mentions = append(mentions, t.ID)
		}
	}
	return append(about, mentions...)
}
