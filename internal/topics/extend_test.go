package topics_test

import (
	"fmt"
	"runtime"
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
		faults  []string
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
			name:    "a topic keeps its name",
			file:    "topics:\n  - {id: diego, name: DIEGO, terms: []}\n",
			want:    []summit.Topic{diego},
			notices: []string{"topics.yaml:2: there is a topic diego already; its name, definition and since stay"},
		},
		{
			name:    "a topic keeps its definition",
			file:    "topics:\n  - {id: diego, definition: Something else.}\n",
			want:    []summit.Topic{diego},
			notices: []string{"topics.yaml:2: there is a topic diego already; its name, definition and since stay"},
		},
		{
			name:    "a topic keeps its since",
			file:    "topics:\n  - id: diego\n    since: {text: It is gone.}\n",
			want:    []summit.Topic{diego},
			notices: []string{"topics.yaml:2: there is a topic diego already; its name, definition and since stay"},
		},
		{
			name:    "an alias stays with its topic",
			file:    "topics:\n  - id: battery\n    name: Battery\n    aliases:\n    - Cells\n    - accu\n    terms: [battery]\n",
			want:    []summit.Topic{diego, {ID: "battery", Name: "Battery", Aliases: []string{"accu"}, Terms: []string{"battery"}}},
			notices: []string{`topics.yaml:5: "Cells" leads to the topic diego already, so it does not lead to battery`},
		},
		{
			name:    "a name that another topic has",
			file:    "topics:\n  - {id: phone, name: Cell, terms: [phone]}\n",
			want:    []summit.Topic{diego, {ID: "phone", Name: "Cell", Terms: []string{"phone"}}},
			notices: []string{`topics.yaml:2: "Cell" leads to the topic diego already, so it does not lead to phone`},
		},
		{
			name: "ids that are names of another topic",
			file: "topics:\n  - id: cell\n    name: Cells\n    terms: [phone]\n  - id: Cell\n    name: Batteries\n    terms: [battery]\n",
			want: []summit.Topic{diego, {ID: "cell", Name: "Cells", Terms: []string{"phone"}}, {ID: "Cell", Name: "Batteries", Terms: []string{"battery"}}},
			notices: []string{
				`topics.yaml:2: "cell" leads to this topic as its id, and no longer to diego`,
				`topics.yaml:5: "Cell" leads to the topic cell already, so it does not lead to Cell`,
			},
		},
		{
			name: "nothing new",
			file: "topics:\n  - {id: diego, name: Diego, aliases: [cell, cell], terms: [diego], definition: ' The runtime. '}\n",
			want: []summit.Topic{diego},
		},
		{
			name:    "another source",
			file:    "topics:\n  - id: diego\n    since: {sources: [https://example.com]}\n",
			want:    []summit.Topic{diego},
			notices: []string{"topics.yaml:2: there is a topic diego already; its name, definition and since stay"},
		},
		{
			name: "a topic twice",
			file: "topics:\n  - {id: tea, name: [Tea]}\n  - &tea {id: tea, name: Tea, terms: [tea]}\n  - *tea\n  - {id: diego, terms: [rep]}\n  - {id: diego, terms: [auctioneer]}\n",
			want: []summit.Topic{
				{ID: "diego", Name: "Diego", Aliases: []string{"cell"}, Terms: []string{"diego", "rep"}, Definition: "The runtime."},
				{ID: "tea", Name: "Tea", Terms: []string{"tea"}},
			},
			faults: []string{
				"topics.yaml:2: found a list, expected text; this topic is ignored",
				"topics.yaml:4: the topic tea is already in line 3; merge the two; this topic is ignored",
				"topics.yaml:6: the topic diego is already in line 5; merge the two; this topic is ignored",
			},
		},
		{
			name:    "related to nothing",
			file:    "topics:\n  - id: diego\n    related: [nothing]\n",
			want:    []summit.Topic{diego},
			notices: []string{`topics.yaml:3: diego is related to "nothing", which is not a topic`},
		},
		{
			name:   "not YAML",
			file:   "topics:\n  - {id: tea, name: Tea, terms: [tea]}\n  - [\n",
			want:   []summit.Topic{diego},
			faults: []string{"topics.yaml:3: this is not YAML: did not find expected node content; check whether a text in this line needs quotes, and its indent; its topics are ignored"},
		},
		{
			name:   "no topics",
			file:   "# none\n",
			want:   []summit.Topic{diego},
			faults: []string{"topics.yaml:1: there are no topics"},
		},
		{
			name: "a faulty entry leaves the others",
			file: "topic: [a]\ntopics:\n  - id: ropes\n    name: [Ropes]\n    colour: green\n    terms: rope\n  - {id: tea, name: Tea, terms: [tea]}\n  - tea\n",
			want: []summit.Topic{diego, {ID: "tea", Name: "Tea", Terms: []string{"tea"}}},
			faults: []string{
				`topics.yaml:1: there is no field "topic"; known are since, topics; it is ignored`,
				"topics.yaml:4: found a list, expected text; this topic is ignored",
				`topics.yaml:5: there is no field "colour"; known are id, name, aliases, terms, not, definition, docs, since, related; this topic is ignored`,
				`topics.yaml:6: found "rope", expected a list; this topic is ignored`,
				`topics.yaml:8: found "tea", expected a block of fields; this topic is ignored`,
			},
		},
		{
			name: "entries that lack something",
			file: "topics:\n  - {id: tea, name: Tea}\n  - {name: Tea, terms: [tea]}\n  -\n  - {id: '?', name: '', aliases: [''], terms: [tea]}\n",
			want: []summit.Topic{diego},
			faults: []string{
				"topics.yaml:2: there is no topic tea to add to; a new topic needs a name and terms; this topic is ignored",
				"topics.yaml:3: a topic needs an id; this topic is ignored",
				"topics.yaml:4: an item of the list is empty; it is ignored",
				`topics.yaml:5: "?" has no letter to type; this topic is ignored`,
				`topics.yaml:5: "" has no letter to type; this topic is ignored`,
				`topics.yaml:5: "" has no letter to type; this topic is ignored`,
			},
		},
		{
			name:   "an address that no browser should open",
			file:   "topics:\n  - id: diego\n    terms: [cell]\n    since:\n      sources:\n      - https://example.com\n      - file:///etc/passwd\n",
			want:   []summit.Topic{diego},
			faults: []string{`topics.yaml:7: "file:///etc/passwd" is not an http or https address; this topic is ignored`},
		},
	}
	for _, test := range tests {
		x := topics.NewExtender([]summit.Topic{diego}).Extend("topics.yaml", []byte(test.file))
		if diff := cmp.Diff(test.want, x.Topics, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.notices, messages(x.Notices), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: notices (-want +got):\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.faults, messages(x.Faults), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: faults (-want +got):\n%s", test.name, diff)
		}
	}
}

func messages(all []error) []string {
	var out []string
	for _, err := range all {
		out = append(out, err.Error())
	}
	return out
}

func TestExtendCounts(t *testing.T) {
	x := topics.NewExtender([]summit.Topic{diego}).Extend("topics.yaml", []byte("topics:\n"+
		"  - {id: tea, name: Tea, terms: [tea]}\n  - {id: diego, terms: [a]}\n  - {id: diego, terms: [b]}\n  - {id: tea, terms: [chai]}\n  - {id: x}\n"))
	if x.Own != 1 || x.Known != 1 {
		t.Errorf("the file has %d topics of its own and adds to %d, want 1 and 1", x.Own, x.Known)
	}
}

// TestExtendWithItself extends topics with the file that they were read from.
func TestExtendWithItself(t *testing.T) {
	all, err := topics.Read("topics.yaml", []byte(good))
	if err != nil {
		t.Fatal(err)
	}
	x := topics.NewExtender(all).Extend("topics.yaml", []byte(good))
	if diff := cmp.Diff(all, x.Topics); diff != "" || x.Notices != nil || x.Faults != nil {
		t.Errorf("the notices %v, the faults %v, and the topics (-want +got):\n%s", x.Notices, x.Faults, diff)
	}
}

// TestMany has the greatest number of topics.
func TestMany(t *testing.T) {
	const many = topics.Max
	var ids, own, related strings.Builder
	for i := range many {
		fmt.Fprintf(&ids, "x%d, ", i)
		fmt.Fprintf(&own, "- {id: x%d, name: X%d, terms: [x%d], related: [y%d]}\n", i, i, i, i)
		fmt.Fprintf(&related, "- {id: x%d, name: X%d, terms: [x%d], related: [x%d]}\n", i, i, i, many-1-i)
	}
	for _, c := range []struct {
		source               string
		own, notices, faults int
	}{
		{"- {id: diego, aliases: [" + ids.String() + "], terms: [" + ids.String() + "], related: [" + ids.String() + "]}", 0, many, 0},
		{own.String(), many, many, 0},
		{"- &a {id: tea, name: Tea, terms: [tea]}\n" + strings.Repeat("- *a\n", many-1), 1, 0, many - 1},
		{strings.Repeat("- {id: diego, terms: [a]}\n", many), 0, 0, many - 1},
	} {
		x := topics.NewExtender([]summit.Topic{diego}).Extend("topics.yaml", []byte("topics:\n"+c.source))
		if x.Own != c.own || len(x.Notices) != c.notices || len(x.Faults) != c.faults {
			t.Errorf("%.30q: %d own topics, %d notices and %d faults, want %d, %d and %d", c.source, x.Own, len(x.Notices), len(x.Faults), c.own, c.notices, c.faults)
		}
	}
	if _, err := topics.Read("topics.yaml", []byte("topics:\n"+related.String())); err != nil {
		t.Errorf("Read: %.200v", err)
	}
}

func TestExtendByTooMany(t *testing.T) {
	var source strings.Builder
	source.WriteString("topics:\n")
	for i := range topics.Max + 2 {
		fmt.Fprintf(&source, "- {id: t%d, name: T%d, terms: [a]}\n", i, i)
	}
	x := topics.NewExtender(nil).Extend("topics.yaml", []byte(source.String()))
	want := "topics.yaml:1002: there are more than 1000 topics; remove some; the rest is ignored"
	if x.Own != topics.Max || len(x.Faults) != 1 || x.Faults[0].Error() != want {
		t.Errorf("%d topics and the faults %v, want %d and %q", x.Own, x.Faults, topics.Max, want)
	}
}

// TestExtendManyTimes: a file that adds to a topic takes no more memory after many others, and the
// given topic stays as it is.
func TestExtendManyTimes(t *testing.T) {
	given := diego
	given.Terms = append(make([]string, 0, 9), "cell")
	x := topics.NewExtender([]summit.Topic{given})
	const files, last, most = 5_000, 100, 100_000
	var before, after runtime.MemStats
	for i := range files {
		if i == files-last {
			runtime.ReadMemStats(&before)
		}
		x.Extend("topics.yaml", fmt.Appendf(nil, "topics: [{id: diego, terms: [t%d], aliases: [a%d], docs: ['https://d.example/%d']}]", i, i, i))
	}
	runtime.ReadMemStats(&after)
	if each := (after.TotalAlloc - before.TotalAlloc) / last; each > most {
		t.Errorf("each file takes %d bytes, want %d at most", each, most)
	}
	if all := x.Extend("topics.yaml", nil).Topics[0].Terms; len(all) != files+1 || given.Terms[:2][1] != "" {
		t.Errorf("the topic has %d terms, the given one %q", len(all), given.Terms[:2])
	}
}
