package answer

import (
	"cmp"
	"slices"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// A Talk is a talk of an answer, with the reason that it is in it.
type Talk struct {
	*summit.Talk
	Marks index.Marks // where the words of a search are
}

// talksOn returns the talks about any of the topics that fit the filter, the best first.
func (f finder) talksOn(topics []summit.Topic) []Talk {
	ids := make([]string, len(topics))
	for i, t := range topics {
		ids[i] = t.ID
	}
	var out []Talk
	covered := map[*summit.Talk]int{}
	for _, t := range f.ix.Talks() {
		if n := covers(t, ids); n > 0 && f.filter.fitsTalk(t) {
			covered[t] = n
			out = append(out, Talk{Talk: t})
		}
	}
	isMain := func(t Talk) int {
		if slices.Contains(ids, t.Topics[0]) {
			return 0
		}
		return 1
	}
	return bestFirst(out, func(a, b Talk) int {
		return cmp.Or(covered[b.Talk]-covered[a.Talk], isMain(a)-isMain(b))
	})
}

// covers counts the topics that a talk is about.
func covers(t *summit.Talk, topics []string) int {
	n := 0
	for _, id := range topics {
		if slices.Contains(t.Topics, id) {
			n++
		}
	}
	return n
}

// countTalks counts the talks about a topic that fit the filter.
func (f finder) countTalks(topic string) int {
	n := 0
	for _, t := range f.ix.Talks() {
		if slices.Contains(t.Topics, topic) && f.filter.fitsTalk(t) {
			n++
		}
	}
	return n
}

// allTalks returns the talks that fit the filter, the best first.
func (f finder) allTalks() []Talk {
	var out []Talk
	for _, t := range f.ix.Talks() {
		if f.filter.fitsTalk(t) {
			out = append(out, Talk{Talk: t})
		}
	}
	return bestFirst(out, func(Talk, Talk) int { return 0 })
}

// bestFirst orders talks by their relevance, then a recording before slides before a schedule page, then the newest.
// Of equals, one of another event than that of the talk above comes first.
func bestFirst(talks []Talk, relevance func(a, b Talk) int) []Talk {
	compare := func(a, b Talk) int {
		return cmp.Or(relevance(a, b), a.BestKind().Compare(b.BestKind()), b.Year-a.Year)
	}
	slices.SortStableFunc(talks, compare)
	for i := 1; i < len(talks); i++ {
		for j := i; j < len(talks) && compare(talks[i], talks[j]) == 0; j++ {
			if talks[j].Event != talks[i-1].Event {
				other := talks[j]
				copy(talks[i+1:j+1], talks[i:j])
				talks[i] = other
				break
			}
		}
	}
	return talks
}

// BestLink returns the link of the answer that is most worth opening: a recording before slides before a schedule page
// before any other page of a talk, and each of a session before that of a talk; only of one kind if the words ask for it. Files beside the notes are not opened. ok is
// false if there is none.
func (a Answer) BestLink() (link summit.Link, ok bool) {
	var links []summit.Link
	for _, s := range a.Sessions {
		links = append(links, s.TalkLinks()...)
	}
	for _, t := range a.Talks {
		links = append(links, t.Links...)
	}
	links = slices.DeleteFunc(links, func(l summit.Link) bool {
		return l.IsFile() || a.Narrow.Kind != "" && l.Kind != a.Narrow.Kind
	})
	if links = summit.BestFirst(links); len(links) == 0 {
		return summit.Link{}, false
	}
	return links[0], true
}
