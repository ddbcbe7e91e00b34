package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/library"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// invented has three sessions, the first with a talk link, and two talks.
var invented = func() summit.Notes {
	summits, err := sessions.Load(fstest.MapFS{
		"tide.md": {Data: []byte("# Tide Summit 2031\n\n## Gates - Ada Quill, Harbour Works\n\n[recording](https://youtu.be/gates)\n\n* a gate keeps the water\n\n## Lanterns\n\n* green over red\n\n## Gatekeepers\n\n* gates again\n")},
		"tide.yaml": {Data: []byte(`sessions:
  - heading: Gates - Ada Quill, Harbour Works
    title: Gates
    links: [{kind: video, url: "https://youtu.be/gates"}, {kind: slides, url: "https://example.com/gates.pdf"}]
`)},
	})
	if err != nil {
		panic(err)
	}
	return summit.Notes{
		Summits: summits,
		Topics: []summit.Topic{
			{ID: "gates", Name: "Gates", Aliases: []string{"sluice"}, Terms: []string{"gate"}, Definition: "A gate.", Since: summit.Since{Text: "Rust."}},
			{ID: "lights", Name: "Lights", Terms: []string{"lantern"}, Definition: "A light.", Since: summit.Since{Text: "Dark."}},
		},
		Talks: []summit.Talk{
			{Title: "Lamps", Event: "Lantern Night", Year: 2030, Topics: []string{"lights"}, Links: []summit.Link{{Kind: summit.Schedule, URL: "https://lanterns.example/1"}}},
			{Title: "Rails", Year: 2032, Topics: []string{"gates"}, Links: []summit.Link{{Kind: summit.Video, URL: "https://youtu.be/rails"}}},
		},
		Digest: "0123abcd",
	}
}()

// A trial is a World of buffers. It records the addresses that are opened.
type trial struct {
	World
	out, err bytes.Buffer
	opened   []string
}

func newTrial() *trial {
	t := &trial{}
	t.World = worldOf(nil, "", false)
	t.Stdout, t.Stderr = &t.out, &t.err
	t.Notes = invented
	t.Build = Build{Version: "1.2.3", Commit: "abc1234", Go: "go1.99"}
	t.Open = func(address string) error { t.opened = append(t.opened, address); return nil }
	t.Disk = diskOf(nil)
	return t
}

// diskOf is a disk with a few files.
func diskOf(files fstest.MapFS) library.Disk {
	return library.Disk{
		Follow: func(path string) (string, bool, error) {
			info, err := files.Stat(path)
			return path, err == nil && info.IsDir(), err
		},
		List: files.ReadDir,
		Read: func(file string, _ int) ([]byte, error) { return files.ReadFile(filepath.ToSlash(file)) },
	}
}

func TestRun(t *testing.T) {
	for _, c := range []struct {
		args   string
		status int
		out    string // a part of stdout; all of it when it is empty
		err    string // all of stderr
	}{
		{"gates", 0, "Gates\nA gate.\n\nAbout it\n1   Gates\n    Ada Quill, Harbour Works\n    video   https://youtu.be/gates\n", ""},
		{"sluice --json", 0, "{\n  \"schema_version\": 2,\n  \"query\": \"sluice\",\n", ""},
		{"gates --markdown", 0, "# Gates\n\nA gate.\n\n## About it\n\n### Gates\n", ""},
		{"", 0, "topic   sessions  talks  also found by\ngates          2      1  sluice\n", ""},
		{"--list-sessions", 0, "Tide Summit 2031\n1  Gates        Ada Quill, Harbour Works  video slides  gates\n", ""},
		{"--session 2", 0, "2   Lanterns\n", ""},
		{"2", 0, "2   Lanterns\n", ""},
		{"--search green", 0, "\"green\" is found in 1 session.\n\n2   Lanterns\n", ""},
		{"--search purple", 1, "FAILED\n", "No session or talk mentions \"purple\".\nTIP: Give fewer words, or leave --search out.\n"},
		{"topics", 0, "topic   sessions  talks  also found by\n", ""},
		{"Sessions", 0, "Tide Summit 2031\n", ""},
		{"talks", 0, "2 talks\n", ""},
		{"help", 0, Help(), ""},
		{"--search lamps", 0, "\"lamps\" is found in 1 talk.\n\nTalks\n2030  Lamps, Lantern Night\n      schedule  https://lanterns.example/1\n", ""},
		{"--talks", 0, "2 talks\n\n2032  Rails\n      video  https://youtu.be/rails\n\n2030  Lamps, Lantern Night\n", ""},
		{"lights --talks", 0, "1 talk about Lights\n1 session too: 2.\n\n2030  Lamps, Lantern Night\n", ""},
		{"--version", 0, "summit-notes 1.2.3 (commit abc1234, go1.99)\nTide Summit 2031: 3 sessions, 1 with a link to the talk\n2 topics, 2 talks\nnotes SHA-256 0123abcd\n", ""},
		{"--help", 0, Help(), ""},
		{"lihgts", 1, "FAILED\n", "No topic is called \"lihgts\" and no session or talk mentions it.\nDid you mean lights?\nTIP: Use 'cf summit-notes --list-topics' to see the topics.\n"},
		{"--session 9", 1, "FAILED\n", "There is no session 9; they are numbered from 1 to 3.\nTIP: Use 'cf summit-notes --list-sessions' to see the sessions.\n"},
		{"--jsno", 1, "FAILED\n", "Incorrect Usage: there is no flag --jsno\nDid you mean --json?\nSee 'cf help summit-notes'.\n"},
		{"lihgts --json", 1, "{\n  \"schema_version\": 2,\n  \"query\": \"lihgts\",\n  \"topics\": [],\n", "{\n  \"error\": {\n    \"code\": \"unknown_topic\",\n    \"message\": \"no topic is called \\\"lihgts\\\" and no session or talk mentions it\",\n    \"suggestions\": [\n      \"lights\"\n    ]\n  }\n}\n"},
		{"--jsno --json", 1, "", "{\n  \"error\": {\n    \"code\": \"usage\",\n    \"message\": \"there is no flag --jsno\",\n    \"suggestions\": [\n      \"--json\"\n    ]\n  }\n}\n"},
	} {
		w := newTrial()
		status := Run(w.World, split(c.args))
		if status != c.status || w.err.String() != c.err || !strings.HasPrefix(w.out.String(), c.out) || c.out == "" && w.out.Len() > 0 {
			t.Errorf("summit-notes %s: status %d, want %d; stdout\n%s\nwant\n%s\nstderr\n%s\nwant\n%s", c.args, status, c.status, &w.out, c.out, &w.err, c.err)
		}
	}
}

func TestMissing(t *testing.T) {
	gone, paths := fmt.Errorf("own: %w", fs.ErrNotExist), []string{"own"}
	for _, c := range []struct{ fault, want error }{
		{gone, gone},
		{errors.New("own: not UTF-8"), nil},
		{fmt.Errorf("own/a.md: %w", fs.ErrNotExist), nil},
	} {
		if got := missing([]error{c.fault}, paths); got != c.want {
			t.Errorf("missing(%v) = %v, want %v", c.fault, got, c.want)
		}
	}
}

// TestTopicsOfSessions has a program that asks for a session and needs its topics.
func TestTopicsOfSessions(t *testing.T) {
	w := newTrial()
	if Run(w.World, []string{"--search", "green", "--json"}); !strings.Contains(w.out.String(), `"lights"`) {
		t.Errorf("the topic is missing in\n%s", &w.out)
	}
}

func TestRunColours(t *testing.T) {
	w := newTrial()
	w.IsTerminal, w.Width = true, 80
	if status := Run(w.World, []string{"gates"}); status != 0 || !strings.HasPrefix(w.out.String(), "\x1b[1mGates\x1b[0m\n") {
		t.Errorf("status %d, stdout %q", status, &w.out)
	}
	w = newTrial()
	w.IsTerminal, w.Width = true, 80
	if status := Run(w.World, []string{"lihgts"}); status != 1 || w.out.String() != "\x1b[1;31mFAILED\x1b[0m\n" || strings.Contains(w.err.String(), "\x1b") {
		t.Errorf("status %d, stdout %q, stderr %q", status, &w.out, &w.err)
	}
	for _, args := range []string{"gates --json", "gates --markdown", "--version", "--help", "--open gates"} {
		w = newTrial()
		w.IsTerminal, w.Width = true, 80
		w.Env = func(name string) string { return map[string]string{"CF_COLOR": "true", "TERM": "xterm-kitty"}[name] }
		if status := Run(w.World, split(args)); status != 0 || strings.Contains(w.out.String(), "\x1b") {
			t.Errorf("%s: status %d, stdout %q", args, status, &w.out)
		}
	}
}

func TestRunReportsWhatItCannotWrite(t *testing.T) {
	for _, args := range []string{"gates", "gates --json", "gates --markdown", "--list-topics", "--version", "--help", "--open gates"} {
		w := newTrial()
		w.Stdout = full{}
		if status := Run(w.World, split(args)); status != 1 || !strings.Contains(w.err.String(), "no space left") {
			t.Errorf("%s: status %d, stderr %q", args, status, &w.err)
		}
		if len(w.opened) > 0 {
			t.Errorf("%s opened %q, though it could not be printed", args, w.opened)
		}
	}
}

// full is a writer to a full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestOpen(t *testing.T) {
	for _, c := range []struct {
		args, out, err string
		fault          error
	}{
		{"--open gates", "https://youtu.be/gates\n", "", nil},
		{"--open lights", "https://lanterns.example/1\n", "", nil},
		{"--open gates --talks", "https://youtu.be/rails\n", "", nil},
		{"gates --open --full", "https://youtu.be/gates\n", "", nil},
		{"--open --session gates", "https://youtu.be/gates\n", "", nil},
		{"--open --search water", "https://youtu.be/gates\n", "", nil},
		{"--open gates", "https://youtu.be/gates\n", "The address could not be opened: no display.\n", errors.New("no display")},
		{"--open gates", "https://youtu.be/gates\n", "The address could not be opened: no [31m �.\n", errors.New("no \x1b[31m\n\xff")},
	} {
		w := newTrial()
		open := w.Open
		w.Open = func(address string) error { _ = open(address); return c.fault }
		if status := Run(w.World, split(c.args)); status != 0 || w.out.String() != c.out || w.err.String() != c.err {
			t.Errorf("%s: status %d, stdout %q, stderr %q", c.args, status, &w.out, &w.err)
		}
		if len(w.opened) != 1 || w.opened[0]+"\n" != c.out {
			t.Errorf("%s opened %q", c.args, w.opened)
		}
	}
	for args, want := range map[string]string{
		"--open --session 2":    "No talk link is known for this session.\nTIP: Use 'cf summit-notes --list-sessions' to see which sessions have one.\n",
		"--open --search green": "No talk link is known for this session.\nTIP: Use 'cf summit-notes --list-sessions' to see which sessions have one.\n",
		"--open --search x":     "No session or talk mentions \"x\".\nTIP: Give fewer words, or leave --search out.\n",
	} {
		w := newTrial()
		if status := Run(w.World, split(args)); status != 1 || w.out.String() != "FAILED\n" || w.err.String() != want || len(w.opened) > 0 {
			t.Errorf("%s: status %d, stdout %q, stderr %q, opened %q", args, status, &w.out, &w.err, w.opened)
		}
	}
}

// failures are calls without an answer, and the codes of their errors.
var failures = map[string]string{
	"lihgts":                 "unknown_topic",
	"?!":                     "empty_query",
	"gates --day 1":          "unknown_day",
	"--search purple":        "nothing_found",
	"--session 9":            "unknown_session",
	"gates --speaker Nobody": "unknown_speaker",
	"gates --day 9":          "unknown_day",
	"gates --track Nowhere":  "unknown_track",
	"gates --summit Never":   "unknown_summit",
	"--search the":           "empty_query",
	"--day x":                "usage",
	"--list-topics --open":   "usage",
	"--jsno":                 "usage",
	"--notes nowhere gates":  "internal",
}

func TestFailuresInJSONFitTheirSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../render/schema.json#/$defs/failure")
	if err != nil {
		t.Fatal(err)
	}
	for args, code := range failures {
		w := newTrial()
		if status := Run(w.World, append(split(args), "--json")); status != 1 || w.out.Len() > 0 != (code == "unknown_topic" || code == "nothing_found") {
			t.Errorf("%s --json: status %d, stdout %q", args, status, &w.out)
		}
		decoder := json.NewDecoder(&w.err)
		var value any
		if err := decoder.Decode(&value); err != nil {
			t.Errorf("%s --json: %v", args, err)
			continue
		}
		if _, err := decoder.Token(); err != io.EOF {
			t.Errorf("%s --json: something follows the document", args)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s --json: %v", args, err)
		}
		if got := value.(map[string]any)["error"].(map[string]any)["code"]; got != code {
			t.Errorf("%s --json: code %v, want %s", args, got, code)
		}
	}
}

// TestHostileArgumentsAreSafe gives control characters to every flag and word that a message can
// quote.
func TestHostileArgumentsAreSafe(t *testing.T) {
	const hostile = "\x1b[31mred\x1b]0;title\x07\u009b2J\u202e\u2066\u200b\ufeff\U000E0041\x00\x7f\xff\r"
	for _, args := range [][]string{
		{hostile}, {"gates", hostile}, {"--" + hostile}, {"-" + hostile}, {"--json=" + hostile}, {"--day", hostile}, {"--session", hostile},
		{"--search", hostile}, {"--search", "\"" + hostile}, {"--speaker", hostile, "gates"}, {"--track", hostile, "gates"},
		{"--summit", hostile, "gates"}, {"--notes", hostile, "gates"}, {"--check", hostile}, {"--search", "gate " + hostile, "--markdown"},
		{"--open", "--search", hostile}, {"--full=" + hostile}, {"lihgts" + hostile},
	} {
		for _, more := range [][]string{nil, {"--json"}} {
			w := newTrial()
			Run(w.World, append(more, args...))
			for _, output := range []string{w.out.String(), w.err.String()} {
				for _, r := range output {
					if r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
						t.Errorf("summit-notes %q prints %U:\n%q", append(more, args...), r, output)
						break
					}
				}
			}
		}
	}
}

// TestOneLinePerMessage checks that no argument adds a line to the output.
func TestOneLinePerMessage(t *testing.T) {
	for _, args := range [][]string{{"a\nFAILED"}, {"--a\nOK"}, {"-a\nOK"}, {"--session", "a\nOK"}, {"--day", "1\nOK"}, {"--speaker", "a\nOK", "gates"}, {"--notes", "a\nOK", "gates"}} {
		w := newTrial()
		Run(w.World, args)
		for line := range strings.Lines(w.err.String()) {
			if strings.HasPrefix(line, "OK") || strings.HasPrefix(line, "FAILED") {
				t.Errorf("summit-notes %q has a line of its own in\n%s", args, &w.err)
			}
		}
	}
}

func TestOpenHostileAddress(t *testing.T) {
	w := newTrial()
	w.Disk = diskOf(fstest.MapFS{"a.md": {Data: []byte("## Sluices [video](https://youtu.be/\x1b]0;a\x07b\u202ec)\n\n* note\n")}})
	const want = "https://youtu.be/]0;abc"
	if status := Run(w.World, []string{"--notes", "a.md", "--open", "--session", "sluices"}); status != 0 || w.out.String() != want+"\n" || w.opened[0] != want {
		t.Errorf("status %d, stdout %q, stderr %q, opened %q, want %q", status, &w.out, &w.err, w.opened, want)
	}
}

func TestUserNotes(t *testing.T) {
	list := string(filepath.ListSeparator) + "own" + string(filepath.ListSeparator)
	w := newTrial()
	w.Env = func(name string) string { return map[string]string{"CF_SUMMIT_NOTES_PATH": list}[name] }
	w.Disk = diskOf(fstest.MapFS{
		"own/a\x1b[31m\nb.md": {Data: []byte("\xff")},
		"own/own.md":          {Data: []byte("# Own Summit\n\n## Sluices\n\n* user gates\n")},
	})
	const warning = "Warning: own/a[31m b.md:1: not UTF-8; save the notes in that encoding\n"
	if status := Run(w.World, []string{"--list-sessions"}); status != 0 || !strings.Contains(w.out.String(), "\n4  Sluices ") || w.err.String() != warning {
		t.Errorf("status %d, stdout %q, stderr %q, want %q", status, &w.out, &w.err, warning)
	}
}

// TestManyWarnings has more faulty files than warnings are printed.
func TestManyWarnings(t *testing.T) {
	files := fstest.MapFS{}
	for i := range maxWarnings + 7 {
		files[fmt.Sprintf("own/%03d.md", i)] = &fstest.MapFile{Data: []byte("\xff")}
	}
	w := newTrial()
	w.Disk = diskOf(files)
	Run(w.World, []string{"--notes", "own", "gates"})
	if lines := strings.Split(w.err.String(), "\n"); len(lines) != maxWarnings+2 || lines[maxWarnings] != "Warning: 7 more warnings are not shown; fix these first" {
		t.Errorf("stderr has %d lines, the last %q", len(lines), lines[len(lines)-2])
	}
}
