package answer_test

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

//go:embed testdata/queries.txt
var judgedQueries string

// A judged query has the sessions that a reader named for it before the program was asked.
type judged struct {
	query string
	want  []int
}

func readJudged(t *testing.T) []judged {
	t.Helper()
	var all []judged
	for i, line := range strings.Split(judgedQueries, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		query, numbers, found := strings.Cut(line, " = ")
		j := judged{query: query}
		for field := range strings.FieldsSeq(numbers) {
			n, err := strconv.Atoi(field)
			if err != nil {
				t.Fatalf("testdata/queries.txt:%d: %v", i+1, err)
			}
			j.want = append(j.want, n)
		}
		if !found || len(j.want) == 0 {
			t.Fatalf("testdata/queries.txt:%d: no sessions", i+1)
		}
		all = append(all, j)
	}
	return all
}

// bundled is the index of the notes that the program carries.
func bundled(t testing.TB) *index.Index {
	t.Helper()
	b := notes.Bundled()
	return index.New(sessions.All(b.Summits), b.Topics, b.Talks)
}

// ask answers words as they are typed on a command line; it has no sessions when that fails.
func ask(ix *index.Index, text string) []int {
	a, err := answer.Find(ix, answer.Query{Words: []string{text}})
	if err != nil {
		return nil
	}
	return numbers(a.Sessions)
}

func numbers(all []answer.Session) []int {
	out := []int{}
	for _, s := range all {
		out = append(out, s.Number)
	}
	return out
}

// The level that was reached, as the mean over the queries.
const (
	minPrecision = 0.983
	minRecall    = 0.995
	minQueries   = 60
)

func TestQuality(t *testing.T) {
	ix := bundled(t)
	all := readJudged(t)
	precision, recall := 0.0, 0.0
	for _, j := range all {
		got := ask(ix, j.query)
		right := 0
		for _, n := range got {
			if slices.Contains(j.want, n) {
				right++
			}
		}
		if len(got) > 0 {
			precision += float64(right) / float64(len(got))
		}
		recall += float64(right) / float64(len(j.want))
		if slices.Sort(got); !slices.Equal(got, j.want) {
			t.Logf("%s: got %v, a reader names %v", j.query, got, j.want)
		}
	}
	precision /= float64(len(all))
	recall /= float64(len(all))
	t.Logf("%d queries: precision %.4f, recall %.4f", len(all), precision, recall)
	if len(all) < minQueries || precision < minPrecision || recall < minRecall {
		t.Errorf("%d queries (want %d), precision %.4f (want %.4f), recall %.4f (want %.4f)",
			len(all), minQueries, precision, minPrecision, recall, minRecall)
	}
}
