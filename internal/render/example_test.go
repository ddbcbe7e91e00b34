package render_test

import (
	"fmt"
	"os"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/render"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// ExampleText shows an answer as at a terminal of 60 columns without colour.
func ExampleText() {
	s := &summit.Session{
		Number: 1, ID: "ropes-revisited", Title: "Ropes revisited", Summary: "Hemp is back.", Summit: "Harbour Days 2016",
		Speakers: []summit.Speaker{{Name: "Jane Doe", Organization: "Tidewater"}},
		Notes:    []summit.Note{{Text: "hemp is back"}},
		Source:   summit.Source{File: "harbour.md", Line: 5},
	}
	topics := []summit.Topic{{ID: "ropes", Name: "Ropes", Terms: []string{"rope"}}}
	a, err := answer.Find(index.New([]*summit.Session{s}, topics, nil), answer.Query{Words: []string{"ropes"}})
	if err == nil {
		err = render.Text(os.Stdout, a, render.Style{Width: 60})
	}
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// Ropes
	//
	// About it
	// 1   Ropes revisited
	//     Jane Doe, Tidewater
	//     Hemp is back.
	//     • hemp is back
	//
	// next     cf summit-notes 1 or cf summit-notes ropes --full
}
