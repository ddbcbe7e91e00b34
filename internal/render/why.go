package render

import (
	"io"
	"strconv"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
)

// Why shows the role of each line of a notes file and the rule that decided it, then the text of
// these rules.
func Why(w io.Writer, file string, reasons []sessions.Reason, st Style) error {
	p := &page{Style: st}
	rows := make([][]string, len(reasons))
	var rules []string
	says := map[string]string{}
	for i, r := range reasons {
		rows[i] = []string{strconv.Itoa(r.Line), r.Role.String(), r.Rule.Name, r.Text}
		if says[r.Rule.Name] == "" {
			rules = append(rules, r.Rule.Name)
			says[r.Rule.Name] = r.Rule.Says
		}
	}
	p.blank()
	p.line(run{}, run{file + ", line by line", bold})
	p.blank()
	p.table(table{columns: []column{
		{header: "line"}, {header: "is", weight: 1, least: 8}, {header: "rule", weight: 1, least: 8}, {header: "text", weight: 2, least: 16, expends: true, cut: true},
	}, rows: rows})
	for _, name := range rules {
		p.blank()
		p.line(run{}, run{name, bold})
		p.text("", says[name])
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}
