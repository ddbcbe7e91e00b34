package parse

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/markdown"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// TestWords has texts, with lines between, that fit a question and some that do not.
func TestWords(t *testing.T) {
	for _, c := range []struct {
		name    string
		ask     func(string) bool
		yes, no string
	}{
		{"namesPart", namesPart, "Summary|Q&A|Q & A|Q and A|TL;DR|Key takeaways|Links and further reading", "Ropes|Key|Summary of ropes|"},
		{"namesPresent", namesPresent, "Speakers: A|Attendees: A|Regrets: A", "Panel: A|Attendees of the day: A|Ropes: A|Attendees|Speakers"},
		{"namesContainer", namesContainer, "Track A|Main stage|Lightning talks|Schedule", "Ropes|Stage fright and how we got rid of it|A stage for all"},
		{"namesEvent", namesEvent, "Rope Conf|Ropes 2031|Notes from the quay|Quay: trip report", "Ropes|Footnotes|Recap|Quays"},
		{"namesManual", namesManual, "Installation|Getting started|1.2.0 - 2020-01-01", "Ropes|Ropes API|2031|1.2|"},
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
		"https://www.youtube.com/watch?v=a":    {Kind: summit.Video, URL: "https://www.youtube.com/watch?v=a"},
		"https://conf.sched.com/event/a?b=c#d": {Kind: summit.Schedule, URL: "https://conf.sched.com/event/a"},
		"https://sched.co/a":                   {Kind: summit.Schedule, URL: "https://sched.co/a"},
		"https://example.com/A.PDF?a":          {Kind: summit.Slides, URL: "https://example.com/A.PDF?a"},
		"https://speakerdeck.com/a":            {Kind: summit.Slides, URL: "https://speakerdeck.com/a"},
		"https://linkedin.com/in/a":            {Kind: summit.Profile, URL: "https://linkedin.com/in/a"},
		"https://example.com/a?b":              {Kind: summit.Reference, URL: "https://example.com/a?b"},
		"https://notyoutube.com/a":             {Kind: summit.Reference, URL: "https://notyoutube.com/a"},
		"https://example.com/%zz":              {Kind: summit.Reference, URL: "https://example.com/%zz"},
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
		d := markdown.Read("# Ropes\n\n"+source+"\n", markdown.Options{Wants: isWanted})
		var got []string
		for _, l := range talkLinksIn(&d.Body.Sections[0].Blocks[0], false) {
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
		d := markdown.Read("# "+source+"\n", markdown.Options{Wants: isWanted})
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
