package words

import (
	"regexp"
	"sync"
)

// Regexp returns a function that compiles a regular expression when it is first called. The program
// is started for every answer, and most answers need none.
func Regexp(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
