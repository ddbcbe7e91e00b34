package answer_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// TestReading has words of several senses, with the text that is searched for and the talks.
func TestReading(t *testing.T) {
	const aboutKnots = "Splices, Knots of the north, Knots drawn, Knots announced, Hitches, Bends, Sails and knots"
	for _, c := range []struct{ name, text, want, wanted, talks string }{
		{"a year", "2017", "sessions : 7", "", ""},
		{"a number beyond all years", "3000", "unknown_session", "", ""},
		{"a number before all years", "1999", "unknown_session", "", ""},
		{"a word and a number before all years", "lantern 1999", "words : 5 6 7 ignored 1999", "lantern 1999", ""},
		{"a word and a number beyond all years", "lantern 3000", "words : 5 6 7 ignored 3000", "lantern 3000", ""},
		{"two years", "what happened from 2017 to 2018", "sessions : 7", "", "Bends, Hitches, Splices"},
		{"years and a topic", "knots between 2020 and 2018", "topics knots:", "", "Splices, Knots drawn, Knots announced, Hitches, Bends, Sails and knots"},
		{"years and a word", "lantern 2017 - 2019", "words : 7", "lantern", ""},
		{"a word and a year", "lantern 2017", "words : 7", "lantern", ""},
		{"an event", "what was at the rope days?", "sessions :", "", "Hitches, Splices, Knots drawn"},
		{"an event by its initials", "dw days", "sessions :", "", "Whirlpools"},
		{"an event and a year", "rope days in 2020", "sessions :", "", "Knots drawn"},
		{"a topic at an event", "sails at rope days", "topics sails:", "", "Hitches"},
		{"a year behind the word day", "boat that day 2017", "words : 7", "boat day", ""},
		{"the number of a session", "session 3", "session : 3", "", ""},
		{"a number behind another word", "lantern 2", "words : 5 6 7 ignored 2", "lantern 2", ""},
		{"a number before a word", "3 lanterns", "words : 5 6 7 ignored 3", "3 lanterns", ""},
		{"since a topic", "what changed since sails", "topics sails: 1 2 3 ignored changed", "", "Sails and knots, Hitches"},
		{"since a year", "sails since 2017", "topics sails:", "", "Sails and knots, Hitches"},
		{"before a year", "sails before 2017", "topics sails: 1 2 3", "", ""},
		{"after a year", "sails after 2018", "topics sails:", "", "Sails and knots"},
		{"until a year", "sails until 2018", "topics sails: 1 2 3", "", "Hitches"},
		{"newer than a year", "sails newer than 2018", "topics sails:", "", "Sails and knots"},
		{"older than a year", "lanterns older than 2017", "words : 6 5", "lanterns", ""},
		{"a year, later", "sails later than 2018", "topics sails:", "", "Sails and knots"},
		{"a year, earlier", "sails earlier than 2019", "topics sails: 1 2 3", "", "Hitches"},
		{"between two bounds", "sails after 2018 until 2019", "topics sails:", "", "Sails and knots"},
		{"talks of a time", "talks after 2019", "sessions :", "", "Whirlpools, Knots drawn"},
		{"a bound alone", "lantern since", "words : 7 6 5", "lantern", ""},
		{"a term, and a name of a topic that nothing says", "bowline passage plan", `topics route-plans+knots: 3[]["Route plans" "Knots (bends, hitches)"] 4["Knots (bends, hitches)"][] 1[]["Knots (bends, hitches)"] 2["Route plans"][] unsaid passage plan`, "", aboutKnots},
		{"a day", "day 2", "sessions : 7", "", ""},
		{"a day by its place", "sails on the second day", "topics sails: 1 2 3", "", "Sails and knots, Hitches"},
		{"a day by its place, alone", "what was on the second day", "sessions : 7", "", ""},
		{"a day and a word that nothing says", "quux on day 2", "sessions : 7 ignored quux", "", ""},
		{"a year and a word that nothing says", "quux of 2020", "sessions : ignored quux", "", "Whirlpools, Knots drawn"},
		{"a day and a word of another day", "wicks on day 2", "unknown_topic", "", ""},
		{"a track and a word that nothing says", "quux in the side room", "sessions : 7 ignored quux", "", ""},
		{"some days", "two day lantern", "words : 5 6 7 ignored two", "two day lantern", ""},
		{"a day spelt out", "day two", "sessions : 7", "", ""},
		{"the word day", "day", "words :", "day", "Hitches, Splices, Knots drawn, Whirlpools"},
		{"a word and a day", "lantern day 2", "words : 7", "lantern", ""},
		{"a word and a track", "lantern main hall", "words : 6 5", "lantern", ""},
		{"a track", "main hall", "sessions : 1 2 3 4 5 6", "", ""},
		{"a topic and a day", "sails day 1", "topics sails: 1 2 3", "", ""},
		{"a topic and a year", "splice 2017", "topics knots: 4 1 3 unsaid splice", "", aboutKnots},
		{"a speaker", "ana gruber", "name : 7", "", ""},
		{"a part of a speaker's name", "quist", "words : 6", "quist", ""},
		{"an organisation and a word", "initech lantern", "words : 7 6", "initech lantern", ""},
		{"a speaker of talks", "cy deep", "name :", "", "Whirlpools"},
		{"an organisation of talks", "umbrella", "name :", "", "Whirlpools"},
		{"a term", "bowline", "words knots: 4 6", "bowline", aboutKnots},
		{"two terms", "bowline knot", "words knots: 4", "bowline knot", aboutKnots},
		{"a term and a word", "bowline lantern", "words : 6", "bowline lantern", ""},
		{"a term and a word of other sessions", "bowline whales", "words knots: 4 6 missing whales", "bowline", aboutKnots},
		{"a term and a word that nothing says", "bowline quux", "words knots: 4 6 ignored quux", "bowline", aboutKnots},
		{"a topic and a term of another", "sail bowline", `topics sails+knots: 1["Sails and spars"]["Knots (bends, hitches)"] 3[]["Sails and spars" "Knots (bends, hitches)"] 4["Knots (bends, hitches)"][] 2[]["Sails and spars"]`, "", "Sails and knots, Hitches, " + strings.Replace(strings.Replace(aboutKnots, "Hitches, ", "", 1), ", Sails and knots", "", 1)},
		{"a topic and words of its talks", "passage plan deep whirl", "topics route-plans: 2 3 ignored whirl unsaid passage plan missing deep", "", ""},
		{"a topic and a word of one of its sessions", "splice cranes", "topics knots: 3 4 1 unsaid splice", "", aboutKnots},
		{"a topic and words of one of its sessions", "splice cranes quays", "topics knots: 3 unsaid splice", "", aboutKnots},
		{"a topic and a word of one of its talks", "knots north quux", "topics knots: 4 1 3 ignored quux", "", "Knots of the north, Splices, Knots drawn, Knots announced, Hitches, Bends, Sails and knots"},
		{"a topic's talks", "sails talks", "topics sails:", "", "Sails and knots, Hitches"},
		{"talks about a topic", "which talks are about sails?", "topics sails:", "", "Sails and knots, Hitches"},
		{"talks about a topic on a day", "talks about sails on day 1", "topics sails: 1 2 3", "", ""},
		{"talks of a speaker who has sessions", "talks by ana gruber", "name : 7", "", ""},
		{"talks with a word", "talks by quist", "words : 6", "quist", ""},
		{"talks with a word of a talk", "talks by cy", "words :", "cy", "Whirlpools"},
		{"recordings, by a name that no session says", "videos on splices", "topics knots: unsaid splices", "", "Splices, Knots of the north, Bends, Hitches, Sails and knots"},
		{"recordings", "videos on knots", "topics knots:", "", "Splices, Knots of the north, Bends, Hitches, Sails and knots"},
		{"slides", "slides for knots", "topics knots:", "", "Knots drawn"},
		{"slides that there are none of", "a slide deck on sails", "topics sails: 1 2 3", "", "Sails and knots, Hitches"},
		{"sessions on a topic", "sessions about sails", "topics sails: 1 2 3", "", "Sails and knots, Hitches"},
		{"a session's number in a question", "what is session #3 about?", "session : 3", "", ""},
		{"a number that counts", "give me 3 talks", "unknown_topic", "", ""},
		{"the number of a talk", "who gave talk number 3?", "session : 3", "", ""},
		{"numbers of sessions", "sessions 3, 4 and 5", "unknown_session", "", ""},
		{"several numbers", "3 and 4", "unknown_session", "", ""},
		{"another form of a name", "gaffs rigged", "topics sails: 1 2 3 unsaid gaffs rigged", "", "Sails and knots, Hitches"},
		{"another form of a name of one word", "splicing", "topics knots: 4 1 3 unsaid splicing", "", aboutKnots},
		{"a name with asking words in it", "gaff for my rig", "topics sails: 1 2 3 unsaid gaff for my rig", "", "Sails and knots, Hitches"},
		{"the words of a name as two", "gaff and rig", "unknown_topic", "", ""},
		{"a slip for a name", "splic", "unknown_topic splice", "", ""},
		{"another slip for a name", "spllicing", "unknown_topic", "", ""},
		{"the word talks", "talks", "empty_query", "", ""},
		{"a topic and an organisation", "sails initech", "topics sails: 1 2 3 ignored initech", "", "Sails and knots, Hitches"},
		{"words said apart, one said by nothing", "linen wicks quux", "words : 1 6 ignored quux", "linen wicks quux", ""},
		{"two words of one session and one of another", "oil wicks linen", "words : 6", "oil wicks linen", ""},
		{"a topic and words of other sessions", "lantern knot whales", "topics knots: 4 1 3 missing lantern whales", "", aboutKnots},
		{"a name of a topic that sessions say", "plan", "topics knots: 3 2 4 1", "", aboutKnots},
		{"a topic and a word of a talk", "knots announced", "topics knots: 4 1 3", "", "Knots announced, Splices, Knots of the north, Knots drawn, Hitches, Bends, Sails and knots"},
		{"words of a talk", "deep whirlpools", "words :", "deep whirlpools", "Whirlpools"},
		{"two letters that swapped only ask", "linen os", "words : 1 ignored os", "linen os", ""},
		{"a letter", "linen x", "words : 1 ignored x", "linen x", ""},
	} {
		a, _ := answer.Find(boats(), answer.Query{Words: []string{c.text}})
		got := []string{outcome(t, boats(), answer.Query{Words: []string{c.text}}), a.Wanted, titles(a)}
		if diff := cmp.Diff([]string{c.want, c.wanted, c.talks}, got); diff != "" {
			t.Errorf("%s, %q (-want +got):\n%s", c.name, c.text, diff)
		}
	}
}

// TestNamesThatOnlyAsk has names of topics and tracks that are words of questions.
func TestNamesThatOnlyAsk(t *testing.T) {
	short := talk(1, "Tides", "a tool to use")
	short.Track = "Short talks"
	short.Speakers = []summit.Speaker{{Name: "Élan Vital", Organization: "Tide Works And Docks"}}
	ix := index.New([]*summit.Session{short, talk(2, "Tides again", "tool")}, []summit.Topic{
		{ID: "tools", Name: "Tools", Aliases: []string{"use", "what to use", "iam"}, Terms: []string{"tool"}},
		{ID: "reuse", Name: "Salvage and tools", Terms: []string{"salvage"}},
	}, nil)
	for text, want := range map[string]string{
		"tides for use": "words : 2 1", "what to use": "topics tools: 1 2 unsaid what to use", "what to use in tides": "words tools: 1", "short talks": "sessions : 1",
		"i am": "empty_query", "élan vital": "name : 1", "elan vital": "name : 1", "TWAD": "name : 1",
	} {
		if got := outcome(t, ix, answer.Query{Words: []string{text}}); got != want {
			t.Errorf("%q gives %s, want %s", text, got, want)
		}
	}
	a, err := answer.Find(ix, answer.Query{IsSearch: true, Search: "tools"})
	if err != nil || len(a.Hints) != 1 || a.Hints[0].ID != "tools" {
		t.Errorf("the hints for tools are %+v, error %v, want the topic of that name alone", a.Hints, err)
	}
}

// TestFormsOfNames has names of topics in other English forms.
func TestFormsOfNames(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Caulking", "a patch", "a rig", "hull", "a form"), talk(2, "Paint", "hull")}, []summit.Topic{
		{ID: "repairs", Name: "Repairs", Aliases: []string{"ubt", "patching", "route", "many rigs", "tying of knots", "lie of land", "xray"}, Terms: []string{"caulking"}},
		{ID: "rigs", Name: "Rigs", Aliases: []string{"routing"}, Terms: []string{"rig"}},
	}, nil)
	for text, want := range map[string]string{
		"patch":         "words : 1", // the session says it so
		"hull form":     "words : 1", // no slip for "from"
		"hull ubt":      "topics repairs: 1 unsaid ubt",
		"patched":       "topics repairs: 1 unsaid patched",
		"rout":          "unknown_topic route",
		"rigging":       "topics rigs: 1",
		"tie the knots": "topics repairs: 1 unsaid tie the knots",
		"tied, knotted": "topics repairs: 1 unsaid tied, knotted",
		"lying land":    "topics repairs: 1 unsaid lying land",
		"x ray":         "topics repairs: 1 unsaid x ray",
		"knots":         "unknown_topic",
		"rigs":          "topics rigs: 1",
	} {
		if got := outcome(t, ix, answer.Query{Words: []string{text}}); got != want {
			t.Errorf("%q gives %s, want %s", text, got, want)
		}
	}
	for _, verb := range strings.Fields("can could did do does must should will would") {
		text := "tying " + verb + " knots"
		if got := outcome(t, ix, answer.Query{Words: []string{text}}); strings.HasPrefix(got, "topics repairs") {
			t.Errorf("%q gives %s; a name has no verb inside", text, got)
		}
	}
}

// TestTermOfAnotherTopic has a name of a topic with a term of another one that some of its
// sessions say.
func TestTermOfAnotherTopic(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Sails", "linen", "a rope"), talk(2, "Sails again", "linen")}, []summit.Topic{
		{ID: "sails", Name: "Sails", Aliases: []string{"canvas"}, Terms: []string{"linen"}},
		{ID: "cordage", Name: "Cordage", Terms: []string{"rope"}},
	}, nil)
	if got := outcome(t, ix, answer.Query{Words: []string{"canvas rope"}}); got != "topics sails: 1 unsaid canvas" {
		t.Errorf("canvas rope gives %s, want topics sails: 1 unsaid canvas", got)
	}
}

// TestRareWords has words in two places each, and a rarer one alone in a third.
func TestRareWords(t *testing.T) {
	ix := index.New([]*summit.Session{
		talk(1, "A", "oil", "wicks"), talk(2, "B", "oil"), talk(3, "C", "wicks"), talk(4, "D", "brass"),
	}, nil, nil)
	if got := outcome(t, ix, answer.Query{Words: []string{"oil wicks brass"}}); got != "words : 1" {
		t.Errorf("oil wicks brass gives %s, want words : 1", got)
	}
}

// TestLinkWords has words that ask for links of a kind, with the link to open.
func TestLinkWords(t *testing.T) {
	filmed, drawn := talk(1, "Knots"), talk(2, "Knots again")
	filmed.Links = []summit.Link{{Kind: summit.Video, URL: "https://films.example/1"}, {Kind: summit.Slides, URL: "https://decks.example/1"}}
	drawn.Links = []summit.Link{{Kind: summit.Slides, URL: "https://decks.example/2"}}
	drawn.Speakers = []summit.Speaker{{Name: "Ana Bowline"}}
	ix := index.New([]*summit.Session{filmed, drawn}, []summit.Topic{{ID: "knots", Name: "Knots", Terms: []string{"knot"}}}, []summit.Talk{{
		Title: "Ropes", Speakers: drawn.Speakers, Links: []summit.Link{{Kind: summit.Schedule, URL: "https://days.example"}}, Topics: []string{"knots"},
	}})
	for text, want := range map[string][]string{
		"talks by ana bowline":  {"name : 2", "https://decks.example/2"},
		"a recording of knots":  {"topics knots: 1", "https://films.example/1"},
		"recordings of knots":   {"topics knots: 1", "https://films.example/1"},
		"a video on knots":      {"topics knots: 1", "https://films.example/1"},
		"knots on youtube":      {"topics knots: 1", "https://films.example/1"},
		"videos on knots":       {"topics knots: 1", "https://films.example/1"},
		"a deck on knots":       {"topics knots: 1 2", "https://decks.example/1"},
		"a slide on knots":      {"topics knots: 1 2", "https://decks.example/1"},
		"sessions with slides":  {"sessions : 1 2", "https://decks.example/1"},
		"videos":                {"sessions : 1", "https://films.example/1"},
		"slides by ana bowline": {"name : 2", "https://decks.example/2"},
		"videos by ana bowline": {"name : 2", "https://decks.example/2"}, // there are none
	} {
		a, err := answer.Find(ix, answer.Query{Words: []string{text}})
		link, _ := a.BestLink()
		if got := []string{summary(a), link.URL}; err != nil || !slices.Equal(got, want) {
			t.Errorf("%q gives %q, error %v, want %q", text, got, err, want)
		}
	}
}

// TestSomeWords has words that no session has together, some of them frequent.
func TestSomeWords(t *testing.T) {
	by := talk(6, "Rigging", "oil")
	by.Speakers = []summit.Speaker{{Name: "Ana Gruber"}}
	told := talk(7, "Caulking", "Ana Gruber said so", "a lantern and a beacon", "smooth sea ahead")
	told.Day = 2
	talks := []summit.Talk{
		{Title: "Oil of cedar", Links: []summit.Link{{Kind: summit.Video}}, Topics: []string{"lights"}},
		{Title: "Cedar", Links: []summit.Link{{Kind: summit.Video}}, Topics: []string{"fog"}},
	}
	ix := index.New([]*summit.Session{
		talk(1, "A", "rope"), talk(2, "B", "rope"), talk(3, "C", "rope", "x"), talk(4, "D", "rope", "lantern"), talk(5, "E", "linen", "beacon"), by, told,
	}, []summit.Topic{
		{ID: "lights", Name: "Lights", Aliases: []string{"cloud foundry"}, Terms: []string{"lantern", "beacon"}},
		{ID: "fog", Name: "Fog", Aliases: []string{"mist", "said beacon", "smooth sea", "aws lamp"}, Terms: []string{"haze"}},
	}, talks)
	for _, c := range []struct{ name, text, want, talks string }{
		{"a frequent word and a rare one, said apart", "rope linen", "unknown_topic", ""},
		{"a frequent word, a rare one, and words between", "rope and linen", "words : 5", ""},
		{"a frequent word and one that nothing says", "rope quux", "unknown_topic", ""},
		{"a letter and a word", "x linen", "words : 5", ""},
		{"a slip for an asking word", "hwo linen", "words : 5", ""},
		{"a word of a name that could be such a slip", "aws linen", "words : 5 ignored aws", ""},
		{"a name of three letters and one letter more", "foga lantern", "words lights: 4 7 ignored foga", "Oil of cedar"},
		{"three words of which nothing says two", "linen quux zorg", "unknown_topic", ""},
		{"two terms", "lantern beacon", "words lights: 7", "Oil of cedar"},
		{"words of which a talk has the most", "oil cedar quux", "words : ignored quux", "Oil of cedar"},
		{"words of one talk and a word of a session", "oil cedar", "words :", "Oil of cedar"},
		{"another name of a topic without sessions", "mist", "topics fog:", "Cedar"},
		{"a topic and a word, said in one note of another session", "smooth sea ahead", "words : 7", ""},
		{"a topic and a word, said in several places of another session", "said beacon caulking", "topics fog: missing caulking", "Cedar"},
		{"a topic that everything is about, and a word that nothing says", "quux of cloud foundry", "topics lights: 4 5 7 ignored quux unsaid cloud foundry", "Oil of cedar"},
		{"a word that everything is about, and one that nothing says", "quux summit", "unknown_topic", ""},
		{"a name and a day", "ana gruber day 1", "name : 6", ""},
		{"a name", "ana gruber", "name : 6 7", ""},
	} {
		a, _ := answer.Find(ix, answer.Query{Words: []string{c.text}})
		if got := outcome(t, ix, answer.Query{Words: []string{c.text}}); got != c.want || titles(a) != c.talks {
			t.Errorf("%s: %q gives %s with the talks %s, want %s with %s", c.name, c.text, got, titles(a), c.want, c.talks)
		}
	}
}

// TestSaid has the number of sessions that say the typed name of a topic; they come first.
func TestSaid(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Clouds", "cloud foundry"), talk(2, "Decks", "the upper deck"), talk(3, "Upper deck"), talk(4, "Sums", "net pay"), talk(5, "Haul", "a net")}, []summit.Topic{
		{ID: "clouds", Name: "Clouds", Aliases: []string{"cloud foundry"}, Terms: []string{"cloud"}},
		{ID: "upper-deck", Name: "Decks", Terms: []string{"deck"}},
		{ID: "fishing", Name: "Fishing", Aliases: []string{"net"}, Terms: []string{"haul"}, Not: []string{"net pay"}},
	}, nil)
	for text, want := range map[string]int{"net": 1, "clouds": 0, "cloud foundry": 0, "upper deck plan": 2, "decks": 0} {
		a, err := answer.Find(ix, answer.Query{Words: []string{text}})
		if a.Said != want || err != nil {
			t.Errorf("%q: error %v; %d sessions say it, want %d", text, err, a.Said, want)
		}
	}
}

// TestSaidStaysFirst has another word of a question, which does not put a session before those that
// say the name of the topic.
func TestSaidStaysFirst(t *testing.T) {
	ix := index.New([]*summit.Session{talk(1, "Haul", "a rope"), talk(2, "Sums", "a net")}, []summit.Topic{
		{ID: "fishing", Name: "Fishing", Aliases: []string{"net"}, Terms: []string{"haul", "net"}},
	}, nil)
	a, _ := answer.Find(ix, answer.Query{Words: []string{"net rope"}})
	if got := numbers(a.Sessions); a.Said != 1 || !slices.Equal(got, []int{2, 1}) {
		t.Errorf("%d of the sessions %v say it, want 1 of 2 1", a.Said, got)
	}
}

// TestTopicsOfSessions has the answers in which sessions come with their topics.
func TestTopicsOfSessions(t *testing.T) {
	for _, c := range []struct {
		q    answer.Query
		want []string
	}{
		{answer.Query{Words: []string{"knots"}}, nil},
		{answer.Query{Words: []string{"knots"}, WithTopics: true}, []string{"knots"}},
		{answer.Query{IsSession: true, Session: "4"}, []string{"knots"}},
		{answer.Query{ListSessions: true}, []string{"sails", "knots"}},
	} {
		a, err := answer.Find(boats(), c.q)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, a.Sessions[0].TopicIDs); diff != "" {
			t.Errorf("%+v: topics of session %d (-want +got):\n%s", c.q, a.Sessions[0].Number, diff)
		}
	}
}

// TestYearOrSession has as many sessions as a year has in its number.
func TestYearOrSession(t *testing.T) {
	all := make([]*summit.Session, 2016)
	for i := range all {
		all[i] = talk(1+i, "Tides")
	}
	ix := index.New(all, nil, nil)
	if got := outcome(t, ix, answer.Query{Words: []string{"2016"}}); got != "session : 2016" {
		t.Errorf("2016 gives %.100s, want session 2016", got)
	}
}

// TestCounts has how many sessions there are, how many fit the filters, and which of them bear on
// no topic.
func TestCounts(t *testing.T) {
	second := answer.Filter{Day: 2}
	for _, c := range []struct {
		q       answer.Query
		of      int
		noTopic []int
	}{
		{answer.Query{ListTopics: true}, 7, []int{6, 7}},
		{answer.Query{ListTopics: true, Filter: second}, 1, []int{7}},
		{answer.Query{ListSessions: true, Filter: second}, 7, nil},
	} {
		a, err := answer.Find(boats(), c.q)
		var noTopic []int
		for _, s := range a.NoTopic {
			noTopic = append(noTopic, s.Number)
		}
		if diff := cmp.Diff(c.noTopic, noTopic); diff != "" || a.Of != c.of || err != nil || (a.Kind == answer.TopicList) != c.q.ListTopics {
			t.Errorf("%+v: error %v; of %d sessions, want %d; without a topic (-want +got):\n%s", c.q, err, a.Of, c.of, diff)
		}
	}
}

// TestNameInNotes has an organisation that gave one session on a topic and is mentioned in others.
func TestNameInNotes(t *testing.T) {
	sails := talk(1, "Sails")
	sails.Speakers = []summit.Speaker{{Name: "Ana Gruber", Organization: "Initech"}}
	ix := index.New([]*summit.Session{sails, talk(2, "Masts", "a sail of Initech"), talk(3, "Booms", "a sail"), talk(4, "Anchors", "chains of Initech")},
		[]summit.Topic{{ID: "sails", Name: "Sails", Terms: []string{"sail"}}}, nil)
	const want = "topics sails: 1 2"
	if got := outcome(t, ix, answer.Query{Words: []string{"initech sails"}}); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestNamesOfTopics has names of topics in other words than those of the notes, and names that
// titles mention.
func TestNamesOfTopics(t *testing.T) {
	sessions := []*summit.Session{
		talk(1, "Drawers", "a box"),
		talk(2, "Chests", "nails", "boxes", "hinges", "locks", "keys", "paint", "glue", "lids", "how to saw a box of oak"),
		talk(3, "Oak", "by saw"),
		talk(4, "Lids", "cheap boxes", "oak by saw", "hinges"),
	}
	sessions[0].Speakers = []summit.Speaker{{Name: "Max Holz (max the saw)", Organization: "Woodworks"}}
	sessions[2].Speakers = []summit.Speaker{{Name: "Max Ast"}}
	links := []summit.Link{{Kind: summit.Video, URL: "https://talks.example/1"}}
	ix := index.New(sessions, []summit.Topic{
		{ID: "boxes", Name: "Boxes", Aliases: []string{"oak saw", "crate", "casket"}, Terms: []string{"box"}, Not: []string{"box office"}},
		{ID: "cost", Name: "Cost", Terms: []string{"cheap"}},
	}, []summit.Talk{
		{Title: "Frames", Topics: []string{"boxes"}, Speakers: []summit.Speaker{{Name: "Max Holz"}}, Links: links},
		{Title: "Woodworks, a visit", Event: "Fair", Topics: []string{"cost"}, Links: links},
	})
	for _, c := range []struct{ name, text, want, talks string }{
		{"the words of a name in another order", "oak saws", "topics boxes: 2 4 1", "Frames"},
		{"two names of one topic", "crate or casket", "topics boxes: 1 2 4 unsaid crate casket", "Frames"},
		{"a name twice", "crate or crates", "topics boxes: 1 2 4 unsaid crate", "Frames"},
		{"an organisation in a title", "woodworks", "name : 1", "Woodworks, a visit"},
		{"an organisation in a title of another year", "woodworks 2020", "nothing_found", ""},
		{"a phrase that contains a term", "box office", "unknown_topic", ""},
		{"a nickname", "max the saw", "name : 1", "Frames"},
		{"a name without the nickname", "max holz", "name : 1", "Frames"},
		{"a term that nobody of an organisation says", "cheap woodworks", "words cost: 4 ignored woodworks", "Woodworks, a visit"},
	} {
		a, _ := answer.Find(ix, answer.Query{Words: []string{c.text}})
		if got := outcome(t, ix, answer.Query{Words: []string{c.text}}); got != c.want || titles(a) != c.talks {
			t.Errorf("%s: %q gives %s and the talks %s, want %s and %s", c.name, c.text, got, titles(a), c.want, c.talks)
		}
		if c.text != "oak saws" {
			continue
		}
		for i, want := range []map[int][]index.Span{{8: {{Start: 13, End: 16}}}, {1: {{Start: 0, End: 3}, {Start: 7, End: 10}}}} {
			if diff := cmp.Diff(want, a.Sessions[i].Marks[0].Notes); diff != "" {
				t.Errorf("session %d has other marks in its notes (-want +got):\n%s", a.Sessions[i].Number, diff)
			}
		}
	}
}
