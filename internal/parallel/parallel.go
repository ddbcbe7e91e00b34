// Package parallel shares work among processors.
package parallel

import (
	"runtime"
	"sync"
)

// worthSharing is the number of items for which one more goroutine is worth its start.
const worthSharing = 500

// Map splits n items into ranges and calls do on all ranges concurrently, with the first item of
// the range and the item after its last. The results are in the order of the ranges; there is at
// least one.
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
