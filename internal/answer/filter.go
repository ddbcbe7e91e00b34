package answer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Filter narrows sessions down. Every field that is set has to fit; text fits when its words
// stand in a row in the session's, whatever case and accents. The last of them may be unfinished.
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
	return strings.Contains(" "+folded(text), " "+folded(part))
}

func folded(text string) string {
	var out []string
	for _, w := range words.Split(text) {
		out = append(out, w.Fold)
	}
	return strings.Join(out, " ")
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
		if c.alone == (Filter{}) || slices.ContainsFunc(sessions, c.alone.fits) {
			continue
		}
		var values []string
		for _, s := range sessions {
			for _, v := range c.values(s) {
				if v != "" && v != "0" && !slices.Contains(values, v) {
					values = append(values, v)
				}
			}
		}
		return &Error{
			Code:        c.code,
			Message:     fmt.Sprintf("no session has the %s %q", c.what, shorten(c.value)),
			Suggestions: nearestOrAll(c.value, values),
			Tip:         fmt.Sprintf("Use 'cf summit-notes --list-sessions' to see the %ss.", c.what),
		}
	}
	return nil
}

func speakerNames(s *summit.Session) []string {
	out := make([]string, len(s.Speakers))
	for i, p := range s.Speakers {
		out[i] = p.Name
	}
	return out
}
