package answer_test

import (
	"strings"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
)

// TestPhrases has other words for each topic.
func TestPhrases(t *testing.T) {
	ix := bundled(t)
	content, err := judgments.ReadFile("testdata/phrases.txt")
	if err != nil {
		t.Fatal(err)
	}
	silent := map[string]bool{}
	for _, topic := range ix.Topics() {
		silent[topic.ID] = true
	}
	for i, line := range strings.Split(string(content), "\n") {
		topic, phrases, found := strings.Cut(line, ": ")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		delete(silent, topic)
		for phrase := range strings.SplitSeq(phrases, "; ") {
			a, err := answer.Find(ix, answer.Query{Words: []string{phrase}})
			if err != nil || len(a.Topics) == 0 || a.Topics[0].ID != topic || len(a.Ignored) > 0 {
				t.Errorf("testdata/phrases.txt:%d: %s: %s, error %v, want the topic %s first; move the phrase if it is another topic's", i+1, phrase, summary(a), err, topic)
			}
		}
	}
	for topic := range silent {
		t.Errorf("testdata/phrases.txt has no other words for the topic %s", topic)
	}
}
