package index

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Match is a session or a talk with all words of a search.
type Match[T any] struct {
	In    *T
	Close Closeness
	Score float64 // BM25 over the fields; the best is the greatest
	Marks Marks
}

// Closeness tells how close the words of a search are to each other.
type Closeness int

// The degrees of closeness, the closest first.
const (
	Exact     Closeness = iota // adjacent, as typed
	Phrase                     // adjacent, in other forms
	Together                   // in one title or note
	Scattered                  // anywhere in the session or talk
)

// Found are the matches of a search, the best first; equal matches keep their order.
type Found struct {
	Sessions []Match[summit.Session]
	Talks    []Match[summit.Talk]
}

// Search finds the sessions and talks with every word of the text, in any English form and
// spelling. Words in double quotes have to follow each other. Stop words ("the", "of") are ignored.
// ok is false if the text has no other word.
func (ix *Index) Search(text string) (found Found, ok bool) {
	q := newQuery(text)
	if q.wanted == 0 {
		return Found{}, false
	}
	sessions, talks := countAll(&q, ix.sessions, eachField), countAll(&q, ix.talks, eachTalkField)
	addNames(&q, ix.sessions, sessions, func(s *summit.Session) []summit.Speaker { return s.Speakers })
	addNames(&q, ix.talks, talks, func(t *summit.Talk) []summit.Speaker { return t.Speakers })
	found.Sessions, found.Talks = matches(&q, ix.sessions, sessions), matches(&q, ix.talks, talks)
	if q.hasHalfWord() {
		return Found{}, true
	}
	return found, true
}

// countAll counts the wanted words in each session or talk.
func countAll[T any](q *query, all []*T, eachField func(*T, func(field))) []fieldCounts {
	counts := make([]fieldCounts, len(all))
	for i, in := range all {
		counts[i] = q.count(func(do func(field)) { eachField(in, do) })
	}
	return counts
}

// addNames finds wanted words that are in none of the sessions or talks as beginnings of the names
// of their speakers.
func addNames[T any](q *query, all []*T, counts []fieldCounts, speakers func(*T) []summit.Speaker) {
	for _, wanted := range q.unfound(counts) {
		for i, in := range all {
			counts[i].addNames(q, wanted, speakers(in))
		}
	}
}

// matches returns the sessions or talks that have all wanted words, the best first.
func matches[T any](q *query, all []*T, counts []fieldCounts) (out []Match[T]) {
	idf, average := q.statistics(counts)
	for i, in := range all {
		if c := counts[i]; c.complete() {
			out = append(out, Match[T]{In: in, Close: c.closest, Score: c.score(idf, average), Marks: c.marks})
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := &out[i], &out[j]
		if a.Close != b.Close {
			return a.Close < b.Close
		}
		return a.Score > b.Score
	})
	return out
}

// Vocabulary returns the folded words that Search can find, each once, in the order of the notes.
func (ix *Index) Vocabulary() []string { return ix.vocabulary() }

func (ix *Index) newVocabulary() []string {
	var out []string
	seen := map[string]bool{}
	add := func(f field) {
		for _, w := range words.Split(f.text) {
			if !seen[w.Fold] {
				seen[w.Fold] = true
				out = append(out, w.Fold)
			}
		}
	}
	for _, s := range ix.sessions {
		eachField(s, add)
	}
	for _, t := range ix.talks {
		eachTalkField(t, add)
	}
	return out
}

// The weights of words in the parts of a session or talk.
const (
	titleWeight   = 3
	speakerWeight = 2
	noteWeight    = 1
	placeWeight   = 0 // places and times do not tell the subject
)

// A field is a searchable text of a session or talk.
type field struct {
	text   string
	weight float64
	note   int // position of the note, or one of the two constants below
}

const (
	inTitle   = -1
	elsewhere = -2
)

// eachField calls do with every field of a session, the notes in order.
func eachField(s *summit.Session, do func(field)) {
	do(field{s.Title, titleWeight, inTitle})
	if s.Heading != s.Title {
		do(field{s.Heading, noteWeight, elsewhere})
	}
	eachSpeakerField(s.Speakers, do)
	do(field{s.Track, placeWeight, elsewhere})
	do(field{s.Summit, placeWeight, elsewhere})
	if s.Day > 0 {
		do(field{fmt.Sprintf("day%d", s.Day), placeWeight, elsewhere}) // one word, because "day" alone would find every session
	}
	position := 0
	var walk func(notes []summit.Note)
	walk = func(notes []summit.Note) {
		for _, n := range notes {
			do(field{n.Text, noteWeight, position})
			position++
			walk(n.Notes)
		}
	}
	walk(s.Notes)
}

func eachSpeakerField(speakers []summit.Speaker, do func(field)) {
	for _, p := range speakers {
		do(field{p.Name, speakerWeight, elsewhere})
		do(field{p.Role, noteWeight, elsewhere})
		do(field{p.Organization, speakerWeight, elsewhere})
	}
}

// eachTalkField calls do with every field of a talk.
func eachTalkField(t *summit.Talk, do func(field)) {
	do(field{t.Title, titleWeight, inTitle})
	eachSpeakerField(t.Speakers, do)
	do(field{t.Occasion(), placeWeight, elsewhere})
	do(field{t.LanguageName(), placeWeight, elsewhere})
	for _, l := range t.Links {
		do(field{l.Label, noteWeight, elsewhere})
	}
}

// fieldCounts count the wanted words in a session or talk.
type fieldCounts struct {
	has    []bool    // by wanted word; nil if none is found
	found  []float64 // by wanted word: weighted number of occurrences
	length float64   // weighted number of words
	marks  Marks

	closest Closeness
}

// addNames finds a wanted word in each speaker whose first name begins with it. If other words are
// wanted too, any name of the speaker may begin with it.
func (c *fieldCounts) addNames(q *query, wanted int, speakers []summit.Speaker) {
	for _, s := range speakers {
		for i, w := range words.Split(s.Name) {
			if (i == 0 || q.wanted > 1) && strings.HasPrefix(w.Fold, q.folds[wanted]) {
				c.grow(q.wanted)
				c.has[wanted], c.found[wanted] = true, c.found[wanted]+speakerWeight
			}
		}
	}
}

// grow makes room for this many wanted words.
func (c *fieldCounts) grow(wanted int) {
	if c.has == nil {
		c.has, c.found = make([]bool, wanted), make([]float64, wanted)
	}
}

func (c fieldCounts) complete() bool { return c.has != nil && !slices.Contains(c.has, false) }

func (q *query) count(eachField func(do func(field))) fieldCounts {
	c := fieldCounts{closest: Scattered}
	eachField(func(f field) {
		if spans := q.find(f, &c); spans != nil {
			c.mark(f.note, spans)
		}
	})
	return c
}

// mark records places in the title or in a note.
func (c *fieldCounts) mark(note int, spans []Span) {
	switch note {
	case elsewhere:
	case inTitle:
		c.marks.Title = spans
	default:
		if c.marks.Notes == nil {
			c.marks.Notes = map[int][]Span{}
		}
		c.marks.Notes[note] = spans
	}
}

// statistics returns the rarity of each wanted word, and the mean length of a session or talk.
func (q *query) statistics(counts []fieldCounts) (idf []float64, average float64) {
	idf = make([]float64, q.wanted)
	for _, c := range counts {
		average += c.length / float64(len(counts))
		for i, n := range c.found {
			if n > 0 {
				idf[i]++
			}
		}
	}
	for i, n := range idf {
		idf[i] = math.Log(1 + (float64(len(counts))-n+0.5)/(n+0.5))
	}
	return idf, average
}

// score is BM25 with the usual constants.
func (c fieldCounts) score(idf []float64, average float64) float64 {
	const k, b = 1.2, 0.75
	score := 0.0
	for i, n := range c.found {
		score += idf[i] * n * (k + 1) / (n + k*(1-b+b*c.length/average))
	}
	return score
}
