package library

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/text"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/bundle"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

const sessionsPerFile = 34

// BenchmarkAnswer reads notes, indexes them and answers, on all processors; BenchmarkMarkdownAlone
// is its floor: the Markdown of the same files, and nothing else, read one after the other.
func BenchmarkAnswer(b *testing.B) {
	bundled, err := bundle.Load(notes.FS)
	if err != nil {
		b.Fatal(err)
	}
	forSizes(b, func(b *testing.B, disk Disk) {
		for b.Loop() {
			l := Load(disk, []string{"notes"}, bundled.Topics)
			summits := l.Summits()
			sessions.Number(summits)
			if _, err := answer.Find(index.New(sessions.All(summits), l.Topics), answer.Query{Words: []string{"bosh"}}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkMarkdownAlone(b *testing.B) {
	forSizes(b, func(b *testing.B, disk Disk) {
		files, _ := disk.Find("notes")
		for b.Loop() {
			for _, f := range files {
				source, _ := disk.Read(f)
				goldmark.New().Parser().Parse(text.NewReader(source))
			}
		}
	})
}

func forSizes(b *testing.B, run func(*testing.B, Disk)) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n, "-sessions"), func(b *testing.B) {
			disk, bytes := invented(n)
			b.SetBytes(int64(bytes))
			b.ReportAllocs()
			run(b, disk)
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "us/session")
		})
	}
}

// invented is a disk with notes of as many sessions, always the same ones.
func invented(sessions int) (Disk, int) {
	random := rand.New(rand.NewPCG(1, 2))
	files := map[string][]byte{}
	var names []string
	bytes := 0
	for done := 0; done < sessions; done += sessionsPerFile {
		name := fmt.Sprintf("notes/summit-%05d.md", len(names))
		files[name] = []byte(inventSummit(random, min(sessionsPerFile, sessions-done)))
		names = append(names, name)
		bytes += len(files[name])
	}
	return Disk{
		Find: func(string) ([]string, []error) { return names, nil },
		Read: func(file string) ([]byte, error) { return files[file], nil },
	}, bytes
}

var (
	vocabulary = strings.Fields(`platform team runs apps bosh deploys diego cells firehose metrics logs route services buildpack
		container security tokens rotate release pipeline concourse scaling instances broker database tenant cluster network
		policy the a of to in for with and is was from all more less first demo question production customer release cloud`)
	givenNames  = strings.Fields(`Ada Ben Cleo Dana Egon Fay Gus Hana Ivo Jana Kai Lea Milo Nora`)
	familyNames = strings.Fields(`Abel Brandt Castro Dahl Ebner Falk Gruber Holm Ito Jansen Kovacs Lund Moreau Novak`)
)

func inventSummit(random *rand.Rand, sessions int) string {
	var out strings.Builder
	out.WriteString("---\ntitle: Invented Summit\n---\n# Invented Summit\n\n")
	for i := range sessions {
		if i%12 == 0 {
			fmt.Fprintf(&out, "## Day %d\n\n", 1+i/12)
		}
		fmt.Fprintf(&out, "#### %s - %s %s, Initech\n\n", phrase(random, 5), givenNames[random.IntN(14)], familyNames[random.IntN(14)])
		for range 4 + random.IntN(12) {
			out.WriteString(strings.Repeat("    ", random.IntN(2)) + "* " + phrase(random, 3+random.IntN(12)) + "\n\n")
		}
	}
	return out.String()
}

func phrase(random *rand.Rand, words int) string {
	out := make([]string, words)
	for i := range out {
		out[i] = vocabulary[random.IntN(len(vocabulary))]
	}
	return strings.Join(out, " ")
}
