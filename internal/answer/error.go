package answer

import "unicode/utf8"

// An Error is a query that has no answer.
type Error struct {
	Code        string   // one of the codes below, for programs
	Message     string   // the problem, in lower case
	Suggestions []string // what may have been meant, the likeliest first; empty when nothing is
	All         bool     // nothing is likely, and Suggestions are all that there is to choose from
	Tip         string   // how to go on, a sentence; empty when the message says it
}

func (e *Error) Error() string { return e.Message }

// IsNothing reports whether the query was understood and nothing was found.
func (e *Error) IsNothing() bool { return e.Code == UnknownTopic || e.Code == NothingFound }

// The codes of errors.
const (
	UnknownTopic   = "unknown_topic"
	UnknownSession = "unknown_session"
	UnknownSpeaker = "unknown_speaker"
	UnknownDay     = "unknown_day"
	UnknownTrack   = "unknown_track"
	UnknownSummit  = "unknown_summit"
	EmptyQuery     = "empty_query"
	QueryTooLong   = "query_too_long"
	NothingFound   = "nothing_found"
)

const maxQuoted = 60 // runes

// shorten cuts a typed text to a length that a message can quote.
func shorten(s string) string {
	if utf8.RuneCountInString(s) <= maxQuoted {
		return s
	}
	return string([]rune(s)[:maxQuoted-3]) + "..."
}
