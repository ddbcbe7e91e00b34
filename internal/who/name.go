package who

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// IsName reports whether a text could be a person's name: two to five capitalised words, initials
// and particles allowed, none of them a word that titles are made of, nor one that ends the name
// of a company. A family name may be such a word behind a given name or a form of address, or in
// capitals.
func IsName(s string) bool {
	if strings.Count(s, " ") > 4 || beginsTitle(s) {
		return false
	}
	if isEastAsian(s) {
		return true
	}
	if isUpper(strings.ReplaceAll(s, " ", "")) {
		s = inSmallLetters(s)
		if !beginsGiven(s) {
			return false
		}
	}
	n, last, titled := 0, "", false
	for w := range strings.FieldsSeq(s) {
		titled = titled || n == 0 && isHonorific(w)
		n++
		switch {
		case !isNameWord(w) && !isParticle(w):
			if !areCapitals(w) || !beginsGiven(s) {
				return false
			}
		case !titled && known().nobody.Has(w):
			if n != 2 || len(w) < 3 || !beginsGiven(s) {
				return false
			}
		}
		last = w
	}
	return n > 1 && !isParticle(last) && !known().companies.Has(strings.TrimRight(last, "."))
}

// inSmallLetters writes each word of a text in capitals with one capital.
func inSmallLetters(s string) string {
	fields := strings.Fields(s)
	for i, w := range fields {
		fields[i] = words.Capital(strings.ToLower(w))
	}
	return strings.Join(fields, " ")
}

// areCapitals reports whether a word has only capitals, enough for a family name.
func areCapitals(w string) bool {
	return utf8.RuneCountInString(w) > 3 && isUpper(strings.ReplaceAll(w, "-", ""))
}

// isCalled reports whether one word can be a person if people are known to be named: a first
// name, two initials or an account.
func isCalled(s string) bool {
	switch {
	case isAccount(s):
		return true
	case known().nobody.Has(s) || known().roles.Has(s) || known().contacts.Has(s) || len(s) < 2:
		return false
	}
	return isNameWord(s) && !isCamelCase(s) || len(s) <= maxInitials && isUpper(s) || isShortWithoutCase(s)
}

// maxInitials is how many letters of a name people are called by: "AJ", "DHH".
const maxInitials = 3

// hasInitials reports whether a text is a family name with two initials before it that have no full
// stops: "AJ Lopez".
func hasInitials(s string) bool {
	first, family, _ := strings.Cut(s, " ")
	return len(first) == 2 && isUpper(first) && !known().nobody.Has(first) && IsName("Aj "+family) && !HasRole(family)
}

// isUpper reports whether a text has nothing but capitals.
func isUpper(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsUpper(r) })
}

// isShortWithoutCase reports whether a text is a few letters of a script without capitals.
func isShortWithoutCase(s string) bool {
	return utf8.RuneCountInString(s) <= 12 && !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.In(r, unicode.Lo, unicode.Lm, unicode.M) && !strings.ContainsRune(" ・", r)
	})
}

// isCamelCase reports whether a capital follows a small letter, as in the names of products.
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

func isNameWord(w string) bool {
	first, size := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(first) {
		return isNickname(w) || joinsParticle(w)
	}
	lower := false
	for _, r := range w {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("-‐‑'’ʼʻ·.", r) {
			return false
		}
		lower = lower || unicode.IsLower(r)
	}
	return lower || w[size:] == "" || areInitials(w)
}

// areInitials reports whether each letter of a word has a full stop: "J.R.R."
func areInitials(w string) bool {
	for initial := range strings.SplitAfterSeq(w, ".") {
		letter, dot := strings.CutSuffix(initial, ".")
		if initial != "" && (!dot || utf8.RuneCountInString(letter) != 1) {
			return false
		}
	}
	return true
}

// isNickname reports whether a word is a name in quotation marks.
func isNickname(w string) bool {
	inner := strings.Trim(w, "\"“”„«»'‘’")
	return len(inner) < len(w)-1 && isNameWord(inner)
}

// joinsParticle reports whether a word is a name with a particle before it, such as "al-Amin".
func joinsParticle(w string) bool {
	particle, name, _ := strings.Cut(w, "-")
	return isParticle(particle) && isNameWord(name)
}

func isParticle(w string) bool { return known().particles.At(w) }

func isHonorific(w string) bool { return known().honorifics.Has(strings.TrimRight(w, ".")) }

// isAccount reports whether a text is the name of an account, such as "@jane", or an address for
// mail.
func isAccount(s string) bool {
	at := strings.IndexByte(s, '@')
	return at >= 0 && len(s) > 1 && !strings.ContainsAny(s, " ,") && (at == 0 || strings.Contains(s[at:], "."))
}

// isHandle reports whether a text is like the name of an account without "@".
func isHandle(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(first) && !strings.ContainsFunc(s, func(r rune) bool { return r != '_' && r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) &&
		!known().nobody.Has(s) && !known().roles.Has(s)
}

// isPlainWord reports whether a text is one word in lower case that titles are not made of.
func isPlainWord(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(first) && !strings.ContainsAny(s, " /@:") && !known().nobody.Has(s) && !known().remarks.At(s)
}

// isOrganization reports whether a text is written like an organisation: like a proper name, or
// as "eBay", "initech AG" or "ex-Initech".
func isOrganization(s string) bool {
	if words.IsProper(s) {
		return true
	}
	first, rest, _ := strings.Cut(s, " ")
	return strings.ContainsFunc(first, unicode.IsUpper) && !strings.ContainsAny(first, "/@:") || known().companies.Has(strings.TrimRight(rest, "."))
}

// readsLikeOrganization reports whether a text, addresses left aside, is a few words written like
// a proper name.
func readsLikeOrganization(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		first, _ := utf8.DecodeRuneInString(w)
		if n++; n > 5 || !IsMark(first) && !isOrganization(w) && !known().inOrganization.At(w) {
			return false
		}
	}
	first, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	return !known().inOrganization.Has(first) && !beginsTitle(first)
}

// beginsTitle reports whether the first word of a text is one that only titles begin with.
func beginsTitle(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return known().titleBegins.Has(first)
}
