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

// disk is the file system, for notes that people point to.
var disk = library.Disk{Find: findNotes, Read: readNotes}

// What is read at most: more is no notes but a mistake, such as pointing to a whole disk.
const (
	maxFile  = 4 << 20 // bytes of one file
	maxFiles = 50_000
)

// findNotes returns the files that belong to notes at a path, a file or a folder: Markdown and
// data files. Beside a file stand its own data files. Those of a folder and of the folders in it are in the order of their paths; hidden
// ones are left out. Links are followed, and what they lead to is found once. Faults do not stop
// the search.
func findNotes(path string) (files []string, faults []error) {
	allowGarbage()
	w := walk{seen: map[string]bool{}}
	w.visit(path, true)
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
	seen   map[string]bool // real paths
	full   bool
}

func (w *walk) visit(path string, named bool) {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		w.fault(path, err)
		return
	}
	if w.seen[real] || w.full {
		return
	}
	w.seen[real] = true
	info, err := os.Stat(path)
	switch {
	case err != nil:
		w.fault(path, err)
	case info.IsDir():
		w.folder(path)
	case named:
		w.file(path)
		w.beside(path)
	case isNotes(path):
		w.file(path)
	}
}

// beside looks for what else belongs to a file that is named alone: the facts of notes, the notes
// that a data file is about, and the topics of the folder.
func (w *walk) beside(path string) {
	topics := filepath.Join(filepath.Dir(path), library.TopicsFile)
	names := []string{topics}
	if filepath.Base(path) != library.TopicsFile {
		name := strings.TrimSuffix(path, filepath.Ext(path))
		names = append(names, name+".yaml")
		if strings.EqualFold(filepath.Ext(path), ".yaml") {
			names = append(names, name+".md", name+".markdown")
		}
	}
	for _, name := range names {
		if _, err := os.Stat(name); err == nil {
			w.visit(name, false)
		}
	}
}

func (w *walk) folder(path string) {
	entries, err := os.ReadDir(path)
	if err != nil {
		w.fault(path, err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && (e.IsDir() || e.Type()&fs.ModeSymlink != 0 || isNotes(e.Name())) {
			w.visit(filepath.Join(path, e.Name()), false)
		}
	}
}

func (w *walk) file(path string) {
	if len(w.files) == maxFiles {
		w.full = true
		w.faults = append(w.faults, fmt.Errorf("%s: more than %d files; what comes after is left out", path, maxFiles))
		return
	}
	w.files = append(w.files, path)
}

func (w *walk) fault(path string, err error) {
	w.faults = append(w.faults, fmt.Errorf("%s: %w", path, reason(err)))
}

func isNotes(path string) bool {
	return slices.Contains([]string{".md", ".markdown", ".yaml"}, strings.ToLower(filepath.Ext(path)))
}

// readNotes reads a file whole. Whatever is no regular file is refused before it is opened, since
// opening a pipe or a device can wait for ever.
func readNotes(path string, content *bytes.Buffer) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return reason(err)
	case !info.Mode().IsRegular():
		return errors.New("this is no regular file")
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
