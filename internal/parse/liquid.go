package parse

import "strings"

// resolveLiquid replaces the output tags of a site generator, `{{ name }}`, by the values given;
// a name without one becomes nothing. It has to happen before Markdown is read, because a space
// inside an address ends the address. Line breaks stay as they are.
func resolveLiquid(body string, variables map[string]string) string {
	var out strings.Builder
	for {
		before, tag, found := strings.Cut(body, "{{")
		name, after, closed := strings.Cut(tag, "}}")
		if !found || !closed || strings.Contains(name, "\n") {
			if !found {
				out.WriteString(body)
				return out.String()
			}
			out.WriteString(before + "{{")
			body = tag
			continue
		}
		out.WriteString(before)
		out.WriteString(variables[strings.TrimSpace(name)])
		body = after
	}
}
