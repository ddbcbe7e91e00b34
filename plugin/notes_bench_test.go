package main_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

const sessionsPerFile = 34

// BenchmarkNotes measures an answer from many user notes, and compares it with a program that only
// parses their Markdown. Both read the files from disk and use one processor.
func BenchmarkNotes(b *testing.B) {
	notes, least := built(b, summitNotes), built(b, goldmark)
	for _, n := range []int{1_000, 10_000, 20_000} {
		b.Run(fmt.Sprint(n, "-sessions"), func(b *testing.B) {
			folder := b.TempDir()
			bytes := invent(b, folder, n)
			alone := func() *exec.Cmd {
				cmd := command(folder, least, folder)
				cmd.Env = append(cmd.Env, "GOMAXPROCS=1")
				return cmd
			}
			whole := func() *exec.Cmd { return command(folder, notes, "bosh", "--notes", folder) }

			times := alternate(b, max(3, 100_000/n), alone, whole)
			b.ReportMetric(milliseconds(median(times[0])), "ms/goldmark")
			b.ReportMetric(milliseconds(median(times[1])), "ms/summit-notes")
			b.ReportMetric(float64(median(times[1]))/float64(median(times[0])), "ratio")
			b.ReportMetric(float64(median(times[1])/time.Microsecond)/float64(n), "us/session")
			b.ReportMetric(float64(bytes)/1e6, "MB")
			if runtime.GOOS == "linux" {
				b.ReportMetric(peakMemory(b, 1, whole), "MiB/summit-notes")
			}
		})
	}
}

// invent writes notes with this many sessions and returns their size. The notes are the same in
// every run. Their words are those of the bundled notes, with the same frequencies.
func invent(b *testing.B, folder string, sessions int) (bytes int) {
	b.Helper()
	source, err := os.ReadFile("../notes/cf-summit-2016.md")
	if err != nil {
		b.Fatal(err)
	}
	g := inventor{rand.New(rand.NewPCG(1, 2)), plainWords(string(source))}
	for done := 0; done < sessions; done += sessionsPerFile {
		text := g.summit(min(sessionsPerFile, sessions-done))
		bytes += len(text)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("summit-%05d.md", done/sessionsPerFile)), []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return bytes
}

// plainWords are the words of a text that have no meaning in Markdown.
func plainWords(text string) []string {
	var out []string
	for _, w := range strings.Fields(text) {
		if strings.Trim(w, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,?'/") == "" {
			out = append(out, w)
		}
	}
	return out
}

type inventor struct {
	*rand.Rand
	words []string
}

var (
	givenNames  = strings.Fields(`Ada Ben Cleo Dana Egon Fay Gus Hana Ivo Jana Kai Lea Milo Nora`)
	familyNames = strings.Fields(`Abel Brandt Castro Dahl Ebner Falk Gruber Holm Ito Jansen Kovacs Lund Moreau Novak`)
)

func (g inventor) summit(sessions int) string {
	var out strings.Builder
	out.WriteString("---\ntitle: Invented Summit\n---\n# Invented Summit\n\n")
	for i := range sessions {
		if i%12 == 0 {
			fmt.Fprintf(&out, "## Day %d\n\n", 1+i/12)
		}
		fmt.Fprintf(&out, "#### %s - %s %s, Initech\n\n", g.phrase(5), givenNames[g.IntN(14)], familyNames[g.IntN(14)])
		for range 5 + g.IntN(14) {
			out.WriteString(strings.Repeat("    ", g.IntN(2)) + "* " + g.phrase(3+g.IntN(12)) + "\n\n")
		}
	}
	return out.String()
}

func (g inventor) phrase(words int) string {
	out := make([]string, words)
	for i := range out {
		out[i] = g.words[g.IntN(len(g.words))]
	}
	return strings.Join(out, " ")
}
