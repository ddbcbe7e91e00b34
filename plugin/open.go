package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/cli/browser"
)

// openerPatience is how long an opener may take to fail. One that runs on has a browser to show
// and is left alone.
const openerPatience = 2 * time.Second

// open hands an address to the user's browser.
func open(address string) error {
	// Anything but a file would be a pipe that breaks when this process ends, and the browser with it.
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer null.Close()
	browser.Stdout, browser.Stderr = null, null
	run, err := opener(address)
	if err != nil {
		return err
	}
	failed := make(chan error, 1)
	go func() { failed <- run() }()
	select {
	case err := <-failed:
		if err != nil {
			return fmt.Errorf("the opener failed: %w", err)
		}
	case <-time.After(openerPatience):
	}
	return nil
}

// opener returns what opens an address: the first installed program of $BROWSER, else what the system has.
func opener(address string) (func() error, error) {
	if list := os.Getenv("BROWSER"); list != "" {
		for _, command := range filepath.SplitList(list) {
			if cmd := browserCommand(command, address); cmd != nil {
				return cmd.Run, nil
			}
		}
		return nil, fmt.Errorf("no program of BROWSER=%s was found", list)
	}
	usesDisplay := runtime.GOOS != "windows" && runtime.GOOS != "darwin"
	if usesDisplay && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		// The browser of Windows needs no display of Linux.
		if cmd := browserCommand("wslview", address); cmd != nil {
			return cmd.Run, nil
		}
		return nil, errors.New("no display was found; set BROWSER to a program that needs no display")
	}
	return func() error { return browser.OpenURL(address) }, nil
}

// browserCommand reads one command of $BROWSER: a path, or a program with arguments. The address takes the place of %s, or is
// the last argument. It returns nil if there is no such program.
func browserCommand(command, address string) *exec.Cmd {
	words := []string{command}
	if _, err := exec.LookPath(command); err != nil {
		words = strings.Fields(command)
	}
	if len(words) == 0 {
		return nil
	}
	program, err := exec.LookPath(words[0])
	if err != nil {
		return nil
	}
	args := words[1:]
	if !strings.Contains(command, "%s") {
		args = append(args, "%s")
	}
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "%s", address)
	}
	return exec.Command(program, args...)
}
