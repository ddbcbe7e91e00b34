package main

import (
	"os"

	"golang.org/x/term"
)

func isTerminal(stream *os.File) bool { return term.IsTerminal(int(stream.Fd())) }

// terminalWidth is the number of columns of a terminal; 0 if a stream leads elsewhere.
func terminalWidth(stream *os.File) int {
	columns, _, err := term.GetSize(int(stream.Fd()))
	if err != nil {
		return 0
	}
	return columns
}
