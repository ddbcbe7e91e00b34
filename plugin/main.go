// Command summit-notes is a plugin for the cf CLI, and runs without it as well.
package main

import (
	"os"
	"runtime/debug"
)

func main() {
	// The program ends before much of its memory is garbage: collecting later costs less time.
	debug.SetGCPercent(400)
	os.Exit(run(os.Args))
}
