package yamlfault_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"", ""},
		{"# nothing", ""},
		{"a: 1\nb: c: d\n", "2: mapping values are not allowed in this context"},
		{"a: b: c", "1: mapping values are not allowed in this context"},
		{"a: [b\n", "1: did not find expected ',' or ']'"},
		{"a: [b,\n  c]\nd: [e\nf: 1\n", "3: did not find expected ',' or ']'"},
		{"a: 1\nb: \"c\nd: 2\n", "2: found unexpected end of stream"},
		{"a:\n  - b: 1\n    c: 2\n   d: 3\ne: 1\n", "4: did not find expected '-' indicator"},
		{"a: 1\n\tb: 2\n", "2: found a tab character that violates indentation"},
		{"a: 1\nb: *c\n", "2: unknown anchor 'c' referenced"},
		{"a: 1\nb: \x01\n", "2: control characters are not allowed"},
		{"a: 1\nb: \xff\n", "2: invalid leading UTF-8 octet"},
		{"a: 1\nb: *c\n#" + strings.Repeat(" ", 1<<18), "1: unknown anchor 'c' referenced"},
		{"a: b: c\n#" + strings.Repeat(" ", 1<<18), "1: mapping values are not allowed in this context"},
	} {
		_, faults := yamlfault.Parse([]byte(c.source))
		if got := told(faults); got != c.want {
			t.Errorf("Parse(%.40q): %q, want %q", c.source, got, c.want)
		}
	}
}

func told(faults []yamlfault.Fault) string {
	var out []string
	for _, f := range faults {
		out = append(out, fmt.Sprintf("%d: %s", f.Line, f.What))
	}
	return strings.Join(out, "\n")
}

type shelf struct {
	Name  string         `yaml:"name"`
	Words []string       `yaml:"words"`
	Days  map[int]string `yaml:"days"`
	Books []book         `yaml:"books"`
	Rest  yaml.Node      `yaml:"rest"`
	Other int
}

type book struct {
	Title yamlfault.Text `yaml:"title"`
	Pages int            `yaml:"pages"`
	Lent  bool           `yaml:"lent"`
	Shade shade          `yaml:"shade"`
}

func (b *book) Check(line int) []yamlfault.Fault {
	if b.Title.Line == 0 {
		return []yamlfault.Fault{{Line: line, What: "no title"}}
	}
	return nil
}

type shade string

func (s *shade) UnmarshalYAML(n *yaml.Node) error {
	if n.Value != "dark" {
		return errors.New("too light")
	}
	*s = shade(n.Value)
	return nil
}

func TestDecode(t *testing.T) {
	tea := book{Title: yamlfault.Text{Value: "Tea", Line: 1}}
	for _, c := range []struct {
		name, source string
		want         shelf
		faults       string
	}{
		{"everything", "name: a\nwords: [b, 1]\ndays: {1: c}\nbooks:\n  - {title: Tea, pages: 3, lent: true, shade: dark}\n", shelf{
			Name: "a", Words: []string{"b", "1"}, Days: map[int]string{1: "c"},
			Books: []book{{yamlfault.Text{Value: "Tea", Line: 5}, 3, true, "dark"}},
		}, ""},
		{"nothing", "name:\nwords:\ndays:\nbooks:\n", shelf{}, ""},
		{"an unknown field", "name: a\ncolour: b\nwords: [c]\n", shelf{Name: "a", Words: []string{"c"}}, `2: there is no field "colour"`},
		{"a field without a name", "'': a\n", shelf{}, `1: there is no field ""`},
		{"a field that stands there twice", "name: a\nname: b\n", shelf{Name: "a"}, `2: the field "name" stands in line 1 already`},
		{"a list for text", "name: [a]\nwords: [b]\n", shelf{Words: []string{"b"}}, "1: a list stands where text should"},
		{"fields for text", "words: [a, {b: c}]\n", shelf{Words: []string{"a"}}, "1: a block of fields stands where text should"},
		{"text for a list", "words: 张三李四王五\n", shelf{}, `1: "张三..." stands where a list should`},
		{"text for fields", "books:\n- a\n- {title: Tea}\n", shelf{Books: []book{{Title: yamlfault.Text{Value: "Tea", Line: 3}}}}, `2: "a" stands where a block of fields should`},
		{"text for a switch", "books: [{title: Tea}, {title: Tea, lent: maybe}]\n", shelf{Books: []book{tea}}, `1: "maybe" stands where true or false should`},
		{"text for a number", "days: {1: a, one: b}\n", shelf{Days: map[int]string{1: "a"}}, `1: "one" stands where a whole number should`},
		{"an entry that stands there twice", "days: {1: a, 1: b}\n", shelf{Days: map[int]string{1: "a"}}, `1: the field "1" stands in line 1 already`},
		{"an empty item", "words: [a, ]\nbooks:\n-\n- {title: Tea}\n", shelf{Words: []string{"a"}, Books: []book{{Title: yamlfault.Text{Value: "Tea", Line: 4}}}}, "3: an item of the list is empty"},
		{"a rule of its own", "books:\n- pages: 1\n  shade: light\n", shelf{}, "3: too light\n2: no title"},
		{"a text of the wrong type", "books:\n- title: {a: b}\n", shelf{}, "2: a block of fields stands where text should"},
		{"all faults", "name: {a: b}\nbooks:\n- title: [a]\n  pages: b\n  colour: c\n- title: ''\n", shelf{}, `1: a block of fields stands where text should
3: a list stands where text should
4: "b" stands where a whole number should
5: there is no field "colour"
6: no title`},
		{"an alias", "books: [&a {title: Tea}, *a]\n", shelf{Books: []book{tea, tea}}, ""},
		{"an alias that holds itself", "words: &a [*a]\n", shelf{}, "1: a list stands where text should"},
		{"an item that is kept", "rest: [a]\n", shelf{Rest: yaml.Node{
			Kind: yaml.SequenceNode, Tag: "!!seq", Style: yaml.FlowStyle, Line: 1, Column: 7,
			Content: []*yaml.Node{{Kind: yaml.ScalarNode, Tag: "!!str", Value: "a", Line: 1, Column: 8}},
		}}, ""},
		{"no fields", "- a\n", shelf{}, "1: a list stands where a block of fields should"},
		{"an empty file", "", shelf{}, ""},
	} {
		file, faults := yamlfault.Parse([]byte(c.source))
		var got shelf
		faults = append(faults, file.Decode(file.Root, &got)...)
		if told(faults) != c.faults {
			t.Errorf("%s: the faults are\n%s\nwant\n%s", c.name, told(faults), c.faults)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestAliases has a list of a thousand times the same list of a thousand: aliases cannot make much of little.
func TestAliases(t *testing.T) {
	source := "a: &a [" + strings.Repeat("{b: 1}, ", 1000) + "]\nlists: [" + strings.Repeat("*a, ", 1000) + "]\n"
	file, _ := yamlfault.Parse([]byte(source))
	var got struct {
		A     yaml.Node          `yaml:"a"`
		Lists [][]map[string]int `yaml:"lists"`
	}
	faults := file.Decode(file.Root, &got)
	if n := len(got.Lists); n == 0 || n > 10 || len(faults) != 1000-n || !strings.Contains(faults[0].What, "stand for more than the file holds") {
		t.Errorf("%d lists and %d faults, the first %v", n, len(faults), faults[:min(1, len(faults))])
	}
}

func TestErrors(t *testing.T) {
	faults := append([]yamlfault.Fault{{Line: 3, What: "c"}}, yamlfault.Costing("it is lost", yamlfault.Fault{Line: 1, What: "a"}, yamlfault.Fault{Line: 3, What: "d"})...)
	want := "f:1: a; it is lost\nf:3: c\nf:3: d; it is lost"
	if got := errors.Join(yamlfault.Errors("f", faults)...).Error(); got != want {
		t.Errorf("Errors: %q, want %q", got, want)
	}
}
