package library

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// realFinder returns a finder of files on the real disk.
func realFinder() *finder {
	return newFinder(Disk{
		Follow: func(path string) (string, bool, error) {
			info, err := os.Stat(path)
			if err != nil {
				return "", false, err
			}
			real, err := filepath.EvalSymlinks(path)
			return real, info.IsDir(), err
		},
		List: os.ReadDir,
	})
}

func TestFind(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"b.md", "a/z.markdown", "a/a.MD", "a/z.yaml", "a/picture.png", ".git/hidden.md", "a/.hidden.md", "c/deep/er/x.md", "c/facts.yml"} {
		write(t, filepath.Join(root, name), "* note\n")
	}
	link(t, root, filepath.Join(root, "a", "loop"))
	link(t, filepath.Join(root, "b.md"), filepath.Join(root, "c", "again.md"))
	elsewhere := t.TempDir()
	write(t, filepath.Join(elsewhere, "linked.md"), "* note\n")
	link(t, elsewhere, filepath.Join(root, "d"))

	files, faults := realFinder().find(root)
	var got []string
	for _, f := range files {
		relative, err := filepath.Rel(root, f)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, filepath.ToSlash(relative))
	}
	want := []string{"a/a.MD", "a/z.markdown", "a/z.yaml", "b.md", "c/deep/er/x.md", "c/facts.yml", "d/linked.md"}
	if !slices.Equal(got, want) || len(faults) > 0 {
		t.Errorf("find: got %q and the faults %v, want %q", got, faults, want)
	}
}

func TestFindNamed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "notes without an ending")
	write(t, file, "* note\n")
	if files, faults := realFinder().find(file); !slices.Equal(files, []string{file}) || len(faults) > 0 {
		t.Errorf("find(%q) = %q, %v", file, files, faults)
	}
}

func TestFindBesideOne(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"a.md", "a.yaml", "b.MD", "b.YML", "b.markdown", "c.md", "Topics.yaml"} {
		write(t, filepath.Join(root, name), "")
	}
	tests := map[string][]string{
		"a.md":        {"a.md", "Topics.yaml", "a.yaml"},
		"b.YML":       {"b.YML", "Topics.yaml", "b.MD", "b.markdown"},
		"c.md":        {"c.md", "Topics.yaml"},
		"Topics.yaml": {"Topics.yaml"},
	}
	t.Chdir(root)
	for _, folder := range []string{root + string(filepath.Separator), "./", ""} {
		for name, want := range tests {
			files, faults := realFinder().find(folder + name)
			for i := range files {
				files[i] = strings.TrimPrefix(files[i], folder)
			}
			if !slices.Equal(files, want) || faults != nil {
				t.Errorf("find(%s) = %q and the faults %v, want %q", folder+name, files, faults, want)
			}
		}
	}
}

// TestFindBesideMany: a folder is listed once, however many of its files are named.
func TestFindBesideMany(t *testing.T) {
	f := newFinder(shelf(map[string]string{"a/b.md": "", "a/c.md": "", "a/d.yaml": ""}))
	list, times := f.disk.List, 0
	f.disk.List = func(folder string) ([]fs.DirEntry, error) {
		times++
		return list(folder)
	}
	for _, path := range []string{"a/b.md", "a/c.md", "a/d.yaml"} {
		if files, faults := f.find(path); !slices.Equal(files, []string{path}) || faults != nil {
			t.Errorf("find(%s) = %q and the faults %v", path, files, faults)
		}
	}
	if times != 1 {
		t.Errorf("the folder is listed %d times", times)
	}
}

// TestFindByTwoNames: a file keeps the name under which it was found first.
func TestFindByTwoNames(t *testing.T) {
	root, other := t.TempDir(), filepath.Join(t.TempDir(), "other")
	write(t, filepath.Join(root, "a.md"), "")
	link(t, root, other)
	f := realFinder()
	want := []string{filepath.Join(root, "a.md")}
	for _, path := range []string{root, other, filepath.Join(root, ".", "..", filepath.Base(root)), filepath.Join(other, "a.md")} {
		if files, faults := f.find(path); !slices.Equal(files, want) || faults != nil {
			t.Errorf("find(%s) = %q and the faults %v, want %q", path, files, faults, want)
		}
	}
}

// TestFindAboveALink: above a link to a folder is the folder that this one is in.
func TestFindAboveALink(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "a", "b", "c.md"), "")
	t.Chdir(root)
	link(t, filepath.Join("a", "b"), "d")
	for path, want := range map[string]string{"d/..": "d/../b/c.md", "d/../": "d/../b/c.md", "d/.": "d/c.md"} {
		if files, faults := realFinder().find(filepath.FromSlash(path)); len(files) != 1 || filepath.ToSlash(files[0]) != want || faults != nil {
			t.Errorf("find(%s) = %q and the faults %v, want %q", path, files, faults, want)
		}
	}
}

// TestFindFarDown: deep folders are searched as quickly as shallow ones. Resolving each path takes
// half a minute.
func TestFindFarDown(t *testing.T) {
	root := t.TempDir()
	t.Chdir(root)
	const levels = 1500
	for range levels {
		if err := os.Mkdir("d", 0o755); err != nil {
			t.Fatal(err)
		}
		t.Chdir("d")
	}
	write(t, "a.md", "")
	t.Chdir(root)
	files, faults := realFinder().find(root)
	if len(files) != 1 || faults != nil {
		t.Errorf("find found %d files and the faults %.200v, want 1", len(files), faults)
	}
}

func TestFindFaults(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "good.md"), "* note\n")
	link(t, filepath.Join(root, "nowhere"), filepath.Join(root, "broken.md"))
	link(t, filepath.Join(root, "nowhere"), filepath.Join(root, "no-notes.conf"))
	link(t, filepath.Join(root, "round"), filepath.Join(root, "round"))
	closed := filepath.Join(root, "closed")
	if err := os.Mkdir(closed, 0); err != nil {
		t.Fatal(err)
	}
	files, faults := realFinder().find(root)
	if want := []string{filepath.Join(root, "good.md")}; !slices.Equal(files, want) {
		t.Errorf("find: got %q, want %q", files, want)
	}
	wantFaults := []string{"broken.md: no such file", "round: "}
	if os.Geteuid() != 0 {
		wantFaults = []string{"broken.md: no such file", "closed: permission denied", "round: "}
	}
	if len(faults) != len(wantFaults) {
		t.Fatalf("find: faults %v, want %q", faults, wantFaults)
	}
	for i, want := range wantFaults {
		if !strings.Contains(faults[i].Error(), want) {
			t.Errorf("find: fault %q, want %q in it", faults[i], want)
		}
	}
}

// TestFindBesideUnlisted has a folder that may be entered but not listed.
func TestFindBesideUnlisted(t *testing.T) {
	f := realFinder()
	f.disk.List = func(string) ([]fs.DirEntry, error) {
		return nil, &fs.PathError{Op: "open", Path: "closed", Err: fs.ErrPermission}
	}
	root := t.TempDir()
	write(t, filepath.Join(root, "a.md"), "")
	files, faults := f.find(filepath.Join(root, "a.md"))
	want := root + ": permission denied; facts and topics beside a.md are not looked for; name those files too"
	if len(files) != 1 || len(faults) != 1 || faults[0].Error() != want {
		t.Errorf("find returns %q and the faults %v, want %q", files, faults, want)
	}
}

func TestFindTooManyFiles(t *testing.T) {
	all := map[string]string{}
	for i := range maxFiles {
		all[fmt.Sprintf("a/%06d.md", i)] = ""
	}
	for _, name := range []string{"a/b.md", "b/c.md", "b/d.md"} {
		all[name] = ""
	}
	f := newFinder(shelf(all))
	files, faults := f.find("a")
	if want := "a/b.md: there are more than 20000 files"; len(files) != maxFiles || len(faults) != 1 || !strings.HasPrefix(faults[0].Error(), want) {
		t.Errorf("find returns %d files and the faults %v, want %q", len(files), faults, want)
	}
	if files, faults := f.find("b"); len(files) != 0 || faults != nil {
		t.Errorf("find returns %q and the faults %v after the limit", files, faults)
	}
}

func TestFindInTooManyEntries(t *testing.T) {
	info, err := fstest.MapFS{"a.txt": {}}.Stat("a.txt")
	if err != nil {
		t.Fatal(err)
	}
	entries := slices.Repeat([]fs.DirEntry{fs.FileInfoToDirEntry(info)}, maxEntries)
	disk := Disk{
		Follow: func(path string) (string, bool, error) { return path, true, nil },
		List:   func(folder string) ([]fs.DirEntry, error) { return entries, nil },
	}
	f := newFinder(disk)
	if _, faults := f.find("a"); faults != nil {
		t.Errorf("there are the faults %v", faults)
	}
	_, faults := f.find("b")
	if want := "b/a.txt: there are more than 200000 files and folders"; len(faults) != 1 || !strings.HasPrefix(filepath.ToSlash(faults[0].Error()), want) {
		t.Errorf("the faults are %v, want %q", faults, want)
	}
	if l := Load(disk, []string{"a", "b", "c"}, nil); len(l.Notices) != 1 || !strings.HasPrefix(l.Notices[0].Error(), "a: there are no notes") {
		t.Errorf("the notices are %v, want one about the first folder", l.Notices)
	}
}

func write(t *testing.T, file, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, to, from string) {
	t.Helper()
	if err := os.Symlink(to, from); err != nil {
		t.Fatal(err)
	}
}
