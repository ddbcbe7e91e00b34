// Package parse reads notes of a summit, written in Markdown by people in a hurry, into sessions. It knows no notes file; it goes
// by rules, and rules.go has them all. It has four passes over the tree that package markdown makes:
//
//   - gather says of each place in the document what it says on its own: a Candidate for each heading, bold line, paragraph,
//     list, bullet, table and row, with marks ("it reads like a day", "it names speakers").
//   - decide finds what each place is for, from the shape of the tree and the marks, without looking at text.
//   - agree settles titles and speakers that are in doubt by what most sessions do.
//   - write writes the summit. It has no rules.
package parse

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// Notes reads one notes file. The variables are the values of its Liquid tags, by name. The sessions of the summit are in the
// order of the file and have neither Number nor ID, which count over all files. Every fault has the form `file:line: what is
// wrong` and costs no more than its spot; the summit is nil only if the source is no text.
func Notes(file string, source []byte, variables map[string]string) (s *summit.Summit, faults []error) {
	if err := checkText(file, source); err != nil {
		return nil, []error{err}
	}
	d := markdown.Read(string(source), markdown.Options{Variables: variables, Wants: isWanted})
	f := readFront(d.Front)
	root, places := gather(&d, yearOf(f, d.Body))
	plan := decide(&root.Place, places, f.marks())
	return write(file, f, root, plan), yamlfault.Errors(file, append(d.Faults, f.faults...))
}

// marks are what decide knows of the front matter.
func (f *front) marks() Front {
	return Front{HasTitle: f.title != "", DescribesTalk: f.describesTalk(), NamesLicence: isLicence(f.title)}
}

// checkText refuses what is no text, naming the first line that is none.
func checkText(file string, source []byte) error {
	fault := func(at int, what string) error {
		return fmt.Errorf("%s:%d: %s", file, 1+bytes.Count(source[:at], []byte("\n")), what)
	}
	if bytes.HasPrefix(source, []byte{0xFF, 0xFE}) || bytes.HasPrefix(source, []byte{0xFE, 0xFF}) {
		return fault(0, "UTF-16; save the notes as UTF-8")
	}
	if at := bytes.IndexByte(source, 0); at >= 0 {
		return fault(at, "a NUL byte, so this is no text file")
	}
	if utf8.Valid(source) {
		return nil
	}
	at := 0
	for at < len(source) {
		r, size := utf8.DecodeRune(source[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return fault(at, "not UTF-8; save the notes in that encoding")
}

var yearIn = lazy(`\b(19|20)\d\d\b`)

// yearOf is the year that the notes name at their head; 0 if they name none.
func yearOf(f front, body *markdown.Section) int {
	head := []string{f.event, f.title, f.dateText}
	if len(body.Blocks) == 0 && len(body.Sections) > 0 {
		head = append(head, plain(body.Sections[0].Heading))
	}
	year, _ := strconv.Atoi(yearIn().FindString(strings.Join(head, " ")))
	return year
}
