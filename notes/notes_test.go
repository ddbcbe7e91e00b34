package notes_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/notes"
)

func read(t *testing.T, file string) []byte {
	t.Helper()
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return source
}

func loadSessions() []*summit.Session {
	return sessions.All(notes.Bundled().Summits)
}

func loadTopics() []summit.Topic {
	return notes.Bundled().Topics
}

func TestNotesAreAsGiven(t *testing.T) {
	const want = "1cc06a5e16941bc028ad939eb3c62560dc6271a3d67cf78f3d37d0271e4f6817"
	sum := sha256.Sum256(read(t, "cf-summit-2016.md"))
	if got := hex.EncodeToString(sum[:]); got != want {
		t.Errorf("cf-summit-2016.md has the checksum %s, want %s; what the notes lack belongs in cf-summit-2016.yaml", got, want)
	}
}

func TestSummit(t *testing.T) {
	summits := notes.Bundled().Summits
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
	all := loadTopics()
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

// TestEveryTermOccurs: each term occurs in a title, in a note, or in the title of a talk.
func TestEveryTermOccurs(t *testing.T) {
	all := loadSessions()
	for _, talk := range notes.Bundled().Talks {
		all = append(all, &summit.Session{Title: talk.Title})
	}
	for _, topic := range loadTopics() {
		for _, term := range topic.Terms {
			alone := summit.Topic{ID: "term", Name: term, Terms: []string{term}, Not: topic.Not}
			if len(index.New(all, []summit.Topic{alone}, nil).Bearings("term")) == 0 {
				t.Errorf("the term %q of the topic %s occurs in no note and in no title", term, topic.ID)
			}
		}
	}
}

func TestTopicsLeadSomewhere(t *testing.T) {
	talks := map[string]int{}
	for _, talk := range notes.Bundled().Talks {
		for _, id := range talk.Topics {
			talks[id]++
		}
	}
	ix := index.New(loadSessions(), loadTopics(), nil)
	for _, topic := range ix.Topics() {
		if len(ix.Bearings(topic.ID))+talks[topic.ID] == 0 {
			t.Errorf("the topic %s has no session and no talk", topic.ID)
		}
	}
	for topic, least := range map[string]int{"diego": 10, "bosh": 10, "security": 10, "firehose": 3, "route-services": 3, "autoscaling": 3} {
		if talks[topic] < least {
			t.Errorf("there are %d talks about %s, want %d", talks[topic], topic, least)
		}
	}
	for _, s := range ix.Sessions() {
		if none := len(ix.TopicsOf(s)) == 0; none != slices.Contains([]int{2, 4}, s.Number) {
			t.Errorf("session %d is without a topic: %v", s.Number, none)
		}
	}
}

// TestTalks checks the rules for entries of talks.yaml.
func TestTalks(t *testing.T) {
	session := map[string]int{} // number of the session, by address of its link
	for _, s := range loadSessions() {
		for _, l := range s.TalkLinks() {
			session[l.URL] = s.Number
		}
	}
	remark := regexp.MustCompile(`^\(|\((lightning|talk|session|keynote|recording|video|slides|in [A-Z])|^(CF|Cloud Foundry) Summit \d{4}:`)
	events := map[string]string{}
	addresses := map[string]string{} // title of the talk, by address without the scheme
	all := notes.Bundled().Talks
	for i, talk := range all {
		if i > 0 && talk.Year > all[i-1].Year && all[i-1].Year > 0 {
			t.Errorf("%q of %d follows a talk of %d; the newest come first", talk.Title, talk.Year, all[i-1].Year)
		}
		if len(talk.Topics) == 0 {
			t.Errorf("%q is about no topic", talk.Title)
		}
		if remark.MatchString(talk.Title) {
			t.Errorf("the title %q has a remark", talk.Title)
		}
		if regexp.MustCompile(`\b20\d\d\b`).MatchString(talk.Event) {
			t.Errorf("the event %q of %q has a year", talk.Event, talk.Title)
		}
		key := words.Key(talk.Event)
		if other, known := events[key]; known && other != talk.Event {
			t.Errorf("one event is called %q and %q", other, talk.Event)
		}
		events[key] = talk.Event
		if talk.Event == "" && talk.Year == 0 {
			t.Errorf("%q has no event and no year", talk.Title)
		}
		for _, l := range talk.Links {
			if number := session[l.URL]; number > 0 {
				t.Errorf("%s of %q is a link of session %d", l.URL, talk.Title, number)
			}
			if fault := faultOf(l.URL); fault != "" {
				t.Errorf("%q: %s %s", talk.Title, l.URL, fault)
			}
			_, address, _ := strings.Cut(l.URL, "://")
			if other, twice := addresses[address]; twice {
				t.Errorf("%s is a link of %q and of %q", l.URL, other, talk.Title)
			}
			addresses[address] = talk.Title
		}
	}
}

// TestSummaries: a summary is one sentence of at most 25 words.
func TestSummaries(t *testing.T) {
	for _, s := range loadSessions() {
		if n := len(strings.Fields(s.Summary)); n == 0 || n > 25 || !strings.HasSuffix(s.Summary, ".") || strings.Contains(strings.TrimSuffix(s.Summary, "."), ". ") {
			t.Errorf("the summary of session %d has %d words, or is not one sentence: %q", s.Number, n, s.Summary)
		}
	}
}

// TestSince: a text of since has at most 40 words, no hedging, the month of its check, and stable
// sources.
func TestSince(t *testing.T) {
	for _, topic := range loadTopics() {
		if n := len(strings.Fields(topic.Since.Text)); n > 40 {
			t.Errorf("the since of %s has %d words", topic.ID, n)
		}
		for _, hedge := range []string{"seem", "not settled", "not known", "unknown", "apparently", "perhaps", "probably", "not verified"} {
			if strings.Contains(topic.Since.Text, hedge) {
				t.Errorf("the since of %s hedges: %q", topic.ID, hedge)
			}
		}
		if topic.Since.Checked == "" || topic.Since.Year != 2016 {
			t.Errorf("the since of %s has no month of its check, or another year than the summit: %+v", topic.ID, topic.Since)
		}
		for _, source := range topic.Since.Sources {
			if strings.Contains(source, "/blob/main/") || strings.Contains(source, "/blob/master/") {
				t.Errorf("the source %s of %s moves; name a commit", source, topic.ID)
			}
		}
	}
}

// TestGeneratedIsCurrent compares the generated files with the lists of words, the notes and the
// data files.
func TestGeneratedIsCurrent(t *testing.T) {
	for _, arguments := range [][]string{{"./.tools/lists", "-check"}, {"./.tools/notes", "-check", "notes"}} {
		generator := exec.Command("go", append([]string{"run"}, arguments...)...)
		generator.Dir = ".."
		if out, err := generator.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	}
}

// TestJudgedTopics compares the sessions of some topics with the choice of two readers.
func TestJudgedTopics(t *testing.T) {
	ix := index.New(loadSessions(), loadTopics(), nil)
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

// talkLinks are the known talk links by session number. The other 21 sessions have none.
var talkLinks = map[int][]string{
	7: {"slides https://vdocument.in/cloud-optimization-gurobi-and-cloud-glebow2016-06-01-the-optimization-problem.html"},
	18: {
		"video https://www.youtube.com/watch?v=UwOG3BrdODo",
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
		"video https://www.youtube.com/watch?v=skJKvQfpKD4",
		"video https://www.youtube.com/watch?v=skJKvQfpKD4&t=1021",
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
	for _, s := range loadSessions() {
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

// TestLookAlikes rejects addresses of similar titles at other events.
func TestLookAlikes(t *testing.T) {
	for _, s := range loadSessions() {
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
	for _, file := range []string{"cf-summit-2016.yaml", "topics.yaml", "talks.yaml"} {
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
	for _, s := range loadSessions() {
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
	case u.Host == "youtu.be" || strings.HasSuffix(u.Host, "youtube-nocookie.com") || strings.Contains(u.Path, "/embed"):
		return "is not in the form https://www.youtube.com/watch?v=ID, or opens a bare frame"
	case strings.HasSuffix(u.Host, ".slideshare.net") && u.Host != "www.slideshare.net" || u.Host == "slideshare.net":
		return "is on a language host of slideshare"
	case strings.Contains(u.RawQuery, "utm_") || strings.Contains(u.RawQuery, "usp="):
		return "is tracked"
	}
	return ""
}

// eachAddress calls do for the value of each field that holds addresses.
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
	for _, s := range loadSessions() {
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
