package parallel_test

import (
	"runtime"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/parallel"
)

func TestDoWorksOnEveryPieceOnce(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, processors := range []int{1, 2, 3, 16} {
		runtime.GOMAXPROCS(processors)
		for _, n := range []int{0, 1, 499, 500, 501, 1000, 1501, 10_007} {
			done := make([]int, n)
			ranges := make([]int, parallel.Ranges(n))
			parallel.Do(n, func(i, from, to int) {
				ranges[i]++
				for piece := from; piece < to; piece++ {
					done[piece]++
				}
			})
			for piece, times := range done {
				if times != 1 {
					t.Fatalf("%d processors, %d pieces: piece %d was worked on %d times", processors, n, piece, times)
				}
			}
			for i, times := range ranges {
				if times != 1 {
					t.Errorf("%d processors, %d pieces: range %d was worked on %d times", processors, n, i, times)
				}
			}
		}
	}
}
