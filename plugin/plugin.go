package main

import (
	"strconv"

	"code.cloudfoundry.org/cli/plugin"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/cli"
)

// The name of the plugin and of its one command.
const name = "summit-notes"

// The commands by which cf talks to a plugin, besides those of the user.
const (
	askMetadata  = "SendMetadata"
	askUninstall = "CLI-MESSAGE-UNINSTALL"
)

// run starts the program as a plugin if cf has started it with the arguments PORT COMMAND
// ARGUMENTS..., else as a program of its own. It must check first, because the official library
// waits for the port.
func run(args []string) int {
	switch asked := askedByCF(args[1:]); asked {
	case askUninstall:
		return 0 // the plugin stores nothing
	case name, askMetadata:
		p := &notesPlugin{}
		plugin.Start(p)
		return p.status
	default:
		return cli.Run(world(), args[1:])
	}
}

// askedByCF returns the command that cf has sent; it is empty if cf has not started the program.
func askedByCF(args []string) string {
	if len(args) == 1 && args[0] == askUninstall {
		return askUninstall
	}
	if len(args) < 2 {
		return ""
	}
	if _, err := strconv.ParseUint(args[0], 10, 16); err != nil {
		return ""
	}
	return args[1]
}

type notesPlugin struct{ status int }

// Run answers one command line; its first argument is the name of the command.
func (p *notesPlugin) Run(_ plugin.CliConnection, args []string) {
	p.status = cli.Run(world(), args[1:])
}

// GetMetadata describes the plugin to cf.
func (p *notesPlugin) GetMetadata() plugin.PluginMetadata {
	return plugin.PluginMetadata{
		Name:    name,
		Version: versionNumbers(build().Version),
		Commands: []plugin.Command{{
			Name:         name,
			HelpText:     cli.HelpText,
			UsageDetails: plugin.Usage{Usage: cli.Usage, Options: cli.Options()},
		}},
	}
}
