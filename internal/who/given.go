package who

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// names are those of names.txt.
type names struct {
	given                   *words.Sorted
	families, organizations words.Set
}

var knownNames = sync.OnceValue(func() *names {
	l := words.ReadLists(namesFile)
	return &names{words.NewSorted(givenNames), l.Set("family"), l.Set("organization")}
})

// beginsGiven reports whether a text begins with a given name that many people have.
func beginsGiven(s string) bool {
	first, rest, _ := strings.Cut(s, " ")
	if isHonorific(first) {
		first, rest, _ = strings.Cut(rest, " ")
	}
	first, _, _ = strings.Cut(first, "-")
	if rest == "" || !isCapitalised(first) {
		return false
	}
	n := knownNames()
	return n.given.Has(words.Fold(withoutStrokes.Replace(first))) && !n.organizations.Has(strings.ReplaceAll(s, " ", "-"))
}

// withoutStrokes writes letters that have no accent, but a stroke or a ligature, with plain ones.
var withoutStrokes = strings.NewReplacer("ł", "l", "Ł", "L", "ø", "o", "Ø", "O", "đ", "d", "Đ", "D", "ı", "i", "æ", "ae", "Æ", "Ae", "ß", "ss")

// isCapitalised reports whether a word has a capital first and a small letter next.
func isCapitalised(w string) bool {
	first, size := utf8.DecodeRuneInString(w)
	second, _ := utf8.DecodeRuneInString(w[size:])
	return unicode.IsUpper(first) && unicode.IsLower(second)
}

// isEastAsian reports whether a text is the full name of a person in Chinese characters or in
// Hangul: a known family name, and one or two characters more.
func isEastAsian(s string) bool {
	if s < string(firstOfEastAsia) {
		return false
	}
	s, _ = cutSuffix(s)
	s = strings.Join(strings.Fields(s), "")
	if strings.ContainsFunc(s, func(r rune) bool { return !unicode.In(r, unicode.Han, unicode.Hangul) }) {
		return false
	}
	for range 2 {
		_, last := utf8.DecodeLastRuneInString(s)
		if s = s[:len(s)-last]; knownNames().families.At(s) {
			return true
		}
	}
	return false
}

// cutSuffix takes a form of address off the end of a Japanese name.
func cutSuffix(s string) (name string, found bool) {
	for _, suffix := range []string{"さん", "氏", "様"} {
		if name, found = strings.CutSuffix(s, suffix); found {
			return name, true
		}
	}
	return s, false
}

// The first of Kana, Chinese characters and Hangul, and its first byte in UTF-8.
const (
	firstOfEastAsia     = '\u3040'
	firstByteOfEastAsia = 0xE3
)

// profileHosts are sites whose pages are mostly people.
var profileHosts = []string{"twitter.com/", "linkedin.com/in/", "github.com/", "x.com/", "bsky.app/profile/", "/@", "xing.com/profile/"}

// isProfile reports whether an address is that of a person's page on a site with many.
func isProfile(url string) bool {
	for _, host := range profileHosts {
		if _, user, _ := strings.Cut(url, host); user != "" && !strings.Contains(strings.TrimRight(user, "/"), "/") {
			return true
		}
	}
	return false
}
