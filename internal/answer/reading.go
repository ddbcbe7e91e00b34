package answer

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A reading is what the words of a query mean.
type reading struct {
	finder         // with the filters that the words name
	plain   finder // without these filters
	text    string // as it was typed
	items   []item // all words but those that only ask
	dropped []item // words that everything here is about, left out of the items
	topics  []item // items that name topics, each topic once
	again   []item // other names of these topics
	names   []item // items that name speakers or organisations
	terms   []item // items that are terms of topics
	others  []item // other words
	search  []item // items to search for: all but the filters
}

// read reads words.
func (f *finder) read(text string) reading {
	r := reading{finder: *f, text: text, items: f.lexicon(text).read(text)}
	r.plain = r.finder
	r.dropFieldWords()
	seen, named := map[int]bool{}, map[string]bool{}
	for _, i := range r.items {
		switch i.sense {
		case topicName, topicAlias:
			key := words.Key(i.text)
			switch {
			case !seen[i.topic]:
				r.topics = append(r.topics, i)
			case !named[key]:
				r.again = append(r.again, i)
			}
			seen[i.topic], named[key] = true, true
		case trackName:
			r.filter.Track = i.name
		case dayNumber:
			r.filter.Day, _ = strconv.Atoi(i.name)
		case eventName:
			r.filter.Summit = strings.TrimSpace(r.filter.Summit + " " + i.name)
		case yearNumber:
			r.filter.addYears(i.from, i.to)
		case personName, organizationName:
			r.names = append(r.names, i)
		case topicTerm:
			r.terms = append(r.terms, i)
		case unknown:
			r.others = append(r.others, i)
		}
		if !i.sense.isFilter() {
			r.search = append(r.search, i)
		}
	}
	r.filter.Names = strings.Join(namesOf(r.names), nameSeparator)
	return r
}

// asked is the reading of words that ask for talks, or for links of a kind. The talks of a
// speaker can be sessions. ok is false if no words ask so.
func (r *reading) asked() (narrower reading, ok bool) {
	narrower = *r
	for _, w := range words.Split(r.text) {
		if slices.ContainsFunc(r.items, func(i item) bool { return i.holds(w) }) {
			continue
		}
		if w.Fold == "talks" && len(r.names) == 0 {
			narrower.talksOnly, ok = true, true
		}
		if kind := linkWords[w.Fold]; kind != "" {
			narrower.filter.Kind, narrower.plain.filter.Kind, ok = kind, kind, true
		}
	}
	return narrower, ok
}

func (i item) holds(w words.Word) bool {
	return i.start() <= w.Start && w.End <= i.end()
}

// start and end are the place of an item in the text.
func (i item) start() int { return i.words[0].Start }
func (i item) end() int   { return i.words[len(i.words)-1].End }

// dropFieldWords removes the words that everything here is about if there are other words, unless
// a session or talk has all of them, as "cf push".
func (r *reading) dropFieldWords() {
	isUnknown := func(i item) bool { return i.sense == unknown }
	if allOf(r.items, item.isField) || allOf(r.items, isUnknown) && r.isSaidTogether() {
		return
	}
	for _, i := range r.items {
		if i.isField() {
			r.dropped = append(r.dropped, i)
		}
	}
	r.items = slices.DeleteFunc(r.items, item.isField)
}

// isField reports whether an item is made of words that everything here is about, and of words
// that only ask.
func (i item) isField() bool {
	return slices.ContainsFunc(i.words, isFieldWord) && allOf(i.words, func(w words.Word) bool { return isFieldWord(w) || isAsking(w.Fold) })
}

func isFieldWord(w words.Word) bool { return fieldWords.At(w.Fold) }

// isSaidTogether reports whether all items are found in one title or note, or in one talk.
func (r *reading) isSaidTogether() bool {
	found, _ := r.ix.Search(strings.Join(texts(r.items), " "))
	return len(found.Talks) > 0 || len(found.Sessions) > 0 && found.Sessions[0].Close < index.Scattered
}

func namesOf(items []item) []string {
	var out []string
	for _, i := range items {
		out = append(out, i.name)
	}
	return out
}

func texts(items []item) []string {
	var out []string
	for _, i := range items {
		out = append(out, i.text)
	}
	return out
}

func allOf[T any](all []T, is func(T) bool) bool {
	return !slices.ContainsFunc(all, func(t T) bool { return !is(t) })
}

// between joins the items to search for as they were typed, so that a hyphen between two of them
// still counts.
func (r *reading) between() string {
	return r.join(r.search, func(_, _ *item, gap string) string { return cmp.Or(glue(gap), " ") })
}

// short is a text that asks the same. It lacks the words around all items, and those between two
// unless they part items that would mean something else together.
func (r *reading) short() string {
	items := slices.Concat(r.items, r.dropped)
	sort.Slice(items, func(i, j int) bool { return items[i].start() < items[j].start() })
	text := r.join(items, func(a, b *item, gap string) string {
		parts := slices.ContainsFunc(words.Split(gap), func(w words.Word) bool { return betweenTopics.At(w.Fold) })
		if parts || a.sense.isPlace() || b.sense.isPlace() || a.sense == unknown && b.sense == unknown {
			return gap
		}
		return " "
	})
	switch r.filter.Kind {
	case summit.Video:
		text += " videos"
	case summit.Slides:
		text += " slides"
	}
	return strings.TrimSpace(text)
}

// join joins the texts of items. between returns the text between two neighbours.
func (r *reading) join(items []item, between func(a, b *item, gap string) string) string {
	var out strings.Builder
	for n := range items {
		i := &items[n]
		if n > 0 {
			before := &items[n-1]
			out.WriteString(between(before, i, r.text[before.end():i.start()]))
		}
		out.WriteString(i.text)
	}
	return out.String()
}

// glue is the sign between two words that no blank separates; empty if there is a blank.
func glue(gap string) string {
	if strings.TrimSpace(gap) == gap {
		return gap
	}
	return ""
}
