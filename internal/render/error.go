package render

import (
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// An Error is an error with suggestions and a tip, which help to mend it.
type Error struct {
	Message     string
	Suggestions []string // what may have been meant
	All         bool     // the suggestions are all that there is
	Tip         string   // with commands in single quotes; may be empty
}

// Text shows the error to a reader. Suggestions and commands look like everything that can be
// typed next.
func (e Error) Text(st Style) string {
	p := page{Style: st}
	p.text("", e.Message)
	switch {
	case len(e.Suggestions) == 0:
	case e.All:
		p.line(run{}, e.suggested("There "+words.Are(len(e.Suggestions))+" only ", " and ", ".")...)
	default:
		p.line(run{}, e.suggested("Did you mean ", " or ", "?")...)
	}
	if e.Tip != "" {
		p.line(run{}, commands(e.Tip)...)
	}
	return p.out.String()
}

// suggested are the suggestions between two texts, with a word before the last one.
func (e Error) suggested(before, last, after string) []run {
	runs := []run{{before, plain}}
	for i, s := range e.Suggestions {
		switch {
		case i == 0:
		case i == len(e.Suggestions)-1:
			runs = append(runs, run{last, plain})
		default:
			runs = append(runs, run{", ", plain})
		}
		runs = append(runs, run{s, name})
	}
	return append(runs, run{after, plain})
}

// commands splits a text into runs. A text in single quotes that begins with cf is a command.
func commands(text string) []run {
	before, rest, found := strings.Cut(text, "'cf ")
	command, after, _ := strings.Cut(rest, "'")
	if !found {
		return []run{{text, plain}}
	}
	return []run{{before, plain}, {"'cf " + command + "'", name}, {after, plain}}
}
