package parse

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/when"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/who"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

var faultAt = regexp.MustCompile(`^fuzz\.md:(\d+): .`)

var site = map[string]string{"site.url": "https://example.com"}

// FuzzNotes holds the laws of this package: nothing panics; every text within the limits becomes
// a summit; every fault has a line inside the file; every word that the tree of the notes has is
// in the summit, and so is every address; and the summit has no word that the notes have not.
// What package markdown makes of a source, its own fuzz target holds.
func FuzzNotes(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		r := Read(File{Name: "fuzz.md", Source: source, Variables: site})
		s, faults := r.Summit, r.Faults
		for _, fault := range faults {
			checkFault(t, source, fault)
		}
		if s == nil {
			isRefused := !utf8.Valid(source) || bytes.Contains(source, []byte{0}) || len(faults) == 1 && strings.Contains(faults[0].Error(), "(limit: ")
			if !isRefused || faults == nil {
				t.Errorf("there is no summit, and the faults %v", faults)
			}
			return
		}
		v := look(source)
		v.any["fuzz"]++ // the name of a file may be the title of its one talk
		got := held(s)
		for _, session := range s.Sessions {
			got.add(session.Track)
		}
		for word, n := range v.text {
			if got[word] < n {
				t.Errorf("the notes have %q %d times, the summit %d times", word, n, got[word])
			}
		}
		for _, h := range v.headings {
			if lost := h.lost(got, s); lost != "" {
				t.Errorf("the heading %q has %q, the summit has not", h.text, lost)
			}
		}
		for word, n := range held(&summit.Summit{Sessions: s.Sessions, Preamble: s.Preamble}) {
			if most := v.any[word]; n > most {
				t.Errorf("the summit has %q %d times, the notes %d times", word, n, most)
			}
		}
		addresses := addressesOf(s)
		for address := range v.addresses {
			if !addresses[address] {
				t.Errorf("the notes have the address %q, the summit has not", address)
			}
		}
		for _, session := range s.Sessions {
			checkSession(t, source, session)
		}
	})
}

func seeds(tb testing.TB) [][]byte {
	bundled, err := os.ReadFile("../../notes/cf-summit-2016.md")
	if err != nil {
		tb.Fatal(err)
	}
	out := [][]byte{bundled, []byte("## a\r\n\r\n* b\r\n"), []byte("\ufeff---\ntitle: a\n---\n# b\n"), []byte("a\x00"), []byte("a\xff"),
		[]byte("# [Conf](https://a.example)\n\n## [Track A](https://b.example)\n\n### [Talk](https://c.example)\n\n* d\n"),
		[]byte("# Conf https://a.example\n\n## [Day 1](https://b.example)\n\n### Talk\n\n* d\n\n## Lunch https://e.example\n\n### Talk\n\n* e\n"),
		[]byte("##[http://0](0)\n* [0](0)000[B B]\n* [](0)"),
		[]byte("# [![a](i.png)](https://Youtu.Be/0) "),
		[]byte("text\n\n# [![a](i.png)](https://youtu.be/0)\n\n* b\n"),
		[]byte("# T\n\n**[![a](i.png)](https://x.example/0)**\n\n* b\n"),
		[]byte("## [![a](i.png)](https://x.example/0)\n* [![a](i.png)](https://x.example/1)\n* [![a](i.png)](https://x.example/2) c\n"),
		[]byte("# T\n## Track\n### [![a](i.png)](https://x.example/0)\n* c\n"),
		[]byte("# #0DAY 1\n0\n-"),
		[]byte("#,DAY 1\n\n0(B B)\n\n*"),
		[]byte("00000–000000\n#MAY 1–http://0\n0"),
		[]byte("| [Title](https://a.example) | Speaker | [x](https://b.example) |\n|-|-|-|\n| [b](https://c.example) | [Jane Doe](https://d.example) | [f](https://e.example) |\n"),
	}
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		tb.Fatal(err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, archive.Files[0].Data)
	}
	corpus, err := filepath.Glob("testdata/corpus/*.txtar")
	if err != nil {
		tb.Fatal(err)
	}
	for _, file := range corpus {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		for _, f := range archive.Files {
			if f.Name != "want" {
				out = append(out, f.Data)
			}
		}
	}
	return out
}

func checkFault(t *testing.T, source []byte, err error) {
	t.Helper()
	m := faultAt.FindStringSubmatch(err.Error())
	if m == nil || strings.Contains(err.Error(), "\n") {
		t.Fatalf("the fault %q has not the form file:line: what is wrong", err)
	}
	if line, _ := strconv.Atoi(m[1]); line < 1 || line > lineCount(source) {
		t.Errorf("the fault %q has no line inside the file of %d lines", err, lineCount(source))
	}
}

func lineCount(source []byte) int {
	return 1 + strings.Count(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(source)), "\n")
}

func checkSession(t *testing.T, source []byte, s *summit.Session) {
	t.Helper()
	if s.Title == "" || s.Heading == "" || s.Source.Line < 1 || s.Source.Line > lineCount(source) {
		t.Errorf("the session %+v lacks a title, a heading or its line", s)
	}
	for _, who := range s.Speakers {
		if who.Name == "" {
			t.Errorf("the session %q has a speaker without a name", s.Heading)
		}
	}
	for _, l := range s.Links {
		if !words.IsAddress(l.URL) && !(isFile(l.URL) && l.Kind.IsWatchable()) {
			t.Errorf("the session %q has the link %q", s.Heading, l.URL)
		}
	}
	if text := s.Title + s.Track; strings.ContainsFunc(text, who.IsMark) {
		t.Errorf("the session %q has a mark of an address in %q", s.Heading, text)
	}
}

// counts are how often each word occurs.
type counts map[string]int

// add counts the words of s. A word that holds a character for private use may lose it, so it is
// not counted.
func (c counts) add(s string) {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		c[w]++
	}
}

// A view is what the tree of notes has.
type view struct {
	text      counts // outside of headings and of the first column of tables
	any       counts
	headings  []heading
	addresses map[string]bool
}

func look(source []byte) *view {
	v := &view{text: counts{}, any: counts{}, addresses: map[string]bool{}}
	d := markdown.Read(source, markdown.Options{Variables: site, Wants: isWanted})
	v.any.add(readFront(d.Front).title)
	v.section(d.Body)
	return v
}

func (v *view) section(s *markdown.Section) {
	heading := plain(s.Heading)
	v.any.add(heading)
	v.addAddresses(s.Heading)
	_, isDay := when.ReadDay(words.TrimSymbols(heading), 0)
	if s.Level == markdown.BoldLevel && !isDay {
		v.text.add(heading)
	} else {
		v.headings = append(v.headings, headingOf(heading))
	}
	v.lines(s.Rest)
	v.blocks(s.Blocks)
	for _, sub := range s.Sections {
		v.section(sub)
	}
}

// A heading is a text that may name a day.
type heading struct {
	text  string
	day   string // the part of it that is a day; empty if there is none
	event string // the rest
}

func headingOf(text string) heading {
	h := heading{text: words.TrimSymbols(cutAttributes(text))}
	h.event, _ = cutDay(h.text)
	h.day = strings.TrimLeft(h.text[len(h.event):], words.Trailing+"(")
	if _, isDay := when.ReadDay(h.text, 0); isDay {
		h.event, h.day = "", h.text
	}
	return h
}

// lost is a word of a heading that neither a text nor the day of a session has; it is empty if
// there is none. The name of a summit does not say that there are notes of it.
func (h heading) lost(got counts, s *summit.Summit) string {
	text := h.text
	if slices.ContainsFunc(s.Sessions, func(s *summit.Session) bool { return isOn(h.day, s) }) {
		text = h.event
	}
	if words.TrimSymbols(summitName(text, "fuzz.md")) == words.TrimSymbols(s.Name) {
		return ""
	}
	all := counts{}
	all.add(text)
	for word := range all {
		if got[word] == 0 {
			return word
		}
	}
	return ""
}

// isOn reports whether the day of a session says all that a text says.
func isOn(text string, s *summit.Session) bool {
	year, _ := strconv.Atoi(strings.SplitN(s.Date, "-", 2)[0])
	on, _ := when.ReadDay(s.Date, 0)
	d, _ := when.ReadDay(text, year)
	for _, order := range []when.Order{when.UnknownOrder, when.DayFirst, when.MonthFirst} {
		d := d.InOrder(order)
		isSame := d.Number == s.Day && d.Number > 0 && (d.Date == "" || d.Date == s.Date)
		if (isSame || d.Number == 0 && d.IsSame(on)) && d.IsSaidBy(s.Date) {
			return true
		}
	}
	return false
}

func (v *view) blocks(blocks []markdown.Block) {
	for _, b := range blocks {
		v.lines(b.Lines)
		for _, it := range b.Items {
			v.blocks(it.Blocks)
		}
	}
}

// lines counts lines of text; those that read like a day may be one.
func (v *view) lines(lines []markdown.Text) {
	for _, l := range lines {
		v.any.add(plain(l))
		v.addAddresses(l)
		if _, isDay := when.ReadDay(words.TrimSymbols(plain(l)), 0); isDay {
			v.headings = append(v.headings, headingOf(plain(l)))
		} else {
			v.text.add(plain(l))
		}
	}
}

// addAddresses adds the addresses that a line links or spells out, without the signs around them.
func (v *view) addAddresses(line markdown.Text) {
	written := plain(line)
	for start, end := words.FindAddress(written); start >= 0; start, end = words.FindAddress(written) {
		v.addresses[withoutTracks(written[start:end])] = true
		written = written[end:]
	}
	for _, s := range line {
		if !s.Image && words.IsAddress(s.URL) && !words.IsAddress(strings.TrimSpace(s.Text)) {
			v.addresses[withoutTracks(s.URL)] = true
		}
	}
}

// addressesOf are the addresses that a summit has: of links, and in its text.
func addressesOf(s *summit.Summit) map[string]bool {
	all := map[string]bool{}
	add := func(text string) {
		for start, end := words.FindAddress(text); start >= 0; start, end = words.FindAddress(text) {
			all[withoutTracks(text[start:end])] = true
			text = text[end:]
		}
	}
	var walk func(notes []summit.Note)
	walk = func(notes []summit.Note) {
		for _, n := range notes {
			add(n.Text)
			for _, url := range n.Links {
				all[withoutTracks(url)] = true
			}
			walk(n.Notes)
		}
	}
	add(s.Name)
	walk(s.Preamble)
	for _, session := range s.Sessions {
		add(session.Heading)
		add(session.Track)
		for _, l := range session.Links {
			all[withoutTracks(l.URL)] = true
		}
		walk(session.Notes)
	}
	return all
}

// withoutTracks is an address without what linkTo takes off.
func withoutTracks(address string) string { return linkTo(address).URL }

// held are the words of a summit.
func held(s *summit.Summit) counts {
	c := counts{}
	c.add(s.Name)
	var walk func(all []summit.Note)
	walk = func(all []summit.Note) {
		for _, n := range all {
			c.add(n.Text)
			walk(n.Notes)
		}
	}
	walk(s.Preamble)
	for _, session := range s.Sessions {
		c.add(session.Heading)
		walk(session.Notes)
	}
	return c
}
