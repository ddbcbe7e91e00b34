// Package stack makes the program's stack large before other packages start. It is imported for
// this effect alone, and imports nothing, so that Go starts it before goldmark. That compiles
// regular expressions by deep recursion: a stack that grows there is copied at each step, which
// takes a fifteenth of the instructions of a short answer.
package stack

func init() { grow(0) }

// size is the number of bytes that the stack has at least.
const size = 100 << 10

// grow needs a frame of size bytes, for which Go makes room when the function is called. It does
// not touch them, so they take no memory.
//
//go:noinline
func grow(n int) byte {
	if n == 0 {
		return 0
	}
	var frame [size]byte
	frame[n] = 1
	return frame[n/2]
}
