package parse

import (
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// settleNames reads headings that alone could be titles as a whole, where most say on which side of a
// sign people stand: `Name: Title`, `Title: Name`, `Name - Name`.
func settleNames(titles []*title) {
	settleBefore(titles)
	settleBehind(titles, ':', colons)
	settleBehind(titles, '-', dashes)
}

func settleBefore(titles []*title) {
	var named []*title
	for _, t := range titles {
		if name, rest, found := strings.Cut(t.title, ": "); found && len(t.speakers) == 0 && isName(name) && rest != "" {
			named = append(named, t)
		}
	}
	if len(named) < 2 || 2*len(named) < len(titles) {
		return
	}
	for _, t := range named {
		name, rest, _ := strings.Cut(t.title, ": ")
		t.title, t.speakers = rest, []summit.Speaker{{Name: name}}
	}
}

func settleBehind(titles []*title, sign byte, signs *signs) {
	sure := 0
	for _, t := range titles {
		if len(t.speakers) > 0 && t.behind == sign {
			sure++
		}
	}
	if sure < 2 || 2*sure < len(titles) {
		return
	}
	for _, t := range titles {
		if len(t.speakers) > 0 {
			continue
		}
		at := cutOutside(t.title, signs)
		if at == nil {
			continue
		}
		if name := t.title[at.end:]; isName(name) && !hasRoleWord(name) {
			t.title, t.speakers = t.title[:at.start], []summit.Speaker{{Name: name}}
		}
	}
}

// settleOrganizations uses the organisations that the notes name clearly to read those that one
// heading alone does not tell: written in lower case, or with something stuck to their end.
func settleOrganizations(titles []*title) {
	known := map[string]string{}
	for _, t := range titles {
		for _, s := range t.speakers {
			known[strings.ToLower(s.Organization)] = s.Organization
		}
	}
	delete(known, "")
	for _, t := range titles {
		for i := range t.speakers {
			s := &t.speakers[i]
			if at := strings.LastIndex(s.Role, ", "); at >= 0 && s.Organization == "" {
				if organization := known[strings.ToLower(s.Role[at+2:])]; organization != "" {
					s.Role, s.Organization = s.Role[:at], organization
				}
			}
			if t.doubtful != "" && s.Organization == "" {
				first, _, _ := strings.Cut(t.doubtful, " ")
				s.Organization = known[strings.ToLower(first)]
			}
		}
	}
}
