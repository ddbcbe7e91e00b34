package yamlfault_test

import (
	"errors"
	"io"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

func TestFind(t *testing.T) {
	wrongType := yaml.Unmarshal([]byte("a: 1\nb: [x]\nc: [y]\n"), &struct{ A, B, C int }{})
	broken := yaml.Unmarshal([]byte("a: 1\nb: c: d\n"), &struct{ A int }{})
	for _, c := range []struct {
		name string
		err  error
		line int
		what string
	}{
		{"the first of several", wrongType, 2, "a list stands where a whole number should"},
		{"text for fields", yaml.Unmarshal([]byte("a\n\nb"), &struct{ A int }{}), 1, `"a\nb" stands where a block of fields should`},
		{"a text that is shortened", yaml.Unmarshal([]byte("a: 张三李四王五"), &struct{ A []string }{}), 1, `"张三..." stands where a list should`},
		{"fields for text", yaml.Unmarshal([]byte("a: {b: c}"), &struct{ A string }{}), 1, "a block of fields stands where text should"},
		{"text for a list", yaml.Unmarshal([]byte("a: b"), &struct{ A []string }{}), 1, `"b" stands where a list should`},
		{"text for a switch", yaml.Unmarshal([]byte("a: b"), &struct{ A bool }{}), 1, `"b" stands where true or false should`},
		{"no YAML", broken, 2, "mapping values are not allowed in this context"},
		{"an unknown field", &yaml.TypeError{Errors: []string{"line 7: field a b not found in type main.file"}}, 7, `there is no field "a b"`},
		{"without a line", errors.New("yaml: control characters are not allowed"), 1, "control characters are not allowed"},
		{"not of the library", io.ErrUnexpectedEOF, 1, "unexpected EOF"},
	} {
		if line, what := yamlfault.Find(c.err); line != c.line || what != c.what {
			t.Errorf("%s: Find(%v) = %d, %q, want %d, %q", c.name, c.err, line, what, c.line, c.what)
		}
	}
}

func TestItem(t *testing.T) {
	const source = "# list\nitems:\n  - a\n\n  - b: 1\n    c: 2\nother: 1\n"
	for _, c := range []struct {
		list string
		i    int
		want int
	}{
		{"items", 0, 3},
		{"items", 1, 5},
		{"items", 2, 1},
		{"others", 0, 1},
		{"other", 0, 1},
	} {
		if got := yamlfault.Item([]byte(source), c.list, c.i); got != c.want {
			t.Errorf("Item(%q, %d) = %d, want %d", c.list, c.i, got, c.want)
		}
	}
	if got := yamlfault.Item([]byte("a: b: c"), "a", 0); got != 1 {
		t.Errorf("Item of no YAML = %d, want 1", got)
	}
}
