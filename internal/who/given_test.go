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

const namesFile = "names_gen.go"

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
	source, err := format.Source(fmt.Appendf(nil, `// Code generated from names.txt by make notes; DO NOT EDIT.

package who

const (
	givenNames        = %q // as words.Sort writes them
	familyNames       = %q
	organizationNames = %q
)
`, words.Sort(given), strings.Join(lists.Set("family").Words(), " "), strings.Join(lists.Set("organization").Words(), " ")))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(namesFile, source, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if old, err := os.ReadFile(namesFile); err != nil || string(old) != string(source) {
		t.Fatalf("%s is not generated from names.txt; run make notes (%v)", namesFile, err)
	}
	for _, name := range given {
		if known := knownNames().given; !known.Has(name) || known.Has(name+"q") != slices.Contains(given, name+"q") {
			t.Errorf("the given name %q is not found", name)
		}
	}
}
