package parse

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A fact is what one line of a judgment says, or what the program says instead: that there is
// a session, or that a session has this speaker, day, date or link.
type fact struct{ kind, file, title, value string }

// A bound is the recall and the precision that a kind of fact reaches.
type bound struct {
	kind              string
	recall, precision float64
}

// groups are sets of archives, by the prefix of their names, with the bounds that they reach. The
// first matching group counts. Bounds only rise: new archives that are read worse become a new
// group.
var groups = []struct {
	prefix string
	bounds []bound
}{
	{"h2-", []bound{{"session", 0.96, 0.89}, {"speaker", 0.93, 0.94}, {"day", 0.90, 0.84}, {"link", 0.91, 0.96}}},
	{"own-", []bound{{"session", 0.81, 0.74}, {"speaker", 0.64, 0.81}, {"day", 0.79, 0.77}, {"link", 0.96, 1}}},
	{"p-", []bound{{"session", 1, 1}, {"speaker", 1, 1}, {"day", 1, 1}, {"link", 1, 1}}},
	{"s-", []bound{{"session", 0.93, 0.85}, {"speaker", 0.84, 0.80}, {"day", 1, 1}, {"link", 0.75, 1}}},
	{"r-", []bound{{"session", 0.97, 0.97}, {"speaker", 0.90, 0.90}, {"day", 1, 0.75}, {"link", 1, 1}}},
	{"", []bound{{"session", 0.99, 1}, {"speaker", 0.99, 1}, {"day", 0.98, 1}, {"link", 1, 1}}},
}

// A tally counts facts by their kinds.
type tally struct{ wanted, found, both map[string]int }

// TestCorpus reads notes of many shapes (testdata/corpus), of which a careful reader said what is
// in them. The last file of each archive, want, is that judgment: below the name of each file its
// sessions in order, and below a session what the notes say of it.
func TestCorpus(t *testing.T) {
	archives, err := filepath.Glob("testdata/corpus/*.txtar")
	if err != nil || len(archives) < 60 {
		t.Fatalf("%d archives, %v", len(archives), err)
	}
	tallies := make([]tally, len(groups))
	for i := range tallies {
		tallies[i] = tally{map[string]int{}, map[string]int{}, map[string]int{}}
	}
	for _, name := range archives {
		group := 0
		for !strings.HasPrefix(filepath.Base(name), groups[group].prefix) {
			group++
		}
		tallies[group].add(t, name)
	}
	for i, g := range groups {
		for _, b := range g.bounds {
			tallies[i].check(t, g.prefix, b)
		}
	}
}

// add reads an archive and compares it with its judgment.
func (c tally) add(t *testing.T, name string) {
	t.Helper()
	files, want := readCorpus(t, name)
	got := readingOf(readFolder(files))
	for _, f := range want {
		c.wanted[f.kind]++
		if i := slices.Index(got, f); i >= 0 {
			c.both[f.kind]++
			c.found[f.kind]++
			got = slices.Delete(got, i, i+1)
		} else {
			t.Logf("%s: not read: %s", name, f)
		}
	}
	for _, f := range got {
		c.found[f.kind]++
		t.Logf("%s: read, but is not there: %s", name, f)
	}
}

func (c tally) check(t *testing.T, prefix string, b bound) {
	t.Helper()
	recall := float64(c.both[b.kind]) / float64(c.wanted[b.kind])
	precision := float64(c.both[b.kind]) / float64(c.found[b.kind])
	fmt.Printf("corpus: %s* %-8s recall %.3f, precision %.3f (of %d)\n", prefix, b.kind, recall, precision, c.wanted[b.kind])
	if recall < b.recall || precision < b.precision {
		t.Errorf("%s*: %s: recall %.3f and precision %.3f; the bounds are %.2f and %.2f", prefix, b.kind, recall, precision, b.recall, b.precision)
	}
}

func (f fact) String() string {
	return strings.TrimSpace(fmt.Sprintf("%s: %q %s %s", f.file, f.title, f.kind, f.value))
}

// readCorpus reads an archive: the notes, and the facts of its judgment.
func readCorpus(t *testing.T, name string) (files []File, want []fact) {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		if f.Name != "want" {
			files = append(files, File{Name: f.Name, Source: f.Data})
			continue
		}
		file, title := "", ""
		for line := range strings.Lines(string(f.Data)) {
			line = strings.TrimRight(line, "\r\n")
			text := strings.TrimSpace(line)
			switch kind, value, _ := strings.Cut(text, ": "); {
			case text == "":
			case strings.HasPrefix(line, "- "):
				title = key(text[2:])
				want = append(want, fact{"session", file, title, ""})
			case !strings.HasPrefix(line, " "):
				file = text
			case kind == "speakers":
				want = append(want, facts("speaker", file, title, keys(strings.Split(value, ";")))...)
			case kind == "links":
				want = append(want, facts("link", file, title, addresses(strings.Split(value, ";")))...)
			case kind == "day", kind == "date":
				want = append(want, fact{"day", file, title, value})
			default:
				t.Fatalf("%s: %q is no judgment", name, line)
			}
		}
	}
	if !slices.ContainsFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" }) {
		t.Fatalf("%s has no judgment", name)
	}
	return files, want
}

// readFolder reads the files of a folder, each as its neighbours tell.
func readFolder(files []File) []Reading {
	out := make([]Reading, len(files))
	names, shapes := make([]string, len(files)), make([]Shape, len(files))
	for i, f := range files {
		out[i] = Read(f)
		names[i], shapes[i] = f.Name, out[i].Shape
	}
	for i, neighbours := range NeighboursOf(names, shapes) {
		if neighbours != AnyNeighbours {
			f := files[i]
			f.Neighbours = neighbours
			out[i] = Read(f)
		}
	}
	return out
}

// readingOf lists what the program says.
func readingOf(readings []Reading) (out []fact) {
	for _, r := range readings {
		if r.Summit == nil {
			continue
		}
		for _, s := range r.Summit.Sessions {
			file, title := s.Source.File, key(s.Title)
			out = append(out, fact{"session", file, title, ""})
			var names, links []string
			for _, speaker := range s.Speakers {
				names = append(names, speaker.Name)
			}
			for _, l := range s.Links {
				if l.Kind.IsTalk() {
					links = append(links, l.URL)
				}
			}
			out = append(out, facts("speaker", file, title, keys(names))...)
			out = append(out, facts("link", file, title, addresses(links))...)
			if s.Day != 0 {
				out = append(out, fact{"day", file, title, fmt.Sprint(s.Day)})
			}
			if s.Date != "" {
				out = append(out, fact{"day", file, title, s.Date})
			}
		}
	}
	return out
}

func facts(kind, file, title string, values []string) (out []fact) {
	for _, v := range values {
		out = append(out, fact{kind, file, title, v})
	}
	return out
}

// key is a title or a name without what says nothing: case, signs, spaces.
func key(text string) string { return strings.Join(words.Lower(text), " ") }

func keys(texts []string) (out []string) {
	for _, text := range texts {
		out = append(out, key(text))
	}
	return out
}

func addresses(texts []string) (out []string) {
	for _, text := range texts {
		out = append(out, strings.TrimSuffix(strings.TrimSpace(text), "/"))
	}
	return out
}

// TestFolder reads folders (testdata/folders), whose judgments have the form of the corpus.
func TestFolder(t *testing.T) {
	archives, err := filepath.Glob("testdata/folders/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no cases in testdata/folders: %v", err)
	}
	for _, name := range archives {
		files, want := readCorpus(t, name)
		if got := readingOf(readFolder(files)); !slices.Equal(got, want) {
			t.Errorf("%s: got\n%v, want\n%v", name, got, want)
		}
	}
}
