// Command summit-notes is a plugin for the cf CLI, and runs without it as well.
package main

import (
	"os"

	_ "github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/stack"
)

func main() { os.Exit(run(os.Args)) }
