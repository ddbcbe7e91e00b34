package main_test

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"hash"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
)

var distFolder = flag.String("dist", "", "test the release that make dist has written into this folder")

// describe is the program with which make dist writes what is published beside the programs.
var describe = sync.OnceValues(func() (string, error) {
	program := filepath.Join(scratch, "describe")
	cmd := exec.Command("go", "build", "-C", filepath.Join("..", ".tools", "dist"), "-buildvcs=false", "-o", program, ".")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%s: %w\n%s", cmd, err, out)
	}
	return program, nil
})

// releases are folders of programs, without what is published beside them. Where make dist has not made the older one, both hold
// this machine's program under the names of all.
var releases = sync.OnceValues(func() ([2]release, error) {
	older, newer := release{version: "1.2.3"}, release{version: "99.0.0"}
	var err error
	if *distFolder != "" {
		older.programs = *distFolder
		if older.version, err = distVersion(*distFolder); err != nil {
			return [2]release{}, err
		}
	} else if older.programs, err = onePlatform(older.version); err != nil {
		return [2]release{}, err
	}
	newer.programs, err = onePlatform(newer.version)
	return [2]release{older, newer}, err
})

type release struct {
	version  string
	programs string // the folder
}

// suffixes are the ends of the programs' names.
var suffixes = []string{
	"linux_386", "linux_amd64", "linux_arm64", "macos", "windows_386.exe", "windows_amd64.exe", "windows_arm64.exe",
}

func onePlatform(version string) (folder string, err error) {
	folder = filepath.Join(scratch, "release-"+version)
	program := filepath.Join(folder, "summit-notes")
	if err := runMake("build", "BINARY="+program, "VERSION="+version, "COMMIT=test"); err != nil {
		return "", err
	}
	for _, suffix := range suffixes {
		if err := os.Link(program, filepath.Join(folder, "summit-notes_"+version+"_"+suffix)); err != nil {
			return "", err
		}
	}
	return folder, os.Remove(program)
}

func distVersion(folder string) (string, error) {
	content, err := os.ReadFile(filepath.Join(folder, "list"))
	if err != nil {
		return "", err
	}
	var list index
	if err := json.Unmarshal(content, &list); err != nil || len(list.Plugins) != 1 {
		return "", fmt.Errorf("%s has %d plugins: %v", folder, len(list.Plugins), err)
	}
	return list.Plugins[0].Version, nil
}

// An index is a plugin repository, in the form of cf's as well as in that of the official index.
type index struct {
	Plugins []indexed `json:"plugins" yaml:"plugins"`
}

type indexed struct {
	Authors []struct {
		Name     string `json:"name" yaml:"name"`
		Homepage string `json:"homepage" yaml:"homepage"`
		Contact  string `json:"contact" yaml:"contact,omitempty"`
	} `json:"authors" yaml:"authors"`
	Binaries []struct {
		Checksum string `json:"checksum" yaml:"checksum"`
		Platform string `json:"platform" yaml:"platform"`
		URL      string `json:"url" yaml:"url"`
	} `json:"binaries" yaml:"binaries"`
	Company     string    `json:"company" yaml:"company"`
	Created     time.Time `json:"created" yaml:"created"`
	Description string    `json:"description" yaml:"description"`
	Homepage    string    `json:"homepage" yaml:"homepage"`
	Name        string    `json:"name" yaml:"name"`
	Updated     time.Time `json:"updated" yaml:"updated"`
	Version     string    `json:"version" yaml:"version"`
}

// A repository is a server of releases on this machine. As on GitHub, what is below latest/ is elsewhere.
type repository struct {
	*httptest.Server
	root string
}

func newRepository(t *testing.T) repository {
	t.Helper()
	root := t.TempDir()
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(root)))
	mux.Handle("/latest/", http.StripPrefix("/latest", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, r.URL.Path, http.StatusFound)
	})))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return repository{server, root}
}

// publish makes a release the one that cf finds, and returns its folder. The older ones stay where they were.
func (repo repository) publish(t *testing.T, r release) (folder string) {
	t.Helper()
	folder = filepath.Join(repo.root, "v"+r.version)
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, suffix := range suffixes {
		name := "summit-notes_" + r.version + "_" + suffix
		program, err := os.ReadFile(filepath.Join(r.programs, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), program, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(built(t, describe), "index", "-version", r.version, "-url", repo.URL+"/v"+r.version,
		"-created", "1464134400", "-updated", "1464220799", folder)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", cmd, err, out)
	}
	repo.list(t, read(t, filepath.Join(folder, "list")))
	return folder
}

// list has cf find what a list says.
func (repo repository) list(t *testing.T, list []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(repo.root, "list"), list, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestReleaseInRealCF(t *testing.T) {
	tests := []struct {
		name string
		run  func(*testing.T, host, repository, [2]release)
	}{
		{"install and upgrade", installsAndUpgrades},
		{"changed program", refusesChangedProgram},
		{"platform", namesMissingPlatform},
	}
	both, err := releases()
	if err != nil {
		t.Fatal(err)
	}
	for _, cf := range hosts {
		for _, test := range tests {
			t.Run(cf.name+"/"+test.name, func(t *testing.T) {
				t.Parallel()
				h, repo := newHost(t, cf.cf), newRepository(t)
				repo.publish(t, both[0])
				// The repository that cf knows by itself is on the network, and `cf plugins --outdated` asks all.
				wantInOutput(t, h.run(t, "remove-plugin-repo", "CF-Community"), "OK")
				wantInOutput(t, h.run(t, "add-plugin-repo", "summit", repo.URL+"/latest"), "summit")
				test.run(t, h, repo, both)
			})
		}
	}
}

// installsAndUpgrades goes the way of a user from the first sight of the plugin to its end.
func installsAndUpgrades(t *testing.T, h host, repo repository, both [2]release) {
	older, newer := both[0], both[1]
	wantInOutput(t, h.run(t, "repo-plugins"), `(?m)^summit-notes   `+older.version+`   +Show what was said about a topic at Cloud Foundry Summit$`)
	installFromRepository := []string{"install-plugin", "-f", "-r", "summit", "summit-notes"}
	wantInOutput(t, h.run(t, installFromRepository...), `Plugin summit-notes `+older.version+` successfully installed\.`)
	answer := h.run(t, "summit-notes", "diego")
	wantResult(t, answer, run(t, command(t.TempDir(), built(t, summitNotes), "diego")))
	if got := h.run(t, "plugins", "--outdated"); got.status != 0 || strings.Contains(got.stdout, "summit-notes ") {
		t.Errorf("the newest is outdated: %s", got)
	}

	repo.publish(t, newer)
	wantInOutput(t, h.run(t, "plugins", "--outdated"), `(?m)^summit-notes   `+older.version+` +`+newer.version+`$`)
	wantInOutput(t, h.run(t, installFromRepository...), `Plugin summit-notes `+newer.version+` successfully installed\.`)
	wantResult(t, h.run(t, "summit-notes", "diego"), answer)
	wantInOutput(t, h.run(t, "summit-notes", "--version"), `^summit-notes `+newer.version+` \(commit test, go`)

	// What the program says of itself is what the index says of it.
	list := decodeList(t, read(t, filepath.Join(repo.root, "list")))
	wantInOutput(t, h.run(t, "plugins", "--checksum"),
		`(?m)^`+list.Name+`   `+list.Version+` +`+checksumFor(t, list, runtime.GOOS, runtime.GOARCH)+`$`)
	wantInOutput(t, h.run(t, "plugins"), `(?m)^`+list.Name+` .* `+list.Description+`$`)

	wantInOutput(t, h.run(t, "uninstall-plugin", "summit-notes"), `Plugin summit-notes `+newer.version+` successfully uninstalled\.`)
	if got, want := h.plugins(t), []string{"config.json"}; !slices.Equal(got, want) {
		t.Errorf("after: plugin files %q, want %q", got, want)
	}
}

func refusesChangedProgram(t *testing.T, h host, repo repository, both [2]release) {
	for _, suffix := range suffixes {
		file := filepath.Join(repo.root, "v"+both[0].version, "summit-notes_"+both[0].version+"_"+suffix)
		program := read(t, file)
		program[len(program)-1] ^= 1
		if err := os.WriteFile(file, program, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got := h.run(t, "install-plugin", "-f", "-r", "summit", "summit-notes")
	if got.status != 1 || !strings.Contains(got.stderr, "checksum does not match") {
		t.Errorf("cf install-plugin: %s\nwant status 1 and a word about the checksum", got)
	}
	wantNothingInstalled(t, h)
}

func namesMissingPlatform(t *testing.T, h host, repo repository, both [2]release) {
	file := filepath.Join(repo.root, "v"+both[0].version, "list")
	repo.list(t, regexp.MustCompile(`"platform": ".*"`).ReplaceAll(read(t, file), []byte(`"platform": "os2"`)))
	got := h.run(t, "install-plugin", "-f", "-r", "summit", "summit-notes")
	if got.status != 1 || !strings.Contains(got.stderr, "no binary available for your platform") {
		t.Errorf("cf install-plugin: %s\nwant status 1 and a word about the platform", got)
	}
	wantNothingInstalled(t, h)
}

func wantNothingInstalled(t *testing.T, h host) {
	t.Helper()
	if got := h.run(t, "plugins"); got.status != 0 || strings.Contains(got.stdout, "summit-notes ") {
		t.Errorf("cf plugins: %s\nwant no summit-notes", got)
	}
}

func wantInOutput(t *testing.T, got result, pattern string) {
	t.Helper()
	if got.status != 0 || !regexp.MustCompile(pattern).MatchString(got.stdout) {
		t.Errorf("got %s\nwant status 0 and a match of %s", got, pattern)
	}
}

// cfPlatforms are cf's names for platforms; where it has none it asks for the empty one.
var cfPlatforms = map[string]string{
	"linux/amd64": "linux64", "linux/386": "linux32", "windows/amd64": "win64", "windows/386": "win32",
	"darwin/amd64": "osx", "darwin/arm64": "osx",
}

func checksumFor(t *testing.T, plugin indexed, goos, goarch string) string {
	t.Helper()
	for _, b := range plugin.Binaries {
		if b.Platform == cfPlatforms[goos+"/"+goarch] {
			return b.Checksum
		}
	}
	t.Fatalf("the index has nothing for %s/%s", goos, goarch)
	return ""
}

func decodeList(t *testing.T, content []byte) indexed {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.DisallowUnknownFields()
	var list index
	if err := decoder.Decode(&list); err != nil || len(list.Plugins) != 1 {
		t.Fatalf("%d plugins, %v, in\n%s", len(list.Plugins), err, content)
	}
	return list.Plugins[0]
}

func TestReleaseFiles(t *testing.T) {
	both, err := releases()
	if err != nil {
		t.Fatal(err)
	}
	version := both[0].version
	repo := newRepository(t)
	folder := repo.publish(t, both[0])

	entry := read(t, filepath.Join(folder, "repo-index-entry.yml"))
	if faults := indexFaults(entry, onThisMachine, download); len(faults) > 0 {
		t.Errorf("repo-index-entry.yml:\n%s\n%s", strings.Join(faults, "\n"), entry)
	}

	var official index
	if err := yaml.Unmarshal(entry, &official); err != nil {
		t.Fatal(err)
	}
	list := decodeList(t, read(t, filepath.Join(folder, "list")))
	last := len(list.Binaries) - 1
	arm := list.Binaries[last]
	if want := repo.URL + "/v" + version + "/summit-notes_" + version + "_linux_arm64"; arm.Platform != "" || arm.URL != want {
		t.Errorf("list: the last program is %+v, want the platform \"\" and %s", arm, want)
	}
	list.Binaries = list.Binaries[:last]
	if diff := cmp.Diff(official.Plugins[0], list); diff != "" {
		t.Errorf("list without linux/arm64, next to the entry:\n%s", diff)
	}

	wantSums(t, folder, "SHA256SUMS", sha256.New)
	wantSums(t, folder, "SHA1SUMS", sha1.New)
}

// wantSums looks for a line on each file but the sums, of the form that sha256sum and its like read.
func wantSums(t *testing.T, folder, file string, newHash func() hash.Hash) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), "SUMS") {
			continue
		}
		h := newHash()
		h.Write(read(t, filepath.Join(folder, entry.Name())))
		fmt.Fprintf(&want, "%x  %s\n", h.Sum(nil), entry.Name())
	}
	if diff := cmp.Diff(want.String(), string(read(t, filepath.Join(folder, file)))); diff != "" {
		t.Errorf("%s:\n%s", file, diff)
	}
}

type schemes int

const (
	anywhere      schemes = iota // https, as the official index demands
	onThisMachine                // http is well on the loopback
)

var (
	officialPlatforms = []string{"osx", "linux32", "linux64", "win32", "win64"}
	strictVersion     = regexp.MustCompile(`^\d+\.\d+\.\d+$`)
	dateInEntry       = regexp.MustCompile(`(?m)^  (created|updated): \d{4}-\d\d-\d\dT00:00:00Z$`)
	entryKeys         = []string{"authors", "binaries", "company", "created", "description", "homepage", "name", "updated", "version"}
)

// indexFaults returns what the tests of the official index would say of an entry, those included that download the programs.
func indexFaults(entry []byte, allowed schemes, download func(address string) ([]byte, error)) []string {
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }

	var parsed index
	decoder := yaml.NewDecoder(bytes.NewReader(entry))
	decoder.KnownFields(true)
	if err := decoder.Decode(&parsed); err != nil || len(parsed.Plugins) != 1 {
		return []string{fmt.Sprintf("%d plugins: %v", len(parsed.Plugins), err)}
	}
	var keys []string
	for _, match := range regexp.MustCompile(`(?m)^[ -] (\w+):`).FindAllSubmatch(entry, -1) {
		keys = append(keys, string(match[1]))
	}
	if !slices.Equal(keys, entryKeys) {
		fault("keys %q, want %q", keys, entryKeys)
	}
	if n := len(dateInEntry.FindAll(entry, -1)); n != 2 {
		fault("%d dates of the form of the index, want 2", n)
	}
	plugin := parsed.Plugins[0]
	if !strictVersion.MatchString(plugin.Version) {
		fault("version %q", plugin.Version)
	}
	if len(plugin.Authors) == 0 || plugin.Authors[0].Name == "" {
		fault("no author")
	}
	if plugin.Created.After(plugin.Updated) {
		fault("created %s, after its update %s", plugin.Created, plugin.Updated)
	}
	for _, b := range plugin.Binaries {
		if !slices.Contains(officialPlatforms, b.Platform) {
			fault("platform %q", b.Platform)
		}
		address, err := url.Parse(b.URL)
		if err != nil {
			fault("%v", err)
			continue
		}
		loopback := allowed == onThisMachine && net.ParseIP(address.Hostname()).IsLoopback()
		if address.Scheme != "https" && !loopback {
			fault("%s is not https", b.URL)
		}
		if !strings.Contains(b.URL, plugin.Version) {
			fault("%s lacks the version", b.URL)
		}
		if got, err := download(b.URL); err != nil {
			fault("%v", err)
		} else if sum := sha1.Sum(got); b.Checksum != hex.EncodeToString(sum[:]) {
			fault("%s has not the checksum %s", b.URL, b.Checksum)
		}
	}
	return faults
}

func download(address string) ([]byte, error) {
	response, err := http.Get(address)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", address, response.Status)
	}
	return io.ReadAll(response.Body)
}

func TestReleaseIndexFaults(t *testing.T) {
	repo := newRepository(t)
	if err := os.WriteFile(filepath.Join(repo.root, "p-1.2.3"), []byte("program"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(repo.root, "p"), []byte("program"), 0o644); err != nil {
		t.Fatal(err)
	}
	valid := `plugins:
- authors:
  - homepage: https://example.org
    name: Somebody
  binaries:
  - checksum: 2f9e5d51bb4d2cc28e0e11c7d9dc7a2a3b1f3a2b
    platform: linux64
    url: ` + repo.URL + `/p-1.2.3
  company: null
  created: 2016-05-25T00:00:00Z
  description: Something
  homepage: https://example.org
  name: p
  updated: 2016-05-26T00:00:00Z
  version: 1.2.3
`
	sum := sha1.Sum([]byte("program"))
	valid = strings.Replace(valid, "2f9e5d51bb4d2cc28e0e11c7d9dc7a2a3b1f3a2b", hex.EncodeToString(sum[:]), 1)
	tests := []struct {
		name     string
		old, new string
		allowed  schemes
		want     string
	}{
		{"valid", "", "", onThisMachine, ""},
		{"http", "", "", anywhere, "is not https"},
		{"version", "version: 1.2.3", "version: 1.2.3-rc.1", onThisMachine, `version "1.2.3-rc.1"`},
		{"no version in the address", "/p-1.2.3", "/p", onThisMachine, "lacks the version"},
		{"platform", "linux64", "linux-arm64", onThisMachine, `platform "linux-arm64"`},
		{"checksum", "checksum: ", "checksum: 0", onThisMachine, "has not the checksum"},
		{"no program", "/p-1.2.3", "/q-1.2.3", onThisMachine, "404"},
		{"order", "  company: null\n", "", onThisMachine, "keys"},
		{"unknown key", "company", "firm", onThisMachine, "firm"},
		{"date", "2016-05-25T00:00:00Z", "2016-05-25", onThisMachine, "1 dates"},
		{"dates the wrong way round", "2016-05-25", "2017-05-25", onThisMachine, "after its update"},
		{"author", "name: Somebody", "name: ''", onThisMachine, "no author"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := strings.Join(indexFaults([]byte(strings.Replace(valid, test.old, test.new, 1)), test.allowed, download), "\n")
			if (got == "") != (test.want == "") || !strings.Contains(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestReleaseRefuses(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"version", []string{"VERSION=1.2", "URL=https://host/v1.2"}, "VERSION=1.2.3"},
		{"version with a v", []string{"VERSION=v1.2.3", "URL=https://host/v1.2.3"}, "VERSION=1.2.3"},
		{"candidate", []string{"VERSION=1.2.3-rc.1", "URL=https://host/v1.2.3-rc.1"}, "VERSION=1.2.3"},
		{"leading zero", []string{"VERSION=1.02.3", "URL=https://host/v1.02.3"}, "VERSION=1.2.3"},
		{"no address", []string{"VERSION=1.2.3"}, "URL=https://host/path/v1.2.3"},
		{"not secure", []string{"VERSION=1.2.3", "URL=http://host/v1.2.3"}, "not https"},
		{"no host", []string{"VERSION=1.2.3", "URL=v1.2.3"}, "not the address of a folder"},
		{"version not in the address", []string{"VERSION=1.2.3", "URL=https://host/v11.2.3"}, "lacks the version"},
		{"dirty tree", []string{"VERSION=1.2.3", "URL=https://host/v1.2.3"}, "commit or stash"},
	}
	repo := copyOfRepository(t)
	if err := os.WriteFile(filepath.Join(repo, "new.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := runMakeIn(repo, append([]string{"dist"}, test.args...)...)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want a failure that says %q", err, test.want)
			}
		})
	}
}

// TestReleaseReproducible shows what make dist relies on: neither the folder nor the machine's user are in the program. With
// nothing cached and for all platforms, make dist-check shows it.
func TestReleaseReproducible(t *testing.T) {
	var programs [2][]byte
	for i := range programs {
		repo := copyOfRepository(t)
		if err := runMakeIn(repo, "build", "VERSION=1.2.3", "COMMIT=test"); err != nil {
			t.Fatal(err)
		}
		programs[i] = read(t, filepath.Join(repo, ".build", "summit-notes"))
		if bytes.Contains(programs[i], []byte(repo)) {
			t.Errorf("the program names %s", repo)
		}
	}
	if !bytes.Equal(programs[0], programs[1]) {
		t.Error("the same source in two folders gives two programs")
	}
}

// copyOfRepository returns a repository of one commit that holds what this work tree holds.
func copyOfRepository(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	files := command(dir, "git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
	files.Dir = ".."
	out, err := files.Output()
	if err != nil {
		t.Fatalf("%s: %v", files, err)
	}
	for name := range strings.SplitSeq(strings.TrimRight(string(out), "\x00"), "\x00") {
		content, err := os.ReadFile(filepath.Join("..", name))
		if os.IsNotExist(err) {
			continue // deleted, not committed yet
		}
		if err != nil {
			t.Fatal(err)
		}
		target := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(target, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{
		{"init", "--quiet"},
		{"add", "--all"},
		{"-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message", "test"},
	} {
		cmd := command(dir, "git", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", cmd, err, out)
		}
	}
	return dir
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
