package summit

// Notes are all the data that is searched.
type Notes struct {
	Summits []*Summit // with numbered sessions, in the order of the notes
	Topics  []Topic
	Talks   []Talk
	Digest  string // SHA-256 of the files that the data was read from, in hexadecimal; empty for user notes
}
