package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"

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
// reader, so it does not open them.
func readFile(path string, most int) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("this is not a regular file")
	case info.Size() == 0:
		return nil, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var content bytes.Buffer
	content.Grow(int(min(info.Size(), int64(most))) + bytes.MinRead)
	_, err = content.ReadFrom(io.LimitReader(file, int64(most)))
	return content.Bytes(), err
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
