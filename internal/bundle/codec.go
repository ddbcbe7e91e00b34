package bundle

import (
	"encoding/binary"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// A codec writes a bundle or reads one, in the same order of fields: numbers as varints, texts and
// lists behind their length. It reads several times faster than encoding/gob, which is most of
// what loading a bundle takes.
type codec struct {
	writing bool
	out     []byte // what has been written
	in      string // what is still to be read; texts of the bundle are parts of it
	broken  bool   // in is no bundle; what was read is worth nothing
}

func (c *codec) bundle(b *Bundle) {
	list(c, &b.Summits, func(s **summit.Summit) { point(c, s); c.summit(*s) })
	list(c, &b.Topics, c.topic)
}

func (c *codec) summit(s *summit.Summit) {
	c.texts(&s.Name, &s.Place, &s.Playlist)
	list(c, &s.Sessions, func(s **summit.Session) { point(c, s); c.session(*s) })
	list(c, &s.Preamble, c.note)
	list(c, &s.Photos, c.photo)
}

func (c *codec) session(s *summit.Session) {
	c.number(&s.Number)
	c.number(&s.Day)
	c.number(&s.Source.Line)
	c.texts(&s.ID, &s.Title, &s.Heading, &s.Summit, &s.Date, &s.Track, &s.Source.File)
	c.boolean(&s.Inferred)
	list(c, &s.Speakers, func(p *summit.Speaker) { c.texts(&p.Name, &p.Role, &p.Organization, &p.URL) })
	list(c, &s.Links, func(l *summit.Link) {
		c.texts((*string)(&l.Kind), &l.URL, &l.Label)
		c.boolean(&l.Inferred)
	})
	list(c, &s.Notes, c.note)
	list(c, &s.Photos, c.photo)
}

func (c *codec) note(n *summit.Note) {
	c.text(&n.Text)
	list(c, &n.Links, c.text)
	list(c, &n.Notes, c.note)
}

func (c *codec) photo(p *summit.Photo) {
	c.text(&p.URL)
	c.boolean(&p.Available)
}

func (c *codec) topic(t *summit.Topic) {
	c.texts(&t.ID, &t.Name, &t.Definition, &t.Since.Text)
	for _, texts := range []*[]string{&t.Aliases, &t.Terms, &t.Not, &t.Docs, &t.Since.Sources, &t.Related} {
		list(c, texts, c.text)
	}
}

func (c *codec) texts(all ...*string) {
	for _, s := range all {
		c.text(s)
	}
}

func (c *codec) text(s *string) {
	n := len(*s)
	c.number(&n)
	switch {
	case c.writing:
		c.out = append(c.out, *s...)
	case n > len(c.in):
		c.broken = true
	default:
		*s, c.in = c.in[:n], c.in[n:]
	}
}

func (c *codec) boolean(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	c.number(&n)
	*b = n == 1
}

func (c *codec) number(n *int) {
	if c.writing {
		c.out = binary.AppendUvarint(c.out, uint64(*n))
		return
	}
	*n = 0
	for i := 0; i < len(c.in) && i < 5; i++ {
		*n |= int(c.in[i]&0x7f) << (7 * i)
		if c.in[i] < 0x80 && *n >= 0 {
			c.in = c.in[i+1:]
			return
		}
	}
	c.broken, *n = true, 0
}

// list writes or reads a list with its length. No list is longer than what is left to read.
func list[T any](c *codec, all *[]T, each func(*T)) {
	n := len(*all)
	c.number(&n)
	if !c.writing {
		if c.broken = c.broken || n > len(c.in); c.broken || n == 0 {
			return
		}
		*all = make([]T, n)
	}
	for i := range *all {
		each(&(*all)[i])
		if c.broken {
			return
		}
	}
}

// point gives a pointer that is read something to point to.
func point[T any](c *codec, p **T) {
	if !c.writing {
		*p = new(T)
	}
}
