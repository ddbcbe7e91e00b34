package topics_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/topics"
)

const good = `# two topics
topics:
  - id: ropes
    name: Ropes and lines
    aliases: [hawser, mooring line]
    terms: [rope, mooring line]
    not: [jump rope]
    definition: >-
      What holds a ship,
      by the quay.
    docs: [https://example.com/ropes]
    since:
      text: |
        Nylon came.
      sources: [https://example.com/nylon]
    related: [knots]

  - id: knots
    name: Knots
    terms: [knot]
`

func TestRead(t *testing.T) {
	got, err := topics.Read("topics.yaml", []byte(good))
	if err != nil {
		t.Fatal(err)
	}
	want := []summit.Topic{
		{
			ID: "ropes", Name: "Ropes and lines", Aliases: []string{"hawser", "mooring line"},
			Terms: []string{"rope", "mooring line"}, Not: []string{"jump rope"},
			Definition: "What holds a ship, by the quay.", Docs: []string{"https://example.com/ropes"},
			Since:   summit.Since{Text: "Nylon came.", Sources: []string{"https://example.com/nylon"}},
			Related: []string{"knots"},
		},
		{ID: "knots", Name: "Knots", Terms: []string{"knot"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Read (-want +got):\n%s", diff)
	}
}

func TestReadFaults(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{
			"documentation at an address that no browser should open",
			"topics:\n- {id: ropes, name: Ropes, terms: [rope]}\n- {id: knots, name: Knots, terms: [knot], docs: ['javascript:alert(1)']}\n",
			`t.yaml:3: "javascript:alert(1)" is not an http or https address; this topic is ignored`,
		},
		{
			"a source that is a file",
			"topics:\n- id: ropes\n  name: Ropes\n  terms: [rope]\n  since: {text: Gone., sources: ['file:///etc/passwd']}\n",
			`t.yaml:5: "file:///etc/passwd" is not an http or https address; this topic is ignored`,
		},
		{
			"an alias that two topics claim",
			"topics:\n- {id: ropes, name: Ropes, aliases: [line], terms: [rope]}\n- {id: knots, name: Knots, aliases: [Lines], terms: [knot]}\n",
			`t.yaml:3: "Lines" is claimed by ropes and by knots; leave it to one of them`,
		},
		{
			"an alias that is another topic's name",
			"topics:\n- {id: ropes, name: Mooring Line, terms: [rope]}\n\n- {id: knots, name: Knots, aliases: [mooring-lines], terms: [knot]}\n",
			`t.yaml:4: "mooring-lines" is claimed by ropes and by knots; leave it to one of them`,
		},
		{
			"an id that two topics have",
			"topics:\n- {id: ropes, name: Ropes, terms: [rope]}\n- {id: ropes, name: Lines, terms: [line]}\n",
			"t.yaml:3: the topic ropes is already in line 2; merge the two; this topic is ignored",
		},
		{
			"an id that two topics have by an alias",
			"topics:\n- &r {id: ropes, name: Ropes, terms: [rope]}\n- *r\n",
			"t.yaml:3: the topic ropes is already in line 2; merge the two; this topic is ignored",
		},
		{
			"an id that two topics have, and an unknown field",
			"topics:\n- {id: ropes, name: Ropes, terms: [rope]}\n- id: ropes\n  names: Lines\n",
			"t.yaml:3: the topic ropes is already in line 2; merge the two; this topic is ignored\n" +
				`t.yaml:4: there is no field "names"; known are id, name, aliases, terms, not, definition, docs, since, related; this topic is ignored`,
		},
		{
			"an alias that nobody can type",
			"topics:\n- {id: ropes, name: Ropes, aliases: ['?!'], terms: [rope]}\n",
			`t.yaml:2: "?!" has no letter to type; this topic is ignored`,
		},
		{
			"an unknown related topic",
			"topics:\n- id: ropes\n  name: Ropes\n  terms: [rope]\n  related: [ropes, knots]\n",
			`t.yaml:5: ropes is related to "knots", which is not a topic`,
		},
		{
			"no terms",
			"topics:\n- {id: knots, name: Knots, terms: [knot]}\n- {id: ropes, name: Ropes}\n",
			"t.yaml:3: a topic needs a name and terms",
		},
		{
			"no id",
			"topics:\n- {id: knots, name: Knots, terms: [knot]}\n\n- {name: Ropes, terms: [rope]}\n",
			"t.yaml:4: a topic needs an id; this topic is ignored",
		},
		{"no name", "topics:\n- {id: ropes, terms: [rope]}\n", "t.yaml:2: a topic needs a name and terms"},
		{
			"an unknown field",
			"topics:\n- id: ropes\n  name: Ropes\n  alias: [line]\n  terms: [rope]\n",
			`t.yaml:4: there is no field "alias"; known are id, name, aliases, terms, not, definition, docs, since, related; this topic is ignored`,
		},
		{
			"several unknown fields",
			"topics:\n- {id: ropes, name: Ropes, terms: [rope]}\ntopic: 1\nnames: 2\n",
			"t.yaml:3: there is no field \"topic\"; known are since, topics; it is ignored\nt.yaml:4: there is no field \"names\"; known are since, topics; it is ignored",
		},
		{
			"text in place of a list",
			"topics:\n- id: ropes\n  name: Ropes\n  terms: rope\n",
			`t.yaml:4: found "rope", expected a list; this topic is ignored`,
		},
		{"not YAML", "topics:\n- id: ropes\n  name: a: b\n", "t.yaml:3: this is not YAML: mapping values are not allowed in this context; check whether a text in this line needs quotes, and its indent; its topics are ignored"},
		{
			"a second document",
			"topics:\n- {id: ropes, name: Ropes, terms: [rope]}\n---\ntopics:\n- {id: knots, name: Knots, terms: [knot]}\n",
			"t.yaml:3: a second YAML document begins here; remove this line; it is ignored",
		},
		{"an empty file", "", "t.yaml:1: there are no topics"},
		{"no topics", "topics: []\n", "t.yaml:1: there are no topics"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := topics.Read("t.yaml", []byte(c.source))
			if err == nil || err.Error() != c.want || got != nil {
				t.Errorf("Read = %v, %v, want error %q", got, err, c.want)
			}
		})
	}
}
