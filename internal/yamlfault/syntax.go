package yamlfault

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

var lineOf = words.Regexp(`^line (\d+): `)

// remedy applies to most syntax errors; the library suggests none.
const remedy = "; check whether a text in this line needs quotes, and its indent"

// maxSearched is the size in bytes up to which findSyntax is quick.
const maxSearched = 1 << 18

// findSyntax finds the first line at which the YAML library fails with this error. The line in its
// message may be the start of the enclosing list, one too low, or missing. The library has no line
// 0, hence the empty line in front.
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

// find splits an error of the YAML library into line and text; a missing line is 1.
func find(err error) Fault {
	what := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if m := lineOf().FindStringSubmatch(what); m != nil {
		line, _ = strconv.Atoi(m[1])
		what = what[len(m[0]):]
	}
	return Fault{line, "this is not YAML: " + strings.Join(strings.Fields(what), " ") + remedy}
}
