// Package bundle reads a folder of notes with its topics. Reading Markdown and YAML takes longer
// than all the rest of an answer, and the program is started for every answer, so the folder can
// hold a snapshot of what was read from it. The snapshot is used only while the files are those it
// was taken from: whoever changes the notes gets the right answers either way.
package bundle

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"path"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/topics"
)

// The files of a bundle besides the notes and their facts.
const (
	TopicsFile   = "topics.yaml"
	SnapshotFile = "snapshot.gob"
)

// A Bundle is what a folder holds.
type Bundle struct {
	Summits []*summit.Summit // as sessions.Load returns them
	Topics  []summit.Topic   // as topics.Read returns them
	State   uint32           // CRC-32 over the files, by which a snapshot knows its own
}

// Load returns what a folder holds, from its snapshot if that is up to date. Every fault names its
// file and, where there is one, its line.
func Load(folder fs.FS) (Bundle, error) {
	state, err := stateOf(folder)
	if err != nil {
		return Bundle{}, err
	}
	if b, err := readSnapshot(folder); err == nil && b.State == state {
		return b, nil
	}
	return read(folder, state)
}

// Snapshot reads a folder, whatever snapshot it has, and returns the content of its SnapshotFile.
func Snapshot(folder fs.FS) ([]byte, error) {
	state, err := stateOf(folder)
	if err != nil {
		return nil, err
	}
	b, err := read(folder, state)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = gob.NewEncoder(&out).Encode(b)
	return out.Bytes(), err
}

func readSnapshot(folder fs.FS) (Bundle, error) {
	var b Bundle
	file, err := folder.Open(SnapshotFile)
	if err != nil {
		return b, err
	}
	defer file.Close()
	err = gob.NewDecoder(bufio.NewReader(file)).Decode(&b)
	return b, err
}

// read reads the notes and, at the same time, the topics.
func read(folder fs.FS, state uint32) (Bundle, error) {
	b := Bundle{State: state}
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

// stateOf tells one state of a folder from another. It is worked out at every start, so it is no
// checksum against forgery but a fast one.
func stateOf(folder fs.FS) (uint32, error) {
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
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
