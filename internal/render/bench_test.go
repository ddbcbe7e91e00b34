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

// BenchmarkOutput shows the answer to a topic, and the list of all sessions, in every way.
func BenchmarkOutput(b *testing.B) {
	bundled := notes.Bundled()
	ix := index.New(sessions.All(bundled.Summits), bundled.Topics, bundled.Talks)
	for _, asked := range []struct {
		name  string
		query answer.Query
	}{
		{"topic", answer.Query{Words: []string{"diego"}}},
		{"list", answer.Query{ListSessions: true}},
	} {
		a, err := answer.Find(ix, asked.query)
		if err != nil {
			b.Fatal(err)
		}
		for _, output := range []struct {
			name  string
			write func() error
		}{
			{"text", func() error { return render.Text(io.Discard, a, render.Style{Width: 80, Color: true}) }},
			{"markdown", func() error { return render.Markdown(io.Discard, a) }},
			{"json", func() error { return render.JSON(io.Discard, a) }},
		} {
			b.Run(asked.name+"/"+output.name, func(b *testing.B) {
				for b.Loop() {
					if err := output.write(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
