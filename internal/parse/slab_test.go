package parse

import "testing"

func TestSlab(t *testing.T) {
	var s slab[int]
	first, second := s.take(2), s.take(3)
	copy(second, []int{3, 4, 5})
	if _ = append(first, 1, 2, 3); second[0] != 3 {
		t.Errorf("what is added to one piece stands in the next: %v", second)
	}
	s.reset()
	if again := s.take(2); &again[0] != &first[0] {
		t.Error("after a reset there is other memory")
	}
}

// TestLine asks for lines in any order; goldmark's tree has them in that of the text.
func TestLine(t *testing.T) {
	r := reader{text: "a\nb\n\nc\n", above: 2}
	for _, c := range []struct {
		offset int
		want   int32
	}{{0, 3}, {2, 4}, {5, 6}, {3, 4}, {5, 6}, {0, 3}} {
		if got := r.line(c.offset); got != c.want {
			t.Errorf("line(%d) = %d, want %d", c.offset, got, c.want)
		}
	}
}
