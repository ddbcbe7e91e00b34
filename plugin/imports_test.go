package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/cloudfoundry-community/cf-summit-notes-plugin/"

// arrows lists, for each package, the packages of the project that it may import. No arrow runs
// back up.
var arrows = map[string][]string{
	"internal/stack":     {},
	"internal/summit":    {},
	"internal/words":     {},
	"internal/yamlfault": {"internal/words"},
	"internal/markdown":  {"internal/words", "internal/yamlfault"},
	"internal/when":      {"internal/words"},
	"internal/who":       {"internal/summit", "internal/words"},
	"internal/parse":     {"internal/markdown", "internal/summit", "internal/when", "internal/who", "internal/words", "internal/yamlfault"},
	"internal/datafile":  {"internal/summit", "internal/yamlfault"},
	"internal/talks":     {"internal/datafile", "internal/summit", "internal/yamlfault"},
	"internal/topics":    {"internal/datafile", "internal/summit", "internal/words", "internal/yamlfault"},
	"internal/sessions":  {"internal/datafile", "internal/parse", "internal/summit", "internal/words", "internal/yamlfault"},
	"internal/library":   {"internal/parse", "internal/sessions", "internal/summit", "internal/talks", "internal/topics"},
	"internal/parallel":  {},
	"internal/index":     {"internal/parallel", "internal/summit", "internal/words"},
	"internal/answer":    {"internal/index", "internal/summit", "internal/words"},
	"internal/render":    {"internal/answer", "internal/index", "internal/library", "internal/sessions", "internal/summit", "internal/words"},
	"internal/cli": {"internal/answer", "internal/index", "internal/library", "internal/render",
		"internal/sessions", "internal/summit", "internal/words"},
	"notes":                    {"internal/summit"},
	"plugin":                   {"internal/cli", "internal/library", "internal/stack", "notes"},
	"plugin/testdata/goldmark": {},
	"plugin/testdata/minimal":  {},
}

// homes lists, for each import path prefix, the only packages that may import it.
var homes = map[string][]string{
	"github.com/yuin/goldmark":          {"internal/markdown", "plugin/testdata/goldmark"},
	"github.com/olekukonko/tablewriter": {"internal/render"},
	"code.cloudfoundry.org/cli":         {"plugin", "plugin/testdata/minimal"},
	"os":                                {"plugin", "plugin/testdata/goldmark", "plugin/testdata/minimal"},
	"syscall":                           {"plugin"},
	"net/http":                          {},
	"net":                               {},
	"log":                               {},
}

// TestArrows checks the imports of every package, for all systems and build tags, without tests.
func TestArrows(t *testing.T) {
	packages := readPackages(t)
	for dir, p := range packages {
		allowed, known := arrows[dir]
		if !known {
			t.Errorf("%s has no row in the table of arrows", dir)
		}
		for _, imported := range p.imports {
			inside, isOurs := strings.CutPrefix(imported, module)
			if isOurs && !slices.Contains(allowed, inside) {
				t.Errorf("%s imports %s, which the table of arrows does not allow", dir, inside)
			}
			if home, rule := homeOf(imported); rule && !slices.Contains(home, dir) {
				t.Errorf("%s imports %s, which only %q may", dir, imported, home)
			}
		}
	}
	for dir := range arrows {
		if _, found := packages[dir]; !found {
			t.Errorf("the table of arrows has a row for %s, which there is not", dir)
		}
	}
}

func homeOf(imported string) (home []string, rule bool) {
	for prefix := imported; prefix != "."; prefix = path.Dir(prefix) {
		if home, rule = homes[prefix]; rule && (prefix != "net" || imported == "net") {
			return home, true
		}
	}
	return nil, false
}

func TestPackageComments(t *testing.T) {
	for dir, p := range readPackages(t) {
		if strings.HasPrefix(dir, "internal/") && !strings.HasPrefix(p.comment, "Package "+path.Base(dir)+" ") {
			t.Errorf("the comment of %s is %q; it has to begin with its name", dir, p.comment)
		}
	}
}

type sourcePackage struct {
	imports []string
	comment string
}

// readPackages returns the packages of the module by folder, without tests.
func readPackages(t *testing.T) map[string]sourcePackage {
	t.Helper()
	packages := map[string]sourcePackage{}
	err := filepath.WalkDir("..", func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && file != ".." && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		case entry.IsDir() || filepath.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		source, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		dir, err := filepath.Rel("..", filepath.Dir(file))
		if err != nil {
			return err
		}
		p := packages[filepath.ToSlash(dir)]
		p.imports = append(p.imports, importsOf(source)...)
		p.comment += source.Doc.Text()
		packages[filepath.ToSlash(dir)] = p
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(packages) < 10 {
		t.Fatalf("only these packages were found: %q", slices.Sorted(maps.Keys(packages)))
	}
	return packages
}

func importsOf(source *ast.File) []string {
	var out []string
	for _, spec := range source.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err == nil {
			out = append(out, imported)
		}
	}
	return out
}
