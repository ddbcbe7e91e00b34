package index

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/kljensen/snowball/english"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Match is a session or a talk in which everything that was searched for is found.
type Match[T any] struct {
	In    *T
	Close Closeness
	Score float64 // BM25 over the fields, more where words are side by side; greater is better
	Marks Marks
}

// Closeness tells how close to each other the words of a search are.
type Closeness int

// The degrees of closeness, the closest first.
const (
	Exact     Closeness = iota // side by side, as they were typed
	Phrase                     // side by side, in other forms
	Together                   // in one title or note
	Scattered                  // anywhere in the session or talk
)

// Found are the matches of a search. The best match comes first; equal ones keep their order.
type Found struct {
	Sessions []Match[summit.Session]
	Talks    []Match[summit.Talk]
}

// Search finds the sessions and talks that contain every word of the text, in any English form and
// spelling; words in double quotes have to follow each other. Words without meaning of their own
// ("the", "of") do not count. ok is false when the text has no word to search for.
func (ix *Index) Search(text string) (found Found, ok bool) {
	q := newQuery(text)
	if q.wanted == 0 {
		return Found{}, false
	}
	found.Sessions = search(&q, ix.sessions, eachField)
	found.Talks = search(&q, ix.Talks(), eachTalkField)
	if q.hasHalfWord() {
		return Found{}, true
	}
	return found, true
}

func speakersOf(in any) []summit.Speaker {
	switch in := in.(type) {
	case *summit.Session:
		return in.Speakers
	case *summit.Talk:
		return in.Speakers
	}
	return nil
}

func search[T any](q *query, all []*T, eachField func(*T, func(field))) (matches []Match[T]) {
	counts := make([]fieldCounts, len(all))
	for i, in := range all {
		counts[i] = q.count(func(do func(field)) { eachField(in, do) })
	}
	for _, wanted := range q.unfound(counts) {
		for i, in := range all {
			counts[i].addNames(q, wanted, speakersOf(in))
		}
	}
	idf, average := q.statistics(counts)
	for i, in := range all {
		if c := counts[i]; c.complete() {
			matches = append(matches, Match[T]{In: in, Close: c.closest, Score: c.score(idf, average), Marks: c.marks})
		}
	}
	slices.SortStableFunc(matches, func(a, b Match[T]) int {
		return cmp.Or(int(a.Close-b.Close), order(a.Score > b.Score, b.Score > a.Score))
	})
	return matches
}

// Vocabulary returns the folded words that Search looks at, each once, as the notes bring them up.
func (ix *Index) Vocabulary() []string {
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
	for i := range ix.talks {
		eachTalkField(&ix.talks[i], add)
	}
	return out
}

// IsStopWord reports whether a folded word has no meaning of its own, so that no search counts it.
func IsStopWord(fold string) bool { return english.IsStopWord(fold) }

// Stem is what the English forms of a folded word have in common.
func Stem(fold string) string {
	switch {
	case len(fold) > longestStemmed:
		return fold
	case len(fold) <= shortWord:
		return words.Singular(fold) // "VMs" has no vowel, so that no stemmer knows its plural
	}
	return english.Stem(fold, true)
}

// shortWord is the length in bytes up to which a word has no other form than its plural.
const shortWord = 3

// longestStemmed is the length in bytes up to which a word can be English.
const longestStemmed = 64

// The weights of the places in which a word can stand.
const (
	titleWeight   = 3
	speakerWeight = 2
	noteWeight    = 1
	placeWeight   = 0 // where and when a session was tells nothing of what it is about
)

// A field is a text of a session or talk that can be searched.
type field struct {
	text   string
	weight float64
	note   int // position of the note; one of the two below for other texts
}

const (
	inTitle   = -1
	elsewhere = -2
)

// eachField calls do with all texts of a session, the notes in their order.
func eachField(s *summit.Session, do func(field)) {
	do(field{s.Title, titleWeight, inTitle})
	if s.Heading != s.Title {
		do(field{s.Heading, noteWeight, elsewhere})
	}
	eachSpeakerField(s.Speakers, do)
	do(field{s.Track, placeWeight, elsewhere})
	do(field{s.Summit, placeWeight, elsewhere})
	if s.Day > 0 {
		do(field{fmt.Sprintf("day%d", s.Day), placeWeight, elsewhere}) // one word, so that "day" alone is not found in all
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

// eachTalkField calls do with all texts of a talk.
func eachTalkField(t *summit.Talk, do func(field)) {
	do(field{t.Title, titleWeight, inTitle})
	eachSpeakerField(t.Speakers, do)
	do(field{t.Occasion(), placeWeight, elsewhere})
	for _, l := range t.Links {
		do(field{l.Label, noteWeight, elsewhere})
	}
}

// fieldCounts are what a query finds in a session or talk.
type fieldCounts struct {
	has    []bool    // by wanted word or phrase; nil if none is found
	found  []float64 // by wanted word or phrase: how often, weighted
	near   int       // how often two wanted words in a row stand in a row
	length float64   // words of the session or talk, weighted
	marks  Marks

	closest Closeness
}

// addNames counts a wanted word in the speakers whose first names begin with it, and beside other words their other names too.
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

// grow makes room for the words of a query.
func (c *fieldCounts) grow(wanted int) {
	if c.has == nil {
		c.has, c.found = make([]bool, wanted), make([]float64, wanted)
	}
}

func (c fieldCounts) complete() bool { return c.has != nil && !slices.Contains(c.has, false) }

func (q *query) count(eachField func(do func(field))) fieldCounts {
	c := fieldCounts{closest: Scattered}
	eachField(func(f field) {
		spans := q.find(f, &c)
		switch {
		case len(spans) == 0 || f.note == elsewhere:
		case f.note == inTitle:
			c.marks.Title = spans
		case c.marks.Notes == nil:
			c.marks.Notes = map[int][]Span{f.note: spans}
		default:
			c.marks.Notes[f.note] = spans
		}
	})
	return c
}

// statistics are how telling each wanted word is, and the mean length of a session or talk.
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

// score is BM25 with the usual constants; words that stand side by side as they were typed add to it.
func (c fieldCounts) score(idf []float64, average float64) float64 {
	const k, b = 1.2, 0.75
	score := 0.0
	for i, n := range c.found {
		score += idf[i] * n * (k + 1) / (n + k*(1-b+b*c.length/average))
	}
	return score * (1 + float64(c.near)/float64(c.near+1))
}
