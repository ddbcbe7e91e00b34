package topics_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/topics"
)

var place = regexp.MustCompile(`^topics\.yaml:(\d+): `)

// FuzzExtend: for any file, every fault has a line inside the file, no existing topic loses
// anything, and each topic of the file has all required fields.
func FuzzExtend(f *testing.F) {
	f.Add([]byte("topics:\n  - {id: tea, name: Tea, aliases: [chai, cell], terms: [tea], related: [diego, x]}\n"))
	f.Add([]byte("topics:\n  - {id: diego, name: Other, terms: [scheduler]}\n  - {id: diego, not: [a]}\n"))
	f.Add([]byte("topics: [\n"))
	f.Add([]byte("topics:\n  - {id: \"tea\\n\", not: [a]}\n  - {id: diego\" not\r\rg}"))
	f.Add([]byte("topics:\n  - id: {a: b}\n"))
	f.Add([]byte("topics:\n  - {id: tea, name: Tea, terms: [tea], docs: [x]}\n  - {id: cup, name: Cup, terms: [cup]}\n  -\n"))
	f.Add([]byte("- 1\n- 2\n"))
	f.Add([]byte("\x00"))
	f.Add([]byte("\xfe\xff\x00\x85\vr"))
	f.Fuzz(func(t *testing.T, source []byte) {
		x := topics.NewExtender([]summit.Topic{diego}).Extend("topics.yaml", source)
		for _, fault := range slices.Concat(x.Notices, x.Faults) {
			m := place.FindStringSubmatch(fault.Error())
			if m == nil || strings.Contains(fault.Error(), "\n") {
				t.Fatalf("%q names no line", fault)
			}
			if line, _ := strconv.Atoi(m[1]); line < 1 || line > 1+lineEnds(string(source)) {
				t.Errorf("%q: the file has no such line", fault)
			}
		}
		got := x.Topics[0]
		if got.Name != diego.Name || got.Definition != diego.Definition || len(got.Aliases) < len(diego.Aliases) || len(x.Topics) != 1+x.Own {
			t.Errorf("diego became %+v, and there are %d topics, %d of the file", got, len(x.Topics), x.Own)
		}
		for _, topic := range x.Topics[1:] {
			if topic.ID == "" || topic.Name == "" || len(topic.Terms) == 0 {
				t.Errorf("there is the topic %+v", topic)
			}
		}
	})
}

func lineEnds(text string) int {
	return strings.Count(text, "\n") + strings.Count(strings.ReplaceAll(text, "\r\n", ""), "\r")
}
