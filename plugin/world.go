package main

import (
	"os"
	"path/filepath"

	"golang.org/x/term"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/cli"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
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
		Build:    build(),
	}
	stdout := int(os.Stdout.Fd())
	if w.IsTerminal = term.IsTerminal(stdout); w.IsTerminal {
		w.Width, _, _ = term.GetSize(stdout)
		w.NoEscapes = !obeysEscapes(stdout)
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
