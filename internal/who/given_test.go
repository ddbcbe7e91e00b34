package who

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// TestGivenNames asks for each given name of names.txt.
func TestGivenNames(t *testing.T) {
	file, err := os.ReadFile("names.txt")
	if err != nil {
		t.Fatal(err)
	}
	given := words.ReadLists(string(file)).Set("given-name").Words()
	for _, name := range given {
		if len(name) < 2 || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") != "" {
			t.Errorf("the given name %q needs two letters or more, all of them from a to z", name)
		}
		if known := knownNames().given; !known.Has(name) || known.Has(name+"q") != slices.Contains(given, name+"q") {
			t.Errorf("the given name %q is not found; run make notes", name)
		}
	}
}
