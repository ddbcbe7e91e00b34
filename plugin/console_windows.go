package main

import "golang.org/x/sys/windows"

// obeysEscapes puts a console into the mode in which it obeys escape sequences, and reports whether it does.
func obeysEscapes(console int) bool {
	var mode uint32
	handle := windows.Handle(console)
	return windows.GetConsoleMode(handle, &mode) == nil &&
		windows.SetConsoleMode(handle, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
