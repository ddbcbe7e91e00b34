package main

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestReadFileThatBecomesAPipe: a pipe that takes the place of a file between two looks at it does
// not block.
func TestReadFileThatBecomesAPipe(t *testing.T) {
	root := t.TempDir()
	file, next := filepath.Join(root, "notes.md"), filepath.Join(root, "next.md")
	write(t, file, "* note\n")
	done := make(chan struct{})
	go func() {
		defer close(done)
		for start := time.Now(); time.Since(start) < time.Second/4; {
			_, _ = readFile(file, 10)
		}
	}()
	for {
		write(t, next, "* note\n")
		if err := os.Rename(next, file); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(next, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(next, file); err != nil {
			t.Fatal(err)
		}
		select {
		case <-done:
			return
		default:
		}
	}
}
