// Minimal is the floor for a cf plugin: it loads the official library and prints one line.
package main

import (
	"fmt"

	"code.cloudfoundry.org/cli/plugin"
)

type minimal struct{}

func (minimal) Run(plugin.CliConnection, []string) {
	fmt.Println("one line")
}

func (minimal) GetMetadata() plugin.PluginMetadata {
	return plugin.PluginMetadata{
		Name:     "minimal",
		Version:  plugin.VersionType{Major: 1},
		Commands: []plugin.Command{{Name: "minimal-cmd", HelpText: "Print one line"}},
	}
}

func main() {
	plugin.Start(minimal{})
}
