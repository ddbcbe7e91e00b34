package render

import (
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// speakersLine names speakers with their organisations; those of one organisation share it. A
// single speaker without an organisation has the role instead. A name that the title repeats is
// omitted.
func speakersLine(speakers []summit.Speaker, title string) string {
	names := map[string][]string{}
	var organizations []string
	for _, s := range speakers {
		organization := s.Organization
		if organization == "" && len(speakers) == 1 {
			organization = s.Role
		}
		if _, known := names[organization]; !known {
			organizations = append(organizations, organization)
			names[organization] = nil
		}
		if s.Name != title {
			names[organization] = append(names[organization], s.Name)
		}
	}
	var parts []string
	for _, o := range organizations {
		parts = append(parts, joinFilled(", ", words.List(names[o], "and"), o))
	}
	if len(parts) == 2 {
		return joinFilled(", and ", parts...)
	}
	return joinFilled("; ", parts...)
}
