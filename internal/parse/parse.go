// Package parse reads notes of a summit, written in Markdown by people in a hurry, into sessions.
// It knows no notes file; it goes by rules, and rules.go has them all. It has four passes over
// the tree that package markdown makes:
//
//   - gather describes each place in the document: a Candidate for each heading, bold line,
//     paragraph, list, bullet, table and row, with marks ("it reads like a day", "it names speakers").
//   - decide finds what each place is for, from the shape of the tree, the marks and the Front of
//     the document, without looking at text.
//   - agree settles titles and speakers that are in doubt by what most sessions do.
//   - write writes the summit. It has no rules.
package parse

import (
	"bytes"
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/when"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// A File is a notes file.
type File struct {
	Name       string
	Source     []byte
	Variables  map[string]string // the values of its Liquid tags, by name
	Neighbours Neighbours        // what the other files tell about it
}

// A Reading is what became of a file. The sessions of the summit are in the order of the file and
// have neither Number nor ID, which count over all files. Every fault has the form
// `file:line: message`. A fault does not end the reading: the rest of the file counts.
type Reading struct {
	Summit *summit.Summit // nil if the source is no text or exceeds a limit of package markdown
	Faults []error
	Shape  Shape
}

// Read reads a file. What the other files of a folder are may settle how one of them is read; see
// NeighboursOf.
func Read(f File) Reading {
	d := understand(f)
	r := Reading{Faults: yamlfault.Errors(f.Name, d.faults)}
	if d.all != nil {
		r.Summit, r.Shape = write(f.Name, d), Shape{d.plan.form, isReadmeName(f.Name) && d.hasTalks(), d.leads}
	}
	return r
}

// Why returns the reason for the role of each heading, and of each other place that is more than
// text, in the order of the file.
func Why(f File) []Reason {
	d := understand(f)
	if d.all == nil {
		return nil
	}
	return reasons(d.all.root(), d)
}

// A document is a file of which it is known what its places are for.
type document struct {
	front  front
	all    candidates // nil if the source is no text or exceeds a limit
	plan   Plan
	leads  []string // the notes files to which most bullets lead, as written
	year   int      // that the notes name at their head; 0 if they name none
	faults []yamlfault.Fault
}

// understand takes a file through the first two passes, unless it is no text or exceeds a limit.
func understand(f File) document {
	if fault := faultInText(f.Source); fault != nil {
		return document{faults: fault}
	}
	tree := markdown.Read(f.Source, markdown.Options{Variables: f.Variables, Wants: isWanted})
	if tree.Body == nil {
		return document{faults: tree.Faults}
	}
	d := document{front: readFront(tree.Front)}
	d.faults = append(tree.Faults, d.front.faults...)
	d.year = yearOf(f.Name, d.front, tree.Body)
	d.all = gather(&tree, d.year)
	d.leads = leadsIn(d.all)
	d.plan = decide(d.all.root(), len(d.all), Front{
		HasTitle: d.front.title != "", HasPeople: len(d.front.speakers) > 0, DescribesTalk: d.front.describesTalk(),
		IsTalk: d.front.isTalk && d.front.title != "", Headline: d.headlineMarks(f.Name),
		IsNamedLike: isNamedLike(f.Name, tree.Body), IsPost: d.front.title != "" && isPostName(f.Name),
		IsReadme: isReadmeName(f.Name), IsLicence: !isReadmeName(f.Name) && isLicence(nameOf(f.Name)), Neighbours: f.Neighbours,
	})
	return d
}

// headlineMarks are the marks of a file's title: that of its front matter, or its name.
func (d *document) headlineMarks(file string) Marks {
	return marksOfName(cmp.Or(d.front.title, titleOfFile(file)))
}

// faultInText returns why a source is no text, with the first line that shows it; nil if it is text.
func faultInText(source []byte) []yamlfault.Fault {
	fault := func(at int, what string) []yamlfault.Fault {
		return []yamlfault.Fault{{Line: 1 + bytes.Count(source[:at], []byte("\n")), What: what}}
	}
	if bytes.HasPrefix(source, []byte{0xFF, 0xFE}) || bytes.HasPrefix(source, []byte{0xFE, 0xFF}) {
		return fault(0, "UTF-16; save the notes as UTF-8")
	}
	if at := bytes.IndexByte(source, 0); at >= 0 {
		return fault(at, "a NUL byte, so this is not a text file")
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

var yearIn = words.Regexp(`\b(19|20)\d\d\b`)

// yearOf is the year that the notes name at their head, else the names of the file and its
// folders; 0 if there is none.
func yearOf(file string, f front, body *markdown.Section) int {
	head := []string{f.event, f.title, f.dateText}
	if len(body.Sections) > 0 {
		head = append(head, plain(body.Sections[0].Heading))
	}
	year, _ := strconv.Atoi(yearIn().FindString(strings.Join(head, " ")))
	if year == 0 {
		year = when.YearInPath(file)
	}
	return year
}
