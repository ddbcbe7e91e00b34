package main_test

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

const maxSize = 8_500_000

// measurements is the least number of runs of each program, whatever -benchtime says. The median of
// fewer is not stable.
const measurements = 100

// The floors are built like summit-notes: a plugin that prints one line, and a program that parses
// Markdown.
var (
	minimal  = sync.OnceValues(func() (string, error) { return buildFloor("minimal") })
	goldmark = sync.OnceValues(func() (string, error) { return buildFloor("goldmark") })
)

func buildFloor(name string) (string, error) {
	binary := filepath.Join(scratch, name)
	cmd := exec.Command("go", "build", "-tags", "nethttpomithttp2", "-buildvcs=false", "-trimpath",
		"-ldflags", "-s -w -funcalign=8", "-o", binary, "./testdata/"+name)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%s: %w\n%s", cmd, err, out)
	}
	return binary, nil
}

// TestBinarySize builds the plugin for each platform of a release, which is quick after `make
// cross`.
func TestBinarySize(t *testing.T) {
	if err := lookAtSources(); err != nil {
		t.Fatal(err)
	}
	for _, platform := range platforms(t) {
		system, architecture, _ := strings.Cut(platform, "/")
		binary := filepath.Join(scratch, system+"_"+architecture)
		if err := runMake("build", "BINARY="+binary, "VERSION=0.1.0", "COMMIT=test", "GOOS="+system, "GOARCH="+architecture); err != nil {
			t.Error(err)
		} else if got := size(t, binary); got > maxSize {
			t.Errorf("the program for %s has %d bytes, want at most %d", platform, got, maxSize)
		}
	}
}

// platforms returns the platforms of the Makefile.
func platforms(t *testing.T) []string {
	t.Helper()
	makefile, err := os.ReadFile("../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(makefile), "\nPLATFORMS = ")
	list, _, _ := strings.Cut(rest, "\n")
	if list == "" {
		t.Fatal("the Makefile has no platforms")
	}
	return strings.Fields(list)
}

// questions are those of BenchmarkProcess: a topic first, then lists and searches.
var questions = [][]string{
	{"diego"}, {"--list-topics"}, {"--list-sessions"}, {"--talks"}, {"--search", "consul"}, {"docker"}, {"who", "uses", "kubernetes"},
}

// BenchmarkProcess measures answers as cf requests them, without the time of cf itself, and
// compares each with a minimal plugin that runs in turn with it alone: other programs in between
// would slow down the minimal one most.
func BenchmarkProcess(b *testing.B) {
	port, home := listen(b), b.TempDir()
	notes, least := built(b, summitNotes), built(b, minimal)
	askMinimal := func() *exec.Cmd { return command(home, least, port, "minimal-cmd") }
	for _, words := range questions {
		args := append([]string{port, "summit-notes"}, words...)
		askNotes := func() *exec.Cmd { return command(home, notes, args...) }
		b.Run(strings.Join(words, " "), func(b *testing.B) {
			times := alternate(b, measurements, askMinimal, askNotes)
			b.ReportMetric(milliseconds(median(times[0])), "ms/minimal")
			b.ReportMetric(milliseconds(median(times[1])), "ms/summit-notes")
			b.ReportMetric(float64(median(times[1]))/float64(median(times[0])), "ratio")
			if runtime.GOOS == "linux" {
				b.ReportMetric(peakMemory(b, 20, askMinimal), "MiB/minimal")
				b.ReportMetric(peakMemory(b, 20, askNotes), "MiB/summit-notes")
			}
			b.ReportMetric(float64(size(b, least))/1e6, "MB/minimal-binary")
			b.ReportMetric(float64(size(b, notes))/1e6, "MB/summit-notes-binary")
		})
	}
}

// BenchmarkInCF measures the time that users wait: cf and the plugin together.
func BenchmarkInCF(b *testing.B) {
	h := newHostWithPlugin(b, cf8)
	h.install(b, built(b, minimal))

	times := alternate(b, measurements,
		func() *exec.Cmd { return h.command("minimal-cmd") },
		func() *exec.Cmd { return h.command("summit-notes", "diego") })
	added := make([]time.Duration, len(times[0]))
	for i := range added {
		added[i] = times[1][i] - times[0][i]
	}
	b.ReportMetric(milliseconds(median(times[0])), "ms/minimal")
	b.ReportMetric(milliseconds(median(times[1])), "ms/summit-notes")
	b.ReportMetric(milliseconds(median(added)), "ms/added")
}

// alternate runs two programs in turn, each at least this often, so that a busy moment of the
// machine slows both down. It returns the times of each.
func alternate(b *testing.B, least int, first, second func() *exec.Cmd) [2][]time.Duration {
	b.Helper()
	var times [2][]time.Duration
	both := func() {
		times[0] = append(times[0], elapsed(b, first()))
		times[1] = append(times[1], elapsed(b, second()))
	}
	elapsed(b, first())
	elapsed(b, second())
	for b.Loop() {
		both()
	}
	for len(times[0]) < least {
		both()
	}
	b.ReportMetric(0, "ns/op")
	return times
}

func elapsed(b *testing.B, cmd *exec.Cmd) time.Duration {
	b.Helper()
	start := time.Now()
	err := cmd.Run()
	took := time.Since(start)
	if err != nil {
		b.Fatalf("%s: %v", cmd, err)
	}
	return took
}

// peakMemory returns the peak memory of a program in MiB, in the worst of several runs. It polls
// /proc, because the usage that the kernel reports after the end includes the memory of the test
// that started the program.
func peakMemory(b *testing.B, runs int, program func() *exec.Cmd) float64 {
	b.Helper()
	peak := 0
	for range runs {
		cmd := program()
		if err := cmd.Start(); err != nil {
			b.Fatal(err)
		}
		peak = max(peak, watchMemory(cmd))
		if err := cmd.Wait(); err != nil {
			b.Fatalf("%s: %v", cmd, err)
		}
	}
	return float64(peak) / 1024
}

// watchMemory returns the peak memory in KiB of a started program, after it has ended.
func watchMemory(cmd *exec.Cmd) int {
	peak := 0
	for {
		status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", cmd.Process.Pid))
		_, after, alive := strings.Cut(string(status), "\nVmHWM:")
		if err != nil || !alive {
			return peak
		}
		// Until the program has its own name, this process is still a copy of the test.
		if strings.HasPrefix(string(status), "Name:\t"+filepath.Base(cmd.Path)+"\n") {
			fmt.Sscan(after, &peak)
		}
	}
}

// listen serves the port on which cf listens to its plugins, and returns it. Plugins only connect
// to it.
func listen(b *testing.B) string {
	b.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { listener.Close() })
	go func() {
		for {
			caller, err := listener.Accept()
			if err != nil {
				return
			}
			caller.Close()
		}
	}()
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	return port
}

func size(tb testing.TB, path string) int64 {
	tb.Helper()
	info, err := os.Stat(path)
	if err != nil {
		tb.Fatal(err)
	}
	return info.Size()
}

func median(times []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[len(sorted)/2]
}

func milliseconds(d time.Duration) float64 {
	return float64(d) / float64(time.Millisecond)
}
