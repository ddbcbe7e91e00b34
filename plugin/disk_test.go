package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestFindNotes(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"b.md", "a/z.markdown", "a/a.MD", "a/z.yaml", "a/picture.png", ".git/hidden.md", "a/.hidden.md", "c/deep/er/x.md", "c/facts.yml"} {
		write(t, filepath.Join(root, name), "* note\n")
	}
	link(t, root, filepath.Join(root, "a", "loop"))
	link(t, filepath.Join(root, "b.md"), filepath.Join(root, "c", "again.md"))
	elsewhere := t.TempDir()
	write(t, filepath.Join(elsewhere, "linked.md"), "* note\n")
	link(t, elsewhere, filepath.Join(root, "d"))

	files, faults := findNotes(root, map[string]string{})
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
		t.Errorf("findNotes: got %q and the faults %v, want %q", got, faults, want)
	}
}

func TestFindNotesNamed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "notes without an ending")
	write(t, file, "* note\n")
	if files, faults := findNotes(file, map[string]string{}); !slices.Equal(files, []string{file}) || len(faults) > 0 {
		t.Errorf("findNotes(%q) = %q, %v", file, files, faults)
	}
}

func TestFindNotesBesideOne(t *testing.T) {
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
	for name, want := range tests {
		files, faults := findNotes(filepath.Join(root, name), map[string]string{})
		for i := range files {
			files[i] = filepath.Base(files[i])
		}
		if !slices.Equal(files, want) || faults != nil {
			t.Errorf("findNotes(%s) = %q and the faults %v, want %q", name, files, faults, want)
		}
	}
}

// TestFindNotesByTwoNames: a file is called as it was when it was found first.
func TestFindNotesByTwoNames(t *testing.T) {
	root, other := t.TempDir(), filepath.Join(t.TempDir(), "other")
	write(t, filepath.Join(root, "a.md"), "")
	link(t, root, other)
	names := map[string]string{}
	want := []string{filepath.Join(root, "a.md")}
	for _, path := range []string{root, other, filepath.Join(root, ".", "..", filepath.Base(root)), filepath.Join(other, "a.md")} {
		if files, faults := findNotes(path, names); !slices.Equal(files, want) || faults != nil {
			t.Errorf("findNotes(%s) = %q and the faults %v, want %q", path, files, faults, want)
		}
	}
}

// TestFindNotesFarDown: what stands far down is found as quickly as what does not. At a real path looked up on every level
// this takes half a minute.
func TestFindNotesFarDown(t *testing.T) {
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
	files, faults := findNotes(root, map[string]string{})
	if len(files) != 1 || faults != nil {
		t.Errorf("findNotes found %d files and the faults %.200v, want 1", len(files), faults)
	}
}

func TestFindNotesFaults(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "good.md"), "* note\n")
	link(t, filepath.Join(root, "nowhere"), filepath.Join(root, "broken.md"))
	link(t, filepath.Join(root, "nowhere"), filepath.Join(root, "no-notes.conf"))
	link(t, filepath.Join(root, "round"), filepath.Join(root, "round"))
	closed := filepath.Join(root, "closed")
	if err := os.Mkdir(closed, 0); err != nil {
		t.Fatal(err)
	}
	files, faults := findNotes(root, map[string]string{})
	if want := []string{filepath.Join(root, "good.md")}; !slices.Equal(files, want) {
		t.Errorf("findNotes: got %q, want %q", files, want)
	}
	wantFaults := []string{"broken.md: no such file", "round: "}
	if os.Geteuid() != 0 {
		wantFaults = []string{"broken.md: no such file", "closed: permission denied", "round: "}
	}
	if len(faults) != len(wantFaults) {
		t.Fatalf("findNotes: faults %v, want %q", faults, wantFaults)
	}
	for i, want := range wantFaults {
		if !strings.Contains(faults[i].Error(), want) {
			t.Errorf("findNotes: fault %q, want %q in it", faults[i], want)
		}
	}
}

func TestFindNotesInManyFiles(t *testing.T) {
	root := t.TempDir()
	for i := range maxFiles + 10 {
		write(t, filepath.Join(root, strconv.Itoa(i)+".md"), "")
	}
	files, faults := findNotes(root, map[string]string{})
	if len(files) != maxFiles || len(faults) != 1 || !strings.Contains(faults[0].Error(), "more than 50000 files") {
		t.Errorf("findNotes found %d files and the faults %v, want %d and one fault", len(files), faults, maxFiles)
	}
}

// TestReadNotesOfAFileThatShrinks: what is there at the moment is read; of what has just gone there may be zeros.
func TestReadNotesOfAFileThatShrinks(t *testing.T) {
	file := filepath.Join(t.TempDir(), "notes.md")
	whole := strings.Repeat("* note\n", 1<<19)
	write(t, file, whole)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for size := int64(len(whole)); size > 0; size -= 1 << 12 {
			_ = os.Truncate(file, size)
		}
	}()
	for shrinking := true; shrinking; {
		select {
		case <-done:
			shrinking = false
		default:
		}
		var content bytes.Buffer
		if err := readNotes(file, &content); err != nil || content.Len() > len(whole) {
			t.Fatalf("readNotes: %d bytes and the error %v, want the beginning of %d", content.Len(), err, len(whole))
		}
		for i, c := range content.Bytes() {
			if c != whole[i] && c != 0 {
				t.Fatalf("readNotes: byte %d is %q, want %q", i, c, whole[i])
			}
		}
	}
}

func TestReadNotesRefuses(t *testing.T) {
	root := t.TempDir()
	large := filepath.Join(root, "large.md")
	write(t, large, "")
	if err := os.Truncate(large, 100<<20); err != nil {
		t.Fatal(err)
	}
	line := filepath.Join(root, "line.md")
	write(t, line, strings.Repeat("one line ", 50<<20/9))
	tests := []struct{ name, file, want string }{
		{"one line of 50 MB", line, "bytes, and files of more than"},
		{"folder", root, "no regular file"},
		{"missing", filepath.Join(root, "missing.md"), "no such file"},
		{"100 MB", large, "it has 104857600 bytes"},
	}
	if runtime.GOOS == "linux" {
		tests = append(tests, []struct{ name, file, want string }{
			{"device", "/dev/zero", "no regular file"},
			{"endless in spite of its size", "/proc/self/mem", "input/output error"},
		}...)
	}
	for _, test := range tests {
		if err := readNotes(test.file, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: readNotes: error %v, want %q in it", test.name, err, test.want)
		}
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
