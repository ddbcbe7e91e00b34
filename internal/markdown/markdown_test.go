package markdown

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite what the cases in testdata want to what the package makes")

// TestRead reads each case of testdata: a rule as comment, and pairs of files, a source and the
// tree that it must become.
func TestRead(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			source, want := &archive.Files[i], &archive.Files[i+1]
			got := dump(Read(bytes.TrimSuffix(source.Data, []byte("\n")), fuzzed))
			if *update {
				want.Name, want.Data = "tree", []byte(got)
			} else if diff := cmp.Diff(string(want.Data), got); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", file, source.Name, diff)
			}
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// dump is a document to read: a line for each place, with the line of the file, and spans between
// bars.
func dump(d Document) string {
	var out strings.Builder
	for _, f := range d.Front {
		fmt.Fprintf(&out, "%d %s = %s\n", f.Line, f.Key, dumpValue(f.Value))
	}
	for _, f := range d.Faults {
		fmt.Fprintf(&out, "%d fault: %s\n", f.Line, f.What)
	}
	dumpSection(&out, d.Body, "")
	return out.String()
}

func dumpValue(v Value) string {
	switch v.Kind {
	case ListValue:
		var all []string
		for _, item := range v.List {
			all = append(all, dumpValue(item))
		}
		return "[" + strings.Join(all, ", ") + "]"
	case BlockValue:
		return fmt.Sprint(v.Fields)
	case Unresolved:
		return "unresolved"
	}
	return fmt.Sprintf("%q", v.Text)
}

func dumpSection(out *strings.Builder, s *Section, indent string) {
	if s.Level > 0 {
		fmt.Fprintf(out, "%s%d level %d: %s\n", indent, s.Line, s.Level, dumpText(s.Heading))
		for _, l := range s.Rest {
			fmt.Fprintf(out, "%s  rest: %s\n", indent, dumpText(l))
		}
		indent += "  "
	}
	dumpBlocks(out, s.Blocks, indent)
	for _, sub := range s.Sections {
		dumpSection(out, sub, indent)
	}
}

func dumpBlocks(out *strings.Builder, blocks []Block, indent string) {
	for _, b := range blocks {
		fmt.Fprintf(out, "%s%d %s\n", indent, b.Line, map[Kind]string{Paragraph: "paragraph", Verbatim: "verbatim", List: "list", Table: "table"}[b.Kind])
		for _, l := range b.Lines {
			fmt.Fprintf(out, "%s  %s\n", indent, dumpText(l))
		}
		for _, it := range b.Items {
			fmt.Fprintf(out, "%s  -\n", indent)
			dumpBlocks(out, it.Blocks, indent+"    ")
		}
	}
}

func dumpText(text Text) string {
	var all []string
	for _, s := range text {
		shown := strings.Repeat("*", int(s.Level)) + s.Text
		if s.Image {
			shown = "!" + shown
		}
		if s.URL != "" {
			shown += " <" + s.URL + ">"
		}
		all = append(all, shown)
	}
	return strings.Join(all, " ¦ ")
}

// TestValuesThatMultiply has a text of tags whose values would take gigabytes.
func TestValuesThatMultiply(t *testing.T) {
	d := Read([]byte("a\n\n"+strings.Repeat("{{a}}\n", 40)), Options{Variables: map[string]string{"a": strings.Repeat("b ", 1<<19)}, Wants: fuzzed.Wants})
	if len(d.Faults) != 1 || d.Faults[0].Line != 6 {
		t.Errorf("the faults are %v", d.Faults)
	}
	if n := len(d.Body.Blocks[1].Lines); n != 40 {
		t.Errorf("there are %d lines", n)
	}
}
