package main

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"code.cloudfoundry.org/cli-plugin-repo/sort/yamlsorter"
	"code.cloudfoundry.org/cli-plugin-repo/web"
	"gopkg.in/yaml.v2"
)

const (
	name        = "summit-notes"
	description = "Show what was said about a Cloud Foundry topic"
	owner       = "Cloud Foundry Community"
	ownerPage   = "https://github.com/cloudfoundry-community"
	homepage    = ownerPage + "/cf-summit-notes-plugin"
)

// created is the day of the first commit.
var created = time.Date(2026, time.November, 22, 0, 0, 0, 0, time.UTC)

// downloads are the programs that cf can install from a repository, with the platform that cf asks
// for. On linux/arm64 and windows/arm64 cf asks for the empty string, which the official index
// rejects. It gets the program for Linux, because cf on Windows is nearly always an amd64 program.
var downloads = []struct{ suffix, platform string }{
	{"macos", "osx"},
	{"windows_amd64.exe", "win64"},
	{"windows_386.exe", "win32"},
	{"linux_386", "linux32"},
	{"linux_amd64", "linux64"},
	{"linux_arm64", ""},
}

func (r *release) binaries() ([]web.Binary, error) {
	var out []web.Binary
	for _, d := range downloads {
		program, err := os.ReadFile(r.file(d.suffix))
		if err != nil {
			return nil, err
		}
		out = append(out, web.Binary{
			Platform: d.platform, Url: r.url + "/" + filepath.Base(r.file(d.suffix)), Checksum: fmt.Sprintf("%x", sha1.Sum(program)),
		})
	}
	return out, nil
}

// writeList writes a plugin repository: the file "list", which cf requests below the address of a
// repository.
func (r *release) writeList() error {
	binaries, err := r.binaries()
	if err != nil {
		return err
	}
	out, err := json.MarshalIndent(web.PluginsJson{Plugins: []web.Plugin{{
		Name:        name,
		Description: description,
		Version:     r.version,
		Created:     created,
		Updated:     r.updated,
		Authors:     []web.Author{{Name: owner, Homepage: ownerPage}},
		Homepage:    homepage,
		Binaries:    binaries,
	}}}, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(r.folder, "list"), append(out, '\n'), 0o644)
}

// writeEntry writes the entry for the official index, with the types of the program that checks the
// index.
func (r *release) writeEntry() error {
	binaries, err := r.binaries()
	if err != nil {
		return err
	}
	plugin := yamlsorter.Plugin{
		Authors:     []yamlsorter.Author{{Homepage: new(ownerPage), Name: new(owner)}},
		Created:     new(created.Format(time.RFC3339)),
		Description: new(description),
		Homepage:    new(homepage),
		Name:        new(name),
		Updated:     new(r.updated.Format(time.RFC3339)),
		Version:     &r.version,
	}
	for _, b := range binaries {
		if b.Platform != "" {
			plugin.Binaries = append(plugin.Binaries, yamlsorter.Binary{Checksum: &b.Checksum, Platform: &b.Platform, URL: &b.Url})
		}
	}
	out, err := yaml.Marshal(yamlsorter.PluginsYAML{Plugins: []yamlsorter.Plugin{plugin}})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(r.folder, "repo-index-entry.yml"), out, 0o644)
}

// writeSums writes the checksums of all other files, in the form that `sha256sum --check` and
// `shasum --check` read.
func (r *release) writeSums() error {
	files, err := os.ReadDir(r.folder)
	if err != nil {
		return err
	}
	var out []byte
	for _, file := range files {
		content, err := os.ReadFile(filepath.Join(r.folder, file.Name()))
		if err != nil {
			return err
		}
		out = fmt.Appendf(out, "%x  %s\n", sha256.Sum256(content), file.Name())
	}
	return os.WriteFile(filepath.Join(r.folder, "SHA256SUMS"), out, 0o644)
}
