// Package datafile has the fields that several data files share: addresses, links, speakers and
// dates. Each rejects invalid values.
package datafile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// An Address is an http or https address.
type Address struct{ yamlfault.Text }

// UnmarshalYAML rejects addresses that are not http or https.
func (a *Address) UnmarshalYAML(n *yaml.Node) error {
	err := cmp.Or(a.Text.UnmarshalYAML(n), summit.CheckAddress(a.Value))
	if err != nil {
		a.Value = ""
	}
	return err
}

// A Kind is the kind of a link.
type Kind struct{ yamlfault.Text }

// UnmarshalYAML rejects unknown kinds.
func (k *Kind) UnmarshalYAML(n *yaml.Node) error {
	if err := k.Text.UnmarshalYAML(n); err != nil || k.Line == 0 || slices.Contains(summit.Kinds, summit.Kind(k.Value)) {
		return err
	}
	return fmt.Errorf("%q is not a kind of link; use one of %q", k.Value, summit.Kinds)
}

// A Link is a link with the evidence for it.
type Link struct {
	Kind     Kind    `yaml:"kind"`
	URL      Address `yaml:"url"`
	Label    string  `yaml:"label"`
	Inferred bool    `yaml:"inferred"`
	Evidence string  `yaml:"evidence"`
}

// Check rejects links without a kind or an address, and addresses of schedule pages with a query or
// a fragment.
func (l *Link) Check(line int) (faults []yamlfault.Fault) {
	if l.Kind.Line == 0 {
		faults = append(faults, yamlfault.Fault{Line: line, What: fmt.Sprintf("a link needs its kind, one of %q", summit.Kinds)})
	}
	switch {
	case l.URL.Line == 0:
		faults = append(faults, yamlfault.Fault{Line: line, What: "a link needs its address"})
	case l.Kind.Value == string(summit.Schedule) && strings.ContainsAny(l.URL.Value, "?#"):
		faults = append(faults, yamlfault.Fault{
			Line: l.URL.Line, What: fmt.Sprintf("%q is a schedule's address with a query or a fragment; leave those off", l.URL.Value),
		})
	}
	return faults
}

// Link returns the link without its evidence.
func (l *Link) Link() summit.Link {
	return summit.Link{Kind: summit.Kind(l.Kind.Value), URL: l.URL.Value, Label: l.Label, Inferred: l.Inferred}
}

// A Speaker is a person. Any field but Name may be empty.
type Speaker struct {
	Name         yamlfault.Text `yaml:"name"`
	Role         string         `yaml:"role"`
	Organization string         `yaml:"organization"`
	URL          Address        `yaml:"url"`
}

// Check rejects a speaker without a name.
func (s *Speaker) Check(line int) []yamlfault.Fault {
	if s.Name.Line == 0 {
		return []yamlfault.Fault{{Line: line, What: "a speaker needs a name"}}
	}
	return nil
}

// Speaker returns the speaker of the entry.
func (s *Speaker) Speaker() summit.Speaker {
	return summit.Speaker{Name: s.Name.Value, Role: s.Role, Organization: s.Organization, URL: s.URL.Value}
}

// A Date has the form YYYY-MM-DD.
type Date string

// UnmarshalYAML rejects days that are not in the calendar.
func (d *Date) UnmarshalYAML(n *yaml.Node) error {
	return readTime(n, (*string)(d), time.DateOnly, "is not a date; write it as 2016-05-23")
}

// A Month has the form YYYY-MM.
type Month string

// UnmarshalYAML rejects months that are not in the calendar.
func (m *Month) UnmarshalYAML(n *yaml.Node) error {
	return readTime(n, (*string)(m), "2006-01", "is not a month; write it as 2026-08")
}

func readTime(n *yaml.Node, into *string, layout, fault string) error {
	var t yamlfault.Text
	if err := t.UnmarshalYAML(n); err != nil {
		return err
	}
	if _, err := time.Parse(layout, n.Value); err != nil {
		return fmt.Errorf("%q %s", n.Value, fault)
	}
	*into = n.Value
	return nil
}

// An Optional is a text for which absent and empty differ.
type Optional struct {
	Value string
	Given bool
}

// UnmarshalYAML rejects a list and a mapping.
func (o *Optional) UnmarshalYAML(n *yaml.Node) error {
	var t yamlfault.Text
	err := t.UnmarshalYAML(n)
	o.Value, o.Given = t.Value, err == nil
	return err
}
