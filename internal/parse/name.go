package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readsLikeOrganization reports whether a text, addresses left aside, is a few words written like a
// proper name.
func readsLikeOrganization(s string) bool {
	words := 0
	for w := range strings.FieldsSeq(s) {
		first, _ := utf8.DecodeRuneInString(w)
		if words++; words > 5 || !isMark(first) && !isOrganization(w) && (words == 1 || !linkFillers.has(w)) {
			return false
		}
	}
	return words > 0 && !partFillers.hasFolded(firstWord(s))
}

func firstWord(s string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	return first
}

// isAccount reports whether s is the name of an account, such as "@jane".
func isAccount(s string) bool {
	return len(s) > 1 && s[0] == '@' && !strings.ContainsAny(s, " ,")
}

// isPlainWord reports whether s is one word in lower case that is none of titles and parts of talks.
func isPlainWord(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(first) && !strings.ContainsAny(s, " /@:") && !titleWords.hasFolded(s) && !partWords.hasFolded(s) && !partFillers.hasFolded(s)
}

// isProper reports whether s is written like a proper name.
func isProper(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.Is(unicode.Lo, first)
}

// isOrganization reports whether s is written like an organisation: like a proper name, or as
// "eBay", "initech AG" or "ex-Initech".
func isOrganization(s string) bool {
	if isProper(s) {
		return true
	}
	if rest, found := strings.CutPrefix(s, "ex-"); found && isProper(rest) {
		return true
	}
	first, rest, _ := strings.Cut(s, " ")
	return strings.ContainsFunc(first, unicode.IsUpper) && !strings.ContainsAny(first, "/@:") || companySuffixes.hasFolded(strings.TrimRight(rest, "."))
}

// isCalled reports whether one word can stand for a person where people are known to be named: a
// first name, two initials or an account.
func isCalled(s string) bool {
	if isAccount(s) {
		return true
	}
	if titleWords.hasFolded(s) || roleWords.hasFolded(s) || len(s) < 2 {
		return false
	}
	return isNameWord(s) && !isCamelCase(s) || len(s) == 2 && strings.ToUpper(s) == s && isNameWord(s[:1]) && isNameWord(s[1:])
}

// isCamelCase reports whether a capital stands behind a small letter, as in the names of products.
func isCamelCase(s string) bool {
	small := false
	for _, r := range s {
		if small && unicode.IsUpper(r) {
			return true
		}
		small = unicode.IsLower(r)
	}
	return false
}

// isName reports whether s could be a person's name: two to five capitalised words, initials and
// particles allowed, none of them a word that titles are made of.
func isName(s string) bool {
	if first, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(first) || strings.Count(s, " ") > 4 {
		return false
	}
	words, last, titled := 0, "", false
	for w := range strings.FieldsSeq(s) {
		titled = titled || words == 0 && honorifics.hasFolded(strings.TrimRight(w, "."))
		fits := isNameWord(w) || !titled && words > 0 && isParticle(w)
		if words++; words > 5 || !fits || !titled && titleWords.hasFolded(w) {
			return false
		}
		last = w
	}
	return words > 1 && (titled || !isParticle(last))
}

func isNameWord(w string) bool {
	first, size := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(first) {
		return isNickname(w) || joinsParticle(w)
	}
	lower := false
	for _, r := range w {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("-'’.", r) {
			return false
		}
		lower = lower || unicode.IsLower(r)
	}
	return lower || w[size:] == "" || w[size:] == "." || areInitials(w)
}

// areInitials reports whether each letter of w has a dot: "J.R.R."
func areInitials(w string) bool {
	for initial := range strings.SplitAfterSeq(w, ".") {
		letter, dot := strings.CutSuffix(initial, ".")
		if initial != "" && (!dot || utf8.RuneCountInString(letter) != 1) {
			return false
		}
	}
	return true
}

// isNickname reports whether w is a name in quotation marks.
func isNickname(w string) bool {
	inner := strings.Trim(w, "\"“”„«»'‘’")
	return len(inner) < len(w)-1 && isNameWord(inner)
}

// joinsParticle reports whether w is a name with a particle before it, such as "al-Amin".
func joinsParticle(w string) bool {
	particle, name, found := strings.Cut(w, "-")
	return found && isParticle(particle) && isNameWord(name)
}

func isParticle(w string) bool { return particles.has(w) }

func hasHonorific(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	return honorifics.hasFolded(strings.TrimRight(first, "."))
}

func hasRoleWord(s string) bool {
	for w := range strings.FieldsFuncSeq(s, notLetter) {
		if roleWords.hasFolded(w) {
			return true
		}
	}
	return false
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
