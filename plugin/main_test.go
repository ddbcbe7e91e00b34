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

// What the tests run is built when the first test asks for it, so that `go test -list` and a test that needs none of it
// are quick, and it is built by the recipes of the Makefile, so that what is tested is what users have.
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

// scratch is a directory that lives as long as the test run.
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

// lookAtSources looks at every file that the plugin is built from, so that Go does not take the results of an earlier run for
// those of a plugin that has changed since.
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

// runMake makes targets in the root of the repository. It hides from make that another make may have started the tests:
// the targets and variables of that one are not meant for this one.
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

// built returns what build has made, the path of a program or directory, and ends the test when it could not be made.
func built(tb testing.TB, build func() (string, error)) string {
	tb.Helper()
	path, err := build()
	if err != nil {
		tb.Fatal(err)
	}
	return path
}
