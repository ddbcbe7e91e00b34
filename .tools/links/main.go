// Command links asks every address of the bundled notes and talks once, and lists those that fail
// or have moved.
//
//	links PROGRAM
//
// PROGRAM is the plugin; the addresses come from its JSON answers. It makes one request at a
// time. It does not look at the content of pages, so it misses a removed video if the site still
// answers with a page.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: links PROGRAM")
		os.Exit(2)
	}
	asked := asker{client: &http.Client{Timeout: 20 * time.Second}, pause: time.Second, progress: os.Stderr}
	failed, err := asked.run(program(os.Args[1]), os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "make links:", err)
	}
	if err != nil || failed > 0 {
		os.Exit(1)
	}
}

// program returns a function that runs the plugin with a flag and returns its output.
func program(path string) func(flag string) ([]byte, error) {
	return func(flag string) ([]byte, error) {
		cmd := exec.Command(path, flag, "--json")
		cmd.Stderr = os.Stderr
		return cmd.Output()
	}
}

type asker struct {
	client   *http.Client
	pause    time.Duration // between two requests to one host
	progress io.Writer
}

// run prints a line for each address that fails or has moved, and returns the number of failures.
func (a asker) run(answer func(flag string) ([]byte, error), out io.Writer) (failed int, err error) {
	all, err := addresses(answer)
	if err != nil {
		return 0, err
	}
	moved, host := 0, ""
	for _, address := range all {
		if address.Host == host {
			time.Sleep(a.pause)
		} else {
			host = address.Host
			fmt.Fprintln(a.progress, "asking", host)
		}
		fault, target := a.ask(address.String())
		switch {
		case fault != "":
			failed++
			fmt.Fprintf(out, "failed  %s  %s\n", address, fault)
		case target != "":
			moved++
			fmt.Fprintf(out, "moved   %s  to %s\n", address, target)
		}
	}
	fmt.Fprintf(out, "%d addresses: %d failed, %d moved\n", len(all), failed, moved)
	return failed, nil
}

// ask returns the reason why an address fails, or the address to which it has moved permanently;
// both are empty if it answers.
func (a asker) ask(address string) (fault, target string) {
	status, target, err := a.request(http.MethodHead, address)
	if slices.Contains([]int{http.StatusForbidden, http.StatusMethodNotAllowed, http.StatusNotImplemented}, status) {
		time.Sleep(a.pause)
		status, target, err = a.request(http.MethodGet, address)
	}
	switch {
	case err != nil:
		if inner := new(url.Error); errors.As(err, &inner) {
			err = inner.Err
		}
		return err.Error(), ""
	case status >= http.StatusBadRequest:
		return fmt.Sprint(status, " ", http.StatusText(status)), ""
	}
	return "", target
}

func (a asker) request(method, address string) (status int, target string, err error) {
	request, err := http.NewRequest(method, address, nil)
	if err != nil {
		return 0, "", err
	}
	request.Header.Set("User-Agent", "summit-notes (https://github.com/cloudfoundry-community/cf-summit-notes-plugin)")
	client, forGood := *a.client, true
	client.CheckRedirect = func(next *http.Request, via []*http.Request) error {
		if len(via) == 10 {
			return errors.New("10 redirections")
		}
		code := next.Response.StatusCode
		forGood = forGood && (code == http.StatusMovedPermanently || code == http.StatusPermanentRedirect)
		if forGood {
			target = next.URL.String()
		}
		return nil
	}
	response, err := client.Do(request)
	if err != nil {
		return 0, "", err
	}
	return response.StatusCode, target, response.Body.Close()
}

// addresses returns all addresses in the answers, each once, sorted by host. Photos that are known
// to be lost are omitted.
func addresses(answer func(flag string) ([]byte, error)) ([]*url.URL, error) {
	var all []*url.URL
	for _, flag := range []string{"--list-sessions", "--list-topics", "--talks"} {
		content, err := answer(flag)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", flag, err)
		}
		var decoded any
		if err := json.Unmarshal(content, &decoded); err != nil {
			return nil, fmt.Errorf("%s: %w", flag, err)
		}
		collect(decoded, &all)
	}
	order := func(a, b *url.URL) int {
		return strings.Compare(a.Host+" "+a.String(), b.Host+" "+b.String())
	}
	slices.SortFunc(all, order)
	return slices.CompactFunc(all, func(a, b *url.URL) bool { return order(a, b) == 0 }), nil
}

// collect appends each string in a JSON value that is an address and nothing else.
func collect(value any, all *[]*url.URL) {
	switch value := value.(type) {
	case string:
		address, err := url.Parse(value)
		if err == nil && (address.Scheme == "http" || address.Scheme == "https") && address.Host != "" {
			address.Fragment = ""
			*all = append(*all, address)
		}
	case []any:
		for _, inner := range value {
			collect(inner, all)
		}
	case map[string]any:
		if value["available"] == false {
			return
		}
		for _, inner := range value {
			collect(inner, all)
		}
	}
}
