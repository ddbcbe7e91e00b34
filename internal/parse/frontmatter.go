package parse

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// frontMatter is what the head of a notes file says about the whole file. Keys that are not
// listed belong to the site generator and are left alone.
type frontMatter struct {
	Title string
	Date  string
	Event string // the summit, by whatever key names it

	// Of a file about one talk, or of all of its talks.
	Speakers []summit.Speaker
	Links    []summit.Link
}

// describesTalk reports whether what is said is that of one talk.
func (f frontMatter) describesTalk() bool {
	return f.Title != "" && (len(f.Speakers) > 0 || len(f.Links) > 0)
}

// describe gives a session what the front matter says of it.
func (f frontMatter) describe(s *summit.Session, t *title) {
	if f.describesTalk() && len(f.Date) >= len("2006-01-02") && s.Date == "" {
		if d, ok := readDay(f.Date[:len("2006-01-02")], 0); ok {
			s.Date = d.date
		}
	}
	t.setSpeakers(people{speakers: f.Speakers})
	t.links = withLinks(t.links, f.Links)
}

// The fences of front matter in YAML and in TOML.
const yamlFence, tomlFence = "---", "+++"

// cutFrontMatter parts the head from the body, above which are as many lines. What stands between two
// lines across the page is text, not a head in YAML, where it begins with an empty line, holds no keys
// or holds a heading with empty lines around it, or where it is no YAML and has several paragraphs. A
// key that is faulty is left out, and a head that is no YAML says nothing.
func cutFrontMatter(file, text string) (front frontMatter, body string, above int, faults []error) {
	first, rest, found := strings.Cut(text, "\n")
	fence := strings.TrimRight(first, " \t")
	if !found || fence != yamlFence && fence != tomlFence {
		return front, text, 0, nil
	}
	h := headReader{lines: map[string]int{}, left: maxAliased}
	head, body, closed := cutFence(rest, fence)
	switch {
	case fence == yamlFence && isBlank(firstLine(head)):
		return front, text, 0, nil
	case !closed || fence == yamlFence && hasHeading(head):
		if beginsWithKey(head) {
			h.fault(0, "nothing closes it above the notes, so it is read as one of them; close it with "+fence)
		}
		return front, text, 0, yamlfault.Errors(file, h.faults)
	case fence == tomlFence:
		h.readTOML(head)
	case h.readYAML(head):
		if !beginsWithKey(head) {
			h.faults = nil
		}
		return front, text, 0, yamlfault.Errors(file, h.faults)
	}
	return h.front, body, 1 + strings.Count(head, "\n"), yamlfault.Errors(file, h.faults)
}

// cutFence parts what stands before a line that is a fence from what stands behind it.
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
	for l := range strings.SplitSeq(s, "\n") {
		if level := len(before) - len(strings.TrimLeft(before, "#")); isBlank(above) && isBlank(l) && level > 0 && strings.HasPrefix(before[level:], " ") {
			return true
		}
		above, before = before, l
	}
	return false
}

func beginsWithKey(head string) bool {
	name, _, found := strings.Cut(firstLine(head), ":")
	return found && keys[strings.ToLower(name)] != ""
}

func isBlank(line string) bool { return strings.TrimSpace(line) == "" }

func firstLine(s string) string {
	line, _, found := strings.Cut(s, "\n")
	if !found {
		return "-" // a head without a line is none that is empty
	}
	return line
}

// A headReader fills front matter.
type headReader struct {
	front  frontMatter
	lines  map[string]int // of the keys that were taken
	left   int            // bytes that the aliases in lists may still stand for
	faults []yamlfault.Fault
}

// maxAliased is far more than the people of one talk take.
const maxAliased = 1 << 16

func (h *headReader) fault(line int, what string) {
	h.faults = append(h.faults, yamlfault.Fault{Line: 1 + line, What: "front matter: " + what}) // the fence is line 1
}

// readYAML reads a head; it is text where it has words and no keys, or is no YAML and has an empty line.
func (h *headReader) readYAML(head string) (isText bool) {
	file, faults := yamlfault.Parse([]byte(head), "the notes are read without it")
	if file.Root != nil && file.Root.Kind != yaml.MappingNode {
		return true
	}
	for _, f := range faults {
		h.fault(f.Line, f.What)
	}
	if file.Root == nil {
		return faults == nil && !isBlank(head) || strings.Contains(strings.TrimSpace(head), "\n\n")
	}
	fields := file.Root.Content
	for i := 0; i+1 < len(fields); i += 2 {
		h.take(fields[i].Value, fields[i].Line, fields[i+1])
	}
	return false
}

// keys are those that a head may have, with what their values are.
var keys = map[string]string{
	"title": aText, "date": aText,
	"event": aSummit, "conference": aSummit, "summit": aSummit, "meetup": aSummit,
	"speaker": somePeople, "speakers": somePeople, "presenter": somePeople, "presenters": somePeople,
	"video": someLinks, "recording": someLinks, "youtube": someLinks, "slides": someLinks, "deck": someLinks, "schedule": someLinks,
}

const (
	aText      = "a text"
	aSummit    = "the name of a summit"
	somePeople = "names of people"
	someLinks  = "addresses"
)

// take takes a key of the head with its value.
func (h *headReader) take(key string, line int, value *yaml.Node) {
	key = strings.ToLower(key)
	wanted := keys[key]
	if wanted == "" {
		return
	}
	if first, twice := h.lines[key]; twice {
		h.fault(line, fmt.Sprintf("%s stands in line %d already; it is left out", key, 1+first))
		return
	}
	h.lines[key] = line
	if value.Kind == yaml.AliasNode {
		value = value.Alias
	}
	if wanted == aText && len(value.Content) > 0 {
		what := "a list"
		if value.Kind == yaml.MappingNode {
			what = "a block of fields"
		}
		h.fault(line, fmt.Sprintf("%s is %s and should be %s; it is left out", key, what, wanted))
		return
	}
	texts := h.texts(key, value)
	if len(texts) == 0 {
		return
	}
	f := &h.front
	switch {
	case key == "title":
		f.Title = strings.Join(strings.Fields(texts[0].Value), " ")
	case key == "date":
		f.Date = texts[0].Value
	case wanted == aSummit:
		f.Event = texts[0].Value
		for _, t := range texts[1:] {
			h.fault(t.Line, fmt.Sprintf("%s should be %s, and %q is another; it is left out", key, wanted, t.Value))
		}
	case wanted == somePeople:
		for _, t := range texts {
			f.Speakers = append(f.Speakers, speakersIn(t.Value, len(texts) == 1)...)
		}
	case wanted == someLinks:
		h.takeLinks(key, texts)
	}
}

func (h *headReader) takeLinks(key string, addresses []yamlfault.Text) {
	kind := cmp.Or(kindIn(key), summit.Video)
	for _, a := range addresses {
		if err := summit.CheckAddress(a.Value); err != nil {
			h.fault(a.Line, fmt.Sprintf("%s: %v; it is left out", key, err))
			continue
		}
		h.front.Links = append(h.front.Links, labelled(a.Value, kind))
	}
}

// texts are those of a value: of a list each, of a block of fields the one that its key is after.
func (h *headReader) texts(key string, n *yaml.Node) []yamlfault.Text {
	from := h.resolve(n)
	switch {
	case from == nil:
		h.fault(n.Line, fmt.Sprintf("an alias in %s stands for a list or for too much; write out what it stands for; it is left out", key))
	case from.Kind == yaml.SequenceNode:
		var all []yamlfault.Text
		for _, c := range from.Content {
			all = append(all, h.texts(key, c)...)
		}
		return all
	case from.Kind == yaml.MappingNode:
		field, text := h.sought(keys[key], from)
		if text != "" {
			return []yamlfault.Text{{Value: text, Line: n.Line}}
		}
		if len(from.Content) > 0 {
			h.fault(n.Line, fmt.Sprintf("a block of fields in %s has no field %q; it is left out", key, field))
		}
	case keys[key] == someLinks && from.ShortTag() == "!!bool": // a switch of the site generator
	default:
		if text := strings.TrimSpace(textOf(from)); text != "" {
			return []yamlfault.Text{{Value: text, Line: n.Line}}
		}
	}
	return nil
}

// resolve returns what an alias stands for; nil if that is a list, or more than a head may hold.
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

// textOf is that of a scalar; of any other node, and of one that says nothing, it is empty.
func textOf(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode || n.ShortTag() == "!!null" {
		return ""
	}
	return n.Value
}

// sought returns what a key is after in a block of fields, of a person with what follows the name,
// and the name of the field where it should stand.
func (h *headReader) sought(wanted string, n *yaml.Node) (field, text string) {
	fields := map[string]string{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if value := h.resolve(n.Content[i+1]); value != nil {
			fields[strings.ToLower(n.Content[i].Value)] = strings.TrimSpace(textOf(value))
		}
	}
	name := fields["name"]
	switch {
	case wanted == someLinks:
		return "url", cmp.Or(fields["url"], fields["link"], fields["href"])
	case wanted == aSummit || name == "":
		return "name", name
	}
	organization := cmp.Or(fields["organization"], fields["organisation"], fields["company"], fields["affiliation"], fields["org"])
	return "name", strings.Join(slices.Concat([]string{name}, clip(cmp.Or(fields["role"], fields["title"])), clip(organization)), ", ")
}

// speakersIn reads a value of which it is known that it names people.
func speakersIn(value string, several bool) []summit.Speaker {
	if p := namedPeople([]span{{text: value}}, several); p.certainty > none {
		return p.speakers
	}
	return []summit.Speaker{{Name: value}}
}

// readTOML reads the keys of a head that a notes file may have, above any table: values that end in
// their lines. What it does not know is the site generator's.
func (h *headReader) readTOML(head string) {
	line, inTable := 0, false
	for l := range strings.SplitSeq(head, "\n") {
		line++
		l = strings.TrimSpace(l)
		name, value, found := strings.Cut(l, "=")
		name = strings.Trim(name, " \t\"'")
		switch {
		case strings.HasPrefix(l, "["):
			inTable = true
			if name = strings.ToLower(strings.Trim(l, "[] \"'")); keys[name] != "" {
				h.fault(line, fmt.Sprintf("%s is a table of its own; write it in one line above all tables; it is left out", name))
			}
		case inTable || !found || keys[strings.ToLower(name)] == "" || strings.TrimSpace(value) == "":
		default:
			if n, _ := tomlValue(value, line, 0); n != nil {
				h.take(name, line, n)
			} else {
				h.fault(line, fmt.Sprintf("%s does not end in its line; write it in one; it is left out", name))
			}
		}
	}
}

// maxTOMLDepth is how deep lists and tables are read.
const maxTOMLDepth = 100

// tomlValue reads the value at the head of s as the node that YAML would have; nil where it does not
// end. Depth is how many lists and tables it stands in.
func tomlValue(s string, line, depth int) (n *yaml.Node, rest string) {
	s = strings.TrimLeft(s, " \t")
	switch {
	case s == "" || depth > maxTOMLDepth:
		return nil, ""
	case s[0] == '[' || s[0] == '{':
		return tomlItems(s, line, depth+1)
	case strings.HasPrefix(s, `"""`), strings.HasPrefix(s, `'''`):
		value, rest, closed := strings.Cut(s[3:], s[:3])
		if !closed {
			return nil, ""
		}
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Line: line}, rest
	case s[0] == '"' || s[0] == '\'':
		value, rest := cutQuoted(s)
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Line: line}, rest
	}
	ends := "#"
	if depth > 0 {
		ends = ",]}#"
	}
	end := strings.IndexAny(s, ends)
	switch {
	case end == 0:
		return nil, ""
	case end < 0:
		end = len(s)
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Value: strings.TrimSpace(s[:end]), Line: line}, s[end:]
}

// tomlItems reads the list or the table at the head of s.
func tomlItems(s string, line, depth int) (n *yaml.Node, rest string) {
	n, end := &yaml.Node{Kind: yaml.SequenceNode, Line: line}, byte(']')
	if s[0] == '{' {
		n.Kind, end = yaml.MappingNode, '}'
	}
	for rest = strings.TrimLeft(s[1:], " \t,"); rest != ""; rest = strings.TrimLeft(rest, " \t,") {
		if rest[0] == end {
			return n, rest[1:]
		}
		if n.Kind == yaml.MappingNode {
			key, value, _ := strings.Cut(rest, "=")
			n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: strings.Trim(key, " \t\"'")})
			rest = value
		}
		var item *yaml.Node
		if item, rest = tomlValue(rest, line, depth); item == nil {
			return nil, ""
		}
		n.Content = append(n.Content, item)
	}
	return nil, ""
}

// cutQuoted takes a text in quotes off the head of s. A backslash hides a double quote.
func cutQuoted(s string) (value, rest string) {
	quote := s[0]
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && quote == '"':
			i++
		case s[i] == quote:
			return strings.ReplaceAll(s[1:i], `\"`, `"`), s[i+1:]
		}
	}
	return s[1:], ""
}
