package main

import (
	"os"
	"path/filepath"

	"golang.org/x/term"

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
	stdout := int(os.Stdout.Fd())
	if w.IsTerminal = term.IsTerminal(stdout); w.IsTerminal {
		w.Width, _, _ = term.GetSize(stdout)
		w.NoEscapes = !obeysEscapes(stdout)
	}
	if stderr := int(os.Stderr.Fd()); term.IsTerminal(stderr) {
		w.ErrorWidth, _, _ = term.GetSize(stderr)
	}
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
