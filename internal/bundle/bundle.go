// Package bundle reads a folder of notes with its topics. Reading Markdown and YAML takes longer
// than all the rest of an answer, and the program is started for every answer, so the folder can
// hold a snapshot of what was read from it. The snapshot is used only while the files are those it
// was taken from: whoever changes the notes gets the right answers either way.
package bundle

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/topics"
)

// The files of a bundle besides the notes and their facts.
const (
	TopicsFile   = "topics.yaml"
	SnapshotFile = "snapshot.bin"
)

// A Bundle is what a folder holds.
type Bundle struct {
	Summits []*summit.Summit // as sessions.Load returns them
	Topics  []summit.Topic   // as topics.Read returns them
}

// Load returns what a folder holds, from its snapshot if that is up to date. Every fault names its
// file and, where there is one, its line.
func Load(folder fs.FS) (Bundle, error) {
	state, err := stateOf(folder)
	if err != nil {
		return Bundle{}, err
	}
	if b, ok := readSnapshot(folder, state); ok {
		return b, nil
	}
	return read(folder)
}

// Snapshot reads a folder, whatever snapshot it has, and returns the content of its SnapshotFile.
func Snapshot(folder fs.FS) ([]byte, error) {
	state, err := stateOf(folder)
	if err != nil {
		return nil, err
	}
	b, err := read(folder)
	if err != nil {
		return nil, err
	}
	c := codec{writing: true, out: binary.BigEndian.AppendUint32(nil, state)}
	c.bundle(&b)
	return c.out, nil
}

// readSnapshot is not ok when there is no snapshot of the folder in this state.
func readSnapshot(folder fs.FS, state uint32) (b Bundle, ok bool) {
	source, err := readText(folder, SnapshotFile)
	if err != nil || len(source) < 4 || binary.BigEndian.Uint32([]byte(source[:4])) != state {
		return Bundle{}, false
	}
	c := codec{in: source[4:]}
	c.bundle(&b)
	return b, !c.broken && c.in == ""
}

// readText reads a file without a second copy of it.
func readText(folder fs.FS, name string) (string, error) {
	file, err := folder.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	var text strings.Builder
	if info, err := file.Stat(); err == nil {
		text.Grow(int(info.Size()))
	}
	_, err = io.CopyBuffer(&text, file, make([]byte, 4096))
	return text.String(), err
}

// read reads the notes and, at the same time, the topics.
func read(folder fs.FS) (Bundle, error) {
	var b Bundle
	done := make(chan error, 1)
	go func() {
		source, err := fs.ReadFile(folder, TopicsFile)
		if err == nil {
			b.Topics, err = topics.Read(TopicsFile, source)
		}
		done <- err
	}()
	summits, err := sessions.Load(folder)
	b.Summits = summits
	err = errors.Join(err, <-done)
	return b, err
}

// Checksum is the SHA-256 over all files of a folder but the snapshot, in hexadecimal.
func Checksum(folder fs.FS) (string, error) {
	sum := sha256.New()
	if err := feed(sum, folder); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// stateOf tells one state of a folder from another, by a CRC-32 over its files. It is worked out at every start, so it is no
// checksum against forgery but a fast one.
func stateOf(folder fs.FS) (uint32, error) {
	sum := crc32.NewIEEE()
	err := feed(sum, folder)
	return sum.Sum32(), err
}

// feed gives all files but the snapshot to a hash, in the order of their names.
func feed(sum hash.Hash, folder fs.FS) error {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return err
	}
	for _, e := range entries {
		if extension := path.Ext(e.Name()); e.IsDir() || extension != ".md" && extension != ".yaml" {
			continue
		}
		if err := feedFile(sum, folder, e.Name()); err != nil {
			return err
		}
	}
	return nil
}

func feedFile(sum hash.Hash, folder fs.FS, name string) error {
	file, err := folder.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	fmt.Fprintf(sum, "\n%s\n", name)
	_, err = io.CopyBuffer(sum, file, make([]byte, 4096))
	return err
}
