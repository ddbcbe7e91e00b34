package answer

import (
	"slices"
	"sort"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// A Talk is a talk of an answer, with the reason that it is in it.
type Talk struct {
	*summit.Talk
	Marks index.Marks     // where the words of a search are
	Close index.Closeness // of these words
}

// A ranked talk has a rank. Ranks are compared number by number; the lower one comes first.
type ranked struct {
	Talk
	rank [6]int
}

// talksOn returns the talks about any of the topics that fit the filter, the best first: those
// about more of the topics, then those of which one is the main topic, then those in English,
// then those whose title names one.
func (f *finder) talksOn(topics []summit.Topic) []Talk {
	ids := make([]string, len(topics))
	for i, t := range topics {
		ids[i] = t.ID
	}
	isNamed := index.Naming(topics)
	var out []*ranked
	for _, t := range f.ix.Talks() {
		if n := covers(t, ids); n > 0 && f.filter.fitsTalk(t) {
			out = append(out, &ranked{Talk{Talk: t}, [...]int{
				-n, last(!slices.Contains(ids, t.Topics[0])), last(t.Language != ""), last(!isNamed(t.Title)), t.BestKind().Rank(), -t.Year,
			}})
		}
	}
	return bestFirst(out)
}

// last is 1 for talks that come after those for which it is 0.
func last(is bool) int {
	if is {
		return 1
	}
	return 0
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

// countTalks counts the talks that fit the filter, by the id of each wanted topic that they are
// about.
func (f *finder) countTalks(isWanted func(topic string) bool) map[string]int {
	counts := map[string]int{}
	for _, t := range f.ix.Talks() {
		for i, id := range t.Topics {
			if isWanted(id) && !slices.Contains(t.Topics[:i], id) && f.filter.fitsTalk(t) {
				counts[id]++
			}
		}
	}
	return counts
}

// allTalks returns the talks that fit the filter, the best first: those in English before others.
func (f *finder) allTalks() []Talk {
	var out []*ranked
	for _, t := range f.ix.Talks() {
		if f.filter.fitsTalk(t) {
			out = append(out, &ranked{Talk{Talk: t}, [...]int{2: last(t.Language != ""), 4: t.BestKind().Rank(), 5: -t.Year}})
		}
	}
	return bestFirst(out)
}

// bestFirst orders talks by their ranks. Among equals, a talk from another event than the previous
// talk comes first.
func bestFirst(talks []*ranked) []Talk {
	sort.SliceStable(talks, func(i, j int) bool { return slices.Compare(talks[i].rank[:], talks[j].rank[:]) < 0 })
	out := make([]Talk, 0, len(talks))
	var waiting []*ranked // talks from the event of the last one in out
	isLast := func(t *ranked) bool { return len(out) > 0 && t.Event == out[len(out)-1].Event }
	take := func(talks ...*ranked) {
		for _, t := range talks {
			out = append(out, t.Talk)
		}
	}
	for i, t := range talks {
		if i > 0 && t.rank != talks[i-1].rank {
			take(waiting...)
			waiting = nil
		}
		if len(waiting) > 0 && !isLast(waiting[0]) {
			take(waiting[0])
			waiting = waiting[1:]
		}
		if isLast(t) {
			waiting = append(waiting, t)
		} else {
			take(t)
		}
	}
	take(waiting...)
	return out
}
