package answer

import (
	"strings"
	"sync"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
)

// asking are the words of a question that do not say what it is about, besides the stop words of English.
const asking = `
	anybody anyone anything someone something somebody nothing thing things
	explain find get give happen happened happening happens help know learn look mean means meant see show tell want
	discuss discussed mention mentioned mentions present presented said say says session sessions speak speaking speaks spoke
	talk talked talking talks use used uses using work works
	deck recording recordings slide slides video videos watch
	bad best big compare compared comparison difference good instead many much new
	can could cannot might must shall should will would please
	versus vs
`

var askingWords = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsSeq(asking) {
		all[word] = true
	}
	return all
})

// isAsking reports whether a folded word only asks.
func isAsking(fold string) bool { return askingWords()[fold] || index.IsStopWord(fold) }

// fieldWords are those that everything here is about, so they tell nothing beside a topic or a name.
var fieldWords = map[string]bool{"app": true, "application": true, "apps": true, "cf": true, "cloud": true, "foundry": true, "summit": true}

// honorifics are no part of a name that people search for.
var honorifics = map[string]bool{"dr": true, "mr": true, "mrs": true, "ms": true, "prof": true}
