package yamlfault

import (
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
)

// inWords has broken syntax in the words of who wrote the file, and what the YAML library says of it
// or a part of that. Of several that fit the first counts.
var inWords = []struct {
	ours    string
	library []string
}{
	{"a colon stands where no field can begin; put a text with a colon in quotes, or indent this line like those it belongs to", []string{"mapping values are not allowed"}},
	{"no text begins with a tab, @, % or a backtick; indent with blanks, and put such a text in quotes", []string{"found character that cannot start any token"}},
	{"no line begins with %; put the text in quotes", []string{"directive name", "found unexpected non-alphabetical character"}},
	{"a tab stands where the line is indented; indent with blanks", []string{"found a tab character"}},
	{"no field begins here; indent the fields of a block alike, and leave nothing behind a closing quote or bracket", []string{"did not find expected key"}},
	{`no item of the list begins here; begin it with "- ", indented like the others`, []string{"did not find expected '-' indicator"}},
	{"a value is missing, or a bracket is not closed; write it, or put a text with brackets or commas in quotes", []string{"did not find expected node content"}},
	{`a field has no colon; write it as "name: text", and indent what goes on with a text`, []string{"could not find expected ':'"}},
	{"a list in brackets has no comma or no ] here; write it, or put a text with brackets in quotes", []string{"did not find expected ',' or ']'"}},
	{"a block in braces has no comma or no } here; write it, or put a text with braces in quotes", []string{"did not find expected ',' or '}'"}},
	{"no text begins with * or &; put it in quotes", []string{"did not find expected alphabetic or numeric character"}},
	{"no text begins with *, which stands for what an & marks, and nothing is marked so; put it in quotes", []string{"unknown anchor"}},
	{`a list cannot begin here; begin it in a line of its own, or put a text that begins with "- " in quotes`, []string{"block sequence entries are not allowed"}},
	{`no text begins with "? "; put it in quotes`, []string{"mapping keys are not allowed"}},
	{"no text begins with | or > in the same line; put it in quotes", []string{"did not find expected comment or line break", "found an indentation indicator equal to 0"}},
	{"no text begins with !; put it in quotes", []string{"undefined tag handle", "tag URI", "did not find expected whitespace or line break", "did not find the expected '>'"}},
	{"this is nested too deep; nest less", []string{"exceeded max depth"}},
	{"a quotation mark is never closed; close it", []string{"found unexpected end of stream"}},
	{"a quotation mark is not closed before this line; close it", []string{"found unexpected document indicator"}},
	{`a backslash in double quotes begins a special character, and this is none; write \\ or use single quotes`, []string{
		"found unknown escape character", "did not find expected hexdecimal number", "found invalid Unicode character escape code",
	}},
	{"a control character stands here; take it out, or save the file as UTF-8 if it is not", []string{"control characters are not allowed"}},
	{"this is not UTF-8; save the file in that encoding", []string{
		"UTF-8 octet", "invalid length of a UTF-8 sequence", "invalid Unicode character", "UTF-16", "low surrogate area",
	}},
	{"this stands behind the end of the document; put it before that, or take it out", []string{"<document start>"}},
}

var lineOf = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^line (\d+): `) }) // few answers have a fault to tell

// maxSearched is the size of a file, in bytes, whose broken syntax is searched for in no time.
const maxSearched = 1 << 18

// findSyntax finds the line with which the YAML library begins to fail as it does. The line that it
// names itself may be that of the list around the fault, or one too low, or missing: it has no line
// 0, hence the empty line above.
func findSyntax(source []byte, err error) Fault {
	fault := find(err)
	if len(source) > maxSearched {
		return fault
	}
	ends := []int{0}
	for i, c := range source {
		if c == '\n' || i+1 == len(source) {
			ends = append(ends, i+1)
		}
	}
	fails := func(line int) string {
		_, err := documents(append([]byte("\n"), source[:ends[line]]...))
		return fmt.Sprint(err)
	}
	last := len(ends) - 1
	whole := fails(last)
	fault.Line = max(1, sort.Search(last, func(line int) bool { return fails(line) == whole }))
	return fault
}

// find puts an error of the YAML library into words. One without a line is said to stand in line 1.
func find(err error) Fault {
	what := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if m := lineOf().FindStringSubmatch(what); m != nil {
		line, _ = strconv.Atoi(m[1])
		what = what[len(m[0]):]
	}
	for _, w := range inWords {
		if slices.ContainsFunc(w.library, func(theirs string) bool { return strings.Contains(what, theirs) }) {
			return Fault{line, w.ours}
		}
	}
	return Fault{line, strings.Join(strings.Fields(what), " ")}
}
