package topics

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// An Extension is a list of topics, extended by a file of user notes.
type Extension struct {
	Topics []summit.Topic
	Own    int // number of topics that only the file has; they are the last ones
	Known  int // number of the other topics that the file extends

	// Both have the form `file:line: message`, in the order of the lines.
	Notices []error // entries that conflict with existing topics
	Faults  []error // invalid entries
}

// An Extender is a list of topics while files extend it.
type Extender struct {
	topics  []summit.Topic
	places  map[string]int    // index of each topic, by id
	owners  map[string]string // id of the topic that has a name, by the key of the name
	members map[listOf]map[string]bool
	notices []yamlfault.Fault // of a file
}

// NewExtender returns an Extender of some topics, which it does not change.
func NewExtender(topics []summit.Topic) *Extender {
	x := &Extender{topics: make([]summit.Topic, len(topics)), places: map[string]int{}, owners: map[string]string{}, members: map[listOf]map[string]bool{}}
	for i, t := range topics {
		t.Aliases, t.Terms, t.Not = slices.Clip(t.Aliases), slices.Clip(t.Terms), slices.Clip(t.Not)
		t.Docs, t.Related = slices.Clip(t.Docs), slices.Clip(t.Related)
		x.topics[i], x.places[t.ID] = t, i
		x.claim(t.ID, t.ID)
	}
	for _, t := range topics {
		for _, name := range append([]string{t.Name}, t.Aliases...) {
			x.claim(t.ID, name)
		}
	}
	return x
}

// Extend adds the topics of a file, and its aliases, terms, docs and related topics to topics that
// exist. It replaces nothing: an existing topic keeps its texts and its names, except a name that is
// the id of a topic of the file. Entries with a fault are ignored.
func (x *Extender) Extend(name string, source []byte) Extension {
	before := len(x.topics)
	x.notices = nil
	entries, faults := decode(source)
	var counted []entry
	for _, e := range entries {
		_, known := x.places[e.ID.Value]
		if !known && e.isIncomplete() {
			faults = append(faults, ignored(yamlfault.Fault{Line: e.line, What: fmt.Sprintf("there is no topic %s to add to; a new topic needs a name and terms", e.ID.Value)})...)
			continue
		}
		x.add(e)
		counted = append(counted, e)
	}
	x.relate(counted)
	own := len(x.topics) - before
	return Extension{
		Topics: x.topics, Own: own, Known: len(counted) - own,
		Notices: yamlfault.Errors(name, x.notices), Faults: yamlfault.Errors(name, faults),
	}
}

func (x *Extender) notice(line int, format string, args ...any) {
	x.notices = append(x.notices, yamlfault.Fault{Line: line, What: fmt.Sprintf(format, args...)})
}

// claim gives a name to a topic unless another topic has the name. It returns the topic that has
// the name.
func (x *Extender) claim(id, name string) (owner string) {
	key := words.Key(name)
	if _, taken := x.owners[key]; !taken {
		x.owners[key] = id
	}
	return x.owners[key]
}

// claims gives a name of an entry to its topic, and reports whether the topic has it.
func (x *Extender) claims(e entry, name alias) bool {
	owner := x.claim(e.ID.Value, name.Value)
	if owner != e.ID.Value {
		x.notice(name.Line, "%q leads to the topic %s already, so it does not lead to %s", name.Value, owner, e.ID.Value)
	}
	return owner == e.ID.Value
}

// claimID gives a topic its id as a name, even if another topic has that name.
func (x *Extender) claimID(e entry) {
	id := e.ID.Value
	if owner := x.claim(id, id); !strings.EqualFold(owner, id) {
		x.owners[words.Key(id)] = id
		x.notice(e.ID.Line, "%q leads to this topic as its id, and no longer to %s", id, owner)
	} else {
		x.claims(e, e.ID)
	}
}

func (x *Extender) add(e entry) {
	at, known := x.places[e.ID.Value]
	if !known {
		x.claimID(e)
		x.claims(e, e.Name)
	}
	t := e.topic()
	t.Aliases, t.Related = nil, nil
	for _, a := range e.Aliases {
		if x.claims(e, a) {
			t.Aliases = append(t.Aliases, a.Value)
		}
	}
	if !known {
		x.places[t.ID] = len(x.topics)
		x.topics = append(x.topics, t)
		return
	}
	old := &x.topics[at]
	sources := x.membersOf(listOf{at, sourcesList}, old.Since.Sources)
	if differs(t.Name, old.Name) || differs(t.Definition, old.Definition) || differs(t.Since.Text, old.Since.Text) ||
		slices.ContainsFunc(t.Since.Sources, func(s string) bool { return !sources[s] }) {
		x.notice(e.ID.Line, "there is a topic %s already; its name, definition and since stay", t.ID)
	}
	for i, l := range []struct {
		list *[]string
		more []string
	}{{&old.Aliases, t.Aliases}, {&old.Terms, t.Terms}, {&old.Not, t.Not}, {&old.Docs, t.Docs}} {
		x.join(listOf{at, i}, l.list, l.more)
	}
}

// A listOf is one of the lists of a topic.
type listOf struct{ topic, list int }

// The lists beside those that add joins.
const (
	relatedList = -1
	sourcesList = -2
)

// membersOf returns the members of a list, which are remembered: many files may add to one topic.
func (x *Extender) membersOf(of listOf, list []string) map[string]bool {
	has := x.members[of]
	if has == nil {
		has = map[string]bool{}
		for _, s := range list {
			has[s] = true
		}
		x.members[of] = has
	}
	return has
}

// join adds to a list what it lacks.
func (x *Extender) join(of listOf, list *[]string, more []string) {
	has := x.membersOf(of, *list)
	for _, s := range more {
		if !has[s] {
			has[s] = true
			*list = append(*list, s)
		}
	}
}

func differs(text, from string) bool { return text != "" && text != from }

// relate adds the related topics of entries; those that do not exist are reported.
func (x *Extender) relate(entries []entry) {
	for _, e := range entries {
		at := x.places[e.ID.Value]
		for _, r := range e.Related {
			if _, known := x.places[r.Value]; known {
				x.join(listOf{at, relatedList}, &x.topics[at].Related, []string{r.Value})
			} else {
				x.notice(r.Line, "%s is related to %q, which is not a topic", e.ID.Value, r.Value)
			}
		}
	}
}
