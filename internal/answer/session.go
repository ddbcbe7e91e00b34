package answer

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// session finds a session by its number, its id or the beginning of its id. A title serves as an
// id, too.
func (f *finder) session(name string) (Answer, error) {
	name = oneLine(name)
	found := sessionsCalled(f.ix.Sessions(), name)
	switch {
	case len(found) == 1 && f.filter.fits(found[0]):
		a := f.answer(OneSession, name)
		a.Sessions = []Session{Session{Session: found[0]}}
		return a, nil
	case len(found) == 1:
		return Answer{}, &Error{
			Code:    UnknownSession,
			Message: fmt.Sprintf("session %d, %s, does not fit the filters", found[0].Number, found[0].ID),
			Tip:     "Give --session alone.",
		}
	case len(found) > 1:
		return Answer{}, &Error{
			Code:        UnknownSession,
			Message:     fmt.Sprintf("%d sessions have an id that begins with %q", len(found), shorten(name)),
			Suggestions: ids(found[:min(len(found), maxListed)]),
			Tip:         "Give more of the id, or the session's number.",
		}
	}
	if isNumber(name) && len(f.ix.Sessions()) > 0 {
		return Answer{}, &Error{
			Code:    UnknownSession,
			Message: fmt.Sprintf("there is no session %s; they are numbered from 1 to %d", shorten(name), len(f.ix.Sessions())),
			Tip:     "Use 'cf summit-notes --list-sessions' to see the sessions.",
		}
	}
	return Answer{}, &Error{
		Code:        UnknownSession,
		Message:     fmt.Sprintf("no session has the number or the id %q", shorten(name)),
		Suggestions: nearestIDs(f.ix.Sessions(), name),
		Tip:         "Use 'cf summit-notes --list-sessions' to see the sessions.",
	}
}

func isNumber(name string) bool {
	digits := strings.TrimPrefix(name, "#")
	return digits != "" && words.IsDigits(digits)
}

// sessionsCalled are the session with a number or an id, else those with ids that begin so.
func sessionsCalled(all []*summit.Session, name string) []*summit.Session {
	if n, _ := strconv.Atoi(strings.TrimPrefix(name, "#")); 1 <= n && n <= len(all) {
		return all[n-1 : n]
	}
	id := strings.Join(folds(name), "-")
	if id == "" {
		return nil
	}
	if strings.HasSuffix(name, "-") {
		id += "-"
	}
	var begin []*summit.Session
	for i, s := range all {
		if id == s.ID {
			return all[i : i+1]
		}
		if strings.HasPrefix(s.ID, id) {
			begin = append(begin, s)
		}
	}
	return begin
}

func folds(text string) []string {
	var out []string
	for _, w := range words.Split(text) {
		out = append(out, w.Fold)
	}
	return out
}

func ids(sessions []*summit.Session) []string {
	out := make([]string, len(sessions))
	for i, s := range sessions {
		out[i] = s.ID
	}
	return out
}

// nearestIDs are the ids that hold the words of a text. If there are none, they are the ids whose
// first words, as many as were typed, are spelt like the text.
func nearestIDs(all []*summit.Session, text string) []string {
	typed := folds(text)
	if len(typed) == 0 {
		return []string{}
	}
	var holding []string
	var begins []candidate
	for _, s := range all {
		if len(holding) < maxSuggestions && holds(s.ID, text) {
			holding = append(holding, s.ID)
		}
		parts := strings.Split(s.ID, "-")
		begin := strings.Join(parts[:min(len(parts), len(typed))], "-")
		begins = append(begins, candidate{key: words.Key(begin), show: s.ID, of: s.ID})
	}
	if len(holding) > 0 {
		return holding
	}
	return shown(guesses(text, begins))
}
