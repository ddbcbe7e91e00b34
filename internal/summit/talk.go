package summit

import (
	"strconv"
	"strings"
)

// A Talk is a talk about topics at any event, with links instead of notes.
type Talk struct {
	Title    string // never empty
	Language string // ISO 639 code of the language it is given in; empty for English
	Speakers []Speaker
	Event    string   // without its year; empty when unknown
	Year     int      // 0 when unknown
	Links    []Link   // best first; never empty
	Topics   []string // ids, the main topic first
}

// FirstYear and LastYear are those that a talk can have.
const FirstYear, LastYear = 2009, 2099

// Occasion is the event with its year; unknown parts are omitted.
func (t *Talk) Occasion() string {
	if t.Year == 0 {
		return t.Event
	}
	return strings.TrimSpace(t.Event + " " + strconv.Itoa(t.Year))
}

// LanguageName is the English name of the language, or its code in quotes if the name is not known;
// empty for English.
func (t *Talk) LanguageName() string {
	if name := languages[t.Language]; name != "" || t.Language == "" {
		return name
	}
	return "the language " + strconv.Quote(t.Language)
}

// BestKind is the kind of the best link.
func (t *Talk) BestKind() Kind { return t.Links[0].Kind }

// languages are the English names of the languages in which conferences are held, by their ISO 639
// codes.
var languages = map[string]string{
	"ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian",
	"fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian",
	"it": "Italian", "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
	"pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovene", "sr": "Serbian", "sv": "Swedish", "th": "Thai",
	"tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}
