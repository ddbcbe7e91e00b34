package index

import (
	"slices"
	"unicode"
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
	begin    [256][4]uint64       // with which two bytes keys begin: a set of second ones for each first
	first    [256]bool            // with which byte
	further  map[[4]byte]bool     // with which four; those behind the end of a shorter key are 0
	longest  int                  // bytes of the longest key
}

// A meaning is what a wording says of a topic.
type meaning struct {
	topic   int  // its index
	mention bool // false for a wording that holds a term and is no mention
}

func newTerms(topics []summit.Topic) *terms {
	t := &terms{meanings: map[string][]meaning{}, further: map[[4]byte]bool{}}
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
		t.first[key[0]] = true
		t.begin[key[0]][key[1]>>6] |= 1 << (key[1] & 63)
		t.further[[4]byte([]byte(key+"\x00\x00"))] = true
		t.longest = max(t.longest, len(key))
	}
}

// A mention is a place where a text names a topic.
type mention struct {
	topic int
	at    Span
}

// find returns what text mentions, in the order of the places.
func (t *terms) find(text string) []mention {
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

// mayStandIn looks quickly whether any word of a text begins like a term, together with the next
// word if it is short. What is not ASCII has to be folded first.
func (t *terms) mayStandIn(text string) bool {
	before := byte(0)
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return true
		}
		c := lower[text[i]]
		if before == 0 && t.first[c] && t.mayBegin(text[i:]) {
			return true
		}
		before = c
	}
	return false
}

func (t *terms) begins(first, second byte) bool {
	return t.begin[first][second>>6]&(1<<(second&63)) != 0
}

// mayBegin reports whether a term may stand at the start of a text, by its first four letters.
func (t *terms) mayBegin(text string) bool {
	var letters [4]byte
	for i, found := 0, 0; found < len(letters) && i < len(text) && i < 2*len(letters); i++ {
		if c := lower[text[i]]; c != 0 {
			letters[found] = c
			found++
		}
	}
	if !t.begins(letters[0], letters[1]) {
		return false
	}
	if letters[3] == 0 || letters[2] == 'i' || letters[3] == 'i' {
		return true // the singular of "flies" is "fly"
	}
	two, three := [4]byte{letters[0], letters[1]}, [4]byte{letters[0], letters[1], letters[2]}
	return t.further[letters] || t.further[three] || t.further[two]
}

// lower has the lower case of each ASCII letter or digit, and 0 for all other bytes.
var lower = func() (table [256]byte) {
	for c := '0'; c <= '9'; c++ {
		table[c] = byte(c)
	}
	for c := 'a'; c <= 'z'; c++ {
		table[c], table[unicode.ToUpper(c)] = byte(c), byte(c)
	}
	return table
}()

// each calls do with every wording in text that means something.
func (t *terms) each(text string, do func(meaning, Span)) {
	all := words.Split(text)
	key := make([]byte, 0, 64)
	for i, first := range all {
		key = key[:0]
		for j := i; j < len(all) && (j == i || all[j].Joined); j++ {
			key = append(key, words.Singular(all[j].Fold)...)
			if len(key) > t.longest || len(key) > 1 && !t.begins(key[0], key[1]) {
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
