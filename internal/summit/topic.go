package summit

// A Topic is a Cloud Foundry concept that people ask for.
type Topic struct {
	ID         string
	Name       string
	Aliases    []string // what people type for it, besides id and name
	Terms      []string // what counts as a mention of it in running text
	Not        []string // wordings that hold a term and are no mention
	Definition string
	Docs       []string // addresses, the best first
	Since      Since
	Related    []string // ids of topics
}

// Since tells what has become of a topic after the summit.
type Since struct {
	Year    int // of the summit after which it became so; 0 when unknown
	Text    string
	Checked string   // YYYY-MM of the last check; empty when unknown
	Sources []string // addresses that carry the text's claims
}
