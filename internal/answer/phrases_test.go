package answer_test

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
)

//go:embed testdata/phrases.txt
var judgedPhrases string

// TestPhrases has other words for the topics.
func TestPhrases(t *testing.T) {
	ix := bundled(t)
	for i, line := range strings.Split(judgedPhrases, "\n") {
		topic, phrases, found := strings.Cut(line, ": ")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		for phrase := range strings.SplitSeq(phrases, "; ") {
			a, err := answer.Find(ix, answer.Query{Words: []string{phrase}})
			if err != nil || len(a.Topics) == 0 || a.Topics[0].ID != topic || len(a.Ignored) > 0 {
				t.Errorf("testdata/phrases.txt:%d: %s: %s, error %v, want the topic %s first", i+1, phrase, summary(a), err, topic)
			}
		}
	}
}
