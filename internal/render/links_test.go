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
