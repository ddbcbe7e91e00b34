package library

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
)

// A Disk is the file system as far as notes are concerned.
type Disk struct {
	// Follow returns the real path of what a path leads to, and whether that is a folder.
	Follow func(path string) (real string, isFolder bool, err error)
	// List returns what is in a folder, sorted by name. It may return some of it beside an error.
	List func(folder string) ([]fs.DirEntry, error)
	// Read returns the content of a file, or no more than the beginning of one that is longer than most bytes. It does not
	// wait for content that has yet to come.
	Read func(file string, most int) ([]byte, error)
}

// read reads a file within the limit.
func (d Disk) read(file string) ([]byte, error) {
	content, err := d.Read(file, maxFile+1)
	switch {
	case err != nil:
		return nil, faultOf(file, err)
	case len(content) > maxFile:
		return nil, fmt.Errorf("%s: it has more than %d bytes, the limit of a file; split it", file, maxFile)
	}
	return content, nil
}

// load reads a notes file, and the facts beside it unless their name is empty. It has no source if the notes cannot be read.
// Facts that cannot be read cost nothing else.
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

// faultOf is the fault of a file: its name and what is wrong.
func faultOf(path string, err error) error { return fmt.Errorf("%s: %w", path, reason(err)) }

// reason is an error without the path that the message begins with anyway.
func reason(err error) error {
	if inPath := (*fs.PathError)(nil); errors.As(err, &inPath) {
		return inPath.Err
	}
	return err
}
