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

// A host is a real cf with its own home: without login, and with no plugins except those of the
// test.
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

// newHostWithPlugin returns a host with summit-notes installed.
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

// closedListener is a message that cf sometimes prints when it upgrades a plugin: it serves the old
// and the new plugin one after the other, and the first listener may close after the second has
// started.
var closedListener = regexp.MustCompile(`(?m)^accept tcp 127\.0\.0\.1:\d+: use of closed network connection\n`)

// run runs cf with pipes as its streams.
func (h host) run(tb testing.TB, args ...string) result {
	tb.Helper()
	got := run(tb, h.command(args...))
	got.stdout = closedListener.ReplaceAllString(got.stdout, "")
	return got
}

func (h host) command(args ...string) *exec.Cmd {
	return command(h.home, h.cf, args...)
}

// plugins returns the names of the installed plugin files.
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

// command returns a command whose environment has nothing of the tests but PATH.
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

// homeWithPlugin is the home of a cf 8 with summit-notes installed. Tests copy it with copyHome.
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

// copyHome copies the home of a cf. It links the plugins, because a program that is copied while
// another goroutine starts a process may be "busy" when it should run. The configuration has the
// absolute path of each plugin, which is adapted.
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
