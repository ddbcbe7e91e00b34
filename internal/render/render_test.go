package render

import (
	"flag"
	"io/fs"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/bundle"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata to what is rendered")

// bundled are the notes that the program carries.
func bundled(tb testing.TB) *index.Index { return load(tb, notes.FS) }

// invented are the notes of a small summit that needs every feature of the renderers.
func invented(tb testing.TB) *index.Index { return load(tb, os.DirFS("testdata/summit")) }

func load(tb testing.TB, folder fs.FS) *index.Index {
	tb.Helper()
	b, err := bundle.Load(folder)
	if err != nil {
		tb.Fatal(err)
	}
	return index.New(sessions.All(b.Summits), b.Topics)
}

func find(tb testing.TB, ix *index.Index, q answer.Query) answer.Answer {
	tb.Helper()
	a, err := answer.Find(ix, q)
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

// checkSafe reports what must not stand in an output for readers: anything but printable text and newlines. What shapes the
// character before it may stand behind one that can have other shapes.
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
