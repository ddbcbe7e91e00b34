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

// maxConfig is the size, in bytes, up to which a file can be cf's configuration: hundreds of times that of most.
const maxConfig = 1 << 20

// cfConfig is the content of cf's configuration file, empty when it cannot be read.
func cfConfig() []byte {
	home := os.Getenv("CF_HOME")
	if home == "" {
		home, _ = os.UserHomeDir()
	}
	content, _ := readFile(filepath.Join(home, ".cf", "config.json"), maxConfig)
	return content
}
