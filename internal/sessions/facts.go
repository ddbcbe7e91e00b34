package sessions

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/yamlfault"
)

// facts are what the data file beside a notes file knows better than the notes.
type facts struct {
	Summit struct {
		Name     string         `yaml:"name"`
		Place    string         `yaml:"place"`
		Playlist yaml.Node      `yaml:"playlist"` // a node, for its line
		Days     map[int]string `yaml:"days"`     // dates, YYYY-MM-DD
		Evidence string         `yaml:"evidence"`
	} `yaml:"summit"`
	Variables     map[string]string `yaml:"variables"`      // values of the Liquid tags in the notes
	MissingPhotos []string          `yaml:"missing_photos"` // file names of images that are stored nowhere
	Sessions      []sessionFacts    `yaml:"sessions"`
}

type sessionFacts struct {
	Heading  yaml.Node `yaml:"heading"` // as summit.Session has it; a node, for its line
	Title    string    `yaml:"title"`
	Speakers []struct {
		Name         string `yaml:"name"`
		Role         string `yaml:"role"`
		Organization string `yaml:"organization"`
		URL          string `yaml:"url"`
	} `yaml:"speakers"`
	Links []struct {
		Kind     summit.Kind `yaml:"kind"`
		URL      string      `yaml:"url"`
		Label    string      `yaml:"label"`
		Inferred bool        `yaml:"inferred"`
		Evidence string      `yaml:"evidence"`
	} `yaml:"links"`
	Inferred bool   `yaml:"inferred"`
	Evidence string `yaml:"evidence"`
}

// readFacts reads a data file. Every fault names the file and, where there is one, the line.
func readFacts(file string, source []byte) (facts, error) {
	var f facts
	decoder := yaml.NewDecoder(bytes.NewReader(source))
	decoder.KnownFields(true)
	if err := decoder.Decode(&f); err != nil && !errors.Is(err, io.EOF) {
		line, what := yamlfault.Find(err)
		return f, fmt.Errorf("%s:%d: %s", file, line, what)
	}
	if err := summit.CheckAddress(f.Summit.Playlist.Value); err != nil {
		return f, fmt.Errorf("%s:%d: %w", file, f.Summit.Playlist.Line, err)
	}
	for i, s := range f.Sessions {
		if s.Heading.Value == "" {
			return f, fmt.Errorf("%s:%d: a session needs its heading, as written in the notes", file, yamlfault.Item(source, "sessions", i))
		}
		if err := s.check(); err != nil {
			return f, fmt.Errorf("%s:%d: %w", file, s.Heading.Line, err)
		}
	}
	return f, nil
}

func (f sessionFacts) check() error {
	for _, speaker := range f.Speakers {
		if err := summit.CheckAddress(speaker.URL); err != nil {
			return err
		}
	}
	for _, link := range f.Links {
		if err := summit.CheckAddress(link.URL); err != nil {
			return err
		}
		switch {
		case link.URL == "":
			return errors.New("a link needs its address")
		case !slices.Contains(summit.Kinds, link.Kind):
			return fmt.Errorf("%q is no kind of link; it is one of %q", link.Kind, summit.Kinds)
		case link.Kind == summit.Schedule && strings.ContainsAny(link.URL, "?#"):
			return fmt.Errorf("%q is a schedule's address with a query or a fragment; leave those off", link.URL)
		}
	}
	return nil
}

// apply puts the facts over what the notes say. A fact about a session that is not in the notes,
// or there twice, is a fault.
func (f facts) apply(file string, to *summit.Summit) error {
	done := map[*summit.Session]bool{}
	for _, fact := range f.Sessions {
		var fits []*summit.Session
		for _, s := range to.Sessions {
			if s.Heading == fact.Heading.Value {
				fits = append(fits, s)
			}
		}
		switch len(fits) {
		case 0:
			return fmt.Errorf("%s:%d: no session has the heading %q; write it as the notes have it", file, fact.Heading.Line, fact.Heading.Value)
		case 1:
		default:
			return fmt.Errorf("%s:%d: %d sessions have the heading %q; facts can be about one only", file, fact.Heading.Line, len(fits), fact.Heading.Value)
		}
		if done[fits[0]] {
			return fmt.Errorf("%s:%d: there is an entry for the heading %q already", file, fact.Heading.Line, fact.Heading.Value)
		}
		done[fits[0]] = true
		fact.apply(fits[0])
	}
	if f.Summit.Name != "" {
		to.Name = f.Summit.Name
	}
	to.Place, to.Playlist = f.Summit.Place, f.Summit.Playlist.Value
	for _, s := range to.Sessions {
		if date := f.Summit.Days[s.Day]; date != "" {
			s.Date = date
		}
		f.applyToPhotos(s.Photos)
	}
	f.applyToPhotos(to.Photos)
	return nil
}

func (f facts) applyToPhotos(photos []summit.Photo) {
	for i := range photos {
		photos[i].Available = !slices.Contains(f.MissingPhotos, path.Base(photos[i].URL))
	}
}

func (f sessionFacts) apply(s *summit.Session) {
	s.Inferred = f.Inferred
	if f.Title != "" {
		s.Title = f.Title
	}
	if len(f.Speakers) > 0 {
		s.Speakers = f.speakers(s.Speakers)
	}
	for _, who := range s.Speakers {
		if who.URL != "" && !slices.ContainsFunc(s.Links, func(l summit.Link) bool { return l.URL == who.URL }) {
			s.Links = append(s.Links, summit.Link{Kind: summit.Profile, URL: who.URL, Label: who.Name})
		}
	}
	for _, l := range f.Links {
		link := summit.Link{Kind: l.Kind, URL: l.URL, Label: l.Label, Inferred: l.Inferred}
		same := func(o summit.Link) bool { return o.URL == link.URL }
		if i := slices.IndexFunc(s.Links, same); i >= 0 {
			s.Links[i] = link
		} else {
			s.Links = append(s.Links, link)
		}
	}
}

// speakers are those of the facts; a profile that the notes link stays with its speaker.
func (f sessionFacts) speakers(noted []summit.Speaker) []summit.Speaker {
	out := make([]summit.Speaker, len(f.Speakers))
	for i, s := range f.Speakers {
		out[i] = summit.Speaker{Name: s.Name, Role: s.Role, Organization: s.Organization, URL: s.URL}
		if at := slices.IndexFunc(noted, func(n summit.Speaker) bool { return n.Name == s.Name }); at >= 0 && s.URL == "" {
			out[i].URL = noted[at].URL
		}
	}
	return out
}
