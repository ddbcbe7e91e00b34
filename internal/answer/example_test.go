package answer_test

import (
	"fmt"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

func ExampleFind() {
	bundled := notes.Bundled()
	ix := index.New(sessions.All(bundled.Summits), bundled.Topics, bundled.Talks)
	a, err := answer.Find(ix, answer.Query{Words: []string{"what", "did", "pivotal", "say", "about", "bosh"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Topics[0].Name)
	for _, s := range a.Sessions {
		fmt.Println(s.Number, s.Title, s.Relevance)
	}
	// Output:
	// BOSH
	// 6 Cloud Native Security: Rotate, Repair, Repave mentions
}
