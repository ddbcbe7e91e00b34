package parse

// A slab hands out pieces of one allocation, and after a reset the same ones again: what is needed
// no longer than a file is read takes no memory of its own for every file.
type slab[T any] struct{ all []T }

// take returns n values, which are whatever they were.
func (s *slab[T]) take(n int) []T {
	from := len(s.all)
	if from+n > cap(s.all) {
		from, s.all = 0, make([]T, 0, max(n, 2*cap(s.all), 64))
	}
	s.all = s.all[:from+n]
	return s.all[from : from+n : from+n]
}

// reset allows what was handed out to be handed out again.
func (s *slab[T]) reset() { s.all = s.all[:0] }
