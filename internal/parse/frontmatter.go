package parse

import (
	"cmp"
	"fmt"
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

// cutFrontMatter parts the head from the body, above which are as many lines. A head in YAML that
// holds no keys is text between two lines. A key that is faulty is left out, and a head that is no
// YAML says nothing.
func cutFrontMatter(file, text string) (front frontMatter, body string, above int, faults []error) {
	first, rest, found := strings.Cut(text, "\n")
	fence := strings.TrimRight(first, " \t")
	if !found || fence != yamlFence && fence != tomlFence {
		return front, text, 0, nil
	}
	for end := 0; end < len(rest); {
		line, _, more := strings.Cut(rest[end:], "\n")
		if strings.TrimRight(line, " \t") == fence {
			head := rest[:end]
			h := headReader{lines: map[string]int{}}
			if fence == tomlFence {
				h.readTOML(head)
			} else if isText := h.readYAML(head); isText {
				return front, text, 0, nil
			}
			return h.front, rest[end+len(line):], 1 + strings.Count(head, "\n"), yamlfault.Errors(file, h.faults)
		}
		if !more {
			break
		}
		end += len(line) + 1
	}
	return front, text, 0, nil
}

// A headReader fills front matter.
type headReader struct {
	front  frontMatter
	lines  map[string]int // of the keys that were taken
	faults []yamlfault.Fault
}

func (h *headReader) fault(line int, what string) {
	h.faults = append(h.faults, yamlfault.Fault{Line: 1 + line, What: "front matter: " + what}) // the fence is line 1
}

// readYAML reads a head; it is text where it has words and no keys.
func (h *headReader) readYAML(head string) (isText bool) {
	file, faults := yamlfault.Parse([]byte(head), "the notes are read without it")
	if file.Root != nil && file.Root.Kind != yaml.MappingNode {
		return true
	}
	for _, f := range faults {
		h.fault(f.Line, f.What)
	}
	if file.Root == nil {
		return faults == nil && strings.TrimSpace(head) != ""
	}
	fields := file.Root.Content
	for i := 0; i+1 < len(fields); i += 2 {
		key, value := fields[i], fields[i+1]
		if value.Kind == yaml.AliasNode {
			value = value.Alias
		}
		composite := ""
		switch {
		case len(value.Content) == 0:
		case value.Kind == yaml.MappingNode:
			composite = "a block of fields"
		default:
			composite = "a list"
		}
		h.take(key.Value, key.Line, values(value), composite)
	}
	return false
}

// values are the texts of a YAML value: of a list each, of a person the name and what follows it.
func values(n *yaml.Node) []string {
	switch n.Kind {
	case yaml.ScalarNode:
		if n.ShortTag() != "!!null" {
			return clip(n.Value)
		}
	case yaml.SequenceNode:
		var out []string
		for _, c := range n.Content {
			out = append(out, values(c)...)
		}
		return out
	case yaml.MappingNode:
		fields := map[string]string{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			fields[strings.ToLower(n.Content[i].Value)] = n.Content[i+1].Value
		}
		organization := cmp.Or(fields["organization"], fields["organisation"], fields["company"], fields["affiliation"], fields["org"])
		if name := fields["name"]; name != "" {
			return []string{strings.Join(append(append([]string{name}, clip(cmp.Or(fields["role"], fields["title"]))...), clip(organization)...), ", ")}
		}
	case yaml.DocumentNode, yaml.AliasNode:
	}
	return nil
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

// take takes a key of the head with the texts of its value. Of a value that is no text, composite
// says what it is.
func (h *headReader) take(key string, line int, values []string, composite string) {
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
	if composite != "" && (len(values) == 0 || wanted == aText) {
		h.fault(line, fmt.Sprintf("%s is %s and should be %s; it is left out", key, composite, wanted))
		return
	}
	if len(values) == 0 {
		return
	}
	f := &h.front
	switch {
	case key == "title":
		f.Title = strings.Join(strings.Fields(values[0]), " ")
	case key == "date":
		f.Date = values[0]
	case wanted == aSummit:
		f.Event = values[0]
	case wanted == somePeople:
		for _, v := range values {
			f.Speakers = append(f.Speakers, speakersIn(v, len(values) == 1)...)
		}
	case wanted == someLinks:
		kind := cmp.Or(kindIn(key), summit.Video)
		for _, v := range values {
			if isAddress(v) {
				f.Links = append(f.Links, labelled(v, kind))
			}
		}
	}
}

// speakersIn reads a value of which it is known that it names people.
func speakersIn(value string, several bool) []summit.Speaker {
	if p := namedPeople([]span{{text: value}}, several); p.certainty > none {
		return p.speakers
	}
	return []summit.Speaker{{Name: value}}
}

// readTOML reads the keys of a head that a notes file may have, above any table: texts, dates, and
// lists of texts in one line. What it does not know is the site generator's.
func (h *headReader) readTOML(head string) {
	line := 0
	for l := range strings.SplitSeq(head, "\n") {
		line++
		l = strings.TrimSpace(l)
		if strings.HasPrefix(l, "[") {
			return
		}
		key, value, found := strings.Cut(l, "=")
		if found && !strings.HasPrefix(l, "#") {
			values, composite := tomlValues(strings.TrimSpace(value))
			h.take(strings.Trim(strings.TrimSpace(key), `"`), line, values, composite)
		}
	}
}

// tomlValues are the texts of a value in TOML. Of one that is no text, composite says what it is.
func tomlValues(s string) (values []string, composite string) {
	switch {
	case s == "":
		return nil, ""
	case s[0] == '{':
		return nil, "a table"
	case s[0] == '[':
		rest := s[1:]
		if strings.HasPrefix(strings.TrimSpace(rest), "]") {
			return nil, ""
		}
		for start := strings.IndexAny(rest, `"'`); start >= 0; start = strings.IndexAny(rest, `"'`) {
			var value string
			value, rest = cutQuoted(rest[start:])
			values = append(values, clip(value)...)
		}
		if !strings.Contains(rest, "]") {
			return nil, "a list that does not end in its line"
		}
		return values, "a list"
	case s[0] == '"' || s[0] == '\'':
		value, _ := cutQuoted(s)
		return clip(value), ""
	}
	value, _, _ := strings.Cut(s, "#")
	return clip(value), ""
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
