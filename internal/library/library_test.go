package library

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// shelf is a disk with a few files; the path that is asked for begins their names.
func shelf(files map[string]string) Disk {
	return Disk{
		Find: func(path string) (found []string, faults []error) {
			for name := range files {
				if strings.HasPrefix(name, path) {
					found = append(found, name)
				}
			}
			if found == nil {
				faults = []error{fmt.Errorf("%s: no such file", path)}
			}
			slices.Sort(found)
			return found, faults
		},
		Read: func(file string, content *bytes.Buffer) error {
			if files[file] == "unreadable" {
				return errors.New("permission denied")
			}
			content.WriteString(files[file])
			return nil
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
	l := Load(disk, []string{"team/", "team/a", "nowhere"}, []summit.Topic{{ID: "diego", Name: "Diego", Terms: []string{"diego"}}})

	var titles []string
	for _, s := range l.Summits() {
		titles = append(titles, s.Sessions[0].Title)
	}
	if diff := cmp.Diff([]string{"Talk", "The other talk", "A talk"}, titles); diff != "" {
		t.Errorf("titles (-want +got):\n%s", diff)
	}
	wantMessages(t, "faults", l.Faults, "team/topics.yaml:5: there is no topic cup to add to", "nowhere: no such file", "team/broken.md:5: not UTF-8", "team/facts.yaml:2: no session has the heading", "team/locked.md: permission denied")
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
		l := Load(shelf(map[string]string{"a.md": talk, "a.yaml": facts}), []string{"a"}, nil)
		wantMessages(t, "faults", l.Faults, want)
		if len(l.Summits()) != 1 {
			t.Errorf("with facts %q got %d summits, want that of the notes", facts, len(l.Summits()))
		}
	}
}

func TestLoadWithoutNotes(t *testing.T) {
	disk := shelf(map[string]string{"data/a.yaml": "", "data/b.yaml": "", "topics.yaml": "topics:\n  - {id: tea, name: Tea, terms: [tea]}\n"})
	for path, want := range map[string]string{
		"data/":       "data/: there are no notes (.md or .markdown) in it",
		"data/a.yaml": "data/a.yaml: there are no notes beside it that it could be about; they need its name with .md or .markdown",
		"topics":      "",
	} {
		l := Load(disk, []string{path}, nil)
		if err := errors.Join(l.Notices...); (want == "") != (err == nil) || want != "" && (err.Error() != want || !errors.Is(err, ErrNoNotes)) || l.Faults != nil {
			t.Errorf("Load(%q): the notices %v and the faults %v, want %q", path, err, l.Faults, want)
		}
	}
}

func TestLoadNestedLists(t *testing.T) {
	disk := shelf(map[string]string{"nested.md": "# Meetup\n\n## Talk\n\n" + strings.Repeat("- ", 10_000) + "note\n", "plain.md": talk})
	l := Load(disk, []string{"nested.md", "plain.md"}, nil)
	if len(l.Summits()) != 2 || l.Faults != nil || !strings.Contains(fmt.Sprint(l.Summits()[0].Sessions[0].Notes), "note") {
		t.Errorf("got %d summits and the faults %v, want both with all notes", len(l.Summits()), l.Faults)
	}
}

func TestLoadGivesUpOnDeepNesting(t *testing.T) {
	disk := shelf(map[string]string{
		"deep.md":  "# Meetup\n\n## Talk\n\n" + strings.Repeat("[a](", 50_000),
		"plain.md": talk,
	})
	l := Load(disk, []string{"deep.md", "plain.md"}, nil)
	wantMessages(t, "faults", l.Faults, "deep.md: reading it takes too long")
	if len(l.Summits()) != 1 {
		t.Errorf("got %d summits, want that of the other file", len(l.Summits()))
	}
}

func TestLoadGivesUpOnEndlessFiles(t *testing.T) {
	files := map[string]string{"plain.md": talk}
	endless := runtime.GOMAXPROCS(0) + maxGivenUp + 1
	for i := range endless {
		files[fmt.Sprintf("endless-%d.md", i)] = ""
	}
	disk := shelf(files)
	read := disk.Read
	never := make(chan struct{})
	defer close(never)
	disk.Read = func(file string, content *bytes.Buffer) error {
		if strings.HasPrefix(file, "endless") {
			<-never
		}
		return read(file, content)
	}
	l := Load(disk, []string{"plain.md", "endless"}, nil)
	if len(l.Faults) != endless || len(l.Summits()) != 1 {
		t.Errorf("got the faults %v and %d summits, want a fault for each endless file and the other one read", l.Faults, len(l.Summits()))
	}
	if !strings.Contains(messages(l.Faults), "2 other files take too long to read, so this one is left out") {
		t.Errorf("got the faults %v, want the last files not to be waited for", l.Faults)
	}
}

// TestLoadAfterAFileThatIsStillRead has one file written to its buffer while the next is read.
func TestLoadAfterAFileThatIsStillRead(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // so that one worker reads both
	disk := shelf(map[string]string{"a.md": "", "b.md": talk})
	read := disk.Read
	goOn, written := make(chan struct{}), make(chan struct{})
	disk.Read = func(file string, content *bytes.Buffer) error {
		if file == "a.md" {
			<-goOn
			content.WriteString("\n## Late\n")
			close(written)
			return nil
		}
		err := read(file, content)
		close(goOn)
		<-written
		return err
	}
	l := Load(disk, []string{"a.md", "b.md"}, nil)
	if len(l.Summits()) != 1 || len(l.Summits()[0].Sessions) != 1 || len(l.Faults) != 1 {
		t.Errorf("got %+v, want the one session of b.md and a fault", l)
	}
}

func TestLoadDataFilesOfAnyEnding(t *testing.T) {
	l := Load(shelf(map[string]string{
		"in/a.MD": talk, "in/a.YML": "sessions:\n  - heading: Talk\n    title: A\n",
		"in/b.md": talk, "in/b.yaml": "sessions:\n  - heading: Talk\n    title: B\n", "in/b.yml": "",
		"in/Topics.yml": "topics:\n  - {id: tea, name: Tea, terms: [tea]}\n",
	}), []string{"in/"}, nil)
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

// TestLoadTalks has talks in a folder without notes, and a talks.yaml that holds the facts of notes beside it.
func TestLoadTalks(t *testing.T) {
	disk := shelf(map[string]string{
		"team/talks.yaml": someTalk, "team/topics.yaml": "topics:\n  - {id: tea, name: Tea, terms: [tea]}\n",
		"facts/talks.md": talk, "facts/talks.yaml": "sessions:\n  - heading: Talk\n    title: A\n", "locked/talks.yml": "unreadable",
	})
	l := Load(disk, []string{"team/", "facts/", "locked/"}, []summit.Topic{{ID: "diego", Name: "Diego", Terms: []string{"diego"}}})
	if len(l.Talks) != 1 || l.Talks[0].Name != "team/talks.yaml" || len(l.AllTalks()) != 1 || strings.Join(l.AllTalks()[0].Topics, " ") != "tea diego" {
		t.Errorf("the talks are %+v", l.Talks)
	}
	if len(l.Summits()) != 1 || l.Summits()[0].Sessions[0].Title != "A" {
		t.Errorf("talks.yaml beside talks.md holds no facts: %+v", l.Summits())
	}
	wantMessages(t, "faults", l.Faults, "locked/talks.yml: permission denied", "team/talks.yaml:2: there is no topic \"cup\"")
	wantMessages(t, "notices", l.Notices)
}

// TestLoadTellsAFewFaults has a file with more faults than anybody reads.
func TestLoadTellsAFewFaults(t *testing.T) {
	l := Load(shelf(map[string]string{"talks.yaml": "talks:\n" + strings.Repeat("- {}\n", 40)}), []string{"talks"}, nil)
	if len(l.Faults) != maxFaults+1 || l.Faults[maxFaults].Error() != "talks.yaml: and 60 more; mend these first" {
		t.Errorf("%d faults, the last %v", len(l.Faults), l.Faults[len(l.Faults)-1])
	}
}

func TestLoadFolderOfTalks(t *testing.T) {
	disk := shelf(map[string]string{
		"talks/knots.md": "# Knots for tired hands\n\n## Slow knots\n\n- tight\n\n## Fast knots\n\n- loose\n",
		"talks/sails.md": "# Sails in the wind\n\nSpeaker: Mara Lindqvist\n\n## Wind\n\n- strong\n",
	})
	l := Load(disk, []string{"talks/"}, nil)

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
