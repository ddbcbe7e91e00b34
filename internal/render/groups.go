package render

import (
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
)

// A group is some sessions of an answer, under one head.
type group struct {
	head     string
	sessions []answer.Session
	whole    bool // with summary, all talk links and several notes; else with one note
}

// bestMatches is the number of matches that a search shows whole.
const bestMatches = 5

// groups splits the sessions of an answer by their relevance. No group is empty.
func groups(a answer.Answer) []group {
	var all []group
	switch {
	case a.Kind == answer.BySearch:
		best := closest(a.Sessions)
		all = []group{{"", a.Sessions[:best], true}, {"Also found", a.Sessions[best:], false}}
	case a.Kind == answer.ByName:
		given, mentions := byRelevance(a.Sessions)
		best := min(bestMatches, len(given))
		all = []group{{"", given[:best], true}, {"", given[best:], false}, {"Also mentioned", mentions, false}}
	case len(a.Topics) > 1:
		most, on := onMost(a.Sessions)
		head, rest := "On several of them", "On one of them"
		if on == len(a.Topics) {
			head = "On all of them"
		}
		if on > 2 {
			rest = "On fewer of them"
		}
		all = []group{{head, a.Sessions[:most], on == len(a.Topics) && !a.Near}, {rest, a.Sessions[most:], false}}
	case a.Near:
		all = []group{{"Nearest", a.Sessions, false}}
	case a.Said > 0 && a.Said < len(a.Sessions):
		about, mentions := byRelevance(a.Sessions[a.Said:])
		all = []group{{"Says " + quote(a.SaidName), a.Sessions[:a.Said], true}, {"About the topic", about, true}, {"Also mentioned", mentions, false}}
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

// onMost is the number of sessions that bear on the most topics, if these are several, and the
// number of these topics.
func onMost(sessions []answer.Session) (most, topics int) {
	for most < len(sessions) && len(sessions[most].Marks) == max(2, len(sessions[0].Marks)) {
		most++
		topics = len(sessions[0].Marks)
	}
	return most, topics
}

// closest is the number of matches that a search shows whole: at most bestMatches, and none in
// which the words are scattered if other sessions have them together.
func closest(sessions []answer.Session) int {
	best := 0
	for best < min(bestMatches, len(sessions)) && (sessions[0].Close == index.Scattered || sessions[best].Close != index.Scattered) {
		best++
	}
	return best
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
