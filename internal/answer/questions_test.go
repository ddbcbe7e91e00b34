package answer_test

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
)

//go:embed testdata/questions.txt
var judgedQuestions string

// A question has what a reader named for it before the program was asked.
type question struct {
	line     int
	text     string
	nothing  bool     // nothing is to be found
	sessions []int    // all of them
	must     []int    // those that come first, in any order
	talks    []string // titles that the talks shown have to be among, or topic:ID for any talk about a topic
	ignored  []string
}

func readQuestions(t *testing.T) []question {
	t.Helper()
	var all []question
	for i, line := range strings.Split(judgedQuestions, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		q := question{line: i + 1}
		text, judgment, found := strings.Cut(line, " = ")
		if q.text = text; !found {
			t.Fatalf("testdata/questions.txt:%d: no judgment", q.line)
		}
		for n, part := range strings.Split(judgment, " | ") {
			name, value, named := strings.Cut(part, ": ")
			switch {
			case n == 0 && strings.TrimSpace(part) == "NONE":
				q.nothing = true
			case n == 0 && strings.TrimSpace(part) == "-":
			case n == 0:
				q.sessions = readNumbers(t, part)
			case named && name == "must":
				q.must = readNumbers(t, value)
			case named && name == "talks":
				q.talks = strings.Split(value, " ;; ")
			case named && name == "ignored":
				q.ignored = strings.Fields(value)
			default:
				t.Fatalf("testdata/questions.txt:%d: what is %q?", q.line, part)
			}
		}
		all = append(all, q)
	}
	return all
}

func readNumbers(t *testing.T, text string) []int {
	t.Helper()
	var out []int
	for field := range strings.FieldsSeq(text) {
		n, err := strconv.Atoi(field)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// judge compares an answer with what was expected. Precision and recall are those of the sessions; of an answer that misleads
// both are 0, and the fault says why.
func (q question) judge(ix *index.Index) (precision, recall float64, fault string) {
	a, err := answer.Find(ix, answer.Query{Words: []string{q.text}})
	if q.nothing != (err != nil) {
		return 0, 0, fmt.Sprintf("got %v and the error %v", numbers(a.Sessions), err)
	}
	if q.nothing {
		return 1, 1, ""
	}
	got := numbers(a.Sessions)
	if first := got[:min(len(q.must), len(got))]; !sameNumbers(first, q.must) {
		return 0, 0, fmt.Sprintf("got %v, want %v first", got, q.must)
	}
	if fault := q.judgeTalks(a); fault != "" {
		return 0, 0, fault
	}
	if slices.Sort(a.Ignored); !slices.Equal(a.Ignored, q.ignored) {
		return 0, 0, fmt.Sprintf("ignored %q, want %q", a.Ignored, q.ignored)
	}
	right := 0
	for _, n := range got {
		if slices.Contains(q.sessions, n) {
			right++
		}
	}
	precision, recall = 1, 1
	if len(got) > 0 {
		precision = float64(right) / float64(len(got))
	}
	if len(q.sessions) > 0 {
		recall = float64(right) / float64(len(q.sessions))
	} else if len(a.Talks) == 0 {
		return 0, 0, "no talk"
	}
	if precision < 1 || recall < 1 {
		fault = fmt.Sprintf("got %v, want %v", got, q.sessions)
	}
	return precision, recall, fault
}

func sameNumbers(got, want []int) bool {
	sorted := slices.Sorted(slices.Values(got))
	return slices.Equal(sorted, want)
}

// judgeTalks wants each of the talks that are shown to be about what was asked.
func (q question) judgeTalks(a answer.Answer) (fault string) {
	if len(q.talks) == 0 {
		return ""
	}
	if len(a.Talks) == 0 {
		return "no talks"
	}
	for _, talk := range a.Talks[:min(3, len(a.Talks))] {
		fits := slices.ContainsFunc(q.talks, func(want string) bool {
			id, isTopic := strings.CutPrefix(want, "topic:")
			return isTopic && slices.Contains(talk.Topics, id) || want == talk.Title
		})
		if !fits {
			return fmt.Sprintf("the talk %q, want %q", talk.Title, q.talks)
		}
	}
	return ""
}

// The level that the answers to the questions hold.
const (
	minQuestions     = 150
	minQuestionLevel = 0.97
)

func TestQuestions(t *testing.T) {
	ix := bundled(t)
	all := readQuestions(t)
	precision, recall := 0.0, 0.0
	for _, q := range all {
		p, r, fault := q.judge(ix)
		precision, recall = precision+p, recall+r
		if fault != "" {
			t.Logf("testdata/questions.txt:%d: %s: %s", q.line, q.text, fault)
		}
	}
	precision, recall = precision/float64(len(all)), recall/float64(len(all))
	t.Logf("%d questions: precision %.4f, recall %.4f", len(all), precision, recall)
	if len(all) < minQuestions || precision < minQuestionLevel || recall < minQuestionLevel {
		t.Errorf("%d questions (want %d), precision %.4f and recall %.4f (want %.2f)", len(all), minQuestions, precision, recall, minQuestionLevel)
	}
}
