package index

import (
	"fmt"
	"math"
	"slices"

	"github.com/kljensen/snowball/english"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Match is a session in which everything that was searched for stands.
type Match struct {
	Session *summit.Session
	Score   float64 // BM25 over the fields, more where words stand side by side; greater is better
	Marks   Marks
}

// Search finds the sessions in which every word of the text stands, in any English form and
// spelling; words in double quotes have to follow each other. Words without meaning of their own
// ("the", "of") do not count. The best match comes first, equal ones are in the order of the
// notes. ok is false when the text has no word to search for.
func (ix *Index) Search(text string) (matches []Match, ok bool) {
	q := newQuery(text)
	if q.wanted == 0 {
		return nil, false
	}
	counts := make([]fieldCounts, len(ix.sessions))
	for i, s := range ix.sessions {
		counts[i] = q.count(s)
	}
	if q.hasHalfWord() {
		return nil, true
	}
	idf, average := q.statistics(counts)
	for i, s := range ix.sessions {
		if c := counts[i]; c.complete() {
			matches = append(matches, Match{Session: s, Score: c.score(idf, average), Marks: c.marks})
		}
	}
	slices.SortStableFunc(matches, func(a, b Match) int { return order(a.Score > b.Score, b.Score > a.Score) })
	return matches, true
}

// Vocabulary returns the folded words that Search looks at, each once, as the notes bring them up.
func (ix *Index) Vocabulary() []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range ix.sessions {
		eachField(s, func(f field) {
			for _, w := range words.Split(f.text) {
				if !seen[w.Fold] {
					seen[w.Fold] = true
					out = append(out, w.Fold)
				}
			}
		})
	}
	return out
}

// IsStopWord reports whether a folded word has no meaning of its own, so that no search counts it.
func IsStopWord(fold string) bool { return english.IsStopWord(fold) }

// Stem is what the English forms of a folded word have in common.
func Stem(fold string) string {
	if len(fold) > longestStemmed {
		return fold
	}
	return english.Stem(fold, true)
}

// longestStemmed is the length in bytes up to which a word can be English.
const longestStemmed = 64

// The weights of the places in which a word can stand.
const (
	titleWeight   = 3
	speakerWeight = 2
	noteWeight    = 1
	placeWeight   = 0 // where and when a session was tells nothing of what it is about
)

// A field is a text of a session that can be searched.
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
	for _, p := range s.Speakers {
		do(field{p.Name, speakerWeight, elsewhere})
		do(field{p.Role, noteWeight, elsewhere})
		do(field{p.Organization, speakerWeight, elsewhere})
	}
	do(field{s.Track, placeWeight, elsewhere})
	do(field{s.Summit, placeWeight, elsewhere})
	do(field{s.Date, placeWeight, elsewhere})
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

// fieldCounts are what a query finds in a session.
type fieldCounts struct {
	has    []bool    // by wanted word or phrase; nil if none is found
	found  []float64 // by wanted word or phrase: how often, weighted
	near   int       // how often two wanted words in a row stand in a row
	length float64   // words of the session, weighted
	marks  Marks
}

func (c fieldCounts) complete() bool { return c.has != nil && !slices.Contains(c.has, false) }

func (q *query) count(s *summit.Session) fieldCounts {
	var c fieldCounts
	eachField(s, func(f field) {
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

// statistics are how telling each wanted word is, and the mean length of a session.
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
