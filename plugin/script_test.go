package main_test

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the answers in testdata/script to what the plugin says")

// TestScript runs testdata/script. In a script, cf is a real cf 8 with the plugin installed in a
// home of its own, summit-notes is the same program without cf, $SUMMIT_NOTES is its path, `pty
// [-cols N] [-rows N] program` runs a program on a terminal, and `fails program` expects exit
// status 1.
func TestScript(t *testing.T) {
	home := built(t, homeWithPlugin)
	programs := linkPrograms(t, map[string]string{"cf": built(t, cf8), "summit-notes": built(t, summitNotes)})
	homes := t.TempDir()
	t.Cleanup(func() {
		if t.Failed() {
			t.Log("if the new answers are right, run make golden, and look at them")
		}
	})
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: *update,
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"fails": fails},
		Setup: func(env *testscript.Env) error {
			own := filepath.Join(homes, filepath.Base(env.WorkDir))
			env.Setenv("CF_HOME", own)
			env.Setenv("LC_ALL", "C.UTF-8")
			env.Setenv("SUMMIT_NOTES", filepath.Join(programs, "summit-notes"))
			env.Setenv("PATH", programs+string(os.PathListSeparator)+env.Getenv("PATH"))
			return copyHome(home, own)
		},
	})
}

// fails is a command of the scripts. `! exec` would accept any status except 0, even that of a
// panic.
func fails(ts *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) == 0 {
		ts.Fatalf("usage: fails program [argument...]")
	}
	err := ts.Exec(args[0], args[1:]...)
	if exited := new(exec.ExitError); !errors.As(err, &exited) || exited.ExitCode() != 1 {
		ts.Fatalf("%s: got %v, want exit status 1", args[0], err)
	}
}

// linkPrograms returns a folder for PATH with a link to each program under its given name.
func linkPrograms(t *testing.T, programs map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, program := range programs {
		if err := os.Symlink(program, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
