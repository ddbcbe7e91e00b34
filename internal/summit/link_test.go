package summit_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		kind              summit.Kind
		talk, isWatchable bool
	}{
		{summit.Video, true, true},
		{summit.Slides, true, true},
		{summit.Schedule, true, false},
		{summit.Profile, false, false},
		{summit.Reference, false, false},
	} {
		if c.kind.IsTalk() != c.talk || c.kind.IsWatchable() != c.isWatchable {
			t.Errorf("%s: IsTalk %v, IsWatchable %v, want %v, %v", c.kind, c.kind.IsTalk(), c.kind.IsWatchable(), c.talk, c.isWatchable)
		}
	}
}

func TestIsFile(t *testing.T) {
	for url, want := range map[string]bool{"https://a.example/deck.pdf": false, "http://a.example/deck.pdf": false, "slides/deck.pdf": true} {
		if got := (summit.Link{URL: url}).IsFile(); got != want {
			t.Errorf("IsFile of %s = %v, want %v", url, got, want)
		}
	}
}

// TestBestFirst has an address with two kinds and one that repeats. TalkLinks returns the talk
// links alone.
func TestBestFirst(t *testing.T) {
	link := func(kind summit.Kind, url, label string) summit.Link {
		return summit.Link{Kind: kind, URL: url, Label: label}
	}
	got := summit.BestFirst([]summit.Link{
		link(summit.Reference, "a", ""), link(summit.Schedule, "b", "first"), link(summit.Video, "a", "recording"),
		link(summit.Schedule, "b", "second"), link(summit.Slides, "c", ""), link(summit.Schedule, "d", ""), link(summit.Profile, "e", ""),
	})
	want := []summit.Link{
		link(summit.Video, "a", "recording"), link(summit.Slides, "c", ""), link(summit.Schedule, "b", "first"),
		link(summit.Schedule, "d", ""), link(summit.Profile, "e", ""),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("BestFirst (-want +got):\n%s", diff)
	}
	s := summit.Session{Links: got}
	if diff := cmp.Diff(want[:4], s.TalkLinks()); diff != "" {
		t.Errorf("TalkLinks (-want +got):\n%s", diff)
	}
}
