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
		{"a: 1\nb: c: d\n", "2" + aColon},
		{"a: b: c", "1" + aColon},
		{"a: 1\nb: c: d", "2" + aColon},
		{"a:\n  - b: c\n     d: e\n", "3" + aColon},
		{"a: [b\n", "1" + aList},
		{"a: [b,\n  c]\nd: [e\nf: 1\n", "3" + aList},
		{"a: 1\nb: \"c\nd: 2\n", "2: this is not YAML: found unexpected end of stream" + remedy},
		{"a: \"b\n---\nc\n", "2: this is not YAML: found unexpected document indicator" + remedy},
		{"a:\n  - b: 1\n    c: 2\n   d: 3\ne: 1\n", "4: this is not YAML: did not find expected '-' indicator" + remedy},
		{"a:\n\tb: c\n", "2: this is not YAML: found character that cannot start any token" + remedy},
		{"a: 1\nb: *c\n", "2" + anAlias},
		{strings.Repeat("[", 20000), "1: this is not YAML: exceeded max depth of 10000" + remedy},
		{"a: 1\nb: \x01\n", "2: this is not YAML: control characters are not allowed" + remedy},
		{"a: 1\nb: \xff\n", "2: this is not YAML: invalid leading UTF-8 octet" + remedy},
		{"a: 1\nb: *c\n#" + strings.Repeat(" ", 1<<18), "1" + anAlias},
		{"a: b: c\n#" + strings.Repeat(" ", 1<<18), "1" + aColon},
	} {
		if c.want != "" {
			c.want += "; all is lost"
		}
		if file, faults := yamlfault.Parse([]byte(c.source), "all is lost"); told(faults) != c.want || file.Root != nil {
			t.Errorf("Parse(%.40q): %q and the root %v, want %q", c.source, told(faults), file.Root, c.want)
		}
	}
}

const (
	remedy  = "; check whether a text in this line needs quotes, and its indent"
	aColon  = ": this is not YAML: mapping values are not allowed in this context" + remedy
	aList   = ": this is not YAML: did not find expected ',' or ']'" + remedy
	anAlias = ": this is not YAML: unknown anchor 'c' referenced" + remedy
)

// TestDocuments reads the first document of each file.
func TestDocuments(t *testing.T) {
	const another = ": a second YAML document begins here; remove this line; it is ignored"
	for _, c := range []struct{ source, want string }{
		{"---\na: 1\n", ""},
		{"a: 1\n---\n", ""},
		{"a: 1\n...\n", ""},
		{"a: 1\n---\nb: 2\n", "2" + another},
		{"---\n---\na: 1\n", "2" + another},
		{"a: 1\n---\nb: 2\n---\n---\nc: 3\n", "2" + another + "\n5" + another},
		{"a: 1\n---\n\nb: c: d\n", "4" + aColon + "; the text after the first document is ignored"},
		{"{a: 1}\nb: 2\n", "2: this is not YAML: did not find expected <document start>" + remedy + "; the text after the first document is ignored"},
	} {
		if file, faults := yamlfault.Parse([]byte(c.source), "all is lost"); told(faults) != c.want || file.Root == nil || file.Root.Line > 3 {
			t.Errorf("Parse(%q): %q and the root %v, want %q", c.source, told(faults), file.Root, c.want)
		}
	}
}

// TestLines has characters that end a line only for the YAML library.
func TestLines(t *testing.T) {
	file, faults := yamlfault.Parse([]byte("name: a\u0085b\u2028c\u2029d\nothers: 1\n"), "all is lost")
	faults = append(faults, file.Decode(file.Root, new(shelf))...)
	if len(faults) != 1 || faults[0].Line != 2 {
		t.Errorf("there are the faults %q, want one in line 2", told(faults))
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
		{"an unknown field", "name: a\ncolour: b\nwords: [c]\n", shelf{Name: "a", Words: []string{"c"}}, `2: there is no field "colour"; known are name, words, days, books, rest`},
		{"a field without a name", "'': a\n", shelf{}, `1: a field has no name; known are name, words, days, books, rest`},
		{"a repeated field", "name: a\nname: b\n", shelf{Name: "a"}, `2: the field "name" is already in line 1`},
		{"a list for text", "name: [a]\nwords: [b]\n", shelf{Words: []string{"b"}}, "1: found a list, expected text"},
		{"fields for text", "words: [a, {b: c}]\n", shelf{Words: []string{"a"}}, "1: found a block of fields, expected text"},
		{"text for a list", "words: 张三李四王五\n", shelf{}, `1: found "张三李四王五", expected a list`},
		{"long text for a list", "words: " + strings.Repeat("张", 41), shelf{}, `1: found "` + strings.Repeat("张", 39) + `…", expected a list`},
		{"fields for a list", "words: {a: b}\n", shelf{}, "1: found a block of fields, expected a list"},
		{"fields for a switch", "books: [{title: Tea, lent: {a: b}}]\n", shelf{}, "1: found a block of fields, expected true or false"},
		{"a number and a switch in quotes", "days: {'1': a}\nbooks: [{title: Tea, lent: 'true', pages: '08'}]\n", shelf{
			Days: map[int]string{1: "a"}, Books: []book{{Title: yamlfault.Text{Value: "Tea", Line: 2}, Lent: true, Pages: 8}},
		}, ""},
		{"a part of a number", "days: {1.5: a}\n", shelf{}, `1: found "1.5", expected a whole number`},
		{"text for fields", "books:\n- a\n- {title: Tea}\n", shelf{Books: []book{{Title: yamlfault.Text{Value: "Tea", Line: 3}}}}, `2: found "a", expected a block of fields`},
		{"text for a switch", "books: [{title: Tea}, {title: Tea, lent: maybe}]\n", shelf{Books: []book{tea}}, `1: found "maybe", expected true or false`},
		{"text for a number", "days: {1: a, one: b}\n", shelf{Days: map[int]string{1: "a"}}, `1: found "one", expected a whole number`},
		{"a repeated entry", "days: {1: a, 1: b}\n", shelf{Days: map[int]string{1: "a"}}, `1: the field "1" is already in line 1`},
		{"an empty item", "words: [a, ]\nbooks:\n-\n- {title: Tea}\n", shelf{Words: []string{"a"}, Books: []book{{Title: yamlfault.Text{Value: "Tea", Line: 4}}}}, "3: an item of the list is empty"},
		{"a rule of its own", "books:\n- pages: 1\n  shade: light\n", shelf{}, "3: too light\n2: no title"},
		{"a text of the wrong type", "books:\n- title: {a: b}\n", shelf{}, "2: found a block of fields, expected text"},
		{"all faults", "name: {a: b}\nbooks:\n- title: [a]\n  pages: b\n  colour: c\n- title: ''\n", shelf{}, `1: found a block of fields, expected text
3: found a list, expected text
4: found "b", expected a whole number
5: there is no field "colour"; known are title, pages, lent, shade
6: no title`},
		{"an alias", "books: [&a {title: Tea}, *a]\n", shelf{Books: []book{tea, tea}}, ""},
		{"an alias that holds itself", "words: &a [*a]\n", shelf{}, "1: found a list, expected text"},
		{"an item that is kept", "rest: [a]\n", shelf{Rest: yaml.Node{
			Kind: yaml.SequenceNode, Tag: "!!seq", Style: yaml.FlowStyle, Line: 1, Column: 7,
			Content: []*yaml.Node{{Kind: yaml.ScalarNode, Tag: "!!str", Value: "a", Line: 1, Column: 8}},
		}}, ""},
		{"no fields", "- a\n", shelf{}, "1: found a list, expected a block of fields"},
		{"an empty file", "", shelf{}, ""},
	} {
		file, faults := yamlfault.Parse([]byte(c.source), "all is lost")
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

// TestAliases has a list of a thousand aliases of a list of a thousand items. Decoding stops early.
func TestAliases(t *testing.T) {
	source := "a: &a [" + strings.Repeat("{b: 1}, ", 1000) + "]\nlists: [" + strings.Repeat("*a, ", 1000) + "]\n"
	file, _ := yamlfault.Parse([]byte(source), "all is lost")
	var got struct {
		A     yaml.Node          `yaml:"a"`
		Lists [][]map[string]int `yaml:"lists"`
	}
	faults := file.Decode(file.Root, &got)
	if n := len(got.Lists); n == 0 || n > 10 || len(faults) != 1000-n || !strings.Contains(faults[0].What, "expand to more than the size of the file") {
		t.Errorf("%d lists and %d faults, the first %v", n, len(faults), faults[:min(1, len(faults))])
	}
}

// TestAliasOfUnknownFields has a thousand aliases of a mapping with a thousand unknown fields.
func TestAliasOfUnknownFields(t *testing.T) {
	source := "books:\n- &a {" + strings.Repeat("b: 1, ", 1000) + "}\n" + strings.Repeat("- *a\n", 1000)
	file, _ := yamlfault.Parse([]byte(source), "all is lost")
	if faults := file.Decode(file.Root, new(shelf)); len(faults) > 20*1000 {
		t.Errorf("there are %d faults", len(faults))
	}
}

// TestMany has so many fields and items that comparing each with all others would take minutes.
func TestMany(t *testing.T) {
	many := 80_000
	if testing.Short() {
		many /= 8
	}
	var fields strings.Builder
	for i := range many {
		fmt.Fprintf(&fields, "  a%d: 1\n", i)
	}
	for _, c := range []struct {
		source string
		faults int
	}{
		{"words:\n" + fields.String(), 1},
		{"name:\n" + fields.String(), 1},
		{"books:\n- title:\n" + strings.ReplaceAll(fields.String(), "  ", "    "), 1},
		{strings.ReplaceAll(fields.String(), "  ", ""), many},
		{"days:\n" + strings.ReplaceAll(fields.String(), "a", ""), 0},
		{"words:\n" + strings.Repeat("- [a]\n", many), many},
		{"a: 1\n" + strings.Repeat("---\na: 1\n", many), 1 + many},
	} {
		file, faults := yamlfault.Parse([]byte(c.source), "all is lost")
		if faults = append(faults, file.Decode(file.Root, new(shelf))...); len(faults) != c.faults {
			t.Errorf("%.20q: there are %d faults, want %d", c.source, len(faults), c.faults)
		}
	}
}

func TestErrors(t *testing.T) {
	faults := append([]yamlfault.Fault{{Line: 3, What: "c"}}, yamlfault.Costing("it is lost", yamlfault.Fault{Line: 1, What: "a"}, yamlfault.Fault{Line: 3, What: "d"})...)
	want := "f:1: a; it is lost\nf:3: c\nf:3: d; it is lost"
	if got := errors.Join(yamlfault.Errors("f", faults)...).Error(); got != want {
		t.Errorf("Errors: %q, want %q", got, want)
	}
}

func TestUTF16(t *testing.T) {
	for name, source := range map[string]string{
		"big-endian": "\xfe\xff\x00n\x00a\x00m\x00e\x00:\x00 \x04\x2f", "little-endian": "\xff\xfen\x00a\x00m\x00e\x00:\x00 \x00\x2f\x04",
	} {
		var got struct {
			Name string `yaml:"name"`
		}
		file, faults := yamlfault.Parse([]byte(source), "all is lost")
		if faults = append(faults, file.Decode(file.Root, &got)...); len(faults) > 0 || got.Name != "Я" {
			t.Errorf("%s: got %+v and the faults %v", name, got, faults)
		}
	}
}
