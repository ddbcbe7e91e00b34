package render

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/library"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// goldens are the commands of which testdata has the output in every style.
var goldens = map[string]struct {
	query answer.Query
	full  bool
}{
	"topic":                 {query: answer.Query{Words: []string{"gates"}}},
	"topic-full":            {query: answer.Query{Words: []string{"gates"}}, full: true},
	"topic-narrowed":        {query: answer.Query{Words: []string{"lantern"}, Filter: answer.Filter{Day: 1}}},
	"topics-several":        {query: answer.Query{Words: []string{"gates", "lanterns"}}},
	"search":                {query: answer.Query{IsSearch: true, Search: "tides planned"}},
	"search-of-a-topic":     {query: answer.Query{IsSearch: true, Search: "lantern"}},
	"words-searched-for":    {query: answer.Query{Words: []string{"防波堤"}}},
	"session-whole":         {query: answer.Query{IsSession: true, Session: "1"}},
	"session-least":         {query: answer.Query{IsSession: true, Session: "3"}},
	"session-deep":          {query: answer.Query{IsSession: true, Session: "5"}},
	"session-right-to-left": {query: answer.Query{IsSession: true, Session: "4"}},
	"list-topics":           {query: answer.Query{ListTopics: true}},
	"list-sessions":         {query: answer.Query{ListSessions: true}},
	"talks":                 {query: answer.Query{Words: []string{"gates"}, Talks: true}},
	"talks-all":             {query: answer.Query{Talks: true}},
	"search-of-talks":       {query: answer.Query{Words: []string{"hinges"}}},
	"name":                  {query: answer.Query{Words: []string{"harbour works"}}},
	"alias":                 {query: answer.Query{Words: []string{"tidal gates"}}},
	"nearest":               {query: answer.Query{Words: []string{"sluices"}}},
	"ignored":               {query: answer.Query{Words: []string{"lanterns submarine"}}},
	"term":                  {query: answer.Query{Words: []string{"gatekeeper"}}},
	"operators":             {query: answer.Query{IsSearch: true, Search: "gate OR tide*"}},
	"speaker":               {query: answer.Query{Filter: answer.Filter{Speaker: "quill"}}},
}

// styles are those of the golden files, in their order.
var styles = []struct {
	name string
	Style
}{
	{"piped", Style{}},
	{"20 columns", Style{Width: 20}},
	{"60 columns", Style{Width: 60}},
	{"80 columns", Style{Width: 80}},
	{"120 columns", Style{Width: 120}},
	{"200 columns", Style{Width: 200}},
	{"80 columns, no Unicode", Style{Width: 80, ASCII: true}},
	{"80 columns, coloured", Style{Width: 80, Color: true}},
	{"80 columns, coloured with many", Style{Width: 80, Color: true, Many: true}},
	{"80 columns, with links", Style{Width: 80, Links: true}},
	{"40 columns, coloured with links", Style{Width: 40, Color: true, Links: true}},
	{"piped, coloured", Style{Color: true}},
}

func TestGolden(t *testing.T) {
	ix := invented(t)
	for name, g := range goldens {
		a := find(t, ix, g.query)
		golden := &txtar.Archive{Comment: []byte("An escape character is shown as ␛.\n")}
		for _, st := range styles {
			st.Full = g.full
			addGolden(golden, st.name, textOf(t, a, st.Style))
		}
		addGolden(golden, "Markdown", markdownOf(t, a))
		checkGolden(t, name, golden)
	}
	check := &txtar.Archive{Comment: []byte("An escape character is shown as ␛.\n")}
	for _, st := range styles {
		addGolden(check, st.name, checkOf(t, st.Style))
	}
	checkGolden(t, "check", check)
	checkGolden(t, "json", &txtar.Archive{Files: []txtar.File{{Name: "session 1", Data: []byte(jsonOf(t, find(t, ix, goldens["session-whole"].query)))}}})
}

func addGolden(to *txtar.Archive, name, output string) {
	to.Files = append(to.Files, txtar.File{Name: name, Data: []byte(strings.ReplaceAll(output, "\x1b", "␛"))})
}

func checkGolden(t *testing.T, name string, got *txtar.Archive) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, txtar.Format(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(txtar.Format(got))); diff != "" {
		t.Errorf("%s; if that is right, run go test -update (-want +got):\n%s", file, diff)
	}
}

func TestEveryGoldenFileIsOfACommand(t *testing.T) {
	files, err := filepath.Glob("testdata/*.golden")
	if err != nil {
		t.Fatal(err)
	}
	known := append(slices.Collect(maps.Keys(goldens)), "check", "json")
	for _, f := range files {
		if name := strings.TrimSuffix(filepath.Base(f), ".golden"); !slices.Contains(known, name) {
			t.Errorf("%s is the output of no command", f)
		}
	}
}

func textOf(t *testing.T, a answer.Answer, st Style) string {
	t.Helper()
	var out bytes.Buffer
	if err := Text(&out, a, st); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func checkOf(t *testing.T, st Style) string {
	t.Helper()
	l := library.Library{
		Files: []library.File{
			{Name: "notes/tide-summit-2031.md", Summit: &summit.Summit{Name: "Tide Summit 2031", Sessions: invented(t).Sessions()}},
			{Name: "notes/empty.md", Summit: &summit.Summit{Name: "empty", Preamble: []summit.Note{{Text: "three words only"}}}},
		},
		Talks: []library.TalksFile{{Name: "notes/talks.yaml", Talks: inventedTalks(t)}},
		Added: []library.Added{{Name: "notes/topics.yaml", Own: 2, Known: 1}, {Name: "notes/more/topics.yaml", Own: 1}},
	}
	var out bytes.Buffer
	if err := Check(&out, l, st); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestLaws holds for every answer to the invented and the bundled notes, at every width.
func TestLaws(t *testing.T) {
	var answers []answer.Answer
	for _, g := range goldens {
		answers = append(answers, find(t, invented(t), g.query))
	}
	ix := bundled(t)
	for _, q := range queries {
		answers = append(answers, find(t, ix, q))
	}
	for _, topic := range ix.Topics() {
		if !testing.Short() {
			answers = append(answers, find(t, ix, answer.Query{Words: []string{topic.ID}}))
		}
	}
	for _, a := range answers {
		for _, width := range []int{0, 1, 20, 40, 49, 50, 60, 79, 80, 99, 100, 101, 120, 250} {
			checkLaws(t, a, Style{Width: width, Full: width%2 == 0})
		}
	}
	for width := range 130 {
		checkLayout(t, checkOf(t, Style{Width: width}), width)
	}
}

// TestLawsOfOtherWritings has wide, right-to-left and marked characters in talks and summaries.
func TestLawsOfOtherWritings(t *testing.T) {
	links := []summit.Link{{Kind: summit.Video, URL: "https://tides.example/1"}}
	for _, text := range []string{"潮汐と港湾 運用 大規模な 港における 波の測定", "שערי הגאות והשפל בנמל", "Fe\u0301lix ma\u0304kt 👩\u200d💻 Schleusen"} {
		speakers := []summit.Speaker{{Name: text, Organization: text}}
		session := answer.Session{Session: &summit.Session{Number: 1, Title: text, Summary: text, Track: text, Speakers: speakers, Links: links}, Relevance: answer.About}
		talk := answer.Talk{Talk: &summit.Talk{Title: text, Speakers: speakers, Event: text, Year: 2031, Links: links}}
		for _, kind := range []answer.Kind{answer.ByTopic, answer.SessionList, answer.OneSession} {
			a := answer.Answer{Kind: kind, Topics: []answer.Topic{{Topic: summit.Topic{Name: text}}}, Sessions: []answer.Session{session}, Talks: []answer.Talk{talk}}
			for _, width := range []int{0, 20, 40, 60, 80, 120} {
				checkLaws(t, a, Style{Width: width})
			}
		}
	}
}

// TestManySessionsAreShownAsFewAre compares what several processors write at the same time with
// what one does.
func TestManySessionsAreShownAsFewAre(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	a := find(t, bundled(t), answer.Query{Words: []string{"security"}})
	for len(a.Sessions) < 3000 {
		a.Sessions = append(a.Sessions, a.Sessions...)
	}
	want := textOf(t, a, Style{})
	runtime.GOMAXPROCS(4)
	if got := textOf(t, a, Style{}); got != want {
		t.Errorf("4 processors write %d bytes that differ from the %d of one", len(got), len(want))
	}
}

// checkLaws reports where a text breaks a law of the layout, and checks that colours and links
// change nothing but escapes.
func checkLaws(t *testing.T, a answer.Answer, st Style) {
	t.Helper()
	text := textOf(t, a, st)
	checkSafe(t, fmt.Sprintf("%+v", st), text)
	checkLayout(t, text, st.Width)
	for _, look := range []Style{{Color: true}, {Color: true, Many: true}} {
		look.Width, look.Full = st.Width, st.Full
		if styled := withoutOurEscapes(textOf(t, a, look)); styled != text {
			t.Errorf("%+v shows another text (-plain +styled):\n%s", look, cmp.Diff(text, styled))
		}
	}
	for _, look := range []Style{{Links: true}, {Color: true, Links: true}} {
		look.Width, look.Full = st.Width, st.Full
		linked := withoutOurEscapes(hyperlink.ReplaceAllString(textOf(t, a, look), "$1"))
		if want, got := strings.Fields(text), strings.Fields(linked); !slices.Equal(want, got) {
			t.Errorf("%+v leads to something else (-plain +styled):\n%s", look, cmp.Diff(want, got))
		}
	}
}

// hyperlink matches one, its target first.
var hyperlink = regexp.MustCompile("\x1b\\]8;;(https?://[!-~]*)\x1b\\\\[^\x1b]*(?:\x1b\\[[0-9;]*m[^\x1b]*)*\x1b\\]8;;\x1b\\\\")

func checkLayout(t *testing.T, text string, width int) {
	t.Helper()
	if !strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\n\n") || strings.Contains(text, "\n\n\n") || strings.HasPrefix(text, "\n") {
		t.Errorf("at width %d the text does not end in one newline, or has empty lines in a row or at its start:\n%q", width, text)
	}
	isRow, row := false, ""
	for i, line := range strings.Split(text, "\n") {
		if strings.HasSuffix(line, " ") {
			t.Errorf("at width %d line %d ends in a blank: %q", width, i+1, line)
		}
		columns := displaywidth.String(line)
		cell := strings.TrimLeft(line, " ")
		switch at := len(line) - len(cell); {
		case strings.Contains(cell, "  "):
			isRow, row = true, line
		case !isRow || at == 0 || !beginsCell(row, at):
			isRow = false
		}
		switch {
		case width == 0 || columns <= width && (columns <= maxText || isRow):
		case isRow && width < 20:
		case !isOneWord(line):
			t.Errorf("at width %d line %d has %d columns: %q", width, i+1, columns, line)
		}
	}
}

// beginsCell reports whether a cell of a table's row begins at a column, so that a line with this
// indent can be the rest of that cell.
func beginsCell(row string, column int) bool {
	for at := range row {
		if displaywidth.String(row[:at]) == column {
			return strings.HasSuffix(row[:at], "  ")
		}
	}
	return false
}

// isOneWord reports whether a line has no place at which it could have been wrapped.
func isOneWord(line string) bool {
	return leadAndWord.MatchString(line)
}

// leadAndWord is an indent, a sign or a label of a field, and one word.
var leadAndWord = regexp.MustCompile(`^ *(• |\d+ +|(docs|sources|related|next|id|noted as|inferred|topics|source|video|slides|schedule|profile|reference|photos) +)?\S+$`)

var ourEscapes = regexp.MustCompile("\x1b\\[(?:0|1|2|1;4|1;31|1;36|1;38;5;30|38;5;243)m|\x1b\\]8;;(?:https?://[!-~]*)?\x1b\\\\")

func withoutOurEscapes(text string) string { return ourEscapes.ReplaceAllString(text, "") }

// TestLead has answers and their first lines, which are about the words of the query.
func TestLead(t *testing.T) {
	topics := []answer.Topic{{Topic: summit.Topic{Name: "Docks"}}}
	two := append(topics, topics...)
	talks := make([]answer.Talk, 1)
	on := func(numbers ...int) (out []answer.Session) {
		for _, n := range numbers {
			out = append(out, answer.Session{Marks: make([]index.Marks, n)})
		}
		return out
	}
	for _, c := range []struct {
		a    answer.Answer
		want string
	}{
		{answer.Answer{Kind: answer.BySearch, Topics: topics, Talks: talks, Sessions: []answer.Session{{Close: index.Scattered}}, Wanted: "gate cranes"}, "No title or note has all of \"gate cranes\"; 1 session has the words in several places."},
		{answer.Answer{Unfit: "day 2"}, "No session or talk on it fits day 2; these do not."},
		{answer.Answer{Missing: []string{"cranes", "quays"}}, "None of these mentions \"cranes\" or \"quays\". For that: cf summit-notes cranes"},
		{answer.Answer{Ignored: []string{"Initech", "cranes"}, Unmet: []string{"Initech"}, Suggestions: []string{"crane"}}, "No session or talk mentions \"cranes\". Did you mean \"crane\"?|No session or talk by \"Initech\" fits; these are by others."},
		{answer.Answer{Kind: answer.ByTopic, Topics: topics, Talks: talks, Unsaid: []string{"cranes"}}, "No session mentions \"cranes\"; these are about Docks."},
		{answer.Answer{Kind: answer.ByTopic, Topics: topics, Talks: talks, Unsaid: []string{"cranes"}, Near: true, BestTalks: 1}, "No session mentions \"cranes\"; some talks do, and the nearest sessions are about Docks."},
		{answer.Answer{Kind: answer.ByTopic, Topics: two, Sessions: on(2, 1, 1)}, ""},
		{answer.Answer{Kind: answer.ByTopic, Topics: two, Sessions: on(1, 1)}, "No session is about Docks and Docks together."},
		{answer.Answer{Kind: answer.ByTopic, Topics: two}, ""},
		{answer.Answer{Kind: answer.ByTopic, Topics: topics, Sessions: on(1)}, ""},
		{answer.Answer{Kind: answer.ByName, Names: []string{"Ana"}, Topics: two, Sessions: on(1)}, "Sessions and talks of Ana."},
		{answer.Answer{Kind: answer.ByTopic, Topics: topics, Talks: talks, Unsaid: []string{"cranes"}, Untold: true}, "No session or talk mentions \"cranes\"; these are about Docks."},
		{answer.Answer{Kind: answer.ByTopic, Topics: topics, Unsaid: []string{"cranes"}, Untold: true}, "No session mentions \"cranes\"; these are about Docks."},
		{answer.Answer{Kind: answer.BySearch, Topics: topics, Talks: talks, Wanted: "cranes"}, "\"cranes\" is found in 0 sessions on Docks."},
		{answer.Answer{Kind: answer.BySearch, Topics: topics, Talks: talks, Wanted: "cranes", Untold: true}, "\"cranes\" is found in 0 sessions on Docks and in no talk."},
		{answer.Answer{Kind: answer.BySearch, Topics: topics, Wanted: "cranes", Untold: true}, "\"cranes\" is found in 0 sessions on Docks."},
	} {
		if got := strings.Join(lead(c.a), "|"); got != c.want {
			t.Errorf("the lead is %q, want %q", got, c.want)
		}
	}
}

// TestWideCellAmongMany: without a terminal a cell is never cut, and does not widen all other rows.
func TestWideCellAmongMany(t *testing.T) {
	rows := [][]string{{"0", strings.Repeat("w", 1_000_000), "end"}}
	for range 2_000 {
		rows = append(rows, []string{"1", "title", "end"})
	}
	p := &page{}
	p.table(table{columns: []column{{header: "#"}, {header: "title", weight: 1}, {header: "last"}}, rows: rows})
	if out := p.out.String(); !strings.Contains(out, "w  end\n") || len(out) > 8_000_000 {
		t.Errorf("the wide cell is cut, or its row widens the others: the table has %d bytes", len(out))
	}
}

// TestColumnsLineUp measures where the cells of a table stand, whatever is in them.
func TestColumnsLineUp(t *testing.T) {
	for _, env := range []string{"", "1"} {
		t.Setenv("RUNEWIDTH_EASTASIAN", env)
		for _, width := range []int{0, 60, 80, 100, 200} {
			rows := [][]string{{"1", "…ambiguous ± § …", "end"}, {"2", "潮汐と港湾の運用：大規模な港における波", "end"}, {"3", "Fe\u0301lix 👩\u200d💻 🇫🇷 ❤️", "end"}, {"4", "שערי הגאות", "end"}, {"5", strings.Repeat("w", 300), "end"}}
			p := &page{Style: Style{Width: width}}
			p.table(table{columns: []column{{header: "#"}, {header: "title", weight: 1}, {header: "last"}}, rows: rows})
			lines := strings.Split(strings.TrimSuffix(p.out.String(), "\n"), "\n")
			want := displaywidth.String(lines[0][:strings.Index(lines[0], "last")])
			ends := 0
			for _, line := range lines[1:] {
				before, isLast := strings.CutSuffix(line, "end")
				if !isLast {
					continue
				}
				ends++
				if got := displaywidth.String(before); got != want {
					t.Errorf("at width %d the last column begins at %d, that of its header at %d: %q", width, got, want, line)
				}
			}
			if ends != len(rows) {
				t.Errorf("at width %d %d of %d rows have a last cell", width, ends, len(rows))
			}
		}
	}
}

// TestWrapOfOneColumn has characters that are wider than the cell.
func TestWrapOfOneColumn(t *testing.T) {
	if got := wrap(newCell("潮汐 a"), 1); len(got) != 2 || got[0].text != "潮汐" {
		t.Errorf("the lines are %v", got)
	}
}

// TestListsAreCut has the widths to which a list is cut: the items that it keeps are whole and fit
// with the sign for more. An item that does not fit does not hide the next.
func TestListsAreCut(t *testing.T) {
	p := &page{}
	for _, c := range []struct {
		list  string
		width int
		want  string
	}{
		{"ab, cd, efg", 11, "ab, cd, efg"},
		{"ab, cd, efg", 10, "ab, cd …"},
		{"ab, cd, efg", 8, "ab, cd …"},
		{"ab, cd, efg", 7, "ab …"},
		{"ab, cd, efg", 4, "ab …"},
		{"ab, cd, efg", 3, "…"},
		{"efg, ab, cd", 4, "ab …"},
	} {
		if got := p.cut(newCell(c.list), c.width, true); got.text != c.want || got.columns > c.width {
			t.Errorf("cut to %d columns, %q is %q, want %q", c.width, c.list, got.text, c.want)
		}
	}
}

// TestWrappedCells has cells that are wrapped, one of them a word too wide for its column, and one
// that is cut. A head is above the first line of its row.
func TestWrappedCells(t *testing.T) {
	p := page{Style: Style{Width: 34}}
	p.table(table{
		columns: []column{{}, {weight: 1, least: 8}, {weight: 1, least: 8}, {weight: 1, least: 6, cut: true}},
		rows:    [][]string{{"1", "the tides of spring", "Harbourmasters", "ropes and lamps"}, {"2", "gates", "Ada Quill", "nets"}},
		heads:   []string{"Monday", "Tuesday"},
	})
	const want = `Monday
1  the tides  Harbourma  ropes an…
   of spring  sters

Tuesday
2  gates      Ada Quill  nets
`
	if got := p.out.String(); got != want {
		t.Errorf("the table is\n%swant\n%s", got, want)
	}
}

// TestCellBesideList has a long cell that takes the room of an empty one, in a column with a list.
func TestCellBesideList(t *testing.T) {
	p := page{Style: Style{Width: 36}}
	p.table(table{columns: []column{{weight: 1, least: 16}, {weight: 2, least: 8, expends: true, cut: true, list: true}, {weight: 2, least: 8}}, rows: [][]string{
		{"gates", "", "a dozen of them"},
		{strings.Repeat("gate ", 12), "", "tides"},
		{"gates", "a, bc, defg", "tides"},
	}})
	var ends []int
	for line := range strings.Lines(p.out.String()) {
		if strings.HasSuffix(line, " tides\n") {
			ends = append(ends, columnsOf(strings.TrimSpace(line)))
		}
	}
	if len(ends) != 2 || ends[0] != ends[1] {
		t.Errorf("the last column does not line up:\n%s", p.out.String())
	}
}

// TestLastColumn has cells that are not as wide as the others of the last column.
func TestLastColumn(t *testing.T) {
	for _, c := range []struct {
		last column
		want string
	}{
		{column{header: "n"}, "id  n\na   5\nb   12\nc\n"},
		{column{header: "n", right: true}, "id  n\na    5\nb   12\nc\n"},
	} {
		p := page{}
		p.table(table{columns: []column{{header: "id"}, c.last}, rows: [][]string{{"a", "5"}, {"b", "12"}, {"c", ""}}})
		if got := p.out.String(); got != c.want {
			t.Errorf("the table is\n%swant\n%s", got, c.want)
		}
	}
}

func TestWriteErrorsAreReported(t *testing.T) {
	a := find(t, invented(t), answer.Query{ListTopics: true})
	for name, err := range map[string]error{
		"Text":      Text(full{}, a, Style{}),
		"Markdown":  Markdown(full{}, a),
		"JSON":      JSON(full{}, a),
		"ErrorJSON": ErrorJSON(full{}, "usage", "m", nil),
		"Check":     Check(full{}, library.Library{}, Style{}),
	} {
		if !errors.Is(err, errFull) {
			t.Errorf("%s returns %v", name, err)
		}
	}
}

var errFull = errors.New("full")

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

// TestTalksOfTopics has what the head of the talks says, and the line on sessions beside talks only.
func TestTalksOfTopics(t *testing.T) {
	for text, want := range map[string]string{
		"diego":            "\nTalks\n",
		"losing logs":      "\nTalks on Firehose and Loggregator\n",
		"tcp routing":      "\nTalks on Routing (HTTP and TCP)\n",
		"credhub":          "\nTalks\n",
		"stratos talks":    "5 talks about Stratos (web console)\n\n2",
		"compliance talks": "3 talks about Compliance and government\n2 sessions too: 18, 27.\n",
	} {
		if got := textOf(t, find(t, bundled(t), answer.Query{Words: []string{text}}), Style{}); !strings.Contains(got, want) {
			t.Errorf("the answer to %s lacks %q:\n%s", text, want, got)
		}
	}
}

// TestAside has a question of which nothing is known but what everything here is about.
func TestAside(t *testing.T) {
	a := find(t, bundled(t), answer.Query{Words: []string{"quux of cloud foundry"}})
	if got, want := textOf(t, a, Style{}), "No session or talk mentions \"quux\".\n\nnext     cf summit-notes architecture\n"; got != want {
		t.Errorf("it writes %q, want %q", got, want)
	}
	if got := textOf(t, a, Style{Full: true}); !strings.Contains(got, "\nNearest\n") {
		t.Errorf("with --full it lacks the nearest sessions:\n%s", got)
	}
}

// TestLeadOfTalks has names that no talk says above a list of talks.
func TestLeadOfTalks(t *testing.T) {
	for text, want := range map[string]string{"chargeback talks": "No talk mentions \"chargeback\".\n", "credhub talks": "19 talks", "abacus talks": "2 talks"} {
		if got := textOf(t, find(t, bundled(t), answer.Query{Words: []string{text}}), Style{}); !strings.HasPrefix(got, want) {
			t.Errorf("the answer to %s does not begin with %q:\n%s", text, want, got)
		}
	}
}

// TestOrderOfParts has what comes before the sessions and what is left out of an answer.
func TestOrderOfParts(t *testing.T) {
	for text, want := range map[string]string{
		"istio": "Talks Nearest Since", "sticky sessions": "Nearest Talks Since", "routing": "About Also Talks Since",
		"istio and credhub": "Talks Nearest", "routing and security": "On Talks Routing Security,",
	} {
		var got []string
		for line := range strings.Lines(textOf(t, find(t, bundled(t), answer.Query{Words: []string{text}}), Style{})) {
			if head, _, _ := strings.Cut(strings.TrimSpace(line), " "); slices.Contains([]string{"Talks", "Nearest", "About", "Also", "On"}, head) || strings.Contains(strings.ToLower(line), "since 2016") {
				got = append(got, strings.TrimSpace(head))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("the parts of the answer to %s are %q, want %s", text, got, want)
		}
	}
}
