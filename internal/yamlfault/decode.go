package yamlfault

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A Checker is a struct with rules that its types do not express. Check gets the line in which the
// struct begins.
type Checker interface{ Check(line int) []Fault }

// A Text is a text and its line.
type Text struct {
	Value string
	Line  int // 0 if the field is missing
}

// UnmarshalYAML rejects a list and a mapping.
func (t *Text) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode {
		t.Line = n.Line
		return unfit(n, aText)
	}
	if t.Value = n.Value; t.Value != "" {
		t.Line = n.Line
	}
	return nil
}

// Decode decodes a node of the file into the value that into points to. A nil node is a no-op.
// Invalid, repeated and unknown fields, and list items with a fault, are reported and skipped.
func (f *File) Decode(n *yaml.Node, into any) []Fault {
	if n == nil {
		return nil
	}
	return f.decode(n, reflect.ValueOf(into).Elem())
}

var nodeType = reflect.TypeFor[yaml.Node]()

const nullTag = "!!null"

func (f *File) decode(n *yaml.Node, out reflect.Value) []Fault {
	if out.Type() == nodeType {
		out.Set(reflect.ValueOf(n).Elem())
		return nil
	}
	f.left--
	if n.Kind == yaml.AliasNode {
		if f.left < 0 {
			return []Fault{{n.Line, "the aliases expand to more than the size of the file; write the value instead of this one"}}
		}
		n = n.Alias
	}
	reader, readsItself := out.Addr().Interface().(yaml.Unmarshaler)
	switch kind := out.Kind(); {
	case n.ShortTag() == nullTag:
		return nil
	case readsItself:
		if err := reader.UnmarshalYAML(n); err != nil {
			return []Fault{{n.Line, err.Error()}}
		}
		return nil
	case n.Kind == yaml.MappingNode && (kind == reflect.Struct || kind == reflect.Map):
		return f.fields(n, out)
	case n.Kind == yaml.SequenceNode && kind == reflect.Slice:
		return f.items(n, out)
	case n.Kind == yaml.ScalarNode && setScalar(n.Value, out):
		return nil
	}
	return []Fault{{n.Line, unfit(n, wanted(out)).Error()}}
}

// setScalar reads a text, a bool or a number, quoted or not, and reports whether it is valid.
func setScalar(value string, out reflect.Value) bool {
	switch {
	case out.Kind() == reflect.String:
		out.SetString(value)
		return true
	case out.Kind() == reflect.Bool:
		on, known := switches[strings.ToLower(value)]
		out.SetBool(on)
		return known
	case out.CanInt():
		number, err := strconv.ParseInt(value, 10, out.Type().Bits())
		if err == nil {
			out.SetInt(number)
		}
		return err == nil
	}
	return false
}

var switches = map[string]bool{"true": true, "yes": true, "on": true, "y": true, "false": false, "no": false, "off": false, "n": false}

// fields decodes a mapping into a struct or a map.
func (f *File) fields(n *yaml.Node, out reflect.Value) []Fault {
	var faults []Fault
	first := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		f.left-- // unknown fields count too
		key, value := n.Content[i], n.Content[i+1]
		if line, twice := first[key.Value]; twice {
			faults = append(faults, Fault{key.Line, fmt.Sprintf("the field %q is already in line %d", key.Value, line)})
			continue
		}
		first[key.Value] = key.Line
		if out.Kind() == reflect.Map {
			faults = append(faults, f.entry(key, value, out)...)
		} else if field := fieldOf(out, key.Value); field.IsValid() {
			faults = append(faults, f.decode(value, field)...)
		} else {
			faults = append(faults, Fault{key.Line, noField(key.Value, out.Type())})
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

func noField(key string, of reflect.Type) string {
	var known []string
	for i := range of.NumField() {
		if name, tagged := of.Field(i).Tag.Lookup("yaml"); tagged {
			known = append(known, name)
		}
	}
	what := fmt.Sprintf("there is no field %q", key)
	if key == "" {
		what = "a field has no name"
	}
	return what + "; known are " + strings.Join(known, ", ")
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
		if c.ShortTag() == nullTag {
			faults = []Fault{{c.Line, "an item of the list is empty"}}
		}
		if faults == nil {
			out.Set(reflect.Append(out, item))
		}
		all = append(all, faults...)
	}
	return all
}

// maxFound is the number of characters of a value that a fault quotes.
const maxFound = 40

// unfit says that a node is not of the kind that the field takes.
func unfit(n *yaml.Node, wanted string) error {
	found := "a block of fields"
	switch n.Kind {
	case yaml.SequenceNode:
		found = "a list"
	case yaml.ScalarNode:
		if r := []rune(n.Value); len(r) > maxFound {
			found = strconv.Quote(string(r[:maxFound-1]) + "…")
		} else {
			found = strconv.Quote(n.Value)
		}
	}
	return fmt.Errorf("found %s, expected %s", found, wanted)
}

const aText = "text"

// wanted names the kind of node that a Go value takes.
func wanted(out reflect.Value) string {
	switch kind := out.Kind(); {
	case kind == reflect.String:
		return aText
	case kind == reflect.Slice:
		return "a list"
	case kind == reflect.Bool:
		return "true or false"
	case out.CanInt():
		return "a whole number"
	}
	return "a block of fields"
}
