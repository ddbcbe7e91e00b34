package topics

import (
	"fmt"
	"slices"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// Extend returns the topics with what a file of somebody else's says: topics of its own, and for
// topics that there are more aliases, terms, docs and related ones. It replaces nothing: what a
// topic says already stays, and an alias stays with the topic that has it. Notices tell what was
// left out for that reason. A fault has the form `file:line: what is wrong`; then nothing of the
// file counts.
func Extend(topics []summit.Topic, name string, source []byte) (extended []summit.Topic, notices []error, err error) {
	entries, err := decode(name, source)
	if err != nil {
		return nil, nil, err
	}
	x := extension{file: name, topics: slices.Clone(topics), owners: map[string]string{}, lines: map[string]int{}}
	for _, t := range topics {
		x.claim(t.ID, append([]string{t.ID, t.Name}, t.Aliases...))
	}
	for i, e := range entries {
		known := slices.ContainsFunc(x.topics, func(t summit.Topic) bool { return t.ID == e.ID.Value })
		if e.ID.Value == "" || !known && e.isIncomplete() {
			return nil, nil, fmt.Errorf("%s:%d: a topic needs an id, and one of its own a name and terms", name, yamlfault.Item(source, "topics", i))
		}
		x.add(e)
	}
	x.dropUnknownRelated()
	return x.topics, x.notices, nil
}

// An extension is a list of topics that grows.
type extension struct {
	file    string
	topics  []summit.Topic
	owners  map[string]string // ids of topics by the keys of what they are called
	notices []error
	lines   map[string]int // where the file speaks of a topic, by its id
}

func (x *extension) notice(line int, format string, args ...any) {
	x.notices = append(x.notices, fmt.Errorf("%s:%d: %s", x.file, line, fmt.Sprintf(format, args...)))
}

// claim gives names to a topic and returns those that it got.
func (x *extension) claim(id string, names []string) []string {
	var got []string
	for _, name := range names {
		key := words.Key(name)
		if owner, taken := x.owners[key]; key == "" || taken && owner != id {
			continue
		}
		x.owners[key] = id
		got = append(got, name)
	}
	return got
}

func (x *extension) add(e entry) {
	t := e.topic()
	at := slices.IndexFunc(x.topics, func(o summit.Topic) bool { return o.ID == t.ID })
	aliases := x.claim(t.ID, t.Aliases)
	for _, alias := range t.Aliases {
		if !slices.Contains(aliases, alias) {
			x.notice(e.ID.Line, "%q leads to the topic %s already, so it is no alias of %s", alias, x.owners[words.Key(alias)], t.ID)
		}
	}
	t.Aliases = aliases
	x.lines[t.ID] = e.ID.Line
	if at < 0 {
		if len(x.claim(t.ID, []string{t.ID, t.Name})) < 2 {
			x.notice(e.ID.Line, "another topic is called %q or %q already, so only the other aliases lead to this one", t.ID, t.Name)
		}
		x.topics = append(x.topics, t)
		return
	}
	old := &x.topics[at]
	if t.Name != "" && t.Name != old.Name || t.Definition != "" || t.Since.Text != "" {
		x.notice(e.ID.Line, "there is a topic %s already; its name, definition and since stay", t.ID)
	}
	old.Aliases = slices.Concat(old.Aliases, t.Aliases)
	old.Terms = slices.Concat(old.Terms, t.Terms)
	old.Not = slices.Concat(old.Not, t.Not)
	old.Docs = slices.Concat(old.Docs, t.Docs)
	old.Related = slices.Concat(old.Related, t.Related)
}

func (x *extension) dropUnknownRelated() {
	for i := range x.topics {
		t := &x.topics[i]
		t.Related = slices.DeleteFunc(slices.Clone(t.Related), func(id string) bool {
			known := slices.ContainsFunc(x.topics, func(o summit.Topic) bool { return o.ID == id })
			if !known {
				x.notice(x.lines[t.ID], "%s is related to %q, which is no topic", t.ID, id)
			}
			return !known
		})
	}
}
