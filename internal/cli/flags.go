package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
)

// A Flag is an option of the command. This table feeds the parser, cf's help, the plugin's own
// help and the README.
type Flag struct {
	Name  string
	Value string // the name of its value in help; empty for a switch
	Usage string
	Many  bool // may be repeated; all values count
}

// Flags are all options, in the order in which help shows them.
var Flags = []Flag{
	{Name: "check", Value: "PATH", Usage: "Show how notes at PATH are read; may be repeated", Many: true},
	{Name: "day", Value: "N", Usage: "Only sessions of day N"},
	{Name: "full", Usage: "Show all notes, links, photos and sources"},
	{Name: "json", Usage: "Print JSON"},
	{Name: "list-sessions", Usage: "List the sessions"},
	{Name: "list-topics", Usage: "List the topics, with numbers of sessions and talks"},
	{Name: "markdown", Usage: "Print Markdown"},
	{Name: "no-bundled", Usage: "Ignore the bundled notes and talks"},
	{Name: "notes", Value: "PATH", Usage: "Add notes, a file or a folder; may be repeated", Many: true},
	{Name: "open", Usage: "Open the best link of the answer, and print it"},
	{Name: "search", Value: "TEXT", Usage: "Search sessions and talks, even if TEXT is a topic"},
	{Name: "session", Value: "ID", Usage: "Show all of one session, by number or id"},
	{Name: "speaker", Value: "NAME", Usage: "Only sessions and talks of a speaker or organisation"},
	{Name: "summit", Value: "NAME", Usage: "Only sessions of a summit, talks of an event"},
	{Name: "talks", Usage: "Show all talks about the topic; alone: all talks"},
	{Name: "track", Value: "NAME", Usage: "Only sessions of a track; part of NAME is enough"},
	{Name: "version", Usage: "Print the version and what is bundled"},
	{Name: "why", Usage: "With --check: show the rule for the role of each line"},
}

// options are the arguments of one call.
type options struct {
	query     answer.Query
	notes     []string // paths of more notes
	noBundled bool
	check     []string // paths of --check; empty without it
	why       bool     // --why is set
	full      bool
	json      bool
	markdown  bool
	open      bool
	version   bool
	help      bool
}

// A usageError is a call that cannot be understood.
type usageError struct {
	message     string
	suggestions []string
}

func (e *usageError) Error() string { return e.message }

// readArgs reads flags and words in any order. Its errors are of type *usageError.
func readArgs(args []string) (options, error) {
	set := pflag.NewFlagSet("summit-notes", pflag.ContinueOnError)
	set.Usage = func() {}
	for _, f := range Flags {
		switch {
		case f.Value == "":
			set.Bool(f.Name, false, f.Usage)
		case f.Many:
			set.Var(new(values), f.Name, f.Usage)
		default:
			set.String(f.Name, "", f.Usage)
		}
	}
	if err := set.Parse(switchesFirst(args)); errors.Is(err, pflag.ErrHelp) {
		return options{help: true}, nil
	} else if err != nil {
		return options{json: asksForJSON(args)}, explain(err)
	}
	text := func(name string) string { s, _ := set.GetString(name); return s }
	is := func(name string) bool { on, _ := set.GetBool(name); return on }
	texts := func(name string) []string { return *set.Lookup(name).Value.(*values) }
	words, list := set.Args(), commandWord(set.Args())
	if list == "help" {
		return options{help: true}, nil
	}
	if list != "" {
		words = nil
	}
	o := options{
		notes: texts("notes"), noBundled: is("no-bundled"), check: texts("check"), why: is("why"),
		full: is("full"), json: is("json"), markdown: is("markdown"), open: is("open"), version: is("version"),
		query: answer.Query{
			Words:  words,
			Search: text("search"), IsSearch: set.Changed("search"),
			Session: text("session"), IsSession: set.Changed("session"),
			ListTopics: is("list-topics") || list == "topics", ListSessions: is("list-sessions") || list == "sessions",
			Talks:  is("talks") || list == "talks",
			Filter: answer.Filter{Speaker: text("speaker"), Track: text("track"), Summit: text("summit")},
		},
	}
	for _, name := range []string{"speaker", "track", "summit", "day", "check", "notes"} {
		if !set.Changed(name) {
			continue
		}
		given := []string{text(name)}
		if f, _ := flagOf("--" + name); f.Many {
			given = texts(name)
		}
		if slices.ContainsFunc(given, isBlank) {
			return o, &usageError{message: fmt.Sprintf("--%s needs a value that is not blank", name)}
		}
	}
	if set.Changed("day") {
		day, err := strconv.Atoi(text("day"))
		if err != nil || day < 1 {
			return o, &usageError{message: fmt.Sprintf("--day takes the number of a day, 1 or more, not %q", text("day"))}
		}
		o.query.Filter.Day = day
	}
	return o, o.refuse()
}

// switchesFirst moves a switch between a flag and its value before the flag: `--check --why PATH`.
// The TEXT of a search may look like a switch.
func switchesFirst(args []string) []string {
	out := slices.Clone(args)
	for i := 0; i+1 < len(out) && out[i] != "--"; i++ {
		own, _ := flagOf(out[i])
		next, isFlag := flagOf(out[i+1])
		switch {
		case own.Value == "":
		case own.Value != "TEXT" && next.Value == "" && isFlag:
			out[i], out[i+1] = out[i+1], out[i]
		default:
			i++
		}
	}
	return out
}

// values are those of a flag that may be repeated. The type that pflag has for them writes them as
// CSV whenever it is asked for them, each time with a large buffer.
type values []string

func (v *values) String() string     { return strings.Join(*v, ", ") }
func (v *values) Set(s string) error { *v = append(*v, s); return nil }
func (v *values) Type() string       { return "values" }

// commandWord is a single word that acts as a flag, in lower case; empty for other words.
func commandWord(words []string) string {
	if len(words) != 1 || !slices.Contains([]string{"help", "topics", "sessions", "talks"}, strings.ToLower(words[0])) {
		return ""
	}
	return strings.ToLower(words[0])
}

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

// refuse reports flags that exclude each other.
func (o options) refuse() error {
	var asked []string
	for _, a := range []struct {
		given bool
		what  string
	}{
		{len(o.query.Words) > 0, "TOPIC"},
		{o.query.ListTopics, "--list-topics"},
		{o.query.ListSessions, "--list-sessions"},
		{o.query.IsSearch, "--search"},
		{o.query.IsSession, "--session"},
		{o.version, "--version"},
		{len(o.check) > 0, "--check"},
	} {
		if a.given {
			asked = append(asked, a.what)
		}
	}
	switch {
	case slices.Contains(asked, "--search") && asked[0] == "TOPIC":
		return &usageError{message: "--search takes one TEXT; put several words in quotes"}
	case len(asked) > 1:
		return &usageError{message: fmt.Sprintf("%s and %s ask for different answers; give one of them", asked[0], asked[1])}
	case o.json && o.markdown:
		return &usageError{message: "--json and --markdown are two outputs; give one of them"}
	case o.why && len(o.check) == 0:
		return &usageError{message: "--why explains how notes are read; give them: --check PATH --why"}
	case len(o.check) > 0 && len(o.notes) > 0:
		return &usageError{message: "--check reports on notes, and --notes adds notes to search; give one of them"}
	case len(o.check) > 0 && (o.json || o.markdown):
		return &usageError{message: "--check prints a report for people; leave out --json and --markdown"}
	case o.open && (o.json || o.markdown):
		return &usageError{message: "--open prints an address and nothing else; leave out --json and --markdown"}
	case o.query.Talks && len(asked) > 0 && !slices.Contains([]string{"TOPIC", "--search"}, asked[0]):
		return &usageError{message: fmt.Sprintf("--talks and %s ask for different answers; give one of them", asked[0])}
	case o.query.Talks && (o.query.Filter.Day > 0 || o.query.Filter.Track != ""):
		return &usageError{message: "--day and --track apply to sessions, and --talks shows none; leave them out"}
	case o.open && !o.query.Talks && (len(asked) == 0 || !slices.Contains([]string{"TOPIC", "--search", "--session"}, asked[0])):
		return &usageError{message: "--open needs sessions or talks to choose from; give a TOPIC, --search, --session or --talks"}
	}
	return nil
}

// explain describes an error of the parser, and suggests the flag that was probably meant.
func explain(err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		name := "-" + unknown.GetSpecifiedShortnames()
		e := &usageError{message: fmt.Sprintf("%s has one dash; flags have two", name)}
		before, _, _ := strings.Cut(name, "=")
		if f, found := flagOf("-" + before); found {
			e.suggestions = []string{"--" + f.Name}
		}
		return e
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		return &usageError{fmt.Sprintf("there is no flag --%s", name), nearestFlags(name)}
	case errors.As(err, &missing):
		f, _ := flagOf("--" + missing.GetSpecifiedName())
		return &usageError{message: fmt.Sprintf("--%s needs a value: --%s %s", f.Name, f.Name, f.Value)}
	case errors.As(err, &invalid):
		return &usageError{message: fmt.Sprintf("--%s is a switch; leave out the value %q", invalid.GetFlag().Name, invalid.GetValue())}
	}
	return &usageError{message: err.Error()}
}

// asksForJSON reports whether arguments that cannot be read ask for errors as JSON.
func asksForJSON(args []string) bool {
	if end := slices.Index(args, "--"); end >= 0 {
		args = args[:end]
	}
	return slices.Contains(args, "--json") || slices.Contains(args, "--json=true")
}

// flagOf is the flag that an argument such as "--day" sets.
func flagOf(arg string) (f Flag, found bool) {
	i := slices.IndexFunc(Flags, func(f Flag) bool { return "--"+f.Name == arg })
	if i < 0 {
		return Flag{}, false
	}
	return Flags[i], true
}

func nearestFlags(name string) []string {
	names := make([]string, len(Flags))
	for i, f := range Flags {
		names[i] = "--" + f.Name
	}
	return answer.Nearest(name, names)
}
