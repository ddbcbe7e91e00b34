package render

import (
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A group is some sessions of an answer, under one head.
type group struct {
	head     string
	sessions []answer.Session
	whole    bool // with summary, all talk links and several notes; else with one note
	counted  bool // only counted, because others bear on more of the question
	mixed    bool // whole are only the sessions about the topic
}

// isWhole reports whether a session of the group is shown whole.
func (g *group) isWhole(s *answer.Session) bool {
	return g.whole && (!g.mixed || s.Relevance == answer.About)
}

// bestMatches is the number of matches that a search shows whole.
const bestMatches = 5

// groups splits the sessions of an answer by their relevance. No group is empty.
func groups(a answer.Answer) []group {
	var all []group
	switch {
	case a.Kind == answer.BySearch:
		best := closest(a.Sessions)
		all = []group{{sessions: a.Sessions[:best], whole: true}, {head: "Also found", sessions: a.Sessions[best:]}}
	case a.Kind == answer.ByName:
		given, mentions := byRelevance(a.Sessions)
		best := min(bestMatches, len(given))
		all = []group{{sessions: given[:best], whole: true}, {sessions: given[best:]}, {head: "Also mentioned", sessions: mentions}}
	case a.Near:
		all = []group{{head: "Nearest", sessions: a.Sessions}}
	case len(a.Topics) > 1:
		most, on := onMost(a.Sessions)
		head, rest := "On several of them", "On one of them"
		if on == len(a.Topics) {
			head = "On all of them"
		}
		if on > 2 {
			rest = "On fewer of them"
		}
		all = []group{{head: head, sessions: a.Sessions[:most], whole: on == len(a.Topics)}, {head: rest, sessions: a.Sessions[most:], counted: most > 0}}
	case a.Said > 0 && a.Said < len(a.Sessions):
		about, mentions := byRelevance(a.Sessions[a.Said:])
		all = []group{{head: "Says " + words.List(quoted(a.SaidNames), "or"), sessions: a.Sessions[:a.Said], whole: true, mixed: true}, {head: "About the topic", sessions: about, whole: true}, {head: "Also mentioned", sessions: mentions}}
	default:
		about, mentions := byRelevance(a.Sessions)
		all = []group{{head: "About it", sessions: about, whole: true}, {head: "Also mentioned", sessions: mentions}}
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
