package index_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	carried "github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

// sizes are numbers of sessions: of one summit, of all summits, and of far more.
var sizes = []int{34, 1_000, 10_000}

// A generator makes sessions like those of real notes: with similar length, names, topics and word
// frequencies. The same seed makes the same sessions.
type generator struct {
	*rand.Rand
	words []string
	ranks *rand.Zipf
	terms []string
}

func newGenerator(topics []summit.Topic) *generator {
	r := rand.New(rand.NewPCG(2016, 5))
	g := &generator{Rand: r, words: make([]string, 20_000), ranks: rand.NewZipf(r, 1.2, 5, 19_999)}
	for i := range g.words {
		g.words[i] = g.syllables(1 + i%4)
	}
	for _, t := range topics {
		g.terms = append(g.terms, t.Terms...)
	}
	return g
}

func (g *generator) syllables(n int) string {
	var out strings.Builder
	for range n {
		out.WriteByte("bcdfghklmnprstvw"[g.IntN(16)])
		out.WriteByte("aeiou"[g.IntN(5)])
		out.WriteByte("lmnrst"[g.IntN(6)])
	}
	return out.String()
}

// text is n words; one in 25 is a term of a topic.
func (g *generator) text(n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = g.words[g.ranks.Uint64()]
		if g.IntN(25) == 0 {
			out[i] = g.terms[g.IntN(len(g.terms))]
		}
	}
	return strings.Join(out, " ")
}

func (g *generator) notes(n, depth int) []summit.Note {
	out := make([]summit.Note, n)
	for i := range out {
		out[i].Text = g.text(2 + g.IntN(12))
		if depth > 0 && g.IntN(4) == 0 {
			out[i].Notes = g.notes(1+g.IntN(4), depth-1)
		}
	}
	return out
}

func (g *generator) speaker(sessions int) summit.Speaker {
	first := g.words[g.IntN(200)]
	last := g.words[g.IntN(min(len(g.words), 2*sessions))]
	name := strings.ToUpper(first[:1]) + first[1:] + " " + strings.ToUpper(last[:1]) + last[1:]
	return summit.Speaker{Name: name, Role: "Engineer", Organization: "Org " + g.words[g.IntN(min(len(g.words), sessions))]}
}

func (g *generator) sessions(n int) []*summit.Session {
	out := make([]*summit.Session, n)
	for i := range out {
		title := g.text(3 + g.IntN(6))
		out[i] = &summit.Session{
			Number: i + 1, ID: fmt.Sprintf("%s-%d", strings.ReplaceAll(title, " ", "-"), i), Title: title, Heading: title,
			Summit: fmt.Sprintf("Cloud Foundry Summit %d", 2000+i/100), Day: 1 + i%3, Track: "Keynotes",
			Speakers: []summit.Speaker{g.speaker(n), g.speaker(n)}[:1+g.IntN(2)], Notes: g.notes(4+g.IntN(8), 2),
		}
	}
	return out
}

// perSession runs a step at each size and reports its cost per session, which should not depend on
// the size.
func perSession(b *testing.B, step func(b *testing.B, all []*summit.Session, topics []summit.Topic, run func(func()))) {
	read := carried.Bundled()
	for _, n := range sizes {
		b.Run(fmt.Sprintf("sessions=%d", n), func(b *testing.B) {
			all := newGenerator(read.Topics).sessions(n)
			step(b, all, read.Topics, func(do func()) {
				for b.Loop() {
					do()
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/session")
			})
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	perSession(b, func(b *testing.B, all []*summit.Session, topics []summit.Topic, run func(func())) {
		run(func() { index.New(all, topics, nil).Search("container networking keynotes") })
	})
}

// BenchmarkAnswer has queries that are answered in different ways.
func BenchmarkAnswer(b *testing.B) {
	some := answer.Filter{Track: "keynotes", Day: 2}
	for _, c := range []struct {
		name  string
		query answer.Query
	}{
		{"topic", answer.Query{Words: []string{"diego"}}},
		{"topics", answer.Query{Words: []string{"diego", "bosh", "security"}}},
		{"all-topics-narrowed", answer.Query{Filter: some, ListTopics: true}},
		{"sessions-narrowed", answer.Query{Filter: some}},
		{"words", answer.Query{Words: []string{"container", "networking", "keynotes"}}},
		{"misspelt", answer.Query{Words: []string{"conatiner", "netwroking", "plocy", "xqxqxq"}}},
		{"no-such-speaker", answer.Query{Filter: answer.Filter{Speaker: "Xqxqxq Xqxq"}}},
		{"no-such-session", answer.Query{Session: "xqxqxq-xqxq", IsSession: true}},
	} {
		b.Run(c.name, func(b *testing.B) {
			perSession(b, func(b *testing.B, all []*summit.Session, topics []summit.Topic, run func(func())) {
				run(func() { _, _ = answer.Find(index.New(all, topics, nil), c.query) })
			})
		})
	}
}
