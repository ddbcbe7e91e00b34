package render

import (
	"flag"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/talks"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/topics"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata to what is rendered")

// bundled is an index of the bundled notes.
func bundled(testing.TB) *index.Index {
	b := notes.Bundled()
	return index.New(sessions.All(b.Summits), b.Topics, b.Talks)
}

// invented is an index of a small summit that uses every feature of the renderers.
func invented(tb testing.TB) *index.Index {
	tb.Helper()
	summits, err := sessions.Load(os.DirFS("testdata/summit"))
	if err != nil {
		tb.Fatal(err)
	}
	allTopics, err := topics.Read("topics.yaml", readFile(tb, "testdata/summit/topics.yaml"))
	if err != nil {
		tb.Fatal(err)
	}
	return index.New(sessions.All(summits), allTopics, inventedTalks(tb))
}

func inventedTalks(tb testing.TB) []summit.Talk {
	tb.Helper()
	all, faults := talks.Read("talks.yaml", readFile(tb, "testdata/summit/talks.yaml"), func(string) bool { return true })
	if faults != nil {
		tb.Fatal(faults)
	}
	return all
}

func readFile(tb testing.TB, name string) []byte {
	tb.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	return content
}

func find(tb testing.TB, ix *index.Index, q answer.Query) answer.Answer {
	tb.Helper()
	a, err := answer.Find(ix, q)
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

// checkSafe reports characters in an output other than printable text and newlines. Joiners and
// selectors may follow a character that they can shape.
func checkSafe(t *testing.T, what, output string) {
	t.Helper()
	before := rune(0)
	for i, r := range output {
		unseen := r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Variation_Selector,
			unicode.Other_Default_Ignorable_Code_Point)
		if unseen && !(isShaping(r) && canBeShaped(before)) {
			t.Errorf("%s has %U behind %q at byte %d:\n%q", what, r, before, i, output)
			return
		}
		before = r
	}
}

func isShaping(r rune) bool {
	return r == '\u200c' || r == '\u200d' || unicode.Is(unicode.Variation_Selector, r)
}

func canBeShaped(r rune) bool {
	if r <= unicode.MaxASCII {
		return strings.ContainsRune("#*0123456789", r)
	}
	return !unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Cf)
}
