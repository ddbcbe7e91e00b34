package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/library"
)

// newDisk returns the file system, for notes that people point to.
func newDisk() library.Disk {
	names := map[string]string{}
	return library.Disk{
		Find: func(path string) ([]string, []error) { return findNotes(path, names) },
		Read: readNotes,
	}
}

// What is read at most: more is no notes but a mistake, such as pointing to a whole disk.
const (
	maxFile  = 4 << 20 // bytes of one file
	maxFiles = 50_000
)

// findNotes returns the files that belong to notes at a path, a file or a folder: Markdown and
// data files. Beside a file stand those that belong to it. Those of a folder and of the folders in it
// are in the order of their paths; hidden ones are left out. Links are followed, and what they lead to
// is found once. Faults do not stop the search. A file keeps the name by which it was found first;
// names are these, by their real paths.
func findNotes(path string, names map[string]string) (files []string, faults []error) {
	allowGarbage()
	w := walk{names: names, seen: map[string]bool{}}
	w.start(path)
	return w.files, w.faults
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
	memoryLimit    = 512 << 20 // bytes
)

type walk struct {
	files  []string
	faults []error
	names  map[string]string
	seen   map[string]bool // real paths
	full   bool
}

func (w *walk) start(path string) {
	real, isFolder, err := follow(path)
	switch {
	case err != nil:
		w.fault(path, err)
	case isFolder:
		w.folder(path, real)
	default:
		w.file(path, real)
		w.beside(path)
	}
}

// follow finds out what a path leads to.
func follow(path string) (real string, isFolder bool, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", false, err
	}
	if real, err = filepath.EvalSymlinks(path); err == nil {
		real, err = filepath.Abs(real)
	}
	return real, info.IsDir(), err
}

// folder looks through a folder. The real path of what is in it is known from its own, so that deep
// folders take no longer than shallow ones.
func (w *walk) folder(path, real string) {
	if w.seen[real] || w.full {
		return
	}
	w.seen[real] = true
	entries, err := os.ReadDir(path)
	if err != nil {
		w.fault(path, err)
	}
	for _, e := range entries {
		name, inside := filepath.Join(path, e.Name()), filepath.Join(real, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.Type()&fs.ModeSymlink != 0:
			w.link(name)
		case e.IsDir():
			w.folder(name, inside)
		case isNotes(name):
			w.file(name, inside)
		}
	}
}

// link follows a link. One that leads nowhere is a fault where it could lead to notes.
func (w *walk) link(path string) {
	real, isFolder, err := follow(path)
	switch {
	case isFolder && err == nil:
		w.folder(path, real)
	case !isNotes(path) && (err == nil || filepath.Ext(path) != ""):
	case err != nil:
		w.fault(path, err)
	default:
		w.file(path, real)
	}
}

// beside looks for what else belongs to a file that is named alone: the facts of notes, the notes
// that a data file is about, and the topics of the folder.
func (w *walk) beside(path string) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || library.IsTopics(path) {
		return
	}
	for _, e := range entries {
		name := filepath.Join(filepath.Dir(path), e.Name())
		belongs := stem(name) == stem(path) && isNotes(name) && library.IsData(name) != library.IsData(path)
		if !belongs && !library.IsTopics(name) {
			continue
		}
		if real, isFolder, err := follow(name); err == nil && !isFolder {
			w.file(name, real)
		}
	}
}

func stem(path string) string { return strings.TrimSuffix(path, filepath.Ext(path)) }

func (w *walk) file(path, real string) {
	switch {
	case w.seen[real] || w.full:
		return
	case len(w.files) == maxFiles:
		w.full = true
		w.faults = append(w.faults, fmt.Errorf("%s: more than %d files; what comes after is left out", path, maxFiles))
		return
	}
	w.seen[real] = true
	if first, known := w.names[real]; known {
		path = first
	}
	w.names[real] = path
	w.files = append(w.files, path)
}

func (w *walk) fault(path string, err error) {
	w.faults = append(w.faults, fmt.Errorf("%s: %w", path, reason(err)))
}

func isNotes(path string) bool {
	return library.IsData(path) || slices.Contains([]string{".md", ".markdown"}, strings.ToLower(filepath.Ext(path)))
}

// readNotes reads a file whole. Whatever is no regular file is refused before it is opened, since
// opening a pipe or a device can wait for ever.
func readNotes(path string, content *bytes.Buffer) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return reason(err)
	case !info.Mode().IsRegular():
		return errors.New("this is not a regular file")
	case info.Size() > maxFile:
		return tooLarge(info.Size())
	}
	file, err := os.Open(path)
	if err != nil {
		return reason(err)
	}
	defer file.Close()
	content.Grow(int(info.Size()) + bytes.MinRead)
	n, err := content.ReadFrom(io.LimitReader(file, maxFile+1))
	if err == nil && n > maxFile {
		err = tooLarge(n)
	}
	return reason(err)
}

func tooLarge(size int64) error {
	return fmt.Errorf("it has %d bytes, and files of more than %d are not read; split it", size, maxFile)
}

// reason is an error without the path that the message begins with anyway.
func reason(err error) error {
	if fault := (*fs.PathError)(nil); errors.As(err, &fault) {
		return fault.Err
	}
	return err
}
