//go:build linux

package main_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The limits of an answer, for any notes.
const (
	mostCPU    = 5 * time.Second
	mostMemory = 512 // MiB
)

// TestHostileNotes reads files with one hostile pattern each, together with a valid file, which has
// to answer.
func TestHostileNotes(t *testing.T) {
	for _, p := range markdownPatterns {
		t.Run(p.name, func(t *testing.T) { askHostile(t, map[string]string{"a.md": p.text(100_000)}) })
	}
	for _, p := range dataPatterns {
		t.Run("data "+p.name, func(t *testing.T) { askHostile(t, dataFiles(p.text(100_000))) })
	}
}

// BenchmarkHostileNotes does the same with patterns of 2 MB, and with other input that once took
// gigabytes or minutes.
func BenchmarkHostileNotes(b *testing.B) {
	for _, p := range markdownPatterns {
		b.Run(p.name, func(b *testing.B) { askHostile(b, map[string]string{"a.md": p.text(2_000_000)}) })
	}
	for _, p := range dataPatterns {
		b.Run("data "+p.name, func(b *testing.B) { askHostile(b, dataFiles(p.text(2_000_000))) })
	}
	for name, files := range hostileFolders() {
		b.Run(name, func(b *testing.B) { askHostile(b, files) })
	}
}

// TestHostileFolders has folders of files that are each harmless or small.
func TestHostileFolders(t *testing.T) {
	for name, files := range hostileFolders() {
		t.Run(name, func(t *testing.T) { askHostile(t, files) })
	}
}

// TestLargeFolder has 320 MB of notes.
func TestLargeFolder(t *testing.T) {
	folder := t.TempDir()
	text := "# Meetup\n\n" + strings.Repeat("## A talk by Ada Abel\n\n* a note of some words on gizmos\n* and another one\n\n", 50_000)
	for i := range 80 {
		writeFile(t, filepath.Join(folder, fmt.Sprintf("%02d.md", i)), text)
	}
	askAbout(t, folder)
}

// TestManySessions lists nearly as many sessions as notes may have, in 130 MB of JSON.
func TestManySessions(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a.md", "b.md"} {
		writeFile(t, filepath.Join(folder, name), "# Meetup\n\n"+strings.Repeat("## a by Ada Abel, Ben Brandt, Cleo Cruz and Dan Dorn\n", 70_000))
	}
	m := measured(t, command(folder, "sh", "-c", `exec "$0" "$@" >/dev/null`, built(t, summitNotes),
		"--no-bundled", "--list-sessions", "--json", "--notes", folder))
	if m.status != 0 || m.cpu > mostCPU || m.memory > mostMemory {
		t.Errorf("it takes %v of CPU and %d MiB, the most are %v and %d MiB: %s", m.cpu, m.memory, mostCPU, mostMemory, m)
	}
}

// TestManyLinks prints a note with many links, and talks of one event, as Markdown.
func TestManyLinks(t *testing.T) {
	folder := t.TempDir()
	var links, talks strings.Builder
	for i := range 80_000 {
		fmt.Fprintf(&links, "[a](https://a.example/%d) ", i)
	}
	writeFile(t, filepath.Join(folder, "a.md"), "# Meetup\n\n## Talk\n\n* gizmo "+links.String()+"\n")
	for i := range 30 {
		talks.Reset()
		for j := range 10_000 {
			fmt.Fprintf(&talks, "- {title: Gizmos %d, links: [{kind: video, url: 'https://b.example/%d/%d'}], topics: [diego]}\n", j, i, j)
		}
		inner := filepath.Join(folder, fmt.Sprint(i))
		if err := os.Mkdir(inner, 0o700); err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(inner, "talks.yaml"), "talks:\n"+talks.String())
	}
	for _, words := range []string{"gizmo", "diego"} {
		m := measured(t, command(folder, "sh", "-c", `exec "$0" "$@" >/dev/null`, built(t, summitNotes), words, "--markdown", "--notes", folder))
		if m.status != 0 || m.cpu > mostCPU || m.memory > mostMemory {
			t.Errorf("%s takes %v of CPU and %d MiB, the most are %v and %d MiB: %s", words, m.cpu, m.memory, mostCPU, mostMemory, m)
		}
	}
}

func dataFiles(data string) map[string]string {
	return map[string]string{"topics.yaml": data, "talks.yaml": data, "a.yaml": data, "a.md": "# Meetup\n\n## Talk\n\n" + strings.Repeat("* a gizmo {{a0}}\n", 1000)}
}

func hostileFolders() map[string]map[string]string {
	var topics strings.Builder
	topics.WriteString("topics:\n")
	for i := range 1000 {
		fmt.Fprintf(&topics, "- {id: t%d, name: T%d, terms: [gizmo]}\n", i, i)
	}
	talk := "# Meetup\n\n## Talk\n\n"
	return map[string]map[string]string{
		"nested bullets and empty lines":           {"a.md": strings.Repeat("- ", 5_000) + "a\n" + strings.Repeat("\n", 5_000) + "b"},
		"some nested bullets and empty lines":      {"a.md": strings.Repeat("- ", 100) + "a\n" + strings.Repeat("\n", 10_000) + "b"},
		"a large value of a variable":              {"a.md": talk + strings.Repeat("{{a}}", 4_000), "a.yaml": "variables:\n  a: " + strings.Repeat("b ", 1<<19) + "\n"},
		"a value of nested bullets":                {"a.md": talk + strings.Repeat("{{a}}", 4_000), "a.yaml": "variables:\n  a: \"" + strings.Repeat("- ", 100) + "\"\n"},
		"topics that share a term":                 {"topics.yaml": topics.String(), "a.md": talk + strings.Repeat("* a gizmo\n", 20_000)},
		"topics that share a term, in a long line": {"topics.yaml": topics.String(), "a.md": talk + "* " + strings.Repeat("gizmo ", 25_000)},
		"sessions on all topics":                   {"topics.yaml": topics.String(), "a.md": strings.Repeat("## Gizmo\n", 3_990)},
		"two slow files":                           {"0.md": strings.Repeat("> ", 150_000) + "a", "1.md": strings.Repeat("> ", 150_000) + "a"},
	}
}

// askHostile writes files beside a valid one, then runs a query and --check --why on all of them.
func askHostile(tb testing.TB, files map[string]string) {
	tb.Helper()
	folder := tb.TempDir()
	for name, text := range files {
		writeFile(tb, filepath.Join(folder, name), text)
	}
	askAbout(tb, folder)
}

// askAbout adds a valid file to a folder, then runs a query and --check --why on it.
func askAbout(tb testing.TB, folder string) {
	tb.Helper()
	writeFile(tb, filepath.Join(folder, "0-good.md"), "# Good Meetup\n\n## A good talk\n\n* a good note\n")
	var most measurement
	ask := func(mostStatus int, found string, args ...string) {
		m := measured(tb, command(folder, built(tb, summitNotes), args...))
		if m.status < 0 || m.status > mostStatus || !strings.Contains(m.stdout, found) {
			tb.Errorf("%q does not show %q, or has a status above %d: %.1000s", args, found, mostStatus, m)
		}
		most.cpu, most.memory = max(most.cpu, m.cpu), max(most.memory, m.memory)
	}
	ask(0, "A good talk", "--no-bundled", "good note", "--notes", folder)
	ask(1, "A good talk", "--check", folder, "--why")
	if _, err := os.Stat(filepath.Join(folder, "topics.yaml")); err == nil {
		ask(0, "diego", "--list-topics", "--notes", folder)
	}
	if most.cpu > mostCPU || most.memory > mostMemory {
		tb.Errorf("it takes %v of CPU and %d MiB, the most are %v and %d MiB", most.cpu, most.memory, mostCPU, mostMemory)
	}
	if b, ok := tb.(*testing.B); ok {
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(most.cpu.Seconds(), "s/answer")
		b.ReportMetric(float64(most.memory), "MiB/answer")
	}
}

func writeFile(tb testing.TB, file, text string) {
	tb.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
}

// A measurement is the time and the memory of one run.
type measurement struct {
	result
	cpu    time.Duration
	memory int64 // peak in MiB; includes the memory of the test when it starts the program
}

func measured(tb testing.TB, cmd *exec.Cmd) measurement {
	tb.Helper()
	ctx, cancel := context.WithTimeout(tb.Context(), time.Minute)
	defer cancel()
	limited := exec.CommandContext(ctx, cmd.Path, cmd.Args[1:]...)
	limited.Env = cmd.Env
	m := measurement{result: run(tb, limited)}
	m.cpu = limited.ProcessState.UserTime() + limited.ProcessState.SystemTime()
	if usage, ok := limited.ProcessState.SysUsage().(*syscall.Rusage); ok {
		m.memory = int64(usage.Maxrss) >> 10
	}
	return m
}
