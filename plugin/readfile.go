package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"syscall"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/library"
)

// newDisk returns the file system for user notes.
func newDisk() library.Disk {
	return library.Disk{Follow: follow, List: os.ReadDir, Read: readFile}
}

// follow resolves the links in a path.
func follow(path string) (real string, isFolder bool, err error) {
	allowGarbage()
	info, err := os.Stat(path)
	if err != nil {
		return "", false, err
	}
	if real, err = filepath.EvalSymlinks(path); err == nil {
		real, err = filepath.Abs(real)
	}
	return real, info.IsDir(), err
}

// readFile reads a regular file. Pipes, devices and files that claim to be empty could block the
// reader, so it does not open them; whatever takes the place of a regular file meanwhile is opened
// without waiting.
func readFile(path string, most int) ([]byte, error) {
	if size, err := regularSize(os.Stat(path)); size == 0 || err != nil {
		return nil, err
	}
	file, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	size, err := regularSize(file.Stat())
	if size == 0 || err != nil {
		return nil, err
	}
	var content bytes.Buffer
	content.Grow(int(min(size, int64(most))) + bytes.MinRead)
	_, err = content.ReadFrom(io.LimitReader(file, int64(most)))
	return content.Bytes(), err
}

// regularSize is the size of a regular file.
func regularSize(info fs.FileInfo, err error) (int64, error) {
	switch {
	case err != nil:
		return 0, err
	case !info.Mode().IsRegular():
		return 0, errors.New("this is not a regular file")
	}
	return info.Size(), nil
}

// allowGarbage lets the garbage collector run less often, unless the user has configured it.
// Parsing Markdown makes much short-lived garbage, and the memory in use is usually far below the
// limit.
func allowGarbage() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(garbagePercent)
		debug.SetMemoryLimit(memoryLimit)
	}
}

const (
	garbagePercent = 600
	memoryLimit    = 320 << 20 // bytes
)
