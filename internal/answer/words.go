package answer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// words reads free words in this order: as one topic, as several topics in a row, as a text to
// search for. Words that are none of it are an error with what may have been meant.
func (f finder) words(text string) (Answer, error) {
	if oneLine(text) == "" {
		return Answer{}, &Error{
			Code:    EmptyQuery,
			Message: "the TOPIC is empty",
			Tip:     "Use 'cf summit-notes --list-topics' to see the topics.",
		}
	}
	if isNumber(oneLine(text)) {
		return f.session(text)
	}
	topics := f.ix.Topics()
	if i := slices.IndexFunc(topics, func(t summit.Topic) bool { return strings.EqualFold(t.ID, text) }); i >= 0 {
		return f.byTopic(text, topics[i:i+1]), nil // no need to look at what the others are called
	}
	if named := f.topicNames().read(text); len(named) > 0 {
		return f.byTopic(text, named), nil
	}
	a, err := f.search(text, true)
	if err != nil || len(a.Sessions)+len(a.Talks) > 0 || f.filter != (Filter{}) && f.hasAnswer(text) {
		return a, err
	}
	return Answer{}, &Error{
		Code:        UnknownTopic,
		Message:     fmt.Sprintf("no topic is called %q and no session or talk says so", shorten(a.Query)),
		Suggestions: f.suggest(text),
		Tip:         "Use 'cf summit-notes --list-topics' to see the topics.",
	}
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

// topicNames are the topics by the keys of what they are called. An id leads to its topic, whatever
// others are called; any other name leads to the first topic that has it.
type topicNames struct {
	topics  []summit.Topic
	byKey   map[string]int
	longest int // bytes of the longest key
}

func (f finder) topicNames() topicNames {
	n := topicNames{topics: f.ix.Topics(), byKey: map[string]int{}}
	for i, t := range n.topics {
		n.add(t.ID, i)
	}
	for i, t := range n.topics {
		n.add(t.Name, i)
		for _, alias := range t.Aliases {
			n.add(alias, i)
		}
	}
	return n
}

func (n *topicNames) add(name string, topic int) {
	key := words.Key(name)
	if _, taken := n.byKey[key]; !taken {
		n.byKey[key] = topic
	}
	n.longest = max(n.longest, len(key))
}

// read finds the topics that text names, each once, the longest names first. Words without meaning
// of their own may stand between them. It is empty when any other word is left over.
func (n topicNames) read(text string) []summit.Topic {
	all := words.Split(text)
	if len(all) > maxTopicWords {
		return nil
	}
	var found []int
	for len(all) > 0 {
		topic, taken := n.first(all)
		switch {
		case taken > 0 && !slices.Contains(found, topic):
			found = append(found, topic)
		case taken == 0 && parts(all[0].Fold):
			taken = 1
		case taken == 0:
			return nil
		}
		all = all[taken:]
	}
	topics := make([]summit.Topic, len(found))
	for i, topic := range found {
		topics[i] = n.topics[topic]
	}
	return topics
}

// parts reports whether a word may stand between topics.
func parts(fold string) bool {
	return index.IsStopWord(fold) || fold == "vs" || fold == "versus"
}

// first is the topic with the longest name at the start of some words, and how many of them the
// name takes; it takes none if there is no such topic.
func (n topicNames) first(all []words.Word) (topic, taken int) {
	key := ""
	for i, w := range all {
		if key += words.Singular(w.Fold); len(key) > n.longest {
			break
		}
		if t, ok := n.byKey[key]; ok {
			topic, taken = t, i+1
		}
	}
	return topic, taken
}

// maxTopicWords is how many words can name topics; more are a text.
const maxTopicWords = 64
