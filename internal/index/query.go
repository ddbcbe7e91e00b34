package index

import (
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A query is a text to search for. Its words and phrases are the wanted ones; slices by wanted word
// are in their order.
type query struct {
	patterns map[string][]pattern // by first stem
	begin    Beginnings           // the beginnings of the words that fit and of their stems
	roots    []string             // the fold of each word that fits begins with one of these
	known    map[string]string    // stems of words so far, by fold
	wanted   int                  // number of words and phrases
	whole    []bool               // by wanted word: the notes have it as typed
	half     []bool               // by wanted word: the notes have it with an e added
	said     []bool               // by wanted word: a title, a note or a role has it, not a name alone
	folds    []string             // by wanted word: its fold; empty for a phrase
	places   []words.Word         // words of the last text; a buffer
}

// A pattern is stems that have to follow each other in one text. It can serve several words of the
// query: "websockets" has both words of "web sockets".
type pattern struct {
	fold   string // the typed word; empty if there are several
	typed  string // all typed words, written together
	stems  []string
	serves []int // the wanted words or phrases that it finds, which are adjacent
}

func newQuery(text string) query {
	q := query{patterns: map[string][]pattern{}, known: map[string]string{}}
	parts := strings.Split(quotes.Replace(text), `"`)
	for i, part := range parts {
		all := words.Split(part)
		if i%2 == 1 && i < len(parts)-1 {
			q.addPhrase(all)
		} else {
			q.addText(part, all)
		}
	}
	q.whole, q.half, q.said = make([]bool, q.wanted), make([]bool, q.wanted), make([]bool, q.wanted)
	return q
}

// addText adds words that can be anywhere in a session. Words that only a sign separates, as in
// "multi-cloud", have to follow each other.
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
		case !words.IsStopWord(all[0].Fold):
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
		p.stems = append(p.stems, words.Stem(w.Fold))
	}
	q.folds = append(q.folds, p.fold)
	q.add(all[0].Fold, p)
	if len(all) > 1 {
		fold := joined(all)
		q.add(fold, pattern{typed: fold, stems: []string{words.Stem(fold)}, serves: p.serves})
	}
	q.wanted++
}

func (q *query) addWords(all []words.Word) {
	for i, w := range all {
		q.folds = append(q.folds, w.Fold)
		q.add(w.Fold, pattern{fold: w.Fold, typed: w.Fold, stems: []string{words.Stem(w.Fold)}, serves: []int{q.wanted + i}})
		serves := []int{q.wanted + i}
		for n := 2; n <= longestJoin && i+n <= len(all); n++ {
			serves = append(slices.Clip(serves), q.wanted+i+n-1)
			fold := joined(all[i : i+n])
			q.add(fold, pattern{typed: fold, stems: []string{words.Stem(fold)}, serves: serves})
		}
	}
	q.wanted += len(all)
}

// add adds a pattern whose first word has this fold.
func (q *query) add(fold string, p pattern) {
	stem := p.stems[0]
	q.patterns[stem] = append(q.patterns[stem], p)
	q.roots = append(q.roots, root(stem), fold)
	for _, s := range []string{fold, stem} {
		if len(s) > 1 {
			q.begin.Add(s)
		}
	}
}

// root is the beginning that all forms of a stem share. Forms of a short word can differ from the
// third letter on, as "sky" and "skies" do; in a longer stem only the last letter can change, as in
// "happi".
func root(stem string) string {
	if len(stem) <= shortStem {
		return stem[:min(2, len(stem))]
	}
	return stem[:len(stem)-1]
}

// shortStem is the greatest length in bytes of a stem with only two certain letters.
const shortStem = 4

// mayBe reports whether a folded word, or several written as one, can be a form of a wanted word.
func (q *query) mayBe(fold string) bool {
	return slices.ContainsFunc(q.roots, func(root string) bool { return strings.HasPrefix(fold, root) })
}

// hasHalfWord reports whether a typed word lacks the final e of a word of the notes. Both have the
// same stem, but they are not forms of one word: "rout" is a misspelling of "route".
func (q *query) hasHalfWord() bool {
	for i, half := range q.half {
		if half && !q.whole[i] {
			return true
		}
	}
	return false
}

// longestJoin is the greatest number of words that are compared as one.
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

// find counts the wanted words in a field and returns their places in order.
func (q *query) find(f field, c *fieldCounts) []Span {
	n, mayFit := 0, false
	for start, end := words.Place(f.text, 0); start < end; start, end = words.Place(f.text, end) {
		n++
		mayFit = mayFit || q.begin.MayFit(f.text[start:end])
	}
	c.length += f.weight * float64(n)
	if !mayFit {
		return nil
	}
	q.places = words.Places(q.places[:0], f.text)
	all := q.places
	var spans []Span
	here, runs := map[int]bool{}, map[int]run{} // runs, by the position after them
	for i := range all {
		if !q.begin.MayFit(f.text[all[i].Start:all[i].End]) {
			continue
		}
		q.at(f.text, all[i:], func(p pattern, taken int) {
			c.grow(q.wanted)
			for _, wanted := range p.serves {
				c.has[wanted], here[wanted] = true, true
				c.found[wanted] += f.weight
				q.said[wanted] = q.said[wanted] || f.weight != speakerWeight
			}
			longer := runs[i].and(p, p.isTyped(f.text, all[i:i+taken]))
			runs[i+taken] = longer
			if f.weight != placeWeight {
				c.closest = min(c.closest, q.closeness(longer, len(here)))
			}
			spans = extend(spans, Span{all[i].Start, all[i+taken-1].End})
		})
	}
	return spans
}

// A run is adjacent words that match the wanted words in order, from the first.
type run struct {
	found  int  // number of wanted words
	varies bool // a word has another form or spelling
}

// and is the run extended by the words of a pattern; empty if these are not the next wanted words.
func (r run) and(p pattern, isTyped bool) run {
	switch p.serves[0] {
	case 0:
		return run{len(p.serves), !isTyped}
	case r.found:
		return run{r.found + len(p.serves), r.varies || !isTyped}
	}
	return run{}
}

// closeness is how close the wanted words are in a text with a run at its end and this many wanted
// words.
func (q *query) closeness(r run, found int) Closeness {
	switch {
	case r.found == q.wanted && (!r.varies || q.isWord()):
		return Exact
	case r.found == q.wanted:
		return Phrase
	case found == q.wanted:
		return Together
	}
	return Scattered
}

// isWord reports whether the query is one word, and not a phrase.
func (q *query) isWord() bool { return len(q.folds) == 1 && q.folds[0] != "" }

// isTyped reports whether words are spelled as in the query.
func (p pattern) isTyped(text string, found []words.Word) bool {
	return p.typed == joined(fold(text, found))
}

// fold folds those words of a text that are not folded yet.
func fold(text string, all []words.Word) []words.Word {
	for i := range all {
		if all[i].Fold == "" {
			all[i].Fold = words.Fold(text[all[i].Start:all[i].End])
		}
	}
	return all
}

// at calls do with every pattern that matches the beginning of some words, and the number of words
// that it takes.
func (q *query) at(text string, all []words.Word, do func(p pattern, taken int)) {
	for n := 1; n <= joinable(all); n++ {
		fold := joined(fold(text, all[:n]))
		if !q.mayBe(fold) {
			continue
		}
		for _, p := range q.patterns[q.stem(fold)] {
			rest, fits := q.matchStems(text, p.stems[1:], all[n:])
			if !fits || p.fold != "" && !words.IsForm(fold, p.fold) {
				continue
			}
			if p.fold != "" {
				q.noteForm(p, fold)
			}
			do(p, n+rest)
		}
	}
}

// noteForm records whether the notes have a wanted word as typed.
func (q *query) noteForm(p pattern, fold string) {
	switch fold {
	case p.fold:
		q.whole[p.serves[0]] = true
	case p.fold + "e":
		q.half[p.serves[0]] = true
	}
}

// joinable is the number of words, from the first, that can be written as one.
func joinable(all []words.Word) int {
	n := min(1, len(all))
	for n < min(len(all), longestJoin) && all[n].Joined {
		n++
	}
	return n
}

// unfound returns the wanted words that these sessions or talks do not have, and that can be the
// beginning of a name: no title and no note says them.
func (q *query) unfound(counts []fieldCounts) []int {
	var out []int
	for wanted, fold := range q.folds {
		isFound := func(c fieldCounts) bool { return c.has != nil && c.has[wanted] }
		if len(fold) >= shortestBeginning && !q.said[wanted] && !slices.ContainsFunc(counts, isFound) {
			out = append(out, wanted)
		}
	}
	return out
}

// shortestBeginning is the least number of letters that find a name by its beginning.
const shortestBeginning = 3

// stem is Stem with a cache.
func (q *query) stem(fold string) string {
	stem, known := q.known[fold]
	if !known {
		stem = words.Stem(fold)
		q.known[fold] = stem
	}
	return stem
}

// matchStems returns how many words, from the first, match the stems.
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

// matchStem returns how many words, from the first, have the stem when they are written as one; 0
// if none.
func (q *query) matchStem(text, want string, all []words.Word) int {
	for n := 1; n <= joinable(all); n++ {
		if q.stem(joined(fold(text, all[:n]))) == want {
			return n
		}
	}
	return 0
}
