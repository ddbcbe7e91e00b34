package parse

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"
)

// frontMatter is what the head of a notes file says about the whole file. Keys that are not
// listed belong to the site generator and are left alone.
type frontMatter struct {
	Title string `yaml:"title"`
	Date  string `yaml:"date"`
}

const fence = "---"

// cutFrontMatter parts the YAML head from the body. The body keeps its line numbers: every line
// of the head is an empty line in it.
func cutFrontMatter(file string, source []byte) (frontMatter, []byte, error) {
	var front frontMatter
	first, rest, found := bytes.Cut(source, []byte("\n"))
	if !found || string(bytes.TrimRight(first, " \t")) != fence {
		return front, source, nil
	}
	for end := 0; end < len(rest); {
		line, _, more := bytes.Cut(rest[end:], []byte("\n"))
		if string(bytes.TrimRight(line, " \t")) == fence {
			head := rest[:end]
			if err := yaml.Unmarshal(head, &front); err != nil {
				return front, nil, yamlError(file, 1, err)
			}
			blank := bytes.Repeat([]byte("\n"), 1+bytes.Count(head, []byte("\n")))
			return front, append(blank, rest[end+len(line):]...), nil
		}
		if !more {
			break
		}
		end += len(line) + 1
	}
	return front, source, nil
}

var yamlLine = regexp.MustCompile(`^yaml: (?:unmarshal errors:\s+)?line (\d+): `)

// yamlError says where in file a YAML fault stands; offset is the number of lines above the YAML.
func yamlError(file string, offset int, err error) error {
	line, message := 1, err.Error()
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		line, _ = strconv.Atoi(m[1])
		message = message[len(m[0]):]
	}
	return fmt.Errorf("%s:%d: the front matter is not YAML: %s", file, line+offset, message)
}
