package who

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

//go:embed words.txt
var wordsFile string

// A vocabulary has the words of each kind of the data file.
type vocabulary struct {
	roles, honorifics, degrees, pronouns, particles, companies, inOrganization, nobody words.Set
	labels, inLabel, languages, by, given, remarks, events, noEvents                   words.Set
	eventEnds                                                                          []string
}

// known is read when people are first looked for: most answers read no notes.
var known = sync.OnceValue(func() *vocabulary {
	l := words.ReadLists(wordsFile)
	return &vocabulary{
		roles: l.Set("role"), honorifics: l.Set("honorific"), degrees: l.Set("degree"), pronouns: l.Set("pronoun"),
		particles: l.Set("particle"), companies: l.Set("company"), labels: l.Set("label"), inLabel: l.Set("in-label"), languages: l.Set("language"), by: l.Set("by"),
		given: l.Set("given"), events: l.Set("event"), eventEnds: slices.Sorted(maps.Keys(l.Set("event-end"))), noEvents: l.Set("no-event"), nobody: l.Set("nobody"),
		inOrganization: l.Set("in-organization"), remarks: l.Set("remark"),
	}
})

// HasRole reports whether a text has a word of a role.
func HasRole(s string) bool {
	for w := range strings.FieldsFuncSeq(s, notLetter) {
		if known().roles.Has(w) {
			return true
		}
	}
	return false
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// NamesEvent reports whether a text names an event: it has a year, or a word such as "summit", "KubeCon" or "DevOpsDays".
func NamesEvent(s string) bool {
	for w := range words.In(s) {
		if known().events.Has(w) || isYear(w) {
			return true
		}
		for _, end := range known().eventEnds {
			if len(w) > len(end)+2 && strings.EqualFold(w[len(w)-len(end):], end) && !known().noEvents.Has(w) {
				return true
			}
		}
	}
	return false
}

func isYear(w string) bool {
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && strings.Trim(w, "0123456789") == ""
}

// IsLabel reports whether a text is a label that names of speakers may follow: "Speakers", "Presented by".
func IsLabel(s string) bool {
	found := false
	for w := range words.In(s) {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		switch {
		case known().labels.Has(w):
			found = true
		case !known().inLabel.Has(w):
			return false
		}
	}
	return found
}

// isPlural reports whether a label is that of several people, in one of the languages of the labels.
func isPlural(label string) bool {
	all := words.Lower(label)
	first := all[0]
	return strings.HasSuffix(first, "s") || strings.HasSuffix(first, "i") || strings.HasSuffix(first, "en") || all[len(all)-1] == "s"
}
