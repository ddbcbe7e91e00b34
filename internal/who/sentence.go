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
	if p := l.giver(); p.Certainty > Nobody {
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

// maxBetween is how many words after that for a talk, or for how it was given, "by" is at most.
const maxBetween = 4

// giver are the people with known given names by whom a text says that a talk was given: "This talk
// was given by Ana Lopez".
func (l *Line) giver() People {
	s, end, n, given := l.Text.Words, 0, 0, -maxBetween
	for w := range strings.FieldsSeq(s) {
		end += strings.Index(s[end:], w) + len(w)
		switch n++; {
		case known().given.Has(w):
			given = n
		case n-given <= maxBetween && known().giver.At(w):
			if p := l.readFirst(s[end:]); p.Certainty > Nobody {
				p.inText, p.speaking = true, true
				return p
			}
		}
		if n > 2*maxSubject {
			break
		}
	}
	return People{}
}

// maxNames is how many words the names of people at the head of a text have at most.
const maxNames = 7

// readFirst reads the people with known given names at the head of a text, which may have an
// article before them.
func (l *Line) readFirst(s string) People {
	s, _, _ = strings.Cut(s, ". ")
	fields := strings.Fields(s)
	if len(fields) > 0 && fields[0] == strings.ToLower(fields[0]) {
		fields = fields[1:]
	}
	for n := min(maxNames, len(fields)); n > 1; n-- {
		text := strings.TrimRight(strings.Join(fields[:n], " "), words.Trailing+".")
		if p := readWhole(l.Text.with(text), belowTitle, false); p.AreCalled() {
			return p
		}
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
		if !found {
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
