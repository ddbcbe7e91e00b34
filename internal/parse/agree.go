package parse

import (
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/who"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A saying is the title and the speakers of a session.
type saying struct {
	title    string
	speakers []summit.Speaker
}

// agree is the third pass: it finds title and speakers of each session, in their order. What most sessions do settles what one
// alone leaves in doubt. agendas are the speakers of talks in tables that are no sessions, by their titles in lower case.
func agree(sessions []*Candidate, agendas map[string][]summit.Speaker) []saying {
	out := make([]saying, len(sessions))
	for i, s := range sessions {
		out[i] = saying{s.title.Text, s.speakers()}
		if len(out[i].speakers) == 0 {
			out[i].speakers = agendas[strings.ToLower(s.title.Text)]
		}
	}
	out = namesBefore(out)
	out = namesBehind(out, sessions, who.Colon, words.Colons)
	out = namesBehind(out, sessions, who.Dash, words.Dashes)
	return organizations(out)
}

// namesBefore reads `Name: Title` if most titles are written so.
func namesBefore(all []saying) []saying {
	named := 0
	for _, s := range all {
		if name, _ := s.nameBefore(); name != "" {
			named++
		}
	}
	if named < 2 || 2*named < len(all) {
		return all
	}
	out := make([]saying, len(all))
	for i, s := range all {
		if name, title := s.nameBefore(); name != "" {
			s = saying{title, []summit.Speaker{{Name: name}}}
		}
		out[i] = s
	}
	return out
}

// nameBefore is the name before the colon in a title without speakers; it is empty if there is none.
func (s saying) nameBefore() (name, title string) {
	name, title, _ = strings.Cut(s.title, ": ")
	if title == "" || len(s.speakers) > 0 || !who.IsName(name) {
		return "", ""
	}
	return name, title
}

// namesBehind reads names alone behind a sign if most sessions have their speakers behind it.
func namesBehind(all []saying, sessions []*Candidate, sign who.Sign, signs *words.Signs) []saying {
	sure := 0
	for _, s := range sessions {
		if len(s.title.Speakers) > 0 && s.title.Behind == sign {
			sure++
		}
	}
	if sure < 2 || 2*sure < len(all) {
		return all
	}
	out := make([]saying, len(all))
	for i, s := range all {
		if at := signs.First(s.title); at != nil && len(s.speakers) == 0 {
			if name := s.title[at.End:]; who.IsName(name) && !who.HasRole(name) {
				s = saying{s.title[:at.Start], []summit.Speaker{{Name: name}}}
			}
		}
		out[i] = s
	}
	return out
}

// organizations uses the organisations that the notes name clearly to read those that are written in lower case behind a role.
func organizations(all []saying) []saying {
	known := map[string]string{}
	for _, s := range all {
		for _, speaker := range s.speakers {
			if speaker.Organization != "" {
				known[strings.ToLower(speaker.Organization)] = speaker.Organization
			}
		}
	}
	out := make([]saying, len(all))
	for i, s := range all {
		out[i] = saying{title: s.title}
		for _, speaker := range s.speakers {
			out[i].speakers = append(out[i].speakers, withOrganization(speaker, known))
		}
	}
	return out
}

func withOrganization(s summit.Speaker, known map[string]string) summit.Speaker {
	if at := strings.LastIndex(s.Role, ", "); at >= 0 && s.Organization == "" {
		if organization := known[strings.ToLower(s.Role[at+2:])]; organization != "" {
			s.Role, s.Organization = s.Role[:at], organization
		}
	}
	return s
}

// agendasIn are the speakers of the talks in the tables of a document that are notes.
func agendasIn(root *Candidate, plan Plan) map[string][]summit.Speaker {
	out := map[string][]summit.Speaker{}
	var look func(p *Place)
	look = func(p *Place) {
		for _, c := range p.Below {
			if c.Kind == Row && plan.Of(c).Role == Note && len(c.candidate.title.Speakers) > 0 {
				out[strings.ToLower(c.candidate.title.Text)] = c.candidate.title.Speakers
			}
			look(c)
		}
	}
	look(&root.Place)
	return out
}
