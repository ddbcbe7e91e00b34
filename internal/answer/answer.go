// Package answer finds what a query asks for. It decides how words are read, narrows sessions
// down, and helps with the spelling; it prints nothing.
package answer

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A Query is what somebody asks for. At most one of Words, Search, Session, ListTopics and
// ListSessions is used; with none of them the answer is the list of talks when Talks is set, the
// list of sessions when a filter is set, else the list of topics.
type Query struct {
	Words        []string // names of topics, or any words
	Search       string
	IsSearch     bool // Search was given; it can be empty
	Session      string
	IsSession    bool // Session was given; it can be empty
	ListTopics   bool
	ListSessions bool
	Talks        bool // talks only
	WithTopics   bool // sessions come with TopicIDs, whatever is asked
	Filter       Filter
}

// A Kind tells what an answer lists.
type Kind int

// The kinds of answer.
const (
	TopicList   Kind = iota // topics only
	SessionList             // sessions without their notes, and with a filter talks
	TalkList                // talks only, of no topic in particular
	ByTopic                 // the sessions that bear on the topics of the query
	BySearch                // the sessions and talks that say the words of the query; with a topic if they are a term of it
	ByName                  // the sessions and talks that a speaker or people of an organisation gave
	OneSession              // a session whole
)

// A Relevance tells how a session belongs to an answer.
type Relevance string

// The relevances. Listed means that nothing was searched for.
const (
	About    Relevance = "about"
	Mentions Relevance = "mentions"
	Matches  Relevance = "match"
	Listed   Relevance = ""
)

// An Answer has the topics, sessions and talks that were found.
type Answer struct {
	Kind        Kind
	IsSearch    bool   // asked by --search
	Query       string // as it was asked, on one line; empty for lists
	Short       string // the query without words that only ask; empty if these were not looked for
	Topics      []Topic
	Sessions    []Session         // the most relevant first, else in the order of the notes; empty if Query.Talks is set
	Talks       []Talk            // the best first
	AllTalks    bool              // Query.Talks was set
	Names       []string          // of the speakers and organisations, for ByName
	Partly      bool              // each session and talk says only a part of the words
	Wanted      string            // the text that was searched for; empty if there was no search
	Unsaid      []string          // names that led to a topic and that no session says, as they were typed
	Near        bool              // of one topic at least, no session says the name that was typed, and it is narrower than the topic
	Aside       bool              // the topics are what everything here is about; nothing is known of the other words
	Untold      bool              // no talk says the names in Unsaid, or the terms that were searched for
	Said        int               // so many sessions, the first ones, say the name that was typed, or have another of the words in their titles
	SaidNames   []string          // the names and words that these sessions say; empty if Said is 0
	BestTalks   int               // so many talks, the first ones, say the most of the words; 0 if none says any
	Suggestions []string          // what may have been meant where words are ignored; at most one
	Ignored     []string          // words of the query that nothing is known of, as they were typed
	Unmet       []string          // the first of Ignored: names of people and organisations that gave nothing on the other words
	Unfit       string            // the day, track, event or years among the words that gave nothing on the others
	Missing     []string          // words of the query that other sessions or talks say, as they were typed
	Operators   []string          // signs of the query that other searches know and this one does not
	NoTopic     []*summit.Session // in a list of topics: the sessions that none of them bears on
	Hints       []summit.Topic    // topics that the words which were searched for belong to
	Filter      Filter            // of the flags
	Narrow      Filter            // of flags and words
	Of          int               // how many sessions there are in all; in a list of topics, how many fit the filters
	Summits     int               // how many summits these are of
}

// Command is the part of a command line that asks the same question, as a shell reads it.
func (a Answer) Command() string {
	var parts []string
	switch {
	case a.IsSearch:
		parts = append(parts, "--search", inShell(a.Query))
	case a.Kind == ByTopic && a.Narrow == a.Filter && len(a.Ignored)+len(a.Unsaid) == 0:
		for _, t := range a.Topics {
			parts = append(parts, t.ID)
		}
	case a.Query != "":
		parts = append(parts, asWords(cmp.Or(a.Short, a.Query)))
	}
	for _, f := range []struct{ flag, value string }{{"--speaker", a.Filter.Speaker}, {"--track", a.Filter.Track}, {"--summit", a.Filter.Summit}} {
		if f.value != "" {
			parts = append(parts, f.flag, inShell(f.value))
		}
	}
	if a.Filter.Day > 0 {
		parts = append(parts, "--day", strconv.Itoa(a.Filter.Day))
	}
	return strings.Join(parts, " ")
}

// asWords leaves words as they were typed if a shell reads them so.
func asWords(text string) string {
	if quoted := inShell(text); !strings.HasPrefix(quoted, `"`) {
		return quoted
	}
	return text
}

// inShell quotes a text where a shell would read something else.
func inShell(text string) string {
	isPlain := func(r rune) bool {
		return r == '-' || r == '.' || r == '_' || r == ' ' || unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	if strings.ContainsFunc(text, func(r rune) bool { return !isPlain(r) }) {
		return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
	}
	if strings.Contains(text, " ") {
		return `"` + text + `"`
	}
	return text
}

// ShownTalks are the best talks: a few, and none that says less of the question than the first.
func (a *Answer) ShownTalks() []Talk {
	most := maxTalks
	if a.BestTalks > 0 {
		most = min(most, a.BestTalks)
	}
	return a.Talks[:min(most, len(a.Talks))]
}

// maxTalks is how many talks an answer shows unless all are asked for.
const maxTalks = 3

// TalksFirst reports whether talks come before sessions, because only talks say the words of the
// question.
func (a *Answer) TalksFirst() bool { return a.Near && !a.Untold && a.BestTalks > 0 }

// A Topic is a topic with the numbers of the sessions that bear on it, in the order of an answer
// to it. Filters count.
type Topic struct {
	summit.Topic
	About    []int
	Mentions []int
	Talks    int // how many talks there are about it
}

// A Session is a session and its relation to the query.
type Session struct {
	*summit.Session
	Relevance Relevance
	TopicIDs  []string // of all topics that it bears on, those it is about first; nil unless it is listed, shown whole, or Query.WithTopics is set
	About     []string // which of the query's topics it is about, by name
	Mentions  []string // which of them it only mentions, by name
	Marks     []index.Marks
	Close     index.Closeness // of the words that were searched for
}

// Find answers a query. Its errors are of type *Error.
func Find(ix *index.Index, q Query) (Answer, error) {
	text := strings.Join(q.Words, " ")
	for _, typed := range []string{text, q.Search, q.Session, q.Filter.Speaker, q.Filter.Track, q.Filter.Summit} {
		if len(typed) > maxTyped {
			return Answer{}, tooLong(fmt.Sprintf("%d bytes", len(typed)), maxTyped, "bytes")
		}
	}
	if err := q.Filter.check(ix.Sessions(), ix.Talks()); err != nil {
		return Answer{}, err
	}
	f := finder{ix: ix, filter: q.Filter, talksOnly: q.Talks, phrases: map[string]index.Found{}}
	f.speller = sync.OnceValue(f.newSpeller)
	a, err := f.find(q)
	a.IsSearch, a.Filter = q.IsSearch, q.Filter
	if a.AllTalks {
		a.Sessions = []Session{}
	}
	if err == nil && a.Kind != TopicList && !a.HasFound() {
		err = q.nothingFits(a)
	}
	if q.WithTopics || a.Kind == SessionList || a.Kind == OneSession {
		for i, s := range a.Sessions {
			a.Sessions[i].TopicIDs = ix.TopicsOf(s.Session)
		}
	}
	return a, err
}

// nothingFits is the error that no session and no talk fits the query.
func (q Query) nothingFits(a Answer) error {
	what, about := "session or talk", ""
	if a.AllTalks {
		what = "talk"
	}
	if len(a.Topics) == 1 {
		about = " about " + a.Topics[0].Name
	}
	e := &Error{Code: NothingFound, Suggestions: []string{}}
	switch filters := a.Narrow.names(); {
	case filters != "":
		e.Message = fmt.Sprintf("no %s%s fits %s", what, about, filters)
		e.Tip = "Leave a filter out."
	case a.Of == 0 && !a.AllTalks:
		e.Message = "there are no sessions and no talks"
		e.Tip = "Name notes with --notes PATH, or leave --no-bundled out."
	case about != "":
		e.Message = "there is no " + what + about
		e.Tip = topicsTip
	default:
		e.Message = "no " + what + " fits"
		e.Tip = topicsTip
	}
	return e
}

// names lists the filters that sessions and talks have to fit.
func (f Filter) names() string {
	var parts []string
	if f.Day > 0 {
		parts = append(parts, fmt.Sprintf("day %d", f.Day))
	}
	for _, part := range []struct{ name, value string }{{"track", f.Track}, {"speaker", f.Speaker}, {"summit", f.Summit}} {
		if part.value != "" {
			parts = append(parts, part.name+" "+strconv.Quote(shorten(oneLine(part.value))))
		}
	}
	if f.From > 0 {
		parts = append(parts, f.Years())
	}
	return strings.Join(parts, ", ")
}

func (f *finder) find(q Query) (Answer, error) {
	switch {
	case q.IsSession:
		return f.session(q.Session)
	case q.IsSearch:
		return f.search(q.Search)
	case oneLine(strings.Join(q.Words, " ")) != "":
		return f.words(strings.Join(q.Words, " "))
	case q.Talks:
		a := f.answer(TalkList, "")
		a.Talks = f.allTalks()
		return a, nil
	case q.ListSessions, !q.ListTopics && q.Filter != Filter{}:
		return f.sessionList(), nil
	default:
		return f.topicList(), nil
	}
}

// maxTyped is how many bytes of a text are read; nobody types so many.
const maxTyped = 1 << 14

func tooLong(has string, limit int, unit string) error {
	return &Error{
		Code:    QueryTooLong,
		Message: "a text of " + has + " is too long to look for",
		Tip:     fmt.Sprintf("Give %d %s or fewer.", limit, unit),
	}
}

// A finder answers one query.
type finder struct {
	ix        *index.Index
	speller   func() speller
	filter    Filter
	talksOnly bool
	phrases   map[string]index.Found // those that were searched for
}

func (f *finder) answer(kind Kind, query string) Answer {
	a := Answer{Kind: kind, Query: query, AllTalks: f.talksOnly, Topics: []Topic{}, Sessions: []Session{}, Talks: []Talk{}}
	a.Narrow = f.filter
	summits := map[string]bool{}
	for _, s := range f.ix.Sessions() {
		if kind == TopicList && !f.filter.fits(s) {
			continue
		}
		a.Of++
		summits[s.Summit] = true
	}
	a.Summits = len(summits)
	return a
}

func (f *finder) topicList() Answer {
	a := f.answer(TopicList, "")
	a.Topics = make([]Topic, len(f.ix.Topics()))
	talks := f.countTalks(func(string) bool { return true })
	about, mentions := f.ix.ByTopic(f.filter.fits)
	for i, t := range f.ix.Topics() {
		a.Topics[i] = Topic{Topic: t, About: about[i], Mentions: mentions[i], Talks: talks[t.ID]}
	}
	sort.SliceStable(a.Topics, func(i, j int) bool { return a.Topics[i].ID < a.Topics[j].ID })
	reached := map[int]bool{}
	for _, t := range a.Topics {
		for _, number := range slices.Concat(t.About, t.Mentions) {
			reached[number] = true
		}
	}
	for _, s := range f.ix.Sessions() {
		if f.filter.fits(s) && !reached[s.Number] {
			a.NoTopic = append(a.NoTopic, s)
		}
	}
	return a
}

func (f *finder) topic(t summit.Topic) Topic {
	talks := f.countTalks(func(id string) bool { return id == t.ID })
	out := Topic{Topic: t, About: []int{}, Mentions: []int{}, Talks: talks[t.ID]}
	for _, b := range f.ix.Bearings(t.ID) {
		switch {
		case !f.filter.fits(b.Session):
		case b.About:
			out.About = append(out.About, b.Session.Number)
		default:
			out.Mentions = append(out.Mentions, b.Session.Number)
		}
	}
	return out
}

func (f *finder) sessionList() Answer {
	a := f.answer(SessionList, "")
	for _, s := range f.ix.Sessions() {
		if f.filter.fits(s) {
			a.Sessions = append(a.Sessions, Session{Session: s})
		}
	}
	if f.filter != (Filter{}) {
		a.Talks = f.allTalks()
	}
	return a
}

// oneLine is a text on one line, in valid UTF-8.
func oneLine(s string) string { return words.OneLine(strings.ToValidUTF8(s, "\uFFFD")) }
