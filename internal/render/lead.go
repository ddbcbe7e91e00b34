package render

import (
	"fmt"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// lead are the lines above an answer: how its words were read, and what was found.
func lead(a answer.Answer) []string {
	var lines []string
	found := len(a.Sessions) + len(a.Talks)
	switch {
	case a.Kind == answer.ByName:
		lines = append(lines, words.Sentence("sessions and talks of "+words.List(a.Names, "and")))
	case a.Kind != answer.BySearch:
	case len(a.Topics) > 0 && !isScattered(a):
		line := fmt.Sprintf("%s is found in %s on %s", quote(a.Wanted), words.Count(len(a.Sessions), "session"), topicNames(a, " and "))
		if a.Untold && len(a.Talks) > 0 {
			line += " and in no talk"
		}
		lines = append(lines, words.Sentence(line))
	case a.Partly:
		lines = append(lines, words.Sentence(fmt.Sprintf("nothing mentions all of %s; %s %s a part", quote(a.Wanted), foundOf(a), verb(found, "mentions", "mention"))))
	case isScattered(a):
		if len(a.Topics) > 0 {
			a.Talks = nil // they are on the topic
			found = len(a.Sessions)
		}
		lines = append(lines, words.Sentence(fmt.Sprintf("no title or note has all of %s; %s %s the words in several places", quote(a.Wanted), foundOf(a), verb(found, "has", "have"))))
	case a.IsSearch:
		lines = append(lines, words.Sentence(fmt.Sprintf("%s is found in %s", quote(a.Wanted), foundOf(a))))
	default:
		lines = append(lines, words.Sentence(fmt.Sprintf("no topic is called %s; it is found in %s", quote(a.Wanted), foundOf(a))))
	}
	if len(a.Unsaid) > 0 {
		speaker, sessions := "session", "these"
		switch {
		case a.TalksFirst():
			sessions = "some talks do, and the nearest sessions"
		case a.Untold && len(a.Talks) > 0:
			speaker = "session or talk"
		}
		lines = append(lines, words.Sentence(fmt.Sprintf("no %s mentions %s; %s are about %s", speaker, words.List(quoted(a.Unsaid), "or"), sessions, topicNames(a, " or "))))
	} else if most, _ := onMost(a.Sessions); a.Kind == answer.ByTopic && len(a.Topics) > 1 && len(a.Sessions) > 0 && most == 0 {
		lines = append(lines, words.Sentence(fmt.Sprintf("no session is about %s together", topicNames(a, " and "))))
	}
	if a.Unfit != "" {
		lines = append(lines, words.Sentence("no session or talk on it fits "+a.Unfit+"; these do not"))
	}
	lines = append(lines, ignored(a)...)
	if len(a.Missing) > 0 {
		lines = append(lines, words.Sentence("none of these mentions "+words.List(quoted(a.Missing), "or"))+" For that: cf summit-notes "+a.Missing[0])
	}
	if len(a.Operators) > 0 {
		lines = append(lines, words.Sentence(fmt.Sprintf("a search has no operators, so %s %s ignored", strings.Join(a.Operators, ", "), words.Are(len(a.Operators)))))
	}
	return lines
}

// leadOfTalks are the lines above a list of talks.
func leadOfTalks(a answer.Answer) []string {
	lines := ignored(a)
	if len(a.Unsaid) > 0 && a.Untold && len(a.Talks) > 0 {
		lines = append(lines, words.Sentence("no talk mentions "+words.List(quoted(a.Unsaid), "or")))
	}
	return lines
}

// ignored returns the lines that name the words without an answer, with suggestions.
func ignored(a answer.Answer) []string {
	var lines []string
	if unsaid := a.Ignored[len(a.Unmet):]; len(unsaid) > 0 {
		lines = append(lines, words.Sentence("no session or talk mentions "+words.List(quoted(unsaid), "or")))
	}
	if len(a.Unmet) > 0 {
		lines = append(lines, words.Sentence("no session or talk by "+words.List(quoted(a.Unmet), "or")+" fits; these are by others"))
	}
	for _, s := range a.Suggestions {
		lines[0] += " Did you mean " + quote(s) + "?"
	}
	return lines
}

// isScattered reports whether all sessions say the words that were searched for in several places.
func isScattered(a answer.Answer) bool {
	return len(a.Sessions) > 0 && a.Sessions[0].Close == index.Scattered
}

func topicNames(a answer.Answer, separator string) string {
	names := make([]string, len(a.Topics))
	for i, t := range a.Topics {
		names[i] = t.Name
	}
	return strings.Join(names, separator)
}

// foundOf counts the sessions and talks of an answer; it is empty if there are none.
func foundOf(a answer.Answer) string {
	var parts []string
	if n := len(a.Sessions); n > 0 {
		parts = append(parts, words.Count(n, "session"))
	}
	if n := len(a.Talks); n > 0 {
		parts = append(parts, words.Count(n, "talk"))
	}
	return strings.Join(parts, " and ")
}

// narrowing writes the filters of an answer.
func (p *page) narrowing(a answer.Answer) {
	if line := narrowing(a); line != "" {
		p.explain("", line)
		p.blank()
	}
}

// narrowing names the filters of an answer.
func narrowing(a answer.Answer) string {
	var parts []string
	if a.Narrow.Day > 0 {
		parts = append(parts, fmt.Sprintf("day %d", a.Narrow.Day))
	}
	for _, f := range []struct{ name, value string }{{"track", a.Narrow.Track}, {"speaker", a.Narrow.Speaker}, {"summit", a.Filter.Summit}} {
		if f.value != "" {
			parts = append(parts, f.name+" "+quote(f.value))
		}
	}
	if named := strings.TrimPrefix(a.Narrow.Summit, a.Filter.Summit) + " " + a.Narrow.Years(); named != " " { // among the words
		parts = append(parts, strings.TrimSpace(named))
	}
	switch a.Narrow.Kind {
	case summit.Video:
		parts = append(parts, "with a recording")
	case summit.Slides:
		parts = append(parts, "with slides")
	}
	if a.Narrow.Names != "" && a.Kind != answer.ByName {
		parts = append(parts, "by "+strings.Join(a.Narrow.Called(), " or "))
	}
	if len(parts) == 0 {
		return ""
	}
	return "Only " + strings.Join(parts, ", ") + "."
}
