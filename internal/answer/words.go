package answer

import (
	"errors"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// words answers free words: a number, topics, names, a text to search for. If only a part of them
// is known, the answer is to that part.
func (f *finder) words(text string) (Answer, error) {
	switch numbers := f.sessionNumbers(text); len(numbers) {
	case 0:
	case 1:
		return f.session(numbers[0])
	default:
		return Answer{}, &Error{
			Code:    UnknownSession,
			Message: fmt.Sprintf("%s are the numbers of %d sessions, and one is shown at a time", strings.Join(numbers, ", "), len(numbers)),
			Tip:     fmt.Sprintf("Use 'cf summit-notes %s'.", numbers[0]),
		}
	}
	topics := f.ix.Topics()
	if i := slices.IndexFunc(topics, func(t summit.Topic) bool { return strings.EqualFold(t.ID, text) }); i >= 0 {
		return f.byTopic(text, topics[i:i+1]), nil // the other names are not needed
	}
	if n := len(words.Split(text)); n > maxSearched {
		return Answer{}, tooLong(fmt.Sprintf("%d words", n), maxSearched, "words")
	}
	if strings.ContainsAny(text, quotationMarks) {
		a, err := f.search(text)
		if e := (*Error)(nil); errors.As(err, &e) && e.Code == NothingFound {
			e.Code, e.Tip = UnknownTopic, topicsTip
		}
		return a, err
	}
	r := f.read(text)
	if narrower, ok := r.asked(); ok {
		if a, _ := narrower.answer(); len(a.Talks) > 0 || !a.AllTalks && len(a.Sessions) > 0 {
			a.Short = narrower.short()
			return a, nil
		}
	}
	a, err := r.answer()
	a.Short = r.short()
	return a, err
}

const topicsTip = "Use 'cf summit-notes --list-topics' to see the topics."

// quotationMarks begin a phrase that is to be searched for as it is.
const quotationMarks = "\"“”„«»"

// sessionNumbers are the numbers in "18", "18 and 19", "show me session 18": those behind a word
// for a session, or alone. There are none if a text has words that do more than ask.
func (f *finder) sessionNumbers(text string) []string {
	if !strings.ContainsAny(text, "0123456789") {
		return nil // the words that ask are not needed
	}
	var out []string
	named := true
	for _, w := range words.Split(text) {
		switch {
		case isNumber(w.Fold) && named && !f.isYear(w.Fold):
			out = append(out, w.Fold)
		case !isAsking(w.Fold):
			return nil
		case !betweenTopics.At(w.Fold):
			named = sessionWords.At(w.Fold)
		}
	}
	return out
}

// sessionWords are words before the numbers of sessions.
var sessionWords = words.NewSet("number session sessions talk")

// isYear reports whether a number is that of a year and of no session.
func (f *finder) isYear(number string) bool {
	n, _ := strconv.Atoi(number)
	return summit.FirstYear <= n && n <= summit.LastYear && n > len(f.ix.Sessions())
}

// answer answers what the words mean together, else what some of them mean.
func (r *reading) answer() (Answer, error) {
	if len(r.items) == 0 && r.filter.Kind != "" {
		return r.byFilter(), nil
	}
	if len(r.items) == 0 {
		return Answer{}, &Error{
			Code:    EmptyQuery,
			Message: fmt.Sprintf("%q has no word to search for", shorten(oneLine(r.text))),
			Tip:     "Name a topic, a speaker, a product: 'cf summit-notes --list-topics' lists the topics.",
		}
	}
	known := len(r.terms)+len(r.others) == 0
	switch {
	case known && len(r.topics) > 0:
		if a := r.byTopics(); a.HasFound() || r.filter == (Filter{}) {
			return a, nil
		}
	case known && len(r.names) > 0:
		return r.byNames(), nil
	case known:
		return r.byFilter(), nil
	case len(r.terms) == 1 && len(r.topics)+len(r.others) == 0:
		if a := r.byTerms(); len(a.Sessions) > 0 {
			return a, nil
		}
	}
	together := r.searched()
	if n := len(together.Sessions); n == together.Of && allOf(r.items, item.isField) {
		return r.byFilter(), nil // "summit" is in the name of every one
	}
	if len(together.Sessions) > 0 && (together.Sessions[0].Close < index.Scattered || len(r.topics) == 0 || len(together.Topics) > 0) {
		return together, nil
	}
	if a, ok := r.byParts(together.Talks); ok {
		return a, nil
	}
	isFilter := func(i item) bool { return i.sense.isFilter() }
	if unsaid := r.unsaid(); slices.ContainsFunc(r.items, isFilter) && len(unsaid) == len(r.others) {
		if a := r.byFilter(); a.HasFound() {
			a.Ignored = unsaid
			return a, nil
		}
	}
	if topics := slices.DeleteFunc(slices.Clone(r.dropped), func(i item) bool { return !i.sense.isTopic() }); len(topics) > 0 {
		r.topics = topics
		if a, ok := r.byParts(nil); ok {
			a.Near, a.Aside = true, allOf(r.topics[0].words, isFieldWord)
			return a, nil
		}
	}
	return r.nothing()
}

// nothing is the answer when no part of the words is known.
func (r *reading) nothing() (Answer, error) {
	a := r.plain.answer(BySearch, oneLine(r.text))
	if r.hasAnswer(r.text) {
		return a, nil // the filters exclude all of it
	}
	e := &Error{
		Code:        UnknownTopic,
		Message:     fmt.Sprintf("no topic is called %q and no session or talk mentions it", shorten(a.Query)),
		Suggestions: r.plain.suggest(r.text),
		Tip:         topicsTip,
	}
	for _, i := range r.others {
		found := r.phrase(i.text)
		if n := len(found.Sessions) + len(found.Talks); 0 < n && n <= fewSessions && len(e.Suggestions) == 0 && !i.isEveryday() {
			e.Tip = fmt.Sprintf("Use 'cf summit-notes %s' for a part of it.", i.text)
			break
		}
	}
	return a, e
}

// HasFound reports whether the answer has a session or a talk.
func (a *Answer) HasFound() bool { return len(a.Sessions)+len(a.Talks) > 0 }

// byTopics answers with the topics that the words name. Sessions and talks that say the name come
// first; names that no session says are listed in Unsaid.
func (r *reading) byTopics() Answer {
	var topics []summit.Topic
	for _, i := range r.topics {
		topics = append(topics, r.ix.Topics()[i.topic])
	}
	a := r.byTopic(r.text, topics)
	a.Sessions = append(a.Sessions, r.naming(topics, a.Sessions)...)
	wants := r.wants(slices.Concat(r.terms, r.others))
	r.addSaying(&a, wants)
	a.Untold = true
	var met []string // the topics whose typed name a session says, or whose own name was typed
	for i, t := range r.topics {
		isMet := false
		for _, name := range append([]item{t}, r.again...) {
			if name.topic != t.topic {
				continue
			}
			isUnsaid := r.isUnsaid(name)
			if isMet = isMet || !isUnsaid || r.isNamed(name); isUnsaid {
				r.ownUp(&a, name)
			} else if all := (finder{ix: r.ix}); name.sense == topicAlias && len(r.saying(name)) == 0 && len(all.saying(name)) > 0 {
				a.Missing = append(a.Missing, name.text)
			}
		}
		if isMet {
			met = append(met, topics[i].Name)
		}
	}
	if a.Near = len(met) < len(topics); a.Near && len(topics) == 1 {
		r.markNearest(a.Sessions, r.topics[0])
	}
	countMet := func(s Session) (n int) {
		for _, name := range append(s.About, s.Mentions...) {
			n += 1 - last(!slices.Contains(met, name))
		}
		return n
	}
	sort.SliceStable(a.Sessions, func(i, j int) bool { return countMet(a.Sessions[i]) > countMet(a.Sessions[j]) })
	r.weigh(&a, wants)
	return a
}

// isUnsaid reports whether no session says a name of a topic that others bear on.
func (r *reading) isUnsaid(name item) bool {
	all := finder{ix: r.ix}
	return name.sense == topicAlias && len(r.ix.Bearings(r.ix.Topics()[name.topic].ID)) > 0 && len(all.saying(name)) == 0
}

// ownUp adds a name that no session says to Unsaid, and to Missing if of the talks about its topic
// only those outside the answer say it.
func (r *reading) ownUp(a *Answer, name item) {
	a.Unsaid = append(a.Unsaid, name.text)
	fits, misfits := false, false
	for _, m := range r.phrase(name.text).Talks {
		if len(m.Marks.Title) == 0 {
			continue // the beginning of a speaker's name can be meant
		}
		a.Untold = false
		if slices.Contains(m.In.Topics, r.ix.Topics()[name.topic].ID) {
			fits, misfits = fits || r.filter.fitsTalk(m.In), misfits || !r.filter.fitsTalk(m.In)
		}
	}
	if misfits && !fits {
		a.Missing = append(a.Missing, name.text)
	}
}

// isNamed reports whether the name or the terms of a topic have all words of an alias, which then asks
// for the whole topic. Words that everything here is about, and those that only ask, tell nothing.
func (r *reading) isNamed(alias item) bool {
	topic := r.ix.Topics()[alias.topic]
	named := words.Split(topic.Name + " " + strings.Join(topic.Terms, " "))
	return allOf(alias.words, func(w words.Word) bool {
		stem := words.Stem(w.Fold)
		return isFieldWord(w) || isAsking(w.Fold) || slices.ContainsFunc(named, func(n words.Word) bool {
			return strings.HasPrefix(n.Fold, stem) || words.Stem(n.Fold) == stem
		})
	})
}

// markNearest leaves the marks of sessions in the notes that say the most words of a name, if there
// are any. Words that everything here is about count less.
func (r *reading) markNearest(sessions []Session, name item) {
	for i := range sessions {
		s := &sessions[i]
		best, count := 1, map[int]int{}
		marks := index.Marks{Notes: map[int][]index.Span{}}
		for _, w := range name.words {
			for _, m := range r.phrase(w.Fold).Sessions {
				if m.In != s.Session || isAsking(w.Fold) {
					continue
				}
				for note, spans := range m.Marks.Notes {
					count[note] += 1 + last(!isFieldWord(w))
					if count[note] > best {
						best = count[note]
						clear(marks.Notes)
					}
					if count[note] == best {
						marks.Notes[note] = spans
					}
				}
			}
		}
		if len(marks.Notes) > 0 {
			s.Marks[0] = within(s.Marks[0], marks)
		}
	}
}

// naming returns those other sessions on topics that mention one of the names.
func (r *reading) naming(topics []summit.Topic, others []Session) []Session {
	var out []Session
	if len(r.names) == 0 {
		return nil
	}
	mentioned := map[*summit.Session]bool{}
	for _, name := range r.names {
		found := r.phrase(name.name)
		for _, m := range found.Sessions {
			mentioned[m.In] = true
		}
	}
	for _, o := range others {
		delete(mentioned, o.Session)
	}
	for _, s := range r.withoutNames().byTopic(r.text, topics).Sessions {
		if mentioned[s.Session] {
			s.Relevance = Mentions
			out = append(out, s)
		}
	}
	return out
}

// isOtherName reports whether an item names a topic by more than its one word.
func (i item) isOtherName() bool { return i.sense == topicAlias || len(i.words) > 1 }

// saying returns the sessions that fit and that say a name or term of a topic. If there are none,
// those on the topic with its words in another order in one note: "runc garden" is "garden runc".
func (f *finder) saying(name item) []index.Bearing {
	topic := f.ix.Topics()[name.topic]
	all := f.ix.Saying(name.text, topic.Not)
	if len(all) == 0 && len(telling(name.text)) > 1 {
		bears := map[*summit.Session]bool{}
		for _, b := range f.ix.Bearings(topic.ID) {
			bears[b.Session] = true
		}
		found, _ := f.ix.Search(name.text)
		for _, m := range found.Sessions {
			if bears[m.In] && m.Close < index.Scattered {
				all = append(all, index.Bearing{Session: m.In, Marks: m.Marks})
			}
		}
	}
	return slices.DeleteFunc(all, func(b index.Bearing) bool { return !f.filter.fits(b.Session) })
}

// phrase finds the sessions and talks that say some words one after the other. It searches for each
// phrase once.
func (f *finder) phrase(text string) index.Found {
	found, known := f.phrases[text]
	if !known {
		found, _ = f.ix.Search(`"` + text + `"`)
		f.phrases[text] = found
	}
	return found
}

// within leaves the marks in those notes that others are in too, because a mention shows one note.
// If none is left, it returns the others.
func within(marks, others index.Marks) index.Marks {
	notes := map[int][]index.Span{}
	for note := range others.Notes {
		if spans := marks.Notes[note]; spans != nil {
			notes[note] = spans
		}
	}
	if len(notes) == 0 {
		return others
	}
	return index.Marks{Notes: notes}
}

// byTerms answers with the sessions that say terms, those that say more of them first, below the
// topics that have them. The talks are those of the topics, those that say a term first.
func (r *reading) byTerms() Answer {
	a := r.finder.answer(BySearch, oneLine(r.text))
	a.Wanted = words.List(texts(r.terms), "or")
	topics := r.topicsOf(r.terms)
	for _, t := range topics {
		a.Topics = append(a.Topics, r.topic(t))
	}
	a.Talks = append(a.Talks, r.talksOn(topics)...)
	a.Untold = true
	at := map[*summit.Session]int{}
	for _, term := range r.terms {
		found := r.phrase(term.text)
		a.Untold = a.Untold && len(found.Talks) == 0
		for _, m := range found.Sessions {
			if !r.filter.fits(m.In) {
				continue
			}
			i, known := at[m.In]
			if !known {
				i = len(a.Sessions)
				at[m.In] = i
				s := Session{Session: m.In}
				s.Relevance = Matches
				a.Sessions = append(a.Sessions, s)
			}
			a.Sessions[i].Marks = append(a.Sessions[i].Marks, m.Marks)
		}
	}
	sort.SliceStable(a.Sessions, func(i, j int) bool { return len(a.Sessions[i].Marks) > len(a.Sessions[j].Marks) })
	r.weighTalks(&a, r.wants(slices.Concat(r.terms, r.others)))
	return a
}

// topicsOf returns the topics of items that name or mention one, each once.
func (r *reading) topicsOf(items ...[]item) []summit.Topic {
	var out []summit.Topic
	seen := map[int]bool{}
	for _, i := range slices.Concat(items...) {
		if !seen[i.topic] {
			seen[i.topic] = true
			out = append(out, r.ix.Topics()[i.topic])
		}
	}
	return out
}

// byNames answers with the sessions and talks that speakers, or people of organisations, gave,
// and then the sessions and talks that mention one of the names.
func (r *reading) byNames() Answer {
	a := r.finder.answer(ByName, oneLine(r.text))
	a.Names = namesOf(r.names)
	there := map[*summit.Session]bool{}
	for _, s := range r.ix.Sessions() {
		if r.filter.fits(s) {
			there[s] = true
			found := Session{Session: s}
			found.Relevance = About
			a.Sessions = append(a.Sessions, found)
		}
	}
	a.Talks = append(a.Talks, r.allTalks()...)
	for _, name := range a.Names {
		found := r.phrase(name)
		var others []Talk
		for _, m := range found.Talks {
			if r.withoutNames().filter.fitsTalk(m.In) {
				others = append(others, Talk{m.In, m.Marks, m.Close})
			}
		}
		a.Talks = withFirst(a.Talks, others)
		for _, m := range found.Sessions {
			if !there[m.In] && r.withoutNames().filter.fits(m.In) {
				there[m.In] = true
				s := Session{Session: m.In}
				s.Relevance, s.Marks = Mentions, []index.Marks{m.Marks}
				a.Sessions = append(a.Sessions, s)
			}
		}
	}
	return a
}

// withoutNames is a finder that does not ask for names.
func (f *finder) withoutNames() *finder {
	out := *f
	out.filter.Names = ""
	return &out
}

// byFilter answers with the list of the sessions of a day, a track or a year.
func (r *reading) byFilter() Answer {
	a := r.sessionList()
	a.Query = oneLine(r.text)
	return a
}

// searched answers with the sessions and talks that say all words. If all these sessions bear on a
// topic that a word names, the topic and its talks are added.
func (r *reading) searched() Answer {
	a, _ := r.withoutNames().searchFor(r.between())
	a.Query = oneLine(r.text)
	r.leaveScattered(&a)
	if len(a.Sessions) == 0 {
		return a
	}
	var topics []summit.Topic
	for _, t := range r.topicsOf(r.topics, r.terms) {
		bears := map[*summit.Session]bool{}
		for _, b := range r.ix.Bearings(t.ID) {
			bears[b.Session] = true
		}
		if allOf(a.Sessions, func(s Session) bool { return bears[s.Session] }) {
			topics = append(topics, t)
			a.Topics = append(a.Topics, r.topic(t))
		}
	}
	found := a.Talks
	a.Untold, a.BestTalks = len(found) == 0, len(found)
	a.Talks = withFirst(found, r.talksOn(topics))
	return a
}

// leaveScattered leaves out sessions in which the words are anywhere, if others say them in one title
// or note, or a talk says several words that name no topic side by side.
func (r *reading) leaveScattered(a *Answer) {
	isTogether := len(a.Sessions) > 0 && a.Sessions[0].Close < index.Scattered
	for _, t := range a.Talks {
		isTogether = isTogether || t.Close < index.Together && len(r.others) > 1 && len(r.others) == len(r.search)
	}
	if isTogether {
		a.Sessions = slices.DeleteFunc(a.Sessions, func(s Session) bool { return s.Close == index.Scattered })
	}
}

// byParts answers to the part of the words that is known, and names words that nothing says. What
// says all of the words, which can be talks only, comes first. ok is false if no part is known.
func (r *reading) byParts(talks []Talk) (a Answer, ok bool) {
	part := *r
	r = &part
	switch {
	case len(r.topics) > 0:
		r.joinTerms()
		if a = r.byTopics(); !a.HasFound() {
			unfit := r.filter.names()
			r.finder = r.plain
			a = r.byTopics()
			a.Ignored, a.Unmet, a.Unfit = texts(r.names), texts(r.names), unfit
		}
	case len(r.terms) > 0:
		if a = r.byTerms(); len(a.Sessions) == 0 && len(r.names) > 0 {
			r.finder = r.plain
			a = r.byTerms()
			a.Ignored, a.Unmet = texts(r.names), texts(r.names)
		}
		if len(a.Sessions) == 0 {
			r.topics = r.terms[:1]
			a = r.byTopics()
		}
	case len(r.names) > 0:
		a = r.byNames()
		r.weigh(&a, r.wants(r.others))
	default:
		isUnclear := len(talks) == 0 && (r.isMostlyUnknown() || r.isCompound())
		themes, together := r.themes(), 0
		if isUnclear && len(themes) == 0 {
			return Answer{}, false
		}
		if a, together = r.bySomeWords(r.others); len(themes) > 0 && together < 2 {
			a, _ = r.bySomeWords(themes)
		}
		if len(talks) > 0 {
			a.Sessions = []Session{} // talks say all, so that a part is no answer
		}
	}
	if a.Talks = withFirst(talks, a.Talks); len(talks) > 0 {
		a.BestTalks, a.Partly = len(talks), false
	}
	unsaid, missing := r.unsaidIn(a)
	a.Ignored = append(a.Ignored, unsaid...)
	if !a.Partly {
		a.Missing = append(a.Missing, missing...)
	}
	if len(a.Ignored) > 0 {
		near := r.plain.suggest(r.text)
		a.Suggestions = near[:min(1, len(near))]
	}
	return a, a.HasFound()
}

// joinTerms makes topics of the terms if no session of the other topics says one.
func (r *reading) joinTerms() {
	theirs := map[*summit.Session]bool{}
	for _, t := range r.topicsOf(r.topics) {
		for _, b := range r.ix.Bearings(t.ID) {
			theirs[b.Session] = true
		}
	}
	isSaid := func(term item) bool {
		return slices.ContainsFunc(r.saying(term), func(b index.Bearing) bool { return theirs[b.Session] })
	}
	if slices.ContainsFunc(r.terms, isSaid) {
		return
	}
	for _, term := range r.terms {
		if !slices.ContainsFunc(r.topics, func(i item) bool { return i.topic == term.topic }) {
			r.topics = append(r.topics, term)
		}
	}
	r.terms = nil
}

// unsaid are the words that no session and no talk says.
func (r *reading) unsaid() []string {
	unsaid, _ := r.unsaidIn(Answer{})
	return unsaid
}

// unsaidIn are the words that nothing says, and those that only other sessions or talks than those
// of an answer say. Words that many others say tell little about the question.
func (r *reading) unsaidIn(a Answer) (unsaid, missing []string) {
	isThere := map[any]bool{}
	for _, s := range a.Sessions {
		isThere[s.Session] = true
	}
	for _, t := range a.Talks {
		isThere[t.Talk] = true
	}
	for _, i := range r.others {
		found := r.phrase(i.text)
		isSaid := false
		for _, m := range found.Sessions {
			isSaid = isSaid || isThere[m.In]
		}
		for _, m := range found.Talks {
			isSaid = isSaid || isThere[m.In]
		}
		switch n := len(found.Sessions) + len(found.Talks); {
		case n == 0:
			unsaid = append(unsaid, i.text)
		case !isSaid && !i.isEveryday() && (n <= fewSessions || titles(found) >= fewSessions):
			missing = append(missing, i.text)
		}
	}
	return unsaid, missing
}

// withFirst returns found talks and then the others.
func withFirst(found, others []Talk) []Talk {
	out := append([]Talk{}, found...)
	there := map[*summit.Talk]bool{}
	for _, t := range found {
		there[t.Talk] = true
	}
	for _, t := range others {
		if !there[t.Talk] {
			out = append(out, t)
		}
	}
	return out
}

// isMostlyUnknown reports whether nothing says most of the words. An answer to the others would not
// be one to the question: "max" in "max upload size" finds the name of a speaker.
func (r *reading) isMostlyUnknown() bool { return 2*len(r.unsaid()) > len(r.others) }

// isCompound reports whether the words are two, side by side, both of which are said, but nowhere
// together. Two such words mean something else than each alone, as "machine learning" does.
func (r *reading) isCompound() bool {
	if len(r.others) != 2 || len(r.unsaid()) > 0 {
		return false
	}
	first, second := r.others[0], r.others[1]
	return len(first.words)+len(second.words) == 2 && len(first.text) > 1 && len(second.text) > 1 && strings.TrimSpace(r.text[first.end():second.start()]) == ""
}

// fewSessions is how many sessions and talks say a word at most that can answer for a question
// alone.
const fewSessions = 3

// themes are the words that many titles of talks say, as "microservices". They tell what a question is
// about, whatever else is in it.
func (r *reading) themes() (out []item) {
	for _, i := range r.others {
		if titles(r.phrase(i.text)) >= fewSessions && !i.isEveryday() {
			out = append(out, i)
		}
	}
	return out
}

// titles is how many titles of talks say what was found.
func titles(found index.Found) (n int) {
	for _, m := range found.Talks {
		n += 1 - last(len(m.Marks.Title) == 0)
	}
	return n
}

// bySomeWords answers with the sessions and talks that say the most of some words of the question,
// and of these with those that say the rarest. Words that many sessions say and single letters do
// not count: they tell little about the question. Words of everyday count beside another one.
// together is how many each says.
func (r *reading) bySomeWords(others []item) (a Answer, together int) {
	type place struct {
		marks  []index.Marks
		rarity float64 // the sum of one by the number of places, over the words
	}
	places := map[any]*place{}
	add := func(in any, marks *index.Marks, rarity float64) {
		p := places[in]
		switch {
		case p != nil:
		case rarity == 0:
			return
		default:
			p = &place{}
			places[in] = p
		}
		p.marks, p.rarity = append(p.marks, *marks), p.rarity+rarity
	}
	for _, isEveryday := range []bool{false, true} {
		for n := range others {
			i := &others[n]
			if i.isEveryday() != isEveryday || len(i.text) == 1 {
				continue
			}
			found := r.phrase(i.text)
			var in []any
			var marks []*index.Marks
			for k := range found.Sessions {
				if m := &found.Sessions[k]; r.filter.fits(m.In) {
					in, marks = append(in, m.In), append(marks, &m.Marks)
				}
			}
			if len(in) > fewSessions {
				continue
			}
			for k := range found.Talks {
				if m := &found.Talks[k]; r.filter.fitsTalk(m.In) {
					in, marks = append(in, m.In), append(marks, &m.Marks)
				}
			}
			rarity := 0.0
			if !isEveryday {
				rarity = 1 / float64(len(in))
			}
			for k := range in {
				add(in[k], marks[k], rarity)
			}
		}
	}
	rarest := 0.0
	for _, p := range places {
		switch n := len(p.marks); {
		case n > together:
			together, rarest = n, p.rarity
		case n == together:
			rarest = max(rarest, p.rarity)
		}
	}
	isBest := func(p *place) bool { return p != nil && len(p.marks) == together && p.rarity == rarest }
	a = r.finder.answer(BySearch, oneLine(r.text))
	a.Wanted = r.between()
	for _, s := range r.ix.Sessions() {
		if p := places[s]; isBest(p) {
			a.Sessions = append(a.Sessions, Session{Session: s, Relevance: Matches, Marks: p.marks})
		}
	}
	for _, t := range r.ix.Talks() {
		if p := places[t]; isBest(p) {
			a.Talks = append(a.Talks, Talk{Talk: t, Marks: p.marks[0]})
		}
	}
	a.Partly = together < len(r.others)
	return a, together
}

// byTopic answers with the sessions that bear on the topics: on all of them before on fewer, then
// about before mentioned, then the first of each topic, the second of each, and so on.
func (f *finder) byTopic(text string, topics []summit.Topic) Answer {
	a := f.answer(ByTopic, oneLine(text))
	at, places := map[*summit.Session]int{}, map[*summit.Session]int{}
	for _, t := range topics {
		a.Topics = append(a.Topics, f.topic(t))
		for place, b := range f.ix.Bearings(t.ID) {
			if !f.filter.fits(b.Session) {
				continue
			}
			i, seen := at[b.Session]
			if !seen {
				i = len(a.Sessions)
				at[b.Session], places[b.Session] = i, place
				a.Sessions = append(a.Sessions, Session{Session: b.Session})
				a.Sessions[i].Relevance = Mentions
			}
			a.Sessions[i].bears(t, b)
		}
	}
	sort.SliceStable(a.Sessions, func(i, j int) bool {
		x, y := &a.Sessions[i], &a.Sessions[j]
		if len(x.Marks) != len(y.Marks) {
			return len(x.Marks) > len(y.Marks)
		}
		if len(x.About) != len(y.About) {
			return len(x.About) > len(y.About)
		}
		return places[x.Session] < places[y.Session]
	})
	a.Talks = append(a.Talks, f.talksOn(topics)...)
	return a
}

func (s *Session) bears(t summit.Topic, b index.Bearing) {
	s.Marks = append(s.Marks, b.Marks)
	if b.About {
		s.About = append(s.About, t.Name)
		s.Relevance = About
		return
	}
	s.Mentions = append(s.Mentions, t.Name)
}
