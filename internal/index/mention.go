package index

import (
	"slices"
	"unicode/utf8"

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
	begin    *[1 << 16]bool       // with which two bytes keys begin
	longest  int                  // bytes of the longest key
}

// A meaning is what a wording says of a topic.
type meaning struct {
	topic   int  // its index
	mention bool // false for a wording that holds a term and is no mention
}

func newTerms(topics []summit.Topic) terms {
	t := terms{meanings: map[string][]meaning{}, begin: new([1 << 16]bool)}
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
		t.begin[pair(key[0], key[1])] = true
		t.longest = max(t.longest, len(key))
	}
}

func pair(first, second byte) int { return int(first)<<8 | int(second) }

// A mention is a place where a text names a topic.
type mention struct {
	topic int
	at    Span
}

// find returns what text mentions, in the order of the places.
func (t terms) find(text string) []mention {
	if !t.mayStandIn(text) {
		return nil
	}
	var found, refused []mention
	t.each(text, func(m meaning, at Span) {
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

// mayStandIn looks quickly whether any word of a text begins like a term. A single letter can
// begin a term together with the next word, and what is not ASCII has to be folded first.
func (t terms) mayStandIn(text string) bool {
	inWord := false
	for i := range len(text) {
		c := text[i] | 0x20 // lower case, and digits stay
		switch {
		case text[i] >= utf8.RuneSelf:
			return true
		case c < '0' || c > '9' && c < 'a' || c > 'z':
			inWord = false
		case !inWord:
			inWord = true
			next := byte(' ')
			if i+1 < len(text) {
				next = text[i+1] | 0x20
			}
			if next < '0' || next > '9' && next < 'a' || next > 'z' || t.begin[pair(c, next)] {
				return true
			}
		}
	}
	return false
}

// each calls do with every wording in text that means something.
func (t terms) each(text string, do func(meaning, Span)) {
	all := words.Split(text)
	key := make([]byte, 0, 64)
	for i, first := range all {
		key = key[:0]
		for j := i; j < len(all) && (j == i || all[j].Joined); j++ {
			key = append(key, words.Singular(all[j].Fold)...)
			if len(key) > t.longest || len(key) > 1 && !t.begin[pair(key[0], key[1])] {
				break
			}
			for _, m := range t.meanings[string(key)] {
				do(m, Span{first.Start, all[j].End})
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

func (s Span) overlapsAny(spans []Span) bool {
	return slices.ContainsFunc(spans, func(o Span) bool { return s.Start < o.End && o.Start < s.End })
}
