package library

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
)

// A Disk is the file system that user notes are read from.
type Disk struct {
	// Follow resolves all links in a path, and tells whether it is a folder.
	Follow func(path string) (real string, isFolder bool, err error)
	// List returns the entries of a folder, sorted by name. It may return some of them together
	// with an error.
	List func(folder string) ([]fs.DirEntry, error)
	// Read returns the content of a file, but at most its first `most` bytes. It never blocks,
	// not even on a pipe.
	Read func(file string, most int) ([]byte, error)
}

// read reads a file within the limit.
func (d Disk) read(file string) ([]byte, error) {
	content, err := d.Read(file, maxFile+1)
	switch {
	case err != nil:
		return nil, faultOf(file, err)
	case len(content) > maxFile:
		return nil, fmt.Errorf("%s: the file has too many bytes (limit: %d); split it", file, maxFile)
	}
	return content, nil
}

// load reads a notes file, and the data file with its facts unless that name is empty. If the notes
// cannot be read, the file has no source; if the facts cannot be read, only they are lost.
func (d Disk) load(name, facts string) (file sessions.File, faults []error) {
	file = sessions.File{Name: name, FactsName: facts}
	source, err := d.read(name)
	if err != nil {
		return file, []error{err}
	}
	if file.Source = source; source == nil {
		file.Source = []byte{}
	}
	if facts != "" {
		if file.Facts, err = d.read(facts); err != nil {
			faults = []error{err}
		}
	}
	return file, faults
}

// faultOf is a fault of a file: its name and the reason.
func faultOf(path string, err error) error { return fmt.Errorf("%s: %w", path, reason(err)) }

// reason is an error without the path, which the message already begins with.
func reason(err error) error {
	if inPath := (*fs.PathError)(nil); errors.As(err, &inPath) {
		return inPath.Err
	}
	return err
}
