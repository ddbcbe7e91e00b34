package library

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
)

// A finder finds Markdown and data files at a path. For a file it also finds the files beside it
// that belong to it. The files of a folder, and of the folders in it, are in the order of their
// paths; hidden files are ignored. Links are followed, and each file is found once. Faults do not
// stop the search.
type finder struct {
	disk    Disk
	names   map[string]string // the path under which each file was found first, by its real path
	entries int               // of all folders so far
	found   int               // files so far

	files  []string
	faults []error
	seen   map[string]bool // real paths
}

// find returns the files at a path. A file that was found before under another path keeps that
// path.
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

// folder searches a folder. The real path of an entry follows from that of the folder; resolving
// each would make deep folders slow.
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
			f.fault(name, fmt.Errorf("there are more than %d files and folders; name a folder with fewer; the rest is ignored", maxEntries))
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

// link follows a link. A broken link is a fault if its name is that of notes or of a folder.
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

// beside finds the other files that belong to a single file: the facts of notes, the notes of a
// data file, and the topics of the folder.
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
			f.fault(path, fmt.Errorf("there are more than %d files of notes; name a folder with fewer; the rest is ignored", maxFiles))
			return
		}
		f.names[real], first = path, path
	}
	f.files = append(f.files, first)
}
