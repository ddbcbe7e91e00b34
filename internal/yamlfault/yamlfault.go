// Package yamlfault decodes YAML that people write. A fault costs only the part of the file that
// has it, and is reported with its line.
package yamlfault

import (
	"bytes"
	"fmt"
	"io"
	"sort"
	"unicode/utf16"

	"go.yaml.in/yaml/v3"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Fault is an error in one place of a file.
type Fault struct {
	Line int
	What string
}

// Costing adds the consequence to each fault.
func Costing(cost string, faults ...Fault) []Fault {
	for i := range faults {
		faults[i].What += "; " + cost
	}
	return faults
}

// Errors returns the faults in the order of their lines, in the form `file:line: message`.
// Each is one line, whatever it quotes.
func Errors(file string, faults []Fault) []error {
	sort.SliceStable(faults, func(i, j int) bool { return faults[i].Line < faults[j].Line })
	var out []error
	for _, f := range faults {
		out = append(out, fmt.Errorf("%s:%d: %s", file, f.Line, words.OneLine(f.What)))
	}
	return out
}

// A File is YAML without syntax errors.
type File struct {
	Root *yaml.Node // nil if the file is empty
	left int        // nodes that may still be decoded; bounds what aliases expand to
}

// Parse reads the first document of a file. A syntax error in it is the only fault, with the
// consequence cost, and the File is then empty. Further documents are ignored and reported.
func Parse(source []byte, cost string) (File, []Fault) {
	source = keepLines(fromUTF16(source))
	all, err := documents(source)
	var faults []Fault
	if err != nil {
		faults = []Fault{findSyntax(source, err)}
	}
	if len(all) == 0 {
		return File{}, Costing(cost, faults...)
	}
	faults = Costing("the text after the first document is ignored", faults...)
	for _, d := range all[1:] {
		if d.Content[0].ShortTag() != nullTag {
			faults = append(faults, Fault{d.Line, "a second YAML document begins here; remove this line; it is ignored"})
		}
	}
	return File{Root: all[0].Content[0], left: len(source) + 1}, faults // a node takes at least a byte
}

// fromUTF16 is a text in UTF-8 if its first two bytes say that it is in UTF-16, else as it is.
func fromUTF16(source []byte) []byte {
	high, low := 0, 1
	switch {
	case bytes.HasPrefix(source, []byte("\xff\xfe")):
		high, low = 1, 0
	case !bytes.HasPrefix(source, []byte("\xfe\xff")):
		return source
	}
	var units []uint16
	for i := 2; i+1 < len(source); i += 2 {
		units = append(units, uint16(source[i+high])<<8|uint16(source[i+low]))
	}
	return []byte(string(utf16.Decode(units)))
}

// keepLines replaces characters that end a line for the YAML library but not for editors, so that
// both number the lines alike.
func keepLines(source []byte) []byte {
	for _, end := range []string{"\u0085", "\u2028", "\u2029"} {
		source = bytes.ReplaceAll(source, []byte(end), []byte(" "))
	}
	return source
}

// documents returns the documents of a file up to the first syntax error, which is err.
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
