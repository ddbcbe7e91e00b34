package index_test

import (
	"fmt"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

func Example() {
	sessions := []*summit.Session{
		{Number: 1, Title: "Ropes revisited", Notes: []summit.Note{{Text: "hemp is back"}}},
		{Number: 2, Title: "Lighthouses", Notes: []summit.Note{{Text: "hempen ropes hold the lamp"}}},
	}
	topics := []summit.Topic{{ID: "ropes", Name: "Ropes", Terms: []string{"rope"}}}
	ix := index.New(sessions, topics, nil)
	for _, b := range ix.Bearings("ropes") {
		fmt.Println(b.Session.Title, "is about it:", b.About)
	}
	// Output:
	// Ropes revisited is about it: true
	// Lighthouses is about it: false
}
