package markdown

import "strings"

// maxTag is the longest tag, in bytes, and how much of the text before it can be the address that
// it is in.
const maxTag = 300

// resolveTags replaces shortcodes of videos, and the output tags of a site generator, `{{ name
// }}`, by their values. It has to happen before Markdown is read, because a space inside an
// address ends the address. Line breaks stay as they are. From line tooLong of the body on, from
// 1, the text is too long for more values; it is 0 if it never is.
func resolveTags(body string, variables map[string]string) (resolved string, tooLong int) {
	body = resolveShortcodes(body)
	if !strings.Contains(body, "{{") {
		return body, 0
	}
	whole := body
	var out strings.Builder
	out.Grow(len(body))
	for {
		before, tag, found := strings.Cut(body, "{{")
		out.WriteString(before)
		if !found {
			return out.String(), tooLong
		}
		line, _, _ := strings.Cut(tag[:min(len(tag), maxTag)], "\n")
		name, _, closed := strings.Cut(line, "}}")
		value, known := variables[strings.TrimSpace(name)]
		switch {
		case !closed || !known && !endsInAddress(out.String()):
			value = "{{"
		case out.Len()+len(value)+len(tag) > maxText:
			if tooLong == 0 {
				tooLong = 1 + strings.Count(whole[:len(whole)-len(tag)], "\n")
			}
			value = "{{"
		default:
			tag = tag[len(name)+len("}}"):]
		}
		out.WriteString(value)
		body = tag
	}
}

// endsInAddress reports whether the address of a link or an image in Markdown or HTML has begun
// at the end of a text.
func endsInAddress(text string) bool {
	text = text[max(0, len(text)-maxTag):]
	text = text[strings.LastIndexByte(text, '\n')+1:]
	at := max(strings.LastIndex(text, "]("), strings.LastIndex(text, "]: "), strings.LastIndex(text, `="`))
	return at >= 0 && !strings.ContainsAny(text[at+2:], "\t)\"") && !strings.Contains(strings.TrimLeft(text[at+2:], " "), " ")
}

// videos are the shortcodes of site generators that show a video, and the address of one without
// its name.
var videos = map[string]string{
	"youtube": "https://www.youtube.com/watch?v=",
	"vimeo":   "https://vimeo.com/",
}

// resolveShortcodes replaces `{{< youtube ID >}}`, `{{% vimeo ID %}}` and `{% youtube ID %}` by
// the address of the video. Others stay.
func resolveShortcodes(body string) string {
	if !strings.Contains(body, "youtube") && !strings.Contains(body, "vimeo") {
		return body
	}
	var out strings.Builder
	for {
		at := strings.IndexByte(body, '{')
		if at < 0 {
			out.WriteString(body)
			return out.String()
		}
		out.WriteString(body[:at])
		body = body[at:]
		address, length := readShortcode(body)
		if length == 0 {
			address, length = "{", 1
		}
		out.WriteString(address)
		body = body[length:]
	}
}

// readShortcode reads the shortcode of a video at the head of a text; length is 0 if there is none.
func readShortcode(s string) (address string, length int) {
	s, _, _ = strings.Cut(s[:min(len(s), maxTag)], "\n")
	for _, signs := range [][2]string{{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}} {
		inner := strings.TrimPrefix(s, signs[0])
		inner, _, closed := strings.Cut(inner, signs[1])
		if !closed {
			continue
		}
		fields := strings.Fields(inner)
		if len(fields) > 2 && fields[0] == "include" {
			fields = append([]string{strings.TrimSuffix(fields[1], ".html")}, fields[2:]...)
		}
		if len(fields) < 2 || videos[fields[0]] == "" {
			return "", 0
		}
		id := fields[1]
		for _, f := range fields[1:] {
			if v, found := strings.CutPrefix(f, "id="); found {
				id = v
			}
		}
		if id = strings.Trim(id, `"'`); !isVideoID(id) {
			return "", 0
		}
		return videos[fields[0]] + id, len(signs[0]) + len(inner) + len(signs[1])
	}
	return "", 0
}

func isVideoID(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == ""
}
