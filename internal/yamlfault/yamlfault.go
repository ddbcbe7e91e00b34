// Package yamlfault reads YAML that people write: what is wrong in one spot costs that spot only, and is told with its line.
package yamlfault

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

// A Fault is what is wrong in one spot of a file.
type Fault struct {
	Line int
	What string // on one line
}

// Costing adds to each fault what it costs.
func Costing(cost string, faults ...Fault) []Fault {
	for i := range faults {
		faults[i].What += "; " + cost
	}
	return faults
}

// Errors are the faults of a file in the order of its lines, in the form `file:line: what is wrong`.
func Errors(file string, faults []Fault) []error {
	slices.SortStableFunc(faults, func(a, b Fault) int { return cmp.Compare(a.Line, b.Line) })
	var out []error
	for _, f := range faults {
		out = append(out, fmt.Errorf("%s:%d: %s", file, f.Line, f.What))
	}
	return out
}

// A File is YAML that is in order as such.
type File struct {
	Root *yaml.Node // nil where there is nothing
	left int        // how many more nodes are read before aliases stand for too much
}

// Parse reads the first document of a file. Broken syntax is its one fault.
func Parse(source []byte) (File, []Fault) {
	if len(source) == 0 {
		return File{}, nil
	}
	var document yaml.Node
	if err := yaml.Unmarshal(source, &document); err != nil {
		return File{}, []Fault{findSyntax(source, err)}
	}
	if len(document.Content) == 0 {
		return File{}, nil
	}
	return File{Root: document.Content[0], left: len(source) + 1}, nil // no node is shorter than a byte
}

// A Checker is a struct that has rules beyond the types of its fields. It begins in a line.
type Checker interface{ Check(line int) []Fault }

// A Text is a text that knows where it stands.
type Text struct {
	Value string
	Line  int // 0 when there is none
}

// UnmarshalYAML takes any scalar.
func (t *Text) UnmarshalYAML(n *yaml.Node) error {
	if n.Tag == textTag && n.Value != "" {
		t.Value, t.Line = n.Value, n.Line
		return nil
	}
	err := n.Decode(&t.Value)
	if err != nil || t.Value != "" {
		t.Line = n.Line
	}
	return err
}

// Decode fills what into points to with a node of the file; nil says nothing. A field that is
// faulty, that stands there twice or that there is not, is left out, and so is an item of a list
// with a fault anywhere in it.
func (f *File) Decode(n *yaml.Node, into any) []Fault {
	if n == nil {
		return nil
	}
	return f.decode(n, reflect.ValueOf(into).Elem())
}

var nodeType = reflect.TypeFor[yaml.Node]()

// textTag is that of nearly all values. The library makes a decoder for each value that it is given,
// so it is not asked for these.
const textTag = "!!str"

func (f *File) decode(n *yaml.Node, out reflect.Value) []Fault {
	if out.Type() == nodeType {
		out.Set(reflect.ValueOf(n).Elem())
		return nil
	}
	f.left--
	if n.Kind == yaml.AliasNode {
		if f.left < 0 {
			return []Fault{{n.Line, "the aliases stand for more than the file holds; write out what this one stands for"}}
		}
		n = n.Alias
	}
	_, readsItself := out.Addr().Interface().(yaml.Unmarshaler)
	switch kind := out.Kind(); {
	case readsItself:
	case n.Tag == textTag && kind == reflect.String:
		out.SetString(n.Value)
		return nil
	case n.Kind == yaml.MappingNode && (kind == reflect.Struct || kind == reflect.Map):
		return f.fields(n, out)
	case n.Kind == yaml.SequenceNode && kind == reflect.Slice:
		return f.items(n, out)
	}
	if err := n.Decode(out.Addr().Interface()); err != nil {
		return []Fault{{n.Line, find(err).What}}
	}
	return nil
}

// fields reads a block of fields into a struct or a map.
func (f *File) fields(n *yaml.Node, out reflect.Value) []Fault {
	var faults []Fault
	first := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if line, twice := first[key.Value]; twice {
			faults = append(faults, Fault{key.Line, fmt.Sprintf("the field %q stands in line %d already", key.Value, line)})
			continue
		}
		first[key.Value] = key.Line
		if out.Kind() == reflect.Map {
			faults = append(faults, f.entry(key, value, out)...)
		} else if field := fieldOf(out, key.Value); field.IsValid() {
			faults = append(faults, f.decode(value, field)...)
		} else {
			faults = append(faults, Fault{key.Line, fmt.Sprintf("there is no field %q", key.Value)})
		}
	}
	if c, ok := out.Addr().Interface().(Checker); ok {
		faults = append(faults, c.Check(n.Line)...)
	}
	return faults
}

func fieldOf(out reflect.Value, key string) reflect.Value {
	for i := range out.NumField() {
		if name, tagged := out.Type().Field(i).Tag.Lookup("yaml"); tagged && name == key {
			return out.Field(i)
		}
	}
	return reflect.Value{}
}

func (f *File) entry(key, value *yaml.Node, out reflect.Value) []Fault {
	k, v := reflect.New(out.Type().Key()).Elem(), reflect.New(out.Type().Elem()).Elem()
	faults := append(f.decode(key, k), f.decode(value, v)...)
	if faults == nil {
		if out.IsNil() {
			out.Set(reflect.MakeMap(out.Type()))
		}
		out.SetMapIndex(k, v)
	}
	return faults
}

func (f *File) items(n *yaml.Node, out reflect.Value) []Fault {
	var all []Fault
	for _, c := range n.Content {
		item := reflect.New(out.Type().Elem()).Elem()
		faults := f.decode(c, item)
		if c.ShortTag() == "!!null" {
			faults = []Fault{{c.Line, "an item of the list is empty"}}
		}
		if faults == nil {
			out.Set(reflect.Append(out, item))
		}
		all = append(all, faults...)
	}
	return all
}

var (
	lineOf    = lazy(`^line (\d+): `)
	wrongType = lazy("(?s)^cannot unmarshal !!(\\w+)(?: `(.*)`)? into (.*)$")
)

// lazy compiles a regular expression when it is first needed: few answers have a fault to tell.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// maxSearched is the size of a file, in bytes, whose broken syntax is searched for in no time.
const maxSearched = 1 << 18

// findSyntax finds the line with which the YAML library begins to fail as it does. The line that it
// names itself may be that of the list around the fault, or one too low, or missing: it has no line
// 0, hence the empty line above.
func findSyntax(source []byte, err error) Fault {
	fault := find(err)
	if len(source) > maxSearched {
		return fault
	}
	ends := []int{0}
	for i, c := range source {
		if c == '\n' || i+1 == len(source) {
			ends = append(ends, i+1)
		}
	}
	fails := func(line int) string {
		err := yaml.Unmarshal(append([]byte("\n"), source[:ends[line]]...), new(yaml.Node))
		return fmt.Sprint(err)
	}
	last := len(ends) - 1
	whole := fails(last)
	fault.Line = max(1, sort.Search(last, func(line int) bool { return fails(line) == whole }))
	return fault
}

// find takes an error of the YAML library apart. Of several faults it tells the first; one without
// a line is said to stand in line 1.
func find(err error) Fault {
	what := strings.TrimPrefix(err.Error(), "yaml: ")
	if several := (*yaml.TypeError)(nil); errors.As(err, &several) && len(several.Errors) > 0 {
		what = several.Errors[0]
	}
	line := 1
	if m := lineOf().FindStringSubmatch(what); m != nil {
		line, _ = strconv.Atoi(m[1])
		what = what[len(m[0]):]
	}
	if m := wrongType().FindStringSubmatch(what); m != nil {
		what = fmt.Sprintf("%s stands where %s should", found(m[1], m[2]), wanted(m[3]))
	}
	return Fault{line, strings.Join(strings.Fields(what), " ")}
}

// found is a value of YAML in the words of who wrote it.
func found(tag, value string) string {
	switch tag {
	case "map":
		return "a block of fields"
	case "seq":
		return "a list"
	}
	return strconv.Quote(strings.ToValidUTF8(value, "")) // the library shortens it within a character
}

// wanted is what a type of Go is in YAML.
func wanted(goType string) string {
	switch {
	case strings.HasPrefix(goType, "[]"):
		return "a list"
	case goType == "string":
		return "text"
	case goType == "bool":
		return "true or false"
	case strings.HasPrefix(goType, "int"):
		return "a whole number"
	}
	return "a block of fields"
}
