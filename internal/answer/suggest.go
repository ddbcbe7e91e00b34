package answer

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// suggest offers what may have been meant by a text: topics, people, organisations, words of the
// notes, and the text with its words mended. All that it offers has an answer.
func (f *finder) suggest(text string) []string {
	typed := telling(text)
	if len(typed) > maxMended {
		return []string{}
	}
	s := f.speller()
	near := guesses(text, s.names)
	if len(typed) > 1 {
		near = append(near, s.mended(text, typed)...)
		near = slices.DeleteFunc(near, func(g guess) bool { return g.distance >= leftOut })
		sort.SliceStable(near, func(i, j int) bool { return near[i].distance < near[j].distance })
	}
	if near = f.answered(near, typed); len(near) == 0 {
		near = f.answered(s.onlySlip(text, typed), typed)
	}
	return shown(near)
}

// onlySlip are the known words that are spelt most like the only unknown one; none if there are
// several such words.
func (s speller) onlySlip(text string, typed []words.Word) (near []guess) {
	unknown := 0
	for _, w := range typed {
		if word := text[w.Start:w.End]; !s.knows(word) {
			unknown++
			near = s.choices(word)
		}
	}
	if unknown != 1 {
		return nil
	}
	return near[:len(near)-1] // without leaving it out
}

// isPart reports whether a text says nothing but words that were typed.
func isPart(text string, typed []words.Word) bool {
	return allOf(telling(text), func(w words.Word) bool {
		return slices.ContainsFunc(typed, func(t words.Word) bool { return words.Singular(t.Fold) == words.Singular(w.Fold) })
	})
}

// maxMended is how many words, those without meaning of their own left out, are looked at.
const maxMended = 12

// answered leaves the first few guesses that have an answer and say more than was typed, each once.
func (f *finder) answered(near []guess, typed []words.Word) []guess {
	var out []guess
	seen := map[string]bool{}
	for _, g := range near {
		if len(out) == maxSuggestions {
			break
		}
		if key := tellingKey(g.show); !seen[key] && !isPart(g.show, typed) && f.hasAnswer(g.show) {
			seen[key] = true
			out = append(out, g)
		}
	}
	return out
}

// telling are the words of a text that a search counts.
func telling(text string) []words.Word {
	return slices.DeleteFunc(words.Split(text), func(w words.Word) bool { return words.IsStopWord(w.Fold) })
}

// tellingKey is the same for texts that a search takes for the same.
func tellingKey(text string) string {
	var key strings.Builder
	for _, w := range telling(text) {
		key.WriteString(words.Stem(w.Fold))
	}
	return key.String()
}

func (f *finder) hasAnswer(text string) bool {
	if items := f.lexicon(text).read(text); allOf(items, func(i item) bool { return i.sense != unknown }) {
		return true
	}
	found, _ := f.ix.Search(text)
	return len(found.Sessions)+len(found.Talks) > 0
}

// A speller has the names and words of the notes.
type speller struct {
	lexicon *lexicon
	names   []candidate // topics, people, organisations, words: what may be meant first, first
	words   map[string]bool
	stems   func() map[string]bool // of the words
}

func (f *finder) newSpeller() speller {
	s := speller{lexicon: newLexicon(f.ix, anyBeginning), words: map[string]bool{}}
	s.names = append(s.topicCandidates(), f.people()...)
	for _, fold := range f.ix.Vocabulary() {
		s.words[fold] = true
		if utf8.RuneCountInString(fold) >= minWord && !strings.ContainsAny(fold, "0123456789") {
			s.names = append(s.names, candidate{key: words.Singular(fold), show: fold, of: fold, near: true, least: minNamePart})
		}
	}
	s.stems = sync.OnceValue(func() map[string]bool {
		stems := map[string]bool{}
		for fold := range s.words {
			stems[words.Stem(fold)] = true
		}
		return stems
	})
	return s
}

// minWord is the length in runes from which on a word of the notes can be misspelt, by one
// letter; of shorter words another word is too near. What has a digit is a part of an address, or
// a name of a version.
const minWord = 6

func (s speller) topicCandidates() []candidate {
	var all []candidate
	for _, t := range s.lexicon.topics {
		all = append(all, candidate{key: words.Key(t.ID), show: t.ID, of: t.ID}, candidate{key: words.Key(t.Name), show: t.ID, of: t.ID})
	}
	for _, t := range s.lexicon.topics {
		for _, alias := range t.Aliases {
			all = append(all, candidate{key: words.Key(alias), show: alias, of: t.ID})
		}
	}
	for _, t := range s.lexicon.topics {
		for _, term := range t.Terms {
			all = append(all, candidate{key: words.Key(term), show: term, of: term})
		}
	}
	return all
}

// people are the speakers and their organisations. A part of a name means the whole name, or
// only itself if several people share it.
func (f *finder) people() []candidate {
	var whole, parts, organizations []candidate
	bearer := map[string]string{} // by the key of a part: the name, or the part if it has several
	for _, speakers := range f.allSpeakers() {
		for _, p := range speakers {
			whole = append(whole, candidate{key: words.Key(p.Name), show: p.Name, of: p.Name})
			organizations = append(organizations, candidate{key: words.Key(p.Organization), show: p.Organization, of: p.Organization})
			for part := range strings.FieldsSeq(p.Name) {
				key := words.Key(part)
				if utf8.RuneCountInString(key) < minNamePart {
					continue
				}
				if bearer[key] == "" {
					bearer[key] = p.Name
					parts = append(parts, candidate{key: key, least: minNamePart})
				} else if bearer[key] != p.Name {
					bearer[key] = part
				}
			}
		}
	}
	for i := range parts {
		parts[i].show = bearer[parts[i].key]
		parts[i].of = parts[i].show
	}
	return slices.Concat(whole, parts, organizations)
}

// minNamePart is the length in runes from which on a part of a name can be misspelt. Of so many
// letters a typed word has to be: "bank" is no unfinished "Bankole".
const minNamePart = 5

// allSpeakers are the speakers of each session and talk.
func (f *finder) allSpeakers() [][]summit.Speaker {
	var out [][]summit.Speaker
	for _, s := range f.ix.Sessions() {
		out = append(out, s.Speakers)
	}
	for _, t := range f.ix.Talks() {
		out = append(out, t.Speakers)
	}
	return out
}

// mended replaces each unknown word by the known words that are spelt most like it. An unknown word
// can also be left out, which counts as more wrong letters than a word can have.
func (s speller) mended(text string, typed []words.Word) []guess {
	texts := []guess{{}}
	for _, w := range typed {
		var longer []guess
		for _, t := range texts {
			for _, choice := range s.choices(text[w.Start:w.End]) {
				longer = append(longer, guess{strings.TrimSpace(t.show + " " + choice.show), t.distance + choice.distance})
			}
		}
		sort.SliceStable(longer, func(i, j int) bool { return longer[i].distance < longer[j].distance })
		texts = longer[:min(len(longer), maxTexts)]
	}
	return slices.DeleteFunc(texts, func(t guess) bool { return t.show == "" })
}

const (
	maxTexts = 12          // how many mended texts are tried
	leftOut  = maxMisspelt // wrong letters
)

// choices are the words that may have been meant by a word; a known word is the only one. A mended
// word counts for more than its wrong letters, because a slip in a longer name is likelier than a
// slip in a text.
func (s speller) choices(word string) []guess {
	if s.knows(word) {
		return []guess{{word, 0}}
	}
	near := guesses(word, s.names)
	near = slices.DeleteFunc(near, func(g guess) bool {
		return strings.Contains(g.show, " ") || utf8.RuneCountInString(g.show) > utf8.RuneCountInString(word)+maxUnfinished
	})
	near = near[:min(len(near), maxSuggestions)]
	for i := range near {
		near[i].distance = 1 + max(1, near[i].distance)
	}
	return append(near, guess{"", leftOut})
}

// maxUnfinished is how many letters a word among others lacks at most: "shell" is no unfinished
// "shellshock".
const maxUnfinished = 2

// knows reports whether a search finds a word.
func (s speller) knows(word string) bool { return s.stems()[words.Stem(words.Fold(word))] }
