package library

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// A finder finds Markdown and data files at a path. For a file it also finds the files beside it
// that belong to it. The files of a folder, and of the folders in it, are in the order of their
// paths; hidden files are ignored. Links are followed, and each file is found once. Faults do not
// stop the search.
type finder struct {
	disk     Disk
	names    map[string]string  // the path under which each file was found first, by its real path
	entries  int                // of all folders so far
	found    int                // files so far
	listings map[string]listing // of folders of single files

	files  []string
	faults []error
	seen   map[string]bool // real paths
}

func newFinder(disk Disk) *finder {
	return &finder{disk: disk, names: map[string]string{}, listings: map[string]listing{}}
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
		name, inside := join(path, e.Name()), filepath.Join(real, e.Name())
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

// join is the path of a file in a folder. A path with `..` is kept as it is: behind a link, that is
// not the folder which the path names before.
func join(folder, name string) string {
	if strings.Contains(folder, "..") {
		return strings.TrimRight(folder, string(filepath.Separator)) + string(filepath.Separator) + name
	}
	return filepath.Join(folder, name)
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

// beside finds the other files that belong to a single file: the topics of its folder, and the
// facts of notes or the notes of a data file.
func (f *finder) beside(path string) {
	if isTopics(path) {
		return
	}
	prefix, name := filepath.Split(path)
	folder := filepath.Dir(path)
	l := f.listing(folder)
	if l.err != nil {
		f.fault(folder, fmt.Errorf("%w; facts and topics beside %s are not looked for; name those files too", reason(l.err), name))
	}
	for _, other := range slices.Concat(l.topics, l.others[stem(name)]) {
		if !isTopics(other) && isData(other) == isData(path) {
			continue
		}
		if real, isFolder, err := f.disk.Follow(prefix + other); err == nil && !isFolder {
			f.file(prefix+other, real)
		}
	}
}

// A listing has the names of the notes and data files in a folder.
type listing struct {
	topics []string
	others map[string][]string // by their stems
	err    error
}

// listing returns that of a folder, which is read once however many of its files are named.
func (f *finder) listing(folder string) listing {
	if l, known := f.listings[folder]; known {
		return l
	}
	entries, err := f.disk.List(folder)
	l := listing{others: map[string][]string{}, err: err}
	for _, e := range entries {
		switch name := e.Name(); {
		case isTopics(name):
			l.topics = append(l.topics, name)
		case isNotes(name):
			l.others[stem(name)] = append(l.others[stem(name)], name)
		}
	}
	f.listings[folder] = l
	return l
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
