package index_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// TestNames has people and organisations with the names of topics.
func TestNames(t *testing.T) {
	topics := []summit.Topic{{ID: "diego", Terms: []string{"diego"}}, {ID: "vault", Terms: []string{"vault"}}, {ID: "nets", Terms: []string{"net"}}}
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"what somebody says", "Diego said it works", nil},
		{"in another form", "then Diego explains why", nil},
		{"beside a mention", "Diego thinks that Diego is fast", []string{"Diego thinks that [Diego] is fast"}},
		{"what software does", "Diego starts containers", []string{"[Diego] starts containers"}},
		{"what an author says of software", "Diego, said he", []string{"[Diego], said he"}},
		{"in lower case", "diego said", []string{"[diego] said"}},
		{"the whole name", "Diego Lapiduz said", nil},
		{"a longer name", "Diego Lapiduz Gomez", nil},
		{"another whole name of the same first word", "Diego Rivera", nil},
		{"a name of nobody", "Diego Maradona", []string{"[Diego] Maradona"}},
		{"an organisation says", "Vault says no", []string{"[Vault] says no"}},
		{"a given name with a hyphen", "Diego-Maria said", nil},
		{"a name that goes on with an accent", "Diego Lapiduz\u0301", []string{"[Diego] Lapiduz\u0301"}},
		{"an organisation that begins with a dot", "the .NET Works", nil},
		{"an organisation that begins with a digit", "at 24 Vault Street", nil},
	} {
		s := session(1, "x", notes(c.text)...)
		s.Speakers = []summit.Speaker{{Name: "Diego Lapiduz"}, {Name: "Diego Rivera", Organization: "Vault Works"}, {Name: "Diego Lapiduz Gomez"},
			{Name: "Diego-Maria Vega", Organization: ".NET Works"}, {Name: "Ana Lopez", Organization: "24 Vault Street"}, {Name: "Bo Chen", Organization: "Diego Sails"}}
		ix := index.New([]*summit.Session{s}, topics, nil)
		var got []string
		for _, topic := range topics {
			for _, b := range ix.Bearings(topic.ID) {
				got = append(got, marked(s, b.Marks)...)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: mentions in %q (-want +got):\n%s", c.name, c.text, diff)
		}
	}
}

// TestSaying has each verb that makes a given name that of a person.
func TestSaying(t *testing.T) {
	topics := []summit.Topic{{ID: "diego", Terms: []string{"diego"}}}
	for _, verb := range strings.Fields(
		"said says told tells asked explains mentions thinks thought believes recommends suggested spoke speaks talked",
	) {
		s := session(1, "x", notes("Diego "+verb+" so")...)
		s.Speakers = []summit.Speaker{{Name: "Diego Lapiduz"}}
		if got := index.New([]*summit.Session{s}, topics, nil).Bearings("diego"); got != nil {
			t.Errorf("%q mentions the topic", s.Notes[0].Text)
		}
	}
}
