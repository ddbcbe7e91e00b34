package main_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// A host is a real cf with a home of its own: no login, no plugin but those that a test installs.
type host struct {
	cf   string
	home string
}

type result struct {
	stdout, stderr string
	status         int
}

func (r result) String() string {
	return fmt.Sprintf("status %d\nstdout:\n%s\nstderr:\n%s", r.status, r.stdout, r.stderr)
}

func newHost(tb testing.TB, cf func() (string, error)) host {
	tb.Helper()
	return host{cf: built(tb, cf), home: tb.TempDir()}
}

// newHostWithPlugin returns a host in which summit-notes is installed.
func newHostWithPlugin(tb testing.TB, cf func() (string, error)) host {
	tb.Helper()
	h := newHost(tb, cf)
	h.install(tb, built(tb, summitNotes))
	return h
}

func (h host) install(tb testing.TB, binary string) {
	tb.Helper()
	if got := h.run(tb, "install-plugin", "-f", binary); got.status != 0 {
		tb.Fatalf("cf install-plugin: status %d\n%s%s", got.status, got.stdout, got.stderr)
	}
}

// closedListener is what cf now and then says of itself when it replaces a plugin: it asks the old one and then the new one from
// the same server, and the end of the first listener can fall into the start of the second.
var closedListener = regexp.MustCompile(`(?m)^accept tcp 127\.0\.0\.1:\d+: use of closed network connection\n`)

// run runs cf to its end, its streams being pipes.
func (h host) run(tb testing.TB, args ...string) result {
	tb.Helper()
	got := run(tb, h.command(args...))
	got.stdout = closedListener.ReplaceAllString(got.stdout, "")
	return got
}

func (h host) command(args ...string) *exec.Cmd {
	return command(h.home, h.cf, args...)
}

// plugins returns the names of the files in which cf keeps its plugins.
func (h host) plugins(tb testing.TB) []string {
	tb.Helper()
	entries, err := os.ReadDir(filepath.Join(h.home, ".cf", "plugins"))
	if err != nil {
		tb.Fatal(err)
	}
	names := []string{}
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

// command returns a program that sees nothing of the environment in which the tests run but its PATH.
func command(home, program string, args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=/no-home", "CF_HOME=" + home, "LC_ALL=C.UTF-8"}
	return cmd
}

func run(tb testing.TB, cmd *exec.Cmd) result {
	tb.Helper()
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if cmd.ProcessState == nil {
		tb.Fatal(err)
	}
	return result{stdout.String(), stderr.String(), status(cmd, err)}
}

// homeWithPlugin is the home of a cf 8 in which summit-notes is installed, for copyHome.
var homeWithPlugin = sync.OnceValues(func() (string, error) {
	cf, err := cf8()
	if err != nil {
		return "", err
	}
	plugin, err := summitNotes()
	if err != nil {
		return "", err
	}
	home := filepath.Join(scratch, "home")
	if err := os.Mkdir(home, 0o700); err != nil {
		return "", err
	}
	if out, err := command(home, cf, "install-plugin", "-f", plugin).CombinedOutput(); err != nil {
		return "", fmt.Errorf("cf install-plugin: %w\n%s", err, out)
	}
	return home, nil
})

// copyHome copies the home of a cf to a new directory. The plugins in it are links: a program that is copied while another
// goroutine starts a process may be "busy" when it is to run. cf knows its plugins by their whole path, which follows.
func copyHome(from, to string) error {
	const plugins = ".cf/plugins"
	if err := os.MkdirAll(filepath.Join(to, plugins), 0o700); err != nil {
		return err
	}
	for _, name := range []string{".cf/config.json", plugins + "/config.json"} {
		config, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			return err
		}
		config = []byte(strings.ReplaceAll(string(config), from, to))
		if err := os.WriteFile(filepath.Join(to, name), config, 0o600); err != nil {
			return err
		}
	}
	return os.Symlink(filepath.Join(from, plugins, "summit-notes"), filepath.Join(to, plugins, "summit-notes"))
}
