// Package parallel shares work among the processors.
package parallel

import (
	"runtime"
	"sync"
)

// worthSharing is how many pieces of work it takes for one more processor to be quicker than the
// start of its thread.
const worthSharing = 500

// Ranges is into how many ranges Do parts n pieces of work: 1 or more.
func Ranges(n int) int { return min(runtime.GOMAXPROCS(0), 1+n/worthSharing) }

// Do parts n pieces of work into ranges and works on all of them at the same time. do gets the
// number of a range, from 0, and its first piece and the one behind its last.
func Do(n int, do func(i, from, to int)) {
	ranges := Ranges(n)
	size := (n + ranges - 1) / ranges
	work := func(i int) { do(i, min(i*size, n), min((i+1)*size, n)) }
	var others sync.WaitGroup
	for i := 1; i < ranges; i++ {
		others.Go(func() { work(i) })
	}
	work(0)
	others.Wait()
}
