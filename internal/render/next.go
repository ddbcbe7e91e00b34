package render

import (
	"fmt"
	"math"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
)

// next writes where to read on and what can be asked after this answer.
func (p *page) next(a answer.Answer) {
	p.blank()
	var related []string
	seen := map[string]bool{}
	for _, t := range a.Topics {
		seen[t.ID] = true
	}
	add := func(id string) {
		if !seen[id] {
			seen[id] = true
			related = append(related, id)
		}
	}
	var docs, sources []string
	for _, t := range a.Topics {
		docs = append(docs, t.Docs[:min(p.maxDocs(), len(t.Docs))]...)
		sources = append(sources, t.Since.Sources...)
		for _, id := range t.Related {
			add(id)
		}
	}
	p.fields("", labelWidth, field{"docs", docs})
	if p.Full {
		p.fields("", labelWidth, field{"sources", sources})
	}
	for _, t := range a.Hints {
		add(t.ID)
	}
	if len(related) > 0 {
		p.labelled("", "related", labelWidth, typed(related)...)
	}
	if next := nextCommands(a, p.Full); len(next) > 0 {
		p.labelled("", "next", labelWidth, next...)
	}
}

// maxDocs is how many pages of documentation are shown of a topic.
func (p *page) maxDocs() int {
	if p.Full {
		return math.MaxInt
	}
	return 1
}

// nextCommands are one session whole, and all notes.
func nextCommands(a answer.Answer, full bool) []run {
	if len(a.Sessions) == 0 {
		return nil
	}
	out := []run{{fmt.Sprintf("cf summit-notes %d", a.Sessions[0].Number), name}}
	switch {
	case full:
	case a.Near:
		out = append(append(out, run{" or ", plain}), topicCommands(a)...)
	default:
		out = append(out, run{" or ", plain}, run{"cf summit-notes " + a.Command() + " --full", name})
	}
	return out
}
