package main

import (
	"strconv"

	"code.cloudfoundry.org/cli/plugin"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/cli"
)

// The name of the plugin and of its one command.
const name = "summit-notes"

// What cf has its plugins do besides running a command.
const (
	askMetadata  = "SendMetadata"
	askUninstall = "CLI-MESSAGE-UNINSTALL"
)

// run starts the program as a plugin if cf has started it, which it does with the arguments PORT
// COMMAND ARGUMENTS..., and else as a program of its own. It has to look first: the official
// library waits for a port that nobody serves.
func run(args []string) int {
	switch asked := askedByCF(args[1:]); asked {
	case askUninstall:
		return 0 // the plugin keeps nothing that it could clean up
	case name, askMetadata:
		p := &notesPlugin{}
		plugin.Start(p)
		return p.status
	default:
		return cli.Run(world(), args[1:])
	}
}

// askedByCF is what cf asks the plugin to do; it is empty if it was not cf that started it.
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

// Run answers one call; the first argument is the name of the command.
func (p *notesPlugin) Run(_ plugin.CliConnection, args []string) {
	p.status = cli.Run(world(), args[1:])
}

// GetMetadata tells cf what the plugin is called, what it can do and how to use it.
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
