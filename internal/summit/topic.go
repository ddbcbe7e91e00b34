package summit

// A Topic is a Cloud Foundry concept that people ask for.
type Topic struct {
	ID         string
	Name       string
	Aliases    []string // other names that people type
	Terms      []string // wordings that mention it in a text
	Not        []string // wordings that contain a term and do not mention it
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
	Sources []string // addresses that carry the text's claims
}
