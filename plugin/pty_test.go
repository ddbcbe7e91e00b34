package main_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"syscall"

	"github.com/creack/pty"
)

// ptyMain is the command `pty [-cols N] [-rows N] program [argument...]` of the test scripts. It
// runs the program on a new terminal, prints both streams as one, and exits with the same status.
func ptyMain() {
	flags := flag.NewFlagSet("pty", flag.ExitOnError)
	cols := flags.Int("cols", 80, "width of the terminal")
	rows := flags.Int("rows", 24, "height of the terminal")
	flags.Parse(os.Args[1:])
	if flags.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: pty [-cols N] [-rows N] program [argument...]")
		os.Exit(2)
	}
	cmd := exec.Command(flags.Arg(0), flags.Args()[1:]...)
	cmd.Env = os.Environ()
	if os.Getenv("TERM") == "" {
		cmd.Env = append(cmd.Env, "TERM=xterm-256color")
	}
	out, err := onTerminal(cmd, *cols, *rows)
	os.Stdout.Write(out)
	if exited := new(exec.ExitError); err != nil && !errors.As(err, &exited) {
		fmt.Fprintln(os.Stderr, "pty:", err)
	}
	os.Exit(status(cmd, err))
}

// onTerminal runs cmd on a new terminal and returns its output, with lines that end in a newline
// alone.
func onTerminal(cmd *exec.Cmd, cols, rows int) ([]byte, error) {
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)})
	if err != nil {
		return nil, err
	}
	defer terminal.Close()
	out, err := io.ReadAll(terminal)
	// On Linux, EIO is the end of file: the last program on the terminal has ended.
	if err != nil && !errors.Is(err, syscall.EIO) {
		return out, err
	}
	return bytes.ReplaceAll(out, []byte("\r\n"), []byte("\n")), cmd.Wait()
}

// status returns the exit status of cmd; 127 if it did not start or a signal ended it.
func status(cmd *exec.Cmd, err error) int {
	if err == nil {
		return 0
	}
	if state := cmd.ProcessState; state != nil && state.ExitCode() > 0 {
		return state.ExitCode()
	}
	return 127
}
