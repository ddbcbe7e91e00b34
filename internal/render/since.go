package render

import (
	"fmt"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/answer"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// since writes what has become of a topic. Of several topics each needs its name.
func (p *page) since(t answer.Topic, named bool) {
	if t.Since.Text != "" {
		head := sinceHead(t.Since)
		if named {
			head = t.Name + ": " + strings.ToLower(head[:1]) + head[1:]
		}
		p.head(head)
		p.text("", t.Since.Text)
	}
}

// sinceHead names the years that the text is about, and the month of its last check.
func sinceHead(s summit.Since) string {
	head := "Since then"
	if s.Year > 0 {
		head = fmt.Sprintf("Since %d", s.Year)
	}
	if month := monthName(s.Checked); month != "" {
		head += " (checked " + month + ")"
	}
	return head
}

// monthName spells out a month given as YYYY-MM; it is empty for anything else.
func monthName(month string) string {
	year, number, _ := strings.Cut(month, "-")
	names := map[string]string{
		"01": "January", "02": "February", "03": "March", "04": "April", "05": "May", "06": "June",
		"07": "July", "08": "August", "09": "September", "10": "October", "11": "November", "12": "December",
	}
	if names[number] == "" {
		return ""
	}
	return names[number] + " " + year
}
