package summit

// A Topic is a Cloud Foundry concept that people ask for.
type Topic struct {
	ID         string
	Name       string
	Aliases    []string // other names that users type
	Terms      []string // a text that contains one mentions the topic
	Not        []string // phrases that contain a term but do not mention the topic
	Definition string
	Docs       []string // addresses, the best first
	Since      Since
	Related    []string // ids of topics
}

// Since tells how a topic has changed since the summit.
type Since struct {
	Year    int // of the summit; 0 when unknown
	Text    string
	Checked string   // YYYY-MM of the last check; empty when unknown
	Sources []string // addresses of the evidence for the text
}
