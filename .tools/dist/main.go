// Command dist writes what is published beside the programs of a release, so that cf can install them and their users can
// check them. The same programs and arguments give the same bytes.
//
//	dist check               whether the version and the address can be released
//	dist sbom <BOM >SBOM     a software bill of materials for this version, from what cyclonedx-gomod says of the module
//	dist universal FILE      a universal binary for macOS, with its programs in one order
//	dist index FOLDER        the plugin repository, the entry for the official index and the sums of a folder of programs
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"regexp"
	"strings"
	"time"
)

const usage = "usage: dist check|sbom|universal|index -version X.Y.Z -url URL -created UNIX -updated UNIX [FILE|FOLDER]"

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "make dist:", err)
		os.Exit(1)
	}
}

// A release is what the arguments say of it.
type release struct {
	version string // x.y.z
	base    string // the address of the folder in which all files will be, without a slash at its end
	created time.Time
	updated time.Time
}

func run(args []string, stdin io.Reader, stdout io.Writer) error {
	if len(args) == 0 {
		return errors.New(usage)
	}
	flags := flag.NewFlagSet("dist", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	version := flags.String("version", "", "")
	base := flags.String("url", "", "")
	created := flags.Int64("created", 0, "")
	updated := flags.Int64("updated", 0, "")
	if err := flags.Parse(args[1:]); err != nil {
		return fmt.Errorf("%w\n%s", err, usage)
	}
	r := release{
		version: *version,
		base:    strings.TrimRight(*base, "/"),
		created: time.Unix(*created, 0).UTC(),
		updated: time.Unix(*updated, 0).UTC(),
	}
	if err := r.check(); err != nil {
		return err
	}
	switch {
	case args[0] == "check" && flags.NArg() == 0:
		return nil
	case args[0] == "sbom" && flags.NArg() == 0:
		return r.writeSBOM(stdout, stdin)
	case args[0] == "universal" && flags.NArg() == 1:
		return orderHalves(flags.Arg(0))
	case args[0] == "index" && flags.NArg() == 1:
		return r.writeIndex(flags.Arg(0))
	}
	return errors.New(usage)
}

var versionForm = regexp.MustCompile(`^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$`)

// check returns what the official index would refuse, with the remedy.
func (r release) check() error {
	if !versionForm.MatchString(r.version) {
		return fmt.Errorf("%q is no version that cf knows; three numbers are one: VERSION=1.2.3", r.version)
	}
	example := "URL=https://host/path/v" + r.version
	if r.base == "" {
		return fmt.Errorf("cf must know where the programs will be; name the folder: %s", example)
	}
	address, err := url.Parse(r.base)
	if err != nil || address.Host == "" || address.User != nil || address.RawQuery != "" || address.Fragment != "" {
		return fmt.Errorf("%q is not the address of a folder; one looks like this: %s", r.base, example)
	}
	if address.Scheme != "https" && !(address.Scheme == "http" && isLoopback(address.Hostname())) {
		return fmt.Errorf("%q is not https, and this machine alone may do without: %s", r.base, example)
	}
	if !regexp.MustCompile(`(^|[^0-9.])` + regexp.QuoteMeta(r.version) + `([^0-9.]|$)`).MatchString(address.Path) {
		return fmt.Errorf("%q lacks the version, so the next release would take its place: %s", r.base, example)
	}
	return nil
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
