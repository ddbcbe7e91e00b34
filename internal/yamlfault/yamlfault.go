// Package yamlfault says where in a YAML file a fault stands.
package yamlfault

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

var (
	lineOf       = regexp.MustCompile(`^line (\d+): `)
	unknownField = regexp.MustCompile(`^field (.*) not found in type .*`)
)

// Find takes an error of the YAML library apart. Of several faults it tells the first; one without
// a line is said to stand in line 1.
func Find(err error) (line int, what string) {
	what = strings.TrimPrefix(err.Error(), "yaml: ")
	if several := (*yaml.TypeError)(nil); errors.As(err, &several) && len(several.Errors) > 0 {
		what = several.Errors[0]
	}
	line = 1
	if m := lineOf.FindStringSubmatch(what); m != nil {
		line, _ = strconv.Atoi(m[1])
		what = what[len(m[0]):]
	}
	return line, unknownField.ReplaceAllString(what, `there is no field "$1"`)
}

// Item is the line in which item i of a list starts that stands outermost in a file; 1 if there
// is none.
func Item(source []byte, list string, i int) int {
	var file map[string]yaml.Node
	if err := yaml.Unmarshal(source, &file); err != nil || i >= len(file[list].Content) {
		return 1
	}
	return file[list].Content[i].Line
}
