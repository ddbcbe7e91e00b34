package answer_test

import (
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// TestAsking has questions about one topic. All other words only ask, and none of them is
// reported as ignored.
func TestAsking(t *testing.T) {
	for _, question := range []string{
		"does anybody explain knots?", "did anyone mention knots?", "is there anything new on knots?", "can someone help with knots?",
		"show me something about knots", "does somebody learn about knots?", "is nothing said of knots?",
		"what thing are knots?", "which things do knots mean?", "where do I find and get knots?", "please give me knots", "who gave knots?",
		"what happened to knots?", "does it happen with knots?", "what is happening with knots, and what happens?",
		"what do we know of knots?", "where could I look and see knots?", "what is meant by knots, and what means it?",
		"tell me what you want of knots", "who can discuss knots?", "who discussed knots?", "who mentioned knots?",
		"who mentions knots?", "who would present knots?", "who presented knots?", "what did they say, and who says it, about knots?",
		"a session on knots", "which sessions are on knots?", "does anyone speak about knots?", "is somebody speaking about knots?",
		"who speaks about knots?", "who spoke about knots?", "a talk about knots", "who talked about knots?",
		"is anyone talking about knots?", "which talks are about knots for me?", "how do I use knots?", "who used knots?",
		"who uses knots?", "is anyone using knots?", "how could knots work?", "how knots works", "is there a deck about knots?",
		"a recording about knots", "recordings on knots", "a slide on knots", "slides on knots", "a video on knots",
		"videos about knots that I must watch", "are knots bad?", "the best of knots", "how big are knots?", "compare knots",
		"what are knots compared with?", "the comparison of knots", "the difference of knots", "are knots good?",
		"how do I add knots?", "adding knots", "how do I avoid knots?", "avoiding knots", "an error with knots", "errors of knots", "knots explained", "an example of knots", "examples of knots", "what does knots stand for?", "what stands for knots?", "knots on youtube", "who explains knots?", "explaining knots", "without knots", "everything about knots", "everyone and everybody on knots", "do knots hang?", "knots hanging or stuck", "are knots still popular?", "are knots alive anymore?", "the most viewed and watched knots", "do they support knots?", "who supports knots?", "are knots supported?", "supporting knots", "knots fail",
		"my knots failed", "why are knots failing?", "knots, which fails", "how do I handle knots?", "handling knots",
		"an issue with knots", "issues of knots", "how do I keep knots?", "who keeps knots?", "who kept knots?", "I need knots",
		"who needs knots?", "prevent knots", "preventing knots", "a problem with knots", "problems of knots", "several knots", "how many per knot?", "reduce knots", "reducing knots",
		"trouble with knots", "who moved to knots?",
		"alternatives to knots", "what alternative is there to knots?", "a presentation on knots", "presentations about knots",
		"the first knots", "the closing knots", "are knots worth it?", "speakers on knots", "who opened knots?", "do the guys have knots?", "howto knots", "a list of knots", "connect knots", "are knots connected?", "connecting knots", "what shows knots?", "opening knots", "which company has knots?", "do companies have knots?",
		"do people have knots?", "does anybody remember knots?", "knots since then", "hwo do teh knots wrok?", "presentatiosn on knots", "what instead of knots?", "how many knots, and how much?", "why cannot I have knots?", "might knots be it?",
		"what became of knots?", "what has become of knots?", "what replaced knots?", "what replaces knots?", "is there a replacement for knots?", "the successor of knots",
		"shall I have knots?", "knots versus knots", "knots vs knots",
	} {
		a, err := answer.Find(boats(), answer.Query{Words: []string{question}})
		if err != nil || len(a.Topics) != 1 || a.Topics[0].ID != "knots" || len(a.Ignored) > 0 {
			t.Errorf("%q: %s, error %v, want the topic knots alone", question, summary(a), err)
		}
	}
}

// TestFieldWords has words that everything is about, beside a topic and alone.
func TestFieldWords(t *testing.T) {
	for _, word := range []string{
		"app", "application", "apps", "cf", "cloud", "cloudfoundry", "foundry", "paas", "pcf", "platform", "summit",
		"basics of", "beginner", "beginners", "getting started", "get started with", "intro to", "introduction to", "newbie", "overview", "tutorial",
	} {
		a, err := answer.Find(boats(), answer.Query{Words: []string{word, "knots"}})
		if err != nil || len(a.Topics) != 1 || len(a.Ignored) > 0 {
			t.Errorf("%s knots: %s, error %v, want the topic knots alone", word, summary(a), err)
		}
	}
	if got := outcome(t, boats(), answer.Query{Words: []string{"cloud foundry"}}); got != "unknown_topic" {
		t.Errorf("cloud foundry gives %s, want unknown_topic", got)
	}
	ix := index.New([]*summit.Session{
		talk(1, "Pushing", "cf push", "a cf knot"), talk(2, "Pulling", "push"), talk(3, "Knots"), talk(4, "Ropes", "rope", "foundry"), talk(5, "Rope ends"),
	}, []summit.Topic{
		{ID: "knots", Name: "Knots", Terms: []string{"knot"}}, {ID: "first-steps", Name: "First steps", Aliases: []string{"get started"}, Terms: []string{"pushing"}},
	}, nil)
	for words, want := range map[string]string{
		"get started with knots": "topics knots: 3 1", "cf": "words : 1", "foundry ropes": "words : 4 5", "cf push": "words : 1", "cloud push": "words : 1 2", "cf knots": "topics knots: 3 1",
	} {
		if got := outcome(t, ix, answer.Query{Words: []string{words}}); got != want {
			t.Errorf("%q gives %s, want %s", words, got, want)
		}
	}
}

func TestHonorifics(t *testing.T) {
	for _, name := range []string{"dr ana bowline", "Mr. Ana Bowline", "mrs. ana bowline", "ms ana bowline", "Prof. Ana Bowline"} {
		if got := outcome(t, boats(), answer.Query{Words: []string{name}}); got != "name : 6" {
			t.Errorf("%q gives %s, want name : 6", name, got)
		}
	}
	if got := outcome(t, boats(), answer.Query{Words: []string{"dr"}}); got != "unknown_topic" {
		t.Errorf("dr gives %s, want unknown_topic", got)
	}
}
