package library

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// shelf is a disk with a few files.
func shelf(files map[string]string) Disk {
	all := fstest.MapFS{}
	for name, content := range files {
		all[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return Disk{
		Follow: func(path string) (string, bool, error) {
			info, err := all.Stat(path)
			return path, err == nil && info.IsDir(), err
		},
		List: all.ReadDir,
		Read: func(file string, most int) ([]byte, error) {
			content, err := all.ReadFile(filepath.ToSlash(file))
			if string(content) == "unreadable" {
				err = errors.New("permission denied")
			}
			return content[:min(most, len(content))], err
		},
	}
}

const talk = "# Meetup 2020\n\n## Talk\n\n* note\n"

func TestLoad(t *testing.T) {
	disk := shelf(map[string]string{
		"team/a.md":        talk,
		"team/b.md":        strings.ReplaceAll(talk, "Talk", "Other talk"),
		"team/b.yaml":      "sessions:\n  - heading: Other talk\n    title: The other talk\n",
		"team/broken.md":   "# Meetup\n\n## Talk\n\n* \xff\n",
		"team/facts.md":    talk,
		"team/facts.yaml":  "sessions:\n  - heading: No such talk\n  - heading: Talk\n    title: A talk\n",
		"team/locked.md":   "unreadable",
		"team/readme.md":   "Read me.\n",
		"team/topics.yaml": "topics:\n  - id: tea\n    name: Tea\n    terms: [tea]\n  - id: cup\n  - id: diego\n    terms: [cell]\n",
	})
	l := Load(disk, []string{"team", "team/a.md", "nowhere"}, []summit.Topic{{ID: "diego", Name: "Diego", Terms: []string{"diego"}}})

	var titles []string
	for _, s := range l.Summits() {
		titles = append(titles, s.Sessions[0].Title)
	}
	if diff := cmp.Diff([]string{"Talk", "The other talk", "A talk"}, titles); diff != "" {
		t.Errorf("titles (-want +got):\n%s", diff)
	}
	wantMessages(t, "faults", l.Faults, "team/topics.yaml:5: there is no topic cup to add to", "nowhere: file does not exist", "team/broken.md:5: not UTF-8", "team/facts.yaml:2: no session has the heading", "team/locked.md: permission denied")
	wantMessages(t, "notices", l.Notices, "team/readme.md: there is no session in it")
	if len(l.Topics) != 2 || l.Topics[1].ID != "tea" {
		t.Errorf("topics: got %v, want diego and tea", l.Topics)
	}
	if diff := cmp.Diff([]Added{{"team/topics.yaml", 1, 1}}, l.Added); diff != "" {
		t.Errorf("what was added to the topics (-want +got):\n%s", diff)
	}
}

func TestLoadWithoutReadableFacts(t *testing.T) {
	for facts, want := range map[string]string{"unreadable": "a.yaml: permission denied", "\xff": "a.yaml:1: "} {
		l := Load(shelf(map[string]string{"a.md": talk, "a.yaml": facts}), []string{"a.md"}, nil)
		wantMessages(t, "faults", l.Faults, want)
		if len(l.Summits()) != 1 {
			t.Errorf("with facts %q got %d summits, want that of the notes", facts, len(l.Summits()))
		}
	}
}

func TestLoadWithoutNotes(t *testing.T) {
	disk := shelf(map[string]string{"data/a.yaml": "", "data/b.yaml": "", "topics.md": talk, "talks.yaml": "talks: []\n", "topics.yaml": "topics:\n  - {id: tea, name: Tea, terms: [tea]}\n"})
	for path, want := range map[string]string{
		"data":        "data: there are no notes (.md or .markdown) in it",
		"data/a.yaml": "data/a.yaml: there are no notes for this data file; they need its name with .md or .markdown, beside it",
		"topics.yaml": "",
		"topics.md":   "",
		"talks.yaml":  "",
	} {
		l := Load(disk, []string{path}, nil)
		if err := errors.Join(l.Notices...); (want == "") != (err == nil) || want != "" && (err.Error() != want || !errors.Is(err, ErrNoNotes)) || l.Faults != nil {
			t.Errorf("Load(%q): the notices %v and the faults %v, want %q", path, err, l.Faults, want)
		}
	}
}

// TestLoadFactsOfOtherNotes has data files whose notes have another name, or are none.
func TestLoadFactsOfOtherNotes(t *testing.T) {
	const facts = "summit: {name: A}\nsessions:\n  - heading: Talk\n"
	disk := shelf(map[string]string{"in/a.md": talk, "in/A.yaml": facts, "in/b.yaml": "kind: Deployment\n", "in/c.yml": "sessions: []\n", "in/talks.yml": "talks: []\nsessions: []\n"})
	l := Load(disk, []string{"in"}, nil)
	const want = ": no notes have the name of this data file, with .md or .markdown; its facts are ignored"
	wantMessages(t, "notices", l.Notices, "in/A.yaml"+want, "in/c.yml"+want)
	l = Load(disk, []string{"in/c.yml"}, nil)
	wantMessages(t, "notices", l.Notices, "in/c.yml: there are no notes for this data file")
}

func TestLoadDataFilesOfAnyEnding(t *testing.T) {
	l := Load(shelf(map[string]string{
		"in/a.MD": talk, "in/a.YML": "sessions:\n  - heading: Talk\n    title: A\n",
		"in/b.md": talk, "in/b.yaml": "sessions:\n  - heading: Talk\n    title: B\n", "in/b.yml": "",
		"in/Topics.yml": "topics:\n  - {id: tea, name: Tea, terms: [tea]}\n",
	}), []string{"in"}, nil)
	wantMessages(t, "notices", l.Notices, "in/b.yml: in/b.yaml holds the facts already")
	if a, b := l.Summits()[0].Sessions[0].Title, l.Summits()[1].Sessions[0].Title; a != "A" || b != "B" || len(l.Topics) != 1 || l.Faults != nil {
		t.Errorf("the titles are %q and %q, %d topics, faults %v", a, b, len(l.Topics), l.Faults)
	}
}

func wantMessages(t *testing.T, what string, got []error, want ...string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: got %v, want %q", what, got, want)
	}
	for i := range got {
		if !strings.Contains(got[i].Error(), want[i]) {
			t.Errorf("%s: got %q, want %q in it", what, got[i], want[i])
		}
	}
}

const someTalk = "talks:\n  - {title: Kettles, links: [{kind: video, url: 'https://kettles.example'}], topics: [tea, diego, cup]}\n"

// TestLoadTalks has a talks.yaml in a folder without notes, and one with the facts of talks.md.
func TestLoadTalks(t *testing.T) {
	disk := shelf(map[string]string{
		"team/talks.yaml": someTalk, "team/topics.yaml": "topics:\n  - {id: tea, name: Tea, terms: [tea]}\n",
		"facts/talks.md": talk, "facts/talks.yaml": "sessions:\n  - heading: Talk\n    title: A\n", "locked/talks.yml": "unreadable",
	})
	l := Load(disk, []string{"team", "facts", "locked"}, []summit.Topic{{ID: "diego", Name: "Diego", Terms: []string{"diego"}}})
	if len(l.Talks) != 1 || l.Talks[0].Name != "team/talks.yaml" || len(l.AllTalks()) != 1 || strings.Join(l.AllTalks()[0].Topics, " ") != "tea diego" {
		t.Errorf("the talks are %+v", l.Talks)
	}
	if len(l.Summits()) != 1 || l.Summits()[0].Sessions[0].Title != "A" {
		t.Errorf("talks.yaml beside talks.md holds no facts: %+v", l.Summits())
	}
	wantMessages(t, "faults", l.Faults, "locked/talks.yml: permission denied", "team/talks.yaml:2: there is no topic \"cup\"")
	wantMessages(t, "notices", l.Notices)
}

// TestLoadTellsAFewFaults has a file with more faults than are reported.
func TestLoadTellsAFewFaults(t *testing.T) {
	l := Load(shelf(map[string]string{"talks.yaml": "talks:\n" + strings.Repeat("- {}\n", 40)}), []string{"talks.yaml"}, nil)
	if len(l.Faults) != maxFaults+1 || l.Faults[maxFaults].Error() != "talks.yaml: and 60 more; fix these first" {
		t.Errorf("%d faults, the last %v", len(l.Faults), l.Faults[len(l.Faults)-1])
	}
}

func TestLoadTooLargeAFile(t *testing.T) {
	l := Load(shelf(map[string]string{"a.md": strings.Repeat("a", maxFile+1), "b.md": talk, "b.yaml": strings.Repeat("a", maxFile+1)}), []string{"."}, nil)
	wantMessages(t, "faults", l.Faults, "a.md: the file has too many bytes (limit: 4194304); split it", "b.yaml: the file has too many bytes")
	if len(l.Summits()) != 1 {
		t.Errorf("got %d summits, want that of the other file", len(l.Summits()))
	}
}

// TestLoadTooMuch has files that together exceed a limit: those before it are read.
func TestLoadTooMuch(t *testing.T) {
	long := talk + strings.Repeat("\n"+strings.Repeat("long notes ", 1000), maxFile/11_010)
	files := map[string]string{"in/a.md": talk, "in/b.md": strings.Repeat("- ", 1000) + "a", "in/d.md": long, "in/e.md": talk}
	for i := range maxNotes / len(long) {
		files[fmt.Sprintf("in/c%03d.md", i)] = long
	}
	l := Load(shelf(files), []string{"in"}, nil)
	wantMessages(t, "faults", l.Faults, "in/b.md:1: this line is nested", "in/d.md: with this file all files have too many bytes (limit: 33554432); name fewer; it and the file after it are ignored")
	if want := len(files) - 3; len(l.Summits()) != want {
		t.Errorf("got %d summits, want %d", len(l.Summits()), want)
	}
}

func TestLoadFileOfTooManyLines(t *testing.T) {
	l := Load(shelf(map[string]string{"in/a.md": talk + strings.Repeat("* note\n", 200_001), "in/b.md": talk}), []string{"in"}, nil)
	wantMessages(t, "faults", l.Faults, "in/a.md: the file has too many lines (limit: 200000); split it")
	if len(l.Summits()) != 1 {
		t.Errorf("got %d summits, want that of the other file", len(l.Summits()))
	}
}

func TestLoadTooManyLines(t *testing.T) {
	long := talk + strings.Repeat("* note\r\n\r\n", 120_000)
	l := Load(shelf(map[string]string{"in/a.md": long, "in/b.md": long, "in/c.md": long, "in/d.md": talk}), []string{"in"}, nil)
	wantMessages(t, "faults", l.Faults, "in/b.md: with this file all notes have too many lines (limit: 200000); name fewer; it and the 2 files after it are ignored")
	if len(l.Summits()) != 1 {
		t.Errorf("got %d summits, want that of the first", len(l.Summits()))
	}
}

// TestLoadTopicsTimesNotes has many topics and long notes, so that finding mentions would be slow.
func TestLoadTopicsTimesNotes(t *testing.T) {
	var topics strings.Builder
	topics.WriteString("topics:\n")
	for i := range 400 {
		fmt.Fprintf(&topics, "- {id: t%d, name: T%d, terms: [note]}\n", i, i)
	}
	long := talk + strings.Repeat("* note\n", 80_000)
	l := Load(shelf(map[string]string{"in/topics.yaml": topics.String(), "in/a.md": talk, "in/b.md": long}), []string{"in"}, nil)
	wantMessages(t, "faults", l.Faults, "in/b.md: with this file the bytes of all notes, times the 400 added topics, are too many (limit: 200000000); add fewer topics, or name fewer notes; it is ignored")
	if len(l.Summits()) != 1 {
		t.Errorf("got %d summits, want that of the small file", len(l.Summits()))
	}
	short := strings.Repeat("## a\n", 9_999)
	l = Load(shelf(map[string]string{"in/topics.yaml": topics.String(), "in/a.md": short, "in/b.md": talk}), []string{"in"}, nil)
	wantMessages(t, "faults", l.Faults, "in/b.md: with this file the lines of all notes, times the 400 added topics, are too many (limit: 4000000); add fewer topics, or name fewer notes; it is ignored")
}

func TestLoadTooManyTalks(t *testing.T) {
	files := map[string]string{}
	for i := range 11 {
		var all strings.Builder
		for j := range 10_000 {
			fmt.Fprintf(&all, "- {title: A, links: [{kind: video, url: 'https://a.example/%d'}]}\n", j)
		}
		files[fmt.Sprintf("%02d/talks.yaml", i)] = "talks:\n" + all.String()
	}
	l := Load(shelf(files), []string{"."}, nil)
	wantMessages(t, "faults", l.Faults, "10/talks.yaml: with this file there are too many talks (limit: 100000); name fewer; it is ignored")
	if len(l.AllTalks()) != 100_000 {
		t.Errorf("there are %d talks", len(l.AllTalks()))
	}
}

// TestLoadAtOnce has files that are read concurrently; no file delays another or makes it fail.
func TestLoadAtOnce(t *testing.T) {
	files := map[string]string{}
	for i := range 40 {
		files[fmt.Sprintf("in/%02d.md", i)] = talk + strings.Repeat("\n* "+strings.Repeat("> ", 60)+"a\n", 50)
	}
	files["in/slow.md"] = talk + strings.Repeat("*a_ ", 6_000)
	l := Load(shelf(files), []string{"in"}, nil)
	if len(l.Summits()) != len(files) || l.Faults != nil {
		t.Errorf("got %d summits and the faults %v, want %d", len(l.Summits()), l.Faults, len(files))
	}
}

func TestLoadFolderOfTalks(t *testing.T) {
	disk := shelf(map[string]string{
		"talks/knots.md": "# Knots for tired hands\n\n## Slow knots\n\n- tight\n\n## Fast knots\n\n- loose\n",
		"talks/sails.md": "# Sails in the wind\n\nSpeaker: Mara Lindqvist\n\n## Wind\n\n- strong\n",
	})
	l := Load(disk, []string{"talks"}, nil)

	var titles []string
	for _, s := range l.Summits() {
		titles = append(titles, s.Sessions[0].Title)
	}
	if diff := cmp.Diff([]string{"Knots for tired hands", "Sails in the wind"}, titles); diff != "" {
		t.Errorf("titles (-want +got):\n%s", diff)
	}
	if reasons := l.Files[0].Why(disk); reasons[0].Rule.Name != "one talk" {
		t.Errorf("why is the first heading a talk: got %v", reasons[0])
	}
}
