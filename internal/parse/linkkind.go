package parse

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// linkTo is a link to an address, of the kind that the address tells. That of a page of sched.com
// loses its query and fragment, which only track where a reader came from.
func linkTo(address string) summit.Link {
	u, err := url.Parse(address)
	if err != nil {
		return summit.Link{Kind: summit.Reference, URL: address}
	}
	kind := kindOfSite(u)
	switch {
	case kind == summit.Schedule:
		address, _, _ = strings.Cut(address, "#")
		address, _, _ = strings.Cut(address, "?")
	case kind == summit.Reference && isOfConferenceSystem(u) && isTalkPage(u):
		kind = summit.Schedule
	}
	return summit.Link{Kind: kind, URL: address}
}

// linkAlone is a link to an address in the place of a talk link: pages of talks, recordings and
// slides may then be on any site.
func linkAlone(address string) summit.Link {
	l := linkTo(address)
	if l.Kind != summit.Reference {
		return l
	}
	switch u, err := url.Parse(address); {
	case err != nil:
	case isTalkPage(u):
		l.Kind = summit.Schedule
	default:
		l.Kind = kindOfFolder(u)
	}
	return l
}

// kindOfFolder is the kind of link by a folder in the address: `/videos/10136`.
func kindOfFolder(u *url.URL) summit.Kind {
	folders := strings.Split(strings.Trim(u.Path, "/"), "/")
	for _, f := range folders[:len(folders)-1] {
		if kind := known().folders[strings.ToLower(f)]; kind != "" {
			return kind
		}
	}
	return summit.Reference
}

// kindOfSite is the kind of link by the ending of the file, or by the site that holds it.
func kindOfSite(u *url.URL) summit.Kind {
	if kind := known().endings[strings.ToLower(path.Ext(u.Path))]; kind != "" {
		return kind
	}
	folders := strings.Split(strings.Trim(u.Path, "/"), "/")
	for host := strings.ToLower(u.Hostname()); host != ""; {
		kind := known().sites[host]
		switch {
		case kind == "":
			kind = known().sites[host+"/"+folders[0]]
		case kind == summit.Slides && len(folders) < 2, folders[0] == "", host == "vimeo.com" && !hasNumber(folders):
			kind = summit.Reference // who made them
		}
		if kind != "" {
			return kind
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return summit.Reference
}

func hasNumber(folders []string) bool {
	return slices.ContainsFunc(folders, words.IsDigits)
}

// isOfConferenceSystem reports whether the name of a site has that of a program for conferences:
// cfp.example.org.
func isOfConferenceSystem(u *url.URL) bool {
	for label := range strings.SplitSeq(u.Hostname(), ".") {
		if known().talkHosts.Has(label) {
			return true
		}
	}
	return false
}

// isTalkPage reports whether a path looks like that of the page of a talk: below a folder of
// talks, and not in one of speakers or rooms. An event of Indico is a whole conference.
func isTalkPage(u *url.URL) bool {
	folders := strings.Split(strings.Trim(u.Path, "/"), "/")
	folder := ""
	for _, f := range folders[:len(folders)-1] {
		if known().otherFolders.Has(f) {
			return false
		}
		if known().talkFolders.Has(f) {
			folder = strings.ToLower(f)
		}
	}
	return folder != "" && !(folder == "event" && strings.HasPrefix(u.Hostname(), "indico."))
}

// withScheme completes the address of a page that lacks its scheme, as browsers do.
func withScheme(address string) string {
	host, page, _ := strings.Cut(address, "/")
	dot := strings.LastIndexByte(host, '.')
	isHost := dot > 0 && !strings.ContainsFunc(host[dot+1:], func(r rune) bool { return r < 'a' || r > 'z' }) && len(host)-dot > len("x")+1
	if !isHost || page == "" || strings.ContainsAny(address, ": ") {
		return address
	}
	return "http://" + address
}

// isSpeakerPage reports whether an address is below a folder of speakers, whose pages tell of their
// talks.
func isSpeakerPage(address string) bool {
	return strings.Contains(address, "/speaker/") || strings.Contains(address, "/speakers/")
}

// videoOf is the id of a YouTube video, and whether the address is the one by which pages embed it.
func videoOf(address string) (id string, embeds bool) {
	if !strings.Contains(address, "youtu") {
		return "", false
	}
	u, err := url.Parse(address)
	if err != nil {
		return "", false
	}
	if u.Query().Has("v") {
		return u.Query().Get("v"), false
	}
	return path.Base(u.Path), strings.HasPrefix(u.Path, "/embed/")
}

// isFile reports whether a link leads to a file beside the notes that has slides or a video.
func isFile(link string) bool {
	return known().endings[strings.ToLower(path.Ext(link))] != "" && !strings.ContainsAny(link, ":?#\\ ") && !strings.HasPrefix(link, "//") && !strings.ContainsFunc(link, isUnprintable)
}

func isUnprintable(r rune) bool { return !unicode.IsPrint(r) }
