package answer_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
)

func repeat(s string, size int) string { return strings.Repeat(s, size/len(s)) }

const most = 16 << 10 // bytes that are read

// slow is what no answer may take; it is far more than a quiet machine needs.
const slow = time.Second

// TestBadInput asks what nobody should, as words, as a search, for a session and for a speaker.
func TestBadInput(t *testing.T) {
	ix := bundled(t)
	for _, c := range []struct{ name, text, words, search, session string }{
		{"empty", "", "", answer.EmptyQuery, answer.UnknownSession},
		{"blank", " \t\n ", "", answer.EmptyQuery, answer.UnknownSession},
		{"signs", "?! -- ()", answer.EmptyQuery, answer.EmptyQuery, answer.UnknownSession},
		{"words without meaning", "the of and", answer.EmptyQuery, answer.EmptyQuery, answer.UnknownSession},
		{"a quote that is not closed", `"zzzz`, answer.UnknownTopic, answer.NothingFound, answer.UnknownSession},
		{"quotes", `""""`, answer.EmptyQuery, answer.EmptyQuery, answer.UnknownSession},
		{"invalid UTF-8", "\xff\xfezzzz\xc3", answer.UnknownTopic, answer.NothingFound, answer.UnknownSession},
		{"invalid UTF-8 alone", "\xff\xfe", answer.EmptyQuery, answer.EmptyQuery, answer.UnknownSession},
		{"a regular expression", `^(zz|yy)+[^x]{2,}.*$`, answer.UnknownTopic, answer.NothingFound, answer.UnknownSession},
		{"control characters", "zz\x1b[31m\x00\u202eyy", answer.UnknownTopic, answer.NothingFound, answer.UnknownSession},
		{"16 KB of a letter", repeat("z", most), answer.UnknownTopic, answer.NothingFound, answer.UnknownSession},
		{"16 KB of a word", repeat("zzzz ", most), answer.QueryTooLong, answer.QueryTooLong, answer.UnknownSession},
		{"16 KB of a topic", repeat("diego ", most), answer.QueryTooLong, answer.QueryTooLong, answer.UnknownSession},
		{"16 KB of words without meaning", repeat("the ", most), answer.QueryTooLong, answer.QueryTooLong, answer.UnknownSession},
		{"16 KB of signs", repeat("?", most), answer.EmptyQuery, answer.EmptyQuery, answer.UnknownSession},
		{"16 KB of quotes", repeat(`"`, most), answer.EmptyQuery, answer.EmptyQuery, answer.UnknownSession},
		{"16 KB of quoted words", repeat(`"zz" `, most), answer.QueryTooLong, answer.QueryTooLong, answer.UnknownSession},
		{"16 KB of letters and hyphens", repeat("z-", most), answer.QueryTooLong, answer.QueryTooLong, answer.UnknownSession},
		{"16 KB of accents", "zz" + repeat("\u0301", most-2), answer.UnknownTopic, answer.NothingFound, answer.UnknownSession},
		{"16 KB of ideographs", repeat("云", most), answer.QueryTooLong, answer.QueryTooLong, answer.UnknownSession},
		{"1 MB", repeat("diego ", 64*most), answer.QueryTooLong, answer.QueryTooLong, answer.QueryTooLong},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, q := range []struct {
				query answer.Query
				code  string
			}{
				{answer.Query{Words: []string{c.text}}, c.words},
				{answer.Query{IsSearch: true, Search: c.text}, c.search},
				{answer.Query{IsSession: true, Session: c.text}, c.session},
			} {
				start := time.Now()
				a, err := answer.Find(ix, q.query)
				if took := time.Since(start); took > slow {
					t.Errorf("took %v", took)
				}
				if err == nil && (q.code != "" || len(a.Sessions) > 0) {
					t.Errorf("has the answer %s, want %q", summary(a), q.code)
				}
				if err == nil {
					continue
				}
				e := failure(t, err)
				if e.Code != q.code || len(e.Message) > 400 || !utf8.ValidString(e.Message) || strings.ContainsFunc(e.Message, func(r rune) bool { return r < ' ' }) {
					t.Errorf("code %q, want %q; message %.500q", e.Code, q.code, e.Message)
				}
			}
			if _, err := answer.Find(ix, answer.Query{Filter: answer.Filter{Speaker: c.text}}); err != nil {
				failure(t, err)
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	ix := bundled(f)
	for _, seed := range []string{"diego", "rout services", `"web sockets" -x`, "Eber", "\xff", "^(a|b)*$", "#3", "auto-scaling, bosh", "the", "slides cf zzzz"} {
		f.Add(seed, seed, uint8(0), 0)
		f.Add(seed, "", uint8(1), 2)
		f.Add("", seed, uint8(2), 0)
	}
	f.Fuzz(func(t *testing.T, text, narrow string, way uint8, day int) {
		q := answer.Query{Filter: answer.Filter{Day: day}}
		switch way % 5 {
		case 0:
			q.Words = []string{text, narrow}
		case 1:
			q.IsSearch, q.Search = true, text
		case 2:
			q.IsSession, q.Session = true, text
		case 3:
			q.Words, q.Filter.Speaker = []string{text}, narrow
		case 4:
			q.ListTopics, q.Filter.Track, q.Filter.Summit = true, text, narrow
		}
		a, err := answer.Find(ix, q)
		if err != nil {
			failure(t, err)
			return
		}
		checkAnswer(t, ix, a)
	})
}

// checkAnswer has what holds for every answer.
func checkAnswer(t *testing.T, ix *index.Index, a answer.Answer) {
	t.Helper()
	if !utf8.ValidString(a.Query) || strings.ContainsAny(a.Query, "\n\r") {
		t.Errorf("the query %q is no line of text", a.Query)
	}
	all := numbers(a.Sessions)
	for _, n := range all {
		if n < 1 || n > len(ix.Sessions()) {
			t.Errorf("there is no session %d", n)
		}
	}
	if slices.Sort(all); len(slices.Compact(slices.Clone(all))) != len(all) {
		t.Errorf("sessions %v, want each once", all)
	}
}
