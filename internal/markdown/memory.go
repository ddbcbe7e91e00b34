package markdown

// A slab hands out values, and after a reset the same ones again.
type slab[T any] struct {
	all  [][]T
	used int
}

// take returns a value; it is not zeroed.
func (s *slab[T]) take() *T {
	if s.used == len(s.all)*chunkSize {
		s.all = append(s.all, make([]T, chunkSize))
	}
	s.used++
	return &s.all[(s.used-1)/chunkSize][(s.used-1)%chunkSize]
}

// reset allows the values to be handed out again. Those of a very large file are not kept.
func (s *slab[T]) reset() {
	s.used = 0
	if len(s.all) > maxChunks {
		s.all = s.all[:maxChunks:maxChunks]
	}
}

// A chunk hands out parts of larger allocations: a document has many small slices.
type chunk[T any] struct{ free []T }

// take returns a slice of n zero values.
func (c *chunk[T]) take(n int) []T {
	if n > len(c.free) {
		c.free = make([]T, max(n, chunkSize))
	}
	out := c.free[:n:n]
	c.free = c.free[n:]
	return out
}

const (
	chunkSize = 128
	maxChunks = 64
)
