package render

import (
	"strconv"
	"strings"
)

// is is the verb for n things.
func is(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// quote quotes a text unless it has quotes.
func quote(text string) string {
	if strings.Contains(text, `"`) {
		return text
	}
	return `"` + text + `"`
}

// joinFilled joins the texts that are not empty.
func joinFilled(separator string, all ...string) string {
	var filled []string
	for _, s := range all {
		if s != "" {
			filled = append(filled, s)
		}
	}
	return strings.Join(filled, separator)
}
