package markdown

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// A Field is a key of the front matter with its value.
type Field struct {
	Key   string // in lower case
	Line  int    // of the file
	Value Value
}

// A Value is a text, a list or a block of fields.
type Value struct {
	Kind   ValueKind
	Line   int // of the file
	Text   string
	Switch bool // the text is true or false
	List   []Value
	Fields map[string]string // by their names in lower case; those that are no texts are empty
}

// A ValueKind is that of a value.
type ValueKind int8

// Unresolved is an alias of a list, or of a value that is too long.
const (
	TextValue ValueKind = iota
	ListValue
	BlockValue
	Unresolved
)

// The fences of front matter in YAML and in TOML.
const yamlFence, tomlFence = "---", "+++"

// cutFrontMatter splits a source into front matter and body; above is the number of lines before
// the body. Text between two YAML fences is body if it begins with an empty line, has no keys, has
// a heading with empty lines around it, or is not YAML and has several paragraphs. Invalid keys are
// skipped; front matter that is not YAML has no keys. The keys of Pelican begin with the title,
// which comes once, and need no fences.
func cutFrontMatter(source string, wants func(key string) bool) (d Document, body string, above int) {
	first, rest, _ := strings.Cut(source, "\n")
	fence := strings.TrimRight(first, " \t")
	if fence != yamlFence && fence != tomlFence {
		if head, body, found := strings.Cut(source, "\n\n"); found && isHeader(head) && !strings.Contains(strings.ToLower(body), "\ntitle:") {
			h := headReader{wants: wants, lines: map[string]int{}}
			h.readLines(head)
			return Document{Front: h.fields, Faults: h.faults}, "\n" + body, 1 + strings.Count(head, "\n")
		}
		return d, source, 0
	}
	head, body, closed := cutFence(rest, fence)
	beginning, _, _ := strings.Cut(head, "\n")
	key, _, _ := strings.Cut(beginning, ":")
	isKey := wants(strings.ToLower(key))
	h := headReader{wants: wants, lines: map[string]int{}, left: maxAliased}
	switch {
	case fence == yamlFence && strings.TrimSpace(beginning) == "":
		return d, source, 0
	case !closed || fence == yamlFence && hasHeading(head):
		if isKey {
			h.fault(0, "no line "+fence+" closes it, so it is read as notes; add that line above the notes")
		}
		return Document{Faults: h.faults}, source, 0
	case fence == tomlFence:
		h.readTOML(head)
	case h.readYAML(head):
		if isKey {
			return Document{Faults: h.faults}, source, 0
		}
		return d, source, 0
	}
	return Document{Front: h.fields, Faults: h.faults}, body, 1 + strings.Count(head, "\n")
}

// isHeader reports whether all lines of a text have a key of one word and a value, the first a
// title, and one is a key that only site generators have, or there is only one line.
func isHeader(s string) bool {
	if len(s) < len("title:") || !strings.EqualFold(s[:len("title:")], "title:") {
		return false
	}
	isOfSite := !strings.Contains(s, "\n")
	for line := range strings.SplitSeq(s, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		if value == "" || strings.ContainsAny(key, " \t#*[<`") {
			return false
		}
		switch strings.ToLower(key) {
		case "slug", "category", "tags":
			isOfSite = true
		}
	}
	return isOfSite
}

// readLines reads a head without a fence.
func (h *headReader) readLines(head string) {
	line := 0
	for text := range strings.SplitSeq(head, "\n") {
		key, value, _ := strings.Cut(text, ": ")
		if key = strings.ToLower(key); h.isNew(key, line) {
			h.fields = append(h.fields, Field{key, 1 + line, Value{Line: 1 + line, Text: strings.Trim(value, ` "`)}})
		}
		line++
	}
}

// cutFence splits a text at a line that is a fence.
func cutFence(s, fence string) (before, behind string, found bool) {
	for end := 0; end < len(s); {
		line, _, more := strings.Cut(s[end:], "\n")
		if strings.TrimRight(line, " \t") == fence {
			return s[:end], s[end+len(line):], true
		}
		if !more {
			break
		}
		end += len(line) + 1
	}
	return s, "", false
}

// hasHeading reports whether a text has a heading with an empty line above it and one below.
func hasHeading(s string) bool {
	above, before := "", " " // the line before last, and the last one
	for line := range strings.SplitSeq(s, "\n") {
		level := len(before) - len(strings.TrimLeft(before, "#"))
		if level > 0 && strings.HasPrefix(before[level:], " ") && strings.TrimSpace(above+line) == "" {
			return true
		}
		above, before = before, line
	}
	return false
}

// A headReader reads front matter. Its lines are those of the head, which begins below a fence.
type headReader struct {
	wants  func(key string) bool
	fields []Field
	lines  map[string]int // of the keys so far
	left   int            // bytes that the aliases in lists may still add
	faults []yamlfault.Fault
}

// maxAliased is far more than the people of one talk take.
const maxAliased = 1 << 16

func (h *headReader) fault(line int, what string) {
	h.faults = append(h.faults, yamlfault.Fault{Line: 1 + line, What: "front matter: " + what})
}

// isNew reports whether a key is of use and comes for the first time.
func (h *headReader) isNew(key string, line int) bool {
	if !h.wants(key) {
		return false
	}
	if first, twice := h.lines[key]; twice {
		h.fault(line, fmt.Sprintf("%s is already in line %d; it is ignored", key, 1+first))
		return false
	}
	h.lines[key] = line
	return true
}

// readYAML reads a head; it is text if it has words and no keys, or if it is no YAML and has an
// empty line.
func (h *headReader) readYAML(head string) (isText bool) {
	file, faults := yamlfault.Parse([]byte(head), "the notes are read without it")
	if file.Root != nil && file.Root.Kind != yaml.MappingNode {
		return true
	}
	for _, f := range faults {
		h.fault(f.Line, f.What)
	}
	if file.Root == nil {
		return strings.Contains(strings.TrimSpace(head), "\n\n")
	}
	fields := file.Root.Content
	for i := 0; i+1 < len(fields); i += 2 {
		key, value := strings.ToLower(fields[i].Value), fields[i+1]
		if !h.isNew(key, fields[i].Line) {
			continue
		}
		if value.Kind == yaml.AliasNode {
			value = value.Alias
		}
		h.fields = append(h.fields, Field{key, 1 + fields[i].Line, h.value(value)})
	}
	return false
}

// value is that of a node with its aliases resolved.
func (h *headReader) value(n *yaml.Node) Value {
	v := Value{Line: 1 + n.Line}
	from := h.resolve(n)
	switch {
	case from == nil:
		v.Kind = Unresolved
	case from.Kind == yaml.SequenceNode:
		v.Kind = ListValue
		for _, c := range from.Content {
			v.List = append(v.List, h.value(c))
		}
	case from.Kind == yaml.MappingNode:
		v.Kind, v.Fields = BlockValue, map[string]string{}
		for i := 0; i+1 < len(from.Content); i += 2 {
			text := ""
			if value := h.resolve(from.Content[i+1]); value != nil {
				text = textOf(value)
			}
			v.Fields[strings.ToLower(from.Content[i].Value)] = text
		}
	default:
		v.Text, v.Switch = textOf(from), from.ShortTag() == "!!bool"
	}
	return v
}

// resolve returns the value of an alias; nil if that is a list, or longer than a head may be.
func (h *headReader) resolve(n *yaml.Node) *yaml.Node {
	if n.Kind != yaml.AliasNode {
		return n
	}
	if h.left < 0 || n.Alias.Kind == yaml.SequenceNode {
		return nil
	}
	h.left -= len(n.Alias.Value)
	for _, c := range n.Alias.Content {
		h.left -= 1 + len(c.Value)
	}
	if h.left < 0 {
		return nil
	}
	return n.Alias
}

// textOf is that of a scalar; it is empty for any other node.
func textOf(n *yaml.Node) string {
	if n.ShortTag() == "!!null" {
		return ""
	}
	return strings.TrimSpace(n.Value)
}
