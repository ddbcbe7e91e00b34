package summit_test

import (
	"fmt"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

func TestCheckAddress(t *testing.T) {
	for _, good := range []string{
		"", "https://example.com", "HTTP://example.com:8080/a%20b?c=d#e", "https://bücher.example/é/云", "http://[::1]/",
	} {
		if err := summit.CheckAddress(good); err != nil {
			t.Errorf("CheckAddress(%q): %v", good, err)
		}
	}
	for _, bad := range []string{
		"example.com", "//example.com", "javascript:alert(1)", "file:///etc/passwd", "mailto:ana@example.com", "https:", "https:///watch", "https://:80/",
		"https://a b/", "https://example.com/a b", "https://example.com/%zz", "https://[::1", "https://example.com:port/", ":", "https://example.com/\x7f",
		"https://example.com/\n", "https://example.com/\u0085", "https://example.com/\u00a0", "https://example.com/\u202egpj.exe", "https://exam\u200bple.com",
		"https://example.com/\u2066a", "https://example.com/\u2028", "https://example.com/\ufeff", "https://example.com/\u3164", "https://example.com/\u00ad",
	} {
		want := fmt.Sprintf("%q is not an http or https address", bad)
		if err := summit.CheckAddress(bad); err == nil || err.Error() != want {
			t.Errorf("CheckAddress(%q): %v, want %s", bad, err, want)
		}
	}
}
