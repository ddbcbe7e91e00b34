package topics_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/topics"
)

var diego = summit.Topic{ID: "diego", Name: "Diego", Aliases: []string{"cell"}, Terms: []string{"diego"}, Definition: "The runtime."}

func TestExtend(t *testing.T) {
	tests := []struct {
		name    string
		file    string
		want    []summit.Topic
		notices []string
	}{
		{
			name: "a topic of its own",
			file: "topics:\n  - {id: tea, name: Tea, aliases: [chai], terms: [tea], related: [diego]}\n",
			want: []summit.Topic{diego, {ID: "tea", Name: "Tea", Aliases: []string{"chai"}, Terms: []string{"tea"}, Related: []string{"diego"}}},
		},
		{
			name: "more aliases and terms",
			file: "topics:\n  - {id: diego, aliases: [scheduler], terms: [scheduler]}\n",
			want: []summit.Topic{{ID: "diego", Name: "Diego", Aliases: []string{"cell", "scheduler"}, Terms: []string{"diego", "scheduler"}, Definition: "The runtime."}},
		},
		{
			name:    "what a topic says stays",
			file:    "topics:\n  - {id: diego, name: DIEGO, definition: Something else., terms: []}\n",
			want:    []summit.Topic{diego},
			notices: []string{"topics.yaml:2: there is a topic diego already"},
		},
		{
			name:    "an alias stays with its topic",
			file:    "topics:\n  - {id: battery, name: Battery, aliases: [Cells, accu], terms: [battery]}\n",
			want:    []summit.Topic{diego, {ID: "battery", Name: "Battery", Aliases: []string{"accu"}, Terms: []string{"battery"}}},
			notices: []string{`topics.yaml:2: "Cells" leads to the topic diego already`},
		},
		{
			name:    "a name that another topic has",
			file:    "topics:\n  - {id: phone, name: Cell, terms: [phone]}\n",
			want:    []summit.Topic{diego, {ID: "phone", Name: "Cell", Terms: []string{"phone"}}},
			notices: []string{`topics.yaml:2: another topic is called "phone" or "Cell" already`},
		},
		{
			name:    "related to nothing",
			file:    "topics:\n  - {id: diego, related: [nothing]}\n",
			want:    []summit.Topic{diego},
			notices: []string{`topics.yaml:2: diego is related to "nothing", which is no topic`},
		},
	}
	for _, test := range tests {
		got, notices, err := topics.Extend([]summit.Topic{diego}, "topics.yaml", []byte(test.file))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if diff := cmp.Diff(test.want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		if len(notices) != len(test.notices) {
			t.Errorf("%s: notices %v, want %q", test.name, notices, test.notices)
			continue
		}
		for i, want := range test.notices {
			if !strings.Contains(notices[i].Error(), want) {
				t.Errorf("%s: notice %q, want %q in it", test.name, notices[i], want)
			}
		}
	}
}

func TestExtendRefuses(t *testing.T) {
	for _, test := range []struct{ name, file, want string }{
		{"not YAML", "topics: [\n", "topics.yaml:"},
		{"a topic without terms", "topics:\n  - {id: tea, name: Tea}\n", "topics.yaml:2: a topic needs an id"},
		{"no id", "topics:\n  - {name: Tea, terms: [tea]}\n", "topics.yaml:2: a topic needs an id"},
		{"an unknown field", "topics:\n  - {id: tea, name: Tea, terms: [tea], color: green}\n", `there is no field "color"`},
	} {
		got, _, err := topics.Extend([]summit.Topic{diego}, "topics.yaml", []byte(test.file))
		if err == nil || !strings.Contains(err.Error(), test.want) || got != nil {
			t.Errorf("%s: got %v and the error %v, want %q in it", test.name, got, err, test.want)
		}
	}
}
