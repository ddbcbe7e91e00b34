// Package library reads user notes. A fault of a file affects that file alone.
package library

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/parse"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/sessions"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/talks"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/topics"
)

// A Library is the content of all files at some paths.
type Library struct {
	Files   []File
	Added   []Added        // by topics files
	Topics  []summit.Topic // those given to Load, with the additions
	Talks   []TalksFile
	Faults  []error // each names its file and, if known, the line
	Notices []error // remarks that are not faults, in the same form

	extender            *topics.Extender // of the topics; nil before the first topics file
	bytes, notes, lines int              // bytes of all files, bytes of all notes, lines of all notes
}

// A File is a notes file that was read.
type File struct {
	Name   string
	Summit *summit.Summit
	facts  string // name of the data file beside it; empty if there is none

	neighbours parse.Neighbours
}

// A TalksFile is a file of talks that was read.
type TalksFile struct {
	Name  string
	Talks []summit.Talk
}

// Added counts the topics of a topics file.
type Added struct {
	Name       string
	Own, Known int // topics that only this file has, and other topics that it extends
}

// ErrNoNotes is the notice that a path has no notes.
var ErrNoNotes = errors.New("there are no notes")

// Summits returns the summits of the files, in their order. Files without a session have none.
func (l Library) Summits() []*summit.Summit {
	var out []*summit.Summit
	for _, f := range l.Files {
		if len(f.Summit.Sessions) > 0 {
			out = append(out, f.Summit)
		}
	}
	return out
}

// AllTalks returns the talks of all files, in their order.
func (l Library) AllTalks() []summit.Talk {
	var out []summit.Talk
	for _, f := range l.Talks {
		out = append(out, f.Talks...)
	}
	return out
}

// Load reads all notes at the paths: in the order of the paths, and within a folder in the order of
// the names. A data file beside a notes file has its facts; topics.yaml extends the topics;
// talks.yaml has talks unless a notes file has the same name.
func Load(disk Disk, paths []string, base []summit.Topic) Library {
	l := Library{Topics: base}
	var notes []string
	data := map[string]string{} // paths of the data files, by path without the extension
	seen := map[string]bool{}
	f := newFinder(disk)
	for _, path := range paths {
		files, faults := f.find(path)
		l.Faults = append(l.Faults, faults...)
		if err := checkFound(path, files); err != nil && len(faults) == 0 && !f.isFull() {
			l.Notices = append(l.Notices, err)
		}
		for _, f := range files {
			switch {
			case seen[f]:
			case isTopics(f):
				l.addTopics(disk, f)
			case isData(f) && data[stem(f)] != "":
				l.Notices = append(l.Notices, fmt.Errorf("%s: %s holds the facts already; this file is ignored", f, data[stem(f)]))
			case isData(f):
				data[stem(f)] = f
			default:
				notes = append(notes, f)
			}
			seen[f] = true
		}
	}
	loose := maps.Clone(data) // data files without notes
	for _, n := range notes {
		delete(loose, stem(n))
	}
	l.addTalks(disk, loose)
	l.read(disk, notes, data)
	l.reportFacts(disk, loose, paths)
	return l
}

// reportFacts reports data files with facts about sessions whose notes are missing, or have another
// name. Other programs have data files too, without such facts. The paths were reported before.
func (l *Library) reportFacts(disk Disk, loose map[string]string, paths []string) {
	for _, f := range slices.Sorted(maps.Values(loose)) {
		if isTalks(f) || slices.Contains(paths, f) {
			continue
		}
		if content, err := l.readData(disk, f); err == nil && strings.Contains("\n"+string(content), "\nsessions:") {
			l.Notices = append(l.Notices, fmt.Errorf("%s: no notes have the name of this data file, with .md or .markdown; its facts are ignored", f))
		}
	}
}

// addTalks reads every talks.yaml that has talks, not facts.
func (l *Library) addTalks(disk Disk, loose map[string]string) {
	ids := map[string]bool{}
	for _, t := range l.Topics {
		ids[t.ID] = true
	}
	files := slices.DeleteFunc(slices.Sorted(maps.Values(loose)), func(f string) bool { return !isTalks(f) })
	sum := 0
	for i, f := range files {
		content, err := l.readData(disk, f)
		if err != nil {
			l.Faults = append(l.Faults, err)
			continue
		}
		all, faults := talks.Read(f, content, func(id string) bool { return ids[id] })
		if sum += len(all); sum > maxTalks {
			l.Faults = append(l.Faults, fmt.Errorf("%s: with this file there are too many talks (limit: %d); name fewer; %s", f, maxTalks, ignored(len(files)-i-1)))
			break
		}
		l.Talks = append(l.Talks, TalksFile{f, all})
		l.Faults = append(l.Faults, capped(f, faults)...)
	}
}

// maxFaults is the number of faults of one file that are reported.
const maxFaults = 20

// capped returns the first faults of a file, and the number of the others as one more fault.
func capped(file string, faults []error) []error {
	if more := len(faults) - maxFaults; more > 0 {
		return append(slices.Clip(faults[:maxFaults]), fmt.Errorf("%s: and %d more; fix these first", file, more))
	}
	return faults
}

// isNotes reports whether a file has the name of Markdown or of a data file.
func isNotes(file string) bool {
	return isData(file) || slices.Contains([]string{".md", ".markdown"}, strings.ToLower(filepath.Ext(file)))
}

// isData reports whether a file has the name of a data file.
func isData(file string) bool {
	ending := filepath.Ext(file)
	return strings.EqualFold(ending, ".yaml") || strings.EqualFold(ending, ".yml")
}

// isTopics reports whether a file has the name of a topics file.
func isTopics(file string) bool {
	return isData(file) && strings.EqualFold(filepath.Base(stem(file)), "topics")
}

func isTalks(file string) bool {
	return isData(file) && strings.EqualFold(filepath.Base(stem(file)), "talks")
}

func stem(file string) string { return strings.TrimSuffix(file, filepath.Ext(file)) }

// checkFound returns a notice if a path has no notes, or only a data file without its notes.
func checkFound(path string, files []string) error {
	switch {
	case slices.ContainsFunc(files, func(f string) bool { return !isData(f) }):
		return nil
	case isData(path) && !isTopics(path) && !isTalks(path):
		return fmt.Errorf("%s: %w for this data file; they need its name with .md or .markdown, beside it", path, ErrNoNotes)
	case slices.ContainsFunc(files, func(f string) bool { return isTopics(f) || isTalks(f) }):
		return nil
	}
	return fmt.Errorf("%s: %w (.md or .markdown) in it", path, ErrNoNotes)
}

func (l *Library) addTopics(disk Disk, file string) {
	content, err := l.readData(disk, file)
	if err != nil {
		l.Faults = append(l.Faults, err)
		return
	}
	if l.extender == nil {
		l.extender = topics.NewExtender(l.Topics)
	}
	x := l.extender.Extend(file, content)
	l.Added = append(l.Added, Added{file, x.Own, x.Known})
	l.Topics = x.Topics
	l.Faults = append(l.Faults, capped(file, x.Faults)...)
	l.Notices = append(l.Notices, capped(file, x.Notices)...)
}

// Why returns the role of each line of the file, with the rule that decided it, in the order of the
// lines.
func (f File) Why(disk Disk) []sessions.Reason {
	file, _ := disk.load(f.Name, f.facts)
	file.Neighbours = f.neighbours
	return sessions.Why(file)
}
