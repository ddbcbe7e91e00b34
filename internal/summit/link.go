package summit

import (
	"slices"
	"strings"
)

// A Kind tells what kind of page a link leads to.
type Kind string

// Video, Slides and Schedule are the kinds of talk links: they lead to the talk itself.
const (
	Video     Kind = "video"
	Slides    Kind = "slides"
	Schedule  Kind = "schedule"
	Profile   Kind = "profile"
	Reference Kind = "reference"
)

// Kinds are all kinds, the best first.
var Kinds = []Kind{Video, Slides, Schedule, Profile, Reference}

// IsTalk reports whether a link of this kind leads to the talk itself.
func (k Kind) IsTalk() bool { return k == Video || k == Slides || k == Schedule }

// IsWatchable reports whether a link of this kind leads to a recording or slides.
func (k Kind) IsWatchable() bool { return k == Video || k == Slides }

// Rank is the place of a kind of link among all, the best first.
func (k Kind) Rank() int { return slices.Index(Kinds, k) }

// A Link belongs to a session or a talk.
type Link struct {
	Kind     Kind
	URL      string // absolute, http or https; of slides and videos also the path of a file beside the notes
	Label    string // describes the page; empty if the address is enough
	Inferred bool   // no source says that the link belongs to this talk; other evidence suggests it
}

// IsFile reports whether a link leads to a file beside the notes.
func (l Link) IsFile() bool {
	return !strings.HasPrefix(l.URL, "https://") && !strings.HasPrefix(l.URL, "http://")
}

// BestFirst returns links in the order of their kinds, each address once.
func BestFirst(links []Link) []Link {
	var out []Link
	seen := map[string]bool{}
	for _, kind := range Kinds {
		for _, l := range links {
			if l.Kind == kind && !seen[l.URL] {
				seen[l.URL] = true
				out = append(out, l)
			}
		}
	}
	return out
}

// TalkLinks returns the session's links to the talk itself, best first.
//
//go:noinline
func (s *Session) TalkLinks() []Link {
	talk := []Link{}
	for _, link := range s.Links {
		if link.Kind.IsTalk() {
			talk = append(talk, link)
		}
	}
	return talk
}
