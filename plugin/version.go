package main

import (
	"cmp"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"

	"code.cloudfoundry.org/cli/plugin"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/cli"
)

// Set by the linker in `make build`; empty after `go install`.
var version, commit string

func build() cli.Build {
	b := cli.Build{Version: version, Commit: commit, Go: runtime.Version()}
	if version == "" {
		if info, ok := debug.ReadBuildInfo(); ok {
			b.Version, b.Commit = recorded(info)
		}
	}
	return b
}

// recorded returns the version, as three numbers, and the commit that Go has recorded in the
// program.
func recorded(info *debug.BuildInfo) (version, commit string) {
	version, _, _ = strings.Cut(strings.TrimPrefix(info.Main.Version, "v"), "-")
	version, _, _ = strings.Cut(version, "+")
	if version == "" || version == "(devel)" {
		version = "0.0.0"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			commit = s.Value[:min(12, len(s.Value))]
		}
	}
	return version, cmp.Or(commit, "unknown")
}

// versionNumbers returns the numbers of x.y.z.
func versionNumbers(version string) plugin.VersionType {
	var n [3]int
	for i, part := range strings.SplitN(version, ".", 3) {
		n[i], _ = strconv.Atoi(part)
	}
	return plugin.VersionType{Major: n[0], Minor: n[1], Build: n[2]}
}
