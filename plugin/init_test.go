package main_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// maxInit is the greatest time in milliseconds that a package may take to initialise; every start
// of the program pays it.
const maxInit = 1.0

var initTrace = regexp.MustCompile(`(?m)^init (\S+) @\S+ ms, (\S+) ms clock`)

// TestStackFirst checks that the stack is made large before any package compiles regular
// expressions.
func TestStackFirst(t *testing.T) {
	cmd := command(t.TempDir(), built(t, summitNotes), "--version")
	cmd.Env = append(cmd.Env, "GODEBUG=inittrace=1")
	trace := run(t, cmd).stderr
	ours := strings.Index(trace, "\ninit "+module+"internal/stack @")
	others := strings.Index(trace, "\ninit github.com/yuin/goldmark/")
	if ours < 0 || others < ours {
		t.Errorf("the stack is made large at byte %d of the trace, goldmark starts at byte %d:\n%s", ours, others, trace)
	}
}

// TestInit takes the fastest of several starts, because a busy machine slows any package down.
func TestInit(t *testing.T) {
	best := map[string]float64{}
	for range 5 {
		cmd := command(t.TempDir(), built(t, summitNotes), "--version")
		cmd.Env = append(cmd.Env, "GODEBUG=inittrace=1")
		for _, match := range initTrace.FindAllStringSubmatch(run(t, cmd).stderr, -1) {
			took, err := strconv.ParseFloat(match[2], 64)
			if err != nil {
				t.Fatal(err)
			}
			if known, ok := best[match[1]]; !ok || took < known {
				best[match[1]] = took
			}
		}
	}
	if len(best) == 0 {
		t.Fatal("no package initialises")
	}
	for name, took := range best {
		if took > maxInit {
			t.Errorf("%s takes %.2f ms to initialise, want at most %.2f", name, took, maxInit)
		}
	}
}
