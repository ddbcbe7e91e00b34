package parse

import (
	"iter"
	"strings"
	"unicode"
)

// wordsOf are the words of s in lower case, without what is neither letter nor digit.
func wordsOf(s string) []string {
	var out []string
	for w := range wordsIn(s) {
		out = append(out, strings.ToLower(w))
	}
	return out
}

// wordsIn are the words of s as they are written.
func wordsIn(s string) iter.Seq[string] {
	return strings.FieldsFuncSeq(strings.ReplaceAll(s, "'", ""), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

var answers = strings.NewReplacer("Q&A", "qa", "q&a", "qa", "Q & A", "qa", "Q/A", "qa", "Q and A", "qa", "TL;DR", "tldr", "tl;dr", "tldr")

// namesPart reports whether a heading names a part of a talk or of the notes ("Q&A", "Key
// takeaways"), not a talk.
func namesPart(s string) bool {
	if strings.ContainsAny(s, "&/;") || strings.Contains(s, "Q and A") {
		s = answers.Replace(s)
	}
	found := false
	for w := range wordsIn(s) {
		switch {
		case partWords.hasFolded(w):
			found = true
		case !partFillers.hasFolded(w):
			return false
		}
	}
	return found
}

// namesPresent reports whether a line is a label with the names of people behind it, who spoke, were
// there or were not. A panel is a talk.
func namesPresent(s string) bool {
	label, _, found := strings.Cut(s, ":")
	if !found || len(label) > 30 {
		return false
	}
	first, rest := cutWord(label)
	return isLabel(label) && first != "panel" || presentWords.has(first) && rest == ""
}

// namesContainer reports whether a heading names what talks stand in: "Track A", "Main stage",
// "Schedule", "Lightning talks".
func namesContainer(s string) bool {
	words, first, last := 0, "", ""
	for w := range wordsIn(s) {
		if words++; words > 4 {
			return false
		}
		if words == 1 {
			first = w
		}
		last = w
	}
	return containerWords.hasFolded(first) || containerWords.hasFolded(last)
}

// namesEvent reports whether a heading names an event: it has a year, or a word such as
// "summit", "KubeCon" or "DevOpsDays", or says that these are notes of it.
func namesEvent(s string) bool {
	if aboutNotes().MatchString(s) {
		return true
	}
	for _, w := range wordsOf(s) {
		if eventWords.has(w) || len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && strings.Trim(w, "0123456789") == "" {
			return true
		}
		for _, end := range []string{"con", "conf", "days", "camp", "fest"} {
			if len(w) > len(end)+2 && strings.HasSuffix(w, end) && !notEvents.has(w) {
				return true
			}
		}
	}
	return false
}

// namesManual reports whether a heading belongs to a README, a change log or a licence.
func namesManual(s string) bool {
	words := wordsOf(s)
	for _, w := range words {
		if !manualWords.has(w) && !partFillers.has(w) {
			return isVersion(words)
		}
	}
	return len(words) > 0
}

func isVersion(words []string) bool {
	for _, w := range words {
		if strings.Trim(w, "0123456789v") != "" {
			return false
		}
	}
	return len(words) > 2
}

// isLicence reports whether a title is that of a licence or of rules for contributors.
func isLicence(s string) bool {
	s = strings.Join(wordsOf(s), " ")
	for _, end := range []string{"license", "licence", "changelog", "change log", "contributing", "code of conduct", "readme", "security policy"} {
		if s == end || strings.HasSuffix(s, " "+end) || strings.HasPrefix(s, "contributing to ") {
			return true
		}
	}
	return false
}

// isSentence reports whether a line without punctuation is part of running text: it has a word
// that titles seldom and sentences often have.
func isSentence(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	if len(words) > 12 {
		return true
	}
	for _, w := range words {
		if sentenceWords.has(strings.Trim(w, ",;()’'\"")) {
			return true
		}
	}
	return false
}

// trimSymbols takes emoji and other signs that are neither letters, digits nor punctuation off
// both ends.
func trimSymbols(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.So, unicode.Sk, unicode.Variation_Selector) || r == '\u200d' || r == '\u20e3'
	})
}
