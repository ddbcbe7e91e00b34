package main

import (
	"runtime/debug"
	"testing"
)

func TestRecordedVersion(t *testing.T) {
	for _, c := range []struct{ recorded, revision, version, commit string }{
		{"v1.2.3", "", "1.2.3", "unknown"},
		{"v1.2.3+dirty", "0123456789abcdef", "1.2.3", "0123456789ab"},
		{"v1.2.4-0.20261125012732-cf2ff10ddc20", "", "1.2.4", "unknown"},
		{"(devel)", "", "0.0.0", "unknown"},
		{"", "", "0.0.0", "unknown"},
	} {
		info := &debug.BuildInfo{Main: debug.Module{Version: c.recorded}, Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: c.revision}}}
		if version, commit := recorded(info); version != c.version || commit != c.commit {
			t.Errorf("%q: version %s, commit %s, want %s, %s", c.recorded, version, commit, c.version, c.commit)
		}
	}
}
