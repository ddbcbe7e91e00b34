// Package parallel shares work among the processors.
package parallel

import (
	"runtime"
	"sync"
)

// worthSharing is how many pieces of work it takes for one more processor to be quicker than the
// start of its thread.
const worthSharing = 500

// Map parts n pieces of work into ranges and works on all of them at the same time. do gets the
// first piece of a range and the one behind its last; what it returns is in the order of the ranges,
// of which there is at least one.
func Map[T any](n int, do func(from, to int) T) []T {
	out := make([]T, min(runtime.GOMAXPROCS(0), 1+n/worthSharing))
	size := (n + len(out) - 1) / len(out)
	work := func(i int) { out[i] = do(min(i*size, n), min((i+1)*size, n)) }
	var others sync.WaitGroup
	for i := 1; i < len(out); i++ {
		others.Go(func() { work(i) })
	}
	work(0)
	others.Wait()
	return out
}
