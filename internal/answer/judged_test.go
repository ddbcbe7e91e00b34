package answer_test

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

//go:embed testdata
var judgments embed.FS

// bundled is an index of the bundled notes.
func bundled(t testing.TB) *index.Index {
	t.Helper()
	b := notes.Bundled()
	return index.New(sessions.All(b.Summits), b.Topics, b.Talks)
}

// ask returns the numbers of the sessions that words find, none if they find nothing.
func ask(ix *index.Index, text string) []int {
	a, _ := answer.Find(ix, answer.Query{Words: []string{text}})
	return numbers(a.Sessions)
}

func numbers(all []answer.Session) []int {
	out := []int{}
	for _, s := range all {
		out = append(out, s.Number)
	}
	return out
}

// A question has the judgment of a reader, made before the program was asked.
type question struct {
	line     int
	text     string
	nothing  bool     // nothing is to be found
	sessions []int    // all of them
	must     []int    // those that come first, in any order
	talks    []string // allowed titles of the talks shown, or topic:ID for any talk about a topic
	ignored  []string
}

func readQuestions(t *testing.T, file string) []question {
	t.Helper()
	content, err := judgments.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []question
	for i, line := range strings.Split(string(content), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		q := question{line: i + 1}
		text, judgment, found := strings.Cut(line, " = ")
		if q.text = text; !found {
			t.Fatalf("%s:%d: no judgment", file, q.line)
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
				t.Fatalf("%s:%d: what is %q?", file, q.line, part)
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

// judge compares an answer with the judgment. Precision and recall are those of the sessions. Both
// are 0 if the answer misleads, and the fault says why.
func (q question) judge(ix *index.Index) (precision, recall float64, fault string) {
	a, err := answer.Find(ix, answer.Query{Words: []string{q.text}})
	if q.nothing != (err != nil) {
		return 0, 0, fmt.Sprintf("got %v and the error %v", numbers(a.Sessions), err)
	}
	if q.nothing {
		return 1, 1, ""
	}
	got := numbers(a.Sessions)
	if first := got[:min(len(q.must), len(got))]; !slices.Equal(slices.Sorted(slices.Values(first)), q.must) {
		return 0, 0, fmt.Sprintf("got %v, want %v first", got, q.must)
	}
	if fault := q.judgeTalks(a); fault != "" {
		return 0, 0, fault
	}
	if slices.Sort(a.Ignored); !slices.Equal(a.Ignored, q.ignored) {
		return 0, 0, fmt.Sprintf("ignored %q, want %q", a.Ignored, q.ignored)
	}
	if len(q.sessions)+len(a.Talks) == 0 {
		return 0, 0, "no talk"
	}
	return q.judgeSessions(got)
}

func (q question) judgeSessions(got []int) (precision, recall float64, fault string) {
	if len(got) == 0 && len(q.sessions) > 0 {
		return 0, 0, "got no session"
	}
	right := 0.0
	for _, n := range got {
		if slices.Contains(q.sessions, n) {
			right++
		}
	}
	if slices.Sort(got); !slices.Equal(got, q.sessions) {
		fault = fmt.Sprintf("got %v, want %v", got, q.sessions)
	}
	return share(right, len(got)), share(right, len(q.sessions)), fault
}

// share is the share of right numbers; all of none are right.
func share(right float64, of int) float64 {
	if of == 0 {
		return 1
	}
	return right / float64(of)
}

// judgeTalks expects each talk that is shown to be among those of the judgment.
func (q question) judgeTalks(a answer.Answer) (fault string) {
	if len(q.talks) == 0 {
		return ""
	}
	if len(a.Talks) == 0 {
		return "no talks"
	}
	for _, talk := range a.ShownTalks() {
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

// TestJudged compares answers with judgments. The bounds are means over all questions of a file.
func TestJudged(t *testing.T) {
	ix := bundled(t)
	for _, c := range []struct {
		file              string
		least             int
		precision, recall float64
		judge             func(question) (precision, recall float64, fault string)
	}{
		{"testdata/queries.txt", 60, 0.983, 0.995, func(q question) (float64, float64, string) {
			return q.judgeSessions(ask(ix, q.text))
		}},
		{"testdata/questions.txt", 150, 0.97, 0.97, func(q question) (float64, float64, string) { return q.judge(ix) }},
	} {
		precision, recall := 0.0, 0.0
		all := readQuestions(t, c.file)
		for _, q := range all {
			p, r, fault := c.judge(q)
			precision, recall = precision+p/float64(len(all)), recall+r/float64(len(all))
			if fault != "" {
				t.Logf("%s:%d: %s: %s", c.file, q.line, q.text, fault)
			}
		}
		t.Logf("%s: %d questions, precision %.4f, recall %.4f", c.file, len(all), precision, recall)
		if len(all) < c.least || precision < c.precision || recall < c.recall {
			t.Errorf("%s: want %d questions, precision %.3f, recall %.3f", c.file, c.least, c.precision, c.recall)
		}
	}
}

// TestShort asks the short form of each judged question, which has the same answer. An id has an
// order of its own.
func TestShort(t *testing.T) {
	ix := bundled(t)
	for _, q := range readQuestions(t, "testdata/questions.txt") {
		a, err := answer.Find(ix, answer.Query{Words: []string{q.text}})
		if err != nil || a.Command() != a.Short || a.Short == q.text || len(a.Topics) == 1 && a.Short == a.Topics[0].ID {
			continue
		}
		short, err := answer.Find(ix, answer.Query{Words: []string{a.Short}, Talks: a.AllTalks})
		if diff := cmp.Diff(numbers(a.Sessions), numbers(short.Sessions)); diff != "" || titles(a) != titles(short) || err != nil {
			t.Errorf("%s is in short %s: error %v, talks %q, want %q, sessions (-want +got):\n%s", q.text, a.Short, err, titles(short), titles(a), diff)
		}
	}
}
