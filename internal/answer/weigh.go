package answer

import (
	"slices"
	"sort"
	"strconv"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A want is a part of a question by which the sessions on its topics differ, with those that say it.
type want struct {
	item
	sessions map[*summit.Session]index.Marks
	talks    []index.Match[summit.Talk]
}

// wants are the names of the only topic, unless it is called so, and then the other words that tell
// something.
func (r reading) wants(others []item) []want {
	var out []want
	for _, i := range slices.Concat(r.topics, r.again) {
		if len(r.topics) == 1 && i.isOtherName() && !i.isField() {
			w := want{item: i, sessions: map[*summit.Session]index.Marks{}, talks: r.phrase(i.text).Talks}
			for _, b := range r.saying(i) {
				w.sessions[b.Session] = b.Marks
			}
			out = append(out, w)
		}
	}
	for _, i := range others {
		if i.sense == unknown && everyday.At(i.words[0].Fold) {
			continue
		}
		found := r.phrase(i.text)
		w := want{item: i, sessions: map[*summit.Session]index.Marks{}, talks: found.Talks}
		for _, m := range found.Sessions {
			w.sessions[m.In] = m.Marks
		}
		out = append(out, w)
	}
	return out
}

// isName reports whether a want is a name of a topic.
func (w want) isName() bool { return w.sense == topicName || w.sense == topicAlias }

// addSaying adds the sessions that say a name of the topic and do not bear on it otherwise. A session
// that only mentions the topic is marked where it says the name.
func (r reading) addSaying(a *Answer, wants []want) {
	for _, w := range wants {
		if !w.isName() {
			continue
		}
		for i, s := range a.Sessions {
			if marks, says := w.sessions[s.Session]; says && s.Relevance == Mentions {
				a.Sessions[i].Marks = []index.Marks{within(s.Marks[0], marks)}
			}
		}
		for _, s := range r.ix.Sessions() {
			marks, says := w.sessions[s]
			if says && !slices.ContainsFunc(a.Sessions, func(o Session) bool { return o.Session == s }) {
				other := Session{Session: s}
				other.Relevance, other.Marks = Matches, []index.Marks{marks}
				a.Sessions = append(a.Sessions, other)
			}
		}
	}
}

// weigh puts the sessions and talks first that say the most of what is asked for. Sessions that say
// less than all other words are left out if one says all. One word that means nothing else is too
// little for that.
func (r reading) weigh(a *Answer, wants []want) {
	r.weighTalks(a, wants)
	says := func(s Session, is func(want) bool) (weight, n int) {
		for _, w := range wants {
			marks, ok := w.sessions[s.Session]
			if !ok || !is(w) {
				continue
			}
			weight, n = weight+1, n+1
			if len(marks.Title) > 0 && !w.isName() {
				weight++ // the order on the topic counts its names in titles
			}
		}
		return weight, n
	}
	isOther := func(w want) bool { return !w.isName() }
	var others []want
	for _, w := range wants {
		if isOther(w) {
			others = append(others, w)
		}
	}
	saysAll := func(s Session) bool { _, n := says(s, isOther); return n == len(others) }
	isTelling := len(others) > 1 || len(others) == 1 && others[0].sense != unknown
	if isTelling && slices.ContainsFunc(a.Sessions, saysAll) {
		a.Sessions = slices.DeleteFunc(a.Sessions, func(s Session) bool { return !saysAll(s) })
		a.Unsaid, a.Near = nil, false
		return
	}
	isFirst := func(s Session) bool {
		for _, w := range wants {
			marks, ok := w.sessions[s.Session]
			if ok && (w.isName() || len(marks.Title) > 0) {
				return true
			}
		}
		return false
	}
	saysName := func(s Session) bool { _, n := says(s, want.isName); return n > 0 }
	key := func(s Session) []int {
		weight, _ := says(s, func(want) bool { return true })
		return []int{last(!isFirst(s)), -weight, last(!saysName(s))}
	}
	sort.SliceStable(a.Sessions, func(i, j int) bool { return slices.Compare(key(a.Sessions[i]), key(a.Sessions[j])) < 0 })
	if !slices.ContainsFunc(a.Sessions, saysName) {
		return
	}
	for a.Said < len(a.Sessions) && isFirst(a.Sessions[a.Said]) {
		a.Said++
	}
	for _, w := range wants {
		if slices.ContainsFunc(a.Sessions[:a.Said], func(s Session) bool { _, ok := w.sessions[s.Session]; return ok }) {
			a.SaidNames = append(a.SaidNames, w.text)
		}
	}
}

// weighTalks puts the talks first that say the most of the wants, then those whose titles say the
// most words of the question, also in short: "k8s" is "kubernetes". Two words side by side in both
// count more. For a question that compares, so does a title that says a word and compares. The name
// of a topic does not count, because all of its talks are about it.
func (r reading) weighTalks(a *Answer, wants []want) {
	whole, score := map[*summit.Talk]int{}, map[*summit.Talk]int{}
	marks := map[*summit.Talk]index.Marks{}
	for _, w := range wants {
		for _, m := range w.talks {
			whole[m.In]++
			if w.sense != unknown {
				marks[m.In] = m.Marks
			}
		}
	}
	asked := newAsked(r)
	best := 0
	for i := range a.Talks {
		t := &a.Talks[i]
		score[t.Talk] = asked.score(t.Title)
		if m, ok := marks[t.Talk]; ok {
			t.Marks = m
		}
		best = max(best, score[t.Talk])
	}
	sort.SliceStable(a.Talks, func(i, j int) bool {
		x, y := a.Talks[i].Talk, a.Talks[j].Talk
		if whole[x] != whole[y] {
			return whole[x] > whole[y]
		}
		return score[x] > score[y]
	})
	least := best // of several topics, each has talks that say something
	if len(r.topics) > 1 {
		least = 1
	}
	for _, t := range a.Talks {
		if whole[t.Talk] > 0 || whole[a.Talks[0].Talk] == 0 && score[t.Talk] >= max(1, least) {
			a.BestTalks++
		}
	}
}

// asked are the telling words of a question by which titles of talks differ.
type asked struct {
	stems    map[string]bool
	pairs    map[string]bool // of stems side by side
	compares bool
}

func newAsked(r reading) asked {
	out := asked{stems: map[string]bool{}, pairs: map[string]bool{}}
	out.compares = slices.ContainsFunc(words.Split(r.text), isComparing)
	for _, i := range r.items {
		if i.sense == topicName {
			continue
		}
		before := ""
		for _, w := range i.words {
			stem := words.Stem(w.Fold)
			if isTelling := !isAsking(w.Fold) && !fieldWords.At(w.Fold) && !everyday.At(w.Fold); isTelling {
				out.stems[stem] = true
				out.stems[words.Stem(numeronym(w.Fold))] = true
			}
			out.pairs[before+" "+stem] = before != ""
			before = stem
		}
	}
	return out
}

// score tells how many of the words a title says.
func (a asked) score(title string) int {
	n, before, compares := 0, "", false
	for _, w := range words.Split(title) {
		stem := words.Stem(w.Fold)
		if a.stems[stem] {
			n++
		}
		if a.pairs[before+" "+stem] {
			n += 2
		}
		before, compares = stem, compares || isComparing(w)
	}
	if a.compares && compares && n > 0 {
		n++
	}
	return n
}

// numeronym is a word with the number of its inner letters in their place, as "k8s".
func numeronym(fold string) string {
	return fold[:1] + strconv.Itoa(max(0, len(fold)-2)) + fold[len(fold)-1:]
}
