package main_test

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// Programs are built when the first test needs them, so that `go test -list` and other tests are
// quick. The Makefile builds them, so that the tests run the programs that users have.
var (
	summitNotes = sync.OnceValues(func() (string, error) {
		binary := filepath.Join(scratch, "summit-notes")
		if err := lookAtSources(); err != nil {
			return "", err
		}
		return binary, runMake("build", "BINARY="+binary, "VERSION=0.1.0", "COMMIT=test")
	})
	cf8 = sync.OnceValues(func() (string, error) { return makeCF("cf8") })
	cf7 = sync.OnceValues(func() (string, error) { return makeCF("cf7") })
)

// scratch is a temporary folder for the whole test run.
var scratch string

func TestMain(m *testing.M) {
	testscript.Main(inScratch{m}, map[string]func(){"pty": ptyMain})
}

type inScratch struct{ tests testscript.TestingM }

func (s inScratch) Run() int {
	dir, err := os.MkdirTemp("", "summit-notes-test-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	scratch = dir
	return s.tests.Run()
}

// lookAtSources opens every source file of the plugin. Go then knows that the results of the tests
// depend on these files, and does not reuse old ones.
func lookAtSources() error {
	for _, dir := range []string{"../internal", "../notes", "."} {
		err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				_, err = os.Stat(path)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func makeCF(name string) (string, error) {
	target := filepath.Join(".cache", name, "cf")
	if err := runMake(target); err != nil {
		return "", err
	}
	return filepath.Abs(filepath.Join("..", target))
}

// runMake makes targets in the root of the repository. It hides the variables of a make that may
// have started the tests.
func runMake(args ...string) error {
	cmd := exec.Command("make", append([]string{"-s"}, args...)...)
	cmd.Dir = ".."
	for _, variable := range os.Environ() {
		if name, _, _ := strings.Cut(variable, "="); name != "MAKEFLAGS" && name != "MAKEOVERRIDES" && name != "MAKELEVEL" {
			cmd.Env = append(cmd.Env, variable)
		}
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("make %s: %w\n%s", strings.Join(args, " "), err, out)
	}
	return nil
}

// built returns the result of a build, a path. It fails the test if the build fails.
func built(tb testing.TB, build func() (string, error)) string {
	tb.Helper()
	path, err := build()
	if err != nil {
		tb.Fatal(err)
	}
	return path
}
