package answer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Filter narrows sessions down. Every field that is set has to fit; text fits when each
// of its words begins a word of the session's, whatever their order, case and accents.
type Filter struct {
	Speaker string
	Track   string
	Summit  string
	Day     int // 0 is any day
}

func (f Filter) fits(s *summit.Session) bool {
	return (f.Day == 0 || f.Day == s.Day) &&
		(f.Track == "" || holds(s.Track, f.Track)) &&
		(f.Summit == "" || holds(s.Summit, f.Summit)) &&
		(f.Speaker == "" || slices.ContainsFunc(s.Speakers, func(p summit.Speaker) bool { return holds(p.Name, f.Speaker) }))
}

func holds(text, part string) bool {
	all := words.Split(text)
	for _, p := range words.Split(part) {
		if !slices.ContainsFunc(all, func(w words.Word) bool { return strings.HasPrefix(w.Fold, p.Fold) }) {
			return false
		}
	}
	return true
}

// check reports a value that fits no session at all, with those that would.
func (f Filter) check(sessions []*summit.Session) error {
	for _, c := range []struct {
		code, what, value string
		alone             Filter
		values            func(*summit.Session) []string
	}{
		{UnknownSpeaker, "speaker", f.Speaker, Filter{Speaker: f.Speaker}, speakerNames},
		{UnknownDay, "day", strconv.Itoa(f.Day), Filter{Day: f.Day}, func(s *summit.Session) []string { return []string{strconv.Itoa(s.Day)} }},
		{UnknownTrack, "track", f.Track, Filter{Track: f.Track}, func(s *summit.Session) []string { return []string{s.Track} }},
		{UnknownSummit, "summit", f.Summit, Filter{Summit: f.Summit}, func(s *summit.Session) []string { return []string{s.Summit} }},
	} {
		if c.alone == (Filter{}) || len(words.Split(c.value)) > 0 && slices.ContainsFunc(sessions, c.alone.fits) {
			continue
		}
		e := &Error{Code: c.code, Message: fmt.Sprintf("no session has the %s %q", c.what, shorten(oneLine(c.value)))}
		e.Suggestions, e.All = nearestOrAll(c.value, valuesOf(sessions, c.values))
		if c.code == UnknownSpeaker && !e.All {
			e.Tip = "Use 'cf summit-notes --list-sessions' to see the speakers."
		}
		return e
	}
	return nil
}

// valuesOf are the values that sessions have, each once, in the order of the sessions.
func valuesOf(sessions []*summit.Session, values func(*summit.Session) []string) []string {
	var out []string
	seen := map[string]bool{"": true, "0": true}
	for _, s := range sessions {
		for _, v := range values(s) {
			if !seen[v] {
				seen[v] = true
				out = append(out, v)
			}
		}
	}
	return out
}

func speakerNames(s *summit.Session) []string {
	out := make([]string, len(s.Speakers))
	for i, p := range s.Speakers {
		out[i] = p.Name
	}
	return out
}

// nearestOrAll returns the values that are spelt like text, in whole or in one of their words, or
// all of them where none is and they are few.
func nearestOrAll(text string, values []string) (suggested []string, all bool) {
	var whole, parts []candidate
	for _, v := range values {
		whole = append(whole, candidate{words.Key(v), v, v})
		for part := range strings.FieldsSeq(v) {
			parts = append(parts, candidate{words.Key(part), v, v})
		}
	}
	if near := shown(guesses(text, append(whole, parts...))); len(near) > 0 || len(values) > maxListed {
		return near, false
	}
	return values, true
}

const maxListed = 12
