package render

import (
	"strings"
	"testing"
	"time"
)

// TestLastColumnsOfMany has an address of a megabyte. Measuring each of its characters again and
// again would take minutes.
func TestLastColumnsOfMany(t *testing.T) {
	start := time.Now()
	for _, text := range []string{"a", "日", "é"} {
		got := lastColumns(strings.Repeat(text, 1<<20), 20)
		if !strings.HasPrefix(got, text) || !strings.HasSuffix(got, text) || len(got) > 100 {
			t.Errorf("lastColumns = %q", got)
		}
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("it takes %v", took)
	}
}

// TestAddressInText has an address that ends in a parenthesis of its own, in a text.
func TestAddressInText(t *testing.T) {
	p := &page{Style: Style{Links: true}}
	p.text("", "see https://example.com/rope_(car), and more")
	const want = "see \x1b]8;;https://example.com/rope_(car)\x1b\\https://example.com/rope_(car)\x1b]8;;\x1b\\, and more\n"
	if got := p.out.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
