package main

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"code.cloudfoundry.org/cli-plugin-repo/sort/yamlsorter"
	"code.cloudfoundry.org/cli-plugin-repo/web"
	"gopkg.in/yaml.v2"
)

const (
	name        = "summit-notes"
	description = "Show what was said about a topic at Cloud Foundry Summit"
	owner       = "Cloud Foundry Community"
	ownerPage   = "https://github.com/cloudfoundry-community"
	homepage    = ownerPage + "/cf-summit-notes-plugin"
)

// programs are the files of a release, by the end of their names, and the platforms for which cf asks. For linux/arm64 and
// windows/arm64 alike that is the empty string, which the official index does not allow. The one found there is Linux: on
// Windows cf itself is an amd64 program nearly everywhere.
var programs = []struct {
	file     string
	platform string
	places   places
}{
	{"macos", "osx", inListAndIndex},
	{"windows_amd64.exe", "win64", inListAndIndex},
	{"windows_386.exe", "win32", inListAndIndex},
	{"linux_386", "linux32", inListAndIndex},
	{"linux_amd64", "linux64", inListAndIndex},
	{"linux_arm64", "", inList},
	{"windows_arm64.exe", "", nowhere},
}

// places are the repositories that can name a program.
type places int

const (
	nowhere places = iota
	inList
	inListAndIndex
)

const (
	listFile  = "list"
	entryFile = "repo-index-entry.yml"
)

// writeIndex writes beside the programs in a folder what is told about them. The sums are those of all other files.
func (r release) writeIndex(folder string) error {
	list, index, err := r.binaries(folder)
	if err != nil {
		return err
	}
	listed, err := r.list(list)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, listFile), listed, 0o644); err != nil {
		return err
	}
	entry, err := r.entry(index)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, entryFile), entry, 0o644); err != nil {
		return err
	}
	return writeSums(folder)
}

// binaries returns what can stand in a repository of one's own and what can stand in the official index.
func (r release) binaries(folder string) (list, index []web.Binary, err error) {
	for _, p := range programs {
		file := fmt.Sprintf("%s_%s_%s", name, r.version, p.file)
		checksum, err := sum(sha1.New(), filepath.Join(folder, file))
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil, fmt.Errorf("%s: no %s, and a release has all %d programs", folder, file, len(programs))
		}
		if err != nil {
			return nil, nil, err
		}
		b := web.Binary{Platform: p.platform, Url: r.base + "/" + file, Checksum: checksum}
		if p.places >= inList {
			list = append(list, b)
		}
		if p.places >= inListAndIndex {
			index = append(index, b)
		}
	}
	return list, index, nil
}

// list returns a whole plugin repository: cf reads the file of that name below the address of a repository.
func (r release) list(binaries []web.Binary) ([]byte, error) {
	out, err := json.MarshalIndent(web.PluginsJson{Plugins: []web.Plugin{{
		Name:        name,
		Description: description,
		Version:     r.version,
		Created:     day(r.created),
		Updated:     day(r.updated),
		Authors:     []web.Author{{Name: owner, Homepage: ownerPage}},
		Homepage:    homepage,
		Binaries:    binaries,
	}}}, "", "  ")
	return append(out, '\n'), err
}

// entry returns what the official index would hold. Types and encoder are those of the program that keeps it in order.
func (r release) entry(binaries []web.Binary) ([]byte, error) {
	plugin := yamlsorter.Plugin{
		Authors:     []yamlsorter.Author{{Homepage: new(ownerPage), Name: new(owner)}},
		Created:     new(day(r.created).Format(time.RFC3339)),
		Description: new(description),
		Homepage:    new(homepage),
		Name:        new(name),
		Updated:     new(day(r.updated).Format(time.RFC3339)),
		Version:     new(r.version),
	}
	for _, b := range binaries {
		plugin.Binaries = append(plugin.Binaries, yamlsorter.Binary{Checksum: &b.Checksum, Platform: &b.Platform, URL: &b.Url})
	}
	return yaml.Marshal(&yamlsorter.PluginsYAML{Plugins: []yamlsorter.Plugin{plugin}})
}

// day drops the hour, which next to no plugin has in the official index.
func day(t time.Time) time.Time { return t.Truncate(24 * time.Hour) }

// sums are the files that `sha256sum --check` and `sha1sum --check` read.
var sums = map[string]func() hash.Hash{"SHA256SUMS": sha256.New, "SHA1SUMS": sha1.New}

func writeSums(folder string) error {
	files, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for sumsFile, newHash := range sums {
		var out []byte
		for _, file := range files {
			if sums[file.Name()] != nil {
				continue
			}
			checksum, err := sum(newHash(), filepath.Join(folder, file.Name()))
			if err != nil {
				return err
			}
			out = fmt.Appendf(out, "%s  %s\n", checksum, file.Name())
		}
		if err := os.WriteFile(filepath.Join(folder, sumsFile), out, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func sum(h hash.Hash, file string) (string, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	h.Write(content)
	return hex.EncodeToString(h.Sum(nil)), nil
}
