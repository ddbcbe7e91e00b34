package parse

// A Reason tells why a line of the notes has its role.
type Reason struct {
	Line int // of the file, from 1
	Role Role
	Rule *Rule
	Text string // of the line
}

// reasons are those of all that is below a place, plain text left out.
func reasons(p *Place, d document) []Reason {
	var out []Reason
	for _, b := range p.Below {
		c, decision := d.all.at(b), d.plan.Of(b)
		if b.IsSection() || decision.Role != Note || b.Has(IsTitle|HasTalks|HasNotes) {
			out = append(out, Reason{c.line, decision.Role, decision.Rule, c.plain})
		}
		out = append(out, reasons(b, d)...)
	}
	return out
}
