package answer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// search answers with the sessions and talks that contain the words of a text.
func (f finder) search(text string, fallback bool) (Answer, error) {
	a := f.answer(BySearch, oneLine(text))
	a.Fallback = fallback
	if n := len(words.Split(text)); n > maxSearched {
		return Answer{}, tooLong(fmt.Sprintf("%d words", n), maxSearched, "words")
	}
	found, ok := f.ix.Search(text)
	if !ok {
		return Answer{}, &Error{
			Code:    EmptyQuery,
			Message: fmt.Sprintf("%q has no word to search for", shorten(a.Query)),
			Tip:     "Give a word that stands in few sessions, such as a product or a name.",
		}
	}
	for _, m := range found.Sessions {
		if f.filter.fits(m.In) {
			s := f.listed(m.In)
			s.Relevance, s.Marks = Matches, []index.Marks{m.Marks}
			a.Sessions = append(a.Sessions, s)
		}
	}
	for _, m := range found.Talks {
		if f.filter.fitsTalk(m.In) {
			a.Talks = append(a.Talks, Talk{m.In, m.Marks})
		}
	}
	a.Hints = f.hints(text)
	return a, nil
}

// maxSearched is how many words can be searched for.
const maxSearched = 100

// hints are the topics that a text which was searched for belongs to and that have sessions: those
// it mentions, else those of whose name it is a part, else those whose id it begins.
func (f finder) hints(text string) []Topic {
	key := words.Key(text)
	ids := f.ix.Mentioned(text)
	for _, fits := range []func(summit.Topic) bool{
		func(t summit.Topic) bool { return isPartOf(key, t.Name) },
		func(t summit.Topic) bool { return isMostOf(key, words.Key(t.ID)) },
	} {
		if len(ids) > 0 {
			break
		}
		for _, t := range f.ix.Topics() {
			if fits(t) {
				ids = append(ids, t.ID)
			}
		}
	}
	var out []Topic
	for _, t := range f.ix.Topics() {
		if !slices.Contains(ids, t.ID) {
			continue
		}
		if hint := f.topic(t); len(hint.About)+len(hint.Mentions) > 0 {
			out = append(out, hint)
		}
	}
	return out
}

// isMostOf reports whether a name begins with a key that is more than half of it.
func isMostOf(key, name string) bool {
	return 2*len(key) > len(name) && strings.HasPrefix(name, key)
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
