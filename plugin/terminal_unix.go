//go:build !windows

package main

// obeysEscapes reports whether a terminal obeys escape sequences. The few that do not say so in
// TERM.
func obeysEscapes(int) bool { return true }
