package sessions

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/datafile"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// facts are the content of the data file beside a notes file. They replace what the notes say.
type facts struct {
	Summit struct {
		Name     string                `yaml:"name"`
		Place    string                `yaml:"place"`
		Playlist datafile.Address      `yaml:"playlist"`
		Days     map[int]datafile.Date `yaml:"days"`
		Evidence string                `yaml:"evidence"`
	} `yaml:"summit"`
	Variables     map[string]string `yaml:"variables"`      // values of the Liquid tags in the notes
	MissingPhotos []string          `yaml:"missing_photos"` // file names of images that are stored nowhere
	Sessions      []yaml.Node       `yaml:"sessions"`       // each is of type sessionFacts

	file   yamlfault.File
	faults []yamlfault.Fault
}

type sessionFacts struct {
	Heading  yamlfault.Text     `yaml:"heading"` // that of summit.Session
	Title    string             `yaml:"title"`
	Track    datafile.Optional  `yaml:"track"` // "" removes the track of the notes
	Summary  string             `yaml:"summary"`
	Speakers []datafile.Speaker `yaml:"speakers"`
	Links    []datafile.Link    `yaml:"links"`
	Inferred bool               `yaml:"inferred"`
	Evidence string             `yaml:"evidence"`
}

// Check rejects an entry without a heading.
func (f *sessionFacts) Check(line int) []yamlfault.Fault {
	if f.Heading.Line == 0 {
		return []yamlfault.Fault{{Line: line, What: "a session needs its heading, as written in the notes"}}
	}
	return nil
}

// readFacts reads a data file. The facts are empty if it is not YAML.
func readFacts(source []byte) *facts {
	file, faults := yamlfault.Parse(source, "its facts are ignored")
	f := &facts{file: file, faults: faults}
	f.faults = append(f.faults, yamlfault.Costing("it is ignored", f.file.Decode(file.Root, f)...)...)
	for name, value := range f.Variables {
		f.Variables[name] = words.OneLine(value) // so that lines of the notes keep their numbers
	}
	return f
}

// apply replaces fields of the summit and its sessions by the facts. An entry that matches no
// session, or two, is a fault. Entries with a fault are ignored.
func (f *facts) apply(to *summit.Summit) {
	headings := map[string][]*summit.Session{}
	for _, s := range to.Sessions {
		headings[s.Heading] = append(headings[s.Heading], s)
	}
	done := map[*summit.Session]bool{}
	for i := range f.Sessions {
		var fact sessionFacts
		faults := f.file.Decode(&f.Sessions[i], &fact)
		session, fault := fact.find(headings)
		if done[session] {
			fault = fmt.Sprintf("there is an entry for the heading %q already", fact.Heading.Value)
		}
		if fault != "" {
			faults = append(faults, yamlfault.Fault{Line: fact.Heading.Line, What: fault})
		}
		if faults != nil {
			f.faults = append(f.faults, yamlfault.Costing("this entry is ignored", faults...)...)
			continue
		}
		done[session] = true
		fact.apply(session)
	}
	if f.Summit.Name != "" {
		to.Name = f.Summit.Name
	}
	to.Place, to.Playlist = f.Summit.Place, f.Summit.Playlist.Value
	missing := map[string]bool{}
	for _, name := range f.MissingPhotos {
		missing[name] = true
	}
	for _, s := range to.Sessions {
		if date := f.Summit.Days[s.Day]; date != "" {
			s.Date = string(date)
		}
		markMissing(s.Photos, missing)
	}
	markMissing(to.Photos, missing)
}

// find returns the session of an entry, or the fault of its heading. Both are empty if the heading
// is missing, which Check reports.
func (f *sessionFacts) find(headings map[string][]*summit.Session) (found *summit.Session, fault string) {
	all := headings[f.Heading.Value]
	switch {
	case f.Heading.Value == "":
		return nil, ""
	case len(all) == 0:
		return nil, fmt.Sprintf("no session has the heading %q; copy the heading from the notes", f.Heading.Value)
	case len(all) > 1:
		return nil, fmt.Sprintf("%d sessions have the heading %q; facts can be about one only", len(all), f.Heading.Value)
	}
	return all[0], ""
}

func markMissing(photos []summit.Photo, missing map[string]bool) {
	for i := range photos {
		photos[i].Available = !missing[path.Base(photos[i].URL)]
	}
}

func (f *sessionFacts) apply(s *summit.Session) {
	s.Inferred = f.Inferred
	s.Summary = strings.TrimSpace(f.Summary)
	if f.Title != "" {
		s.Title = f.Title
	}
	if f.Track.Given {
		s.Track = f.Track.Value
	}
	if len(f.Speakers) > 0 {
		s.Speakers = f.speakers(s.Speakers)
	}
	places := map[string]int{} // index of each link, by address
	for i, l := range slices.Backward(s.Links) {
		places[l.URL] = i
	}
	add := func(link summit.Link) {
		places[link.URL] = len(s.Links)
		s.Links = append(s.Links, link)
	}
	for _, who := range s.Speakers {
		if _, there := places[who.URL]; who.URL != "" && !there {
			add(summit.Link{Kind: summit.Profile, URL: who.URL, Label: who.Name})
		}
	}
	for _, l := range f.Links {
		link := l.Link()
		if i, there := places[link.URL]; there {
			s.Links[i] = link
		} else {
			add(link)
		}
	}
}

// speakers are those of the facts; a speaker without a profile keeps the one that the notes link.
func (f *sessionFacts) speakers(noted []summit.Speaker) []summit.Speaker {
	profiles := map[string]string{}
	for _, n := range slices.Backward(noted) {
		profiles[n.Name] = n.URL
	}
	out := make([]summit.Speaker, len(f.Speakers))
	for i, s := range f.Speakers {
		out[i] = s.Speaker()
		if s.URL.Line == 0 {
			out[i].URL = profiles[s.Name.Value]
		}
	}
	return out
}
