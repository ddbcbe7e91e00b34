package answer

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// words reads free words as the design has it: a number, topics, names, a text to search for. Where only a part of them is
// known, the answer is to that part.
func (f finder) words(text string) (Answer, error) {
	if number, ok := sessionNumber(text); ok {
		return f.session(number)
	}
	topics := f.ix.Topics()
	if i := slices.IndexFunc(topics, func(t summit.Topic) bool { return strings.EqualFold(t.ID, text) }); i >= 0 {
		return f.byTopic(text, topics[i:i+1]), nil // the other names are not needed
	}
	if n := len(words.Split(text)); n > maxSearched {
		return Answer{}, tooLong(fmt.Sprintf("%d words", n), maxSearched, "words")
	}
	if strings.ContainsAny(text, quotationMarks) {
		a, err := f.search(text)
		if e := new(Error); errors.As(err, &e) && e.Code == NothingFound {
			e.Code, e.Tip = UnknownTopic, topicsTip
		}
		return a, err
	}
	return f.read(text).answer()
}

const topicsTip = "Use 'cf summit-notes --list-topics' to see the topics."

// quotationMarks begin a phrase that is to be searched for as it is.
const quotationMarks = "\"“”„«»"

// sessionNumber reads a number, #18 or "session 18".
func sessionNumber(text string) (number string, ok bool) {
	fields := strings.Fields(text)
	if len(fields) == 2 && strings.EqualFold(fields[0], "session") {
		fields = fields[1:]
	}
	if len(fields) == 1 && isNumber(fields[0]) {
		return fields[0], true
	}
	return "", false
}

// A reading is what the words of a query mean.
type reading struct {
	finder        // with the filters that the words name
	plain  finder // without them
	text   string // as it was typed
	items  []item // of all words that do not only ask
	topics []item // items that name topics, each topic once
	names  []item // items that name speakers or organisations
	terms  []item // items that are terms of topics
	others []item // unknown words
	search []item // items to search for: all that are no filters
}

// read reads words.
func (f finder) read(text string) reading {
	all := words.Split(text)
	r := reading{finder: f, text: text, items: f.lexicon(text).read(text)}
	if len(r.items) > 0 && len(all) > 1 && all[len(all)-1].Fold == "talks" && r.items[len(r.items)-1].sense != trackName {
		r.talksOnly = true
	}
	r.plain = r.finder
	if !allAre(r.items, func(i item) bool { return i.sense == unknown }) {
		r.items = slices.DeleteFunc(r.items, func(i item) bool { return i.sense == unknown && fieldWords[i.words[0].Fold] })
	}
	seen := map[int]bool{}
	for _, i := range r.items {
		switch i.sense {
		case topicName, topicAlias:
			if !seen[i.topic] {
				seen[i.topic] = true
				r.topics = append(r.topics, i)
			}
		case trackName:
			r.filter.Track = i.name
		case dayNumber:
			r.filter.Day, _ = strconv.Atoi(i.name)
		case personName, organizationName:
			r.names = append(r.names, i)
			r.filter.Name = i.name
		case topicTerm:
			r.terms = append(r.terms, i)
		case unknown:
			r.others = append(r.others, i)
		}
		if i.sense != trackName && i.sense != dayNumber {
			r.search = append(r.search, i)
		}
	}
	return r
}

func allAre(items []item, is func(item) bool) bool {
	return !slices.ContainsFunc(items, func(i item) bool { return !is(i) })
}

// answer answers what the words mean together, else what some of them mean.
func (r reading) answer() (Answer, error) {
	if len(r.items) == 0 {
		return Answer{}, &Error{
			Code:    EmptyQuery,
			Message: fmt.Sprintf("%q has no word to search for", shorten(oneLine(r.text))),
			Tip:     "Name a topic, a speaker, a product: 'cf summit-notes --list-topics' lists the topics.",
		}
	}
	known := len(r.terms)+len(r.others) == 0
	switch {
	case known && len(r.topics) > 0:
		if a := r.byTopics(); a.HasFound() || r.filter == (Filter{}) {
			return a, nil
		}
	case known && len(r.names) == 1:
		return r.byName(), nil
	case known && len(r.names) == 0:
		return r.byFilter(), nil
	case len(r.terms) == 1 && len(r.topics)+len(r.others) == 0:
		if a := r.byTerm(r.terms[0]); len(a.Sessions) > 0 {
			return a, nil
		}
	}
	together := r.searched()
	if len(together.Sessions) > 0 || len(together.Talks) > 0 && len(r.topics)+len(r.terms) == 0 {
		return together, nil
	}
	if a := r.onTopicsSaying(); a.HasFound() {
		return a, nil
	}
	if a, ok := r.byParts(); ok {
		if near := r.plain.suggest(r.text); len(near) > 0 && len(a.Ignored) > 0 {
			a.Suggestions = near[:1]
		}
		return a, nil
	}
	return r.nothing()
}

// onTopicsSaying answers with the sessions on the topics that say the other words.
func (r reading) onTopicsSaying() Answer {
	others := append(slices.Clone(r.terms), r.others...)
	if len(r.topics) == 0 || len(others) == 0 {
		return Answer{}
	}
	found, _ := r.ix.Search(strings.Join(texts(others), " "))
	say := map[*summit.Session]bool{}
	for _, m := range found.Sessions {
		say[m.In] = true
	}
	a := r.byTopics()
	a.Unsaid, a.Said = nil, 0
	a.Sessions = slices.DeleteFunc(a.Sessions, func(s Session) bool { return !say[s.Session] })
	if len(a.Sessions) == 0 {
		return Answer{}
	}
	return a
}

// nothing is the answer when no part of the words is known.
func (r reading) nothing() (Answer, error) {
	a := r.plain.answer(BySearch, oneLine(r.text))
	if r.filter != (Filter{}) && r.hasAnswer(r.text) {
		return a, nil // which the filters leave nothing of
	}
	return a, &Error{
		Code:        UnknownTopic,
		Message:     fmt.Sprintf("no topic is called %q and no session or talk says so", shorten(a.Query)),
		Suggestions: r.plain.suggest(r.text),
		Tip:         topicsTip,
	}
}

// HasFound reports whether the answer has a session or a talk.
func (a Answer) HasFound() bool { return len(a.Sessions)+len(a.Talks) > 0 }

// byTopics answers with the topics that the words name. It owns up to words that lead to a topic and that no session says.
func (r reading) byTopics() Answer {
	var topics []summit.Topic
	var unsaid []string
	for _, i := range r.topics {
		topics = append(topics, r.ix.Topics()[i.topic])
		if i.sense == topicAlias && !r.isSaid(i.text) {
			unsaid = append(unsaid, i.text)
		}
	}
	a := r.byTopic(r.text, topics)
	if len(a.Sessions) > 0 {
		a.Unsaid = unsaid
	}
	if len(r.topics) == 1 {
		if a.Said = r.putFirst(a.Sessions, r.topics[0]); a.Said > 0 {
			a.SaidName = r.topics[0].text
		}
	}
	return a
}

// putFirst puts the sessions first that say a name of a topic, if it has several words or is not the topic's own, and
// returns how many these are.
func (r reading) putFirst(sessions []Session, name item) int {
	if name.sense == topicName && len(name.words) == 1 {
		return 0
	}
	found, _ := r.ix.Search(`"` + name.text + `"`)
	say := map[*summit.Session]bool{}
	for _, m := range found.Sessions {
		say[m.In] = true
	}
	slices.SortStableFunc(sessions, func(a, b Session) int {
		switch {
		case say[a.Session] == say[b.Session]:
			return 0
		case say[a.Session]:
			return -1
		}
		return 1
	})
	n := 0
	for n < len(sessions) && say[sessions[n].Session] {
		n++
	}
	return n
}

// isSaid reports whether a session says a phrase.
func (f finder) isSaid(phrase string) bool {
	found, _ := f.ix.Search(`"` + phrase + `"`)
	return len(found.Sessions) > 0
}

// byTerm answers with the sessions that say a term, below the topic that has it. The talks are those of the topic, those that
// say the term first.
func (r reading) byTerm(term item) Answer {
	topic := r.ix.Topics()[term.topic]
	a, _ := r.searchFor(`"` + term.text + `"`)
	a.Query = oneLine(r.text)
	a.Topics = []Topic{r.topic(topic)}
	a.Talks = withFirst(a.Talks, r.talksOn([]summit.Topic{topic}))
	return a
}

// withFirst returns all talks, those that were found first; found ones that are not among them come last.
func withFirst(found, all []Talk) []Talk {
	isIn := func(talks []Talk, t Talk) bool {
		return slices.ContainsFunc(talks, func(other Talk) bool { return other.Talk == t.Talk })
	}
	var first, last []Talk
	for _, t := range found {
		if isIn(all, t) {
			first = append(first, t)
		} else {
			last = append(last, t)
		}
	}
	for _, t := range all {
		if !isIn(found, t) {
			first = append(first, t)
		}
	}
	return append(append([]Talk{}, first...), last...)
}

// byName answers with the sessions and talks that a speaker, or people of an organisation, gave, and then the sessions that
// mention the name.
func (r reading) byName() Answer {
	a := r.finder.answer(ByName, oneLine(r.text))
	a.Name = r.names[0].name
	given := map[*summit.Session]bool{}
	for _, s := range r.ix.Sessions() {
		if r.filter.fits(s) {
			given[s] = true
			found := r.listed(s)
			found.Relevance = About
			a.Sessions = append(a.Sessions, found)
		}
	}
	mentioning, _ := r.ix.Search(`"` + a.Name + `"`)
	for _, m := range mentioning.Sessions {
		if !given[m.In] && r.plain.withoutName(r.filter).fits(m.In) {
			s := r.listed(m.In)
			s.Relevance, s.Marks = Mentions, []index.Marks{m.Marks}
			a.Sessions = append(a.Sessions, s)
		}
	}
	a.Talks = append(a.Talks, r.allTalks()...)
	return a
}

// withoutName is a filter that does not ask for a name.
func (f finder) withoutName(filter Filter) Filter {
	filter.Name = ""
	return filter
}

// byFilter answers with the list of the sessions of a day or a track.
func (r reading) byFilter() Answer {
	a := r.sessionList()
	a.Query = oneLine(r.text)
	return a
}

// searched answers with what says all words.
func (r reading) searched() Answer {
	f := r.finder
	f.filter = r.withoutName(f.filter)
	texts := make([]string, len(r.search))
	for i, item := range r.search {
		texts[i] = item.text
	}
	a, _ := f.searchFor(r.between(texts))
	a.Query = oneLine(r.text)
	a.Sessions = withoutScattered(a.Sessions)
	return a
}

// withoutScattered leaves out sessions in which the words are anywhere, if others say them in one title or note.
func withoutScattered(sessions []Session) []Session {
	if len(sessions) == 0 || sessions[0].Close == index.Scattered {
		return sessions
	}
	return slices.DeleteFunc(sessions, func(s Session) bool { return s.Close == index.Scattered })
}

// between joins words as they were typed, so that a hyphen between two of them still counts.
func (r reading) between(texts []string) string {
	var out strings.Builder
	end := -1
	for i, item := range r.search {
		start := item.words[0].Start
		if end >= 0 {
			gap := " "
			if start >= end && strings.TrimSpace(r.text[end:start]) == r.text[end:start] {
				gap = r.text[end:start]
			}
			out.WriteString(gap)
		}
		out.WriteString(texts[i])
		end = item.words[len(item.words)-1].End
	}
	return out.String()
}

// byParts answers to the part of the words that is known, and names the others. ok is false if no part is.
func (r reading) byParts() (a Answer, ok bool) {
	switch {
	case len(r.topics) > 0:
		if a = r.byTopics(); !a.HasFound() {
			r.finder = r.plain
			a = r.byTopics()
			a.Ignored = texts(r.names)
		}
		a.Ignored = append(a.Ignored, texts(r.terms)...)
		a.Ignored = append(a.Ignored, texts(r.others)...)
		return a, a.HasFound()
	case len(r.terms) > 0:
		a = r.byTerm(r.terms[0])
		if len(a.Sessions) == 0 {
			r.topics = r.terms[:1]
			a = r.byTopics()
		}
		a.Ignored = append(texts(r.terms[1:]), texts(r.others)...)
		return a, a.HasFound()
	case len(r.names) == 1:
		a = r.byName()
		a.Ignored = texts(r.others)
		return a, a.HasFound()
	}
	return r.byMostWords()
}

// byMostWords answers to the most words that one session or talk says, and names the others.
func (r reading) byMostWords() (a Answer, ok bool) {
	together := map[any][]item{}
	var most []item
	for _, i := range r.others {
		found, _ := r.ix.Search(i.text)
		for _, m := range found.Sessions {
			together[m.In] = append(together[m.In], i)
		}
		for _, m := range found.Talks {
			together[m.In] = append(together[m.In], i)
		}
	}
	look := func(all []item) {
		if len(all) > len(most) || len(all) == len(most) && len(strings.Join(texts(all), "")) > len(strings.Join(texts(most), "")) {
			most = all
		}
	}
	for _, s := range r.ix.Sessions() {
		look(together[s])
	}
	for _, t := range r.ix.Talks() {
		look(together[t])
	}
	if 2*len(most) < len(r.others) || len(most) == len(r.others) {
		return Answer{}, false
	}
	var ignored []string
	for _, i := range r.others {
		if !slices.ContainsFunc(most, func(m item) bool { return m.words[0].Start == i.words[0].Start }) {
			ignored = append(ignored, i.text)
		}
	}
	r.search, r.others = most, most
	a = r.searched()
	a.Ignored = ignored
	return a, a.HasFound()
}

func texts(items []item) []string {
	var out []string
	for _, i := range items {
		out = append(out, i.text)
	}
	return out
}

// byTopic answers with the sessions that bear on the topics: on all of them before on fewer, then
// about before mentioned, then as the first topic orders them.
func (f finder) byTopic(text string, topics []summit.Topic) Answer {
	a := f.answer(ByTopic, oneLine(text))
	at := map[*summit.Session]int{}
	for _, t := range topics {
		a.Topics = append(a.Topics, f.topic(t))
		for _, b := range f.ix.Bearings(t.ID) {
			if !f.filter.fits(b.Session) {
				continue
			}
			i, seen := at[b.Session]
			if !seen {
				i = len(a.Sessions)
				at[b.Session] = i
				a.Sessions = append(a.Sessions, f.listed(b.Session))
				a.Sessions[i].Relevance = Mentions
			}
			a.Sessions[i].bears(t, b)
		}
	}
	slices.SortStableFunc(a.Sessions, func(x, y Session) int {
		if n := len(y.Marks) - len(x.Marks); n != 0 {
			return n
		}
		return len(y.About) - len(x.About)
	})
	a.Talks = append(a.Talks, f.talksOn(topics)...)
	return a
}

func (s *Session) bears(t summit.Topic, b index.Bearing) {
	s.Marks = append(s.Marks, b.Marks)
	if b.About {
		s.About = append(s.About, t.Name)
		s.Relevance = About
		return
	}
	s.Mentions = append(s.Mentions, t.Name)
}
