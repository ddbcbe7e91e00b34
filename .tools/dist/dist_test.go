package main

import (
	"archive/tar"
	"compress/gzip"
	"crypto/sha256"
	"debug/macho"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"code.cloudfoundry.org/cli-plugin-repo/sort/yamlsorter"
)

func TestCheck(t *testing.T) {
	for _, c := range []struct{ version, url, want string }{
		{"1.2.3", "https://host/path/v1.2.3", ""},
		{"1.2.3", "http://127.0.0.1:8000/1.2.3", ""},
		{"1.2.3", "http://localhost/1.2.3", ""},
		{"1.2", "https://host/v1.2", "VERSION=1.2.3"},
		{"v1.2.3", "https://host/v1.2.3", "VERSION=1.2.3"},
		{"1.2.3-rc.1", "https://host/v1.2.3-rc.1", "VERSION=1.2.3"},
		{"1.02.3", "https://host/v1.02.3", "VERSION=1.2.3"},
		{"1.2.3", "", "URL=https://host/path/v1.2.3"},
		{"1.2.3", "http://host/v1.2.3", "is not https"},
		{"1.2.3", "v1.2.3", "not the address of a folder"},
		{"1.2.3", "https://host/v1.2.3?x", "not the address of a folder"},
		{"1.2.3", "https://host/v11.2.3", "lacks the version"},
	} {
		r := release{version: c.version, url: c.url}
		if got := fmt.Sprint(r.check()); (c.want == "") != (got == "<nil>") || !strings.Contains(got, c.want) && c.want != "" {
			t.Errorf("version %q, url %q: got %s, want %q", c.version, c.url, got, c.want)
		}
	}
}

// TestComplete completes a folder with two small programs for macOS. The other programs are copies
// of this test.
func TestComplete(t *testing.T) {
	r := release{version: "1.2.3", url: "https://host/v1.2.3", updated: time.Date(2026, 12, 24, 0, 0, 0, 0, time.UTC), folder: t.TempDir()}
	this, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range downloads[1:] {
		if err := os.Symlink(this, r.file(d.suffix)); err != nil {
			t.Fatal(err)
		}
	}
	source := filepath.Join(t.TempDir(), "main.go")
	if err := os.WriteFile(source, []byte("package main\n\nfunc main() {}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, arch := range []string{"amd64", "arm64"} {
		build := exec.Command("go", "build", "-o", r.file("darwin_"+arch), source)
		build.Env = append(os.Environ(), "GOOS=darwin", "CGO_ENABLED=0", "GOARCH="+arch)
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	if err := r.complete(); err != nil {
		t.Fatal(err)
	}
	content := map[string]string{}
	files, err := os.ReadDir(r.folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(filepath.Join(r.folder, file.Name()))
		if err != nil {
			t.Fatal(err)
		}
		content[file.Name()] = string(text)
	}

	for _, file := range []string{"list", "repo-index-entry.yml"} {
		want, err := os.ReadFile(filepath.Join("testdata", file))
		if err != nil {
			t.Fatal(err)
		}
		if got := checksum.ReplaceAllString(content[file], "SHA-1"); got != string(want) {
			t.Errorf("%s: got\n%s\nwant\n%s", file, got, want)
		}
	}
	entry := content["repo-index-entry.yml"]
	if sorted, err := (yamlsorter.YAMLSorter{}).Sort([]byte(entry)); err != nil || string(sorted) != entry {
		t.Errorf("the program of the official index changes the entry to\n%s", sorted)
	}
	t.Run("sums", func(t *testing.T) {
		var want strings.Builder
		for _, file := range files {
			if name := file.Name(); name != "SHA256SUMS" {
				fmt.Fprintf(&want, "%x  %s\n", sha256.Sum256([]byte(content[name])), name)
			}
		}
		if got := content["SHA256SUMS"]; got != want.String() || strings.Contains(got, "darwin") {
			t.Errorf("got\n%s\nwant\n%s", got, &want)
		}
	})
	t.Run("universal", func(t *testing.T) {
		fat, err := macho.OpenFat(r.file("macos"))
		if err != nil {
			t.Fatal(err)
		}
		defer fat.Close()
		if len(fat.Arches) != 2 || fat.Arches[0].Cpu != macho.CpuAmd64 || fat.Arches[1].Cpu != macho.CpuArm64 {
			t.Errorf("got %v", fat.Arches)
		}
	})
	t.Run("licences", func(t *testing.T) {
		texts := unpack(t, content["summit-notes_1.2.3_licenses.tar.gz"])
		for _, want := range []string{"cyclonedx-go/LICENSE", "cyclonedx-go/NOTICE", "stdlib/LICENSE", "stdlib/PATENTS"} {
			if !slices.ContainsFunc(texts, func(name string) bool { return strings.HasSuffix(name, want) }) {
				t.Errorf("no %s in %q", want, texts)
			}
		}
	})
}

func unpack(t *testing.T, archive string) (names []string) {
	t.Helper()
	compressed, err := gzip.NewReader(strings.NewReader(archive))
	if err != nil {
		t.Fatal(err)
	}
	for files := tar.NewReader(compressed); ; {
		header, err := files.Next()
		if errors.Is(err, io.EOF) {
			return names
		}
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, header.Name)
	}
}

var checksum = regexp.MustCompile(`\b[0-9a-f]{40}\b`)
