// Command conditions finds conditions that no test needs. It disables each operand of && and ||
// in some packages, one at a time, runs their tests, and lists the operands that no test needs:
// rules without a case, or code without effect.
//
//	conditions -run 'TestNotes|TestBundled' -spare FILE ./internal/parse ./internal/who
//
// It works on a copy of the module in the current folder. Without b, "a && b" and "a || b" are
// "a". An operand is needed if a test hangs, panics or fails without it. With -branches, every
// condition of if, and every case of a switch without a tag, is an operand too. A file of spare
// operands has lines of the form `package function: text # reason`. The exit status is 1 if an
// unneeded operand is not listed, or a listed one is needed.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

var (
	run      = flag.String("run", ".", "tests to run, as for go test")
	timeout  = flag.Duration("timeout", 20*time.Second, "time for one run of the tests")
	jobs     = flag.Int("j", 2, "runs at the same time")
	branches = flag.Bool("branches", false, "try the conditions of if and the cases of switch as well")
	spare    = flag.String("spare", "", "file of operands that need no test, each with a reason")
)

var embedding = regexp.MustCompile(`//go:embed .*\n(var \w+ string)`)

const variable = "CONDITION_OFF"

func main() {
	flag.Parse()
	if flag.NArg() == 0 {
		fatal("usage: conditions [flags] ./folder/of/package...")
	}
	expected, err := readSpare(*spare)
	check(err)
	temp, err := os.MkdirTemp("", "conditions")
	check(err)
	defer os.RemoveAll(temp)
	check(copyModule(".", temp))
	var all instrumented
	for _, folder := range flag.Args() {
		check(all.instrument(temp, folder))
	}
	var tests []test
	for i, folder := range flag.Args() {
		t := test{filepath.Join(temp, folder), filepath.Join(temp, fmt.Sprintf("conditions%d.test", i))}
		check(t.build())
		tests = append(tests, t)
	}
	if !pass(tests, 0) {
		fatal("the tests fail although nothing is switched off")
	}
	needed := tryAll(tests, all.operands)
	wrong := 0
	for i, o := range all.operands {
		if at := slices.Index(expected, o.key()); needed[i] == (at >= 0) {
			wrong++
			fmt.Printf("%s: %s\n", map[bool]string{true: "needed, although it is listed as spare", false: "needed by no test"}[needed[i]], o)
		}
	}
	fmt.Printf("%d operands, %d of them listed as spare; %d are wrong\n", len(needed), len(expected), wrong)
	if wrong > 0 {
		os.RemoveAll(temp)
		os.Exit(1)
	}
}

// readSpare reads the operands that need no test.
func readSpare(file string) (keys []string, err error) {
	if file == "" {
		return nil, nil
	}
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(content)) {
		key, reason, found := strings.Cut(strings.TrimSpace(line), " # ")
		switch {
		case key == "" || strings.HasPrefix(key, "#"):
		case !found || reason == "":
			return nil, fmt.Errorf("%s: %q has no reason behind a number sign", file, key)
		default:
			keys = append(keys, strings.TrimSpace(key))
		}
	}
	return keys, nil
}

// tryAll disables each operand in turn, and reports which are needed. The tests of its own
// package are tried first: most are needed by those.
func tryAll(tests []test, all []operand) (needed []bool) {
	needed = make([]bool, len(all))
	next := make(chan int)
	var group sync.WaitGroup
	for range *jobs {
		group.Go(func() {
			for i := range next {
				isOwn := func(t test) bool { return strings.HasSuffix(filepath.ToSlash(t.folder), all[i].folder) }
				own := slices.IndexFunc(tests, isOwn)
				needed[i] = !pass(tests[own:own+1], i+1) || !pass(slices.Concat(tests[:own], tests[own+1:]), i+1)
			}
		})
	}
	for i := range all {
		next <- i
	}
	close(next)
	group.Wait()
	return needed
}

// A test is the tests of a package.
type test struct{ folder, binary string }

func (t test) build() error {
	build := exec.Command("go", "test", "-c", "-vet=off", "-o", t.binary, ".")
	build.Dir = t.folder
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("the instrumented packages do not build: %w\n%s", err, out)
	}
	return nil
}

// pass reports whether the tests pass with operand n disabled; n begins at 1, and 0 disables none.
func pass(tests []test, n int) bool {
	for _, t := range tests {
		if _, err := os.Stat(t.binary); err == nil && !t.passes(n) { // a package without tests has no binary
			return false
		}
	}
	return true
}

func (t test) passes(n int) bool {
	ctx, cancel := context.WithTimeout(context.Background(), *timeout)
	defer cancel()
	run := exec.CommandContext(ctx, t.binary, "-test.run", *run, "-test.failfast", "-test.short")
	run.Dir = t.folder
	run.Env = append(os.Environ(), fmt.Sprintf("%s=%d", variable, n))
	return run.Run() == nil
}

// copyModule copies the files of the module, except the results of builds.
func copyModule(from, to string) error {
	return filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := entry.Name(); entry.IsDir() && path != from && (strings.HasPrefix(name, ".") || name == "dist") {
			return filepath.SkipDir
		}
		target := filepath.Join(to, path)
		if entry.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		if !entry.Type().IsRegular() {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, content, 0o644)
	})
}

// An operand is a condition that can be disabled.
type operand struct {
	folder, file, function, text string
	line                         int
}

func (o operand) String() string {
	return fmt.Sprintf("%s/%s:%d %s: %s", o.folder, o.file, o.line, o.function, o.text)
}

// key identifies an operand in the file of spare ones: it has no line.
func (o operand) key() string {
	return fmt.Sprintf("%s %s: %s", filepath.Base(o.folder), o.function, o.text)
}

// instrumented are the operands with a switch. The number of an operand is its index plus 1.
type instrumented struct{ operands []operand }

// instrument adds switches to the operands of a package.
func (in *instrumented) instrument(root, folder string) error {
	files, err := filepath.Glob(filepath.Join(root, folder, "*.go"))
	if err != nil {
		return err
	}
	name := ""
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		if name, err = in.instrumentFile(path, folder); err != nil {
			return err
		}
	}
	if name == "" {
		return fmt.Errorf("%s: no Go files", folder)
	}
	source := fmt.Sprintf("package %s\n\nimport (\n\t\"os\"\n\t\"strconv\"\n)\n\nvar conditionOff = func() int { n, _ := strconv.Atoi(os.Getenv(%q)); return n }()\n", name, variable)
	return os.WriteFile(filepath.Join(root, folder, "condition_off.go"), []byte(source), 0o644)
}

func (in *instrumented) instrumentFile(path, folder string) (name string, err error) {
	source, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, source, 0)
	if err != nil {
		return "", err
	}
	for _, declaration := range file.Decls {
		if function, ok := declaration.(*ast.FuncDecl); ok {
			f := functionSwitches{instrumented: in, set: set, source: source, operand: operand{
				folder: filepath.ToSlash(filepath.Clean(folder)), file: filepath.Base(path), function: function.Name.Name,
			}}
			f.instrument(function)
		}
	}
	var out bytes.Buffer
	if err := format.Node(&out, set, file); err != nil {
		return "", err
	}
	text := out.String()
	for _, embedded := range embedding.FindAllStringSubmatch(string(source), -1) {
		text = strings.Replace(text, embedded[1], embedded[0], 1) // the parser reads the directive as a comment
	}
	return file.Name.Name, os.WriteFile(path, []byte(text), 0o644)
}

// functionSwitches adds switches to the operands of one function.
type functionSwitches struct {
	*instrumented
	set     *token.FileSet
	source  []byte
	operand operand
}

func (f *functionSwitches) instrument(function *ast.FuncDecl) {
	var expressions []*ast.BinaryExpr
	var ifs []*ast.IfStmt
	var cases []*ast.CaseClause
	ast.Inspect(function, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR {
				expressions = append(expressions, n)
			}
		case *ast.IfStmt:
			ifs = append(ifs, n)
		case *ast.SwitchStmt:
			for _, c := range n.Body.List {
				if n.Tag == nil {
					cases = append(cases, c.(*ast.CaseClause))
				}
			}
		}
		return true
	})
	type pair struct{ x, y ast.Expr }
	pairs := make([]pair, len(expressions))
	for i, b := range expressions {
		pairs[i] = pair{f.switched(b.X, b.Op), f.switched(b.Y, b.Op)}
	}
	if *branches {
		for _, s := range ifs {
			s.Cond = f.switched(s.Cond, token.LOR)
		}
		for _, c := range cases {
			for i := range c.List {
				c.List[i] = f.switched(c.List[i], token.LOR)
			}
		}
	}
	for i, b := range expressions {
		b.X, b.Y = pairs[i].x, pairs[i].y
	}
}

// switched returns an operand of && that can be made true, or an operand of || that can be made
// false.
func (f *functionSwitches) switched(e ast.Expr, op token.Token) ast.Expr {
	if inner, ok := e.(*ast.BinaryExpr); ok && inner.Op == op {
		return e // a longer chain; its own operands have switches
	}
	o := f.operand
	at := f.set.Position(e.Pos())
	o.line, o.text = at.Line, strings.Join(strings.Fields(string(f.source[at.Offset:f.set.Position(e.End()).Offset])), " ")
	f.operands = append(f.operands, o)
	off := ast.Expr(ast.NewIdent(fmt.Sprintf("(conditionOff == %d)", len(f.operands))))
	if op == token.LOR {
		return &ast.ParenExpr{X: &ast.BinaryExpr{X: &ast.ParenExpr{X: e}, Op: token.LAND, Y: &ast.UnaryExpr{Op: token.NOT, X: off}}}
	}
	return &ast.ParenExpr{X: &ast.BinaryExpr{X: &ast.ParenExpr{X: e}, Op: token.LOR, Y: off}}
}

func check(err error) {
	if err != nil {
		fatal("%v", err)
	}
}

func fatal(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "conditions: "+format+"\n", args...)
	os.Exit(2)
}
