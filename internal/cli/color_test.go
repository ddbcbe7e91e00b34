package cli

import "testing"

func TestUseColor(t *testing.T) {
	const on, off = `{"ColorEnabled":"true"}`, `{"ColorEnabled":"false"}`
	for _, c := range []struct {
		name     string
		env      map[string]string
		config   string
		terminal bool
		want     bool
	}{
		{"terminal", nil, "", true, true},
		{"pipe", nil, "", false, false},
		{"CF_COLOR wins over a pipe", map[string]string{"CF_COLOR": "true"}, off, false, true},
		{"CF_COLOR wins over a terminal", map[string]string{"CF_COLOR": "false"}, on, true, false},
		{"CF_COLOR=1", map[string]string{"CF_COLOR": "1"}, "", false, true},
		{"CF_COLOR wins over NO_COLOR", map[string]string{"CF_COLOR": "true", "NO_COLOR": "1"}, "", false, true},
		{"CF_COLOR that is no truth value", map[string]string{"CF_COLOR": "always"}, "", true, true},
		{"CF_COLOR that is empty", map[string]string{"CF_COLOR": ""}, off, true, false},
		{"configuration wins over a pipe", nil, on, false, true},
		{"configuration wins over a terminal", nil, off, true, false},
		{"configuration wins over NO_COLOR", map[string]string{"NO_COLOR": "1"}, on, true, true},
		{"configuration wins over TERM", map[string]string{"TERM": "dumb"}, on, true, true},
		{"configuration without a word", nil, `{"ColorEnabled":""}`, true, true},
		{"configuration of another type", nil, `{"ColorEnabled":true}`, true, true},
		{"configuration that is broken", nil, `{"ColorEnabled":"tr`, false, false},
		{"configuration that is cut off", nil, `{"ColorEnabled":"true`, false, false},
		{"configuration as cf writes it", nil, "{\n  \"AccessToken\": \"\",\n  \"ColorEnabled\": \"true\",\n  \"Trace\": \"\"\n}", false, true},
		{"configuration with blanks", nil, `{ "ColorEnabled" : "true" }`, false, true},
		{"configuration with the key as a value", nil, `{"Name":"ColorEnabled","URL":"true","ColorEnabled":"false"}`, true, false},
		{"configuration with the key in a string", nil, `{"Name":"\"ColorEnabled\":\"true\"","ColorEnabled":""}`, false, false},
		{"NO_COLOR", map[string]string{"NO_COLOR": "1"}, "", true, false},
		{"NO_COLOR that is empty", map[string]string{"NO_COLOR": ""}, "", true, true},
		{"TERM=dumb", map[string]string{"TERM": "dumb"}, "", true, false},
	} {
		if got := worldOf(c.env, c.config, c.terminal).useColor(); got != c.want {
			t.Errorf("%s: useColor() = %v, want %v", c.name, got, c.want)
		}
	}
}

func TestHasUnicode(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want bool
	}{
		{nil, true},
		{map[string]string{"LANG": "C"}, false},
		{map[string]string{"LANG": "de_DE.UTF-8"}, true},
		{map[string]string{"LANG": "C.utf8"}, true},
		{map[string]string{"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, false},
	} {
		if got := worldOf(c.env, "", true).hasUnicode(); got != c.want {
			t.Errorf("%v: hasUnicode() = %v, want %v", c.env, got, c.want)
		}
	}
}

func TestHasManyColors(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want bool
	}{
		{nil, false},
		{map[string]string{"TERM": "linux"}, false},
		{map[string]string{"TERM": "xterm"}, false},
		{map[string]string{"TERM": "xterm", "COLORTERM": "yes"}, false},
		{map[string]string{"TERM": "xterm", "COLORTERM": "truecolor"}, true},
		{map[string]string{"TERM": "xterm", "COLORTERM": "24bit"}, true},
		{map[string]string{"TERM": "xterm-256color"}, true},
		{map[string]string{"TERM": "xterm-direct"}, true},
		{map[string]string{"TERM": "xterm-kitty"}, true},
		{map[string]string{"WT_SESSION": "1"}, true},
	} {
		if got := worldOf(c.env, "", true).hasManyColors(); got != c.want {
			t.Errorf("%v: hasManyColors() = %v, want %v", c.env, got, c.want)
		}
	}
}

func TestUseLinks(t *testing.T) {
	for _, c := range []struct {
		name     string
		env      map[string]string
		terminal bool
		want     bool
	}{
		{"unknown terminal", map[string]string{"TERM": "xterm-256color"}, true, false},
		{"nothing known", nil, true, false},
		{"kitty", map[string]string{"TERM": "xterm-kitty"}, true, true},
		{"foot", map[string]string{"TERM": "foot-extra"}, true, true},
		{"ghostty", map[string]string{"TERM": "xterm-ghostty"}, true, true},
		{"iTerm", map[string]string{"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, true, true},
		{"VS Code", map[string]string{"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, true, true},
		{"Apple's terminal", map[string]string{"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, true, false},
		{"VTE", map[string]string{"TERM": "xterm-256color", "VTE_VERSION": "6800"}, true, true},
		{"old VTE", map[string]string{"TERM": "xterm-256color", "VTE_VERSION": "4999"}, true, false},
		{"odd VTE", map[string]string{"TERM": "xterm-256color", "VTE_VERSION": "new"}, true, false},
		{"Windows Terminal", map[string]string{"WT_SESSION": "1"}, true, true},
		{"Konsole", map[string]string{"TERM": "xterm-256color", "KONSOLE_VERSION": "230400"}, true, true},
		{"DomTerm", map[string]string{"DOMTERM": "version=3"}, true, true},
		{"pipe", map[string]string{"TERM": "xterm-kitty"}, false, false},
		{"dumb", map[string]string{"TERM": "dumb", "VTE_VERSION": "6800"}, true, false},
		{"tmux", map[string]string{"TERM": "tmux-256color", "VTE_VERSION": "6800"}, true, false},
		{"tmux by another name", map[string]string{"TERM": "xterm-256color", "TMUX": "/tmp/tmux", "TERM_PROGRAM": "iTerm.app"}, true, false},
		{"screen", map[string]string{"TERM": "screen.xterm-256color", "KONSOLE_VERSION": "230400"}, true, false},
	} {
		if got := worldOf(c.env, "", c.terminal).useLinks(); got != c.want {
			t.Errorf("%s: useLinks() = %v, want %v", c.name, got, c.want)
		}
	}
}

func TestNoEscapes(t *testing.T) {
	w := worldOf(map[string]string{"CF_COLOR": "true", "WT_SESSION": "1"}, "", true)
	w.NoEscapes = true
	if w.useColor() || w.useLinks() {
		t.Errorf("useColor() = %v, useLinks() = %v, want false", w.useColor(), w.useLinks())
	}
}

func worldOf(env map[string]string, config string, terminal bool) World {
	return World{
		IsTerminal: terminal,
		Env:        func(name string) string { return env[name] },
		CFConfig:   func() []byte { return []byte(config) },
	}
}
