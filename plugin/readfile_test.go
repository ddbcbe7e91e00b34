package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestReadFileThatShrinks: a file that shrinks while it is read has the content that is left,
// perhaps followed by zeros.
func TestReadFileThatShrinks(t *testing.T) {
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
		content, err := readFile(file, len(whole))
		if err != nil || len(content) > len(whole) {
			t.Fatalf("readFile: %d bytes and the error %v, want the beginning of %d", len(content), err, len(whole))
		}
		for i, c := range content {
			if c != whole[i] && c != 0 {
				t.Fatalf("readFile: byte %d is %q, want %q", i, c, whole[i])
			}
		}
	}
}

func TestReadFile(t *testing.T) {
	root := t.TempDir()
	large := filepath.Join(root, "large.md")
	write(t, large, strings.Repeat("a", 1000))
	if content, err := readFile(large, 10); len(content) != 10 || err != nil {
		t.Errorf("readFile returns %d bytes and the error %v, want 10", len(content), err)
	}
	tests := []struct{ name, file, want string }{
		{"folder", root, "not a regular file"},
		{"missing", filepath.Join(root, "missing.md"), "no such file"},
	}
	if runtime.GOOS == "linux" {
		tests = append(tests, struct{ name, file, want string }{"device", "/dev/zero", "not a regular file"})
	}
	for _, test := range tests {
		if _, err := readFile(test.file, 10); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: readFile: error %v, want %q in it", test.name, err, test.want)
		}
	}
}

// TestReadFileOfTheSystem has files that Linux reports as empty: reading one blocks, the other has
// no end.
func TestReadFileOfTheSystem(t *testing.T) {
	for _, file := range []string{"/proc/kmsg", "/proc/self/pagemap"} {
		if content, err := readFile(file, 10); len(content) > 0 || err != nil && !os.IsNotExist(err) {
			t.Errorf("readFile(%s) = %q, %v", file, content, err)
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
