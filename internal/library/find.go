package library

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
)

// A finder finds the files that belong to notes at a path, a file or a folder: Markdown and data files. Beside a file are those
// that belong to it. Those of a folder and of the folders in it are in the order of their paths; hidden ones are ignored. Links
// are followed, and what they lead to is found once. Faults do not stop the search.
type finder struct {
	disk    Disk
	names   map[string]string // by which files were found first, by their real paths
	entries int               // of all folders
	found   int               // files

	files  []string
	faults []error
	seen   map[string]bool // real paths
}

// find returns the files at a path. A file that was found before keeps its name.
func (f *finder) find(path string) (files []string, faults []error) {
	f.files, f.faults, f.seen = nil, nil, map[string]bool{}
	real, isFolder, err := f.disk.Follow(path)
	switch {
	case err != nil:
		f.fault(path, err)
	case isFolder:
		f.folder(path, real)
	default:
		f.file(path, real)
		f.beside(path)
	}
	return f.files, f.faults
}

func (f *finder) fault(path string, err error) { f.faults = append(f.faults, faultOf(path, err)) }

// folder looks through a folder. The real path of what is in it is known from its own, so that deep
// folders take no longer than shallow ones.
func (f *finder) folder(path, real string) {
	if f.seen[real] || f.isFull() {
		return
	}
	f.seen[real] = true
	entries, err := f.disk.List(path)
	if err != nil {
		f.fault(path, err)
	}
	for _, e := range entries {
		name, inside := filepath.Join(path, e.Name()), filepath.Join(real, e.Name())
		if f.entries++; f.entries == maxEntries+1 {
			f.fault(name, fmt.Errorf("more than %d files and folders were looked at, the limit; the rest is left out; name a folder that holds fewer", maxEntries))
		}
		switch {
		case f.isFull():
			return
		case strings.HasPrefix(e.Name(), "."):
		case e.Type()&fs.ModeSymlink != 0:
			f.link(name)
		case e.IsDir():
			f.folder(name, inside)
		case isNotes(name):
			f.file(name, inside)
		}
	}
}

func (f *finder) isFull() bool { return f.entries > maxEntries || f.found > maxFiles }

// link follows a link. One that leads nowhere is a fault where it could lead to notes.
func (f *finder) link(path string) {
	real, isFolder, err := f.disk.Follow(path)
	switch {
	case isFolder && err == nil:
		f.folder(path, real)
	case !isNotes(path) && (err == nil || filepath.Ext(path) != ""):
	case err != nil:
		f.fault(path, err)
	default:
		f.file(path, real)
	}
}

// beside looks for what else belongs to a file that is named alone: the facts of notes, the notes
// that a data file is about, and the topics of the folder.
func (f *finder) beside(path string) {
	if isTopics(path) {
		return
	}
	entries, err := f.disk.List(filepath.Dir(path))
	if err != nil {
		f.fault(filepath.Dir(path), fmt.Errorf("%w; facts and topics beside %s are not looked for; name those files too", reason(err), filepath.Base(path)))
	}
	for _, e := range entries {
		name := filepath.Join(filepath.Dir(path), e.Name())
		belongs := stem(name) == stem(path) && isNotes(name) && isData(name) != isData(path)
		if !belongs && !isTopics(name) {
			continue
		}
		if real, isFolder, err := f.disk.Follow(name); err == nil && !isFolder {
			f.file(name, real)
		}
	}
}

func (f *finder) file(path, real string) {
	if f.seen[real] || f.isFull() {
		return
	}
	f.seen[real] = true
	first, known := f.names[real]
	if !known {
		if f.found++; f.isFull() {
			f.fault(path, fmt.Errorf("more than %d files of notes were found, the limit; the rest is left out; name a folder that holds fewer", maxFiles))
			return
		}
		f.names[real], first = path, path
	}
	f.files = append(f.files, first)
}
