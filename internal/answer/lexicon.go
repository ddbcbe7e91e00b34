package answer

import (
	"slices"
	"strconv"
	"strings"
	"sync"
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
	eventName
	dayNumber
	yearNumber
	personName
	organizationName
	topicTerm // a term of a topic, which is not one of its names
	unknown   // any other word
)

// isFilter reports whether an item narrows an answer by when it was.
func (s sense) isFilter() bool { return s == yearNumber || s.isPlace() }

// isPlace reports whether an item that narrows an answer has words of its own.
func (s sense) isPlace() bool { return s == trackName || s == eventName || s == dayNumber }

func (s sense) isTopic() bool { return s == topicName || s == topicAlias || s == topicTerm }

// An item is a run of words of a query with its sense.
type item struct {
	sense sense
	text  string // as it was typed
	topic int    // for senses of topics: the place of the topic
	name  string // for names: the whole name; for days: the number
	words []words.Word
	from  int // for years: the first and the last one
	to    int
}

// A lexicon has the names of the topics, tracks, speakers and organisations.
type lexicon struct {
	topics   []summit.Topic
	wanted   func(name string) bool
	entries  map[string]item          // by words.Key of the names
	longest  int                      // bytes of the longest key
	ofTopics []item                   // names and terms of topics, as text
	forms    func() map[string][]item // these with their telling words, by the stems of the words
	said     func() words.Set         // the words of the notes and talks
}

// lexicon has the names that a text can contain.
func (f *finder) lexicon(text string) *lexicon { return newLexicon(f.ix, beginningOf(text)) }

// anyBeginning wants all names.
func anyBeginning(string) bool { return true }

// irregular has the letters by which the beginnings of two English forms can differ.
var irregular = strings.NewReplacer("i", "y", "y", "i")

// beginningOf returns a function that excludes most names that a text does not contain, by their
// first letters, which is faster than to know them.
func beginningOf(text string) func(name string) bool {
	var begins index.Beginnings
	all := folds(text)
	for i := range all {
		if word := strings.Join(all[i:min(i+2, len(all))], ""); len(word) > 1 { // a first word may have one letter
			begins.Add(word)
			begins.Add(irregular.Replace(word[:2])) // "tying" is a form of "tie"
		}
	}
	return func(name string) bool {
		start, end := words.Place(name, 0)
		return start < end && begins.MayFit(name[start:end])
	}
}

func newLexicon(ix *index.Index, wanted func(name string) bool) *lexicon {
	l := &lexicon{topics: ix.Topics(), wanted: wanted, entries: map[string]item{}}
	l.forms = sync.OnceValue(l.byStems)
	l.said = sync.OnceValue(func() words.Set { return words.NewSet(strings.Join(ix.Vocabulary(), " ")) })
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
	events := map[string]bool{}
	for _, t := range ix.Talks() {
		l.addSpeakers(t.Speakers)
		if !events[t.Event] {
			events[t.Event] = true
			l.addEvent(t.Event)
		}
	}
	for i, t := range l.topics {
		for _, term := range t.Terms {
			l.add(term, item{sense: topicTerm, topic: i})
		}
		for _, phrase := range t.Not {
			l.add(phrase, item{sense: unknown})
		}
	}
	return l
}

func (l *lexicon) addSpeakers(speakers []summit.Speaker) {
	for _, s := range speakers {
		name, nickname := nicknamed(s.Name)
		l.add(name, item{sense: personName, name: name})
		l.add(nickname, item{sense: personName, name: name})
		organization := item{sense: organizationName, name: s.Organization}
		l.add(s.Organization, organization)
		l.add(initials(s.Organization), organization)
	}
}

// addEvent adds an event by its name and with the initials of its first two words, "CF Day". A name
// of words that everything here is about tells nothing.
func (l *lexicon) addEvent(name string) {
	if allOf(words.Split(name), isFieldWord) {
		return
	}
	l.add(name, item{sense: eventName, name: name})
	if all := strings.Fields(name); len(all) > 2 {
		l.add(initialsOf(all[:2])+" "+strings.Join(all[2:], " "), item{sense: eventName, name: name})
	}
}

// nicknamed splits a name at a nickname in parentheses, which is empty if there is none.
func nicknamed(name string) (whole, nickname string) {
	whole, nickname, _ = strings.Cut(name, " (")
	return whole, strings.TrimSuffix(nickname, ")")
}

// initials are the first letters of a name of three words or more; empty for a shorter one.
func initials(name string) string {
	if strings.Count(name, " ") < 2 {
		return ""
	}
	return initialsOf(strings.Fields(name))
}

func initialsOf(all []string) string {
	var out []byte
	for _, w := range all {
		r, _ := utf8.DecodeRuneInString(w)
		out = utf8.AppendRune(out, r)
	}
	return string(out)
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
	i.text = name
	l.entries[key] = i
	l.longest = max(l.longest, len(key))
	if i.sense.isTopic() {
		l.ofTopics = append(l.ofTopics, i)
	}
}

func (l *lexicon) byStems() map[string][]item {
	out := map[string][]item{}
	for _, i := range l.ofTopics {
		i.words = tellingOf(words.Split(i.text))
		stems := stemsOf(i.words)
		out[stems] = append(out[stems], i)
	}
	return out
}

// firstForm is first for names and terms of topics in other English forms, whatever asking words
// are between the words.
func (l *lexicon) firstForm(all []words.Word) (found item, taken int) {
	var telling []words.Word
	for i, w := range all {
		if i == 0 && isAsking(w.Fold) || betweenTopics.At(w.Fold) || predicates.At(w.Fold) {
			break
		}
		if isAsking(w.Fold) {
			continue
		}
		if telling = append(telling, w); len(telling) > longestForm {
			break
		}
		if of := l.forms()[stemsOf(telling)]; len(of) > 0 && allOf(of, func(o item) bool { return areForms(telling, o.words) }) {
			found, taken = of[0], i+1
		}
	}
	return found, taken
}

// longestForm is how many telling words a name in another form can have.
const longestForm = 5

// tellingOf are the words that do more than ask: all words of a name if that leaves one of
// several, which would tell too little.
func tellingOf(all []words.Word) []words.Word {
	out := slices.DeleteFunc(slices.Clone(all), func(w words.Word) bool { return isAsking(w.Fold) })
	if len(out) == 1 {
		return all
	}
	return out
}

func stemsOf(all []words.Word) string {
	var key strings.Builder
	for _, w := range all {
		key.WriteString(words.Stem(w.Fold))
	}
	return key.String()
}

// areForms reports whether words of the same stems are forms of each other.
func areForms(typed, known []words.Word) bool {
	if len(typed) != len(known) {
		return false
	}
	for i := range typed {
		if !words.IsTypedForm(typed[i].Fold, words.Singular(known[i].Fold)) {
			return false
		}
	}
	return true
}

// read splits a text into items; of several names at one place it takes the longest. Words that
// only ask are ignored, unless they are part of a name.
func (l *lexicon) read(text string) []item {
	var items []item
	for all := words.Split(text); len(all) > 0; {
		i, taken := l.first(all)
		switch {
		case honorifics.At(all[0].Fold) && len(all) > 1 && taken < 2:
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
	if isSlip := func(i item) bool {
		return i.sense == unknown && isSwapped(i.words[0].Fold) && !l.said().At(i.words[0].Fold) && !l.isInName(i.words[0].Fold)
	}; !allOf(items, isSlip) {
		items = slices.DeleteFunc(items, isSlip)
	}
	return items
}

// isInName reports whether a name of a topic has a word.
func (l *lexicon) isInName(fold string) bool {
	return slices.ContainsFunc(l.topics, func(t summit.Topic) bool {
		return slices.ContainsFunc(t.Aliases, func(alias string) bool { return slices.Contains(folds(alias), fold) })
	})
}

// first returns the longest name at the start of some words, and the number of words it takes: 0
// if there is no such name. A single word that only asks is not a name, nor are several that a
// name writes as one; one that the notes or talks say is no other form of a name.
func (l *lexicon) first(all []words.Word) (found item, taken int) {
	if day := dayOf(all); day > 0 {
		return item{sense: dayNumber, name: strconv.Itoa(day)}, 2
	}
	if from, to, n := yearsOf(all); n > 0 {
		return item{sense: yearNumber, from: from, to: to}, n
	}
	var key strings.Builder
	asks := true // all words until here
	for i, w := range all {
		if key.WriteString(words.Singular(w.Fold)); key.Len() > l.longest {
			break
		}
		asks = asks && isAsking(w.Fold)
		if e, ok := l.entries[key.String()]; ok && (!asks || i > 0 && len(words.Split(e.text)) == i+1) {
			found, taken = e, i+1
		}
	}
	if form, n := l.firstForm(all); n > max(1, taken) || n > taken && !l.said().At(all[0].Fold) {
		return form, n
	}
	return found, taken
}

// yearsOf returns the years in "2017", "since 2017" or "older than 2017" at the start of some words,
// and how many words these are: 0 if there are none.
func yearsOf(all []words.Word) (from, to, taken int) {
	bound, isBound := bounds[all[0].Fold]
	if isBound {
		taken++
		if len(all) > 1 && all[1].Fold == "than" {
			taken++
		}
	}
	if taken == len(all) {
		return 0, 0, 0
	}
	year, _ := strconv.Atoi(all[taken].Fold)
	switch {
	case year < summit.FirstYear || summit.LastYear < year:
		return 0, 0, 0
	case !isBound:
		return year, year, 1
	case bound.isFrom:
		return year + bound.years, summit.LastYear, taken + 1
	}
	return summit.FirstYear, year - bound.years, taken + 1
}

// dayOf returns the number in "day 2", "day two" or "second day" at the start of some words; 0 if
// there is none.
func dayOf(all []words.Word) int {
	if len(all) < 2 {
		return 0
	}
	if all[1].Fold == "day" {
		return ordinals[all[0].Fold]
	}
	if all[0].Fold != "day" {
		return 0
	}
	if n := cardinals[all[1].Fold]; n > 0 {
		return n
	}
	if n, _ := strconv.Atoi(all[1].Fold); 0 < n && n < summit.FirstYear {
		return n
	}
	return 0
}

var (
	cardinals = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
	ordinals  = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
)
