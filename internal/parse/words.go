package parse

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/who"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A vocabulary has the words of each kind of the data file.
type vocabulary struct {
	parts, besideParts, noTalks, containers, manuals, present, sentences, besideLinks, about, talks, posts, frames, breaks, meetings, eventLasts, today, programmes, allTalks words.Set
	kinds                                                                                                                                                                     words.Map[summit.Kind] // of talk links, and of others beside them
	columns                                                                                                                                                                   map[string]column      // by a word of their names

	signs, sites, folders, endings       map[string]summit.Kind // signs for talk links, sites and folders with them, endings of files
	talkHosts, talkFolders, otherFolders words.Set              // in the addresses of conference systems
}

// known is read when notes are first read: most answers read none.
var known = sync.OnceValue(func() *vocabulary {
	l := words.ReadLists(wordsFile)
	v := &vocabulary{
		talks: l.Set("talk"), posts: l.Set("post"), frames: l.Set("frame"), breaks: l.Set("break"), meetings: l.Set("meeting"), eventLasts: l.Set("event-last"), today: l.Set("today"), programmes: l.Set("programme"), allTalks: l.Set("all-talks"),
		parts: l.Set("part"), besideParts: l.Set("beside-part"), noTalks: l.Set("no-talk"), containers: l.Set("container"), manuals: l.Set("manual"),
		present: l.Set("present"), sentences: l.Set("sentence"), besideLinks: l.Set("beside-link"), about: words.NewSet("notes recap report"),
		columns: map[string]column{},
		kinds:   words.NewMap(kindsOf(l, "")), signs: kindsOf(l, "-sign"), sites: kindsOf(l, "-site"), folders: kindsOf(l, "-folder"), endings: kindsOf(l, "-ending"),
		talkHosts: l.Set("talk-host"), talkFolders: l.Set("talk-folder"), otherFolders: l.Set("other-folder"),
	}
	for kind, c := range map[string]column{
		"title": titleColumn, "speaker": speakerColumn, "slides": slidesColumn, "video": videoColumn,
		"schedule": scheduleColumn, "date": dateColumn, "notes": notesColumn,
	} {
		for _, w := range l.Set(kind + "-column").Words() {
			v.columns[w] = c
		}
	}
	return v
})

// kindsOf are the kinds of link by the words that lists of one sort have for them.
func kindsOf(l words.Lists, sort string) map[string]summit.Kind {
	out := map[string]summit.Kind{}
	for _, kind := range summit.Kinds {
		for _, w := range l.Set(string(kind) + sort).Words() {
			out[w] = kind
		}
	}
	return out
}

// namesPart reports whether a heading names a part of a talk or of the notes ("Q&A", "Key
// takeaways"), not a talk.
func namesPart(all []string) bool {
	if hasPhrase(known().parts, all) {
		return true
	}
	found := false
	for _, w := range all {
		switch {
		case known().parts.Has(w):
			found = true
		case !known().besideParts.Has(w):
			return false
		}
	}
	return found
}

// namesTalks reports whether a heading names the talks, and no kind of them: "The talks".
func namesTalks(all []string) bool {
	found := false
	for _, w := range all {
		switch {
		case known().allTalks.Has(w):
			found = true
		case !known().besideParts.Has(w):
			return false
		}
	}
	return found
}

// namesNoTalk reports whether a heading names what an event has besides talks: "Lunch", "Wrap-up".
func namesNoTalk(all []string) bool {
	if hasPhrase(known().noTalks, all) || len(all) == 2 && known().breaks.Has(all[1]) {
		return true
	}
	found := false
	for _, w := range all {
		switch {
		case known().noTalks.Has(w):
			found = true
		case !known().parts.Has(w) && !known().besideParts.Has(w):
			return false
		}
	}
	return found
}

// namesFrame reports whether a bullet or a row of a programme names something that frames talks:
// "Welcome", "Registration and coffee".
func namesFrame(all []string) bool {
	if hasPhrase(known().frames, all) {
		return true
	}
	found := false
	for _, w := range all {
		switch {
		case known().frames.Has(w), known().noTalks.Has(w):
			found = true
		case !known().besideParts.Has(w):
			return false
		}
	}
	return found
}

// hasPhrase reports whether a text in a script without spaces is in a set: each of its signs is a
// word.
func hasPhrase(set words.Set, all []string) bool {
	return len(all) > 1 && all[0][0] >= utf8.RuneSelf && set.Has(strings.Join(all, ""))
}

// namesPresent reports whether a line is a label with the names of people behind it, who spoke,
// were there or were not. A panel is a talk.
func namesPresent(s string) bool {
	label, _, found := strings.Cut(s, ":")
	if !found {
		return false
	}
	first, rest := words.Cut(label)
	return who.IsLabel(label) && first != "panel" || known().present.At(first) && rest == ""
}

// hasTimeOrPlace reports whether a line is a label such as "Date" or "Room" with its value behind
// it.
func hasTimeOrPlace(s string) bool {
	label, _, _ := strings.Cut(s, ":")
	label = strings.ToLower(strings.TrimSpace(label))
	return known().columns[label] == dateColumn || trimmings().rooms.Has(label)
}

// namesContainer reports whether a heading names a container of talks: "Track A", "Main stage",
// "Schedule", "Lightning talks".
func namesContainer(all []string) bool {
	if hasPhrase(known().programmes, all) {
		return true
	}
	n := len(all)
	for n > 1 && words.IsDigits(all[n-1]) { // "Lightning talks 2"
		n--
	}
	return 0 < n && n <= 4 && (isContainer(all[0]) || isContainer(all[n-1]))
}

func isContainer(word string) bool {
	return known().containers.Has(word) || known().programmes.Has(word)
}

// namesEvent reports whether a heading names an event, or says that these are notes of it.
func namesEvent(s string, all []string) bool {
	last := len(all) - 1
	return who.NamesEvent(s) && !isNumber(s) || 0 < last && last < 3 && known().eventLasts.Has(all[last]) || slices.ContainsFunc(all, known().about.Has) && aboutNotes().MatchString(s)
}

// aboutNotes is what a title says of the notes themselves: "Notes from X", "X: a trip report".
var aboutNotes = words.Regexp(`(?i)^(?:my |our |personal )?(?:trip )?(?:notes|recap|report)(?: (?:from|of|on|for)(?: the)? |\s*[:–—-] )|[\s:,–—-]+(?:my |our )?(?:\pL+ (?:and|&) |conference |event |session |talk |trip )?(?:notes|recap|report)(?: (?:and|&) \pL+)?$`)

// namesManual reports whether a heading belongs to a README, a change log or a licence.
func namesManual(all []string) bool {
	found, versions := false, 0
	for _, w := range all {
		switch {
		case strings.Trim(w, "0123456789v") == "": // of "v1.2.0 - 2020-01-01"
			versions++
		case known().manuals.Has(w):
			found = true
		case !known().besideParts.Has(w):
			return false
		}
	}
	return found || versions > 2
}

// isLicence reports whether a title is that of a licence or of rules for contributors.
func isLicence(s string) bool {
	s = " " + strings.Join(words.Lower(s), " ")
	for _, end := range []string{"license", "licence", "changelog", "change log", "contributing", "code of conduct", "readme", "security policy"} {
		if strings.HasSuffix(s, " "+end) {
			return true
		}
	}
	return strings.HasPrefix(s, " contributing to ")
}

// isSentence reports whether a line without punctuation is part of running text: it has a word
// that titles seldom and sentences often have.
func isSentence(s string) bool {
	all := strings.Fields(s)
	if len(all) > 12 {
		return true
	}
	for _, w := range all {
		if known().sentences.Has(strings.Trim(w, ",;()’'\"")) {
			return true
		}
	}
	return false
}
