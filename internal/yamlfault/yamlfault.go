// Package yamlfault reads YAML that people write: what is wrong in one spot costs that spot only, and is told with its line.
package yamlfault

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"

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

// Parse reads the first document of a file. Broken syntax in it is its one fault, which leaves
// nothing to read, as cost tells. What stands behind the document is left out, and a fault.
func Parse(source []byte, cost string) (File, []Fault) {
	source = keepLines(source)
	all, err := documents(source)
	var faults []Fault
	if err != nil {
		faults = []Fault{findSyntax(source, err)}
	}
	if len(all) == 0 {
		return File{}, Costing(cost, faults...)
	}
	faults = Costing("what stands behind the first document is left out", faults...)
	for _, d := range all[1:] {
		if d.Content[0].ShortTag() != nullTag {
			faults = append(faults, Fault{d.Line, "a second YAML document begins here; remove this line; it is left out"})
		}
	}
	return File{Root: all[0].Content[0], left: len(source) + 1}, faults // no node is shorter than a byte
}

// keepLines puts blanks in place of the characters that end a line for the YAML library and for no
// editor, so that both count the same lines.
func keepLines(source []byte) []byte {
	for _, end := range []string{"\u0085", "\u2028", "\u2029"} {
		source = bytes.ReplaceAll(source, []byte(end), []byte(" "))
	}
	return source
}

// documents are those of a file that can be read; err is what is wrong behind them.
func documents(source []byte) (all []yaml.Node, err error) {
	for from := yaml.NewDecoder(bytes.NewReader(source)); ; {
		var document yaml.Node
		if err = from.Decode(&document); err == io.EOF {
			return all, nil
		} else if err != nil {
			return all, err
		}
		all = append(all, document)
	}
}
