package parse

import "testing"

func TestTitleOfFile(t *testing.T) {
	for file, want := range map[string]string{
		"Day 2 - 04 - Ropes, at sea.md": "Ropes, at sea", "day1_ropes-at_sea.md": "ropes at sea", "03_ropes.md": "ropes", "3-ropes.md": "ropes", "a/2031-04-05-ropes.md": "ropes",
		"3 ropes.md": "3 ropes", "Day of ropes.md": "Day of ropes", "day-2.md": "day 2", "2031.md": "2031",
		"ropes/README.md": "ropes", "ropes/index.md": "ropes", "04-ropes/notes.md": "ropes", "2031/notes.md": "notes", "notes.md": "notes",
	} {
		if got := titleOfFile(file); got != want {
			t.Errorf("titleOfFile(%q) is %q, want %q", file, got, want)
		}
	}
}
