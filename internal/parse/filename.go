package parse

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/when"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/who"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// titleOfFile is what the name of a file says as the title of its one talk: `Day 2 - 04 - Ropes at
// sea.md`, `03_ropes-at-sea.md`. A file named index or README is named by its folder.
func titleOfFile(file string) string {
	name := nameOf(file)
	if isIndexName(file) {
		if folder := filepath.Base(filepath.Dir(file)); strings.ContainsFunc(folder, unicode.IsLetter) {
			name = folder
		}
	}
	for rest := cutPrefix(name); rest != name; rest = cutPrefix(name) {
		name = rest
	}
	if !strings.Contains(name, " ") {
		name = strings.Map(blankOfName, name)
	}
	return words.OneLine(name)
}

// speakersOfFile are the people whom the name of a file has behind "by": `ropes__by_Ana.Lopez.md`,
// `ropes-by-ana-lopez.md`. One of them needs a given name that many have.
func speakersOfFile(file string) who.People {
	name := strings.Map(blankOrDot, nameOf(file))
	at := strings.LastIndex(name, " by ")
	if at < 0 {
		return who.People{}
	}
	fields := strings.Fields(name[at:])
	for i, f := range fields[1:] {
		if f != "and" {
			fields[i+1] = words.Capital(f)
		}
	}
	text := who.NewText("file " + strings.Join(fields, " "))
	t := who.ReadTitle(&text)
	if !t.AreCalled() {
		return who.People{}
	}
	return t.People
}

func blankOrDot(r rune) rune {
	if r == '.' {
		return ' '
	}
	return blankOfName(r)
}

func blankOfName(r rune) rune {
	if r == '-' || r == '_' {
		return ' '
	}
	return r
}

// cutPrefix takes a date, the number of a day or a number off the head of the name of a file,
// unless nothing is behind it.
func cutPrefix(name string) string {
	rest := when.CutDayOfName(name)
	if digits, after := words.CutDigits(name); len(digits) > 1 || strings.IndexAny(after, ".-)_") == 0 {
		rest = after
	}
	if rest = strings.TrimLeft(rest, words.Trailing+"._)"); !strings.ContainsFunc(rest, unicode.IsLetter) {
		return name
	}
	return rest
}

// isPostName reports whether a file, or the folder of which it is the index, is named like a post,
// with its date before the title: `2031-05-06-title.md`.
func isPostName(file string) bool {
	name := nameOf(file)
	if isIndexName(file) {
		name = filepath.Base(filepath.Dir(file))
	}
	return len(name) > len("2006-01-02-") && isDated(name[:len("2006-01-02")])
}

// isIndexName reports whether a file is named like the first page of its folder.
func isIndexName(file string) bool {
	return isReadmeName(file) || slices.Contains([]string{"index", "notes"}, strings.ToLower(nameOf(file)))
}

// isNamedLike reports whether the first heading of a file is its name, or begins with two words at
// least that are. The name may be without blanks.
func isNamedLike(file string, body *markdown.Section) bool {
	if len(body.Sections) == 0 {
		return false
	}
	var name string
	for _, w := range words.Split(titleOfFile(file)) {
		name += w.Fold
	}
	heading := words.Split(plain(body.Sections[0].Heading))
	for i, w := range heading {
		if rest, found := strings.CutPrefix(name, w.Fold); !found {
			return false
		} else if name = rest; name == "" {
			return i > 0 || len(heading) == 1
		}
	}
	return false
}
