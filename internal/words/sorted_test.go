package words_test

import (
	"slices"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

func TestSorted(t *testing.T) {
	list := []string{"abe", "abel", "abigail", "ada", "bo", "bob", "bobby", "bodo", "zoe"}
	s := words.NewSorted(words.Sort(list))
	for _, w := range []string{
		"", "a", "b", "ab", "abe", "abel", "abela", "abi", "abigai", "abigail", "abz", "ac", "ada", "ade", "b", "ba", "bo", "bob", "bobb", "bobby", "bobo",
		"boc", "bodo", "bz", "Abe", "zo", "zoe", "zoey", "éa", "a\x02", "\x01be", "ab\xe9",
	} {
		if got, want := s.Has(w), slices.Contains(list, w); got != want {
			t.Errorf("Has(%q) = %v, want %v", w, got, want)
		}
	}
}
