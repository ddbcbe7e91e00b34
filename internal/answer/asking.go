package answer

import (
	"sync"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// asking lists the words of questions that name no subject, besides the stop words of English.
const asking = `
	anybody anyone anything someone something somebody nothing thing things
	explain find gave get give happen happened happening happens help howto know learn list look mean means meant number see show shows tell want
	discuss discussed mention mentioned mentions present presented said say says session sessions speak speakers speaking speaks spoke
	talk talked talking talks use used uses using work works
	deck presentation presentations recording recordings slide slides video videos watch youtube
	alternative alternatives bad became become best big compare compared comparison difference first good instead many much new
	replaced replacement replaces successor
	alive anymore everybody everyone everything hang hanging popular still stuck viewed watched
	spec specification specs
	closing companies company guys moved opened opening people remember since worth
	add adding avoid avoiding connect connected connecting error errors example examples explained explaining explains fail failed failing fails handle handling issue issues keep keeps kept need needs prevent
	current latest one per return returned returning returns practice practices preventing problem problems reduce reducing several stand stands status support supported supporting supports together trouble without
	cannot could might must please shall would
	versus vs
`

var askingWords = sync.OnceValue(func() words.Set { return words.NewSet(asking) })

// isAsking reports whether a folded word only asks.
func isAsking(fold string) bool { return askingWords().At(fold) || words.IsStopWord(fold) }

// isSwapped reports whether two letters side by side have to be swapped to make an asking word of
// a word, as "teh" for "the".
func isSwapped(fold string) bool {
	letters := []byte(fold)
	if len(letters) < shortestSlip || len(letters) > longestSlip {
		return false
	}
	for i := 1; i < len(letters); i++ {
		letters[i-1], letters[i] = letters[i], letters[i-1]
		if isAsking(string(letters)) {
			return true
		}
		letters[i-1], letters[i] = letters[i], letters[i-1]
	}
	return false
}

// shortestSlip and longestSlip are the lengths of asking words in which letters can be swapped:
// "os" is no "so".
const shortestSlip, longestSlip = 3, 13

// bounds are words before a year that ask for the years on one side of it: from how many years after
// it on, or until how many before it.
var bounds = map[string]struct {
	isFrom bool
	years  int
}{
	"after": {true, 1}, "later": {true, 1}, "newer": {true, 1}, "since": {true, 0},
	"before": {false, 1}, "earlier": {false, 1}, "older": {false, 1}, "until": {false, 0},
}

// betweenTopics are words that ask for two things.
var betweenTopics = words.NewSet("and or versus vs")

// isComparing reports whether a word of a question or a title compares two things.
func isComparing(w words.Word) bool { return w.Fold == "vs" || w.Fold == "versus" }

// predicates are auxiliary verbs. They separate the subject of a question from its verb.
var predicates = words.NewSet("can could did do does must should will would")

// linkWords are words that ask for links of a kind.
var linkWords = map[string]summit.Kind{
	"deck": summit.Slides, "slide": summit.Slides, "slides": summit.Slides,
	"recording": summit.Video, "recordings": summit.Video, "video": summit.Video, "videos": summit.Video, "youtube": summit.Video,
}

// fieldWords are words that everything here is about, so that beside a topic or a name they tell
// nothing.
var fieldWords = words.NewSet(`
	app application apps cf cloud cloudfoundry foundry paas pcf platform summit
	basics beginner beginners getting intro introduction newbie overview started tutorial
`)

// honorifics are not parts of the names of speakers.
var honorifics = words.NewSet("dr mr mrs ms prof")

// everyday are words that tell nothing of a subject alone: what says only them, or has them in
// several places, is no answer.
var everyday = words.NewSet(`
	automatically away big bit break busy chance cup day days deal decide different difficult easily easy fast far few fit five fix
	fixed fun future game go going grow half hand happy hard head heavy high home hour hours idea inside kind large later
	learning life light line little live local long lose lost main major matter minute minutes month months move never nice night
	normal old order part place plan play point possible power pushes pushing quick quickly real really right road room round run running
	runs save second seconds short side simple slow slower slowly stop story strong stuff take taking
	test testing tests think three tip tips today top total true turn two wait way week weeks whole win won word world worse write writing wrong year years
`)

// isEveryday reports whether an item is a word of everyday, or a number.
func (i *item) isEveryday() bool {
	return i.sense == unknown && (everyday.At(i.words[0].Fold) || isNumber(i.text))
}
