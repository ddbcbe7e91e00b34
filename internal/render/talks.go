package render

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

const talkIndent = "      "

// talks writes the best talks of an answer, each with its best link, and how to see the others.
func (p *page) talks(a answer.Answer) {
	if len(a.Talks) == 0 {
		return
	}
	p.head(headOfTalks(a))
	shown := a.ShownTalks()
	for _, t := range shown {
		best := 0
		if kind := a.Narrow.Kind; kind != "" {
			best = slices.IndexFunc(t.Links, func(l summit.Link) bool { return l.Kind == kind })
		}
		p.talk(t, t.Links[best:best+1])
	}
	if more := len(a.Talks) - len(shown); more > 0 {
		p.line(run{}, run{fmt.Sprintf("%d more: ", more), dim}, run{"cf summit-notes " + a.Command() + " --talks", name})
	}
}

// headOfTalks names the topics of talks none of which says what was asked for.
func headOfTalks(a answer.Answer) string {
	if a.Untold && (len(a.Unsaid) > 0 || a.Kind == answer.BySearch) {
		return "Talks on " + topicNames(a, " or ")
	}
	return "Talks"
}

// talksOnly writes all talks of an answer with all their links.
func (p *page) talksOnly(a answer.Answer) {
	p.line(run{}, run{talksHead(a), bold})
	if line := narrowing(a); line != "" {
		p.explain("", line)
	}
	if len(a.Topics) == 1 && len(a.Topics[0].About)+len(a.Topics[0].Mentions) > 0 {
		p.line(run{}, sessionsOn(a.Topics[0])...)
	}
	p.blank()
	for _, t := range a.Talks {
		p.talk(t, t.Links)
		p.blank()
	}
	next := []run{{"cf summit-notes --list-topics", name}}
	if command := a.Command(); command != "" && len(a.Talks) > 0 {
		next = []run{{"cf summit-notes " + command, name}, {" or ", plain}, {"cf summit-notes " + command + " --talks --open", name}}
	}
	p.labelled("", "next", labelWidth, next...)
}

// sessionsOn names the sessions that bear on a topic.
func sessionsOn(t answer.Topic) []run {
	var numbers []string
	for _, n := range slices.Concat(t.About, t.Mentions) {
		numbers = append(numbers, strconv.Itoa(n))
	}
	out := []run{{words.Count(len(numbers), "session") + " too: ", dim}}
	return append(append(out, typed(numbers)...), run{".", dim})
}

func talksHead(a answer.Answer) string {
	if len(a.Talks) == 0 {
		return "No talks" + talksOn(a)
	}
	return words.Count(len(a.Talks), "talk") + talksOn(a)
}

func talksOn(a answer.Answer) string {
	switch {
	case a.Kind == answer.BySearch && len(a.Topics) == 0:
		return " found for " + quote(a.Wanted)
	case len(a.Topics) > 0:
		return " about " + topicNames(a, " or ")
	}
	return ""
}

// talk writes one talk with some of its links.
func (p *page) talk(t answer.Talk, links []summit.Link) {
	year := ""
	if t.Year > 0 {
		year = strconv.Itoa(t.Year)
	}
	lead := run{year + talkIndent[len(year):], dim}
	runs := marked(t.Title, t.Marks.Title, bold, boldMatch)
	if behind := explained(speakersLine(t.Speakers, ""), joinFilled(", ", t.Event, languageRemark(t.Talk))); len(behind) > 0 {
		runs = append(append(runs, run{", ", plain}), behind...)
	}
	p.line(lead, runs...)
	p.linksAt(talkIndent, 0, links)
}

// languageRemark tells the language of a talk that is not given in English.
func languageRemark(t *summit.Talk) string {
	if t.Language == "" {
		return ""
	}
	return "in " + t.LanguageName()
}
