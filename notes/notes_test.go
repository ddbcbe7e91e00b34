package notes_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/topics"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

func read(t *testing.T, file string) []byte {
	t.Helper()
	source, err := notes.FS.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return source
}

func loadSessions(t *testing.T) []*summit.Session {
	t.Helper()
	summits, err := sessions.Load(notes.FS)
	if err != nil {
		t.Fatal(err)
	}
	return sessions.All(summits)
}

func loadTopics(t *testing.T) []summit.Topic {
	t.Helper()
	all, err := topics.Read("topics.yaml", read(t, "topics.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestNotesAreAsGiven(t *testing.T) {
	const want = "1cc06a5e16941bc028ad939eb3c62560dc6271a3d67cf78f3d37d0271e4f6817"
	sum := sha256.Sum256(read(t, "cf-summit-2016.md"))
	if got := hex.EncodeToString(sum[:]); got != want {
		t.Errorf("cf-summit-2016.md has the checksum %s, want %s; what the notes lack belongs in cf-summit-2016.yaml", got, want)
	}
}

func TestSummit(t *testing.T) {
	summits, err := sessions.Load(notes.FS)
	if err != nil {
		t.Fatal(err)
	}
	if len(summits) != 1 || summits[0].Name != "Cloud Foundry Summit 2016" || summits[0].Place != "Santa Clara" || len(summits[0].Sessions) != 34 {
		t.Fatalf("the notes hold %d summits, the first of them %+v", len(summits), summits[0])
	}
	dates := map[int]string{1: "2016-05-23", 2: "2016-05-24", 3: "2016-05-25"}
	for _, s := range summits[0].Sessions {
		if s.Date != dates[s.Day] || s.Date == "" {
			t.Errorf("session %d is of day %d, %q, want %q", s.Number, s.Day, s.Date, dates[s.Day])
		}
	}
}

func TestTopics(t *testing.T) {
	all := loadTopics(t)
	ids := map[string]bool{}
	owner := map[string]string{}
	for _, topic := range all {
		ids[topic.ID] = true
		for _, alias := range append([]string{topic.ID, topic.Name}, topic.Aliases...) {
			key := words.Key(alias)
			if other, taken := owner[key]; taken && other != topic.ID {
				t.Errorf("%q is claimed by %s and by %s", alias, other, topic.ID)
			}
			owner[key] = topic.ID
		}
		if topic.Definition == "" || topic.Since.Text == "" || len(topic.Since.Sources) == 0 {
			t.Errorf("the topic %s lacks a definition, or what became of it with its sources", topic.ID)
		}
	}
	for _, topic := range all {
		for _, id := range topic.Related {
			if !ids[id] || id == topic.ID {
				t.Errorf("the topic %s is related to %q", topic.ID, id)
			}
		}
	}
	for _, id := range []string{"diego", "bosh", "firehose", "route-services", "autoscaling", "security"} {
		if !ids[id] {
			t.Errorf("there is no topic %q", id)
		}
	}
}

func TestEveryTermOccurs(t *testing.T) {
	all := loadSessions(t)
	for _, topic := range loadTopics(t) {
		for _, term := range topic.Terms {
			alone := summit.Topic{ID: "term", Name: term, Terms: []string{term}, Not: topic.Not}
			if len(index.New(all, []summit.Topic{alone}).Bearings("term")) == 0 {
				t.Errorf("the term %q of the topic %s occurs in no session", term, topic.ID)
			}
		}
	}
}

func TestTopicsReachSessions(t *testing.T) {
	ix := index.New(loadSessions(t), loadTopics(t))
	for _, topic := range ix.Topics() {
		if len(ix.Bearings(topic.ID)) == 0 {
			t.Errorf("the topic %s has no session", topic.ID)
		}
	}
	reached := 0
	for _, s := range ix.Sessions() {
		if len(ix.TopicsOf(s)) > 0 {
			reached++
		}
	}
	if reached < 30 {
		t.Errorf("%d of %d sessions are reached by a topic, want 30 at least", reached, len(ix.Sessions()))
	}
}

// TestJudgedTopics has the topics which two readers went through the notes for.
func TestJudgedTopics(t *testing.T) {
	ix := index.New(loadSessions(t), loadTopics(t))
	for _, c := range []struct {
		topic           string
		about, mentions []int
	}{
		{"diego", []int{33}, []int{31}},
		{"bosh", []int{23}, []int{6, 17, 18, 26, 28, 32}},
		{"firehose", []int{32}, nil},
		{"route-services", []int{16, 9}, nil},
		{"autoscaling", []int{34}, []int{32}},
		{"security", []int{6, 18, 26, 30}, []int{16}},
	} {
		var about, mentions []int
		for _, b := range ix.Bearings(c.topic) {
			if b.About {
				about = append(about, b.Session.Number)
			} else {
				mentions = append(mentions, b.Session.Number)
			}
		}
		if diff := cmp.Diff(c.about, about); diff != "" {
			t.Errorf("sessions about %s (-want +got):\n%s", c.topic, diff)
		}
		if diff := cmp.Diff(c.mentions, mentions); diff != "" {
			t.Errorf("sessions that mention %s (-want +got):\n%s", c.topic, diff)
		}
	}
}

// talkLinks are the links to the talks that were found, by the number of the session. The other 21 sessions have none.
var talkLinks = map[int][]string{
	7: {"slides https://vdocument.in/cloud-optimization-gurobi-and-cloud-glebow2016-06-01-the-optimization-problem.html"},
	18: {
		"video https://www.youtube-nocookie.com/embed/UwOG3BrdODo",
		"slides https://schd.ws/hosted_files/cfsummit2016/13/CFSummit2016-cloud.gov-compliance.pdf",
	},
	19: {"schedule https://cfsummit2016.sched.org/event/6aKz/building-a-brand-around-a-technology-and-cultural-transformation-matthew-curry-allstate"},
	20: {"slides https://github.com/cloudfoundry-incubator/cf-swagger/blob/master/presentations/2016/releases/cf-swagger-cf-summit.pdf"},
	21: {"schedule (inferred) https://cfsummit2016.sched.com/event/6aMx/cloud-foundry-and-containers-or-where-does-cloud-foundry-fit-in-the-container-ecosystem-julian-friedman-ibm-george-lestaris-pivotal"},
	27: {
		"slides https://speakerdeck.com/auxesis/delivering-clearer-simpler-faster-public-services-with-cloud-foundry",
		"schedule https://cfsummit2016.sched.org/event/6ZjN/keynote-delivering-simpler-clearer-faster-government-services-with-cloud-foundry-lindsay-holmwood-head-of-development-australian-government-digital-transformation-office",
	},
	28: {"schedule https://cfsummit2016.sched.org/event/6ZjO/keynote-enterprise-devops-balancing-innovation-velocity-with-business-requirements-brian-gallagher-president-cloud-management-division-emc"},
	29: {"schedule https://cfsummit2016.sched.org/event/6ZjZ/a-journey-to-the-center-of-the-cloud-foundry-alex-ley-ed-king-pivotal"},
	30: {"schedule https://cfsummit2016.sched.org/event/6aZ3/bof-securing-a-cloud-foundry-deployment-alan-f-moran-david-brock-and-luke-rabczak-allstate"},
	31: {"schedule https://cfsummit2016.sched.org/event/6Zjx/breaking-the-cf-release-monolith-alvaro-perez-shirley-david-sabeti-pivotal"},
	32: {
		"video https://youtu.be/skJKvQfpKD4",
		"slides https://www.slideshare.net/slideshow/monitoring-cloud-foundry-learning-about-the-firehose/76161364",
		"schedule https://cfsummit2016.sched.org/event/6Zk3/monitoring-cloud-foundry-learning-about-the-firehose-dustin-ruehle-tom-collings-ecs-team",
	},
	33: {
		"video https://www.youtube.com/watch?v=iv5EpheLLh0",
		"slides https://drive.google.com/file/d/0Bw2c1Jc_v7t1WlM4U09WVUE4bWc/view",
		"schedule https://cfsummit2016.sched.org/event/6Zk6/diego-runtime-overview-eric-malm-pivotal",
	},
	34: {"schedule https://cfsummit2016.sched.org/event/6Zk9/auto-scaling-watch-my-instances-grow-and-shrink-michael-fraenkel-bo-yang-ibm"},
}

func TestTalkLinks(t *testing.T) {
	for _, s := range loadSessions(t) {
		var got []string
		for _, l := range s.TalkLinks() {
			kind := string(l.Kind)
			if l.Inferred {
				kind += " (inferred)"
			}
			got = append(got, kind+" "+l.URL)
		}
		if diff := cmp.Diff(talkLinks[s.Number], got); diff != "" {
			t.Errorf("talk links of session %d, %s (-want +got):\n%s", s.Number, s.Title, diff)
		}
	}
}

// TestLookAlikes refuses addresses that belong to other events, though their titles are alike.
func TestLookAlikes(t *testing.T) {
	for _, s := range loadSessions(t) {
		for _, l := range s.Links {
			for _, other := range []string{"infoq.com", "NUXpz0Dni50", "N4DshPSn660", "DXbJM0bvkME", "mtngs.io"} {
				if strings.Contains(l.URL, other) {
					t.Errorf("session %d, %s, has the link %s of another event", s.Number, s.Title, l.URL)
				}
			}
		}
	}
}

func TestAddresses(t *testing.T) {
	found := map[string]int{}
	for _, file := range []string{"cf-summit-2016.yaml", "topics.yaml"} {
		var node yaml.Node
		if err := yaml.Unmarshal(read(t, file), &node); err != nil {
			t.Fatal(err)
		}
		eachAddress(&node, "", func(address string, line int) {
			found[file]++
			if fault := faultOf(address); fault != "" {
				t.Errorf("%s:%d: %s %s", file, line, address, fault)
			}
		})
	}
	for file, n := range found {
		if n < 10 {
			t.Errorf("%s has %d addresses, so not all were looked at", file, n)
		}
	}
	for _, s := range loadSessions(t) {
		for _, l := range s.Links {
			if fault := faultOf(l.URL); fault != "" {
				t.Errorf("session %d: %s %s", s.Number, l.URL, fault)
			}
		}
	}
}

func faultOf(address string) string {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return err.Error()
	case u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		return "is no http or https address"
	case strings.Contains(u.Host, "sched.") && (u.RawQuery != "" || u.Fragment != ""):
		return "is a schedule's address with a query or a fragment"
	}
	return ""
}

// eachAddress calls do with the values of the fields that hold addresses.
func eachAddress(n *yaml.Node, field string, do func(address string, line int)) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			eachAddress(n.Content[i+1], n.Content[i].Value, do)
		}
	case yaml.ScalarNode:
		if slices.Contains([]string{"url", "playlist", "docs", "sources", "site.url"}, field) {
			do(n.Value, n.Line)
		}
	default:
		for _, c := range n.Content {
			eachAddress(c, field, do)
		}
	}
}

func TestPhotos(t *testing.T) {
	available, missing := 0, 0
	for _, s := range loadSessions(t) {
		for _, p := range s.Photos {
			if p.Available {
				available++
			} else {
				missing++
			}
			if !strings.HasPrefix(p.URL, "https://github.com/rbuehl/cf-summit-blog/blob/bf090f14cacf7c16a55b65ffa35b9924cb9ee661/public/") {
				t.Errorf("session %d has the photo %s", s.Number, p.URL)
			}
		}
	}
	if got, want := fmt.Sprint(available, missing), "39 17"; got != want {
		t.Errorf("photos available and missing: %s, want %s", got, want)
	}
}
