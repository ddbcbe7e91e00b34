package parse

import "testing"

// TestSharedParts cuts from titles the part that most titles may share.
func TestSharedParts(t *testing.T) {
	for name, cut := range map[string]func(string) string{"brackets": endCutter(nil), "code": endCutter(nil), "letter": cutField} {
		for title, want := range map[string]map[string]string{
			"brackets": {"Ropes [Hall]": "Ropes", " [Hall]": " [Hall]", "Ropes [Hall": "Ropes [Hall", "Ropes[Hall]": "Ropes[Hall]"},
			"code": {
				"Ropes (BV)": "Ropes", "Ropes (link)": "Ropes", "Ropes (B V)": "Ropes (B V)", "Ropes (bv)": "Ropes (bv)",
				"Ropes (HARBOURS9)": "Ropes (HARBOURS9)", "ROPES": "ROPES", "Ropes (BV": "Ropes (BV",
			},
			"letter": {
				"A. Ropes": "Ropes", "Z) Ropes": "Ropes", "A- Ropes": "A- Ropes", "A.  ": " ", "A. ": "A. ", "A.": "A.", "A.B. Ropes": "A.B. Ropes",
				"a. Ropes": "a. Ropes", "3. Ropes": "3. Ropes", "": "",
			},
		}[name] {
			if got := cut(title); got != want {
				t.Errorf("%s: %q is %q, want %q", name, title, got, want)
			}
		}
	}
}

// TestIsNumbered has headings that begin with a number and a sign, and others.
func TestIsNumbered(t *testing.T) {
	for heading, want := range map[string]bool{
		"1. Ropes": true, "2) Ropes": true, "3 - Ropes": true, "3 Ropes": false, "10. Ropes": false, "Ropes": false, "1.Ropes": false,
	} {
		if got := isNumbered(heading); got != want {
			t.Errorf("%q: %v, want %v", heading, got, want)
		}
	}
}
