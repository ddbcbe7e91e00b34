package cli

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
)

func TestReadArgs(t *testing.T) {
	words := func(all ...string) options { return options{query: answer.Query{Words: all}} }
	for _, c := range []struct {
		args string // split at blanks; _ is a blank
		want options
	}{
		{"", options{}},
		{"diego", words("diego")},
		{"route services", words("route", "services")},
		{"route_services", words("route services")},
		{"-", words("-")},
		{"-- --json -x", words("--json", "-x")},
		{"a -- b", words("a", "b")},
		{"--check notes", options{check: []string{"notes"}}},
		{"--check notes --check=more", options{check: []string{"notes", "more"}}},
		{"--check --why --full notes", options{check: []string{"notes"}, why: true, full: true}},
		{"--search --check --json", options{json: true, query: answer.Query{Search: "--check", IsSearch: true}}},
		{"-- --check --why", words("--check", "--why")},
		{"--check=notes --full", options{check: []string{"notes"}, full: true}},
		{"--day 2", options{query: answer.Query{Filter: answer.Filter{Day: 2}}}},
		{"--day=02", options{query: answer.Query{Filter: answer.Filter{Day: 2}}}},
		{"--day 1 --day 3", options{query: answer.Query{Filter: answer.Filter{Day: 3}}}},
		{"--full diego", options{full: true, query: answer.Query{Words: []string{"diego"}}}},
		{"diego --full", options{full: true, query: answer.Query{Words: []string{"diego"}}}},
		{"route --full services", options{full: true, query: answer.Query{Words: []string{"route", "services"}}}},
		{"--full=false", options{}},
		{"--json", options{json: true}},
		{"--json=true", options{json: true}},
		{"--list-sessions", options{query: answer.Query{ListSessions: true}}},
		{"--list-topics --day 1", options{query: answer.Query{ListTopics: true, Filter: answer.Filter{Day: 1}}}},
		{"--markdown", options{markdown: true}},
		{"--no-bundled", options{noBundled: true}},
		{"--notes a --notes b,c diego --notes=d=e", options{notes: []string{"a", "b,c", "d=e"}, query: answer.Query{Words: []string{"diego"}}}},
		{"--open diego", options{open: true, query: answer.Query{Words: []string{"diego"}}}},
		{"--open --session 3", options{open: true, query: answer.Query{Session: "3", IsSession: true}}},
		{"--search blue_green", options{query: answer.Query{Search: "blue green", IsSearch: true}}},
		{"topics", options{query: answer.Query{ListTopics: true}}},
		{"--open --talks", options{open: true, query: answer.Query{Talks: true}}},
		{"--search=", options{query: answer.Query{IsSearch: true}}},
		{"--search --json", options{query: answer.Query{Search: "--json", IsSearch: true}}},
		{"--session 18", options{query: answer.Query{Session: "18", IsSession: true}}},
		{"--session=a=b", options{query: answer.Query{Session: "a=b", IsSession: true}}},
		{"--speaker Ada --summit Tide --track Key_notes", options{query: answer.Query{Filter: answer.Filter{Speaker: "Ada", Summit: "Tide", Track: "Key notes"}}}},
		{"--version", options{version: true}},
		{"--help", options{help: true}},
		{"-h", options{help: true}},
		{"diego --day x --help", options{help: true}},
	} {
		got, err := readArgs(split(c.args))
		if err != nil {
			t.Errorf("readArgs(%q): %v", c.args, err)
		}
		if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(options{}), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("readArgs(%q) (-want +got):\n%s", c.args, diff)
		}
	}
}

func split(args string) []string {
	all := strings.Fields(args)
	for i := range all {
		all[i] = strings.ReplaceAll(all[i], "_", " ")
	}
	return all
}

func TestReadArgsRefuses(t *testing.T) {
	for _, c := range []struct {
		args        string
		want        string
		suggestions []string
	}{
		{"--day", "--day needs a value: --day N", nil},
		{"--search", "--search needs a value: --search TEXT", nil},
		{"diego --notes", "--notes needs a value: --notes PATH", nil},
		{"--day x", `--day takes the number of a day, 1 or more, not "x"`, nil},
		{"--day 0", `--day takes the number of a day, 1 or more, not "0"`, nil},
		{"--day=-1", `--day takes the number of a day, 1 or more, not "-1"`, nil},
		{"--day 99999999999999999999", `--day takes the number of a day, 1 or more, not "99999999999999999999"`, nil},
		{"--day=", "--day needs a value that is not blank", nil},
		{"--speaker=", "--speaker needs a value that is not blank", nil},
		{"--speaker= --notes a", "--speaker needs a value that is not blank", nil},
		{"--track _", "--track needs a value that is not blank", nil},
		{"--summit=", "--summit needs a value that is not blank", nil},
		{"--check --why", "--check needs a value: --check PATH", nil},
		{"--check=", "--check needs a value that is not blank", nil},
		{"--notes=", "--notes needs a value that is not blank", nil},
		{"--notes a --notes=", "--notes needs a value that is not blank", nil},
		{"--json=maybe", `--json is a switch; leave out the value "maybe"`, nil},
		{"--full=1x diego", `--full is a switch; leave out the value "1x"`, nil},
		{"--jsno", "there is no flag --jsno", []string{"--json"}},
		{"--serch x", "there is no flag --serch", []string{"--search"}},
		{"--list-topic", "there is no flag --list-topic", []string{"--list-topics"}},
		{"--sesion=3", "there is no flag --sesion", []string{"--session"}},
		{"--entirely-else", "there is no flag --entirely-else", nil},
		{"-json", "-json has one dash; flags have two", []string{"--json"}},
		{"-day=2", "-day=2 has one dash; flags have two", []string{"--day"}},
		{"-x", "-x has one dash; flags have two", nil},
		{"diego --list-topics", "TOPIC and --list-topics ask for different answers; give one of them", nil},
		{"--list-topics --list-sessions", "--list-topics and --list-sessions ask for different answers; give one of them", nil},
		{"--search a --session 1", "--search and --session ask for different answers; give one of them", nil},
		{"--version diego", "TOPIC and --version ask for different answers; give one of them", nil},
		{"--check a diego", "TOPIC and --check ask for different answers; give one of them", nil},
		{"--search blue green", "--search takes one TEXT; put several words in quotes", nil},
		{"--json --markdown", "--json and --markdown are two outputs; give one of them", nil},
		{"--check a --notes b", "--check reports on notes, and --notes adds notes to search; give one of them", nil},
		{"--check a --json", "--check prints a report for people; leave out --json and --markdown", nil},
		{"--check a --markdown", "--check prints a report for people; leave out --json and --markdown", nil},
		{"--talks --day 1", "--day and --track apply to sessions, and --talks shows none; leave them out", nil},
		{"--talks --track a", "--day and --track apply to sessions, and --talks shows none; leave them out", nil},
		{"--open diego --json", "--open prints an address and nothing else; leave out --json and --markdown", nil},
		{"--open diego --markdown", "--open prints an address and nothing else; leave out --json and --markdown", nil},
		{"--open", "--open needs sessions or talks to choose from; give a TOPIC, --search, --session or --talks", nil},
		{"--open --list-sessions", "--open needs sessions or talks to choose from; give a TOPIC, --search, --session or --talks", nil},
		{"--open --check a", "--open needs sessions or talks to choose from; give a TOPIC, --search, --session or --talks", nil},
	} {
		_, err := readArgs(split(c.args))
		var usage *usageError
		if !errors.As(err, &usage) || usage.message != c.want {
			t.Errorf("readArgs(%q): error %v, want %q", c.args, err, c.want)
			continue
		}
		if diff := cmp.Diff(c.suggestions, usage.suggestions, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("readArgs(%q) suggests (-want +got):\n%s", c.args, diff)
		}
	}
}

func TestAsksForJSON(t *testing.T) {
	for args, want := range map[string]bool{
		"": false, "--json": true, "--json=true": true, "--x --json": true, "--x=--json": false, "-- --json": false, "--json --": true,
	} {
		if got := asksForJSON(split(args)); got != want {
			t.Errorf("asksForJSON(%q) = %v, want %v", args, got, want)
		}
	}
}

// TestEveryFlagCounts checks that each flag changes the options.
func TestEveryFlagCounts(t *testing.T) {
	for _, f := range Flags {
		args := []string{"--" + f.Name}
		if f.Value != "" {
			args = append(args, "1")
		}
		needs := map[string][]string{"open": {"diego"}, "why": {"--check=notes"}}[f.Name]
		args = append(args, needs...)
		got, err := readArgs(args)
		if err != nil {
			t.Errorf("readArgs(%q): %v", args, err)
		}
		without, _ := readArgs(needs)
		if cmp.Equal(without, got, cmp.AllowUnexported(options{}), cmpopts.EquateEmpty()) {
			t.Errorf("--%s makes no difference", f.Name)
		}
	}
}

func TestFlags(t *testing.T) {
	if !slices.IsSortedFunc(Flags, func(a, b Flag) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the flags are not in the order of their names")
	}
	for i, f := range Flags {
		first, _ := utf8.DecodeRuneInString(f.Usage)
		if n := utf8.RuneCountInString(f.Usage); n == 0 || n > 56 || !unicode.IsUpper(first) || strings.HasSuffix(f.Usage, ".") {
			t.Errorf("--%s is described by %d characters, %q; want 1 to 56 that begin with a capital and end without a full stop", f.Name, n, f.Usage)
		}
		if f.Value != strings.ToUpper(f.Value) || f.Many && f.Value == "" {
			t.Errorf("--%s has the value %q", f.Name, f.Value)
		}
		if slices.ContainsFunc(Flags[:i], func(g Flag) bool { return g.Name == f.Name }) {
			t.Errorf("--%s stands twice in the table", f.Name)
		}
	}
}

func TestHelp(t *testing.T) {
	help := Help()
	for line := range strings.SplitSeq(help, "\n") {
		if n := utf8.RuneCountInString(line); n > 80 || strings.TrimRight(line, " ") != line || strings.Contains(line, "\t") {
			t.Errorf("the help has a line of %d columns, or one that ends in a blank or has a tab: %q", n, line)
		}
	}
	if !strings.HasSuffix(help, "\n") || strings.HasSuffix(help, "\n\n") {
		t.Error("the help does not end in one newline")
	}
	for _, f := range Flags {
		if !strings.Contains(help, "\n   --"+f.label()+" ") || Options()[f.label()] != f.Usage {
			t.Errorf("the help or cf's options lack --%s", f.label())
		}
	}
	if len(Options()) != len(Flags) {
		t.Errorf("there are %d flags, and %d options for cf", len(Flags), len(Options()))
	}
	for _, text := range append([]string{HelpText, Usage}, slices.Collect(optionTexts)...) {
		if strings.Contains(text, "{{") {
			t.Errorf("cf reads help as a template, so it must not have {{: %q", text)
		}
	}
	if strings.Contains(HelpText, "\n") || utf8.RuneCountInString(HelpText) > 60 {
		t.Errorf("the help text is no short line: %q", HelpText)
	}
}

func optionTexts(yield func(string) bool) {
	for _, f := range Flags {
		if !yield(f.Usage) {
			return
		}
	}
}

// TestExamplesCanBeRead parses the commands in the help text.
func TestExamplesCanBeRead(t *testing.T) {
	_, examples, _ := strings.Cut(Usage, "EXAMPLES:\n")
	examples, _, _ = strings.Cut(examples, "\n\n")
	n := 0
	for line := range strings.Lines(examples) {
		_, args, found := strings.Cut(line, "cf summit-notes ")
		if !found {
			t.Errorf("the example %q does not begin with the command", line)
		}
		if before, quoted, isQuoted := strings.Cut(strings.TrimSpace(args), " '"); isQuoted {
			args = before + " " + strings.ReplaceAll(strings.TrimSuffix(quoted, "'"), " ", "_")
		}
		if _, err := readArgs(split(args)); err != nil {
			t.Errorf("the example %q: %v", line, err)
		}
		n++
	}
	if n == 0 {
		t.Error("the help has no examples")
	}
}
