package bundle

import (
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

// BenchmarkLoad takes the bundled notes from their snapshot, BenchmarkRead from the files.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(notes.FS); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		if _, err := read(notes.FS); err != nil {
			b.Fatal(err)
		}
	}
}
