package index

import (
	"slices"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Span is a part of a text, in byte offsets.
type Span struct{ Start, End int }

// terms finds the mentions of topics in running text. A mention is a whole word or several; case,
// accents, plurals and whether words are written together, apart or with a hyphen make no
// difference (words.Key).
type terms struct {
	meanings map[string][]meaning // by the key of a term
	begin    map[[2]byte]bool     // with which two bytes keys begin
	longest  int                  // bytes of the longest key
}

// A meaning is what a wording says of a topic.
type meaning struct {
	topic   int  // its index
	mention bool // false for a wording that holds a term and is no mention
}

func newTerms(topics []summit.Topic) terms {
	t := terms{meanings: map[string][]meaning{}, begin: map[[2]byte]bool{}}
	for i, topic := range topics {
		t.add(topic.Terms, meaning{i, true})
		t.add(topic.Not, meaning{i, false})
	}
	return t
}

func (t *terms) add(phrases []string, m meaning) {
	for _, phrase := range phrases {
		key := words.Key(phrase)
		if len(key) < 2 || slices.Contains(t.meanings[key], m) {
			continue
		}
		t.meanings[key] = append(t.meanings[key], m)
		t.begin[[2]byte{key[0], key[1]}] = true
		t.longest = max(t.longest, len(key))
	}
}

// A mention is a place where a text names a topic.
type mention struct {
	topic int
	at    Span
}

// find returns what text mentions, in the order of the places. Words inside of hidden are not
// looked at.
func (t *terms) find(text string, hidden []Span) []mention {
	var found, refused []mention
	t.each(text, hidden, func(m meaning, at Span) {
		if m.mention {
			found = append(found, mention{m.topic, at})
		} else {
			refused = append(refused, mention{m.topic, at})
		}
	})
	return slices.DeleteFunc(found, func(f mention) bool {
		return slices.ContainsFunc(refused, func(r mention) bool { return r.topic == f.topic && f.at.within(r.at) })
	})
}

// each calls do with every wording in text that means something.
func (t *terms) each(text string, hidden []Span, do func(meaning, Span)) {
	all := words.Split(text)
	key := make([]byte, 0, 64)
	for i, first := range all {
		key = key[:0]
		for j := i; j < len(all); j++ {
			w := all[j]
			if j > i && !w.Joined || inAny(Span{w.Start, w.End}, hidden) {
				break
			}
			key = append(key, words.Singular(w.Fold)...)
			if len(key) > t.longest || len(key) > 1 && !t.begin[[2]byte(key[:2])] {
				break
			}
			for _, m := range t.meanings[string(key)] {
				do(m, Span{first.Start, w.End})
			}
		}
	}
}

// extend adds a place to those found before it, none of which starts later. Places that overlap
// become one.
func extend(spans []Span, s Span) []Span {
	if n := len(spans); n > 0 && s.Start < spans[n-1].End {
		spans[n-1].End = max(spans[n-1].End, s.End)
		return spans
	}
	return append(spans, s)
}

func (s Span) within(o Span) bool { return s.Start >= o.Start && s.End <= o.End }

func inAny(s Span, spans []Span) bool { return slices.ContainsFunc(spans, s.within) }
