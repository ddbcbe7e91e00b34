package index

import (
	"maps"
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Span is a part of a text, in byte offsets.
type Span struct{ Start, End int }

// terms finds the mentions of topics in running text. A mention consists of whole words. Case,
// accents, plurals and hyphens make no difference, nor whether words are written together
// (words.Key).
type terms struct {
	meanings map[string][]meaning // by key
	keys     []string             // the keys of meanings, sorted
	begin    Beginnings           // the beginnings of keys
	heads    heads                // the first letters of keys
	topics   int
}

// A meaning is one topic of a phrase.
type meaning struct {
	topic   int  // its number
	mention bool // false for a phrase that contains a term but does not mention the topic
}

func newTerms(topics []summit.Topic) *terms {
	phrases := 0
	for _, topic := range topics {
		phrases += len(topic.Terms) + len(topic.Not)
	}
	t := &terms{topics: len(topics), meanings: make(map[string][]meaning, phrases)}
	for i, topic := range topics {
		t.add(topic.Terms, meaning{i, true})
		t.add(topic.Not, meaning{i, false})
	}
	t.keys = slices.Sorted(maps.Keys(t.meanings))
	return t
}

// Naming returns a function that reports whether a text says a term, an alias or the id of any of
// the topics.
func Naming(topics []summit.Topic) func(text string) bool {
	called := slices.Clone(topics)
	for i, t := range called {
		called[i].Terms = slices.Concat(t.Terms, t.Aliases, []string{t.ID})
	}
	t := newTerms(called)
	return func(text string) bool { return len(t.find(text, func() []Span { return nil })) > 0 }
}

// add adds phrases. A single letter is ignored.
func (t *terms) add(phrases []string, m meaning) {
	for _, phrase := range phrases {
		key := words.Key(phrase)
		if len(key) < 2 {
			continue
		}
		t.meanings[key] = append(t.meanings[key], m)
		t.begin.Add(key)
		t.heads.add(key)
	}
}

// A mention is a place where a text names a topic.
type mention struct {
	topic int
	at    Span
}

// find returns the mentions in a text outside of the hidden places, in order. If the terms are of
// several topics, each topic is mentioned at most once. hidden is called at most once, and only if
// there may be a mention.
func (t *terms) find(text string, hidden func() []Span) []mention {
	var found, here []mention // here: those at one place
	var ends map[int]int      // by topic: the end of a phrase that is not a mention
	var once map[int]bool     // topics with a mention
	var hides []Span
	isAsked := false
	isHidden := func(at Span) bool {
		if !isAsked {
			hides, isAsked = hidden(), true
		}
		return at.overlapsAny(hides)
	}
	addHere := func() {
		for _, m := range here {
			if m.at.End > ends[m.topic] && !once[m.topic] && !isHidden(m.at) {
				found = append(found, m)
				if once == nil && t.topics > 1 {
					once = map[int]bool{}
				}
				if once != nil {
					once[m.topic] = true
				}
			}
		}
		here = here[:0]
	}
	start := -1
	t.each(text, func(m meaning, at Span) {
		if at.Start != start {
			addHere()
			start = at.Start
		}
		if m.mention {
			here = append(here, mention{m.topic, at})
		} else {
			if ends == nil {
				ends = map[int]int{}
			}
			ends[m.topic] = max(ends[m.topic], at.End)
		}
	})
	addHere()
	return found
}

// each calls do for every phrase with a meaning in text, in order. Most words are not folded,
// because no phrase begins with their first two characters.
func (t *terms) each(text string, do func(meaning, Span)) {
	for start, end := words.Place(text, 0); start < end; start, end = words.Place(text, end) {
		if t.begin.MayFit(text[start:end]) {
			t.from(text, start, end, do)
		}
	}
}

// from calls do for every phrase with a meaning that begins with the word of text at a place.
func (t *terms) from(text string, start, end int, do func(meaning, Span)) {
	key := words.Singular(words.Fold(text[start:end]))
	for keys := t.keys; t.heads.mayBegin(key); {
		at, found := slices.BinarySearch(keys, key)
		if keys = keys[at:]; len(keys) == 0 || !strings.HasPrefix(keys[0], key) {
			return
		}
		if found {
			for _, m := range t.meanings[key] {
				do(m, Span{start, end})
			}
		}
		w, _ := words.Word{End: end}.Next(text)
		if !w.Joined {
			return
		}
		key, end = key+words.Singular(w.Fold), w.End
	}
}

// extend adds a place that does not start before the others. Overlapping places become one.
func extend(spans []Span, s Span) []Span {
	if n := len(spans); n > 0 && s.Start < spans[n-1].End {
		spans[n-1].End = max(spans[n-1].End, s.End)
		return spans
	}
	return append(spans, s)
}

// overlapsAny reports whether a place overlaps one of others, which are sorted and do not overlap.
func (s Span) overlapsAny(spans []Span) bool {
	i, _ := slices.BinarySearchFunc(spans, s.Start+1, func(o Span, start int) int { return o.End - start })
	return i < len(spans) && spans[i].Start < s.End
}
