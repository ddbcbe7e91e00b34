package parse

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/when"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/who"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// A front is what the front matter says, of the file or of its one talk.
type front struct {
	title        string
	isTalk       bool   // by its type
	isPost       bool   // its date is that of publishing
	event        string // the summit, by whatever key names it
	dateText     string
	hasEventDate bool   // by its key
	date         string // YYYY-MM-DD
	speakers     []summit.Speaker
	authors      []summit.Speaker // of a talk they are its speakers, of a post those who wrote it
	links        []summit.Link
	faults       []yamlfault.Fault
}

// What the value of a key is.
const (
	aText      = "a text"
	aType      = "a type of page"
	aStamp     = "the time of publishing"
	aSummit    = "the name of a summit"
	somePeople = "names of people"
	authors    = "names of authors"
	someLinks  = "addresses"
	aPage      = "the address of a page"
)

// wanted is what the value of a key of front matter should be; it is empty for keys of the site
// generator.
func wanted(key string) string {
	switch key {
	case "title", "date", "event_date", "eventdate", "talk_date":
		return aText
	case "type", "status", "layout":
		return aType
	case "date_published", "published_at", "pubdate", "publishdate":
		return aStamp
	case "event", "conference", "summit", "meetup":
		return aSummit
	case "authors":
		return authors
	case "video", "recording", "youtube", "slides", "deck", "schedule":
		return someLinks
	case "by", "host", "hosts", "with": // of a post, or of a site
		return ""
	}
	switch {
	case who.IsLabel(key):
		return somePeople
	case namesPage(key):
		return aPage
	}
	return ""
}

// namesPage reports whether a word of a key is that of a link: "slides_url", "link".
func namesPage(key string) bool {
	for w := range words.In(strings.ReplaceAll(key, "_", " ")) {
		if slices.Contains([]string{"url", "link", "id"}, w) || kindNamed(cutAddressOfKey(w)) != "" {
			return true
		}
	}
	return false
}

// cutAddressOfKey cuts "url", "link" and "id" off the end of a key: "slidesurl" is "slides".
func cutAddressOfKey(key string) string {
	return strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(key, "url"), "link"), "id")
}

// lenVideoID is the length of the id of a video on YouTube.
const lenVideoID = 11

// addressOf returns the value of a key. If the key begins with "youtube" and the value is the id of
// a video, it returns the address of the video.
func addressOf(key, value string) string {
	if len(value) == lenVideoID && strings.HasPrefix(key, "youtube") && !strings.ContainsAny(value, ":/. ") {
		return "https://www.youtube.com/watch?v=" + value
	}
	return value
}

func isWanted(key string) bool { return wanted(key) != "" }

// readFront reads the fields of front matter. One whose value is of another kind is left out.
func readFront(fields []markdown.Field) front {
	var f front
	for _, field := range fields {
		f.take(field)
	}
	if f.isTalk && len(f.speakers) == 0 {
		f.speakers = f.authors
	}
	if len(f.dateText) >= len("2006-01-02") {
		d, _ := when.ReadDay(f.dateText[:len("2006-01-02")], 0)
		f.date = d.Date
	}
	return f
}

// describesTalk reports whether the front matter is that of one talk.
func (f *front) describesTalk() bool {
	return (f.title != "" || f.isTalk) && (len(f.speakers) > 0 || len(f.links) > 0)
}

func (f *front) fault(line int, format string, args ...any) {
	f.faults = append(f.faults, yamlfault.Fault{Line: line, What: "front matter: " + fmt.Sprintf(format, args...)})
}

func (f *front) take(field markdown.Field) {
	want, value := wanted(field.Key), field.Value
	if kind := map[markdown.ValueKind]string{markdown.ListValue: "a list", markdown.BlockValue: "a block of fields"}[value.Kind]; want == aText && kind != "" {
		f.fault(field.Line, "%s is %s and should be %s; it is ignored", field.Key, kind, want)
		return
	}
	into := f
	if want == authors || want == aPage || field.Key == "layout" { // a post has them in many forms
		into = &front{}
	}
	texts := into.texts(field.Key, value)
	if len(texts) == 0 {
		return
	}
	switch {
	case field.Key == "title":
		f.title = words.OneLine(texts[0].Text)
	case want == aType:
		f.isTalk = f.isTalk || known().talks.Has(strings.ToLower(texts[0].Text))
		kind, _ := words.Cut(texts[0].Text) // of "post.njk"
		f.isPost = f.isPost || known().posts.Has(kind)
	case want == aStamp:
		f.isPost = true
	case field.Key == "date":
		if !f.hasEventDate {
			f.dateText = texts[0].Text
			f.isPost = f.isPost || stamp().MatchString(f.dateText)
		}
	case want == aText: // the date of the event
		f.dateText, f.hasEventDate = texts[0].Text, true
	case want == aSummit:
		f.event = words.OneLine(texts[0].Text)
		for _, t := range texts[1:] {
			f.fault(t.Line, "%s should be %s; the second one, %q, is ignored", field.Key, want, t.Text)
		}
	case want == somePeople:
		for _, t := range texts {
			f.speakers = append(f.speakers, speakersOf(t.Text, len(texts) == 1)...)
		}
	case want == authors:
		for _, t := range texts {
			f.authors = append(f.authors, speakersOf(unslug(t.Text), len(texts) == 1)...)
		}
	case want == someLinks:
		f.takeLinks(field.Key, texts)
	case want == aPage:
		f.takePages(field.Key, texts)
	}
}

// stamp is a time that a program wrote, because no talk begins so: it has seconds, a zone, or minutes
// that are no multiple of five.
var stamp = words.Regexp(`:\d\d:(?:0[1-9]|[1-5]\d)|\d:\d[1-46-9]|:\d\d ?[+-]\d\d:?\d\d$|\.\d+Z$`)

// takePages takes the addresses that the key or the site tells to be talk links.
func (f *front) takePages(key string, texts []markdown.Value) {
	for _, t := range texts {
		address := addressOf(key, t.Text)
		if summit.CheckAddress(address) != nil {
			continue
		}
		link := linkTo(address)
		if kind := kindIn(cutAddressOfKey(strings.ReplaceAll(key, "_", " "))); kind.IsTalk() {
			link = labelled(address, kind)
		}
		if link.Kind.IsTalk() {
			f.links = append(f.links, link)
		}
	}
}

// unslug writes a name that is the name of a page as people write it: "jane-doe".
func unslug(s string) string {
	if strings.ToLower(s) != s || !strings.Contains(s, "-") || strings.ContainsAny(s, " @/.") {
		return s
	}
	parts := strings.Split(s, "-")
	for i, p := range parts {
		parts[i] = words.Capital(p)
	}
	return strings.Join(parts, " ")
}

func (f *front) takeLinks(key string, addresses []markdown.Value) {
	kind := cmp.Or(kindIn(key), summit.Video)
	for _, a := range addresses {
		a.Text = addressOf(key, a.Text)
		if err := summit.CheckAddress(a.Text); err != nil {
			f.fault(a.Line, "%s: %v; it is ignored", key, err)
			continue
		}
		f.links = append(f.links, labelled(a.Text, kind))
	}
}

// texts are those of a value: of a list each, of a block of fields the one that its key is after.
func (f *front) texts(key string, v markdown.Value) []markdown.Value {
	switch v.Kind {
	case markdown.Unresolved:
		f.fault(v.Line, "the alias in %s expands to a list or to too much; write the value instead; it is ignored", key)
	case markdown.ListValue:
		var all []markdown.Value
		for _, item := range v.List {
			all = append(all, f.texts(key, item)...)
		}
		return all
	case markdown.BlockValue:
		field, text := sought(wanted(key), v.Fields)
		if text != "" {
			return []markdown.Value{{Text: text, Line: v.Line}}
		}
		if len(v.Fields) > 0 {
			f.fault(v.Line, "a block of fields in %s has no field %q; it is ignored", key, field)
		}
	case markdown.TextValue:
		if v.Text != "" && !v.Switch { // which is the site generator's
			return []markdown.Value{v}
		}
	}
	return nil
}

// sought returns the text that a key needs from a block of fields, and the name of the field. The
// text of a person is the name with the role and the organisation.
func sought(want string, fields map[string]string) (field, text string) {
	name := fields["name"]
	switch {
	case want == someLinks:
		return "url", cmp.Or(fields["url"], fields["link"], fields["href"])
	case want == aSummit || name == "":
		return "name", name
	}
	organization := cmp.Or(fields["organization"], fields["organisation"], fields["company"], fields["affiliation"], fields["org"])
	parts := []string{name, cmp.Or(fields["role"], fields["title"]), organization}
	return "name", strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// speakersOf reads a value of which it is known that it names people.
func speakersOf(value string, several bool) []summit.Speaker {
	text := textOf(markdown.Text{{Text: value}})
	if p := who.Read(&text, several); p.Certainty > who.Nobody {
		return p.Speakers
	}
	return []summit.Speaker{{Name: value}}
}
