package library

import (
	"bytes"
	"fmt"
	"runtime"
	"sync"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/parse"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// The limits on all files. More is a mistake, such as the path of a whole disk. Package markdown
// has the limits of a text; packages topics and talks have those of their files.
const (
	maxFile    = 4 << 20     // bytes of one file
	maxNotes   = 32 << 20    // bytes of all files
	maxLines   = 200_000     // lines of all notes that are not empty
	maxFiles   = 20_000      // files
	maxTalks   = 100_000     // talks of all files
	maxEntries = 200_000     // files and folders that a search looks at
	maxSearch  = 200_000_000 // bytes of all notes, times the number of added topics
	maxFound   = 4_000_000   // lines of all notes, times that number: each may be a session on each topic
)

// A result is a notes file that was read; the summit is nil if it could not be read.
type result struct {
	summit     *summit.Summit
	faults     []error
	shape      parse.Shape
	neighbours parse.Neighbours
}

// read reads the notes files. Then it reads those files again whose neighbours tell how
// to read them.
func (l *Library) read(disk Disk, notes []string, data map[string]string) {
	results, shapes := make([]result, len(notes)), make([]parse.Shape, len(notes))
	r := newReader()
	for i, name := range notes {
		file, faults := disk.load(name, data[stem(name)])
		results[i].faults = faults
		if file.Source == nil {
			continue
		}
		if fullLines(file.Source) > maxLines {
			results[i].faults = []error{fmt.Errorf("%s: the file has too many lines (limit: %d); split it", name, maxLines)}
			continue
		}
		l.count(len(file.Facts), file.Source)
		if what := l.exceeded(); what != "" {
			results[i].faults = []error{fmt.Errorf("%s: %s; %s", name, what, ignored(len(notes)-i-1))}
			break
		}
		r.read(file, &results[i])
	}
	r.wait()
	for i := range results {
		shapes[i] = results[i].shape
	}
	for i, neighbours := range parse.NeighboursOf(notes, shapes) {
		if neighbours == parse.AnyNeighbours {
			continue
		}
		file, faults := disk.load(notes[i], data[stem(notes[i])])
		results[i] = result{faults: faults, neighbours: neighbours}
		if file.Neighbours = neighbours; file.Source != nil {
			r.read(file, &results[i])
		}
	}
	r.wait()
	for i, r := range results {
		l.Faults = append(l.Faults, r.faults...)
		if r.summit == nil {
			continue
		}
		l.Files = append(l.Files, File{notes[i], r.summit, data[stem(notes[i])], r.neighbours})
		if len(r.summit.Sessions) == 0 {
			l.Notices = append(l.Notices, fmt.Errorf("%s: there is no session in it", notes[i]))
		}
	}
}

// readData reads a file of topics or talks.
func (l *Library) readData(disk Disk, file string) ([]byte, error) {
	content, err := disk.read(file)
	if err != nil {
		return nil, err
	}
	l.count(len(content), nil)
	if what := l.exceeded(); what != "" {
		return nil, fmt.Errorf("%s: %s; it is ignored", file, what)
	}
	return content, nil
}

// count adds a file to the totals.
func (l *Library) count(data int, notes []byte) {
	l.bytes += data + len(notes)
	l.notes += len(notes)
	l.lines += fullLines(notes)
}

// exceeded names the limit that the totals exceed; it is empty if they exceed none.
func (l *Library) exceeded() string {
	own := 0
	for _, a := range l.Added {
		own += a.Own + a.Known
	}
	switch {
	case l.bytes > maxNotes:
		return fmt.Sprintf("with this file all files have too many bytes (limit: %d); name fewer", maxNotes)
	case l.lines > maxLines:
		return fmt.Sprintf("with this file all notes have too many lines (limit: %d); name fewer", maxLines)
	case int64(own)*int64(l.notes) > maxSearch:
		return timesTopics("bytes", own, maxSearch)
	case int64(own)*int64(l.lines) > maxFound:
		return timesTopics("lines", own, maxFound)
	}
	return ""
}

func timesTopics(what string, own, limit int) string {
	return fmt.Sprintf("with this file the %s of all notes, times the %d added topics, are too many (limit: %d); add fewer topics, or name fewer notes", what, own, limit)
}

// fullLines returns at least the number of lines of a text that are not empty.
func fullLines(text []byte) int {
	count := func(s string) int { return bytes.Count(text, []byte(s)) }
	return count("\n") - count("\n\n") - count("\n\r\n") + count("\r") - count("\r\n")
}

func ignored(more int) string {
	switch more {
	case 0:
		return "it is ignored"
	case 1:
		return "it and the file after it are ignored"
	}
	return fmt.Sprintf("it and the %d files after it are ignored", more)
}

// A reader reads files concurrently. Together they are no larger than the largest allowed file,
// which bounds the memory.
type reader struct {
	all   sync.WaitGroup
	mutex sync.Mutex
	freed *sync.Cond
	files int // being read
	size  int // of these files
}

func newReader() *reader {
	r := &reader{}
	r.freed = sync.NewCond(&r.mutex)
	return r
}

// read starts to read a file as soon as the size limit allows it.
func (r *reader) read(file sessions.File, into *result) {
	size := len(file.Source) + len(file.Facts)
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for r.files > 0 && (r.files == runtime.GOMAXPROCS(0) || r.size+size > maxFile) {
		r.freed.Wait()
	}
	r.files++
	r.size += size
	r.all.Go(func() {
		s, shape, faults := sessions.ReadShape(file)
		into.summit, into.shape, into.faults = s, shape, append(capped(file.Name, faults), into.faults...)
		r.mutex.Lock()
		defer r.mutex.Unlock()
		r.files--
		r.size -= size
		r.freed.Signal()
	})
}

func (r *reader) wait() { r.all.Wait() }
