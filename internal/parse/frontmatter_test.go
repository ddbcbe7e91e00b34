package parse_test

import (
	"strings"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/parse"
)

// TestLargeFrontMatter has front matter that expands to far more than its own size, and front matter
// that takes long if each field is compared with all others.
func TestLargeFrontMatter(t *testing.T) {
	if testing.Short() {
		t.Skip("takes most of the time of all tests")
	}
	const many = 40_000
	for _, c := range []struct{ name, head string }{
		{"people", "---\npeople: [&p {name: Jane Doe, " + strings.Repeat("a, ", many) + "}]\nspeakers: [" + strings.Repeat("*p, ", many) + "]\n---\n"},
		{"names", "---\nname: &n " + strings.Repeat("Jane ", many) + "\nspeakers: [" + strings.Repeat("{name: *n}, ", many) + "]\n---\n"},
		{"lists", "---\nspeakers: &s [" + strings.Repeat("*s, ", many) + "]\n---\n"},
		{"tables", "+++\nspeakers = [" + strings.Repeat(`{nam = 1, of = [2]}, `, many) + "]\n+++\n"},
		{"depth", "+++\nspeakers = " + strings.Repeat("[", 100*many) + "\n+++\n"},
	} {
		r := parse.Read(parse.File{Name: "notes.md", Source: []byte(c.head + "# Ropes\n\n* remark\n")})
		if r.Summit == nil || len(r.Faults) == 0 || len(r.Faults) > many {
			t.Errorf("%s: there are %d faults", c.name, len(r.Faults))
		}
	}
}
