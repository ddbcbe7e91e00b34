package index

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

// TestMentionsAreThoseOfEveryWord writes the terms of all topics in many ways, with each ending and
// each sign between letters, and compares the mentions with those that a search of every word
// finds.
func TestMentionsAreThoseOfEveryWord(t *testing.T) {
	read := notes.Bundled()
	random := rand.New(rand.NewPCG(1, 2))
	mentions := 0
	for _, topic := range append(slices.Clip(read.Topics), summit.Topic{ID: "short", Terms: []string{"fly", "sky box", "vm cluster", "gas", "city map", "api", "xes-s", "ies che", "i's'sache"}}) {
		terms := newTerms([]summit.Topic{topic})
		for _, term := range topic.Terms {
			for range 1000 {
				text := rewrite(random, term)
				var want, got []Span
				all := words.Split(text)
				for i, w := range all {
					key := ""
					for j := i; j < len(all) && (j == i || all[j].Joined); j++ {
						key += words.Singular(all[j].Fold)
						for range terms.meanings[key] {
							want = append(want, Span{w.Start, all[j].End})
						}
					}
				}
				terms.each(text, func(_ meaning, at Span) { got = append(got, at) })
				if !slices.Equal(got, want) {
					t.Errorf("%s in %q: %v, want %v", topic.ID, text, got, want)
				}
				mentions += len(want)
			}
		}
	}
	if mentions < 10_000 {
		t.Errorf("the texts have only %d mentions, so they show nothing", mentions)
	}
}

// rewrite splits and pluralises words of a term at random places.
func rewrite(random *rand.Rand, term string) string {
	pick := func(all ...string) string { return all[random.IntN(len(all))] }
	var out strings.Builder
	out.WriteString(pick("", "the ", "x-", "(", "aa bb ", "d'", "'", "it's ", "é "))
	for i, letter := range term {
		if i > 0 && random.IntN(6) == 0 {
			out.WriteString(pick("s", "es", "'s", "'s'", "", "", "") + pick(" ", "-", "/", "            ", "\n", ".", "_"))
		}
		out.WriteRune(letter)
	}
	text := out.String()
	if body, found := strings.CutSuffix(text, "y"); found && random.IntN(2) == 0 {
		text = body + "ies"
	}
	return text + pick("", "s", "es", " x", "s and more", ", and more")
}
