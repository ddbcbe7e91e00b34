// Package cli is the command: it reads arguments, asks for an answer and shows it. It knows the
// process only as a World.
package cli

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/library"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/render"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// A World has the process's streams, environment and files.
type World struct {
	Stdout, Stderr io.Writer
	IsTerminal     bool // Stdout is one
	NoEscapes      bool // Stdout is a console that prints escape sequences as text
	Width          int  // columns of the terminal; 0 without a terminal
	ErrorWidth     int  // columns of the terminal that is Stderr; 0 if it is none
	Env            func(name string) string
	CFConfig       func() []byte              // the content of cf's configuration file; empty without one
	Open           func(address string) error // opens an address in the browser
	Notes          summit.Notes               // the bundled notes
	Disk           library.Disk               // the files of user notes
	Build          Build
}

// A Build identifies the program.
type Build struct{ Version, Commit, Go string }

// Run answers the arguments, without the name of the program, and returns the exit status.
func Run(w World, args []string) int {
	o, err := readArgs(args)
	if err == nil {
		err = w.run(o)
	}
	if err == nil {
		return 0
	}
	w.fail(err, o)
	return 1
}

func (w World) run(o options) error {
	if o.help {
		return w.write([]byte(Help()))
	}
	if o.version {
		return w.version()
	}
	if len(o.check) > 0 {
		return w.check(o.check, o.why)
	}
	ix, err := w.index(o)
	if err != nil {
		return err
	}
	o.query.WithTopics = o.json
	a, err := answer.Find(ix, o.query)
	if e := new(answer.Error); o.json && errors.As(err, &e) && e.IsNothing() {
		return cmp.Or(w.answer(o, a), err) // programs get the object with empty lists, too
	}
	if err != nil {
		return err
	}
	if o.open {
		return w.open(a)
	}
	return w.answer(o, a)
}

// answer shows an answer in the form that the flags ask for.
func (w World) answer(o options, a answer.Answer) error {
	switch {
	case o.json:
		return unwritten(render.JSON(w.Stdout, a))
	case o.markdown:
		return unwritten(render.Markdown(w.Stdout, a))
	}
	st := w.style()
	st.Full = o.full
	return unwritten(render.Text(w.Stdout, a, st))
}

// index indexes the bundled notes, followed by user notes.
func (w World) index(o options) (*index.Index, error) {
	paths := slices.Concat(o.notes, slices.DeleteFunc(filepath.SplitList(w.Env(notesVariable)), isBlank))
	all, topics, talks := sessions.All(w.Notes.Summits), w.Notes.Topics, w.Notes.Talks
	if o.noBundled {
		all, talks = nil, nil
	}
	if len(paths) > 0 {
		l := library.Load(w.Disk, paths, topics)
		if missing := missing(l.Faults, o.notes); missing != nil {
			return nil, missing
		}
		w.warn(slices.Concat(l.Faults, l.Notices))
		sessions.Number(l.Summits(), all)
		all, topics, talks = slices.Concat(all, sessions.All(l.Summits())), l.Topics, slices.Concat(talks, l.AllTalks())
	}
	return index.New(all, topics, talks), nil
}

const notesVariable = "CF_SUMMIT_NOTES_PATH"

// missing returns the fault of a path that was given and does not exist; nil if all exist.
func missing(faults []error, paths []string) error {
	for _, f := range faults {
		if errors.Is(f, fs.ErrNotExist) && slices.ContainsFunc(paths, func(p string) bool { return strings.HasPrefix(f.Error(), p+": ") }) {
			return f
		}
	}
	return nil
}

// maxWarnings is the number of warnings that are printed.
const maxWarnings = 100

// warn prints the faults of notes; the rest of the notes is still searched.
func (w World) warn(faults []error) {
	for _, f := range faults[:min(maxWarnings, len(faults))] {
		_, _ = io.WriteString(w.Stderr, render.Error{Message: "Warning: " + f.Error()}.Text(w.styleOfErrors()))
	}
	if more := len(faults) - maxWarnings; more > 0 {
		_, _ = fmt.Fprintf(w.Stderr, "Warning: %d more warnings are not shown; fix these first\n", more)
	}
}

// check shows how the notes at the paths are read, and by which rules if why is set.
func (w World) check(paths []string, why bool) error {
	l := library.Load(w.Disk, paths, w.Notes.Topics)
	if missing := missing(l.Faults, paths); missing != nil {
		return missing
	}
	for _, n := range l.Notices {
		if errors.Is(n, library.ErrNoNotes) {
			return n
		}
	}
	found := len(l.AllTalks()) + len(l.Added)
	for _, s := range l.Summits() {
		found += len(s.Sessions)
	}
	var out bytes.Buffer
	if err := render.Check(&out, l, w.style()); err != nil {
		return err
	}
	for _, f := range l.Files {
		if !why {
			break
		}
		if err := render.Why(&out, f.Name, f.Why(w.Disk), w.style()); err != nil {
			return err
		}
	}
	w.warn(slices.Concat(l.Faults, l.Notices))
	if err := w.write(out.Bytes()); err != nil {
		return err
	}
	switch all := strings.Join(paths, ", "); {
	case len(l.Faults) > 0:
		return fmt.Errorf("%s: %s", all, words.Count(len(l.Faults), "fault"))
	case found == 0:
		return fmt.Errorf("%s: no session and no talk was found", all)
	}
	return nil
}

// version prints the version and the size of the bundled data.
func (w World) version() error {
	var out bytes.Buffer
	fmt.Fprintf(&out, "summit-notes %s (commit %s, %s)\n", w.Build.Version, w.Build.Commit, w.Build.Go)
	for _, s := range w.Notes.Summits {
		linked := 0
		for _, session := range s.Sessions {
			if len(session.TalkLinks()) > 0 {
				linked++
			}
		}
		fmt.Fprintf(&out, "%s: %d sessions, %d with a link to the talk\n", s.Name, len(s.Sessions), linked)
	}
	fmt.Fprintf(&out, "%d topics, %d talks\n", len(w.Notes.Topics), len(w.Notes.Talks))
	fmt.Fprintf(&out, "notes SHA-256 %s\n", w.Notes.Digest)
	return w.write(out.Bytes())
}

// open prints the best link of the answer and opens it.
func (w World) open(a answer.Answer) error {
	link, ok := a.BestLink()
	if !ok {
		return noLink(a)
	}
	address := render.CleanLine(link.URL)
	if err := w.write([]byte(address + "\n")); err != nil {
		return err
	}
	if err := w.Open(address); err != nil {
		fmt.Fprintf(w.Stderr, "The address could not be opened: %s.\n", render.CleanLine(err.Error()))
	}
	return nil
}

func noLink(a answer.Answer) error {
	e := &answer.Error{Code: "no_talk_link"}
	switch len(a.Sessions) {
	case 0:
		e.Message = "no session and no talk fits, so there is nothing to open"
	case 1:
		e.Message = "no talk link is known for this session"
	default:
		e.Message = fmt.Sprintf("no talk link is known for any of these %d sessions", len(a.Sessions))
	}
	if len(a.Sessions) > 0 {
		e.Tip = "Use 'cf summit-notes --list-sessions' to see which sessions have one."
	}
	return e
}

func (w World) write(text []byte) error {
	_, err := w.Stdout.Write(text)
	return unwritten(err)
}

// unwritten is the error of an answer that could not be written; nil if it could.
func unwritten(err error) error {
	if err == nil {
		return nil
	}
	return &answer.Error{Code: "internal", Message: fmt.Sprintf("the answer cannot be written: %v", err)}
}

// fail shows an error as cf does: the message on stderr and FAILED on stdout, unless stdout is a
// document.
func (w World) fail(err error, o options) {
	code, message, suggestions, tip := "internal", err.Error(), []string(nil), ""
	var noAnswer *answer.Error
	var usage *usageError
	switch {
	case errors.As(err, &noAnswer):
		code, message, suggestions, tip = noAnswer.Code, noAnswer.Message, noAnswer.Suggestions, noAnswer.Tip
	case errors.As(err, &usage):
		code, message, suggestions = "usage", usage.message, usage.suggestions
	}
	if o.json {
		_ = render.ErrorJSON(w.Stderr, code, message, suggestions)
		return
	}
	e := render.Error{Message: message, Suggestions: suggestions, Tip: tip}
	switch {
	case usage != nil:
		e.Message, e.Tip = "Incorrect Usage: "+message, "See 'cf help summit-notes'."
	case noAnswer != nil:
		e.Message, e.All = words.Sentence(message), noAnswer.All
		if tip != "" {
			e.Tip = "TIP: " + tip
		}
	}
	_, _ = io.WriteString(w.Stderr, e.Text(w.styleOfErrors()))
	if !o.markdown {
		_, _ = io.WriteString(w.Stdout, render.Failed(w.style())+"\n")
	}
}
