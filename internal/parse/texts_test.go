package parse

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// TestWords has texts, with lines between, that fit a question and some that do not.
func TestWords(t *testing.T) {
	for _, c := range []struct {
		name    string
		ask     func(string) bool
		yes, no string
	}{
		{"namesPart", ofWords(namesPart), "Summary|概要|Q&A|Q & A|Q and A|TL;DR|Key takeaways|Links and further reading|Agenda for future meetings|Meeting notes", "Ropes|Key|Summary of ropes|"},
		{"namesPresent", namesPresent, "Speakers: A|Attendees: A|Regrets: A", "Panel: A|Attendees of the day: A|Ropes: A|Attendees|Speakers"},
		{"namesContainer", ofWords(namesContainer), "Track A|Main stage|Lightning talks|Schedule|Programme of the day|セッション|プログラム", "Ropes|Stage fright and how we got rid of it|A stage for all"},
		{"namesKind", namesKind, "Keynote|Lightning talk 2", "Ropes|Keynote on ropes|2"},
		{"namesFrame", ofWords(namesFrame), "Welcome|Registration and coffee|開会|開会のご挨拶", "Ropes|Welcome ropes|"},
		{"namesNoTalk", ofWords(namesNoTalk), "Lunch|Cake break|Wrap-up|Slides / Sources|Some more resources|コーヒーブレイク|受付開始", "Lunch in space|Slides|More|"},
		{"namesEvent", func(text string) bool { return namesEvent(text, slices.Collect(words.In(text))) }, "Rope Conf|Ropes 2031|Notes from the quay|Quay: trip report|Recap 2031", "Ropes|Footnotes|Recap|Quays"},
		{"namesManual", ofWords(namesManual), "Installation|Getting started for all|1.2.0 - 2020-01-01", "Ropes|Ropes API|2031|1.2|"},
		{"isLicence", isLicence, "MIT License|README|Contributing|Contributing to ropes|Code of Conduct", "Ropes|Licensed|A licence to tie|Contributing ropes"},
		{"isSentence", isSentence, "what we did|It's good|one two three four five six seven eight nine ten eleven twelve thirteen", "Ropes|one two three four five six seven eight nine ten eleven twelve"},
		{"isAboutLinks", isAboutLinks, "Slides: |Video (20 min)|the slides are here|", "Ropes|Slides of ropes"},
	} {
		for text := range strings.SplitSeq(c.yes, "|") {
			if !c.ask(text) {
				t.Errorf("%s(%q) is false", c.name, text)
			}
		}
		for text := range strings.SplitSeq(c.no, "|") {
			if c.ask(text) {
				t.Errorf("%s(%q) is true", c.name, text)
			}
		}
	}
}

func ofWords(ask func([]string) bool) func(string) bool {
	return func(text string) bool { return ask(slices.Collect(words.In(text))) }
}

// TestTrimmings has titles with what is left of them.
func TestTrimmings(t *testing.T) {
	for title, want := range map[string]string{
		"[ ] Ropes": "Ropes", "[x] Ropes": "Ropes", "[X] Ropes": "Ropes", "[ ] ": "[ ] ", "[y] Ropes": "[y] Ropes",
		"Ropes {#ropes .big}": "Ropes", "Ropes {: .big}": "Ropes", "Ropes {big}": "Ropes {big}", "{#ropes}": "{#ropes}", "Ropes {#a} and": "Ropes {#a} and", "Ropes {": "Ropes {",
		"Ropes[^1]": "Ropes", "Ropes[^1] and": "Ropes[^1] and", "Ropes[^a b]": "Ropes[^a b]", "[^1]": "[^1]", "Ropes [^1": "Ropes [^1",
		"1. Ropes": "Ropes", "12) Ropes": "Ropes", "123. Ropes": "123. Ropes", "1.5 Ropes": "1.5 Ropes", ". Ropes": ". Ropes", "1 Ropes": "1 Ropes",
	} {
		if got := cutNumber(cutTrimmings(title)); got != want {
			t.Errorf("%q without trimmings is %q, want %q", title, got, want)
		}
	}
	if got := cutLinkAttributes("{:a"); got != "{:a" {
		t.Errorf("cutLinkAttributes is %q", got)
	}
	if got := cutAttributes("#}"); got != "#}" {
		t.Errorf("cutAttributes is %q", got)
	}
	for text, want := range map[string]string{
		"[[Ropes]]": "Ropes", "a [[Ropes|knots]] b [[c]]": "a knots b c", "[[Ropes": "[[Ropes", "Ropes]]": "Ropes]]", "[[a [b]]": "[[a [b]]", "a": "a",
	} {
		if got := showWikiLinks(text); got != want {
			t.Errorf("showWikiLinks(%q) is %q, want %q", text, got, want)
		}
	}
}

func TestLinkTo(t *testing.T) {
	for address, want := range map[string]summit.Link{
		"https://www.youtube.com/watch?v=a":                        {Kind: summit.Video, URL: "https://www.youtube.com/watch?v=a"},
		"https://conf.sched.com/event/a?b=c#d":                     {Kind: summit.Schedule, URL: "https://conf.sched.com/event/a"},
		"https://sched.co/a":                                       {Kind: summit.Schedule, URL: "https://sched.co/a"},
		"https://example.com/A.PDF?a":                              {Kind: summit.Slides, URL: "https://example.com/A.PDF?a"},
		"https://speakerdeck.com/a/b":                              {Kind: summit.Slides, URL: "https://speakerdeck.com/a/b"},
		"https://speakerdeck.com/a":                                {Kind: summit.Reference, URL: "https://speakerdeck.com/a"},
		"http://www.slideshare.net/a/b":                            {Kind: summit.Slides, URL: "http://www.slideshare.net/a/b"},
		"https://docs.google.com/presentation/d/a/edit#slide=id.p": {Kind: summit.Slides, URL: "https://docs.google.com/presentation/d/a/edit#slide=id.p"},
		"https://docs.google.com/document/d/a":                     {Kind: summit.Reference, URL: "https://docs.google.com/document/d/a"},
		"https://www.youtube.com/live/a":                           {Kind: summit.Video, URL: "https://www.youtube.com/live/a"},
		"https://www.youtube.com/playlist?list=a":                  {Kind: summit.Reference, URL: "https://www.youtube.com/playlist?list=a"},
		"https://youtu.be/":                                        {Kind: summit.Reference, URL: "https://youtu.be/"},
		"https://vimeo.com/1":                                      {Kind: summit.Video, URL: "https://vimeo.com/1"},
		"https://vimeo.com/a":                                      {Kind: summit.Reference, URL: "https://vimeo.com/a"},
		"https://media.ccc.de/v/a":                                 {Kind: summit.Video, URL: "https://media.ccc.de/v/a"},
		"https://media.ccc.de/c/a":                                 {Kind: summit.Reference, URL: "https://media.ccc.de/c/a"},
		"https://example.com/a.mp4":                                {Kind: summit.Video, URL: "https://example.com/a.mp4"},
		"https://conf.sched.com/":                                  {Kind: summit.Reference, URL: "https://conf.sched.com/"},
		"https://cfp.example.org/2022/talk/A/b_?":                  {Kind: summit.Schedule, URL: "https://cfp.example.org/2022/talk/A/b_?"},
		"https://cfp.example.org/2022/talk/":                       {Kind: summit.Reference, URL: "https://cfp.example.org/2022/talk/"},
		"https://pretalx.com/a/speaker/B/":                         {Kind: summit.Reference, URL: "https://pretalx.com/a/speaker/B/"},
		"https://sessionize.com/view/a/session/5":                  {Kind: summit.Schedule, URL: "https://sessionize.com/view/a/session/5"},
		"https://fosdem.org/2020/schedule/event/a/":                {Kind: summit.Schedule, URL: "https://fosdem.org/2020/schedule/event/a/"},
		"https://fosdem.org/2020/schedule/room/a/":                 {Kind: summit.Reference, URL: "https://fosdem.org/2020/schedule/room/a/"},
		"https://indico.example.org/event/1/":                      {Kind: summit.Reference, URL: "https://indico.example.org/event/1/"},
		"https://indico.example.org/event/1/contributions/2/":      {Kind: summit.Schedule, URL: "https://indico.example.org/event/1/contributions/2/"},
		"https://example.com/talk/a":                               {Kind: summit.Reference, URL: "https://example.com/talk/a"},
		"https://linkedin.com/in/a":                                {Kind: summit.Profile, URL: "https://linkedin.com/in/a"},
		"https://example.com/a?b":                                  {Kind: summit.Reference, URL: "https://example.com/a?b"},
		"https://notyoutube.com/a":                                 {Kind: summit.Reference, URL: "https://notyoutube.com/a"},
		"https://example.com/%zz":                                  {Kind: summit.Reference, URL: "https://example.com/%zz"},
	} {
		if got := linkTo(address); got != want {
			t.Errorf("linkTo(%q) is %+v", address, got)
		}
	}
}

// lines are a line of Markdown below a title, with the kinds and addresses of its talk links.
const lines = `
https://youtu.be/a => video https://youtu.be/a
https://example.com/a =>
https://youtu.be/a is good =>
see https://youtu.be/a =>
* https://youtu.be/a =>
* Video: https://youtu.be/a => video https://youtu.be/a
Video: https://example.com/a => video https://example.com/a
Slides: https://youtu.be/a => video https://youtu.be/a
Slides: [https://example.com/a.](https://example.com/a.) => slides https://example.com/a
[slides](https://example.com/a_) => slides https://example.com/a_
[Ropes](https://youtu.be/a) => video https://youtu.be/a
Slides: [https://example.com/a](https://example.com/a) => slides https://example.com/a
[slides](https://example.com/a) | [video](https://example.com/b) => slides https://example.com/a, video https://example.com/b
[slides](a.html) | [video](https://example.com/b) => video https://example.com/b
[ropes](https://example.com/a) | [video](https://example.com/b) => video https://example.com/b
[ropes](https://example.com/a) and sails | [video](https://example.com/b) =>
[schedule](https://example.com/a?b) => reference https://example.com/a?b
[schedule](https://example.com/a) => schedule https://example.com/a
[slides](https://example.com/a?b) => slides https://example.com/a?b
Jane Doe, SRE - [slides](https://example.com/a) => slides https://example.com/a
Ropes and so on - [slides](https://example.com/a) =>
![slides](https://example.com/a.png) =>
    https://youtu.be/a =>
> https://youtu.be/a =>
`

func TestTalkLinksIn(t *testing.T) {
	for line := range strings.SplitSeq(strings.Trim(lines, "\n"), "\n") {
		source, want, _ := strings.Cut(line, "=>")
		d := markdown.Read([]byte("# Ropes\n\n"+source+"\n"), markdown.Options{Wants: isWanted})
		var got []string
		for _, l := range talkLinksIn(&d.Body.Sections[0].Blocks[0]) {
			got = append(got, string(l.Kind)+" "+l.URL)
		}
		if diff := cmp.Diff(strings.TrimSpace(want), strings.Join(got, ", ")); diff != "" {
			t.Errorf("the talk links in %q (-want +got):\n%s", source, diff)
		}
	}
}

// headings are headings in Markdown with what they say: the title, then each link.
const headings = `
[Ropes](https://youtu.be/a) => Ropes | linked | video https://youtu.be/a
[Ropes](https://example.com/a) => Ropes | linked | reference https://example.com/a
Ropes [here](https://youtu.be/a) => Ropes here | video https://youtu.be/a
Ropes https://youtu.be/a => Ropes | video https://youtu.be/a
Ropes ([slides](https://example.com/a), [video](https://example.com/b)) => Ropes | slides https://example.com/a | video https://example.com/b
Ropes [slides](a.html) => Ropes slides
Ropes [slides](https://example.com/a) too => Ropes slides too | reference https://example.com/a
Ropes ![slides](https://example.com/a) => Ropes
Ropes ![slides](https://example.com/a) [video](https://example.com/b) => Ropes | video https://example.com/b
[slides](https://example.com/a) => slides | linked | reference https://example.com/a
9:30 Ropes => Ropes | timed
Ropes - [Jane Doe](https://example.com/jane) => Ropes
Ropes - [Jane Doe](https://youtu.be/a) => Ropes | video https://youtu.be/a
[https://example.com/a](b.html) => https://example.com/a
![x](a.png) [Ropes](https://example.com/a) => Ropes | linked | reference https://example.com/a
`

func TestReadTitle(t *testing.T) {
	for line := range strings.SplitSeq(strings.Trim(headings, "\n"), "\n") {
		source, want, _ := strings.Cut(line, "=>")
		d := markdown.Read([]byte("# "+source+"\n"), markdown.Options{Wants: isWanted})
		title := readTitle(d.Body.Sections[0].Heading)
		got := []string{title.Text}
		for _, m := range []struct {
			is   bool
			text string
		}{{title.linked, "linked"}, {title.timed, "timed"}} {
			if m.is {
				got = append(got, m.text)
			}
		}
		for _, l := range title.links {
			got = append(got, string(l.Kind)+" "+l.URL)
		}
		if diff := cmp.Diff(strings.TrimSpace(want), strings.Join(got, " | ")); diff != "" {
			t.Errorf("the heading %q (-want +got):\n%s", source, diff)
		}
	}
}

// TestIsHeading has lines that begin in bold, and whether they are headings.
func TestIsHeading(t *testing.T) {
	for line, want := range map[string]bool{
		"**Ropes**": true, "**Ropes** **again**": true, "**Ropes**:": true, "**Note:** they": false, "**Note** they": false, "**Speakers**": false, "**Speakers:**": false,
		"**Ropes** (Ana Lopez)": true, "**Ropes:** (Ana Lopez)": false, "**Ropes** https://youtu.be/a": true, "**Jane Doe** - Ropes": true,
		"**" + strings.Repeat("Ropes ", 50) + "again**": false,
	} {
		d := markdown.Read([]byte(line+"\n"), markdown.Options{Wants: isWanted})
		title := readTitle(d.Body.Sections[0].Heading)
		if got := title.isHeading(d.Body.Sections[0]); got != want {
			t.Errorf("%q is a heading: %v", line, got)
		}
	}
}

// TestIsContents has lists, and whether they lead to places in the file.
func TestIsContents(t *testing.T) {
	for list, want := range map[string]bool{
		"- [a](#a)\n- 1.2 [b](#b)\n  - [c](#c)": true, "- [a](#a)\n- [b](b.md)": false, "- [a](#a)\n- b": false, "- [a](#a)\n  - b": false, "- 1.2": false, "- [1](b.md)": false, "- [a](#a) 1": true, "- [a](#a) [1](b.md)": false, "- [a](#a) and": false,
	} {
		d := markdown.Read([]byte(list+"\n"), markdown.Options{Wants: isWanted})
		if got := isContents(&d.Body.Blocks[0]); got != want {
			t.Errorf("%q has the contents: %v", list, got)
		}
	}
}

func TestWhy(t *testing.T) {
	source := "# Rope Conf\n\nWe came.\n\n## Ropes\n\n- remark\n\nKnots (Ana Lopez)\n\n- remark\n\n### Inside\n\n| Talk | Speaker |\n|--|--|\n| a | b |\n"
	var got []string
	for _, r := range Why(File{Name: "a.md", Source: []byte(source)}) {
		got = append(got, fmt.Sprintf("%d %s: %s: %s", r.Line, r.Role, r.Rule.Name, r.Text))
	}
	want := []string{
		"1 name of the summit: summit: Rope Conf", "5 session: usual level: Ropes", "9 session: title above a list: Knots (Ana Lopez)",
		"13 note: inner heading: Inside", "15 note: text: ", "17 note: text: a | b",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Why (-want +got):\n%s", diff)
	}
	if reasons := Why(File{Name: "a.md", Source: []byte("# a\x00")}); reasons != nil {
		t.Errorf("Why says %v of what is no text", reasons)
	}
}

// TestLongList has a list of talks with more bullets than are looked at to find that it is one.
func TestLongList(t *testing.T) {
	list := strings.Repeat("- Ropes at sea (Ana Lopez)\n", enoughBullets+1)
	r := Read(File{Name: "a.md", Source: []byte("# Ropeconf\n\n## Track A\n\n" + list)})
	if n := len(r.Summit.Sessions); n != enoughBullets+1 {
		t.Errorf("there are %d sessions", n)
	}
}

// TestRules has no rule that gives no role in any case. The one for an index needs a folder; see
// TestFolder.
func TestRules(t *testing.T) {
	source, err := os.ReadFile("rules.go")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{isIndex.Name: true}
	for _, notes := range seeds(t) {
		for _, r := range Why(File{Name: "a.md", Source: notes}) {
			used[r.Rule.Name] = true
		}
	}
	for _, rule := range regexp.MustCompile(`= &Rule\{"([^"]+)"`).FindAllSubmatch(source, -1) {
		if name := string(rule[1]); !used[name] {
			t.Errorf("no case needs the rule %q", name)
		}
	}
}
