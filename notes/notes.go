// Package notes holds the bundled data. `make notes` generates it from the Markdown and YAML files
// in this folder.
package notes

import "github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"

// Bundled returns the bundled data, which is read-only.
func Bundled() summit.Notes {
	return summit.Notes{Summits: summits, Topics: topics, Talks: talks, Digest: digest}
}
