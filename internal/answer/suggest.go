package answer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A candidate is something that may have been meant.
type candidate struct {
	key  string // what the typed text is compared with
	show string // what to type instead
}

func candidates(names []string) []candidate {
	var out []candidate
	for _, name := range names {
		out = append(out, candidate{words.Key(name), name})
	}
	return out
}

// suggest offers topics, speakers and words of the notes that are spelt like text.
func (f finder) suggest(text string) []string {
	var all []candidate
	for _, t := range f.ix.Topics() {
		all = append(all, candidate{words.Key(t.ID), t.ID}, candidate{words.Key(t.Name), t.ID})
		all = append(all, candidates(t.Aliases)...)
	}
	for _, s := range f.ix.Sessions() {
		for _, p := range s.Speakers {
			all = append(all, candidate{words.Key(p.Name), p.Name})
			for w := range strings.FieldsSeq(p.Name) {
				all = append(all, candidate{words.Key(w), p.Name})
			}
		}
	}
	for _, s := range f.ix.Sessions() {
		all = append(all, vocabulary(s.Title)...)
		all = append(all, noteVocabulary(s.Notes)...)
	}
	return nearest(text, all)
}

func noteVocabulary(notes []summit.Note) []candidate {
	var out []candidate
	for _, n := range notes {
		out = append(out, vocabulary(n.Text)...)
		out = append(out, noteVocabulary(n.Notes)...)
	}
	return out
}

// vocabulary are the words of a text that are long enough to be misspelt.
func vocabulary(text string) []candidate {
	var out []candidate
	for _, w := range words.Split(text) {
		if utf8.RuneCountInString(w.Fold) > 3 {
			out = append(out, candidate{words.Singular(w.Fold), w.Fold})
		}
	}
	return out
}

const (
	maxSuggestions = 3
	maxMisspelt    = 64 // runes; nobody misspells a longer name
)

// nearest returns what is spelt most like text, the nearest first, candidates that come earlier
// first among equals; at most three, none when nothing is near.
func nearest(text string, all []candidate) []string {
	key := words.Key(text)
	if n := utf8.RuneCountInString(key); n < 2 || n > maxMisspelt {
		return []string{}
	}
	type scored struct {
		show     string
		distance int
	}
	var near []scored
	for _, c := range all {
		if abs(len(c.key)-len(key)) > 2*maxDistance(key) {
			continue
		}
		d := levenshtein.ComputeDistance(key, c.key)
		if d > maxDistance(key) || 2*d >= utf8.RuneCountInString(key)+1 {
			continue
		}
		if i := slices.IndexFunc(near, func(s scored) bool { return s.show == c.show }); i < 0 {
			near = append(near, scored{c.show, d})
		} else {
			near[i].distance = min(near[i].distance, d)
		}
	}
	slices.SortStableFunc(near, func(a, b scored) int { return a.distance - b.distance })
	out := []string{}
	for _, s := range near[:min(len(near), maxSuggestions)] {
		out = append(out, s.show)
	}
	return out
}

// maxDistance is how many letters of a word may be wrong: one of three, two of a longer word,
// three of a long one.
func maxDistance(key string) int {
	switch n := utf8.RuneCountInString(key); {
	case n <= 3:
		return 1
	case n <= 8:
		return 2
	default:
		return 3
	}
}

func abs(n int) int { return max(n, -n) }

// nearestOrAll returns the values that are spelt like text, or all of them where none is and they
// are few.
func nearestOrAll(text string, values []string) []string {
	var all []candidate
	for _, v := range values {
		all = append(all, candidate{words.Key(v), v})
		for w := range strings.FieldsSeq(v) {
			all = append(all, candidate{words.Key(w), v})
		}
	}
	if near := nearest(text, all); len(near) > 0 {
		return near
	}
	if len(values) <= maxListed {
		return values
	}
	return []string{}
}

const maxListed = 12

// Nearest returns those of the names that are spelt most like text, the nearest first; at most
// three, none when nothing is near.
func Nearest(text string, names []string) []string { return nearest(text, candidates(names)) }
