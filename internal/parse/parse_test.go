package parse_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/parse"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

var update = flag.Bool("update", false, "rewrite what the cases in testdata want to what the parser makes")

// variables are the values of the Liquid tags in all cases.
var variables = map[string]string{"site.url": "https://example.com"}

// TestNotes reads each case of testdata: a rule as comment, the notes, what they must become as a
// file `want`, and the faults in them as a file `faults`; each may be missing. Notes that no text
// file can hold stand in `notes.md.escaped`, with Go's escapes.
func TestNotes(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if rule := bytes.TrimSpace(archive.Comment); len(rule) == 0 {
				t.Error("the case has no comment that says the rule")
			}
			results := resultsOf(archive)
			if *update {
				rewrite(t, file, archive, results)
				return
			}
			if diff := cmp.Diff(archive.Files[1:], results); diff != "" {
				t.Errorf("want or faults (-want +got):\n%s", diff)
			}
		})
	}
}

// resultsOf are the files `want` and `faults` that the notes of a case come to.
func resultsOf(archive *txtar.Archive) []txtar.File {
	var out []txtar.File
	s, faults := parse.Notes("notes.md", source(archive), variables)
	if s != nil {
		out = append(out, txtar.File{Name: "want", Data: []byte(dump(s))})
	}
	if faults != nil {
		out = append(out, txtar.File{Name: "faults", Data: []byte(errors.Join(faults...).Error() + "\n")})
	}
	return out
}

func source(archive *txtar.Archive) []byte {
	escaped := fileOf(archive, "notes.md.escaped")
	if escaped == "" {
		return []byte(fileOf(archive, "notes.md"))
	}
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(escaped, "\n", `\n`) + `"`)
	if err != nil {
		panic("notes.md.escaped: " + err.Error())
	}
	return []byte(text)
}

func fileOf(archive *txtar.Archive, name string) string {
	for _, f := range archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func rewrite(t *testing.T, file string, archive *txtar.Archive, results []txtar.File) {
	t.Helper()
	archive.Files = append(archive.Files[:1], results...)
	if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

// dump is a summit to read. It leaves out what is empty, and a heading that is the title.
func dump(s *summit.Summit) string {
	var out strings.Builder
	fmt.Fprintf(&out, "summit: %s\n", s.Name)
	for _, p := range s.Photos {
		fmt.Fprintf(&out, "photo: %s\n", p.URL)
	}
	dumpNotes(&out, s.Preamble, "")
	for _, session := range s.Sessions {
		dumpSession(&out, session)
	}
	return out.String()
}

func dumpSession(out *strings.Builder, s *summit.Session) {
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(out, "%s: %s\n", name, value)
		}
	}
	fmt.Fprintf(out, "\nline %d: %s\n", s.Source.Line, s.Title)
	if s.Heading != s.Title {
		field("heading", s.Heading)
	}
	if s.Day != 0 {
		field("day", strconv.Itoa(s.Day))
	}
	field("date", s.Date)
	field("track", s.Track)
	for _, who := range s.Speakers {
		fields := strings.Join([]string{who.Name, who.Role, who.Organization, who.URL}, " | ")
		field("speaker", strings.ReplaceAll(strings.TrimRight(fields, " |"), "  ", " "))
	}
	for _, l := range s.Links {
		field(string(l.Kind), l.URL)
	}
	for _, p := range s.Photos {
		field("photo", p.URL)
	}
	dumpNotes(out, s.Notes, "")
}

func dumpNotes(out *strings.Builder, notes []summit.Note, indent string) {
	for _, n := range notes {
		fmt.Fprintf(out, "%s- %s\n", indent, n.Text)
		for _, url := range n.Links {
			fmt.Fprintf(out, "%s  -> %s\n", indent, url)
		}
		dumpNotes(out, n.Notes, indent+"  ")
	}
}
