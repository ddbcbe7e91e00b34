package parse

import (
	"net/url"
	"path"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// hosts are the sites whose pages tell by their address what they are.
var hosts = map[string]summit.Kind{
	"sched.com":       summit.Schedule,
	"sched.org":       summit.Schedule,
	"sessionize.com":  summit.Schedule,
	"pretalx.com":     summit.Schedule,
	"youtube.com":     summit.Video,
	"youtu.be":        summit.Video,
	"vimeo.com":       summit.Video,
	"media.ccc.de":    summit.Video,
	"slideshare.net":  summit.Slides,
	"speakerdeck.com": summit.Slides,
	"slides.com":      summit.Slides,
	"linkedin.com":    summit.Profile,
	"twitter.com":     summit.Profile,
	"x.com":           summit.Profile,
	"bsky.app":        summit.Profile,
	"mastodon.social": summit.Profile,
}

var slideFiles = map[string]bool{".pdf": true, ".ppt": true, ".pptx": true, ".key": true, ".odp": true}

// talkLink says what an address in a heading leads to. A schedule's address loses its query and
// fragment, which only track where a reader came from.
func talkLink(address string) summit.Link {
	u, err := url.Parse(address)
	if err != nil {
		return summit.Link{Kind: summit.Reference, URL: address}
	}
	kind := kindOf(u)
	if kind == summit.Schedule {
		u.RawQuery, u.Fragment, u.RawFragment, u.ForceQuery = "", "", "", false
		address = u.String()
	}
	return summit.Link{Kind: kind, URL: address}
}

func kindOf(u *url.URL) summit.Kind {
	if slideFiles[strings.ToLower(path.Ext(u.Path))] {
		return summit.Slides
	}
	for host := strings.ToLower(u.Hostname()); host != ""; {
		if kind, ok := hosts[host]; ok {
			return kind
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return summit.Reference
}

func isAddress(s string) bool {
	start, _ := findAddress(s)
	return start == 0 && !strings.ContainsAny(s, " \t\n")
}

// findAddress finds the first http or https address that stands bare in s. It ends before white
// space and before punctuation that closes a sentence; start is -1 where there is none.
func findAddress(s string) (start, end int) {
	if strings.IndexByte(s, ':') < 0 {
		return -1, -1
	}
	for from := 0; ; {
		at := strings.Index(s[from:], "http")
		if at < 0 {
			return -1, -1
		}
		start = from + at
		rest := s[start:]
		if strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "https://") {
			if end := strings.IndexAny(rest, " \t\n<>\""); end >= 0 {
				rest = rest[:end]
			}
			if rest = trimAddress(rest); !strings.HasSuffix(rest, "//") {
				return start, start + len(rest)
			}
		}
		from = start + len("http")
	}
}

// trimAddress takes off the punctuation that an author set behind an address, and a parenthesis
// that the address does not open.
func trimAddress(s string) string {
	for {
		t := strings.TrimRight(s, ":,;.!?'*_")
		if strings.HasSuffix(t, ")") && strings.Count(t, ")") > strings.Count(t, "(") {
			t = t[:len(t)-1]
		}
		if t == s {
			return s
		}
		s = t
	}
}
