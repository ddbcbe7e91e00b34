// Command dist turns the programs of a release into a folder that can be published: one program
// for both kinds of Mac, a plugin repository for cf, an entry for the official index, the
// licences of all compiled packages, a bill of materials and checksums. The same programs and
// arguments give the same bytes.
//
//	dist -version X.Y.Z -url URL                           checks the version and the address, which can be done before a build
//	dist -version X.Y.Z -url URL -updated SECONDS FOLDER   completes a folder of programs
package main

import (
	"flag"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

func main() {
	var r release
	flag.StringVar(&r.version, "version", "", "three numbers: 1.2.3")
	flag.StringVar(&r.url, "url", "", "`address` of the folder in which the files will be")
	updated := flag.Int64("updated", 0, "Unix `time` of the commit")
	flag.Parse()
	r.url, r.updated = strings.TrimRight(r.url, "/"), time.Unix(*updated, 0).UTC().Truncate(24*time.Hour)
	err := r.check()
	if err == nil && flag.NArg() > 0 {
		r.folder = flag.Arg(0)
		err = r.complete()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "make dist:", err)
		os.Exit(1)
	}
}

type release struct {
	version string
	url     string    // without a slash at the end
	updated time.Time // a day, as in nearly all of the official index
	folder  string
	modules []module // sorted by path
}

// complete adds all other published files to the folder of programs.
func (r *release) complete() error {
	for _, step := range []func() error{
		r.findModules, r.writeUniversal, r.writeLicenses, r.writeMaterials, r.writeList, r.writeEntry, r.writeSums,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// file returns the path of a file with the version in its name.
func (r *release) file(suffix string) string {
	return filepath.Join(r.folder, name+"_"+r.version+"_"+suffix)
}

var versionForm = regexp.MustCompile(`^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$`)

// check returns an error, with its remedy, if cf or the official index would reject the release.
func (r *release) check() error {
	if !versionForm.MatchString(r.version) {
		return fmt.Errorf("version %q is not accepted by cf; use three numbers: VERSION=1.2.3", r.version)
	}
	example := "URL=https://host/path/v" + r.version
	if r.url == "" {
		return fmt.Errorf("cf needs the address of the programs; name the folder: %s", example)
	}
	address, err := url.Parse(r.url)
	if err != nil || address.Host == "" || address.User != nil || address.RawQuery != "" || address.Fragment != "" {
		return fmt.Errorf("%q is not the address of a folder; use one like this: %s", r.url, example)
	}
	if address.Scheme != "https" && !(address.Scheme == "http" && isLoopback(address.Hostname())) {
		return fmt.Errorf("%q is not https; only this machine may be reached by http: %s", r.url, example)
	}
	if !regexp.MustCompile(`(^|[^0-9.])` + regexp.QuoteMeta(r.version) + `([^0-9.]|$)`).MatchString(address.Path) {
		return fmt.Errorf("%q lacks the version, so the next release would replace this one: %s", r.url, example)
	}
	return nil
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
