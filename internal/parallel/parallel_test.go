package parallel_test

import (
	"runtime"
	"slices"
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/parallel"
)

func TestMapWorksOnEveryPieceOnceInOrder(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, processors := range []int{1, 2, 3, 16} {
		runtime.GOMAXPROCS(processors)
		for _, n := range []int{0, 1, 499, 500, 501, 1000, 1501, 10_007} {
			ranges := parallel.Map(n, func(from, to int) []int {
				var pieces []int
				for piece := from; piece < to; piece++ {
					pieces = append(pieces, piece)
				}
				return pieces
			})
			done := slices.Concat(ranges...)
			want := make([]int, n)
			for i := range want {
				want[i] = i
			}
			if !slices.Equal(done, want) || len(ranges) > processors {
				t.Errorf("%d processors, %d pieces: %d pieces were done, in %d ranges", processors, n, len(done), len(ranges))
			}
		}
	}
}
