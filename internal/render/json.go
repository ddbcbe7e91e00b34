package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

const schemaVersion = 2

// The JSON answer; the order of the fields is that of the output. A list is never null.
type (
	jsonAnswer struct {
		SchemaVersion int           `json:"schema_version"`
		Query         string        `json:"query"`
		Topics        []jsonTopic   `json:"topics"`
		Sessions      []jsonSession `json:"sessions"`
		Talks         []jsonTalk    `json:"talks"`
		Ignored       []string      `json:"ignored"`
	}
	jsonTopic struct {
		ID         string    `json:"id"`
		Name       string    `json:"name"`
		Aliases    []string  `json:"aliases"`
		Definition string    `json:"definition"`
		Docs       []string  `json:"docs"`
		Since      jsonSince `json:"since"`
		Related    []string  `json:"related"`
		About      []int     `json:"about"`
		Mentions   []int     `json:"mentions"`
		Talks      int       `json:"talks"`
	}
	jsonSince struct {
		Text    string   `json:"text"`
		Checked string   `json:"checked"`
		Sources []string `json:"sources"`
	}
	jsonSession struct {
		Number    int              `json:"number"`
		ID        string           `json:"id"`
		Title     string           `json:"title"`
		Heading   string           `json:"heading"`
		Summary   string           `json:"summary"`
		Summit    string           `json:"summit"`
		Day       int              `json:"day"`
		Date      string           `json:"date"`
		Track     string           `json:"track"`
		Speakers  []jsonSpeaker    `json:"speakers"`
		Topics    []string         `json:"topics"`
		Relevance answer.Relevance `json:"relevance"`
		Links     []jsonLink       `json:"links"`
		Notes     []jsonNote       `json:"notes"`
		Photos    []jsonPhoto      `json:"photos"`
		Source    jsonSource       `json:"source"`
	}
	jsonTalk struct {
		Title    string        `json:"title"`
		Language string        `json:"language"`
		Speakers []jsonSpeaker `json:"speakers"`
		Event    string        `json:"event"`
		Year     int           `json:"year"`
		Topics   []string      `json:"topics"`
		Links    []jsonLink    `json:"links"`
	}
	jsonSpeaker struct {
		Name         string `json:"name"`
		Role         string `json:"role"`
		Organization string `json:"organization"`
		URL          string `json:"url"`
	}
	jsonLink struct {
		Kind     summit.Kind `json:"kind"`
		URL      string      `json:"url"`
		Label    string      `json:"label"`
		Inferred bool        `json:"inferred"`
	}
	jsonNote struct {
		Text    string     `json:"text"`
		Links   []string   `json:"links"`
		Matched bool       `json:"matched"`
		Notes   []jsonNote `json:"notes"`
	}
	jsonPhoto struct {
		URL       string `json:"url"`
		Available bool   `json:"available"`
	}
	jsonSource struct {
		File string `json:"file"`
		Line int    `json:"line"`
	}
)

// JSON writes an answer for a program, as schema.json describes it.
func JSON(w io.Writer, a answer.Answer) error {
	out := jsonAnswer{SchemaVersion: schemaVersion, Query: a.Query, Topics: []jsonTopic{}, Sessions: []jsonSession{},
		Talks: []jsonTalk{}, Ignored: list(a.Ignored)}
	for _, t := range a.Topics {
		out.Topics = append(out.Topics, jsonTopic{
			ID: t.ID, Name: t.Name, Aliases: list(t.Aliases), Definition: t.Definition, Docs: list(t.Docs),
			Since:   jsonSince{t.Since.Text, t.Since.Checked, list(t.Since.Sources)},
			Related: list(t.Related), About: list(t.About), Mentions: list(t.Mentions), Talks: t.Talks,
		})
	}
	for _, s := range a.Sessions {
		out.Sessions = append(out.Sessions, sessionJSON(s))
	}
	for _, t := range a.Talks {
		out.Talks = append(out.Talks, jsonTalk{
			Title: t.Title, Language: t.Language, Speakers: speakersJSON(t.Speakers), Event: t.Event, Year: t.Year,
			Topics: list(t.Topics), Links: linksJSON(t.Links),
		})
	}
	return writeJSON(w, out)
}

func sessionJSON(s answer.Session) jsonSession {
	position := 0
	out := jsonSession{
		Number: s.Number, ID: s.ID, Title: s.Title, Heading: s.Heading, Summary: s.Summary, Summit: s.Summit, Day: s.Day, Date: s.Date,
		Track: s.Track, Speakers: speakersJSON(s.Speakers), Topics: list(s.TopicIDs), Relevance: s.Relevance, Links: linksJSON(s.Links),
		Notes:  notesJSON(s.Notes, merge(s.Marks), &position),
		Photos: []jsonPhoto{}, Source: jsonSource(s.Source),
	}
	for _, photo := range s.Photos {
		out.Photos = append(out.Photos, jsonPhoto(photo))
	}
	return out
}

func speakersJSON(speakers []summit.Speaker) []jsonSpeaker {
	out := []jsonSpeaker{}
	for _, s := range speakers {
		out = append(out, jsonSpeaker(s))
	}
	return out
}

func linksJSON(links []summit.Link) []jsonLink {
	out := []jsonLink{}
	for _, l := range links {
		out = append(out, jsonLink(l))
	}
	return out
}

func notesJSON(notes []summit.Note, marks index.Marks, position *int) []jsonNote {
	out := []jsonNote{}
	for _, n := range notes {
		matched := len(marks.Notes[*position]) > 0
		*position++
		out = append(out, jsonNote{Text: n.Text, Links: list(n.Links), Matched: matched, Notes: notesJSON(n.Notes, marks, position)})
	}
	return out
}

// list is all, or an empty list where there is none.
func list[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}

// ErrorJSON writes an error for a program.
func ErrorJSON(w io.Writer, code, message string, suggestions []string) error {
	type fault struct {
		Code        string   `json:"code"`
		Message     string   `json:"message"`
		Suggestions []string `json:"suggestions"`
	}
	return writeJSON(w, struct {
		Error fault `json:"error"`
	}{fault{code, message, list(suggestions)}})
}

func writeJSON(w io.Writer, v any) error {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(escapeUnseen(out.Bytes()))
	return err
}

// escapeUnseen writes what could act on a terminal or is invisible as \u sequences. Apart from its
// line ends JSON has no such sign, so whatever is found stands inside a string.
func escapeUnseen(encoded []byte) []byte {
	var out bytes.Buffer
	for _, r := range string(encoded) {
		switch {
		case r == '\n' || !isUnseen(r):
			out.WriteRune(r)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&out, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	return out.Bytes()
}
