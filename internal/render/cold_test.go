package render_test

import (
	"io"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/render"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

func BenchmarkColdText(b *testing.B) {
	for b.Loop() {
		n := notes.Bundled()
		ix := index.New(sessions.All(n.Summits), n.Topics, n.Talks)
		a, _ := answer.Find(ix, answer.Query{Words: []string{"diego"}})
		_ = render.Text(io.Discard, a, render.Style{})
	}
}
