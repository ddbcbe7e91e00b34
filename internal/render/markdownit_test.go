package render

import (
	"bytes"
	"encoding/json"
	"html"
	"net/url"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// TestMarkdownIt parses documents of hostile texts with markdown-it, a JavaScript parser, with the
// settings of many wikis: HTML is allowed and bare addresses are links. The page has to show the
// same elements and text as that of goldmark, and every link of goldmark.
func TestMarkdownIt(t *testing.T) {
	var documents []string
	for _, text := range slices.Concat(hostile, hostileForWikis) {
		for _, a := range hostileAnswers(text) {
			documents = append(documents, markdownOf(t, a))
		}
		documents = append(documents, markdownOf(t, one(summit.Session{
			Title: text, Heading: text, Summary: text, Track: text, Summit: text, Notes: []summit.Note{
				{Text: text}, {Text: "a " + text, Links: []string{text}}, {Text: text, Links: []string{"https://evil.example"}},
			}, Links: []summit.Link{{Kind: summit.Video, URL: "https://a.example/" + text, Label: text}},
		})))
	}
	ix := bundled(t)
	for _, topic := range ix.Topics() {
		documents = append(documents, markdownOf(t, find(t, ix, answer.Query{Words: []string{topic.ID}})))
	}
	for i, page := range markdownIt(t, documents) {
		var want bytes.Buffer
		if err := readers[0].Convert([]byte(documents[i]), &want); err != nil {
			t.Fatal(err)
		}
		theirs, ours := pageOf(page), pageOf(want.String())
		if theirs.tags != ours.tags || theirs.text != ours.text {
			t.Errorf("markdown-it shows\n%s\nof\n%s\n(-goldmark +markdown-it):\n%s", page, documents[i], cmp.Diff(ours.tags+ours.text, theirs.tags+theirs.text))
		}
		if other := wanted.ReplaceAllString(theirs.tags, ""); other != "" {
			t.Errorf("the page has the elements %s of\n%s", other, documents[i])
		}
		for address := range ours.addresses {
			if plainHost.MatchString(address) && !theirs.addresses[address] {
				t.Errorf("markdown-it has no link to %q in\n%s\nof\n%s", address, page, documents[i])
			}
		}
	}
}

var hostileForWikis = []string{
	"http://e.com/my_file_name", "www.example.com/<guid>/env", "ftp://h/<img src=x onerror=alert(1)>", "http://", "http://<b>", "HTTPS://E.com/_a_",
	"WWW.e.com/_a_<b>", "me@e.com/<b>", "e.com/<b>a</b>_c_", "mailto:a@b.c/<i>", "//e.com/<b>", "xhttp://e.com/`a`", "https://e.com/a\\<b>",
	"(http://e.com/*a*)!", "![http://e.com](http://e.com)", "<script>alert(1)</script>", "<!-- ", "[a]: http://b.example", "&lt;b&gt;", "# a", "a\n# b", "a\n===", "```",
	"<http://a.example>", "https://a.example/?a=1&amp;b=2", "![a](b)", "| a |\n|-|", "1. a", "- a", "> a", "\\<b>", "https://a.example/<b>", "http://a.example\\", "`<b>`",
	"*a* _b_ **c** ~~d~~", "https://a.example/\"onmouseover=\"alert(1)", "javascript:alert(1)", "[a](javascript:alert(1))", "http://[::1]/<b>", "git://h/<b>", "a.com\\<b>", "http:/\\/a.example/<b>",
}

// markdownIt returns the pages of documents. It skips the test if node or markdown-it is not
// installed.
func markdownIt(t *testing.T, documents []string) (pages []string) {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("node is not installed, so markdown-it reads no document")
	}
	in, err := json.Marshal(documents)
	if err != nil {
		t.Fatal(err)
	}
	var out, stderr bytes.Buffer
	cmd := exec.Command("node", "testdata/markdown-it.js")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(in), &out, &stderr
	err = cmd.Run()
	if strings.Contains(stderr.String(), "Cannot find module 'markdown-it'") {
		t.Skip("markdown-it is not installed, so it reads no document; `npm install --no-save markdown-it` installs it")
	}
	if err == nil {
		err = json.Unmarshal(out.Bytes(), &pages)
	}
	if err != nil || len(pages) != len(documents) {
		t.Fatalf("%d pages and the error %v\n%s", len(pages), err, &stderr)
	}
	return pages
}

// A shown page is the visible part of HTML: its elements except links, its text, and the targets of
// its links.
type shown struct {
	tags, text string
	addresses  map[string]bool
}

var (
	tagInPage     = regexp.MustCompile(`<[^>]*>`)
	plainHost     = regexp.MustCompile(`^https?://[A-Za-z0-9.-]+([/?#].*)?$`) // markdown-it rewrites other hosts
	wanted        = regexp.MustCompile(`</?(h1|h2|h3|p|ul|li|strong)>`)
	percentIn     = regexp.MustCompile(`%[0-9A-Fa-f]{2}`)
	addressInPage = regexp.MustCompile(`<a href="([^"]*)"`)
)

func pageOf(page string) shown {
	s := shown{addresses: map[string]bool{}}
	for _, tag := range tagInPage.FindAllString(page, -1) {
		if !strings.HasPrefix(tag, "<a ") && tag != "</a>" {
			s.tags += tag
		}
	}
	s.tags = strings.ReplaceAll(s.tags, " />", ">")
	s.text = strings.Join(strings.Fields(decoded(tagInPage.ReplaceAllString(page, ""))), " ")
	s.text = strings.NewReplacer("[", "", "]", "").Replace(s.text) // markdown-it removes brackets from invalid host names
	for _, m := range addressInPage.FindAllStringSubmatch(page, -1) {
		s.addresses[decoded(m[1])] = true
	}
	return s
}

// decoded is a text of a page without entities and percent encoding: markdown-it shows addresses
// so.
func decoded(s string) string {
	return percentIn.ReplaceAllStringFunc(html.UnescapeString(s), func(sign string) string {
		plain, err := url.PathUnescape(sign)
		if err != nil {
			return sign
		}
		return plain
	})
}
