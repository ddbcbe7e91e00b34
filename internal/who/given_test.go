package who

import (
	"flag"
	"fmt"
	"go/format"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

var update = flag.Bool("update", false, "rewrite the generated names to those of names.txt")

const generated = `// Code generated from names.txt by make notes; DO NOT EDIT.

package who

const (
	givenNames        = %q // as words.Sort writes them
	familyNames       = %q
	organizationNames = %q
)
`

// TestNames compares the generated names with those of names.txt, and asks for each given name.
func TestNames(t *testing.T) {
	file, err := os.ReadFile("names.txt")
	if err != nil {
		t.Fatal(err)
	}
	lists := words.ReadLists(string(file))
	given := lists.Set("given").Words()
	for _, name := range given {
		if len(name) < 2 || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") != "" {
			t.Fatalf("names.txt: the given name %q needs two letters or more, all of them from a to z", name)
		}
	}
	want := []any{words.Sort(given), strings.Join(lists.Set("family").Words(), " "), strings.Join(lists.Set("organization").Words(), " ")}
	if *update {
		source, err := format.Source(fmt.Appendf(nil, generated, want...))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("names_gen.go", source, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !slices.Equal(want, []any{givenNames, familyNames, organizationNames}) {
		t.Fatal("the generated names are not those of names.txt; run make notes")
	}
	for _, name := range given {
		if known := knownNames().given; !known.Has(name) || known.Has(name+"q") != slices.Contains(given, name+"q") {
			t.Errorf("the given name %q is not found", name)
		}
	}
}
