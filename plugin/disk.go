package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/library"
)

// newDisk returns the file system, for notes that people point to.
func newDisk() library.Disk {
	return library.Disk{Follow: follow, List: listFolder, Read: readFile}
}

// follow finds out what a path leads to.
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

// listFolder lists what is in a folder.
func listFolder(folder string) ([]fs.DirEntry, error) { return os.ReadDir(folder) }

// readFile reads a regular file. Whatever else there is may have its reader wait for ever, and so may files of the system
// that say that they are empty; those are not opened.
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

// allowGarbage lets more garbage pile up than usual, unless the user has set how much: most of what
// Markdown is taken apart into is garbage at once, and what is in use seldom comes near the limit.
func allowGarbage() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(garbagePercent)
		debug.SetMemoryLimit(memoryLimit)
	}
}

const (
	garbagePercent = 300
	memoryLimit    = 384 << 20 // bytes
)
