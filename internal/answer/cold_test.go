package answer_test

import (
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
)

// BenchmarkCold answers as the program does: from an index that nothing was asked of yet.
func BenchmarkCold(b *testing.B) {
	for name, q := range map[string]answer.Query{
		"topic": {Words: []string{"diego"}}, "question": {Words: []string{"how does docker work"}}, "search": {IsSearch: true, Search: "consul"},
		"name": {Words: []string{"eric malm"}}, "sessions": {ListSessions: true}, "topics": {ListTopics: true}, "misspelt": {Words: []string{"secuirty"}},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				a, _ := answer.Find(bundled(b), q)
				for _, s := range a.Sessions {
					_ = s.Title
				}
			}
		})
	}
}
