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

	// Of a file about one talk; empty in others.
	Speakers []summit.Speaker
	Links    []summit.Link
}

// describesTalk reports whether the notes are about one talk.
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
// holds no keys is text between two lines.
func cutFrontMatter(file, text string) (front frontMatter, body string, above int, err error) {
	first, rest, found := strings.Cut(text, "\n")
	fence := strings.TrimRight(first, " \t")
	if !found || fence != yamlFence && fence != tomlFence {
		return front, text, 0, nil
	}
	for end := 0; end < len(rest); {
		line, _, more := strings.Cut(rest[end:], "\n")
		if strings.TrimRight(line, " \t") == fence {
			head := rest[:end]
			if fence == tomlFence {
				front.readTOML(head)
			} else if isText, err := front.readYAML(head); isText {
				return front, text, 0, nil
			} else if err != nil {
				line, what := yamlfault.Find(err)
				return front, "", 0, fmt.Errorf("%s:%d: front matter: %s", file, 1+line, what)
			}
			return front, rest[end+len(line):], 1 + strings.Count(head, "\n"), nil
		}
		if !more {
			break
		}
		end += len(line) + 1
	}
	return front, text, 0, nil
}

// readYAML reads a head; it is text where it has words and no keys.
func (f *frontMatter) readYAML(head string) (isText bool, err error) {
	var node yaml.Node
	if err := yaml.Unmarshal([]byte(head), &node); err != nil {
		return false, err
	}
	if len(node.Content) == 0 {
		return strings.TrimSpace(head) != "", nil
	}
	if node.Content[0].Kind != yaml.MappingNode {
		return true, nil
	}
	var titled struct {
		Title string `yaml:"title"`
		Date  string `yaml:"date"`
	}
	if err := node.Decode(&titled); err != nil {
		return false, err
	}
	f.Title, f.Date = strings.Join(strings.Fields(titled.Title), " "), titled.Date
	fields := node.Content[0].Content
	for i := 0; i+1 < len(fields); i += 2 {
		if fields[i].Value != "title" && fields[i].Value != "date" {
			f.set(fields[i].Value, values(fields[i+1]))
		}
	}
	return false, nil
}

// values are the texts of a YAML value: of a list each, of a person the name and what follows it.
func values(n *yaml.Node) []string {
	switch n.Kind {
	case yaml.ScalarNode:
		return clip(n.Value)
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

// set takes one key of the head.
func (f *frontMatter) set(key string, values []string) {
	if len(values) == 0 {
		return
	}
	switch key = strings.ToLower(key); key {
	case "title":
		f.Title = values[0]
	case "date":
		f.Date = values[0]
	case "event", "conference", "summit", "meetup":
		f.Event = values[0]
	case "speaker", "speakers", "presenter", "presenters":
		for _, v := range values {
			f.Speakers = append(f.Speakers, speakersIn(v, len(values) == 1)...)
		}
	case "video", "recording", "youtube", "slides", "deck", "schedule":
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
func (f *frontMatter) readTOML(head string) {
	for l := range strings.SplitSeq(head, "\n") {
		l = strings.TrimSpace(l)
		if strings.HasPrefix(l, "[") {
			return
		}
		key, value, found := strings.Cut(l, "=")
		if found && !strings.HasPrefix(l, "#") {
			f.set(strings.Trim(strings.TrimSpace(key), `"`), tomlValues(strings.TrimSpace(value)))
		}
	}
}

func tomlValues(s string) []string {
	if s == "" {
		return nil
	}
	if s[0] == '[' {
		var out []string
		for s = s[1:]; ; {
			start := strings.IndexAny(s, `"'`)
			if start < 0 {
				return out
			}
			value, rest := cutQuoted(s[start:])
			out, s = append(out, clip(value)...), rest
		}
	}
	if s[0] == '"' || s[0] == '\'' {
		value, _ := cutQuoted(s)
		return clip(value)
	}
	value, _, _ := strings.Cut(s, "#")
	return clip(value)
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
