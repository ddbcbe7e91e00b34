package answer

import (
	"fmt"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// search answers --search, and words with a phrase in quotes.
func (f *finder) search(text string) (Answer, error) {
	if n := len(words.Split(text)); n > maxSearched {
		return Answer{}, tooLong(fmt.Sprintf("%d words", n), maxSearched, "words")
	}
	wanted, operators := withoutOperators(text)
	a, ok := f.searchFor(wanted)
	a.Query, a.Wanted, a.Operators = oneLine(text), oneLine(wanted), operators
	if !ok {
		return Answer{}, &Error{
			Code:    EmptyQuery,
			Message: fmt.Sprintf("%q has no word to search for", shorten(a.Query)),
			Tip:     "Give a word that few sessions use, such as a product or a name.",
		}
	}
	if !a.HasFound() && f.filter == (Filter{}) {
		e := &Error{
			Code:        NothingFound,
			Message:     fmt.Sprintf("no session or talk mentions %q", shorten(a.Query)),
			Suggestions: f.suggest(wanted),
			Tip:         "Give fewer words, or leave --search out.",
		}
		if len(a.Hints) > 0 {
			e.Tip = fmt.Sprintf("Use 'cf summit-notes %s' for the topic %s.", a.Hints[0].ID, a.Hints[0].Name)
		}
		return a, e
	}
	return a, nil
}

// searchFor answers with the sessions and talks that contain the words of a text. ok is false if
// it has no word to search for.
func (f *finder) searchFor(text string) (a Answer, ok bool) {
	a = f.answer(BySearch, oneLine(text))
	a.Wanted = strings.Trim(a.Query, `"`)
	found, ok := f.ix.Search(text)
	for _, m := range found.Sessions {
		if f.filter.fits(m.In) {
			s := Session{Session: m.In}
			s.Relevance, s.Marks, s.Close = Matches, []index.Marks{m.Marks}, m.Close
			a.Sessions = append(a.Sessions, s)
		}
	}
	for _, m := range found.Talks {
		if f.filter.fitsTalk(m.In) {
			a.Talks = append(a.Talks, Talk{m.In, m.Marks, m.Close})
		}
	}
	a.Hints = f.hints(text)
	return a, ok
}

// withoutOperators takes the signs out of a text by which other searches part, exclude or begin
// words. They have no meaning here.
func withoutOperators(text string) (wanted string, operators []string) {
	var kept []string
	for _, word := range strings.Fields(text) {
		switch {
		case word == "OR" || word == "AND" || word == "NOT" || len(word) > 2 && word[0] == '-' && word[1] != '-':
			operators = append(operators, word)
		case strings.Contains(word, "*"):
			operators = append(operators, "*")
			kept = append(kept, strings.ReplaceAll(word, "*", " "))
		default:
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, " "), operators
}

// maxSearched is how many words can be searched for.
const maxSearched = 100

// hints are the topics that a text which was searched for names, by a name or a term, else those
// of whose name it is a part, in the order of the topics.
func (f *finder) hints(text string) []summit.Topic {
	named := map[int]bool{}
	for _, i := range f.lexicon(text).read(text) {
		if i.sense.isTopic() {
			named[i.topic] = true
		}
	}
	key := words.Key(text)
	var out []summit.Topic
	for i, t := range f.ix.Topics() {
		if named[i] || len(named) == 0 && isPartOf(key, t.Name) {
			out = append(out, t)
		}
	}
	return out
}

// isPartOf reports whether a key is that of one of the things that a name lists.
func isPartOf(key, name string) bool {
	for _, sign := range []string{" and ", "(", ")"} {
		name = strings.ReplaceAll(name, sign, ",")
	}
	for part := range strings.SplitSeq(name, ",") {
		if words.Key(part) == key {
			return key != ""
		}
	}
	return false
}
