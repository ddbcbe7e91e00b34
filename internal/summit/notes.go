package summit

// Notes are everything that answers are made from.
type Notes struct {
	Summits []*Summit // their sessions are numbered, in the order of the notes
	Topics  []Topic
	Talks   []Talk
	Digest  string // SHA-256 over the files that the data was read from, in hexadecimal; empty for user notes
}
