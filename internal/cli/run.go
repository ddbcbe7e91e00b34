// Package cli is the command: it reads arguments, has them answered and shows the answer. All that
// it knows of the process stands in World.
package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/bundle"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/render"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
)

// A World is what the process is given.
type World struct {
	Stdout, Stderr io.Writer
	IsTerminal     bool // Stdout is one
	Width          int  // columns of the terminal; 0 when there is none
	Env            func(name string) string
	CFConfig       func() []byte              // cf's own configuration; empty when there is none
	Open           func(address string) error // hands an address to the system's opener
	Notes          fs.FS                      // the bundled notes
	Build          Build
}

// A Build is what the linker knows of the program.
type Build struct{ Version, Commit, Go string }

// Run answers the arguments, which do not hold the name of the program, and returns the exit status.
func Run(w World, args []string) int {
	o, err := readArgs(args)
	if err == nil {
		err = w.run(o)
	}
	if err == nil {
		return 0
	}
	w.fail(err, o.json || slices.Contains(args, "--json"))
	return 1
}

func (w World) run(o options) error {
	if o.help {
		return w.write([]byte(Help()))
	}
	b, err := bundle.Load(w.Notes)
	if err != nil {
		return err
	}
	if o.version {
		return w.write(w.version(b))
	}
	a, err := answer.Find(index.New(sessions.All(b.Summits), b.Topics), o.query)
	if err != nil {
		return err
	}
	if o.open {
		return w.open(a)
	}
	var out bytes.Buffer
	switch {
	case o.json:
		err = render.JSON(&out, a)
	case o.markdown:
		err = render.Markdown(&out, a)
	default:
		err = render.Text(&out, a, render.Style{Width: w.Width, Color: w.useColor(), Links: w.useLinks(), Full: o.full})
	}
	if err != nil {
		return err
	}
	return w.write(out.Bytes())
}

// version says which program this is and what it carries.
func (w World) version(b bundle.Bundle) []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "summit-notes %s (commit %s, %s)\n", w.Build.Version, w.Build.Commit, w.Build.Go)
	for _, s := range b.Summits {
		linked := 0
		for _, session := range s.Sessions {
			if len(session.TalkLinks()) > 0 {
				linked++
			}
		}
		fmt.Fprintf(&out, "%s: %d sessions, %d with a talk link, %d without\n", s.Name, len(s.Sessions), linked, len(s.Sessions)-linked)
	}
	fmt.Fprintf(&out, "%d topics\n", len(b.Topics))
	fmt.Fprintf(&out, "notes SHA-256 %s\n", b.Sum)
	return out.Bytes()
}

// open prints the best talk link of the answer and has it opened.
func (w World) open(a answer.Answer) error {
	for _, s := range a.Sessions {
		talk := s.TalkLinks()
		if len(talk) == 0 {
			continue
		}
		if err := w.write([]byte(talk[0].URL + "\n")); err != nil {
			return err
		}
		if err := w.Open(talk[0].URL); err != nil {
			fmt.Fprintf(w.Stderr, "The address could not be opened: %v.\n", err)
		}
		return nil
	}
	if len(a.Sessions) == 0 {
		return &answer.Error{Code: "no_talk_link", Message: "no session fits, so there is nothing to open"}
	}
	return &answer.Error{
		Code: "no_talk_link", Message: "no talk link is known for " + these(len(a.Sessions)),
		Tip: "Use 'cf summit-notes --list-sessions' to see which sessions have one.",
	}
}

func these(n int) string {
	if n == 1 {
		return "this session"
	}
	return fmt.Sprintf("any of these %d sessions", n)
}

func (w World) write(answer []byte) error {
	if _, err := w.Stdout.Write(answer); err != nil {
		return fmt.Errorf("the answer cannot be written: %w", err)
	}
	return nil
}

// fail shows an error in the manner of cf: the message on stderr, FAILED on stdout.
func (w World) fail(err error, asJSON bool) {
	code, message, suggestions, tip := "internal", err.Error(), []string(nil), ""
	var noAnswer *answer.Error
	var usage *usageError
	switch {
	case errors.As(err, &noAnswer):
		code, message, suggestions, tip = noAnswer.Code, noAnswer.Message, noAnswer.Suggestions, noAnswer.Tip
	case errors.As(err, &usage):
		code, message, suggestions = "usage", usage.message, usage.suggestions
	}
	if asJSON {
		_ = render.ErrorJSON(w.Stderr, code, message, suggestions)
		return
	}
	var out strings.Builder
	if usage != nil {
		out.WriteString("Incorrect Usage: " + message + "\n")
	} else {
		out.WriteString(sentence(message) + "\n")
	}
	if len(suggestions) > 0 {
		out.WriteString("Did you mean " + oneOf(suggestions) + "?\n")
	}
	if tip != "" {
		out.WriteString("TIP: " + tip + "\n")
	}
	_, _ = io.WriteString(w.Stderr, render.CleanLines(out.String()))
	if usage != nil {
		_, _ = io.WriteString(w.Stdout, "\n"+Help())
		return
	}
	_, _ = io.WriteString(w.Stdout, render.Failed(render.Style{Color: w.useColor()})+"\n")
}

// sentence makes a message a sentence, but leaves one alone that begins with the place of a fault.
func sentence(message string) string {
	first, size := utf8.DecodeRuneInString(message)
	if before, _, found := strings.Cut(message, ": "); found && strings.Contains(before, ".") {
		return message
	}
	return string(unicode.ToUpper(first)) + message[size:] + "."
}

func oneOf(all []string) string {
	if len(all) == 1 {
		return all[0]
	}
	return strings.Join(all[:len(all)-1], ", ") + " or " + all[len(all)-1]
}
