package who

import (
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// maxSubject is the number of words before which the verb of a sentence about a talk is.
const maxSubject = 12

// inText are the people of a sentence who may give the talk.
func (l *Line) inText() People {
	if p := l.subject(); p.Certainty > Nobody {
		return p
	}
	return l.mentioned()
}

// subject are the people with known given names, or the account, of whom a text says that they
// give a talk: "Ana Lopez of Hooli shows how ...".
func (l *Line) subject() People {
	s, end, n := l.Text.Words, 0, 0
	for w := range strings.FieldsSeq(s) {
		if n++; n > maxSubject {
			break
		}
		start := end + strings.Index(s[end:], w)
		end = start + len(w)
		if !known().verbs.At(strings.TrimRight(w, words.Trailing)) {
			continue
		}
		p := l.readLast(strings.TrimRight(s[:start], " "))
		p.inText, p.speaking = true, true
		return p
	}
	return People{}
}

// readLast reads the people at the end of the text before a verb: "Today the author Ana Lopez".
func (l *Line) readLast(s string) People {
	for {
		if p := readWhole(l.Text.with(s), belowTitle, false); p.AreCalled() {
			return p
		}
		_, rest, found := strings.Cut(s, " ")
		if isAccount(s) || !found {
			break
		}
		s = rest
	}
	if !isAccount(s) {
		return People{}
	}
	return readWhole(l.Text.with(s), named, false)
}

// mentioned are the only people of a text whose names or accounts lead to pages of people.
func (l *Line) mentioned() People {
	at := slices.IndexFunc(l.Text.Links, func(k Link) bool { return isProfile(k.URL) })
	if at < 0 || slices.ContainsFunc(l.Text.Links[at+1:], func(k Link) bool { return isProfile(k.URL) }) {
		return People{}
	}
	p := readWhole(l.Text.with(strings.Trim(l.Text.Links[at].Words, words.Trailing)), named, false)
	p.inText = true
	return p
}
