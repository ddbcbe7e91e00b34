package render

import "strings"

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

func quoted(all []string) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = quote(s)
	}
	return out
}

// verb is the form of a verb that fits a number.
func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
