package answer

import (
	"slices"
	"sort"
	"strconv"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A want is a part of a question by which the sessions and talks on its topics differ.
type want struct {
	text   string
	isName bool                 // of the topic
	isTerm bool                 // a name or a term of a topic: where a talk says it is marked
	marks  map[any]*index.Marks // of each session and talk that says it
}

// wants lists what a question asks beyond its topic: the other names of the topic, if there is only
// one topic, then the other significant words.
func (r *reading) wants(others []item) []want {
	var out []want
	add := func(i *item, isName bool) {
		w := want{i.text, isName, i.sense != unknown, map[any]*index.Marks{}}
		found := r.phrase(i.text)
		for k := range found.Talks {
			w.marks[found.Talks[k].In] = &found.Talks[k].Marks
		}
		if isName {
			for _, b := range r.saying(*i) {
				w.marks[b.Session] = &b.Marks
			}
		} else {
			for k := range found.Sessions {
				w.marks[found.Sessions[k].In] = &found.Sessions[k].Marks
			}
		}
		out = append(out, w)
	}
	names := slices.Concat(r.topics, r.again)
	for k := range names {
		if i := &names[k]; len(r.topics) == 1 && i.isOtherName() && !i.isField() {
			add(i, true)
		}
	}
	for k := range others {
		if i := &others[k]; !i.isEveryday() {
			add(i, false)
		}
	}
	return out
}

// addSaying adds the sessions that say a name of the topic and do not bear on it otherwise. A session
// that only mentions the topic is marked where it says the name.
func (r *reading) addSaying(a *Answer, wants []want) {
	for _, w := range wants {
		if !w.isName {
			continue
		}
		there := map[*summit.Session]bool{}
		for i := range a.Sessions {
			s := &a.Sessions[i]
			there[s.Session] = true
			if marks := w.marks[s.Session]; marks != nil && s.Relevance == Mentions {
				s.Marks = []index.Marks{within(s.Marks[0], *marks)}
			}
		}
		for _, s := range r.ix.Sessions() {
			if marks := w.marks[s]; marks != nil && !there[s] {
				a.Sessions = append(a.Sessions, Session{Session: s, Relevance: Matches, Marks: []index.Marks{*marks}})
			}
		}
	}
}

// A weight counts the parts of a question that a session says.
type weight struct {
	names, others int // wants
	terms, titles int // of the others, those that are terms of a topic, and those in its title
}

func weightOf(s *summit.Session, wants []want) (out weight) {
	for i := range wants {
		marks := wants[i].marks[s]
		switch {
		case marks == nil:
		case wants[i].isName:
			out.names++ // the order on the topic counts its names in titles
		default:
			out.others++
			out.terms += 1 - last(!wants[i].isTerm)
			out.titles += 1 - last(len(marks.Title) == 0)
		}
	}
	return out
}

// isFirst reports whether a session is before those that have another word in a note at most.
func (w weight) isFirst() bool { return w.names+w.terms+w.titles > 0 }

// rank is greater for a session that comes before.
func (w weight) rank() int {
	rank := 2*(w.names+w.others+w.titles) + 1 - last(w.names == 0)
	if w.isFirst() {
		rank += beyond
	}
	return rank
}

// beyond is more than all else together that counts less.
const beyond = 1 << 16

// weigh sorts sessions and talks by the number of wants that they say, the most first. If a session
// says all wants beside the names, it removes sessions that do not, unless there is only one such want
// and it is no term of a topic.
func (r *reading) weigh(a *Answer, wants []want) {
	r.weighTalks(a, wants)
	others, isTelling, isNamed, isComplete := 0, false, false, false
	for _, w := range wants {
		if !w.isName {
			others++
			isTelling = isTelling || w.isTerm || others > 1
		}
	}
	weights := map[*summit.Session]weight{}
	for _, s := range a.Sessions {
		w := weightOf(s.Session, wants)
		weights[s.Session] = w
		isNamed, isComplete = isNamed || w.names+w.terms > 0, isComplete || w.others == others
	}
	if isTelling && isComplete {
		a.Sessions = slices.DeleteFunc(a.Sessions, func(s Session) bool { return weights[s.Session].others < others })
		a.Near = false
		return
	}
	sort.SliceStable(a.Sessions, func(i, j int) bool {
		return weights[a.Sessions[i].Session].rank() > weights[a.Sessions[j].Session].rank()
	})
	if !isNamed {
		return
	}
	for a.Said < len(a.Sessions) && weights[a.Sessions[a.Said].Session].isFirst() {
		a.Said++
	}
	for _, w := range wants {
		if slices.ContainsFunc(a.Sessions[:a.Said], func(s Session) bool { return w.marks[s.Session] != nil }) {
			a.SaidNames = append(a.SaidNames, w.text)
		}
	}
}

// weighTalks puts the talks first that say the most of the wants, then those whose titles say the
// most words of the question, also in short: "k8s" is "kubernetes". Two words side by side in both
// count more. For a question that compares, so does a title that says a word and compares. The name
// of a topic does not count, because all of its talks are about it.
func (r *reading) weighTalks(a *Answer, wants []want) {
	ranks := map[*summit.Talk]int{}
	wanted, best := r.titleWords(), 0
	for i := range a.Talks {
		t := &a.Talks[i]
		rank := wanted.score(t.Title)
		for _, w := range wants {
			if marks := w.marks[t.Talk]; marks != nil {
				rank += beyond
				if w.isTerm {
					t.Marks = *marks
				}
			}
		}
		ranks[t.Talk], best = rank, max(best, rank)
	}
	sort.SliceStable(a.Talks, func(i, j int) bool { return ranks[a.Talks[i].Talk] > ranks[a.Talks[j].Talk] })
	least := max(1, best)
	switch {
	case best >= beyond:
		least = beyond
	case len(r.topics) > 1:
		least = 1 // each topic has talks that say something
	}
	for a.BestTalks < len(a.Talks) && ranks[a.Talks[a.BestTalks].Talk] >= least {
		a.BestTalks++
	}
}

// titleWords have the stems of the telling words of a question by which titles of talks differ, and
// pairs of stems side by side, with their weights.
type titleWords struct {
	counts   map[string]int
	begins   index.Beginnings // of the words, because most words of titles need no stem then: BenchmarkCold/question
	compares bool
}

func (r *reading) titleWords() *titleWords {
	out := &titleWords{counts: map[string]int{}, compares: slices.ContainsFunc(words.Split(r.text), isComparing)}
	for _, i := range r.items {
		if i.sense == topicName {
			continue
		}
		before, wasTelling := "", false
		for _, w := range i.words {
			stem := words.Stem(w.Fold)
			isTelling := !isAsking(w.Fold) && !fieldWords.At(w.Fold) && !everyday.At(w.Fold)
			if isTelling {
				short := words.Stem(numeronym(w.Fold))
				out.counts[stem], out.counts[short] = 1, 1
				if len(r.topics) == 1 && len(i.words) == 1 {
					out.counts[short] += beyond // it is all that is asked for, said in short
				}
				out.begins.Add(short)
			}
			if isTelling || wasTelling {
				out.counts[before+" "+stem] = 2
			}
			wasTelling = isTelling
			if before = stem; len(w.Fold) > 1 {
				out.begins.Add(w.Fold)
			}
		}
	}
	return out
}

// score is the sum of the weights of the words and pairs that a title says.
func (a *titleWords) score(title string) int {
	score, before, compares := 0, "", false
	for w, found := words.First(title); found; w, found = w.Next(title) {
		compares = compares || isComparing(w)
		stem := ""
		if a.begins.MayFit(w.Fold) {
			stem = words.Stem(w.Fold)
			score += a.counts[stem]
			if before != "" {
				score += a.counts[before+" "+stem]
			}
		}
		before = stem
	}
	if a.compares && compares && score > 0 {
		score++
	}
	return score
}

// numeronym is a word with the number of its inner letters in their place, as "k8s".
func numeronym(fold string) string {
	return fold[:1] + strconv.Itoa(max(0, len(fold)-2)) + fold[len(fold)-1:]
}
