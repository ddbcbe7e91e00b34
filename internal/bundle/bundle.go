// Package bundle reads a folder of notes with its topics. Reading Markdown and YAML takes longer
// than all the rest of an answer, and the program is started for every answer, so the folder can
// hold a snapshot of what was read from it. The snapshot is used only while the files are those it
// was taken from: whoever changes the notes gets the right answers either way.
package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"fmt"
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
	Sum     string           // SHA-256 over the names and contents of the files, in hexadecimal
}

// Load returns what a folder holds, from its snapshot if that is up to date. Every fault names its
// file and, where there is one, its line.
func Load(folder fs.FS) (Bundle, error) {
	sum, err := checksum(folder)
	if err != nil {
		return Bundle{}, err
	}
	if b, err := readSnapshot(folder); err == nil && b.Sum == sum {
		return b, nil
	}
	return read(folder, sum)
}

// Snapshot reads a folder, whatever snapshot it has, and returns the content of its SnapshotFile.
func Snapshot(folder fs.FS) ([]byte, error) {
	sum, err := checksum(folder)
	if err != nil {
		return nil, err
	}
	b, err := read(folder, sum)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = gob.NewEncoder(&out).Encode(b)
	return out.Bytes(), err
}

func readSnapshot(folder fs.FS) (Bundle, error) {
	var b Bundle
	source, err := fs.ReadFile(folder, SnapshotFile)
	if err != nil {
		return b, err
	}
	return b, gob.NewDecoder(bytes.NewReader(source)).Decode(&b)
}

// read reads the notes and, at the same time, the topics.
func read(folder fs.FS, sum string) (Bundle, error) {
	b := Bundle{Sum: sum}
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

// checksum is over all files but the snapshot, in the order of their names.
func checksum(folder fs.FS) (string, error) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	for _, e := range entries {
		if extension := path.Ext(e.Name()); e.IsDir() || extension != ".md" && extension != ".yaml" {
			continue
		}
		content, err := fs.ReadFile(folder, e.Name())
		if err != nil {
			return "", err
		}
		fmt.Fprintf(hash, "%s %d\n", e.Name(), len(content))
		hash.Write(content)
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}
