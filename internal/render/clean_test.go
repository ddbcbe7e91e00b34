package render

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/library"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "plain text!", "plain text!"},
		{"accents", "é e\u0301 Ångström ß", "é e\u0301 Ångström ß"},
		{"marks of Hebrew and Tibetan", "שָׁ֑ ཧཱུྃ", "שָׁ֑ ཧཱུྃ"},
		{"a flood of marks", "a" + strings.Repeat("́", 100_000) + "b́", "a" + strings.Repeat("́", maxMarks) + "b́"},
		{"a flood of marks with joiners", "क" + strings.Repeat("́\u200b\u200d", 100), "क́\u200d" + strings.Repeat("́", maxMarks-2)},
		{"a flood of enclosing marks", strings.Repeat("⃝", 100), strings.Repeat("⃝", maxMarks)},
		{"CJK", "日本語　テスト", "日本語 テスト"},
		{"ideographic variant", "葛\U000E0100", "葛\U000E0100"},
		{"emoji of several", "👩\u200d💻 👨🏽\u200d🚀 🏳️\u200d🌈 ❤️\u200d🔥 👨\u200d👩\u200d👧\u200d👦", "👩\u200d💻 👨🏽\u200d🚀 🏳️\u200d🌈 ❤️\u200d🔥 👨\u200d👩\u200d👧\u200d👦"},
		{"flags and keycaps", "🇫🇷🇩🇪 1️⃣ #️⃣ ☎︎", "🇫🇷🇩🇪 1️⃣ #️⃣ ☎︎"},
		{"Persian", "می\u200cخواهم", "می\u200cخواهم"},
		{"Hindi and Sinhala", "क्\u200dष ශ්\u200dරී", "क्\u200dष ශ්\u200dරී"},
		{"vowel sign before a joiner", "کِ\u200cتاب", "کِ\u200cتاب"},
		{"Hebrew and Arabic", "שלום مرحبا", "שלום مرحبا"},
		{"replacement character", "a\ufffdb", "a\ufffdb"},
		{"not UTF-8", "a\xffb", "a\ufffdb"},
		{"white space", "a\tb\nc\rd\u00a0e\u2028f\u0085g\vh", "a b c d e f g h"},
		{"colour", "\x1b[31mred\x1b[0m", "[31mred[0m"},
		{"window title", "\x1b]0;title\x07x", "]0;titlex"},
		{"hyperlink", "\x1b]8;;https://evil.example\x1b\\x\x1b]8;;\x1b\\", "]8;;https://evil.example\\x]8;;\\"},
		{"C1", "a\u009b31mb\u009d0;t\u009cc\u0090d", "a31mb0;tcd"},
		{"others of C0", "a\x00b\x08\x08c\x7f\x0e", "abc"},
		{"overrides", "a\u202eb\u202dc\u202ad\u202be\u202cf", "abcdef"},
		{"isolates", "a\u2066b\u2067c\u2068d\u2069e", "abcde"},
		{"marks of direction", "a\u200eb\u200fc\u061cd", "abcd"},
		{"no width", "a\u200bb\u2060c\ufeffd\u00ade\u180ef\u034fg", "abcdefg"},
		{"fillers", "a\u3164b\uffa0c\u115fd\u1160e\u17b4f", "abcdef"},
		{"tags", "x\U000E0068\U000E0069\U000E007F", "x"},
		{"flag made of tags", "🏴\U000E0067\U000E0062\U000E007F", "🏴"},
		{"joiners between Latin letters", "a\u200db\u200cc", "abc"},
		{"joiners between Cyrillic letters", "па\u200dро\u200cль", "пароль"},
		{"joiners at the start", "\u200d\u200cx", "x"},
		{"joiners in a row", "👩\u200d\u200d\u200c💻", "👩\u200d💻"},
		{"selectors behind letters", "a\ufe0fb\ufe01c\U000E0101", "abc"},
		{"selectors in a row", "😀\ufe0f\U000E0141\U000E0142", "😀\ufe0f"},
		{"annotation", "a\ufff9b\ufffac\ufffb", "abc"},
		{"noncharacters", "a\ufffeb\uffffc\U0010ffff", "abc"},
	} {
		if got := clean(c.text); got != c.want {
			t.Errorf("%s: clean(%q) = %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

// TestMarksKeepJoiners has a highlight that ends before a joiner.
func TestMarksKeepJoiners(t *testing.T) {
	text := "می\u200cخواهم"
	end := strings.Index(text, "\u200c")
	s := summit.Session{Title: text}
	a := answer.Answer{Kind: answer.BySearch, Sessions: []answer.Session{{Session: &s, Marks: []index.Marks{{Title: []index.Span{{Start: 0, End: end}}}}}}}
	if got := textOf(t, a, Style{}); !strings.Contains(got, text) {
		t.Errorf("%q is not in %q", text, got)
	}
}

// hostile are texts that act on a terminal or deceive readers unless they are cleaned.
var hostile = []string{
	"\x1b[31mred\x1b[0m \x1b[2J\x1b[H \x1b]0;title\x07 \x1bP1$r\x1b\\ \x1b(0 \x1bc",
	"\u009b31m \u009d0;title\u009c \u0090 \u0085 \x00\x01\x08\x7f",
	"https://example.com/\x1b\\\x1b]8;;https://evil.example\x1b\\ https://example.com/\x07\u009c\u202egpj.exe",
	"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
	"a\u200bb\u2060c\ufeffd\u00ad\u3164\u115f\u180e\u034f\ufff9\ufffa\ufffb",
	"x\U000E0001\U000E0020\U000E0068\U000E007F 😀\ufe0f\U000E0141\U000E0142",
	"title\nnewline\rreturn\ttab\vtab\fpage\u2028line\u2029paragraph",
	"not UTF-8 \xff\xc3\x28 \xed\xa0\x80",
	"👩\u200d💻 🇫🇷 می\u200cخواهم e\u0301 \u0301\u0301",
}

// hostileAnswers are answers with the text in every field.
func hostileAnswers(text string) []answer.Answer {
	s := summit.Session{
		Number: 1, ID: text, Title: text, Heading: "heading " + text, Summary: text, Summit: text, Day: 1, Date: text, Track: text,
		Speakers: []summit.Speaker{{Name: text, Role: text, Organization: text, URL: text}},
		Links: []summit.Link{
			{Kind: summit.Video, URL: text, Label: text, Inferred: true}, {Kind: summit.Schedule, URL: "https://example.com/" + text},
			{Kind: summit.Reference, URL: "http://" + text},
		},
		Notes: []summit.Note{
			{Text: text, Links: []string{text, "https://" + text}, Notes: []summit.Note{{Text: "https://" + text + " " + text}}},
		},
		Photos: []summit.Photo{{URL: text}}, Inferred: true, Source: summit.Source{File: text, Line: 1},
	}
	sessions := []answer.Session{{
		Session: &s, Relevance: answer.About, TopicIDs: []string{text}, About: []string{text}, Mentions: []string{text},
		Marks: []index.Marks{{Title: []index.Span{{Start: 0, End: len(text) / 2}}, Notes: map[int][]index.Span{0: {{Start: 0, End: len(text)}}, 1: {{Start: 0, End: 2}}}}},
	}}
	topic := answer.Topic{
		Topic: summit.Topic{
			ID: text, Name: text, Aliases: []string{text}, Definition: text, Docs: []string{text, "https://" + text},
			Since: summit.Since{Text: text, Checked: text, Sources: []string{text}}, Related: []string{text},
		},
		About: []int{1}, Mentions: []int{1},
	}
	talk := answer.Talk{
		Talk:  &summit.Talk{Title: text, Language: text, Speakers: s.Speakers, Event: text, Year: 2016, Links: s.Links, Topics: []string{text}},
		Marks: index.Marks{Title: []index.Span{{Start: 0, End: len(text) / 2}}},
	}
	talks := []answer.Talk{talk, talk, talk, talk}
	filter := answer.Filter{Speaker: text, Track: text, Summit: text, Day: 1}
	var out []answer.Answer
	for _, kind := range []answer.Kind{answer.TopicList, answer.SessionList, answer.ByTopic, answer.BySearch, answer.ByName, answer.OneSession} {
		out = append(out, answer.Answer{
			Kind: kind, Query: text, IsSearch: kind == answer.BySearch, Topics: []answer.Topic{topic}, Hints: []summit.Topic{topic.Topic}, Sessions: sessions,
			Talks: talks, Filter: filter, NoTopic: []*summit.Session{&s}, Ignored: []string{text}, Unsaid: []string{text}, Missing: []string{text}, Unmet: []string{text}, Operators: []string{text}, Names: []string{text}, Wanted: text, Said: 1, SaidNames: []string{text}, Narrow: filter, Of: 2, Summits: 2,
		})
	}
	for _, kind := range []answer.Kind{answer.TalkList, answer.ByTopic, answer.BySearch} {
		out = append(out, answer.Answer{Kind: kind, Query: text, Topics: []answer.Topic{topic}, Talks: talks, AllTalks: true})
	}
	return append(out, answer.Answer{Kind: answer.ByTopic, Query: text, Topics: []answer.Topic{topic, topic}, Sessions: sessions, Of: 1})
}

func TestHostileTextsAreSafe(t *testing.T) {
	for _, text := range hostile {
		for _, a := range hostileAnswers(text) {
			checkHostileDocuments(t, text, a)
			for _, st := range styles {
				checkStyled(t, textOf(t, a, st.Style))
				st.Full = true
				checkStyled(t, textOf(t, a, st.Style))
			}
		}
		for _, st := range styles {
			checkStyled(t, hostileCheck(t, text, st.Style))
		}
	}
}

// FuzzSafety: every output is printable text and newlines, besides our own escape sequences.
// which is the number of the answer.
func FuzzSafety(f *testing.F) {
	f.Add("a"+strings.Repeat("́", 100), 40, true, uint8(0))
	for i, text := range hostile {
		f.Add(text, 0, false, uint8(i))
		f.Add(text, 40, true, uint8(i))
	}
	f.Fuzz(func(t *testing.T, text string, width int, styled bool, which uint8) {
		if width < 0 || width > 1000 || len(text) > 1000 { // longer texts take no other path
			return
		}
		cleaned := clean(text)
		checkSafe(t, "clean", cleaned)
		if again := clean(cleaned); again != cleaned || !utf8.ValidString(cleaned) {
			t.Errorf("clean(%q) = %q, cleaned again %q", text, cleaned, again)
		}
		st := Style{Width: width, Color: styled, Links: styled, Full: styled}
		answers := hostileAnswers(text)
		n := int(which) % (len(answers) + 1)
		if n == len(answers) {
			checkStyled(t, hostileCheck(t, text, st))
			return
		}
		checkHostileDocuments(t, text, answers[n])
		checkStyled(t, textOf(t, answers[n], st))
	})
}

func checkHostileDocuments(t *testing.T, text string, a answer.Answer) {
	t.Helper()
	document := markdownOf(t, a)
	checkSafe(t, "Markdown", document)
	var page bytes.Buffer
	if err := readers[0].Convert([]byte(document), &page); err != nil || strings.Contains(page.String(), "<hr") {
		t.Errorf("error %v, or a rule in the page of %q:\n%s", err, text, document)
	}
	checkBytes(t, jsonOf(t, a))
	checkBytes(t, errorJSON(t, "usage", text, []string{text}))
	if line := CleanLine(text); line != clean(text) {
		t.Errorf("CleanLine(%q) = %q", text, line)
	}
}

// hostileCheck is how notes are understood that have the text everywhere.
func hostileCheck(t *testing.T, text string, st Style) string {
	t.Helper()
	a := hostileAnswers(text)[0]
	var out bytes.Buffer
	l := library.Library{
		Files: []library.File{{Name: text, Summit: &summit.Summit{Name: text, Sessions: []*summit.Session{a.Sessions[0].Session}}}},
		Talks: []library.TalksFile{{Name: text, Talks: []summit.Talk{*a.Talks[0].Talk}}},
		Added: []library.Added{{Name: text}},
	}
	if err := Check(&out, l, st); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// checkStyled reports characters that are neither safe nor our own escape sequences, and styles and
// links that are still open at the end of a line.
func checkStyled(t *testing.T, output string) {
	t.Helper()
	checkSafe(t, "text", withoutOurEscapes(output))
	for line := range strings.SplitSeq(output, "\n") {
		styled, linked := false, false
		for _, escape := range ourEscapes.FindAllString(line, -1) {
			if strings.HasPrefix(escape, "\x1b[") {
				styled = escape != "\x1b[0m"
			} else {
				linked = escape != "\x1b]8;;\x1b\\"
			}
		}
		if styled || linked {
			t.Errorf("the line %q leaves a style or a link open", line)
		}
	}
}
