package index

import (
	"slices"
	"strings"
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
	first    [256]bool            // the first bytes of keys
	begin    [256][4]uint64       // the second bytes of keys, a set for each first one
	further  map[[4]byte]bool     // the first four letters of texts that have a key; behind a 0 any may follow
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
		t.addBeginnings(key)
		t.longest = max(t.longest, len(key))
	}
}

// addBeginnings notes with which letters a text can begin that has the key: as the key does, or with
// a plural, which is longer than what the key has of it. The endings are those of words.Singular.
func (t *terms) addBeginnings(key string) {
	t.further[firstFour(key)] = true
	for n := 2; n <= min(3, len(key)); n++ {
		t.further[firstFour(key[:n]+"s")] = true
		t.further[firstFour(key[:n]+"es")] = true
		if strings.HasPrefix(key[n:], "y") {
			t.further[firstFour(key[:n]+"ies")] = true
		}
	}
}

// firstFour are the first four letters; those behind the end are 0.
func firstFour(s string) (letters [4]byte) {
	copy(letters[:], s)
	return letters
}

// A mention is a place where a text names a topic.
type mention struct {
	topic int
	at    Span
}

// find returns what text mentions, in the order of the places.
func (t *terms) find(text string) []mention {
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

// each calls do with every wording in text that means something, in the order of their places. In a
// text that is ASCII, no more of most words is looked at than their first letters.
func (t *terms) each(text string, do func(meaning, Span)) {
	if !isASCII(text) {
		for w, found := words.First(text); found; w, found = w.Next(text) {
			t.from(w, text, do)
		}
		return
	}
	for i := 0; i < len(text); i++ {
		c := lower[text[i]]
		if c == 0 {
			continue
		}
		if t.first[c] && t.mayBegin(text[i:]) {
			w, _ := words.Word{End: i}.Next(text)
			t.from(w, text, do)
		}
		for i++; i < len(text); i++ {
			if lower[text[i]] == 0 && !joinsLetter(text[i:]) {
				break
			}
		}
	}
}

// from calls do with every wording that means something and begins with a word of text.
func (t *terms) from(w words.Word, text string, do func(meaning, Span)) {
	start := w.Start
	key := make([]byte, 0, 64)
	for found := true; found && (w.Start == start || w.Joined); w, found = w.Next(text) {
		key = append(key, words.Singular(w.Fold)...)
		if len(key) > t.longest || len(key) > 1 && !t.begins(key[0], key[1]) {
			return
		}
		for _, m := range t.meanings[string(key)] {
			do(m, Span{start, w.End})
		}
	}
}

func isASCII(text string) bool {
	for ; len(text) >= 8; text = text[8:] {
		if text[0]|text[1]|text[2]|text[3]|text[4]|text[5]|text[6]|text[7] >= utf8.RuneSelf {
			return false
		}
	}
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func (t *terms) begins(first, second byte) bool {
	return t.begin[first][second>>6]&(1<<(second&63)) != 0
}

// mayBegin reports whether a term may stand at the start of a text, by its first four letters.
func (t *terms) mayBegin(text string) bool {
	var letters [4]byte
	for i, found := 0, 0; i < len(text) && found < len(letters); i++ {
		if isPossessive(text[i:]) {
			i++ // words.Fold leaves it out
			continue
		}
		if c := lower[text[i]]; c != 0 {
			letters[found] = c
			if found++; found == 2 && !t.begins(letters[0], letters[1]) {
				return false
			}
		}
	}
	two, three := [4]byte{letters[0], letters[1]}, [4]byte{letters[0], letters[1], letters[2]}
	return t.further[letters] || t.further[three] || t.further[two]
}

// isPossessive reports whether a text starts with the 's that ends a word.
func isPossessive(text string) bool {
	if len(text) < 2 || text[0] != '\'' || lower[text[1]] != 's' {
		return false
	}
	rest := text[2:]
	return rest == "" || lower[rest[0]] == 0 && !joinsLetter(rest)
}

// joinsLetter reports whether a text starts with an apostrophe that has a letter behind it: within a
// word it is a part of that, as in package words.
func joinsLetter(text string) bool {
	return text[0] == '\'' && len(text) > 1 && lower[text[1]] > '9'
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
