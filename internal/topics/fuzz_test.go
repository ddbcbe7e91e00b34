package topics_test

import (
	"bytes"
	"regexp"
	"strconv"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/topics"
)

var place = regexp.MustCompile(`^topics\.yaml:(\d+): `)

// FuzzExtend: whatever a file says, every fault has a line inside the file, and no topic that there
// was loses anything.
func FuzzExtend(f *testing.F) {
	f.Add([]byte("topics:\n  - {id: tea, name: Tea, aliases: [chai, cell], terms: [tea], related: [diego, x]}\n"))
	f.Add([]byte("topics:\n  - {id: diego, name: Other, terms: [scheduler]}\n  - {id: diego, not: [a]}\n"))
	f.Add([]byte("topics: [\n"))
	f.Add([]byte("topics:\n  - id: {a: b}\n"))
	f.Add([]byte("- 1\n- 2\n"))
	f.Add([]byte("\x00"))
	f.Fuzz(func(t *testing.T, source []byte) {
		got, notices, err := topics.Extend([]summit.Topic{diego}, "topics.yaml", source)
		faults := notices
		if err != nil {
			faults = append(faults, err)
		}
		for _, fault := range faults {
			m := place.FindStringSubmatch(fault.Error())
			if m == nil {
				t.Fatalf("%q names no line", fault)
			}
			if line, _ := strconv.Atoi(m[1]); line < 1 || line > 2+yamlLineEnds(source) {
				t.Errorf("%q: the file has no such line", fault)
			}
		}
		if err == nil && (got[0].Name != diego.Name || got[0].Definition != diego.Definition || len(got[0].Aliases) < len(diego.Aliases)) {
			t.Errorf("diego became %+v", got[0])
		}
	})
}

// yamlLineEnds counts what ends a line in YAML, which is more than in other texts.
func yamlLineEnds(source []byte) int {
	n := 0
	for _, end := range []string{"\n", "\r", "\u0085", "\u2028", "\u2029"} {
		n += bytes.Count(source, []byte(end))
	}
	return n
}
