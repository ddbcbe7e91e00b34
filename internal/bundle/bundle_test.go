package bundle_test

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/bundle"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

var update = flag.Bool("update", false, "take the snapshot of the bundled notes anew")

func TestSnapshotOfTheBundledNotesIsCurrent(t *testing.T) {
	file := filepath.Join("..", "..", "notes", bundle.SnapshotFile)
	want, err := bundle.Snapshot(notes.FS)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is not what the notes say (%v); run make snapshot", file, err)
	}
}

func TestLoadPrefersTheFilesToAnOldSnapshot(t *testing.T) {
	folder := fstest.MapFS{
		"summit.md":         {Data: []byte("# Summit\n\n## Talk\n\n* before\n")},
		bundle.TopicsFile:   {Data: []byte("topics:\n  - {id: talk, name: Talk, terms: [talk]}\n")},
		"not-notes-at-all.": {Data: []byte("x")},
	}
	snapshot, err := bundle.Snapshot(folder)
	if err != nil {
		t.Fatal(err)
	}
	folder[bundle.SnapshotFile] = &fstest.MapFile{Data: snapshot}
	if got := firstNote(t, folder); got != "before" {
		t.Errorf("with a snapshot that is current: first note %q, want %q", got, "before")
	}
	folder["summit.md"] = &fstest.MapFile{Data: []byte("# Summit\n\n## Talk\n\n* after\n")}
	if got := firstNote(t, folder); got != "after" {
		t.Errorf("with an old snapshot: first note %q, want %q", got, "after")
	}
	folder[bundle.SnapshotFile] = &fstest.MapFile{Data: snapshot[:len(snapshot)/2]}
	if got := firstNote(t, folder); got != "after" {
		t.Errorf("with half a snapshot: first note %q, want %q", got, "after")
	}
}

func TestLoadFromASnapshotIsTheSameAsFromTheFiles(t *testing.T) {
	folder := fstest.MapFS{}
	files, err := fs.Glob(notes.FS, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		content, err := fs.ReadFile(notes.FS, f)
		if err != nil {
			t.Fatal(err)
		}
		folder[f] = &fstest.MapFile{Data: content}
	}
	fromSnapshot := load(t, folder)
	delete(folder, bundle.SnapshotFile)
	if diff := cmp.Diff(load(t, folder), fromSnapshot, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("files (-), snapshot (+):\n%s", diff)
	}
}

func firstNote(t *testing.T, folder fs.FS) string {
	t.Helper()
	return load(t, folder).Summits[0].Sessions[0].Notes[0].Text
}

func load(t *testing.T, folder fs.FS) bundle.Bundle {
	t.Helper()
	b, err := bundle.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
