package answer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Filter narrows sessions and talks down. Every field that is set has to fit; text fits when each
// of its words begins a word of the session's or talk's, whatever their order, case and accents.
type Filter struct {
	Speaker string      // a speaker or an organisation
	Track   string      // of sessions only: no talk fits
	Summit  string      // also an event of talks, with or without its year
	Day     int         // 0 is any day; likewise
	From    int         // the first year; 0 is any
	To      int         // the last year
	Kind    summit.Kind // a link to the session or talk has it
	Names   string      // whole names of speakers or organisations, one of which has to fit, joined by nameSeparator
}

func (f *Filter) fits(s *summit.Session) bool {
	return (f.Day == 0 || f.Day == s.Day) &&
		holds(s.Track, f.Track) && holds(s.Summit, f.Summit) && f.hasYear(s.Summit) &&
		(f.Speaker == "" || anyIs(s.Speakers, f.Speaker)) &&
		(f.Kind == "" || hasKind(s.Links, f.Kind)) &&
		(f.Names == "" || anyIsCalled(s.Speakers, f.Names))
}

func (f *Filter) fitsTalk(t *summit.Talk) bool {
	return f.Day == 0 && f.Track == "" && (f.Summit == "" || holds(t.Occasion(), f.Summit)) && (f.From == 0 || f.From <= t.Year && t.Year <= f.To) &&
		(f.Speaker == "" || anyIs(t.Speakers, f.Speaker)) &&
		(f.Kind == "" || hasKind(t.Links, f.Kind)) &&
		(f.Names == "" || anyIsCalled(t.Speakers, f.Names))
}

// hasYear reports whether the name of a summit has a year that fits.
func (f *Filter) hasYear(name string) bool {
	fits := f.From == 0
	for year := f.From; !fits && year <= f.To; year++ {
		fits = holds(name, strconv.Itoa(year))
	}
	return fits
}

// addYears widens single years to the time between them, and narrows a time by its bounds.
func (f *Filter) addYears(from, to int) {
	switch {
	case f.From == 0:
		f.From, f.To = from, to
	case from == to:
		f.From, f.To = min(f.From, from), max(f.To, to)
	default:
		f.From, f.To = max(f.From, from), min(f.To, to)
	}
}

// Years are the years that have to fit; empty for any.
func (f *Filter) Years() string {
	switch {
	case f.From == 0:
		return ""
	case f.From == f.To:
		return strconv.Itoa(f.From)
	case f.To == summit.LastYear:
		return fmt.Sprintf("since %d", f.From)
	case f.From == summit.FirstYear:
		return fmt.Sprintf("until %d", f.To)
	}
	return fmt.Sprintf("%d to %d", f.From, f.To)
}

// Called are the whole names of speakers or organisations, one of which has to fit.
func (f Filter) Called() []string { return strings.Split(f.Names, nameSeparator) }

// First is the place of the first speaker whom the filter asks for; 0 if it asks for none.
func (f Filter) First(speakers []summit.Speaker) int {
	return max(0, slices.IndexFunc(speakers, func(s summit.Speaker) bool {
		alone := []summit.Speaker{s}
		return f.Speaker != "" && anyIs(alone, f.Speaker) || f.Names != "" && anyIsCalled(alone, f.Names)
	}))
}

func hasKind(links []summit.Link, kind summit.Kind) bool {
	return slices.ContainsFunc(links, func(l summit.Link) bool { return l.Kind == kind })
}

// nameSeparator is in no name.
const nameSeparator = "\x00"

func anyIsCalled(speakers []summit.Speaker, names string) bool {
	for called := range strings.SplitSeq(names, nameSeparator) {
		if slices.ContainsFunc(speakers, func(p summit.Speaker) bool {
			name, _ := nicknamed(p.Name)
			return words.Key(name) == words.Key(called) || belongsTo(p.Organization, called)
		}) {
			return true
		}
	}
	return false
}

// belongsTo reports whether an organisation has a name, or is a part of one with it: "GE Digital".
func belongsTo(organization, name string) bool {
	own, all := words.Split(name), words.Split(organization)
	return len(all) >= len(own) && slices.EqualFunc(own, all[:len(own)], func(a, b words.Word) bool { return a.Fold == b.Fold })
}

func anyIs(speakers []summit.Speaker, name string) bool {
	return slices.ContainsFunc(speakers, func(p summit.Speaker) bool { return holds(p.Name, name) || holds(p.Organization, name) })
}

// holds reports whether each word of a part begins a word of a text.
func holds(text, part string) bool {
	if part == "" {
		return true
	}
	all := words.Split(text)
	for p, found := words.First(part); found; p, found = p.Next(part) {
		if !slices.ContainsFunc(all, func(w words.Word) bool { return strings.HasPrefix(w.Fold, p.Fold) }) {
			return false
		}
	}
	return true
}

// check reports a value that fits no session and no talk at all, with those that would.
func (f Filter) check(sessions []*summit.Session, talks []*summit.Talk) error {
	for _, c := range []struct {
		code, what, value string
		alone             Filter
		values            func() []string
	}{
		{UnknownSpeaker, "speaker or organisation", f.Speaker, Filter{Speaker: f.Speaker}, func() []string { return names(sessions, talks) }},
		{UnknownDay, "day", strconv.Itoa(f.Day), Filter{Day: f.Day}, func() []string {
			return collect(sessions, func(s *summit.Session) string { return strconv.Itoa(s.Day) })
		}},
		{UnknownTrack, "track", f.Track, Filter{Track: f.Track}, func() []string {
			return collect(sessions, func(s *summit.Session) string { return s.Track })
		}},
		{UnknownSummit, "summit or event", f.Summit, Filter{Summit: f.Summit}, func() []string {
			return append(collect(sessions, func(s *summit.Session) string { return s.Summit }), collect(talks, (*summit.Talk).Occasion)...)
		}},
	} {
		if c.alone == (Filter{}) || len(words.Split(c.value)) > 0 &&
			(slices.ContainsFunc(sessions, c.alone.fits) || slices.ContainsFunc(talks, c.alone.fitsTalk)) {
			continue
		}
		of := "session or talk"
		if c.code == UnknownDay || c.code == UnknownTrack {
			of = "session"
		}
		e := &Error{Code: c.code, Message: fmt.Sprintf("no %s has the %s %q", of, c.what, shorten(oneLine(c.value)))}
		e.Suggestions, e.All = nearestOrAll(c.value, c.values())
		if c.code == UnknownSpeaker && !e.All {
			e.Tip = "Use 'cf summit-notes --list-sessions' to see the speakers."
		}
		return e
	}
	return nil
}

// names lists all speakers and their organisations, each once.
func names(sessions []*summit.Session, talks []*summit.Talk) []string {
	var speakers []summit.Speaker
	for _, s := range sessions {
		speakers = append(speakers, s.Speakers...)
	}
	for _, t := range talks {
		speakers = append(speakers, t.Speakers...)
	}
	return collect(append(
		collect(speakers, func(s summit.Speaker) string { return s.Name }),
		collect(speakers, func(s summit.Speaker) string { return s.Organization })...,
	), func(name string) string { return name })
}

// collect returns the values of all items, each once, in their order.
func collect[T any](all []T, value func(T) string) []string {
	var out []string
	seen := map[string]bool{"": true, "0": true}
	for _, item := range all {
		if v := value(item); !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}

// nearestOrAll returns the values that are spelt like text, in whole or in one of their words, or
// all of them where none is and they are few.
func nearestOrAll(text string, values []string) (suggested []string, all bool) {
	var whole, parts []candidate
	for _, v := range values {
		whole = append(whole, candidate{key: words.Key(v), show: v, of: v})
		for part := range strings.FieldsSeq(v) {
			parts = append(parts, candidate{key: words.Key(part), show: v, of: v})
		}
	}
	if near := shown(guesses(text, append(whole, parts...))); len(near) > 0 || len(values) > maxListed {
		return near, false
	}
	return values, true
}

const maxListed = 12
