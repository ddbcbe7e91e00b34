package summit_test

import (
	"testing"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

func TestLanguageName(t *testing.T) {
	for code, want := range map[string]string{"ja": "Japanese", "xx": `the language "xx"`, "": ""} {
		if got := (&summit.Talk{Language: code}).LanguageName(); got != want {
			t.Errorf("the language %q is called %q, want %q", code, got, want)
		}
	}
}

func TestOccasion(t *testing.T) {
	for _, c := range []struct {
		talk summit.Talk
		want string
	}{
		{summit.Talk{Event: "Boat Show", Year: 2018}, "Boat Show 2018"},
		{summit.Talk{Event: "Boat Show"}, "Boat Show"},
		{summit.Talk{Year: 2018}, "2018"},
		{summit.Talk{}, ""},
	} {
		if got := c.talk.Occasion(); got != c.want {
			t.Errorf("the occasion of %+v is %q, want %q", c.talk, got, c.want)
		}
	}
}
