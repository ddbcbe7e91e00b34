package cli

import (
	"fmt"
	"strings"
)

// HelpText is the line that cf shows for the command in its lists.
const HelpText = "Show what was said about a topic at Cloud Foundry Summit"

// Usage is the text below USAGE in cf's help. cf indents its first line by three blanks.
const Usage = `cf summit-notes [TOPIC...] [--day N] [--speaker NAME] [--track NAME]
      [--summit NAME] [--full] [--json | --markdown | --open]
   cf summit-notes --search TEXT
   cf summit-notes --session ID
   cf summit-notes --list-topics
   cf summit-notes --list-sessions
   cf summit-notes --check PATH

   TOPIC is a Cloud Foundry concept by any of its names, several of them, or
   any words: those that name no topic are searched for. Notes of your own are
   read from --notes PATH and from the folders in CF_SUMMIT_NOTES_PATH.

EXAMPLES:
   cf summit-notes diego
   cf summit-notes route services
   cf summit-notes security --day 1 --full
   cf summit-notes --search '"blue green" deployment'
   cf summit-notes firehose --open

TIP:
   Use 'cf summit-notes --list-topics' to see what there is to ask for.`

// Help is what cf prints for the command, for those who run it without cf.
func Help() string {
	var out strings.Builder
	fmt.Fprintf(&out, "NAME:\n   summit-notes - %s\n\nUSAGE:\n   %s\n\nOPTIONS:\n", HelpText, Usage)
	longest := 0
	for _, f := range Flags {
		longest = max(longest, len(f.label()))
	}
	for _, f := range Flags {
		fmt.Fprintf(&out, "   --%-*s%s\n", longest+6, f.label(), f.Usage)
	}
	return out.String()
}

// Options are the flags as cf's help wants them: what to say about each, by its label.
func Options() map[string]string {
	out := map[string]string{}
	for _, f := range Flags {
		out[f.label()] = f.Usage
	}
	return out
}

func (f Flag) label() string { return strings.TrimSpace(f.Name + " " + f.Value) }
