package index

import (
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A query is a text to search for.
type query struct {
	patterns map[string][]pattern // by their first stem
	begin    map[string]bool      // how words that fit begin, and their stems: their first three letters, or two of short stems
	short    map[string]bool      // the first two letters of all of them
	known    map[string]string    // stems of the words that were looked at
	wanted   int                  // how many words and phrases have to be found
	whole    []bool               // by wanted word: it stands in the notes as it was typed
	half     []bool               // by wanted word: it stands there with an e behind it
	folds    []string             // by wanted word: the word; empty for a phrase
	places   []words.Word         // of the text that was looked at last
}

// A pattern is a run of stems that has to stand in one text in this order. It can serve for
// several words of the query: those of "web sockets" are found in "websockets".
type pattern struct {
	fold   string // the word that was typed; empty for several
	typed  string // all words that were typed, written together
	stems  []string
	serves []int // which of the wanted words and phrases, in a row
}

func newQuery(text string) query {
	q := query{patterns: map[string][]pattern{}, begin: map[string]bool{}, short: map[string]bool{}, known: map[string]string{}}
	parts := strings.Split(quotes.Replace(text), `"`)
	for i, part := range parts {
		all := words.Split(part)
		if i%2 == 1 && i < len(parts)-1 {
			q.addPhrase(all)
		} else {
			q.addText(part, all)
		}
	}
	q.whole, q.half = make([]bool, q.wanted), make([]bool, q.wanted)
	return q
}

// addText adds words that can stand anywhere in a session. Those between which a sign stands and
// no space are one word that is written apart, as in "multi-cloud", and have to follow each other.
func (q *query) addText(text string, all []words.Word) {
	var single []words.Word
	for len(all) > 0 {
		n := 1
		for n < len(all) && isGlued(text, all[n-1], all[n]) {
			n++
		}
		switch {
		case n > 1:
			q.addWords(single)
			q.addPhrase(all[:n])
			single = nil
		case !IsStopWord(all[0].Fold):
			single = append(single, all[0])
		}
		all = all[n:]
	}
	q.addWords(single)
}

func isGlued(text string, a, b words.Word) bool {
	gap := text[a.End:b.Start]
	return b.Joined && strings.TrimSpace(gap) == gap
}

var quotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`)

func (q *query) addPhrase(all []words.Word) {
	if len(all) == 0 {
		return
	}
	p := pattern{serves: []int{q.wanted}, typed: joined(all)}
	if len(all) == 1 {
		p.fold = all[0].Fold
	}
	for _, w := range all {
		p.stems = append(p.stems, Stem(w.Fold))
	}
	q.folds = append(q.folds, p.fold)
	q.add(all[0].Fold, p)
	if len(all) > 1 {
		fold := joined(all)
		q.add(fold, pattern{typed: fold, stems: []string{Stem(fold)}, serves: p.serves})
	}
	q.wanted++
}

func (q *query) addWords(all []words.Word) {
	for i, w := range all {
		q.folds = append(q.folds, w.Fold)
		q.add(w.Fold, pattern{fold: w.Fold, typed: w.Fold, stems: []string{Stem(w.Fold)}, serves: []int{q.wanted + i}})
		serves := []int{q.wanted + i}
		for n := 2; n <= longestJoin && i+n <= len(all); n++ {
			serves = append(slices.Clip(serves), q.wanted+i+n-1)
			fold := joined(all[i : i+n])
			q.add(fold, pattern{typed: fold, stems: []string{Stem(fold)}, serves: serves})
		}
	}
	q.wanted += len(all)
}

// add adds a pattern that begins with a word of this fold.
func (q *query) add(fold string, p pattern) {
	q.patterns[p.stems[0]] = append(q.patterns[p.stems[0]], p)
	n := 2
	if len(p.stems[0]) > shortStem {
		n = 3
	}
	for _, s := range []string{fold, p.stems[0]} {
		q.begin[s[:min(n, len(s))]], q.short[s[:min(2, len(s))]] = true, true
	}
}

// shortStem is the length up to which the forms of a word can differ in their third letter, as "sky" and "skies" do.
const shortStem = 4

// begins reports whether a word or several written as one can fit, by the first letters.
func (q *query) begins(fold string) bool {
	if len(fold) <= 2 {
		return q.short[fold]
	}
	return q.begin[fold[:2]] || q.begin[fold[:3]]
}

// hasHalfWord reports whether a word was typed that lacks the last e of a word of the notes. Their
// stems are the same, but English has no such forms: "rout" is a slip for "route".
func (q *query) hasHalfWord() bool {
	for i, half := range q.half {
		if half && !q.whole[i] {
			return true
		}
	}
	return false
}

// longestJoin is how many words can be written as one.
const longestJoin = 3

func joined(all []words.Word) string {
	if len(all) == 1 {
		return all[0].Fold
	}
	var out strings.Builder
	for _, w := range all {
		out.WriteString(w.Fold)
	}
	return out.String()
}

// find adds what stands in a field to the counts and returns the places, in their order.
func (q *query) find(f field, c *fieldCounts) []Span {
	q.places = words.Places(q.places[:0], f.text)
	all := q.places
	c.length += f.weight * float64(len(all))
	var spans []Span
	here := map[int]bool{}
	exact := true
	last, lastEnd, run := -1, -1, 0 // the wanted word that was found last, the word behind it, how many in a row there are
	for i := range all {
		if !q.mayBegin(f.text[all[i].Start:all[i].End]) {
			continue
		}
		q.at(f.text, all[i:], func(p pattern, taken int) {
			c.grow(q.wanted)
			for _, wanted := range p.serves {
				c.has[wanted] = true
				c.found[wanted] += f.weight
			}
			switch {
			case p.serves[0] == 0:
				run, exact = len(p.serves), p.isTyped(f.text, all[i:i+taken])
			case lastEnd == i && p.serves[0] == last+1:
				run += len(p.serves)
				exact = exact && p.isTyped(f.text, all[i:i+taken])
			default:
				run = 0
			}
			if lastEnd == i && p.serves[0] == last+1 {
				c.near++
			}
			for _, wanted := range p.serves {
				here[wanted] = true
			}
			switch {
			case f.weight == placeWeight:
			case run == q.wanted && (exact || q.wanted == 1 && p.fold != ""):
				c.closest = Exact
			case run == q.wanted:
				c.closest = min(c.closest, Phrase)
			case len(here) == q.wanted:
				c.closest = min(c.closest, Together)
			}
			last, lastEnd = p.serves[len(p.serves)-1], i+taken
			spans = extend(spans, Span{all[i].Start, all[i+taken-1].End})
		})
	}
	return spans
}

// isTyped reports whether words are spelt as those that the pattern was made of.
func (p pattern) isTyped(text string, found []words.Word) bool {
	return p.typed == joined(fold(text, found))
}

// mayBegin reports whether a pattern can begin with a word that has not been folded. Of most words their first two letters
// are enough to tell that none does.
func (q *query) mayBegin(word string) bool {
	var first [3]byte
	n := copy(first[:], word)
	for i := range n {
		if n == 1 || !isASCIILetter(first[i]) {
			return true
		}
		first[i] |= 0x20
	}
	if n == 2 {
		return q.short[string(first[:2])]
	}
	return q.begin[string(first[:2])] || q.begin[string(first[:])]
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// fold folds the words of a text that are not folded yet.
func fold(text string, all []words.Word) []words.Word {
	for i := range all {
		if all[i].Fold == "" {
			all[i].Fold = words.Fold(text[all[i].Start:all[i].End])
		}
	}
	return all
}

// at calls do with every pattern that fits the beginning of some words, and with how many of them
// it takes.
func (q *query) at(text string, all []words.Word, do func(p pattern, taken int)) {
	for n := 1; n <= longestJoin && n <= len(all) && (n == 1 || all[n-1].Joined); n++ {
		fold := joined(fold(text, all[:n]))
		if !q.begins(fold) {
			continue
		}
		for _, p := range q.patterns[q.stem(fold)] {
			rest, fits := q.matchStems(text, p.stems[1:], all[n:])
			if !fits || p.fold != "" && !isForm(fold, p.fold) {
				continue
			}
			if p.fold != "" {
				q.whole[p.serves[0]] = q.whole[p.serves[0]] || fold == p.fold
				q.half[p.serves[0]] = q.half[p.serves[0]] || fold == p.fold+"e"
			}
			do(p, n+rest)
		}
	}
}

// longestEnding is how many letters the ending of a word has that makes another form of it, as in "deployment". Longer ones, as
// in "productivity", make another word.
const longestEnding = 4

// isForm reports whether two words of one stem are forms of one word.
func isForm(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return len(a)-n <= longestEnding && len(b)-n <= longestEnding
}

// unfound are the wanted words that are in none of the counts and that can be the beginning of a name.
func (q *query) unfound(counts []fieldCounts) []int {
	var out []int
	for wanted, fold := range q.folds {
		isFound := func(c fieldCounts) bool { return c.has != nil && c.has[wanted] }
		if len(fold) >= shortestBeginning && !slices.ContainsFunc(counts, isFound) {
			out = append(out, wanted)
		}
	}
	return out
}

// shortestBeginning is how many letters of a name somebody types at least.
const shortestBeginning = 3

// stem is Stem for a word that may come again.
func (q *query) stem(fold string) string {
	stem, known := q.known[fold]
	if !known {
		stem = Stem(fold)
		q.known[fold] = stem
	}
	return stem
}

// matchStems returns how many of the words the stems take from their start.
func (q *query) matchStems(text string, stems []string, all []words.Word) (taken int, fits bool) {
	for _, want := range stems {
		n := q.matchStem(text, want, all[taken:])
		if n == 0 {
			return 0, false
		}
		taken += n
	}
	return taken, true
}

// matchStem returns how many words, written as one, have the stem.
func (q *query) matchStem(text, want string, all []words.Word) int {
	for n := 1; n <= longestJoin && n <= len(all) && (n == 1 || all[n-1].Joined); n++ {
		if q.stem(joined(fold(text, all[:n]))) == want {
			return n
		}
	}
	return 0
}
