package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/cli/browser"
	"golang.org/x/term"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/cli"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

// Set by the linker.
var (
	version = "0.0.0"
	commit  = "unknown"
)

// world is what this process gives to the command.
func world() cli.World {
	w := cli.World{
		Stdout:   os.Stdout,
		Stderr:   os.Stderr,
		Env:      os.Getenv,
		CFConfig: cfConfig,
		Open:     open,
		Notes:    notes.Bundled(),
		Disk:     newDisk(),
		Build:    cli.Build{Version: version, Commit: commit, Go: runtime.Version()},
	}
	stdout := int(os.Stdout.Fd())
	if w.IsTerminal = term.IsTerminal(stdout); w.IsTerminal {
		w.Width, _, _ = term.GetSize(stdout)
	}
	return w
}

// cfConfig is the content of cf's configuration file, empty when it cannot be read.
func cfConfig() []byte {
	home := os.Getenv("CF_HOME")
	if home == "" {
		home, _ = os.UserHomeDir()
	}
	content, _ := os.ReadFile(filepath.Join(home, ".cf", "config.json"))
	return content
}

// openerPatience is how long an opener may take to fail. One that runs on has a browser to show
// and is left alone.
const openerPatience = 2 * time.Second

// open hands an address to the system's opener.
func open(address string) error {
	if runtime.GOOS != "windows" && runtime.GOOS != "darwin" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return errors.New("there is no display here")
	}
	// Anything but a file would be a pipe that breaks when this process ends, and the browser with it.
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer null.Close()
	browser.Stdout, browser.Stderr = null, null
	failed := make(chan error, 1)
	go func() { failed <- browser.OpenURL(address) }()
	select {
	case err := <-failed:
		if err != nil {
			return fmt.Errorf("the system's opener failed: %w", err)
		}
	case <-time.After(openerPatience):
	}
	return nil
}
