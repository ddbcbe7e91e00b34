package render

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
)

// TestLastColumnsOfMany has an address of a megabyte. Measuring each of its characters again and
// again would take minutes.
func TestLastColumnsOfMany(t *testing.T) {
	start := time.Now()
	for _, text := range []string{"a", "日", "é"} {
		got := lastColumns(strings.Repeat(text, 1<<20), 20)
		if !strings.HasPrefix(got, text) || !strings.HasSuffix(got, text) || len(got) > 100 {
			t.Errorf("lastColumns = %q", got)
		}
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("it takes %v", took)
	}
}

// TestAddressInText has an address that ends in a parenthesis of its own, in a text.
func TestAddressInText(t *testing.T) {
	p := &page{Style: Style{Links: true}}
	p.text("", "see https://example.com/rope_(car), and more")
	const want = "see \x1b]8;;https://example.com/rope_(car)\x1b\\https://example.com/rope_(car)\x1b]8;;\x1b\\, and more\n"
	if got := p.out.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestShownAddress(t *testing.T) {
	for _, c := range []struct{ address, want string }{
		{"https://cfeu17.sched.com/event/Bity/tides-for-all", "https://cfeu17.sched.com/event/Bity"},
		{"https://cfeu17.sched.org/event/Bity/tides-for-all", "https://cfeu17.sched.org/event/Bity"},
		{"https://cfeu17.sched.com/event/Bity?iframe=no", "https://cfeu17.sched.com/event/Bity?iframe=no"},
		{"https://cfeu17.sched.com/event//tides", "https://cfeu17.sched.com/event//tides"},
		{"https://cfeu17.sched.com/speaker/ada/talks", "https://cfeu17.sched.com/speaker/ada/talks"},
		{"https://cfeu17.sched.com", "https://cfeu17.sched.com"},
		{"https://harbour.example/event/Bity/tides", "https://harbour.example/event/Bity/tides"},
	} {
		if got := shownAddress(c.address); got != c.want {
			t.Errorf("%s is shown as %s, want %s", c.address, got, c.want)
		}
	}
}

// TestAddressLine has the addresses of hyperlinks, which are shown in a short form, and addresses
// that no terminal opens, which are shown whole.
func TestAddressLine(t *testing.T) {
	team := "mailto:" + strings.Repeat("crew-", 12) + "a@harbour.example"
	for _, c := range []struct{ address, want string }{
		{"http://harbour.example/tides/", linked("http://harbour.example/tides/", "harbour.example/tides")},
		{"https://www.youtube.com/watch?v=gates&t=9", linked("https://www.youtube.com/watch?v=gates&t=9", "youtu.be/gates")},
		{"https://www.youtube.com/watch?list=gates", linked("https://www.youtube.com/watch?list=gates", "youtube.com/watch?list=gates")},
		{"https://www.youtube.com/live?v=gates", linked("https://www.youtube.com/live?v=gates", "youtube.com/live?v=gates")},
		{"ftp://harbour.example/tides", "ftp://harbour.example/tides"},
		{team, team},
	} {
		p := &page{Style: Style{Links: true}}
		p.links([]summit.Link{{Kind: summit.Video, URL: c.address}})
		if got, want := p.out.String(), "    video  "+c.want+"\n"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestAddressBelowLabel has an address that fits beside its label, below it, at the margin, and
// nowhere. Its remark keeps the indent.
func TestAddressBelowLabel(t *testing.T) {
	address := "https://harbour.example/" + strings.Repeat("tides", 6) // 54 columns
	for width, want := range map[int]string{
		0:  "    video  " + address + " (twice)\n",
		65: "    video  " + address + "\n           (twice)\n",
		64: "    video\n    " + address + "\n    (twice)\n",
		58: "    video\n    " + address + "\n    (twice)\n",
		57: "    video\n" + address + "\n    (twice)\n",
		54: "    video\n" + address + "\n    (twice)\n",
		53: "    video  " + address + "\n           (twice)\n",
		49: "    video\n    " + address + "\n    (twice)\n",
	} {
		p := &page{Style: Style{Width: width}}
		p.links([]summit.Link{{Kind: summit.Video, URL: address, Label: "twice"}})
		if got := p.out.String(); got != want {
			t.Errorf("at width %d got %q, want %q", width, got, want)
		}
	}
}

// TestWordBelowLabel has an id that fits only below its label, and a text that is wrapped beside it.
func TestWordBelowLabel(t *testing.T) {
	p := &page{Style: Style{Width: 60}}
	id := strings.Repeat("tides-", 9)
	p.fields(indent, 11, field{"id", []string{id}}, field{"noted as", []string{strings.ReplaceAll(id, "-", " ")}})
	want := "    id\n    " + id + "\n    noted as   tides tides tides tides tides tides tides\n               tides tides\n"
	if got := p.out.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func linked(address, shown string) string {
	return "\x1b]8;;" + address + "\x1b\\" + shown + "\x1b]8;;\x1b\\"
}

func TestLastColumns(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"tides", "tides"},
		{"how-tides-turn", "turn"},
		{"harbourmasters-", "asters-"},
	} {
		if got := lastColumns(c.text, 8); got != c.want {
			t.Errorf("the end of %q is %q, want %q", c.text, got, c.want)
		}
	}
}

// TestLastColumnsOfOneCharacter has a character of many bytes that takes two columns.
func TestLastColumnsOfOneCharacter(t *testing.T) {
	for n := range 7 {
		text := "a long beginning " + strings.Repeat("👩\u200d", 200) + strings.Repeat("a", n)
		if got := lastColumns(text, 8); !utf8.ValidString(got) {
			t.Errorf("the end of a long text begins with %q", got[:4])
		}
	}
}
