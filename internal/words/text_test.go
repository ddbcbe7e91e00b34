package words_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

func TestFindAddress(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"none", "no address: none", ""},
		{"https", "https://a.example/b", "https://a.example/b"},
		{"http", "http://a.example", "http://a.example"},
		{"within a sentence", "see https://a.example, then rest", "https://a.example"},
		{"two", "https://a.example https://b.example", "https://a.example"},
		{"in angle brackets", "<https://a.example>", "https://a.example"},
		{"at the end of a sentence", "see https://a.example/b.", "https://a.example/b"},
		{"in parentheses", "(https://a.example/b)", "https://a.example/b"},
		{"with parentheses", "https://a.example/b_(c)", "https://a.example/b_(c)"},
		{"with parentheses, in parentheses", "(https://a.example/b_(c))", "https://a.example/b_(c)"},
		{"no closing parenthesis", "https://a.example/b_(c", "https://a.example/b_(c"},
		{"a closing parenthesis within", "https://a.example/)b", "https://a.example/)b"},
		{"a question mark behind an underscore among others", "https://a.example/is_it_free_?", "https://a.example/is_it_free_?"},
		{"a question mark behind the only underscore", "https://a.example/free_?", "https://a.example/free"},
		{"a comma behind an underscore among others", "https://a.example/is_it_free_,", "https://a.example/is_it_free"},
		{"a question mark behind a star", "https://a.example/is_it_free*?", "https://a.example/is_it_free"},
		{"in brackets", "[https://a.example/b]", "https://a.example/b"},
		{"in brackets with other words", "https://a.example/b]c", "https://a.example/b]c"},
		{"with brackets", "https://a.example/b[1]", "https://a.example/b[1]"},
		{"a scheme alone", "https:// is a scheme, as in https://a.example", "https://a.example"},
		{"before a form feed", "https://a.example/b\fc", "https://a.example/b"},
		{"another scheme", "httpx://a.example", ""},
	} {
		start, end := words.FindAddress(c.text)
		got := ""
		if start >= 0 {
			got = c.text[start:end]
		}
		if got != c.want {
			t.Errorf("%s: FindAddress(%q) = %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func TestIsAddress(t *testing.T) {
	for text, want := range map[string]bool{
		"https://a.example/b": true, "https://a.example/b.": true, "see https://a.example": false, "https://a.example b": false, "": false,
	} {
		if got := words.IsAddress(text); got != want {
			t.Errorf("IsAddress(%q) = %v, want %v", text, got, want)
		}
	}
}

func TestSet(t *testing.T) {
	set := words.NewSet("mai  web2\nété ősz")
	for word, want := range map[string]bool{
		"mai": true, "MAI": true, "WEB2": true, "ÉTÉ": true, "web": false, "": false, "mai" + strings.Repeat("i", 40): false, "ŐSZ": true, "x": false, "we": false,
	} {
		if got := set.Has(word); got != want {
			t.Errorf("Has(%q) = %v, want %v", word, got, want)
		}
	}
}

func TestLists(t *testing.T) {
	l := words.ReadLists("# months and days\n[month en]\njanuary jan\n# a comment\n#\nfebruary\n\n[month fr]\r\njanvier\n[months en]\nmonths\n")
	want := map[string]int{"january": 1, "jan": 1, "february": 2, "janvier": 1}
	numbered := l.Numbered("month")
	for _, w := range numbered.Words() {
		if got := numbered.Of(w); got != want[w] {
			t.Errorf("%s has number %d, want %d", w, got, want[w])
		}
		delete(want, w)
	}
	if len(want) > 0 {
		t.Errorf("Numbered lacks %v", want)
	}
	if diff := cmp.Diff([]string{"months"}, l.Set("months").Words()); diff != "" {
		t.Errorf("Set (-want +got):\n%s", diff)
	}
}

func TestSigns(t *testing.T) {
	for _, c := range []struct {
		name, text  string
		signs       words.Signs
		first, last string // the text before them
	}{
		{"none", "ropes", words.Dashes, "", ""},
		{"a hyphen", "ropes-sails", words.Dashes, "", ""},
		{"dashes", "ropes - sails — knots", words.Dashes, "ropes", "ropes - sails"},
		{"a blank at the end", "ropes ", words.Dashes, "", ""},
		{"in parentheses", "ropes (a - b) - sails", words.Dashes, "ropes (a - b)", "ropes (a - b)"},
		{"behind a parenthesis that nothing opens", "ropes) - sails", words.Dashes, "ropes)", "ropes)"},
		{"commas", "ropes, sails,knots", words.Commas, "ropes", "ropes"},
		{"words", "ropes by Ana", words.Separators, "ropes", "ropes"},
		{"several joiners", "Ana, Bo und Cy", words.Joiners, "Ana", "Ana, Bo"},
	} {
		before := func(g *words.Gap) string {
			if g == nil {
				return ""
			}
			return c.text[:g.Start]
		}
		if first, last := before(c.signs.First(c.text)), before(c.signs.Last(c.text)); first != c.first || last != c.last {
			t.Errorf("%s: the signs of %q are behind %q and %q, want %q and %q", c.name, c.text, first, last, c.first, c.last)
		}
	}
}

func TestOneLine(t *testing.T) {
	for text, want := range map[string]string{
		"": "", " \n": "", "a b": "a b", " a b ": "a b", "a  b": "a b", "a\tb": "a b", "é\u00a0b": "é b", "é b": "é b",
	} {
		if got := words.OneLine(text); got != want {
			t.Errorf("OneLine(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestLower(t *testing.T) {
	if diff := cmp.Diff([]string{"o'neil", "café", "2"}, words.Lower("O'Neil, Café-2!")); diff != "" {
		t.Errorf("Lower (-want +got):\n%s", diff)
	}
	for range words.In("a b") {
		break // must not panic
	}
}

func TestSentence(t *testing.T) {
	for text, want := range map[string]string{"": ".", "it is": "It is.", "étude": "Étude.", "3 talks": "3 talks."} {
		if got := words.Sentence(text); got != want {
			t.Errorf("Sentence(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestList(t *testing.T) {
	for want, all := range map[string][]string{"": nil, "a": {"a"}, "a or b": {"a", "b"}, "a, b or c": {"a", "b", "c"}} {
		if got := words.List(all, "or"); got != want {
			t.Errorf("List(%q) = %q, want %q", all, got, want)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range []string{"0 talks are", "1 talk is", "2 talks are"} {
		if got := words.Count(n, "talk") + " " + words.Are(n); got != want {
			t.Errorf("Count and Are: %q, want %q", got, want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct{ text, word, rest string }{
		{"", "", ""},
		{"Day 2", "day", " 2"},
		{"  Day", "day", ""},
		{"- Day", "", "- Day"},
	} {
		if word, rest := words.Cut(c.text); word != c.word || rest != c.rest {
			t.Errorf("Cut(%q) = %q, %q, want %q, %q", c.text, word, rest, c.word, c.rest)
		}
	}
	for text, want := range map[string]string{"23rd": "23", "23": "23", "2/3": "2", "rd": "", "": ""} {
		if digits, rest := words.CutDigits(text); digits != want || digits+rest != text {
			t.Errorf("CutDigits(%q) = %q, %q", text, digits, rest)
		}
	}
}

func TestJoiner(t *testing.T) {
	for _, texts := range [][]string{nil, {""}, {"a"}, {"", "a", ""}, {"a", "b"}, {"", "a", "", "b", "c"}} {
		var j words.Joiner
		for _, text := range texts {
			j.WriteString(text)
		}
		if got, want := j.String(), strings.Join(texts, ""); got != want {
			t.Errorf("%q joined is %q, want %q", texts, got, want)
		}
	}
	text := strings.Repeat("a", 100)
	if n := testing.AllocsPerRun(10, func() {
		var j words.Joiner
		j.WriteString("")
		j.WriteString(text)
		_ = j.String()
	}); n > 0 {
		t.Errorf("one text is copied: %v allocations", n)
	}
}

func TestBeginnings(t *testing.T) {
	var word, proper []string
	for _, text := range []string{"Ana", "ana", "3scale", "云", "-", ""} {
		if words.BeginsWord(text) {
			word = append(word, text)
		}
		if words.IsProper(text) {
			proper = append(proper, text)
		}
	}
	if !slices.Equal(word, []string{"Ana", "ana", "3scale", "云"}) || !slices.Equal(proper, []string{"Ana", "3scale", "云"}) {
		t.Errorf("%q begin with a word, and %q like a name", word, proper)
	}
}

func TestTrimSymbols(t *testing.T) {
	for text, want := range map[string]string{
		" a ": "a", "🚀 a ✔\ufe0f": "a", "a\u00a0": "a", "a^": "a", "`a`": "a", "1\u20e3": "1", "a👩\u200d💻": "a", "(a)": "(a)", "é": "é",
		":date: a": "a", ":two::zero: a": "a", "a :tv:": "a", ":+1: a": ":+1: a", "a: b:": "a: b:", "a:tv:": "a:tv:", ":10: a": ":10: a", ":A b: c": ":A b: c", ":tv a": ":tv a", ":tv": ":tv", "a :tv": "a :tv", "a :Tv:": "a :Tv:", ":": ":", "::": "::",
	} {
		if got := words.TrimSymbols(text); got != want {
			t.Errorf("TrimSymbols(%q) = %q, want %q", text, got, want)
		}
	}
}
