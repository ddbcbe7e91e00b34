package render

import (
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
)

// A group is a part of the sessions of an answer, under one head.
type group struct {
	head     string
	sessions []answer.Session
	whole    bool // with summary, all talk links and several notes, else with the one note that says so
}

// bestMatches is how many matches of a search are shown like sessions about a topic.
const bestMatches = 5

// groups parts the sessions of an answer by what they have to do with it. No group is empty.
func groups(a answer.Answer) []group {
	var all []group
	switch {
	case a.Kind == answer.BySearch:
		best := min(bestMatches, len(a.Sessions))
		all = []group{{"", a.Sessions[:best], true}, {"Also found", a.Sessions[best:], false}}
	case len(a.Topics) > 1:
		onAll := 0
		for onAll < len(a.Sessions) && len(a.Sessions[onAll].Marks) == len(a.Topics) {
			onAll++
		}
		about, mentions := byRelevance(a.Sessions[onAll:])
		all = []group{{"On all of them", a.Sessions[:onAll], true}, {"About one of them", about, true}, {"Also mentioned", mentions, false}}
	default:
		about, mentions := byRelevance(a.Sessions)
		all = []group{{"About it", about, true}, {"Also mentioned", mentions, false}}
	}
	var filled []group
	for _, g := range all {
		if len(g.sessions) > 0 {
			filled = append(filled, g)
		}
	}
	return filled
}

func byRelevance(sessions []answer.Session) (about, mentions []answer.Session) {
	for _, s := range sessions {
		if s.Relevance == answer.About {
			about = append(about, s)
		} else {
			mentions = append(mentions, s)
		}
	}
	return about, mentions
}
