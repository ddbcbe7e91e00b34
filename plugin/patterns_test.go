package main_test

import (
	"fmt"
	"strings"
)

// A pattern is a text, of about a given size in bytes, that takes some parser of Markdown or YAML
// far more time or memory than notes do. Most follow the tests of cmark, commonmark.js, markdown-it
// and goldmark.
type pattern struct {
	name string
	text func(size int) string
}

// repeated is a pattern of a beginning, a part that repeats until the size is reached, and an end.
func repeated(name, first, again, last string) pattern {
	return pattern{name, func(size int) string { return first + strings.Repeat(again, size/len(again)) + last }}
}

// mirrored is a pattern of two halves, each of which repeats a text.
func mirrored(name, first, middle, second string) pattern {
	return pattern{name, func(size int) string {
		n := size / (len(first) + len(second))
		return strings.Repeat(first, n) + middle + strings.Repeat(second, n)
	}}
}

// counted is a pattern of numbered parts.
func counted(name, first string, part func(i int) string) pattern {
	return pattern{name, func(size int) string {
		var out strings.Builder
		out.WriteString(first)
		for i := 0; out.Len() < size; i++ {
			out.WriteString(part(i))
		}
		return out.String()
	}}
}

// twoSizes is a pattern of two repeated parts, which take a quarter and three quarters of the size.
func twoSizes(name, first, middle, second, last string) pattern {
	return pattern{name, func(size int) string {
		return strings.Repeat(first, size/4/len(first)) + middle + strings.Repeat(second, size*3/4/len(second)) + last
	}}
}

var markdownPatterns = []pattern{
	// Emphasis.
	mirrored("nested strong emphasis", "*a **a ", "b", " a** a*"),
	mirrored("nested emphasis", "*a ", "b", " a*"),
	mirrored("nested underscores", "_a __a ", "b", " a__ a_"),
	repeated("openers of emphasis", "", "_a ", ""),
	repeated("openers of strong emphasis", "", "**a ", ""),
	repeated("closers of emphasis", "", "a_ ", ""),
	repeated("closers of strong emphasis", "", "a** ", ""),
	repeated("mismatched openers and closers", "", "*a_ ", ""),
	repeated("openers and closers multiple of 3", "a**b", "c* ", ""),
	repeated("stars within words", "", "a*", ""),
	repeated("stars before blanks", "", "a *", ""),
	repeated("stars alone", "", "a * ", ""),
	repeated("underscores within words", "", "a_", ""),
	repeated("one long run of stars", "a", "*", "b"),
	repeated("one long run of underscores", "a", "_", "b"),
	repeated("stars and underscores", "", "*_", "a"),
	repeated("stars and underscores around letters", "", "*_a_*", ""),
	repeated("three kinds of runs", "", "***a **b *c ", ""),
	repeated("closing runs of three lengths", "", "a*** b** c* ", ""),
	twoSizes("openers, then other closers", "*a ", "", "a_ ", ""),
	twoSizes("underscores, then stars", "_a ", "", "b* ", ""),
	counted("runs of growing length", "", func(i int) string { return strings.Repeat("*", i%500) + "a " }),
	counted("runs that alternate in length", "", func(i int) string { return "a" + strings.Repeat("_", 1+i%3) + "b" + strings.Repeat("*", 1+i%2) }),
	repeated("punctuation between stars", "", "*.*", ""),
	repeated("tildes", "", "~~a ", ""),
	repeated("stars over lines", "", "*a\n", ""),
	repeated("strong over lines", "", "a **b\nc** d\n", ""),
	repeated("emphasis in headings", "", "# *a **b* c**\n", ""),
	repeated("stars in one heading", "# ", "*a ", ""),

	// Brackets and links.
	mirrored("nested brackets", "[", "a", "]"),
	mirrored("nested images", "![", "a", "](b)"),
	mirrored("nested links", "[", "a", "](b)"),
	mirrored("nested references", "[", "a", "][b]"),
	mirrored("nested emphasis in brackets", "[*", "a", "*]"),
	repeated("openers of links", "", "[", "a"),
	repeated("closers of links", "a", "]", ""),
	repeated("openers of images", "", "![", "a"),
	repeated("link openers and emphasis closers", "", "[ a_", ""),
	repeated("links not closed", "", "[a](", ""),
	repeated("links with a target not closed", "", "[a](b", ""),
	repeated("links with angle brackets not closed", "", "[a](<b", ""),
	repeated("links with a title not closed", "", "[a](b \"c", ""),
	repeated("links with a title in parentheses not closed", "", "[a](b (c ", ""),
	repeated("links with one quote", "", "[a](b 'c ", ""),
	repeated("images not closed", "", "![a](b (c ", ""),
	repeated("references not closed", "", "[a][b ", ""),
	repeated("brackets that close nothing", "", "[]", ""),
	repeated("empty links", "", "[]()", ""),
	repeated("links", "", "[a](b)", ""),
	repeated("images", "", "![a](b)", ""),
	repeated("shortcut references", "[a]: b\n\n", "[a] ", ""),
	repeated("references over lines", "", "[a]\nb\n", ""),
	repeated("links over lines not closed", "", "[a](b c\n", ""),
	repeated("references without a definition", "", "[a][b] ", ""),
	repeated("brackets and parentheses", "", "[(](", ""),
	repeated("brackets and bangs", "", "![[]()", ""),
	repeated("link text that holds a link", "", "[a [b](c) ", "](d)"),
	mirrored("link in a link in a link", "[a [b](c) ", "x", "](d)"),
	mirrored("parentheses in a link", "(", "[a]", ")"),
	repeated("parentheses in a target", "[a](", "(", "b"),
	repeated("escaped brackets", "", "\\[a](b (c", ""),
	repeated("backslashes in a target", "[a](", "\\", ")"),
	repeated("bracket, then quote", "", "[\"", ""),
	repeated("brackets around stars", "", "[*a", "]"),
	repeated("bracket openers over lines", "", "[a\n", ""),
	repeated("images in emphasis", "", "*![a](b)", ""),
	repeated("a long link text", "[", "a ", "](b)"),
	repeated("a long link title", "[a](b \"", "a ", "\")"),
	repeated("a long label", "[", "a", "]: b\n"),
	twoSizes("openers, then ends of links", "[", "a", "](b)", ""),
	twoSizes("openers, then closers with quotes", "[", "", "](b \"", ""),

	// Definitions of references.
	counted("definitions", "", func(i int) string { return fmt.Sprintf("[a%d]: b\n", i) }),
	counted("definitions between paragraphs", "", func(i int) string { return fmt.Sprintf("[a%d]: b\n\n[a%d]\n\n", i, i) }),
	repeated("definitions of one name", "", "[a]: b\n", ""),
	repeated("definitions with a title not closed", "", "[a]: b \"c\n", ""),
	repeated("definitions with a title in parentheses", "", "[a]: b (c\n", ""),
	repeated("definitions with a title in the next line", "", "[a]: b\n'c\n", ""),
	repeated("definitions without a target", "", "[a]:\n", ""),
	repeated("beginnings of definitions", "", "[a]: ", ""),
	repeated("labels not closed over lines", "", "[a\n", "]: b"),
	repeated("definitions in quotes", "", "> [a]: b\n", ""),
	repeated("definitions behind a long label", "["+strings.Repeat("x", 900)+"]: b\n\n", "["+strings.Repeat("x", 900)+"] ", ""),
	counted("definitions that fold alike", "", func(i int) string { return "[" + strings.Repeat("ẞ", i%300) + "]: b\n" }),

	// Code.
	counted("runs of backticks", "", func(i int) string { return "e" + strings.Repeat("`", i%2500) }),
	repeated("backticks behind a backslash", "", "\\``a", ""),
	repeated("single and double backticks", "`", "a``b", ""),
	repeated("backticks", "", "`", "a"),
	repeated("code spans", "", "`a`", ""),
	repeated("code not closed in brackets", "", "[`a](b) ``", ""),
	counted("backticks, longest first", "", func(i int) string { return strings.Repeat("`", 2000-i%2000) + " " }),
	repeated("fences", "", "```\n", ""),
	repeated("fences with words", "", "``` a\nb\n", ""),
	repeated("a fence not closed", "```\n", "a\n", ""),
	repeated("tildes as fences", "", "~~~\n", ""),
	repeated("fences in a list", "", "- ```\n", ""),
	repeated("indented code", "", "    a\n\n", ""),
	repeated("a long word on a fence", "```", "a", "\n"),

	// HTML and addresses.
	repeated("less-than signs", "", "<", ""),
	repeated("greater-than signs in text", "a", ">", ""),
	repeated("tags", "", "<b>", ""),
	repeated("tags not closed", "", "x<a", ""),
	repeated("tags with an attribute not closed", "", "x<a b", ""),
	repeated("tags with a quote not closed", "", "x<a b='", ""),
	repeated("tags with a double quote not closed", "", "x<a b=\"", ""),
	repeated("tags with both quotes", "", "x<a b='c\" d=\"e' ", ""),
	repeated("a tag of many attributes", "x<a ", "b ", ""),
	repeated("a tag of many empty lines of blanks", "x<a", " \t", "="),
	repeated("a tag of many equals signs", "x<a b", "=", ">"),
	repeated("comments not closed", "", "x<!--", ""),
	repeated("comments not closed, with hyphens", "", "x<!-- - ", ""),
	repeated("comments", "x", "<!-- a -->", ""),
	repeated("instructions not closed", "", "x<?", ""),
	repeated("instructions", "", "x<?>", ""),
	repeated("declarations not closed", "", "x<!A ", ""),
	repeated("character data not closed", "", "x<![CDATA[", ""),
	repeated("blocks of HTML", "", "<div>\n\n", ""),
	repeated("nested HTML", "", "<div><p>", ""),
	repeated("a block of HTML with comments", "<div>\n", "<!-- ", ""),
	repeated("a block of HTML with scripts", "<div>\n", "<script>", ""),
	repeated("scripts not closed", "", "<script>\n\n", ""),
	repeated("styles and scripts", "<div>\n", "<style><script></style>", ""),
	repeated("anchors", "", "<a href='https://a.example'>", ""),
	repeated("images of HTML", "", "<img src='a'>", ""),
	repeated("addresses in angle brackets", "", "<http://a.example>", ""),
	repeated("addresses not closed", "", "<http://a.example", ""),
	repeated("mail addresses not closed", "", "<a@", ""),
	repeated("a mail address of many dots", "<a@", "a.", ">"),
	repeated("one long address", "http://", "a", ""),
	repeated("addresses", "", "http://a.example ", ""),
	repeated("addresses in a heading", "## a ", "https://a.example ", ""),
	repeated("addresses in a cell", "| Title | Speaker |\n|-|-|\n| a | ", "https://a.b ", "<br> https://a.b |\n"),
	repeated("addresses among tags", "", ")    https://a.b/<div>", ""),
	counted("links that differ", "# a\n\n## b\n\n* ", func(i int) string { return fmt.Sprintf("[a](https://a.example/%d) ", i) }),
	counted("links that differ, in a cell", "| Title | Speaker | Links |\n|-|-|-|\n| a | b | ", func(i int) string { return fmt.Sprintf("[a](https://a.example/%d) ", i) }),
	repeated("addresses one behind the other", "", "http://", ""),
	repeated("addresses with parentheses", "http://a.example/", "(", ""),
	repeated("signs in a long address", "http://", "</a>]:*//]:https://a.example", ""),
	repeated("underscores in a long address", "http://a.example/", "a_", ""),
	repeated("parentheses behind an address", "http://a.example/", ")", ""),
	repeated("punctuation behind an address", "http://a.example/", ".)", ""),
	repeated("mail addresses", "", "a@b.c ", ""),
	repeated("schemes", "", "a:", ""),

	// Entities, backslashes, characters.
	repeated("ampersands", "", "&", ""),
	repeated("entities", "", "&amp;", ""),
	repeated("entities not closed", "", "&amp", ""),
	repeated("one long entity", "&", "a", ";"),
	repeated("numeric entities", "", "&#0000000065;", ""),
	repeated("zeros in an entity", "&#", "0", ";"),
	repeated("backslashes", "a", "\\", ""),
	repeated("escapes", "", "\\*", ""),
	repeated("backslashes at line ends", "", "a\\\n", ""),
	repeated("combining marks", "a", "\u0301", ""),
	repeated("joiners", "a", "\u200d", ""),
	repeated("emoji", "", "😀", ""),
	repeated("blanks", "a", " ", "b"),
	repeated("tabs", "a", "\t", "b"),
	repeated("tabs at line starts", "", "\t\ta\n", ""),
	repeated("bytes of Latin-1", "a", "\xe9", ""),
	repeated("no-break spaces", "a", "\u00a0", ""),

	// Lists and quotes.
	repeated("nested quotes", "", "> ", "a"),
	repeated("nested quotes without blanks", "", ">", "a"),
	repeated("nested quotes with a lazy line", "", "> ", "a\nb"),
	repeated("nested bullets in one line", "", "- ", "a"),
	repeated("nested numbers in one line", "", "1. ", "a"),
	repeated("bullets of three kinds", "", "* + - ", "a"),
	repeated("quotes in bullets", "", "> - ", "a"),
	twoSizes("nested bullets, then empty lines", "- ", "a\n", "\n", "b"),
	twoSizes("nested quotes, then empty lines", "> ", "a\n", "\n", "b"),
	{"bullets nested by indent", func(size int) string {
		var out strings.Builder
		for depth := 0; out.Len() < size; depth++ {
			out.WriteString(strings.Repeat("  ", depth) + "- a\n")
		}
		return out.String()
	}},
	{"bullets nested by indent, then empty lines", func(size int) string {
		var out strings.Builder
		for depth := range 300 {
			out.WriteString(strings.Repeat("  ", depth) + "- a\n")
		}
		return out.String() + strings.Repeat("\n", max(0, size-out.Len())) + "b"
	}},
	{"bullets nested by indent with lazy lines", func(size int) string {
		var out strings.Builder
		for depth := 0; out.Len() < size; depth++ {
			out.WriteString(strings.Repeat(" ", 2*depth) + "- a\n2. b\n")
		}
		return out.String()
	}},
	repeated("lines below deep quotes", strings.Repeat("> ", 90)+"a\n", "b\n", ""),
	repeated("lines below deep bullets", strings.Repeat("- ", 90)+"a\n", strings.Repeat(" ", 180)+"b\n\n", ""),
	repeated("deep bullets again and again", "", strings.Repeat("- ", 45)+"a\n", ""),
	repeated("deep bullets and empty lines", "", strings.Repeat("- ", 45)+"a\n"+strings.Repeat("\n", 90), ""),
	repeated("deep bullets kept open", strings.Repeat("- ", 45)+"a\n", strings.Repeat("\n", 900)+strings.Repeat(" ", 90)+"b\n", ""),
	repeated("bullets", "", "- a\n", ""),
	repeated("bullets with empty lines", "", "- a\n\n", ""),
	repeated("empty bullets", "", "-\n", ""),
	repeated("bullets that change their sign", "", "- a\n* b\n", ""),
	repeated("numbers", "", "1. a\n", ""),
	repeated("numbers that grow long", "", "123456789. a\n", ""),
	repeated("quotes", "", "> a\n", ""),
	repeated("quotes with empty lines", "", "> a\n\n", ""),
	repeated("empty quotes", "", ">\n", ""),
	repeated("quotes that end", "", "> a\nb\n\n", ""),
	repeated("two levels in turn", "", "- a\n  - b\n", ""),
	repeated("bullets of paragraphs", "", "- a\n\n  b\n\n", ""),
	repeated("talks as terms of definitions", "", "10:00 - 11:00 a\n: d\n\n", ""),
	repeated("task lists", "", "- [ ] a\n", ""),
	counted("indents that grow and shrink", "", func(i int) string { return strings.Repeat(" ", i%60) + "- a\n" }),

	// Headings, paragraphs, tables.
	repeated("headings", "", "# a\n", ""),
	repeated("headings of all levels", "", "# a\n## b\n### c\n#### d\n##### e\n###### f\n", ""),
	repeated("number signs", "", "#", ""),
	repeated("number signs behind a heading", "# a ", "#", ""),
	repeated("underlined headings", "", "a\n===\n", ""),
	repeated("underlines", "a\n", "=", ""),
	repeated("rules", "", "---\n", ""),
	repeated("rules of stars", "", "* * *\n", ""),
	repeated("one long rule", "", "- ", ""),
	repeated("empty lines", "a\n", "\n", "b"),
	repeated("lines of blanks", "a\n", "  \n", "b"),
	repeated("paragraphs", "", "a\n\n", ""),
	repeated("lines", "", "a\n", ""),
	repeated("one line of words", "", "a b, ", ""),
	repeated("hard breaks", "", "a  \n", ""),
	repeated("bold lines", "", "**a**\n\n", ""),
	repeated("rows", "|a|b|\n|-|-|\n", "|c|d|\n", ""),
	repeated("rows of links", "|a|b|\n|-|-|\n", "|[c](https://d.example)|`e`|\n", ""),
	repeated("columns", "|", "a|", "\n|-|\n"),
	repeated("columns and dashes", "", "a|b\n-|-\n", ""),
	mirrored("one wide table", "|a", "|\n", "|-"),
	repeated("escaped bars", "|a|\n|-|\n|", "\\|", "|\n"),
	repeated("tables", "", "|a|b|\n|-|-|\n|c|d|\n\n", ""),
	repeated("footnotes", "", "[^a]: b\n\n[^a]\n\n", ""),

	// Additions of site generators.
	repeated("tags of Liquid", "", "{{a}}", ""),
	repeated("openers of Liquid", "", "{{", ""),
	repeated("tags in an address", "[a](", "{{a}}", ")"),
	repeated("shortcodes", "", "{{< youtube abc >}} ", ""),
	repeated("shortcodes not closed", "", "{{< youtube ", ""),
	repeated("front matter not closed", "---\n", "a: b\n", ""),
	repeated("front matter of brackets", "---\ntitle: ", "[", "\n---\n"),
	repeated("front matter of many keys", "---\n", "title: a\n", "---\n"),
	repeated("front matter of braces", "---\ntitle: ", "{a: ", "\n---\n"),
	repeated("front matter of list dashes", "---\nspeakers: ", "- ", "a\n---\n"),
	counted("front matter of anchors", "---\ntitle: &a0 [x]\n", func(i int) string { return fmt.Sprintf("a%d: &a%d [*a%d, *a%d]\n", i+1, i+1, i, i) }),
	repeated("front matter in TOML", "+++\ntitle = ", "[", "\n+++\n"),
	repeated("front matter in TOML of many keys", "+++\n", "title = 'a'\n", "+++\n"),

	// Words that notes use.
	repeated("a talk with a long address", "## a\n\n[video](https://youtu.be/", "a", ")\n\n* b\n"),
	repeated("a long title", "## ", "diego ", "\n\n* b\n"),
	repeated("a long title in Chinese writing", "## ", "潮", "\n\n* b\n"),
	repeated("links to talks", "## a\n\n", "[video](https://youtu.be/a)\n", ""),
	counted("links in a heading", "## a ", func(i int) string { return fmt.Sprintf("[a](https://a.b/%d) ", i) }),
	counted("videos and their embeddings", "## a\n\n", func(i int) string {
		return fmt.Sprintf("https://youtu.be/a%d\n\nhttps://www.youtube.com/embed/a%d\n\n", i, i)
	}),
	repeated("talks of one title", "", "## a good talk\n\n* note\n\n", ""),
	repeated("speakers", "", "## a - Ada Abel, B, Ben Brandt, C\n\n", ""),
	repeated("commas in a heading", "## a - ", "Ada Abel, ", "\n\n* b\n"),
	repeated("dashes in a heading", "## ", "a - ", "\n\n* b\n"),
	repeated("parentheses in a heading", "## a ", "(Ada Abel) ", "\n\n* b\n"),
	repeated("and in a heading", "## a by ", "Ada and ", "\n\n* b\n"),
	repeated("days", "", "## Day 1\n\n", ""),
	repeated("times in a heading", "## ", "10:00 ", "a\n\n* b\n"),
	repeated("times", "", "10:00 - 11:00 a\n", ""),
	repeated("dates", "", "May 23, 2016 ", "\n"),
	repeated("digits", "## Day ", "1", "\n"),
	repeated("spans of years", "## ", "2016-2017-", "\n"),
	repeated("colons", "Speakers", ":", "\n"),
	repeated("labels", "", "Speaker: Ada Abel\n", ""),
	repeated("labels in a line", "## a\n\n", `Speaker: "5/6/2031`, ""),
	repeated("labels behind names in a line", "## a\n\n", "Speaker: Ada Abel ", ""),
	repeated("labels in a bullet", "# a\n\n- ", "Speaker: :", ""),
	repeated("labels and tags in a line", "# a\n\n## b\n\n", "<a>[Speaker: _", ""),
	repeated("quotes and tags in a bullet", "# a\n\n- ", `"</a>`, ""),
	repeated("labels as bullets", "## a\n\n", "* Speaker: Ada Abel\n", ""),
	twoSizes("many titles and a long one", "## a\n\n* b\n\n", "## ", "diego ", "\n\n* b\n"),
	repeated("capitals", "## ", "Ada ", "\n\n* b\n"),
	repeated("quotation marks", "## ", "\"a\" ", "\n\n* b\n"),
	repeated("at signs", "## a ", "@a ", "\n\n* b\n"),
}

// dataPatterns are patterns for data files: topics, talks, and facts of notes.
var dataPatterns = []pattern{
	repeated("brackets", "topics: ", "[", ""),
	repeated("braces", "topics: ", "{a: ", ""),
	repeated("dashes in one line", "topics: ", "- ", "a"),
	repeated("empty items", "topics:\n", "- \n", ""),
	repeated("items", "topics:\n", "- a\n", ""),
	repeated("items of items", "talks: [", "[a],", "]"),
	repeated("empty maps", "sessions: [", "{},", "]"),
	repeated("quotes", "topics: ", "'a' ", ""),
	repeated("a text that is never closed", "topics: \"", "a\n", ""),
	repeated("a long text", "topics: |\n", "  a\n", ""),
	repeated("keys of one name", "", "topics: a\n", ""),
	counted("keys", "", func(i int) string { return fmt.Sprintf("a%d: b\n", i) }),
	counted("variables", "variables:\n", func(i int) string { return fmt.Sprintf("  a%d: b\n", i) }),
	repeated("documents", "", "---\na: b\n", ""),
	repeated("tags", "", "!!str ", "a"),
	repeated("comments", "", "# a\n", ""),
	repeated("tabs", "a:\n", "\t", ""),
	repeated("question marks", "", "? ", ""),
	repeated("anchors", "", "&a ", ""),
	counted("anchors with names", "a:\n", func(i int) string { return fmt.Sprintf("- &a%d b\n", i) }),
	counted("aliases of aliases", "a0: &a0 [x]\n", func(i int) string {
		return fmt.Sprintf("a%d: &a%d [*a%d, *a%d, *a%d]\n", i+1, i+1, i, i, i)
	}),
	repeated("aliases of a talk", "a: &a {title: T, links: [{kind: video, url: 'https://a.example'}]}\ntalks:\n", "- *a\n", ""),
	repeated("aliases of a long list", "a: &a ["+strings.Repeat("b,", 10_000)+"]\ntopics:\n", "- {id: t, name: T, terms: *a}\n", ""),
	repeated("merged keys", "a: &a {b: c}\n", "d: {<<: *a}\n", ""),
	{"nested by indent", func(size int) string {
		var out strings.Builder
		for depth := 0; out.Len() < size; depth++ {
			out.WriteString(strings.Repeat(" ", depth) + "a:\n")
		}
		return out.String()
	}},
	counted("topics", "topics:\n", func(i int) string { return fmt.Sprintf("- {id: t%d, name: T%d, terms: [gizmo]}\n", i, i) }),
	counted("topics of one id", "topics:\n", func(i int) string { return "- {id: t, name: T, terms: [gizmo]}\n" }),
	counted("terms", "topics:\n- id: t\n  name: T\n  terms:\n", func(i int) string { return fmt.Sprintf("  - gizmo%d\n", i) }),
	counted("terms that begin alike", "topics:\n- id: t\n  name: T\n  terms:\n", func(i int) string { return "  - " + strings.Repeat("a", 1+i%2000) + "\n" }),
	counted("terms of many words", "topics:\n", func(i int) string {
		return fmt.Sprintf("- {id: t%d, name: T%d, terms: [%s]}\n", i, i, strings.Repeat("a ", 1+i%500))
	}),
	counted("aliases of a topic", "topics:\n- id: t\n  name: T\n  terms: [a]\n  aliases:\n", func(i int) string { return fmt.Sprintf("  - b%d\n", i) }),
	counted("related topics", "topics:\n- id: t\n  name: T\n  terms: [a]\n  related:\n", func(i int) string { return fmt.Sprintf("  - r%d\n", i) }),
	counted("talks", "talks:\n", func(i int) string {
		return fmt.Sprintf("- {title: T%d, links: [{kind: video, url: 'https://a.example/%d'}], topics: [diego]}\n", i, i)
	}),
	counted("talks of unknown topics", "talks:\n", func(i int) string {
		return fmt.Sprintf("- {title: T%d, links: [{kind: video, url: 'https://a.example/%d'}], topics: [a, b, c, d]}\n", i, i)
	}),
	counted("links of a talk", "talks:\n- title: T\n  links:\n", func(i int) string { return fmt.Sprintf("  - {kind: video, url: 'https://a.example/%d'}\n", i) }),
	counted("entries without a session", "sessions:\n", func(i int) string { return fmt.Sprintf("- {heading: H%d}\n", i) }),
	repeated("entries of one session", "sessions:\n", "- {heading: Talk, title: T}\n", ""),
	counted("days", "summit:\n  days:\n", func(i int) string { return fmt.Sprintf("    %d: 2020-01-01\n", i) }),
	counted("missing photos", "missing_photos:\n", func(i int) string { return fmt.Sprintf("- %d.jpg\n", i) }),
	repeated("a byte that is no text", "topics: ", "\xff", ""),
	repeated("combining marks", "topics:\n- id: t\n  name: ", "\u0301", "\n  terms: [a]\n"),
}
