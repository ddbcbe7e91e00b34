package index

import (
	"strings"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

// TestRoots checks that no form of a word is missed: all words of the notes and talks begin with
// the root of their stem. A word with an irregular stem is found at least as it is typed.
func TestRoots(t *testing.T) {
	bundled := notes.Bundled()
	var sessions []*summit.Session
	for _, s := range bundled.Summits {
		sessions = append(sessions, s.Sessions...)
	}
	vocabulary := New(sessions, bundled.Topics, bundled.Talks).Vocabulary()
	odd := []string{"skies", "ties", "happily", "conditional", "relational", "digitizer", "valency", "hopefulness", "early"}
	for _, word := range append(vocabulary, odd...) {
		if stem := words.Stem(word); !strings.HasPrefix(word, root(stem)) {
			t.Errorf("%q has the stem %q and does not begin with its root %q", word, stem, root(stem))
		}
	}
	if q := newQuery("dying"); !q.mayBe("dying") {
		t.Error(`"dying" does not find itself`)
	}
}
