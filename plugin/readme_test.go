package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/cli"
)

var (
	console   = regexp.MustCompile("(?s)```console\n\\$ ([^\n]*)\n(.*?)```")
	flagTable = regexp.MustCompile(`(\| flag \| meaning \|\n\|---\|---\|\n)((?:\|.*\n)*)`)
)

// TestREADME runs every console example of the README in a real cf, on a terminal of 80 columns,
// and compares the output. It also compares the table of flags. With -update it writes both into
// the README.
func TestREADME(t *testing.T) {
	file := filepath.Join("..", "README.md")
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	h := newHostWithPlugin(t, cf8)
	programs := linkPrograms(t, map[string]string{"cf": built(t, cf8)})
	want := console.ReplaceAllStringFunc(string(content), func(block string) string {
		line := console.FindStringSubmatch(block)[1]
		return "```console\n$ " + line + "\n" + shownBy(t, h, programs, line) + "```"
	})
	want = flagTable.ReplaceAllString(want, "${1}"+strings.ReplaceAll(flagRows(), "$", "$$"))
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(content)); diff != "" {
		t.Errorf("README.md is not true any more (-want +got); look at it and run go test ./plugin -run README -update:\n%s", diff)
	}
}

// shownBy is the output of a command line on a terminal without colour.
func shownBy(t *testing.T, h host, programs, line string) string {
	t.Helper()
	cmd := command(h.home, "sh", "-c", line)
	cmd.Dir = ".."
	cmd.Env = append(cmd.Env, "PATH="+programs+":"+os.Getenv("PATH"), "TERM=xterm", "CF_COLOR=false")
	out, err := onTerminal(cmd, 80, 24)
	if _, failed := err.(*exec.ExitError); err != nil && !failed {
		t.Fatalf("%s: %v", line, err)
	}
	return string(out)
}

func flagRows() string {
	var rows strings.Builder
	for _, f := range cli.Flags {
		fmt.Fprintf(&rows, "| `--%s` | %s |\n", strings.TrimSpace(f.Name+" "+f.Value), f.Usage)
	}
	return rows.String()
}
