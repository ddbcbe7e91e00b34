package parse

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/when"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A trimmer has the words of each kind of the data file.
type trimmer struct{ languages, languageCodes, sessionKinds, besideKinds, rooms, lengths, remarks, besideRemarks, titleLabels words.Set }

// trimmings are read when notes are first read.
var trimmings = sync.OnceValue(func() *trimmer {
	l := words.ReadLists(trimmingsFile)
	return &trimmer{
		languages: l.Set("language"), languageCodes: l.Set("language-code"), sessionKinds: l.Set("session-kind"), besideKinds: l.Set("beside-kind"),
		rooms: l.Set("room"), titleLabels: l.Set("title-label"), lengths: l.Set("length"), remarks: l.Set("remark"), besideRemarks: l.Set("beside-remark"),
	}
})

// cutBrackets takes brackets off the end of a title that hold nothing of it: its language, kind
// or length, the room, a remark on its recording, its code. is tells which they are.
func cutBrackets(s string, is func(inside string) bool) string {
	for {
		before, inside, found := lastBracket(s)
		if !found || !is(inside) && !(strings.HasSuffix(s, "]") && isCode(inside)) {
			return s
		}
		s = before
	}
}

var brackets = [...][2]string{{"(", ")"}, {"[", "]"}, {"（", "）"}, {"【", "】"}}

// lastBracket parts a text at the brackets that end it. There is something before them.
func lastBracket(s string) (before, inside string, found bool) {
	for _, pair := range brackets {
		rest, closed := strings.CutSuffix(s, pair[1])
		if !closed {
			continue
		}
		if open := strings.LastIndex(rest, pair[0]); open > 0 {
			before = strings.TrimRight(rest[:open], " ")
			return before, rest[open+len(pair[0]):], before != ""
		}
	}
	return s, "", false
}

// cutFirstBracket takes brackets off the head of a title that hold its kind, its language or the
// room: `[Talk] Title`.
func cutFirstBracket(s string) string {
	if inside, after := firstBracket(s); namesKind(inside) || namesLanguage(inside) || namesRoom(inside) || isCode(inside) {
		return after
	}
	return s
}

// firstBracket parts a text behind the brackets at its head.
func firstBracket(s string) (inside, after string) {
	for _, pair := range brackets {
		if before, after, closed := strings.Cut(s, pair[1]); closed && strings.HasPrefix(before, pair[0]) {
			return before[len(pair[0]):], strings.TrimLeft(after, words.Trailing)
		}
	}
	return "", ""
}

// maxCode is the longest code of a session, in bytes.
const maxCode = 8

// isCode reports whether a text is the code of a session in the programme: `S1`, `A2(L)`, `DOP301`.
func isCode(s string) bool {
	return s != "" && len(s) <= maxCode && 'A' <= s[0] && s[0] <= 'Z' && strings.ContainsAny(s, "0123456789") && !strings.ContainsAny(s, " .'&+/")
}

// isTrimmingOfPeople is isTrimming for brackets that may be behind people: two letters there
// could be a country.
func isTrimmingOfPeople(inside string) bool {
	return len(inside) != len("EN") && isTrimming(inside)
}

func isTrimming(inside string) bool {
	return strings.Trim(inside, " ?!.") == "" || namesLanguage(inside) || namesKind(inside) || namesRoom(inside) || isLength(inside) || namesRemark(inside)
}

// namesLanguage reports whether a text is the language of a talk, or several: `EN`, `en/ja`,
// `Deutsch`.
func namesLanguage(s string) bool {
	found := false
	for w := range words.In(s) {
		isCode := trimmings().languageCodes.Has(w) && (w == strings.ToUpper(w) || !strings.EqualFold(w, "it"))
		if !isCode && !trimmings().languages.Has(w) {
			return false
		}
		found = true
	}
	return found
}

// namesKind reports whether a text says what kind of session one is, and nothing else: "Keynote",
// "Lightning talk 2".
func namesKind(s string) bool {
	found := false
	for w := range words.In(s) {
		switch {
		case trimmings().sessionKinds.Has(w):
			found = true
		case !trimmings().besideKinds.Has(w) && !words.IsDigits(w):
			return isKindInOneWord(s)
		}
	}
	return found
}

// isKindInOneWord is namesKind for Japanese, which has no spaces between words.
func isKindInOneWord(s string) bool {
	return trimmings().sessionKinds.Has(strings.Trim(s, " 0123456789"))
}

// namesRoom reports whether a text is a room by its number or letter: `Room 2.04`, `Hall B`.
func namesRoom(s string) bool {
	first, rest := words.Cut(s)
	room := strings.TrimRight(first, "0123456789")
	if !trimmings().rooms.Has(room) || room == first && rest == "" {
		return false
	}
	for w := range words.In(rest) {
		if utf8.RuneCountInString(w) > 1 && strings.Trim(w, ".0123456789") != "" {
			return false
		}
	}
	return true
}

// cutRoom takes a room off the end or the head of a title, and a remark off the end: `Title |
// Track 2`, `Room 1 - Title`.
func cutRoom(s string) string {
	for _, sign := range []string{" | ", " - ", " – ", " — ", " @ ", ": "} {
		before, after, found := strings.Cut(s, sign)
		if !found {
			continue
		}
		if namesRoom(before) {
			return after
		}
		if at := strings.LastIndex(s, sign); namesRoom(s[at+len(sign):]) || namesRemark(s[at+len(sign):]) {
			return strings.TrimRight(s[:at], " ")
		}
	}
	return s
}

// isLength reports whether a text is the length of a talk: `20 min`.
func isLength(s string) bool {
	digits, unit := words.CutDigits(strings.TrimLeft(s, "~ "))
	unit = strings.Trim(unit, " -.")
	return digits != "" && (unit == "'" || unit == "’" || trimmings().lengths.Has(unit))
}

// namesRemark reports whether a text is a remark on the recording of a session: "no recording,
// sorry".
func namesRemark(s string) bool {
	found := false
	for w := range words.In(s) {
		switch {
		case trimmings().remarks.Has(w):
			found = true
		case !trimmings().besideRemarks.Has(w):
			return false
		}
	}
	return found
}

// cutKind takes the kind of a session off the head of its title if that is in quotes, or if it is a
// label: `Lecture: "Title"`, `Talk: Title`.
func cutKind(s string) string {
	if label, rest, _ := strings.Cut(s, ":"); trimmings().titleLabels.Has(label) && strings.TrimSpace(rest) != "" {
		return strings.TrimSpace(rest)
	}
	open := strings.IndexFunc(s, isQuote)
	if open < 1 || !namesKind(s[:open]) {
		return s
	}
	if rest := strings.Trim(s[open:], "\"“”„«»「」 "); !strings.ContainsAny(rest, "\"“”„«»「」") {
		return rest
	}
	return s
}

// beginsWithKind reports whether a title begins with the kind of the session: `Keynote: Title`,
// `WORKSHOP - Title`.
func beginsWithKind(s string) bool {
	for _, sign := range []string{":", "：", " - ", " – ", " — ", " | "} {
		if kind, _, _ := strings.Cut(s, sign); namesKind(kind) {
			return true
		}
	}
	return false
}

func isQuote(r rune) bool {
	switch r {
	case '"', '“', '„', '«', '「':
		return true
	}
	return false
}

// cutTrimmingsBehind takes the time of day and brackets off the end of the title and its other
// readings, and its kind off the head. It notes whether the title begins with a kind.
func (t *title) cutTrimmingsBehind() {
	t.Text, _ = when.CutTimeBehind(t.Text)
	t.Text = cutBrackets(t.Text, isTrimming)
	t.kind = beginsWithKind(t.Text)
	t.Text = cutKind(t.Text)
	for i := range t.Doubtful {
		d := &t.Doubtful[i]
		d.Text = cutKind(cutBrackets(d.Text, isTrimming))
	}
}

// showTeX writes colours of TeX as the words in them: `$\textcolor{red}{Title}$`.
func showTeX(s string) string {
	before, rest, _ := strings.Cut(s, `$\`)
	inside, after, _ := strings.Cut(rest, "}$")
	open := strings.LastIndexByte(inside, '{')
	return before + strings.ReplaceAll(inside[open+1:], `\ `, " ") + after
}

// cutStruck removes text that is struck out from a title: `~~Old~~ New`.
func cutStruck(s string) string {
	before, rest, _ := strings.Cut(s, "~~")
	_, after, struck := strings.Cut(rest, "~~")
	if !struck {
		return s
	}
	return words.OneLine(before + after)
}
