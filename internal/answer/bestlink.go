package answer

import (
	"math"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// BestLink returns the link of the answer that is most worth opening: a recording before slides
// of a session, the same of a talk, then their schedule pages, then any other page of a talk; only
// of one kind if the words ask for it. If only talks say what was asked for, theirs come first.
// Files beside the notes are not opened. ok is false if there is none.
func (a *Answer) BestLink() (link summit.Link, ok bool) {
	best := math.MaxInt
	talksFirst, kinds := a.TalksFirst(), len(summit.Kinds)
	consider := func(links []summit.Link, isFirst bool) {
		for _, l := range links {
			rank, late := l.Kind.Rank(), last(!isFirst)
			switch {
			case l.IsFile(), a.Narrow.Kind != "" && l.Kind != a.Narrow.Kind:
				continue
			case l.Kind.IsWatchable():
				rank += late * kinds
			default:
				rank = 2*(kinds+rank) + late
			}
			if rank < best {
				best, link, ok = rank, l, true
			}
		}
	}
	for i := range a.Sessions {
		consider(a.Sessions[i].TalkLinks(), !talksFirst)
	}
	for i := range a.Talks {
		if !talksFirst || i < a.BestTalks {
			consider(a.Talks[i].Links, talksFirst)
		}
	}
	return link, ok
}
