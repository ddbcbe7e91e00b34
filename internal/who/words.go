package who

import (
	"strings"
	"sync"
	"unicode"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A vocabulary has the words of each kind of the data file.
type vocabulary struct {
	roles, honorifics, degrees, pronouns, particles, companies, inOrganization, nobody                             words.Set
	labels, inLabel, languages, by, given, remarks, events, noEvents                                               words.Set
	shortRoles, contacts, levels, kinds, inKind, behindTitle, sentence, others, lengths, verbs, giver, titleBegins words.Set
	eventEnds                                                                                                      []string
}

// known is read when people are first looked for: most answers read no notes.
var known = sync.OnceValue(func() *vocabulary {
	l := words.ReadLists(wordsFile)
	return &vocabulary{
		roles: l.Set("role"), honorifics: l.Set("honorific"), degrees: l.Set("degree"), pronouns: l.Set("pronoun"),
		particles: l.Set("particle"), companies: l.Set("company"), labels: l.Set("label"), inLabel: l.Set("in-label"), languages: l.Set("language"), by: l.Set("by"),
		given: l.Set("given"), events: l.Set("event"), eventEnds: l.Set("event-end").Words(), noEvents: l.Set("no-event"), nobody: l.Set("nobody"),
		inOrganization: l.Set("in-organization"), remarks: l.Set("remark"), shortRoles: l.Set("short-role"), contacts: l.Set("contact"),
		levels: l.Set("level"), kinds: l.Set("kind"), inKind: l.Set("in-kind"), behindTitle: l.Set("by-behind"), sentence: l.Set("sentence"), others: l.Set("others"), lengths: l.Set("length"),
		verbs: l.Set("verb"), giver: l.Set("giver"), titleBegins: l.Set("title-begin"),
	}
})

// IsKind reports whether a text says what kind of session it is and nothing else: "Lightning
// talk", "Fireside chat".
func IsKind(s string) bool { return consistsOf(s, known().kinds, known().inKind) }

// isLevel reports whether a text in parentheses is about the talk or its slides: "Any Skill
// Level", "Slides attached".
func isLevel(s string) bool { return consistsOf(s, known().levels, known().levels) }

// isLanguage reports whether a text is the code of a language, or several.
func isLanguage(s string) bool {
	for code := range words.In(s) {
		if !known().languages.At(code) {
			return false
		}
	}
	return s != ""
}

// consistsOf reports whether a text has a word of a set, and beside it only such words and those
// of another one.
func consistsOf(s string, set, beside words.Set) bool {
	found := false
	for w := range words.In(s) {
		switch {
		case set.Has(w):
			found = true
		case !beside.Has(w):
			return false
		}
	}
	return found
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// NamesEvent reports whether a text names an event: it has a year, or a word such as "summit",
// "KubeCon" or "DevOpsDays".
func NamesEvent(s string) bool {
	v := known()
	for w := range words.In(s) {
		if v.events.Has(w) || isYear(w) {
			return true
		}
		for _, end := range v.eventEnds {
			if len(w) > len(end)+2 && strings.EqualFold(w[len(w)-len(end):], end) && !v.noEvents.Has(w) {
				return true
			}
		}
	}
	return false
}

func isYear(w string) bool {
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && words.IsDigits(w)
}

// IsLabel reports whether a text is a label that names of speakers may follow: "Speakers",
// "Presented by".
func IsLabel(s string) bool {
	if known().labels.At(strings.TrimSpace(s)) { // one without blanks between its words
		return true
	}
	found := false
	for w := range words.In(s) {
		w = words.CutPossessive(w)
		switch {
		case known().labels.Has(w):
			found = true
		case !known().inLabel.Has(w):
			return false
		}
	}
	return found
}

// isPlural reports whether a label is that of several people, in one of the languages of the
// labels.
func isPlural(label string) bool {
	all := words.Lower(label)
	first := all[0]
	return first[0] >= firstByteOfEastAsia || strings.HasSuffix(first, "s") || strings.HasSuffix(first, "i") || strings.HasSuffix(first, "en") || all[len(all)-1] == "s"
}
