package index

import (
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Span is a part of a text, in byte offsets.
type Span struct{ Start, End int }

// terms finds the mentions of topics in running text. A mention is a whole word or several; case,
// accents, plurals and whether words are written together, apart or with a hyphen make no
// difference (words.Key).
type terms struct {
	topics  map[string][]int // indices of the topics by the key of a term
	not     map[string][]int // likewise for wordings that hold a term and are no mention
	longest int              // bytes of the longest key
}

func newTerms(topics []summit.Topic) terms {
	t := terms{topics: map[string][]int{}, not: map[string][]int{}}
	for i, topic := range topics {
		t.add(t.topics, topic.Terms, i)
		t.add(t.not, topic.Not, i)
	}
	return t
}

func (t *terms) add(to map[string][]int, phrases []string, topic int) {
	for _, phrase := range phrases {
		key := words.Key(phrase)
		if !slices.Contains(to[key], topic) {
			to[key] = append(to[key], topic)
		}
		t.longest = max(t.longest, len(key))
	}
}

// find returns what text mentions: by topic, the places in their order. Words inside of hidden
// are not looked at.
func (t *terms) find(text string, hidden []Span) map[int][]Span {
	found, refused := map[int][]Span{}, map[int][]Span{}
	t.each(text, hidden, func(key string, at Span) {
		for _, topic := range t.topics[key] {
			found[topic] = append(found[topic], at)
		}
		for _, topic := range t.not[key] {
			refused[topic] = append(refused[topic], at)
		}
	})
	for topic, spans := range refused {
		kept := slices.DeleteFunc(found[topic], func(s Span) bool { return within(s, spans) })
		if found[topic] = kept; len(kept) == 0 {
			delete(found, topic)
		}
	}
	return found
}

// each calls do with every run of joined words that could be a term.
func (t *terms) each(text string, hidden []Span, do func(key string, at Span)) {
	var key strings.Builder
	all := words.Split(text)
	for i, first := range all {
		key.Reset()
		for j := i; j < len(all); j++ {
			w := all[j]
			if j > i && !w.Joined || within(Span{w.Start, w.End}, hidden) {
				break
			}
			key.WriteString(words.Singular(w.Fold))
			if key.Len() > t.longest {
				break
			}
			do(key.String(), Span{first.Start, w.End})
		}
	}
}

func within(s Span, spans []Span) bool {
	return slices.ContainsFunc(spans, func(o Span) bool { return s.Start >= o.Start && s.End <= o.End })
}
