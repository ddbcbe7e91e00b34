// Package yamlfault says where in a YAML file a fault stands.
package yamlfault

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

var (
	lineOf       = regexp.MustCompile(`^line (\d+): `)
	unknownField = regexp.MustCompile(`^field (.*) not found in type .*`)
	wrongType    = regexp.MustCompile("(?s)^cannot unmarshal !!(\\w+)(?: `(.*)`)? into (.*)$")
)

// Find takes an error of the YAML library apart. Of several faults it tells the first; one without
// a line is said to stand in line 1. What is wrong is told on one line.
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
	if m := wrongType.FindStringSubmatch(what); m != nil {
		what = fmt.Sprintf("%s stands where %s should", found(m[1], m[2]), wanted(m[3]))
	}
	what = unknownField.ReplaceAllString(what, `there is no field "$1"`)
	return line, strings.Join(strings.Fields(what), " ")
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
	case goType == "string", strings.HasSuffix(goType, ".Kind"):
		return "text"
	case goType == "bool":
		return "true or false"
	case strings.HasPrefix(goType, "int"):
		return "a whole number"
	}
	return "a block of fields"
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
