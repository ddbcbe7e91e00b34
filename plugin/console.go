//go:build !windows

package main

// obeysEscapes reports whether a terminal obeys escape sequences. TERM tells of the few that do not.
func obeysEscapes(int) bool { return true }
