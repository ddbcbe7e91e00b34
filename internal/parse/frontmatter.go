package parse

import (
	"bytes"
	"fmt"

	"go.yaml.in/yaml/v3"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
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
				line, what := yamlfault.Find(err)
				return front, nil, fmt.Errorf("%s:%d: front matter: %s", file, 1+line, what)
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
