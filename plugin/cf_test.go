package main_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// hosts are the current major version of cf, and the oldest version that the plugin supports.
var hosts = []struct {
	name string
	cf   func() (string, error)
}{
	{"cf 8.14.0", cf8},
	{"cf 7.1.0", cf7},
}

func TestRealCF(t *testing.T) {
	tests := []struct {
		name string
		run  func(*testing.T, func() (string, error))
	}{
		{"install", installs},
		{"plugins", isListed},
		{"help", printsHelp},
		{"answer", answersAsByHand},
		{"errors", failsAsCFDoes},
		{"upgrade", upgradesOverItself},
		{"uninstall", uninstalls},
		{"terminal", coloursOnTerminalsOnly},
	}
	for _, host := range hosts {
		for _, test := range tests {
			t.Run(host.name+"/"+test.name, func(t *testing.T) {
				t.Parallel()
				test.run(t, host.cf)
			})
		}
	}
}

const installed = `Attention: Plugins are binaries written by potentially untrusted authors.
Install and use plugins at your own risk.
Installing plugin summit-notes...
OK

Plugin summit-notes 0.1.0 successfully installed.
`

func installs(t *testing.T, cf func() (string, error)) {
	got := newHost(t, cf).run(t, "install-plugin", "-f", built(t, summitNotes))
	wantResult(t, got, result{stdout: installed})
}

func isListed(t *testing.T, cf func() (string, error)) {
	got := newHostWithPlugin(t, cf).run(t, "plugins")
	row := regexp.MustCompile(`(?m)^summit-notes   0\.1\.0     summit-notes   \S.*$`)
	if !row.MatchString(got.stdout) || got.status != 0 {
		t.Errorf("cf plugins: status %d, no row matches %s\n%s", got.status, row, got.stdout)
	}
}

func printsHelp(t *testing.T, cf func() (string, error)) {
	h := newHostWithPlugin(t, cf)
	help := h.run(t, "help", "summit-notes")
	for _, want := range []string{"NAME:\n   summit-notes - ", "USAGE:\n   cf summit-notes", "OPTIONS:\n", "--list-topics", "--json"} {
		if !strings.Contains(help.stdout, want) {
			t.Errorf("cf help summit-notes: no %q in\n%s", want, help.stdout)
		}
	}
	if help.status != 0 || help.stderr != "" {
		t.Errorf("cf help summit-notes: status %d, stderr %q", help.status, help.stderr)
	}
	for _, flag := range []string{"--help", "-h"} {
		wantResult(t, h.run(t, "summit-notes", flag), help)
		wantResult(t, run(t, command(t.TempDir(), built(t, summitNotes), flag)), help)
	}
	for line := range strings.Lines(help.stdout) {
		if len(line) > len("\n")+80 {
			t.Errorf("cf help summit-notes: more than 80 columns: %q", line)
		}
	}
}

func answersAsByHand(t *testing.T, cf func() (string, error)) {
	h := newHostWithPlugin(t, cf)
	for _, args := range [][]string{
		{}, {"--list-topics"}, {"--list-sessions"}, {"diego"}, {"route", "services"}, {"--full", "firehose"}, {"--session", "18"},
		{"--search", "consul"}, {"--speaker", "Diego Lapiduz"}, {"--json", "diego"}, {"--markdown", "diego"}, {"--version"},
	} {
		want := run(t, command(t.TempDir(), built(t, summitNotes), args...))
		if want.stdout == "" || want.stderr != "" || want.status != 0 {
			t.Errorf("summit-notes %q: %s", args, want)
		}
		wantResult(t, h.run(t, append([]string{"summit-notes"}, args...)...), want)
	}
}

func failsAsCFDoes(t *testing.T, cf func() (string, error)) {
	h := newHostWithPlugin(t, cf)
	tests := []struct {
		args           []string
		stdout, stderr string // of stderr, the beginning
	}{
		{[]string{"zyxwvut"}, "FAILED\n", "No topic is called \"zyxwvut\""},
		{[]string{"--session", "99"}, "FAILED\n", "There is no session 99"},
		{[]string{"--zyxwvut"}, "FAILED\n", "Incorrect Usage: there is no flag --zyxwvut\nSee 'cf help summit-notes'.\n"},
		{[]string{"--json", "--zyxwvut"}, "", "{\n  \"error\": {\n"},
	}
	for _, test := range tests {
		got := h.run(t, append([]string{"summit-notes"}, test.args...)...)
		if got.status != 1 || got.stdout != test.stdout || !strings.HasPrefix(got.stderr, test.stderr) {
			t.Errorf("cf summit-notes %q: got %s\nwant status 1, stdout %q, on stderr %q first", test.args, got, test.stdout, test.stderr)
		}
		wantResult(t, run(t, command(t.TempDir(), built(t, summitNotes), test.args...)), got)
	}
}

const upgraded = `Attention: Plugins are binaries written by potentially untrusted authors.
Install and use plugins at your own risk.
Plugin summit-notes 0.1.0 is already installed. Uninstalling existing plugin...
OK

Plugin summit-notes successfully uninstalled.
Installing plugin summit-notes...
OK

Plugin summit-notes 0.1.0 successfully installed.
`

func upgradesOverItself(t *testing.T, cf func() (string, error)) {
	h := newHostWithPlugin(t, cf)
	before := h.run(t, "summit-notes", "diego")
	wantResult(t, h.run(t, "install-plugin", "-f", built(t, summitNotes)), result{stdout: upgraded})
	wantResult(t, h.run(t, "summit-notes", "diego"), before)
	if before.status != 0 {
		t.Errorf("cf summit-notes diego: status %d", before.status)
	}
}

const uninstalled = `Uninstalling plugin summit-notes...
OK

Plugin summit-notes 0.1.0 successfully uninstalled.
`

func uninstalls(t *testing.T, cf func() (string, error)) {
	h := newHostWithPlugin(t, cf)
	if got, want := h.plugins(t), []string{"config.json", "summit-notes"}; !slices.Equal(got, want) {
		t.Errorf("before: plugin files %q, want %q", got, want)
	}
	wantResult(t, h.run(t, "uninstall-plugin", "summit-notes"), result{stdout: uninstalled})
	if list := h.run(t, "plugins"); strings.Contains(list.stdout, "summit-notes") {
		t.Errorf("cf plugins still lists it:\n%s", list.stdout)
	}
	if got, want := h.plugins(t), []string{"config.json"}; !slices.Equal(got, want) {
		t.Errorf("after: plugin files %q, want %q", got, want)
	}
}

var colour = regexp.MustCompile(`\x1b\[[0-9;]*m`)

func coloursOnTerminalsOnly(t *testing.T, cf func() (string, error)) {
	h := newHostWithPlugin(t, cf)
	tests := []struct {
		name   string
		env    []string
		colour bool
	}{
		{"as it comes", []string{"TERM=xterm-256color"}, true},
		{"CF_COLOR=true", []string{"TERM=xterm-256color", "CF_COLOR=true"}, true},
		{"CF_COLOR=false", []string{"TERM=xterm-256color", "CF_COLOR=false"}, false},
	}
	for _, test := range tests {
		cmd := h.command("summit-notes", "diego")
		cmd.Env = append(cmd.Env, test.env...)
		out, err := onTerminal(cmd, 80, 24)
		if err != nil {
			t.Fatalf("%s: %v\n%s", test.name, err, out)
		}
		if got := colour.Match(out); got != test.colour {
			t.Errorf("%s: colour on the terminal is %v, want %v:\n%q", test.name, got, test.colour, out)
		}
	}
	if piped := h.run(t, "summit-notes", "diego"); strings.Contains(piped.stdout, "\x1b") {
		t.Errorf("escape sequences in a pipe:\n%q", piped.stdout)
	}
}

func wantResult(t *testing.T, got, want result) {
	t.Helper()
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}
