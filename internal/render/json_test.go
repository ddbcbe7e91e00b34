package render

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// schemas returns the schemas of an answer and of an error.
func schemas(tb testing.TB) (answers, failures *jsonschema.Schema) {
	tb.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	answers, err := compiler.Compile("schema.json")
	if err != nil {
		tb.Fatal(err)
	}
	failures, err = compiler.Compile("schema.json#/$defs/failure")
	if err != nil {
		tb.Fatal(err)
	}
	return answers, failures
}

// queries have answers of every kind in the bundled notes.
var queries = map[string]answer.Query{
	"topic":                    {Words: []string{"diego"}},
	"several topics":           {Words: []string{"diego", "route", "services", "security"}},
	"topic, narrowed":          {Words: []string{"security"}, Filter: answer.Filter{Day: 2}},
	"topics":                   {ListTopics: true},
	"topics, narrowed":         {ListTopics: true, Filter: answer.Filter{Day: 2}},
	"sessions":                 {ListSessions: true},
	"session":                  {IsSession: true, Session: "18"},
	"search":                   {IsSearch: true, Search: `"blue green" deployment`},
	"words that name no topic": {Words: []string{"robots"}},
	"words, some unknown":      {Words: []string{"diego frobnicate"}},
	"a term":                   {Words: []string{"docker"}},
	"an alias":                 {Words: []string{"kubernetes"}},
	"a name":                   {Words: []string{"pivotal"}},
	"talks":                    {Talks: true},
	"talks on a topic":         {Words: []string{"bosh talks"}},
	"a day":                    {Words: []string{"day 2 keynotes"}},
}

func TestJSONFitsItsSchema(t *testing.T) {
	answers, _ := schemas(t)
	for name, ix := range map[string]*index.Index{"bundled": bundled(t), "invented": invented(t)} {
		for query, q := range queries {
			a, err := answer.Find(ix, q)
			if err != nil && name == "bundled" {
				t.Errorf("%s: %v", query, err)
			}
			if err == nil {
				checkDocument(t, answers, jsonOf(t, a))
			}
		}
		for _, topic := range ix.Topics() {
			checkDocument(t, answers, jsonOf(t, find(t, ix, answer.Query{Words: []string{topic.ID}})))
		}
		for _, s := range ix.Sessions() {
			checkDocument(t, answers, jsonOf(t, find(t, ix, answer.Query{IsSession: true, Session: s.ID})))
		}
	}
	checkDocument(t, answers, jsonOf(t, answer.Answer{}))
	checkDocument(t, answers, jsonOf(t, answer.Answer{
		Topics:   []answer.Topic{{Topic: summit.Topic{ID: "least", Name: "Least"}}},
		Sessions: []answer.Session{{Session: &summit.Session{Number: 1, ID: "a", Title: "A", Heading: "A", Summit: "S", Source: summit.Source{File: "s.md", Line: 1}}}},
	}))
}

func TestErrorJSONFitsItsSchema(t *testing.T) {
	_, failures := schemas(t)
	ix := bundled(t)
	for code, q := range map[string]answer.Query{
		answer.UnknownTopic:   {Words: []string{"deigo"}},
		answer.UnknownSession: {IsSession: true, Session: "99"},
		answer.UnknownSpeaker: {ListSessions: true, Filter: answer.Filter{Speaker: "Nobody"}},
		answer.UnknownDay:     {ListSessions: true, Filter: answer.Filter{Day: 9}},
		answer.UnknownTrack:   {ListSessions: true, Filter: answer.Filter{Track: "Nowhere"}},
		answer.UnknownSummit:  {ListSessions: true, Filter: answer.Filter{Summit: "Never"}},
		answer.EmptyQuery:     {IsSearch: true, Search: "the"},
		answer.NothingFound:   {IsSearch: true, Search: "zeppelin"},
	} {
		_, err := answer.Find(ix, q)
		fault, ok := err.(*answer.Error)
		if !ok || fault.Code != code {
			t.Errorf("the query for %s has the error %v", code, err)
			continue
		}
		checkDocument(t, failures, errorJSON(t, fault.Code, fault.Message, fault.Suggestions))
	}
	checkDocument(t, failures, errorJSON(t, "internal", "x\x1b[31m\u202e\n", nil))
}

// TestSchemaIsStrict removes, retypes and adds each field: the schema has to reject every change.
func TestSchemaIsStrict(t *testing.T) {
	answers, failures := schemas(t)
	a := find(t, invented(t), answer.Query{Words: []string{"gates"}})
	checkStrict(t, answers, jsonOf(t, a))
	checkStrict(t, failures, errorJSON(t, "usage", "m", []string{"s"}))
}

func checkStrict(t *testing.T, schema *jsonschema.Schema, document string) {
	t.Helper()
	n := 0
	var walk func(value, root any)
	walk = func(value, root any) {
		notice := func(what, field string) {
			n++
			if schema.Validate(root) == nil {
				t.Errorf("the schema does not notice %s of %s", what, field)
			}
		}
		switch value := value.(type) {
		case []any:
			for _, v := range value {
				walk(v, root)
			}
		case map[string]any:
			value["more"] = ""
			notice("a field more", "an object")
			delete(value, "more")
			for _, field := range keys(value) {
				was := value[field]
				delete(value, field)
				notice("the lack", field)
				for _, wrong := range []any{nil, 1.5, map[string]any{}} {
					value[field] = wrong
					notice("another type", field)
				}
				value[field] = was
				walk(was, root)
			}
		}
	}
	root := decode(t, document)
	walk(root, root)
	if n < 10 || schema.Validate(root) != nil {
		t.Errorf("%d changes were tried, and the document without them is wrong: %v", n, schema.Validate(root))
	}
}

func keys(object map[string]any) []string {
	var out []string
	for key := range object {
		out = append(out, key)
	}
	return out
}

// TestJSONBytes checks the order of the keys, the indent, empty lists and escaped characters.
func TestJSONBytes(t *testing.T) {
	s := summit.Session{
		Number: 1, ID: "a", Title: "<b> & 日本 é 👩\u200d💻", Heading: "\x1b[31mred\u202e\u200b\ufeff\U000E0041\x7f\u0085\"\\", Summit: "a\n\tb\xff", Source: summit.Source{File: "s.md", Line: 2},
	}
	const want = `{
  "schema_version": 2,
  "query": "q",
  "topics": [],
  "sessions": [
    {
      "number": 1,
      "id": "a",
      "title": "<b> & 日本 é 👩\u200d💻",
      "heading": "\u001b[31mred\u202e\u200b\ufeff\udb40\udc41\u007f\u0085\"\\",
      "summary": "",
      "summit": "a\n\u0009b�",
      "day": 0,
      "date": "",
      "track": "",
      "speakers": [],
      "topics": [],
      "relevance": "",
      "links": [],
      "notes": [],
      "photos": [],
      "source": {
        "file": "s.md",
        "line": 2
      }
    }
  ],
  "talks": [],
  "ignored": []
}
`
	a := answer.Answer{Query: "q", Sessions: []answer.Session{{Session: &s}}}
	if got := jsonOf(t, a); got != want {
		t.Errorf("JSON is\n%s\nwant\n%s", got, want)
	}
	const wantError = `{
  "error": {
    "code": "usage",
    "message": "a\u202eb & <c>",
    "suggestions": []
  }
}
`
	if got, want := errorJSON(t, strings.Repeat("\u0301", maxMarks+2), "", nil), strings.Repeat("\u0301", maxMarks)+`\u0301\u0301"`; !strings.Contains(got, want) {
		t.Errorf("a flood of marks in JSON is\n%s", got)
	}
	if got := errorJSON(t, "usage", "a\u202eb & <c>", nil); got != wantError {
		t.Errorf("the error in JSON is\n%s\nwant\n%s", got, wantError)
	}
}

func TestJSONMarksWhatMatched(t *testing.T) {
	a := find(t, bundled(t), answer.Query{Words: []string{"diego"}})
	var out struct {
		Sessions []struct {
			Relevance string
			Notes     []struct {
				Text    string
				Matched bool
			}
		}
	}
	if err := json.Unmarshal([]byte(jsonOf(t, a)), &out); err != nil {
		t.Fatal(err)
	}
	matched := 0
	for _, n := range out.Sessions[0].Notes {
		if n.Matched {
			matched++
		}
		if n.Matched != strings.Contains(n.Text, "Diego") && !strings.Contains(n.Text, "Consul") {
			t.Errorf("the note %q: matched %v", n.Text, n.Matched)
		}
	}
	if matched == 0 || out.Sessions[0].Relevance != "about" || out.Sessions[1].Relevance != "mentions" {
		t.Errorf("%d notes matched, the sessions are %+v", matched, out.Sessions)
	}
}

// FuzzJSON: the output is one document in printable UTF-8, ends in a newline, and has every text
// unchanged.
func FuzzJSON(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := summit.Session{Title: text, Notes: []summit.Note{{Text: text, Links: []string{text}}}}
		document := jsonOf(t, answer.Answer{Query: text, Sessions: []answer.Session{{Session: &s}}})
		checkBytes(t, document)
		var got struct {
			Query    string
			Sessions []struct {
				Title string
				Notes []struct{ Links []string }
			}
		}
		if err := json.Unmarshal([]byte(document), &got); err != nil {
			t.Fatalf("%v\n%s", err, document)
		}
		if want := strings.ToValidUTF8(text, "\ufffd"); utf8.ValidString(text) && (got.Query != want || got.Sessions[0].Title != want || got.Sessions[0].Notes[0].Links[0] != want) {
			t.Errorf("%q came back as %q", want, got)
		}
	})
}

func jsonOf(t *testing.T, a answer.Answer) string {
	t.Helper()
	var out bytes.Buffer
	if err := JSON(&out, a); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func errorJSON(t *testing.T, code, message string, suggestions []string) string {
	t.Helper()
	var out bytes.Buffer
	if err := ErrorJSON(&out, code, message, suggestions); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// checkDocument checks a document and its bytes against the schema.
func checkDocument(t *testing.T, schema *jsonschema.Schema, document string) {
	t.Helper()
	checkBytes(t, document)
	if err := schema.Validate(decode(t, document)); err != nil {
		t.Errorf("%v\n%s", err, document)
	}
}

func checkBytes(t *testing.T, document string) {
	t.Helper()
	if !utf8.ValidString(document) || !strings.HasSuffix(document, "}\n") {
		t.Errorf("the document is no UTF-8 that ends in a newline:\n%q", document)
	}
	for i, r := range document {
		if r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) {
			t.Errorf("the document has %U at byte %d", r, i)
		}
	}
	for _, wrong := range []string{": null", `\u003c`, `\u003e`, `\u0026`, "\n\n", "\t", " \n"} {
		if strings.Contains(document, wrong) && !strings.Contains(document, `\\u00`) {
			t.Errorf("the document has %q:\n%s", wrong, document)
		}
	}
}

// decode decodes a document; nothing may follow it.
func decode(t *testing.T, document string) any {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(document))
	var value any
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		t.Errorf("something follows the document: %v", err)
	}
	return value
}
