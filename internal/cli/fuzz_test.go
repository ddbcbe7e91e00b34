package cli

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// FuzzReadArgs: no arguments make the parser panic; every error is a usage error with a message;
// accepted arguments ask for one answer in one form, and each flag that takes a value has one.
func FuzzReadArgs(f *testing.F) {
	for _, seed := range []string{
		"", "diego", "route services", "diego\n--json", "--search\na b\n--markdown", "--session\n18\n--open", "--list-topics\n--day\n2",
		"--day=0", "--day\n99999999999999999999", "--session=", "--speaker\n ", "--notes\na\n--notes=b\n--no-bundled\nbosh", "--check\nx\n--json",
		"-json", "-h", "--help", "--", "--\n--json", "--json=true", "--json=maybe", "--jsn", "--search", "--full\n--full=false", "-\n--open",
		"--\x00", "--version\ndiego", "\x1b[31m", "--=", "--list-topics=false\n--list-sessions",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		args := strings.Split(typed, "\n")
		o, err := readArgs(args)
		var usage *usageError
		switch {
		case err != nil && (!errors.As(err, &usage) || usage.message == ""):
			t.Fatalf("%q: the error %#v is none of usage", args, err)
		case err != nil || o.help:
			return
		}
		q := o.query
		asked := 0
		for _, given := range []bool{len(q.Words) > 0, q.ListTopics, q.ListSessions, q.IsSearch, q.IsSession, o.version, len(o.check) > 0} {
			if given {
				asked++
			}
		}
		if asked > 1 || o.json && o.markdown || (o.open || len(o.check) > 0) && (o.json || o.markdown) {
			t.Errorf("%q asks for several answers, or for one in several forms: %+v", args, o)
		}
		if q.Filter.Day < 0 || slices.ContainsFunc(o.notes, isBlank) {
			t.Errorf("%q: a flag has no value: %+v", args, o)
		}
		if o.json != asksForJSON(args) && !slices.ContainsFunc(args, func(a string) bool { return strings.HasPrefix(a, "--json=") }) && !isValue(args, "--json") {
			t.Errorf("%q: JSON is %v", args, o.json)
		}
	})
}

// isValue reports whether an argument is the value of the flag before it.
func isValue(args []string, arg string) bool {
	for i, a := range args[1:] {
		if f, _ := flagOf(args[i]); a == arg && f.Value != "" {
			return true
		}
	}
	return false
}
