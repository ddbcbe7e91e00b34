package sessions_test

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

const notes = `# Harbour Days 2031

## Day 1

#### Ana Lopez (SRE,[ https://www.linkedin.com/in/ana](https://www.linkedin.com/in/ana)): Ropes resisted

* see https://example.com/ropes and https://youtu.be/one

![one]({{ site.url }}/photos/one.jpg)

## Day 2

#### [Knots - Bo Chen, Hooli](https://harbour.sched.com/event/2/knots?iframe=yes#top)

* remark

![two]({{ site.url }}/photos/two.jpg)

#### Tides

* remark
`

const facts = `
summit:
  name: Harbour Days
  place: Rotterdam
  playlist: https://example.com/playlist
  days: {1: 2031-05-05, 2: 2031-05-06}
  evidence: A poster.
variables:
  site.url: https://example.com
missing_photos: [two.jpg]
sessions:
  - heading: "Ana Lopez (SRE, https://www.linkedin.com/in/ana): Ropes resisted"
    title: Ropes revisited
    speakers:
      - {name: Ana Lopez, role: Chief of Ropes, organization: Initech}
      - {name: Di Eng, url: https://example.com/di}
    links:
      - {kind: reference, url: https://example.com/more}
      - {kind: slides, url: https://example.com/deck, label: deck}
      - {kind: video, url: https://youtu.be/one, label: recording, inferred: true}
    inferred: true
    evidence: A program.
  - heading: Tides
    links:
      - {kind: schedule, url: https://harbour.sched.com/event/3/tides}
`

func folder(files ...string) fstest.MapFS {
	out := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		out[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return out
}

func load(t *testing.T, files ...string) []*summit.Summit {
	t.Helper()
	summits, err := sessions.Load(folder(files...))
	if err != nil {
		t.Fatal(err)
	}
	return summits
}

func TestLoad(t *testing.T) {
	summits := load(t, "harbour.md", notes, "harbour.yaml", facts, "README", "no notes", "sub/other.md", "## Not read")
	want := []*summit.Summit{{
		Name: "Harbour Days", Place: "Rotterdam", Playlist: "https://example.com/playlist",
		Sessions: []*summit.Session{
			{
				Number: 1, ID: "ropes-revisited", Title: "Ropes revisited", Summit: "Harbour Days",
				Heading: "Ana Lopez (SRE, https://www.linkedin.com/in/ana): Ropes resisted",
				Day:     1, Date: "2031-05-05",
				Speakers: []summit.Speaker{
					{Name: "Ana Lopez", Role: "Chief of Ropes", Organization: "Initech", URL: "https://www.linkedin.com/in/ana"},
					{Name: "Di Eng", URL: "https://example.com/di"},
				},
				Links: []summit.Link{
					{Kind: summit.Video, URL: "https://youtu.be/one", Label: "recording", Inferred: true},
					{Kind: summit.Slides, URL: "https://example.com/deck", Label: "deck"},
					{Kind: summit.Profile, URL: "https://www.linkedin.com/in/ana", Label: "Ana Lopez"},
					{Kind: summit.Profile, URL: "https://example.com/di", Label: "Di Eng"},
					{Kind: summit.Reference, URL: "https://example.com/ropes"},
					{Kind: summit.Reference, URL: "https://example.com/more"},
				},
				Notes: []summit.Note{{
					Text:  "see https://example.com/ropes and https://youtu.be/one",
					Links: []string{"https://example.com/ropes", "https://youtu.be/one"},
				}},
				Photos:   []summit.Photo{{URL: "https://example.com/photos/one.jpg", Available: true}},
				Inferred: true,
				Source:   summit.Source{File: "harbour.md", Line: 5},
			},
			{
				Number: 2, ID: "knots", Title: "Knots", Summit: "Harbour Days", Heading: "Knots - Bo Chen, Hooli",
				Day: 2, Date: "2031-05-06",
				Speakers: []summit.Speaker{{Name: "Bo Chen", Organization: "Hooli"}},
				Links:    []summit.Link{{Kind: summit.Schedule, URL: "https://harbour.sched.com/event/2/knots"}},
				Notes:    []summit.Note{{Text: "remark"}},
				Photos:   []summit.Photo{{URL: "https://example.com/photos/two.jpg"}},
				Source:   summit.Source{File: "harbour.md", Line: 13},
			},
			{
				Number: 3, ID: "tides", Title: "Tides", Summit: "Harbour Days", Heading: "Tides",
				Day: 2, Date: "2031-05-06",
				Links:  []summit.Link{{Kind: summit.Schedule, URL: "https://harbour.sched.com/event/3/tides"}},
				Notes:  []summit.Note{{Text: "remark"}},
				Source: summit.Source{File: "harbour.md", Line: 19},
			},
		},
	}}
	if diff := cmp.Diff(want, summits); diff != "" {
		t.Errorf("Load (-want +got):\n%s", diff)
	}
}

func TestLoadWithoutFacts(t *testing.T) {
	for name, files := range map[string][]string{
		"no data file":       {"harbour.md", "## Tides\n\n* remark\n"},
		"an empty data file": {"harbour.md", "## Tides\n\n* remark\n", "harbour.yaml", "# nothing is known\n"},
	} {
		t.Run(name, func(t *testing.T) {
			s := load(t, files...)[0]
			if s.Name != "harbour" || s.Sessions[0].Title != "Tides" || s.Sessions[0].Summit != "harbour" {
				t.Errorf("Load has the summit %q with the session %+v", s.Name, s.Sessions[0])
			}
		})
	}
}

func TestQuotedNumbersAndSwitches(t *testing.T) {
	s := load(t, "harbour.md", notes, "harbour.yaml", `{summit: {days: {"1": "2031-05-05"}}, sessions: [{heading: Tides, inferred: "true"}]}`)[0]
	if s.Sessions[0].Date != "2031-05-05" || !s.Sessions[2].Inferred {
		t.Errorf("the sessions are %+v and %+v", s.Sessions[0], s.Sessions[2])
	}
}

// TestProfileThatTheNotesLink has a profile that the notes link too.
func TestProfileThatTheNotesLink(t *testing.T) {
	s := load(t, "harbour.md", "## Tides\n\n* see https://example.com/ana\n",
		"harbour.yaml", "sessions: [{heading: Tides, speakers: [{name: Ana, url: 'https://example.com/ana'}, {name: Bo}]}]\n")[0]
	want := []summit.Link{{Kind: summit.Reference, URL: "https://example.com/ana"}}
	if diff := cmp.Diff(want, s.Sessions[0].Links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

func TestPhotosOfNoSession(t *testing.T) {
	s := load(t, "harbour.md", "![one](/one.jpg)\n\n![two](/two.jpg)\n\n## Tides\n\n* remark\n",
		"harbour.yaml", "missing_photos: [two.jpg]\n")[0]
	want := []summit.Photo{{URL: "/one.jpg", Available: true}, {URL: "/two.jpg"}}
	if diff := cmp.Diff(want, s.Photos); diff != "" {
		t.Errorf("photos (-want +got):\n%s", diff)
	}
}

// TestNumbers has two summits in the order of their file names. Titles are equal, or differ only in
// characters that ids lack, or have no word.
func TestNumbers(t *testing.T) {
	summits := load(t,
		"b.md", "## Lightning talks\n\n* remark\n\n## Lightning Talks!\n\n* remark\n\n## ???\n\n* remark\n",
		"a.md", "## Lightning talks\n\n* remark\n\n## Lightning talks 2\n\n* remark\n\n## Café, 云 & it's\n\n* remark\n",
	)
	type row struct {
		Number            int
		ID, Summit, Title string
	}
	var got []row
	for _, s := range sessions.All(summits) {
		got = append(got, row{s.Number, s.ID, s.Summit, s.Title})
	}
	want := []row{
		{1, "lightning-talks", "a", "Lightning talks"},
		{2, "lightning-talks-2", "a", "Lightning talks 2"},
		{3, "cafe-云-it", "a", "Café, 云 & it's"},
		{4, "lightning-talks-3", "b", "Lightning talks"},
		{5, "lightning-talks-4", "b", "Lightning Talks!"},
		{6, "session", "b", "???"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sessions (-want +got):\n%s", diff)
	}
}

func TestFaults(t *testing.T) {
	const twice = "## Tides\n\n* remark\n\n## Tides\n\n* remark\n"
	for _, c := range []struct{ name, notes, facts, want string }{
		{
			"an entry that fits no session", notes, "sessions:\n  - heading: Ropes\n",
			`harbour.yaml:2: no session has the heading "Ropes"; copy the heading from the notes; this entry is ignored`,
		},
		{
			"an entry that fits two sessions", twice, "sessions:\n  - title: High tides\n    heading: Tides\n",
			`harbour.yaml:3: 2 sessions have the heading "Tides"; facts can be about one only; this entry is ignored`,
		},
		{
			"two entries for one session", notes, "sessions:\n  - heading: Tides\n  - heading: Tides\n",
			`harbour.yaml:3: there is an entry for the heading "Tides" already; this entry is ignored`,
		},
		{
			"an entry without a heading", notes, "sessions:\n  - heading: Tides\n  - title: Ropes\n",
			`harbour.yaml:3: a session needs its heading, as written in the notes; this entry is ignored`,
		},
		{
			"an unknown field", notes, "sessions:\n  - heading: Tides\n    speaker: Ana Lopez\n",
			`harbour.yaml:3: there is no field "speaker"; known are heading, title, track, summary, speakers, links, inferred, evidence; this entry is ignored`,
		},
		{"not YAML", notes, "sessions:\n  - heading: a: b\n", `harbour.yaml:2: this is not YAML: mapping values are not allowed in this context; check whether a text in this line needs quotes, and its indent; its facts are ignored`},
		{
			"an unknown field of a speaker", notes, "sessions:\n  - heading: Tides\n    speakers: [{name: Ana Lopez, org: Hooli}]\n",
			`harbour.yaml:3: there is no field "org"; known are name, role, organization, url; this entry is ignored`,
		},
		{
			"a second document", notes, "---\n---\nsessions: []\n",
			"harbour.yaml:2: a second YAML document begins here; remove this line; it is ignored",
		},
		{
			"an address that is no address", notes, "sessions:\n  - heading: Tides\n    links: [{kind: video, url: 'javascript:alert(1)'}]\n",
			`harbour.yaml:3: "javascript:alert(1)" is not an http or https address; this entry is ignored`,
		},
		{
			"a profile that is no address", notes, "sessions:\n  - heading: Tides\n    speakers: [{name: Ana Lopez, url: 'file:///etc/passwd'}]\n",
			`harbour.yaml:3: "file:///etc/passwd" is not an http or https address; this entry is ignored`,
		},
		{
			"a playlist that is no address", notes, "summit:\n  playlist: www.example.com\n",
			`harbour.yaml:2: "www.example.com" is not an http or https address; it is ignored`,
		},
		{
			"a day that is none", notes, "summit:\n  days:\n    1: 2031-02-30\n",
			`harbour.yaml:3: "2031-02-30" is not a date; write it as 2016-05-23; it is ignored`,
		},
		{
			"several faults", notes, "sessions:\n  - heading: Ropes\n    title: [Ropes]\n  - heading: {a: b}\n",
			"harbour.yaml:2: no session has the heading \"Ropes\"; copy the heading from the notes; this entry is ignored\n" +
				"harbour.yaml:3: found a list, expected text; this entry is ignored\n" +
				"harbour.yaml:4: found a block of fields, expected text; this entry is ignored",
		},
		{"notes that are no text", "a\n\x00", "", "harbour.md:2: a NUL byte, so this is not a text file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := sessions.Load(folder("harbour.md", c.notes, "harbour.yaml", c.facts))
			if err == nil || err.Error() != c.want {
				t.Errorf("Load: error %v, want %q", err, c.want)
			}
		})
	}
}

// TestReadIgnoresFaultyParts has a fault in each part of a data file, and one in the notes.
func TestReadIgnoresFaultyParts(t *testing.T) {
	const faulty = `summit:
  name: [Harbour]
  place: Rotterdam
  playlist: www.example.com
  days: {1: 2031-05-05, 2: tomorrow, two: 2031-05-06}
variables:
  site.url: https://example.com
  other: [a]
missing_photos: [two.jpg, [one.jpg]]
colours: {}
sessions:
  - heading: "Ana Lopez (SRE, https://www.linkedin.com/in/ana): Ropes resisted"
    title: Ropes revisited
    links:
      - kind: video
        url: javascript:alert(1)
      - kind: film
        url: https://example.com/film
  - heading: Knots - Bo Chen, Hooli
    title: More knots
  - heading: Knots - Bo Chen, Hooli
    title: No knots
  - heading: Tides
    titel: High tides
`
	s, faults := sessions.Read(sessions.File{
		Name: "harbour.md", Source: []byte("---\ndate: [a]\n---\n" + notes), FactsName: "harbour.yaml", Facts: []byte(faulty),
	})
	want := `harbour.md:2: front matter: date is a list and should be a text; it is ignored
harbour.yaml:2: found a list, expected text; it is ignored
harbour.yaml:4: "www.example.com" is not an http or https address; it is ignored
harbour.yaml:5: "tomorrow" is not a date; write it as 2016-05-23; it is ignored
harbour.yaml:5: found "two", expected a whole number; it is ignored
harbour.yaml:8: found a list, expected text; it is ignored
harbour.yaml:9: found a list, expected text; it is ignored
harbour.yaml:10: there is no field "colours"; known are summit, variables, missing_photos, sessions; it is ignored
harbour.yaml:16: "javascript:alert(1)" is not an http or https address; this entry is ignored
harbour.yaml:17: "film" is not a kind of link; use one of ["video" "slides" "schedule" "profile" "reference"]; this entry is ignored
harbour.yaml:21: there is an entry for the heading "Knots - Bo Chen, Hooli" already; this entry is ignored
harbour.yaml:24: there is no field "titel"; known are heading, title, track, summary, speakers, links, inferred, evidence; this entry is ignored`
	if diff := cmp.Diff(want, errors.Join(faults...).Error()); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
	type row struct {
		Title, Date string
		Photos      []summit.Photo
	}
	var got []row
	for _, session := range s.Sessions {
		got = append(got, row{session.Title, session.Date, session.Photos})
	}
	rows := []row{
		{"Ropes resisted", "2031-05-05", []summit.Photo{{URL: "https://example.com/photos/one.jpg", Available: true}}},
		{"More knots", "", []summit.Photo{{URL: "https://example.com/photos/two.jpg"}}},
		{"Tides", "", nil},
	}
	if diff := cmp.Diff(rows, got); diff != "" || s.Name != "Harbour Days 2031" || s.Place != "Rotterdam" || s.Playlist != "" {
		t.Errorf("the summit %q in %q with the playlist %q has the sessions (-want +got):\n%s", s.Name, s.Place, s.Playlist, diff)
	}
}

func TestReadWithoutAnyFact(t *testing.T) {
	s, faults := sessions.Read(sessions.File{
		Name: "harbour.md", Source: []byte(notes), FactsName: "harbour.yaml", Facts: []byte("summit: {name: Harbour}\nsessions: [\n"),
	})
	const want = "harbour.yaml:2: this is not YAML: did not find expected node content; check whether a text in this line needs quotes, and its indent; its facts are ignored"
	if err := errors.Join(faults...); err == nil || err.Error() != want || s.Name != "Harbour Days 2031" || len(s.Sessions) != 3 {
		t.Errorf("Read: the summit %+v and the faults %v, want %q", s, err, want)
	}
}

// TestVariableOfSeveralLines: the lines below a variable keep their numbers.
func TestVariableOfSeveralLines(t *testing.T) {
	s, faults := sessions.Read(sessions.File{
		Name: "a.md", Source: []byte("# A\n\n{{b}}\n\n## C\n\n* d\n"), FactsName: "a.yaml", Facts: []byte("variables: {b: \"e\\n\\nf\"}\n"),
	})
	if len(faults) > 0 || s.Sessions[0].Source.Line != 5 || s.Preamble[0].Text != "e f" {
		t.Errorf("the session is in line %d below %q, with the faults %v", s.Sessions[0].Source.Line, s.Preamble[0].Text, faults)
	}
}

func TestUnreadable(t *testing.T) {
	for _, file := range []string{"harbour.md", "harbour.yaml"} {
		files := folder("harbour.md", "## Tides\n\n* remark\n")
		files[file] = &fstest.MapFile{Mode: fs.ModeDir}
		if _, err := sessions.Load(files); !errors.As(err, new(*fs.PathError)) {
			t.Errorf("Load with a folder called %s: error %v, want one that names it", file, err)
		}
	}
}

// TestMany has so many entries that comparing each with all others would take minutes.
func TestMany(t *testing.T) {
	many := 40_000
	if testing.Short() {
		many /= 8
	}
	var notes, facts, speakers, links, missing strings.Builder
	notes.WriteString("# Harbour\n\n")
	for i := range many {
		fmt.Fprintf(&notes, "## Tide %d\n\n![](/%d.jpg)\n\n", i, i)
		fmt.Fprintf(&facts, "- heading: Tide %d\n", i)
		fmt.Fprintf(&links, "{kind: reference, url: 'https://example.com/%d'}, ", i)
		fmt.Fprintf(&speakers, "{name: Ana, url: 'https://example.com/ana%d'}, ", i)
		fmt.Fprintf(&missing, "%d.jpg, ", i)
	}
	notes.WriteString("## Ropes\n\n* remark\n")
	fmt.Fprintf(&facts, "- {heading: Ropes, speakers: [%s], links: [%s]}\n", speakers.String(), links.String())
	s := load(t, "harbour.md", notes.String(), "harbour.yaml", "missing_photos: ["+missing.String()+"]\nsessions:\n"+facts.String())[0]
	last := s.Sessions[len(s.Sessions)-1]
	if len(s.Sessions) != many+1 || len(last.Links) != 2*many || s.Sessions[many-1].Photos[0].Available {
		t.Errorf("there are %d sessions, and the last is %.200v", len(s.Sessions), last)
	}
}

func TestReadDayOfFileName(t *testing.T) {
	for _, c := range []struct{ name, notes, want string }{
		{"harbour/day-2.md", "# Harbour Days\n\n## Ropes\n\n- n\n", "2 "},
		{"harbour/2031-03-12/ropes.md", "# Harbour Days\n\n## Ropes\n\n- n\n", "0 2031-03-12"},
		{"harbour-2031-03-12/day-2/nets.md", "# Harbour Days\n\n## Ropes\n\n- n\n", "2 "},
		{"harbour.md", "# Harbour Days\n\n## Ropes\n\n- n\n", "0 "},
		{"harbour-2031-03-12/notes.md", "## Day 1\n\n### Ropes\n\n- n\n", "1 2031-03-12"},
		{"harbour-2031-03-12/day1.md", "# harbour day one\n\n## Ropes\n\n- n\n\n## Nets\n\n- n\n", "1 2031-03-12"},
		{"harbour-2031-03-12/day.md", "# harbour day two\n\n## Ropes\n\n- n\n\n## Nets\n\n- n\n", "2 "},
		{"harbour-2031-03-12/notes.md", "## Day 2\n\n### Ropes\n\n- n\n", "2 "},
		{"harbour-2031-03-12/notes.md", "## Day 1\n\n### Ropes\n\n- n\n\n## Day 2\n\n### Nets\n\n- n\n", "1 "},
	} {
		s, _ := sessions.Read(sessions.File{Name: c.name, Source: []byte(c.notes)})
		if got := fmt.Sprintf("%d %s", s.Sessions[0].Day, s.Sessions[0].Date); got != c.want {
			t.Errorf("%s, %q: day and date are %q, want %q", c.name, c.notes, got, c.want)
		}
	}
}
