package index

import (
	"math"
	"slices"
	"strings"

	"github.com/kljensen/snowball/english"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Match is a session in which everything that was searched for stands.
type Match struct {
	Session *summit.Session
	Score   float64 // BM25 over the fields; greater is better
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
	idf, average := q.statistics(counts)
	for i, s := range ix.sessions {
		if c := counts[i]; c.complete() {
			matches = append(matches, Match{Session: s, Score: c.score(idf, average), Marks: c.marks})
		}
	}
	slices.SortStableFunc(matches, func(a, b Match) int { return order(a.Score > b.Score, b.Score > a.Score) })
	return matches, true
}

// A query is a text to search for.
type query struct {
	patterns []pattern
	wanted   int // how many words and phrases have to be found
}

// A pattern is a run of stems that has to stand in one text in this order. It can serve for
// several words of the query: those of "web sockets" are found in "websockets".
type pattern struct {
	stems  []string
	serves []int // which of the wanted words and phrases
}

func newQuery(text string) query {
	var q query
	for i, quoted := range strings.Split(text, `"`) {
		isPhrase := i%2 == 1 && i < strings.Count(text, `"`)
		all := words.Split(quoted)
		if !isPhrase {
			all = withoutStopWords(all)
		}
		if isPhrase {
			q.addPhrase(all)
		} else {
			q.addWords(all)
		}
	}
	return q
}

func withoutStopWords(all []words.Word) []words.Word {
	return slices.DeleteFunc(all, func(w words.Word) bool { return english.IsStopWord(w.Fold) })
}

func (q *query) addPhrase(all []words.Word) {
	if len(all) == 0 {
		return
	}
	p := pattern{serves: []int{q.wanted}}
	for _, w := range all {
		p.stems = append(p.stems, stem(w.Fold))
	}
	q.patterns = append(q.patterns, p)
	if len(all) > 1 {
		q.patterns = append(q.patterns, pattern{stems: []string{stem(joined(all))}, serves: p.serves})
	}
	q.wanted++
}

func (q *query) addWords(all []words.Word) {
	for i := range all {
		var serves []int
		for n := 1; n <= longestJoin && i+n <= len(all); n++ {
			serves = append(slices.Clip(serves), q.wanted+i+n-1)
			q.patterns = append(q.patterns, pattern{stems: []string{stem(joined(all[i : i+n]))}, serves: serves})
		}
	}
	q.wanted += len(all)
}

// longestJoin is how many words can be written as one.
const longestJoin = 3

func joined(all []words.Word) string {
	var out strings.Builder
	for _, w := range all {
		out.WriteString(w.Fold)
	}
	return out.String()
}

func stem(fold string) string { return english.Stem(fold, true) }

// The weights of the places in which a word can stand.
const (
	titleWeight   = 3
	speakerWeight = 2
	noteWeight    = 1
)

// fieldCounts are what a query finds in a session.
type fieldCounts struct {
	found  []float64 // by wanted word or phrase: how often, weighted
	length float64   // words of the session, weighted
	marks  Marks
}

func (c fieldCounts) complete() bool { return !slices.Contains(c.found, 0) }

func (q *query) count(s *summit.Session) fieldCounts {
	c := fieldCounts{found: make([]float64, q.wanted), marks: Marks{Notes: map[int][]Span{}}}
	c.marks.Title = q.find(s.Title, titleWeight, &c)
	if s.Heading != s.Title {
		q.find(s.Heading, noteWeight, &c)
	}
	for _, speaker := range s.Speakers {
		q.find(speaker.Name, speakerWeight, &c)
		q.find(speaker.Role, noteWeight, &c)
		q.find(speaker.Organization, speakerWeight, &c)
	}
	q.find(s.Track, noteWeight, &c)
	position := 0
	var walk func(notes []summit.Note)
	walk = func(notes []summit.Note) {
		for _, n := range notes {
			if spans := q.find(n.Text, noteWeight, &c); len(spans) > 0 {
				c.marks.Notes[position] = spans
			}
			position++
			walk(n.Notes)
		}
	}
	walk(s.Notes)
	return c
}

// find adds what stands in text to the counts and returns the places, in their order.
func (q *query) find(text string, weight float64, c *fieldCounts) []Span {
	all := words.Split(text)
	c.length += weight * float64(len(all))
	var spans []Span
	for i := range all {
		for _, p := range q.patterns {
			end := p.match(all[i:])
			if end == 0 {
				continue
			}
			for _, wanted := range p.serves {
				c.found[wanted] += weight
			}
			spans = extend(spans, Span{all[i].Start, all[i+end-1].End})
		}
	}
	return spans
}

// match returns how many of the words the pattern takes from their start; 0 if it does not fit.
func (p pattern) match(all []words.Word) int {
	taken := 0
	for _, want := range p.stems {
		n := matchStem(want, all[taken:])
		if n == 0 {
			return 0
		}
		taken += n
	}
	return taken
}

// matchStem returns how many words, written as one, have the stem.
func matchStem(want string, all []words.Word) int {
	for n := 1; n <= longestJoin && n <= len(all); n++ {
		if n > 1 && !all[n-1].Joined || all[0].Fold[0] != want[0] {
			return 0
		}
		if stem(joined(all[:n])) == want {
			return n
		}
	}
	return 0
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

// score is BM25 with the usual constants.
func (c fieldCounts) score(idf []float64, average float64) float64 {
	const k, b = 1.2, 0.75
	score := 0.0
	for i, n := range c.found {
		score += idf[i] * n * (k + 1) / (n + k*(1-b+b*c.length/average))
	}
	return score
}
