package bundle

import (
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

// FuzzCodec: no snapshot, however broken, makes reading it panic, and one that is whole is written
// again as it was.
func FuzzCodec(f *testing.F) {
	whole, err := notes.FS.ReadFile(SnapshotFile)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(whole[4:]))
	f.Add(string(whole[4:400]))
	f.Add("\x01\x01a\x00\x00\x00\x00\x00\x00")
	f.Add("\xff\xff\xff\xff\x7f")
	f.Fuzz(func(t *testing.T, in string) {
		c := codec{in: in}
		var b Bundle
		c.bundle(&b)
		if c.broken || c.in != "" {
			return
		}
		again := codec{writing: true}
		again.bundle(&b)
		reread := codec{in: string(again.out)}
		var same Bundle
		if reread.bundle(&same); reread.broken || reread.in != "" {
			t.Error("what was written cannot be read")
		}
	})
}
