package parse

import (
	"bytes"
	"html"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

const bundledFile = "cf-summit-2016.md"

func bundled(t *testing.T) (source []byte, s *summit.Summit) {
	t.Helper()
	source, err := os.ReadFile("../../notes/" + bundledFile)
	if err != nil {
		t.Fatal(err)
	}
	r := Read(File{Name: bundledFile, Source: source, Variables: site})
	s, faults := r.Summit, r.Faults
	if faults != nil {
		t.Fatal(faults)
	}
	return source, s
}

// TestBundledNothingLost holds what the sessions have against what goldmark sees in the bundled
// notes: the texts of the bullets, the images and the headings, each in its order.
func TestBundledNothingLost(t *testing.T) {
	source, s := bundled(t)
	_, body, found := bytes.Cut(bytes.TrimPrefix(source, []byte("---\n")), []byte("\n---\n"))
	if !found {
		t.Fatal("the bundled notes have no front matter")
	}
	body = bytes.ReplaceAll(body, []byte("{{ site.url }}"), []byte("https://example.com"))

	var bullets, images, titles []string
	_ = ast.Walk(goldmark.DefaultParser().Parse(text.NewReader(body)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindImage:
			images = append(images, string(n.(*ast.Image).Destination))
		case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading:
			shown := strings.Join(strings.Fields(inlineText(n, body)), " ")
			switch {
			case shown == "":
			case n.Parent().Kind() == ast.KindListItem:
				bullets = append(bullets, shown)
			case n.Kind() == ast.KindParagraph || n.(*ast.Heading).Level == 4:
				titles = append(titles, shown)
			}
		}
		return ast.WalkContinue, nil
	})

	var texts, photos, headings []string
	for _, session := range s.Sessions {
		headings = append(headings, session.Heading)
		texts = appendTexts(texts, session.Notes)
		for _, p := range session.Photos {
			photos = append(photos, p.URL)
		}
	}
	for _, c := range []struct {
		name      string
		count     int
		want, got []string
	}{
		{"notes", 334, bullets, texts},
		{"photos", 56, images, photos},
		{"headings", 34, titles, headings},
	} {
		if len(c.want) != c.count || len(c.got) != c.count {
			t.Errorf("goldmark sees %d %s, the sessions hold %d, want %d", len(c.want), c.name, len(c.got), c.count)
		}
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	if len(s.Preamble) > 0 || len(s.Photos) > 0 {
		t.Errorf("outside of the sessions stand %v and %v, want nothing", s.Preamble, s.Photos)
	}
}

func appendTexts(to []string, all []summit.Note) []string {
	for _, n := range all {
		to = appendTexts(append(to, n.Text), n.Notes)
	}
	return to
}

// TestBundledNesting takes a sample of the tree: what stands above what.
func TestBundledNesting(t *testing.T) {
	_, s := bundled(t)
	above := map[string]string{}
	var walk func(all []summit.Note, parent string)
	walk = func(all []summit.Note, parent string) {
		for _, n := range all {
			above[n.Text] = parent
			walk(n.Notes, n.Text)
		}
	}
	for _, session := range s.Sessions {
		walk(session.Notes, "")
	}
	for child, want := range map[string]string{
		"non zero book":   "",
		"Service brokers": "Packages services",
		"What's the minimum amount of liven time?": "Repave: destroy & rebuild often",
		"Continual":              "Long running processes",
		"Long running processes": "Diego workloads",
		"Shipped software development lifecycle tool": "Lessons learned",
		"Vxlan (VNI = tenant)":                        "Policy enforcement",
	} {
		if got, ok := above[child]; got != want || !ok {
			t.Errorf("above %q stands %q, want %q", child, got, want)
		}
	}
}

// TestBundledHeadings has what a reader makes of the headings of the bundled notes, nothing else
// at hand.
func TestBundledHeadings(t *testing.T) {
	want := []string{
		"1 | Keynotes | Sam Ramji",
		"  Sam Ramji",
		"1 | Keynotes | Martin Ford (the rise of robots)",
		"1 | Keynotes | Angel Diaz",
		"  Angel Diaz | VP of cloud architecture & technology",
		"1 | Keynotes | Sam Gambarin",
		"  Sam Gambarin | Director of cloud services",
		"1 | Keynotes | Greg Otto",
		"  Greg Otto | Executive Director Cloud Services | Comcast",
		"1 | Keynotes | Justin Smith",
		"  Justin Smith | director pivotal, security",
		"1 | Keynotes | Phil Glebow",
		"  Phil Glebow | director pricing architecture",
		"1 | Lightning talks | Renat Khasanshyn",
		"  Renat Khasanshyn | CEO altoros",
		"1 | Lightning talks | Ed Anuff",
		"  Ed Anuff | svp, product strategy | Apigee",
		"1 | Lightning talks | Cloud foundry resisted : ADP, VoIP and beyond",
		"  Roman Swoszowski | VP of Cloud Foundry | GrapeUp",
		"2 | | Doug Safford",
		"  Doug Safford | VP AllState Technology Innovation | | https://www.linkedin.com/in/doug-safford-4369144/de",
		"2 | | Bill Hilf",
		"  Bill Hilf | SVP & GM | HP Cloud",
		"2 | | From Weeks to Minutes",
		"  Simon Johansson | Platform Engineer",
		"  Daniel Otte | Head of Platform Engineering | Springer Nature | https://nl.linkedin.com/in/danielotte/de",
		"2 | | Marc-Thomas Schmidt",
		"  Marc-Thomas Schmidt | Chief Platform Architect | GE Digital | https://www.linkedin.com/in/marc-thomas-schmidt-35488710/de",
		"2 | | performace driven ci/cd in a nutshell",
		"  Michael Villiger | Technolgy Evangelist | Dynatrace | https://www.linkedin.com/in/mvilliger",
		"2 | | Recent enhancement with route services",
		"  Shannon Coen | Product Manager | Pivotal Software, Inc.",
		"  Carlos Eberhardt | | Apigee",
		"2 | | Monitoring Cloud Foundry Graphite",
		"  Jeff Barrows | Cloud Platform Service Architect | GE Research | https://www.linkedin.com/in/jbarrows",
		"2 | | Running Cloud Foundry in a Compliance and Security Focused Environment",
		"  Diego Lapiduz | | 18F",
		"  Bret A. Mogilefsky | | 18F",
		"2 | | Building a Brand Around a Technology and Cultural Transformation",
		"  Matthew Curry | Transformation Leaser | Allstate | https://www.linkedin.com/in/mattjcurry/de",
		"2 | | Swagger and cf",
		"  Dr Max",
		"2 | | Containers",
		"2 | | Container Networking",
		"2 | | Bosh 2.0 - provision resources on demand",
		"2 | Keynotes | Ken Owens",
		"  Ken Owens | CTO of Cloud Infrastructures | Cisco",
		"2 | Keynotes | Fireside chat",
		"  Barton George | Sr Technologist, office of the CTO | Dell",
		"  Cody Taylor | Director Software Engineering | Dell",
		"2 | Keynotes | Security x CF",
		"  Guido Westenberg | head of platform engineering team",
		"3 | Keynotes | Delivering Simpler, Clearer, Faster Government Services with Cloud Foundry",
		"  Lindsay Holmwood | Head of Development | Australian Government Digital Transformation Office",
		"3 | Keynotes | Enterprise DevOps: Balancing Innovation Velocity with Business Requirements",
		"  Brian Gallagher | President, Cloud Platform Team | EMC",
		"3 | Keynotes | A Journey to the Center of the Cloud Foundry",
		"  Alex Ley | | Pivotal Grand",
		"  Ed King | | Pivotal Grand",
		"3 | Keynotes | BoF: Securing a Cloud Foundry Deployment",
		"  Alan F. Moran | | Allstate",
		"  David Brock | | Allstate",
		"  Luke Rabczak | | Allstate",
		"3 | Keynotes | Breaking the CF-Release Monolith",
		"  Alvaro Perez-Shirley | | Pivotal",
		"  David Sabeti | | Pivotal",
		"3 | Keynotes | Monitoring Cloud Foundry: Learning about the Firehose",
		"  Dustin Ruehle | | ECS Team",
		"  Tom Collings | | ECS Team",
		"3 | Keynotes | Diego Runtime Overview",
		"  Eric Malm | | Pivotal",
		"3 | Keynotes | Auto-Scaling, Watch My Instances Grow and Shrink",
		"  Michael Fraenkel | | IBM",
		"  Bo Yang | | IBM",
	}
	_, s := bundled(t)
	var got []string
	for _, session := range s.Sessions {
		got = append(got, fields(string(rune('0'+session.Day)), session.Track, session.Title))
		for _, who := range session.Speakers {
			got = append(got, "  "+fields(who.Name, who.Role, who.Organization, who.URL))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
	if s.Name != "Cloud Foundry Summit 2016" {
		t.Errorf("the summit is called %q", s.Name)
	}
}

func fields(all ...string) string {
	return strings.ReplaceAll(strings.TrimRight(strings.Join(all, " | "), " |"), "|  |", "| |")
}

// inlineText is the text below n as goldmark's own renderer would show it, without images.
func inlineText(n ast.Node, source []byte) string {
	var out strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Image:
			return ast.WalkSkipChildren, nil
		case *ast.AutoLink:
			if entering {
				out.Write(n.Label(source))
			}
		case *ast.Text:
			if entering {
				out.WriteString(html.UnescapeString(string(util.UnescapePunctuations(n.Value(source)))))
				out.WriteString(map[bool]string{true: "\n"}[n.SoftLineBreak() || n.HardLineBreak()])
			}
		}
		return ast.WalkContinue, nil
	})
	return out.String()
}
