package render

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

const (
	schemaVersion = 2
	usualJSON     = 64 << 10 // bytes: few answers are longer
)

// A JSON answer consists of these types, and writeJSON writes it: encoding/json would add 0.2 MB to
// the program.
type (
	// An object is a JSON object. Its members keep their order.
	object []member

	// The value of a member is a string, an int, a bool, an object, or a list of strings, ints or
	// objects. No list is null.
	member struct {
		key   string
		value any
	}

	// A list has objects that are made when they are written, each once and in their order: those of
	// all sessions at once would take more memory than the sessions.
	list struct {
		len int
		at  func(i int) object
	}
)

// JSON writes an answer for programs; schema.json describes it.
func JSON(w io.Writer, a answer.Answer) error {
	return writeJSON(w, object{
		{"schema_version", schemaVersion},
		{"query", a.Query},
		{"topics", objects(a.Topics, topicJSON)},
		{"sessions", objects(a.Sessions, sessionJSON)},
		{"talks", objects(a.Talks, talkJSON)},
		{"ignored", a.Ignored},
	})
}

func topicJSON(t answer.Topic) object {
	return object{
		{"id", t.ID},
		{"name", t.Name},
		{"aliases", t.Aliases},
		{"definition", t.Definition},
		{"docs", t.Docs},
		{"since", object{{"text", t.Since.Text}, {"checked", t.Since.Checked}, {"sources", t.Since.Sources}}},
		{"related", t.Related},
		{"about", t.About},
		{"mentions", t.Mentions},
		{"talks", t.Talks},
	}
}

func sessionJSON(s answer.Session) object {
	position := 0
	return object{
		{"number", s.Number},
		{"id", s.ID},
		{"title", s.Title},
		{"heading", s.Heading},
		{"summary", s.Summary},
		{"summit", s.Summit},
		{"day", s.Day},
		{"date", s.Date},
		{"track", s.Track},
		{"speakers", objects(s.Speakers, speakerJSON)},
		{"topics", s.TopicIDs},
		{"relevance", string(s.Relevance)},
		{"links", objects(s.Links, linkJSON)},
		{"notes", notesJSON(s.Notes, merge(s.Marks), &position)},
		{"photos", objects(s.Photos, photoJSON)},
		{"source", object{{"file", s.Source.File}, {"line", s.Source.Line}}},
	}
}

func talkJSON(t answer.Talk) object {
	return object{
		{"title", t.Title},
		{"language", t.Language},
		{"speakers", objects(t.Speakers, speakerJSON)},
		{"event", t.Event},
		{"year", t.Year},
		{"topics", t.Topics},
		{"links", objects(t.Links, linkJSON)},
	}
}

func speakerJSON(s summit.Speaker) object {
	return object{{"name", s.Name}, {"role", s.Role}, {"organization", s.Organization}, {"url", s.URL}}
}

func linkJSON(l summit.Link) object {
	return object{{"kind", string(l.Kind)}, {"url", l.URL}, {"label", l.Label}, {"inferred", l.Inferred}}
}

func photoJSON(p summit.Photo) object { return object{{"url", p.URL}, {"available", p.Available}} }

// notesJSON converts notes. position is that of the first note in the session, and is advanced past
// the last.
func notesJSON(notes []summit.Note, marks index.Marks, position *int) list {
	return objects(notes, func(n summit.Note) object {
		matched := len(marks.Notes[*position]) > 0
		*position++
		return object{{"text", n.Text}, {"links", n.Links}, {"matched", matched}, {"notes", notesJSON(n.Notes, marks, position)}}
	})
}

func objects[T any](all []T, toJSON func(T) object) list {
	return list{len(all), func(i int) object { return toJSON(all[i]) }}
}

// ErrorJSON writes an error for programs.
func ErrorJSON(w io.Writer, code, message string, suggestions []string) error {
	return writeJSON(w, object{{"error", object{{"code", code}, {"message", message}, {"suggestions", suggestions}}}})
}

func writeJSON(w io.Writer, o object) error {
	out := bufio.NewWriterSize(w, usualJSON)
	writeObject(out, o, "\n")
	out.WriteByte('\n')
	return out.Flush()
}

// writeObject writes an object; newline is a line end and the indent of the object.
func writeObject(out *bufio.Writer, o object, newline string) {
	out.WriteByte('{')
	for i, m := range o {
		writeComma(out, i)
		out.WriteString(newline + "  ")
		writeString(out, m.key)
		out.WriteString(": ")
		writeValue(out, m.value, newline+"  ")
	}
	out.WriteString(newline + "}")
}

func writeValue(out *bufio.Writer, value any, newline string) {
	switch value := value.(type) {
	case string:
		writeString(out, value)
	case int:
		out.WriteString(strconv.Itoa(value))
	case bool:
		out.WriteString(strconv.FormatBool(value))
	case object:
		writeObject(out, value, newline)
	case []string:
		writeList(out, len(value), newline, func(i int) { writeString(out, value[i]) })
	case []int:
		writeList(out, len(value), newline, func(i int) { out.WriteString(strconv.Itoa(value[i])) })
	case list:
		writeList(out, value.len, newline, func(i int) { writeObject(out, value.at(i), newline+"  ") })
	}
}

func writeList(out *bufio.Writer, n int, newline string, write func(i int)) {
	out.WriteByte('[')
	for i := range n {
		writeComma(out, i)
		out.WriteString(newline + "  ")
		write(i)
	}
	if n > 0 {
		out.WriteString(newline)
	}
	out.WriteByte(']')
}

// writeComma writes a comma before each element except the first.
func writeComma(out *bufio.Writer, i int) {
	if i > 0 {
		out.WriteByte(',')
	}
}

// writeString writes a string. Invisible characters, more marks on a character than a script has,
// and what could act on a terminal become \u sequences; bytes that are not UTF-8 become replacement
// characters.
func writeString(out *bufio.Writer, s string) {
	out.WriteByte('"')
	marks := 0
	for _, r := range s {
		if marks++; !isMark(r) {
			marks = 0
		}
		switch {
		case r == '"' || r == '\\':
			out.WriteByte('\\')
			out.WriteRune(r)
		case r == '\n':
			out.WriteString(`\n`)
		case !isUnseen(r) && marks <= maxMarks:
			out.WriteRune(r)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(out, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(out, `\u%04x`, r)
		}
	}
	out.WriteByte('"')
}
