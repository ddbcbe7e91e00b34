package main

import "golang.org/x/sys/windows"

// obeysEscapes sets a console to the mode in which it obeys escape sequences, and reports whether
// that worked.
func obeysEscapes(console int) bool {
	var mode uint32
	handle := windows.Handle(console)
	return windows.GetConsoleMode(handle, &mode) == nil &&
		windows.SetConsoleMode(handle, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
