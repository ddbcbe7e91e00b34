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

// openerPatience is the time in which an opener can fail. One that still runs then has opened the
// browser, and keeps running.
const openerPatience = 2 * time.Second

// open hands an address to the user's browser.
func open(address string) error {
	// A pipe would break when this process ends, and end the browser.
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

// opener returns a function that opens an address: the first installed program of $BROWSER, else
// the default of the system.
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
		// Windows' browser needs no Linux display.
		if cmd := browserCommand("wslview", address); cmd != nil {
			return cmd.Run, nil
		}
		return nil, errors.New("no display was found; set BROWSER to a program that needs no display")
	}
	return func() error { return browser.OpenURL(address) }, nil
}

// browserCommand parses one command of $BROWSER: a path, or a program with arguments. The address
// replaces %s, or is the last argument. It returns nil if the program does not exist.
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
