package index_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// TestNames has what is told of a person who bears the name of a topic.
func TestNames(t *testing.T) {
	topics := []summit.Topic{{ID: "diego", Terms: []string{"diego"}}, {ID: "vault", Terms: []string{"vault"}}}
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
	} {
		s := session(1, "x", notes(c.text)...)
		s.Speakers = []summit.Speaker{{Name: "Diego Lapiduz"}, {Name: "Diego Rivera", Organization: "Vault Works"}, {Name: "Diego Lapiduz Gomez"}}
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
