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

// TestNotes reads each case of testdata. A case has a rule as its comment, then one or more files of
// notes, each followed by the wanted sessions in a file `want` and the wanted faults in a file
// `faults`; either may be missing. Notes that no text file can hold are in `notes.md.escaped`, with
// Go's escapes.
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
				archive.Files = results
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(archive.Files, results); diff != "" {
				t.Errorf("want or faults (-want +got):\n%s", diff)
			}
		})
	}
}

// resultsOf are the notes of a case, each with the files `want` and `faults` that they come to.
func resultsOf(archive *txtar.Archive) []txtar.File {
	var out []txtar.File
	for _, f := range archive.Files {
		if f.Name == "want" || f.Name == "faults" {
			continue
		}
		out = append(out, f)
		r := parse.Read(parse.File{Name: strings.TrimSuffix(f.Name, ".escaped"), Source: source(f), Variables: variables})
		if r.Summit != nil {
			out = append(out, txtar.File{Name: "want", Data: []byte(dump(r.Summit))})
		}
		if r.Faults != nil {
			out = append(out, txtar.File{Name: "faults", Data: []byte(errors.Join(r.Faults...).Error() + "\n")})
		}
	}
	return out
}

func source(f txtar.File) []byte {
	if !strings.HasSuffix(f.Name, ".escaped") {
		return f.Data
	}
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(string(f.Data), "\n", `\n`) + `"`)
	if err != nil {
		panic(f.Name + ": " + err.Error())
	}
	return []byte(text)
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
