package cli

import (
	"fmt"
	"strings"
)

// HelpText describes the command in the lists of cf.
const HelpText = "Show what was said about a Cloud Foundry topic"

// Usage is the text below USAGE in cf's help. cf indents its first line by three blanks.
const Usage = `cf summit-notes WORDS... [--talks] [--full] [--json | --markdown | --open]
      [--speaker NAME] [--day N] [--track NAME] [--summit NAME]
   cf summit-notes NUMBER
   cf summit-notes --search TEXT
   cf summit-notes --list-topics | --list-sessions | --talks
   cf summit-notes --check PATH [--why]

   WORDS are a topic, several topics, a speaker, an organisation, a day or a
   track, or a question in plain words. Words that are none of these are
   searched for. NUMBER is the number of a session.
   User notes are read from --notes PATH and from the paths in
   CF_SUMMIT_NOTES_PATH.

EXAMPLES:
   cf summit-notes diego
   cf summit-notes who talked about docker
   cf summit-notes security --talks
   cf summit-notes 18
   cf summit-notes pivotal --day 2
   cf summit-notes --search '"blue green" deployment'
   cf summit-notes firehose --open

TIP:
   Use 'cf summit-notes --list-topics' to see the topics.`

// Help is the help text of a program that runs without cf. It has the form of cf's help.
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

// Options are the descriptions of the flags by their labels, as cf's help needs them.
func Options() map[string]string {
	out := map[string]string{}
	for _, f := range Flags {
		out[f.label()] = f.Usage
	}
	return out
}

func (f Flag) label() string { return strings.TrimSpace(f.Name + " " + f.Value) }
