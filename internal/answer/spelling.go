package answer

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A candidate is something that may have been meant.
type candidate struct {
	key   string // what the typed text is compared with, by words.Key
	show  string // what to type instead
	of    string // the thing with that name; of several candidates for it only the nearest is a guess
	near  bool   // one wrong letter is enough to make it another word
	least int    // how many letters have to be typed
}

// A guess is a candidate that is spelt like the typed text.
type guess struct {
	show     string
	distance int // wrong letters
}

// Nearest returns those of the names that are spelt most like text, the nearest first; at most
// three, none when nothing is near.
func Nearest(text string, names []string) []string {
	all := make([]candidate, len(names))
	for i, name := range names {
		all[i] = candidate{key: words.Key(name), show: name, of: name}
	}
	return shown(guesses(text, all))
}

const (
	maxSuggestions = 3
	maxMisspelt    = 64 // runes; nobody misspells a longer name
	short          = 3  // runes; so short a name is not misspelt, and so short a text only lacks a letter
)

// guesses returns the candidates that are spelt like text, the nearest first, equals in their
// order. Each key counts once, for the candidate that has it first.
func guesses(text string, all []candidate) []guess {
	typed := keysOf(text)
	var near []guess
	best := map[string]int{} // places in near, by the thing with that name
	seen := map[string]bool{}
	for _, c := range all {
		d, ok := nearestKey(typed, c.key)
		if !ok || seen[c.key] || c.near && d > 1 || len(typed[0]) < c.least {
			continue
		}
		seen[c.key] = true
		if i, found := best[c.of]; !found {
			best[c.of] = len(near)
			near = append(near, guess{c.show, d})
		} else if d < near[i].distance {
			near[i] = guess{c.show, d}
		}
	}
	sort.SliceStable(near, func(i, j int) bool { return near[i].distance < near[j].distance })
	return near
}

// keysOf returns the keys of a typed text that can be misspelt; none if it is too long.
// What ends like "policies" can be a slip for "services", so it has two.
func keysOf(text string) [][]rune {
	var out [][]rune
	for _, key := range []string{words.Key(text), strings.Join(folds(text), "")} {
		if len(out) > 0 && !strings.HasSuffix(key, "ies") {
			break
		}
		if len(out) > 0 {
			key = strings.TrimSuffix(key, "s")
		}
		if utf8.RuneCountInString(key) <= maxMisspelt {
			out = append(out, []rune(key))
		}
	}
	return out
}

func nearestKey(typed [][]rune, name string) (distance int, near bool) {
	for _, key := range typed {
		if d, ok := spelt(key, name); ok {
			distance, near = d, true
		}
	}
	return distance, near
}

// spelt tells how many letters of a typed key are wrong if name was meant; none of an unfinished
// name. A short key is near fewer names than a long one.
func spelt(key []rune, name string) (distance int, near bool) {
	n := utf8.RuneCountInString(name)
	if strings.HasPrefix(name, string(key)) && len(key) > short {
		return 0, true
	}
	limit := maxDistance(len(key))
	// The first condition saves time: so many letters have to be added or left out at least.
	// BenchmarkCold/misspelt.
	if max(n-len(key), len(key)-n) > limit || n <= short {
		return 0, false
	}
	d := edits(key, []rune(name))
	first, _ := utf8.DecodeRuneInString(name)
	return d, d <= limit && (d == 1 || first == key[0])
}

// maxDistance is how many letters of a key may be wrong: the longer it is, the more.
func maxDistance(runes int) int {
	switch {
	case runes < 3:
		return 0
	case runes < 8:
		return 1
	case runes < 12:
		return 2
	default:
		return 3
	}
}

// edits is how many letters have to be added, left out, changed or swapped with the next one to
// make a of b, or b of a.
func edits(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before, last, row = last, row, before
		row[0] = i + 1
		for j := range b {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, change)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}

// shown returns the nearest of some guesses. Guesses that are further off would not help.
func shown(near []guess) []string {
	out := []string{}
	for _, g := range near {
		if g.distance > near[0].distance || len(out) == maxSuggestions {
			break
		}
		out = append(out, g.show)
	}
	return out
}
