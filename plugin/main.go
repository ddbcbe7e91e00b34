// Command summit-notes is a plugin for the cf CLI, and runs without it as well.
package main

import "os"

func main() { os.Exit(run(os.Args)) }
