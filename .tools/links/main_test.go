package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// A site is a local server that records its requests and the time between them.
type site struct {
	*httptest.Server
	mu       sync.Mutex
	requests map[string]int // by method and path
	last     time.Time
	shortest time.Duration // between two requests
}

func newSite(t *testing.T) *site {
	s := &site{requests: map[string]int{}, shortest: time.Hour}
	pages := http.NewServeMux()
	pages.HandleFunc("/fine", func(http.ResponseWriter, *http.Request) {})
	pages.Handle("/moved", http.RedirectHandler("/fine", http.StatusMovedPermanently))
	pages.Handle("/moved-twice", http.RedirectHandler("/moved", http.StatusPermanentRedirect))
	pages.Handle("/moved-to-nothing", http.RedirectHandler("/gone", http.StatusMovedPermanently))
	pages.Handle("/elsewhere-today", http.RedirectHandler("/moved", http.StatusFound))
	pages.Handle("/circle", http.RedirectHandler("/circle", http.StatusFound))
	for path, code := range map[string]int{"/get-only": http.StatusMethodNotAllowed, "/head-unknown": http.StatusNotImplemented} {
		pages.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodHead {
				w.WriteHeader(code)
			}
		})
	}
	pages.HandleFunc("/forbidden", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) })
	pages.HandleFunc("/broken", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) })
	pages.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.requests[r.Method+" "+r.URL.Path]++
		if !s.last.IsZero() {
			s.shortest = min(s.shortest, time.Since(s.last))
		}
		s.mu.Unlock()
		pages.ServeHTTP(w, r)
		s.mu.Lock()
		s.last = time.Now()
		s.mu.Unlock()
	}))
	t.Cleanup(s.Close)
	return s
}

func TestRun(t *testing.T) {
	for _, test := range []struct {
		path     string
		want     string // the line after the address; empty if there is none
		requests map[string]int
	}{
		{"/fine", "", map[string]int{"HEAD /fine": 1}},
		{"/moved", "moved   SITE/moved  to SITE/fine", map[string]int{"HEAD /moved": 1, "HEAD /fine": 1}},
		{"/moved-twice", "moved   SITE/moved-twice  to SITE/fine", map[string]int{"HEAD /moved-twice": 1, "HEAD /moved": 1, "HEAD /fine": 1}},
		{"/moved-to-nothing", "failed  SITE/moved-to-nothing  404 Not Found", map[string]int{"HEAD /moved-to-nothing": 1, "HEAD /gone": 1}},
		{"/elsewhere-today", "", map[string]int{"HEAD /elsewhere-today": 1, "HEAD /moved": 1, "HEAD /fine": 1}},
		{"/circle", "failed  SITE/circle  10 redirections", map[string]int{"HEAD /circle": 10}},
		{"/get-only", "", map[string]int{"HEAD /get-only": 1, "GET /get-only": 1}},
		{"/head-unknown", "", map[string]int{"HEAD /head-unknown": 1, "GET /head-unknown": 1}},
		{"/forbidden", "failed  SITE/forbidden  403 Forbidden", map[string]int{"HEAD /forbidden": 1, "GET /forbidden": 1}},
		{"/gone", "failed  SITE/gone  404 Not Found", map[string]int{"HEAD /gone": 1}},
		{"/broken", "failed  SITE/broken  500 Internal Server Error", map[string]int{"HEAD /broken": 1}},
		{"/slow", "failed  SITE/slow  context deadline exceeded (Client.Timeout exceeded while awaiting headers)", map[string]int{"HEAD /slow": 1}},
	} {
		t.Run(test.path, func(t *testing.T) {
			s := newSite(t)
			got, failed := s.run(t, s.URL+test.path)
			want, wantFailed := "1 addresses: 0 failed, 0 moved\n", 0
			switch {
			case strings.HasPrefix(test.want, "failed"):
				want, wantFailed = test.want+"\n1 addresses: 1 failed, 0 moved\n", 1
			case test.want != "":
				want = test.want + "\n1 addresses: 0 failed, 1 moved\n"
			}
			if got != want || failed != wantFailed {
				t.Errorf("got %d\n%s\nwant %d\n%s", failed, got, wantFailed, want)
			}
			if !maps.Equal(s.requests, test.requests) {
				t.Errorf("requests %v, want %v", s.requests, test.requests)
			}
		})
	}
}

const pause = 50 * time.Millisecond

// run checks the addresses and returns the output, with SITE for the address of the server.
func (s *site) run(t *testing.T, addresses ...string) (out string, failed int) {
	t.Helper()
	var lines strings.Builder
	a := asker{client: &http.Client{Timeout: 200 * time.Millisecond}, pause: pause, progress: io.Discard}
	failed, err := a.run(answering(`["`+strings.Join(addresses, `", "`)+`"]`), &lines)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(lines.String(), s.URL, "SITE"), failed
}

// answering is a plugin with talks and nothing else.
func answering(talks string) func(string) ([]byte, error) {
	return func(flag string) ([]byte, error) {
		return []byte(map[string]string{"--list-sessions": `{}`, "--list-topics": `{}`, "--talks": talks}[flag]), nil
	}
}

func TestUnreachable(t *testing.T) {
	s := newSite(t)
	s.Close()
	if got, failed := s.run(t, s.URL); failed != 1 || !strings.Contains(got, "connection refused") {
		t.Errorf("got %d\n%s", failed, got)
	}
}

func TestPause(t *testing.T) {
	s := newSite(t)
	s.run(t, s.URL+"/fine?1", s.URL+"/fine?2", s.URL+"/forbidden")
	if s.shortest < pause {
		t.Errorf("two requests within %v, want %v between them", s.shortest, pause)
	}
}

func TestAddresses(t *testing.T) {
	const content = `{"sessions": [{
		"title": "http is not an address", "photos": [{"url": "https://lost.example", "available": false}, {"url": "https://b.example/1.jpg", "available": true}],
		"links": [{"url": "https://b.example/#part"}, {"url": "ftp://c.example"}, {"url": "https://"}],
		"notes": [{"text": "see https://d.example", "links": ["http://a.example/x"], "notes": [{"links": ["https://b.example/"]}]}]
	}]}`
	all, err := addresses(answering(content))
	if got, want := fmt.Sprint(all, err), "[http://a.example/x https://b.example/ https://b.example/1.jpg] <nil>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if _, err := addresses(answering("no JSON")); err == nil {
		t.Error("no error for an answer that is no JSON")
	}
	failing := errors.New("exit status 1")
	for _, fails := range []string{"--list-topics", "--talks"} {
		_, err := addresses(func(flag string) ([]byte, error) {
			if flag == fails {
				return nil, failing
			}
			return answering(`{}`)(flag)
		})
		if !errors.Is(err, failing) {
			t.Errorf("%s fails: got %v, want its error", fails, err)
		}
	}
}
