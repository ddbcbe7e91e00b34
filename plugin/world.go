package main

import (
	"os"
	"path/filepath"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/cli"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

// world returns the World of this process.
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
	if w.IsTerminal = isTerminal(os.Stdout); w.IsTerminal {
		w.Width = terminalWidth(os.Stdout)
		w.NoEscapes = !obeysEscapes(int(os.Stdout.Fd()))
	}
	w.ErrorWidth = terminalWidth(os.Stderr)
	return w
}

// maxConfig is the greatest size in bytes of a configuration file of cf: hundreds of times that of
// a usual one.
const maxConfig = 1 << 20

// cfConfig is the content of cf's configuration file; empty if it cannot be read.
func cfConfig() []byte {
	home := os.Getenv("CF_HOME")
	if home == "" {
		home, _ = os.UserHomeDir()
	}
	content, _ := readFile(filepath.Join(home, ".cf", "config.json"), maxConfig)
	return content
}
