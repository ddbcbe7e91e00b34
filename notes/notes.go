// Package notes holds what the program carries: notes, topics and talks. `make notes` generates the values from the
// Markdown and YAML files beside this one.
package notes

import "github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"

// Bundled returns the bundled data. Nothing may write to it.
func Bundled() summit.Notes {
	return summit.Notes{Summits: summits, Topics: topics, Talks: talks, Digest: digest}
}
