package parse_test

import (
	"fmt"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/parse"
)

const harbour = `# Harbour Days 2016

## Day 1 (May 24)

### Ropes revisited - Jane Doe, Tidewater

* hemp is back
`

func ExampleRead() {
	r := parse.Read(parse.File{Name: "harbour.md", Source: []byte(harbour)})
	fmt.Println(r.Summit.Name, r.Faults)
	for _, s := range r.Summit.Sessions {
		fmt.Println(s.Source.Line, s.Date, s.Title)
		fmt.Println(s.Speakers[0].Name, "of", s.Speakers[0].Organization)
		fmt.Println(s.Notes[0].Text)
	}
	// Output:
	// Harbour Days 2016 []
	// 5 2016-05-24 Ropes revisited
	// Jane Doe of Tidewater
	// hemp is back
}

// Why tells by which rule of rules.go each place is what it is.
func ExampleWhy() {
	for _, reason := range parse.Why(parse.File{Name: "harbour.md", Source: []byte(harbour)}) {
		fmt.Println(reason.Line, reason.Role, "-", reason.Rule.Name)
	}
	// Output:
	// 1 name of the summit - summit
	// 3 day - day
	// 5 session - usual level
}
