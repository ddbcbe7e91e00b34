package main_test

import (
	"debug/buildinfo"
	"debug/macho"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
)

var distFolder = flag.String("dist", "", "test the release that make dist has written into this folder")

// A release is a folder of published files.
type release struct {
	folder  string
	version string
	list    string // the plugin repository
	url     string // address of the programs in the list
}

func readRelease(t *testing.T, folder string) release {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(folder, "list"))
	if err != nil {
		t.Fatal(err)
	}
	var list struct {
		Plugins []struct {
			Version  string
			Binaries []struct{ URL string }
		}
	}
	if err := json.Unmarshal(content, &list); err != nil {
		t.Fatal(err)
	}
	plugin := list.Plugins[0]
	return release{folder, plugin.Version, string(content), strings.TrimSuffix(plugin.Binaries[0].URL, "/"+path.Base(plugin.Binaries[0].URL))}
}

// makeRelease returns a release in which every program is the one for this machine.
func makeRelease(t *testing.T, version string) release {
	t.Helper()
	folder, dist := t.TempDir(), filepath.Join(scratch, "dist")
	program := filepath.Join(folder, "summit-notes")
	if err := runMake("build", "BINARY="+program, "VERSION="+version, "COMMIT=test"); err != nil {
		t.Fatal(err)
	}
	for _, platform := range []string{
		"darwin_amd64", "darwin_arm64", "linux_386", "linux_amd64", "linux_arm64", "windows_386.exe", "windows_amd64.exe",
	} {
		if err := os.Link(program, filepath.Join(folder, "summit-notes_"+version+"_"+platform)); err != nil {
			t.Fatal(err)
		}
	}
	for _, cmd := range []*exec.Cmd{
		exec.Command("go", "build", "-C", ".tools/dist", "-buildvcs=false", "-o", dist, "."),
		exec.Command(dist, "-version", version, "-url", "https://host/v"+version, folder),
	} {
		cmd.Dir = ".."
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", cmd, err, out)
		}
	}
	return readRelease(t, folder)
}

// A repository is a local server of releases. As on GitHub, a redirection leads to the newest.
type repository struct {
	*httptest.Server
	files *http.ServeMux
	list  atomic.Value
}

func newRepository(t *testing.T) *repository {
	t.Helper()
	repo := &repository{files: http.NewServeMux()}
	repo.files.Handle("/latest/list", http.RedirectHandler("/list", http.StatusFound))
	repo.files.HandleFunc("/list", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, repo.list.Load().(string)) })
	repo.Server = httptest.NewServer(repo.files)
	t.Cleanup(repo.Close)
	return repo
}

// publish adds a release and makes it the newest.
func (repo *repository) publish(r release) {
	dir := "/v" + r.version
	repo.files.Handle(dir+"/", http.StripPrefix(dir, http.FileServer(http.Dir(r.folder))))
	repo.list.Store(strings.ReplaceAll(r.list, r.url, repo.URL+dir))
}

// TestReleaseInRealCF installs, upgrades and removes a release, as users do.
func TestReleaseInRealCF(t *testing.T) {
	var older release
	if *distFolder != "" {
		older = readRelease(t, *distFolder)
	} else {
		older = makeRelease(t, "1.2.3")
	}
	newer := makeRelease(t, "99.0.0")
	for _, cf := range hosts {
		t.Run(cf.name, func(t *testing.T) {
			t.Parallel()
			h, repo := newHost(t, cf.cf), newRepository(t)
			repo.publish(older)
			// `cf plugins --outdated` asks all repositories; the default one is on the network.
			wantInOutput(t, h.run(t, "remove-plugin-repo", "CF-Community"), "OK")
			wantInOutput(t, h.run(t, "add-plugin-repo", "summit", repo.URL+"/latest"), "summit")
			wantInOutput(t, h.run(t, "repo-plugins"), `(?m)^summit-notes   `+older.version+`   +Show what was said`)
			install := []string{"install-plugin", "-f", "-r", "summit", "summit-notes"}
			wantInOutput(t, h.run(t, install...), `Plugin summit-notes `+older.version+` successfully installed\.`)
			answer := h.run(t, "summit-notes", "diego")
			wantResult(t, answer, run(t, command(t.TempDir(), built(t, summitNotes), "diego")))
			if got := h.run(t, "plugins", "--outdated"); got.status != 0 || strings.Contains(got.stdout, "summit-notes ") {
				t.Errorf("the newest release is outdated: %s", got)
			}

			repo.publish(newer)
			wantInOutput(t, h.run(t, "plugins", "--outdated"), `(?m)^summit-notes   `+older.version+` +`+newer.version+`$`)
			wantInOutput(t, h.run(t, install...), `Plugin summit-notes `+newer.version+` successfully installed\.`)
			wantResult(t, h.run(t, "summit-notes", "diego"), answer)
			wantInOutput(t, h.run(t, "uninstall-plugin", "summit-notes"), `Plugin summit-notes `+newer.version+` successfully uninstalled\.`)
			if got, want := h.plugins(t), []string{"config.json"}; !slices.Equal(got, want) {
				t.Errorf("plugin files %q, want %q", got, want)
			}
		})
	}
}

func wantInOutput(t *testing.T, got result, pattern string) {
	t.Helper()
	if got.status != 0 || !regexp.MustCompile(pattern).MatchString(got.stdout) {
		t.Errorf("got %s\nwant status 0 and a match of %s", got, pattern)
	}
}

// TestReleaseMaterials checks licences that are easily misidentified.
func TestReleaseMaterials(t *testing.T) {
	r := makeRelease(t, "1.2.3")
	content, err := os.ReadFile(filepath.Join(r.folder, "summit-notes_1.2.3_sbom.cdx.json"))
	if err != nil {
		t.Fatal(err)
	}
	var bom struct {
		Components []struct {
			Name     string
			Licenses []struct{ License struct{ ID string } }
		}
	}
	if err := json.Unmarshal(content, &bom); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, c := range bom.Components {
		got[c.Name] = fmt.Sprint(c.Licenses)
	}
	for module, want := range map[string]string{
		"go.yaml.in/yaml/v3": "[{{Apache-2.0}} {{MIT}}]",
		"golang.org/x/term":  "[{{BSD-3-Clause}}]",
		"stdlib":             "[{{BSD-3-Clause}}]",
	} {
		if got[module] != want {
			t.Errorf("%s: got %q, want %q", module, got[module], want)
		}
	}
}

// TestReleasePrograms checks the programs of `make dist`, one for each platform.
func TestReleasePrograms(t *testing.T) {
	if *distFolder == "" {
		t.Skip("make dist-check runs this test")
	}
	r := readRelease(t, *distFolder)
	for _, suffix := range []string{
		"linux_386", "linux_amd64", "linux_arm64", "macos", "windows_386.exe", "windows_amd64.exe", "windows_arm64.exe",
	} {
		program := filepath.Join(r.folder, "summit-notes_"+r.version+"_"+suffix)
		limit, platform := int64(maxSize), strings.TrimSuffix(suffix, ".exe")
		if suffix == "macos" {
			limit, platform = 2*limit, "darwin_amd64"
			if fat, err := macho.OpenFat(program); err != nil || len(fat.Arches) != 2 || fat.Arches[1].Cpu != macho.CpuArm64 {
				t.Errorf("%s: %v, want a program for Intel and one for ARM", suffix, err)
			}
		}
		info, err := buildinfo.ReadFile(program)
		if err != nil {
			t.Fatal(err)
		}
		settings := map[string]string{}
		for _, s := range info.Settings {
			settings[s.Key] = s.Value
		}
		if got := settings["GOOS"] + "_" + settings["GOARCH"]; got != platform {
			t.Errorf("%s is for %s", suffix, got)
		}
		if got := size(t, program); got > limit {
			t.Errorf("%s has %d bytes, want at most %d", suffix, got, limit)
		}
		if platform == runtime.GOOS+"_"+runtime.GOARCH {
			wantInOutput(t, run(t, command(t.TempDir(), program, "--version")), `^summit-notes `+r.version+` \(commit [0-9a-f]{12}, go`)
		}
	}
}
