package main

import (
	"archive/tar"
	"bytes"
	"cmp"
	"compress/gzip"
	"debug/buildinfo"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	cdx "github.com/CycloneDX/cyclonedx-go"
	classifier "github.com/google/licenseclassifier/v2"
	"github.com/google/licenseclassifier/v2/assets"
)

// A module is a Go module that is compiled into a program of the release.
type module struct {
	path, version string
	texts         []string // the files with its licences and notices, sorted
	licenses      []string // SPDX identifiers, sorted
}

// goLibrary is the name of Go's standard library in vulnerability scanners.
const goLibrary = "stdlib"

func (r *release) findModules() error {
	programs, err := filepath.Glob(r.file("*"))
	if err != nil {
		return err
	}
	versions := map[string]string{}
	for _, program := range programs {
		info, err := buildinfo.ReadFile(program)
		if err != nil {
			return err
		}
		versions[goLibrary] = strings.TrimPrefix(info.GoVersion, "go")
		for _, dependency := range info.Deps {
			versions[dependency.Path] = dependency.Version
		}
	}
	known, err := assets.DefaultClassifier()
	if err != nil {
		return err
	}
	for _, path := range slices.Sorted(maps.Keys(versions)) {
		m := module{path: path, version: versions[path]}
		if err := m.findLicenses(known); err != nil {
			return fmt.Errorf("licence of %s: %w", path, err)
		}
		r.modules = append(r.modules, m)
	}
	return nil
}

// legal matches the names of licence and notice files, which have to accompany a program.
var legal = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)`)

func (m *module) findLicenses(known *classifier.Classifier) error {
	folder := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", m.path)
	if m.path == goLibrary {
		folder = exec.Command("go", "env", "GOROOT")
	}
	folder.Stderr = os.Stderr
	out, err := folder.Output()
	if err != nil {
		return err
	}
	dir := strings.TrimSpace(string(out))
	files, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, file := range files {
		if file.IsDir() || !legal.MatchString(file.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, file.Name()))
		if err != nil {
			return err
		}
		m.texts = append(m.texts, filepath.Join(dir, file.Name()))
		for _, match := range known.Match(text).Matches {
			if match.MatchType == "License" || match.MatchType == "Header" {
				m.licenses = append(m.licenses, match.Name)
			}
		}
	}
	if len(m.licenses) == 0 {
		return fmt.Errorf("%s has none that is known", dir)
	}
	slices.Sort(m.licenses)
	m.licenses = slices.Compact(m.licenses)
	return nil
}

func (r *release) writeLicenses() error {
	var out bytes.Buffer
	compressed := gzip.NewWriter(&out)
	archive := tar.NewWriter(compressed)
	for _, m := range r.modules {
		for _, file := range m.texts {
			text, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			header := tar.Header{
				Name: "licenses/" + m.path + "/" + filepath.Base(file), Size: int64(len(text)), Mode: 0o644, ModTime: r.updated,
			}
			if err := archive.WriteHeader(&header); err != nil {
				return err
			}
			if _, err := archive.Write(text); err != nil {
				return err
			}
		}
	}
	if err := cmp.Or(archive.Close(), compressed.Close()); err != nil {
		return err
	}
	return os.WriteFile(r.file("licenses.tar.gz"), out.Bytes(), 0o644)
}

// writeMaterials writes a software bill of materials.
func (r *release) writeMaterials() error {
	program := component(cdx.ComponentTypeApplication, strings.TrimPrefix(homepage, "https://"), "v"+r.version)
	components, addresses := []cdx.Component{}, []string{}
	for _, m := range r.modules {
		c := component(cdx.ComponentTypeLibrary, m.path, m.version)
		c.Licenses = &cdx.Licenses{}
		for _, id := range m.licenses {
			*c.Licenses = append(*c.Licenses, cdx.LicenseChoice{License: &cdx.License{ID: id}})
		}
		components, addresses = append(components, c), append(addresses, c.BOMRef)
	}
	bom := cdx.NewBOM()
	bom.Metadata = &cdx.Metadata{Timestamp: r.updated.Format(time.RFC3339), Component: &program}
	bom.Components = &components
	bom.Dependencies = &[]cdx.Dependency{{Ref: program.BOMRef, Dependencies: &addresses}}
	var out bytes.Buffer
	if err := cdx.NewBOMEncoder(&out, cdx.BOMFileFormatJSON).SetPretty(true).Encode(bom); err != nil {
		return err
	}
	return os.WriteFile(r.file("sbom.cdx.json"), out.Bytes(), 0o644)
}

func component(kind cdx.ComponentType, path, version string) cdx.Component {
	address := "pkg:golang/" + path + "@" + version
	return cdx.Component{BOMRef: address, Type: kind, Name: path, Version: version, PackageURL: address}
}
