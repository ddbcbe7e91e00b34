package yamlfault_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// FuzzDecode: for any file, nothing panics, every fault is one line of text with a line number
// inside the file, and the number of faults is bounded by the size of the file.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"", "name: a\nwords: [b, 1]\ndays: {1: c}\nbooks:\n  - {title: Tea, pages: 3, lent: true, shade: dark}\n", "a: b: c\n", "a: [b\n", "a: *b\n",
		"a: 1\n---\nb: c: d\n", "---\n---\na: 1\n", "{a: 1}\nb\n", "words: &a [*a]\n", "books: [&a {b: 1, c: 2}, *a, *a]\n", "? [a]\n: b\n", "a: \"\\x\"\n", "\xff\xfea\x00",
		"days: {'1': a, 1.5: b, ~: c}\nname: !!null {a: b}\n", "%TAG ! a\n---\n!b c\n", "a: |0\n", "\ta: b\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		file, faults := yamlfault.Parse(source, "all is lost")
		faults = append(faults, file.Decode(file.Root, new(shelf))...)
		last := 1 + bytes.Count(source, []byte("\n")) + bytes.Count(bytes.ReplaceAll(source, []byte("\r\n"), nil), []byte("\r"))
		if bytes.HasPrefix(source, []byte("\xff\xfe")) || bytes.HasPrefix(source, []byte("\xfe\xff")) {
			last = len(source) + 1 // UTF-16
		}
		for _, fault := range faults {
			if fault.Line < 1 || fault.Line > last || fault.What == "" || strings.Contains(fault.What, "\n") {
				t.Errorf("there is the fault %q in line %d of %d", fault.What, fault.Line, last)
			}
		}
		if len(faults) > 3*(len(source)+2) {
			t.Errorf("there are %d faults in %d bytes", len(faults), len(source))
		}
	})
}
