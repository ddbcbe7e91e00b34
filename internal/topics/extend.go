package topics

import (
	"fmt"
	"slices"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// An Extension is a list of topics with what a file of somebody else's says.
type Extension struct {
	Topics []summit.Topic
	Own    int // how many topics the file has of its own: the last ones
	Known  int // to how many of the others it adds

	// Both have the form `file:line: what is wrong`, in the order of the lines.
	Notices []error // what was left out because it cannot be beside what there is
	Faults  []error // what is wrong in itself
}

// Extend returns the topics with what a file says: topics of its own, and for topics that there are
// more aliases, terms, docs and related ones. It replaces nothing: what a topic says already stays,
// and an alias stays with the topic that has it. Of an entry with a fault nothing counts.
func Extend(topics []summit.Topic, name string, source []byte) Extension {
	x := extension{topics: slices.Clone(topics), places: map[string]int{}, owners: map[string]string{}}
	for i, t := range topics {
		x.places[t.ID] = i
		x.claim(t.ID, append([]string{t.ID, t.Name}, t.Aliases...))
	}
	entries, faults := decode(source)
	known := map[int]bool{}
	var counted []entry
	for _, e := range entries {
		at, isKnown := x.places[e.ID.Value]
		if !isKnown && e.isIncomplete() {
			faults = append(faults, leftOut(yamlfault.Fault{Line: e.line, What: fmt.Sprintf("there is no topic %s to add to, and one of its own needs a name and terms", e.ID.Value)})...)
			continue
		}
		if isKnown && at < len(topics) {
			known[at] = true
		}
		x.add(e)
		counted = append(counted, e)
	}
	x.dropUnknownRelated(counted)
	return Extension{
		Topics: x.topics, Own: len(x.topics) - len(topics), Known: len(known),
		Notices: yamlfault.Errors(name, x.notices), Faults: yamlfault.Errors(name, faults),
	}
}

// An extension is a list of topics that grows.
type extension struct {
	topics  []summit.Topic
	places  map[string]int    // of the topics, by their ids
	owners  map[string]string // ids of topics by the keys of what they are called
	notices []yamlfault.Fault
}

func (x *extension) notice(line int, format string, args ...any) {
	x.notices = append(x.notices, yamlfault.Fault{Line: line, What: fmt.Sprintf(format, args...)})
}

// claim gives names to a topic and returns those that it got.
func (x *extension) claim(id string, names []string) []string {
	var got []string
	for _, name := range names {
		key := words.Key(name)
		if owner, taken := x.owners[key]; taken && owner != id {
			continue
		}
		x.owners[key] = id
		got = append(got, name)
	}
	return got
}

func (x *extension) add(e entry) {
	t := e.topic()
	t.Aliases = nil
	for _, a := range e.Aliases {
		if got := x.claim(t.ID, []string{a.Value}); got == nil {
			x.notice(a.Line, "%q leads to the topic %s already, so it is no alias of %s", a.Value, x.owners[words.Key(a.Value)], t.ID)
		} else {
			t.Aliases = append(t.Aliases, got...)
		}
	}
	at, known := x.places[t.ID]
	if !known {
		if len(x.claim(t.ID, []string{t.ID, t.Name})) < 2 {
			x.notice(e.ID.Line, "another topic is called %q or %q already, so only the other aliases lead to this one", t.ID, t.Name)
		}
		x.places[t.ID] = len(x.topics)
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

func (x *extension) dropUnknownRelated(entries []entry) {
	for _, e := range entries {
		for _, r := range e.Related {
			if _, known := x.places[r.Value]; known {
				continue
			}
			x.notice(r.Line, "%s is related to %q, which is no topic", e.ID.Value, r.Value)
			t := &x.topics[x.places[e.ID.Value]]
			t.Related = slices.DeleteFunc(slices.Clone(t.Related), func(id string) bool { return id == r.Value })
		}
	}
}
