package answer

import "github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"

// BestLink returns the link of the answer that is most worth opening: a recording before slides
// of a session, the same of a talk, then their schedule pages, then any other page of a talk; only
// of one kind if the words ask for it. If only talks say what was asked for, theirs come first.
// Files beside the notes are not opened. ok is false if there is none.
func (a Answer) BestLink() (link summit.Link, ok bool) {
	var ofSessions, ofTalks []summit.Link
	for _, s := range a.Sessions {
		ofSessions = append(ofSessions, s.TalkLinks()...)
	}
	for i, t := range a.Talks {
		if !a.TalksFirst() || i < a.BestTalks {
			ofTalks = append(ofTalks, t.Links...)
		}
	}
	if a.TalksFirst() {
		ofSessions, ofTalks = ofTalks, ofSessions
	}
	var links, others []summit.Link
	for _, l := range append(summit.BestFirst(ofSessions), summit.BestFirst(ofTalks)...) {
		switch {
		case l.IsFile(), a.Narrow.Kind != "" && l.Kind != a.Narrow.Kind:
		case l.Kind.IsWatchable():
			links = append(links, l)
		default:
			others = append(others, l)
		}
	}
	links = append(links, summit.BestFirst(others)...)
	if len(links) == 0 {
		return summit.Link{}, false
	}
	return links[0], true
}
