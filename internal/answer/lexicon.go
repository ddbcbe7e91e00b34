package answer

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A sense is what one or more words of a query can mean.
type sense int

// The senses. Where a name has several, the first of them counts.
const (
	topicName  sense = iota // the id or the name of a topic
	topicAlias              // another name of a topic
	trackName
	dayNumber
	yearNumber
	personName
	organizationName
	topicTerm // a term of a topic, which is not one of its names
	unknown   // any other word
)

// isFilter reports whether an item narrows an answer by when it was.
func (s sense) isFilter() bool { return s == trackName || s == dayNumber || s == yearNumber }

func (s sense) isTopic() bool { return s == topicName || s == topicAlias || s == topicTerm }

// An item is a run of words of a query with its sense.
type item struct {
	sense sense
	text  string // as it was typed
	topic int    // for senses of topics: the place of the topic
	name  string // for names: the whole name; for days: the number
	words []words.Word
}

// A lexicon has the names of the topics, tracks, speakers and organisations.
type lexicon struct {
	topics  []summit.Topic
	wanted  func(name string) bool
	entries map[string]item // by words.Key of the names
	longest int             // bytes of the longest key
}

// lexicon has the names that a text can contain.
func (f finder) lexicon(text string) *lexicon { return newLexicon(f.ix, beginningOf(text)) }

// anyBeginning wants all names.
func anyBeginning(string) bool { return true }

// beginningOf returns a function that wants the names of which the first letter begins a word of a text. It leaves most names
// out, which is faster than to know them. Names that do not begin in ASCII are wanted always.
func beginningOf(text string) func(name string) bool {
	var begins [256]bool
	for _, w := range words.Split(text) {
		begins[w.Fold[0]] = true
	}
	return func(name string) bool {
		start, end := words.Place(name, 0)
		if start == end {
			return false
		}
		return name[start] >= utf8.RuneSelf || begins[unicode.ToLower(rune(name[start]))]
	}
}

func newLexicon(ix *index.Index, wanted func(name string) bool) *lexicon {
	l := &lexicon{topics: ix.Topics(), wanted: wanted, entries: map[string]item{}}
	for i, t := range l.topics {
		l.add(t.ID, item{sense: topicName, topic: i})
	}
	for i, t := range l.topics {
		l.add(t.Name, item{sense: topicName, topic: i})
		for _, alias := range t.Aliases {
			l.add(alias, item{sense: topicAlias, topic: i})
		}
	}
	for _, s := range ix.Sessions() {
		l.add(s.Track, item{sense: trackName, name: s.Track})
		l.addSpeakers(s.Speakers)
	}
	for _, t := range ix.Talks() {
		l.addSpeakers(t.Speakers)
	}
	for i, t := range l.topics {
		for _, term := range t.Terms {
			l.add(term, item{sense: topicTerm, topic: i})
		}
	}
	return l
}

func (l *lexicon) addSpeakers(speakers []summit.Speaker) {
	for _, s := range speakers {
		l.add(s.Name, item{sense: personName, name: s.Name})
		organization := item{sense: organizationName, name: s.Organization}
		l.add(s.Organization, organization)
		l.add(initials(s.Organization), organization)
	}
}

// initials are the first letters of a name of three words or more; empty for a shorter one.
func initials(name string) string {
	all := strings.Fields(name)
	if len(all) < 3 {
		return ""
	}
	out := ""
	for _, w := range all {
		r, _ := utf8.DecodeRuneInString(w)
		out += string(r)
	}
	return out
}

// add adds a name unless it is taken.
func (l *lexicon) add(name string, i item) {
	if !l.wanted(name) {
		return
	}
	key := words.Key(name)
	if _, taken := l.entries[key]; taken {
		return
	}
	l.entries[key] = i
	l.longest = max(l.longest, len(key))
}

// read splits a text into items; of several names at one place it takes the longest. Words that only ask are ignored, unless
// they are part of a name.
func (l *lexicon) read(text string) []item {
	var items []item
	for all := words.Split(text); len(all) > 0; {
		i, taken := l.first(all)
		switch {
		case honorifics[all[0].Fold] && len(all) > 1:
			taken = 1
		case taken > 0:
			i.text, i.words = text[all[0].Start:all[taken-1].End], all[:taken]
			items = append(items, i)
		case !isAsking(all[0].Fold):
			items = append(items, item{sense: unknown, text: text[all[0].Start:all[0].End], words: all[:1]})
			taken = 1
		default:
			taken = 1
		}
		all = all[taken:]
	}
	return items
}

// first returns the longest name at the start of some words, and the number of words it takes: 0 if there is no such name. A
// single word that only asks is not a name.
func (l *lexicon) first(all []words.Word) (found item, taken int) {
	if day := dayOf(all); day > 0 {
		return item{sense: dayNumber, name: strconv.Itoa(day)}, 2
	}
	if year, _ := strconv.Atoi(all[0].Fold); firstYear <= year && year <= lastYear {
		return item{sense: yearNumber, name: all[0].Fold}, 1
	}
	var key strings.Builder
	for i, w := range all {
		if key.WriteString(words.Singular(w.Fold)); key.Len() > l.longest {
			break
		}
		if e, ok := l.entries[key.String()]; ok && (i > 0 || !isAsking(w.Fold)) {
			found, taken = e, i+1
		}
	}
	return found, taken
}

// firstYear and lastYear are those of events that can be asked for.
const firstYear, lastYear = 2010, 2099

// dayOf returns the number in "day 2" or "day two" at the start of some words; 0 if there is none.
func dayOf(all []words.Word) int {
	if all[0].Fold != "day" || len(all) < 2 {
		return 0
	}
	spelt := map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
	if n := spelt[all[1].Fold]; n > 0 {
		return n
	}
	n, _ := strconv.Atoi(all[1].Fold)
	return max(0, n)
}
