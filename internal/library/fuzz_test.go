package library

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
)

// FuzzLoad: whatever a folder contains, notes that are text are read, every file that is not read
// has a fault, the session of the valid file is found, and all sessions have unique numbers and
// ids.
func FuzzLoad(f *testing.F) {
	f.Add(talk, "sessions:\n  - heading: Talk\n    title: Other\n", "topics:\n  - {id: tea, name: Tea, terms: [tea]}\n")
	f.Add("---\ntitle: [\n---\n", "summit: {days: {1: 2020-01-01}}\n", "topics: 1\n")
	f.Add("\x00", "\xff", "\t")
	f.Add("- - - - a\n\n# b\n## c\n", "variables: {a: b}\n", "")
	f.Fuzz(func(t *testing.T, notes, facts, topics string) {
		if len(notes) > 10_000 {
			t.Skip("what takes long is not what is looked for here")
		}
		disk := shelf(map[string]string{"in/a.md": notes, "in/a.yaml": facts, "in/good.md": talk, "in/topics.yaml": topics})
		l := Load(disk, []string{"in"}, nil)
		if len(l.Files) == 0 || l.Files[len(l.Files)-1].Name != "in/good.md" {
			t.Fatalf("in/good.md was not read: %v", l.Faults)
		}
		if len(l.Files) == 1 && (!strings.Contains(messages(l.Faults), "in/a.md") || utf8.ValidString(notes) && !strings.Contains(notes, "\x00")) {
			t.Errorf("in/a.md was lost: %v", l.Faults)
		}
		summits := l.Summits()
		sessions.Number(summits, nil)
		seen := map[string]bool{}
		for i, s := range sessions.All(summits) {
			if s.Number != i+1 || s.ID == "" || seen[s.ID] || s.Title == "" {
				t.Errorf("session %d has number %d, id %q, title %q", i+1, s.Number, s.ID, s.Title)
			}
			seen[s.ID] = true
		}
	})
}

func messages(all []error) string {
	var out strings.Builder
	for _, err := range all {
		out.WriteString(err.Error() + "\n")
	}
	return out.String()
}
