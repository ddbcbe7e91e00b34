package main_test

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"debug/buildinfo"
	"debug/elf"
	"debug/macho"
	"debug/pe"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// distToTest returns the version of a release that make dist has written.
func distToTest(t *testing.T) string {
	t.Helper()
	if *distFolder == "" {
		t.Skip("make dist-check runs this test")
	}
	version, err := distVersion(*distFolder)
	if err != nil {
		t.Fatal(err)
	}
	return version
}

func TestReleaseDistDescription(t *testing.T) {
	distToTest(t)
	fromFolder := func(address string) ([]byte, error) {
		return os.ReadFile(filepath.Join(*distFolder, path.Base(address)))
	}
	entry := read(t, filepath.Join(*distFolder, "repo-index-entry.yml"))
	if faults := indexFaults(entry, anywhere, fromFolder); len(faults) > 0 {
		t.Errorf("repo-index-entry.yml:\n%s\n%s", strings.Join(faults, "\n"), entry)
	}
	wantSums(t, *distFolder, "SHA256SUMS", sha256.New)
	wantSums(t, *distFolder, "SHA1SUMS", sha1.New)
}

// TestReleaseDistPrograms looks at what only make dist has: a program of each platform.
func TestReleaseDistPrograms(t *testing.T) {
	version := distToTest(t)
	tests := []struct {
		suffix   string
		platform string // of the program's format
		look     func(path string) (string, error)
	}{
		{"linux_386", "EM_386", lookAtELF},
		{"linux_amd64", "EM_X86_64", lookAtELF},
		{"linux_arm64", "EM_AARCH64", lookAtELF},
		{"macos", "CpuAmd64 CpuArm64", lookAtMachO},
		{"windows_386.exe", "014c", lookAtPE},
		{"windows_amd64.exe", "8664", lookAtPE},
		{"windows_arm64.exe", "aa64", lookAtPE},
	}
	for _, test := range tests {
		t.Run(test.suffix, func(t *testing.T) {
			path := filepath.Join(*distFolder, "summit-notes_"+version+"_"+test.suffix)
			if platform, err := test.look(path); err != nil || platform != test.platform {
				t.Errorf("platform %q, %v; want %q", platform, err, test.platform)
			}
			limit := int64(maxSize)
			if test.suffix == "macos" {
				limit *= 2
			}
			if got := size(t, path); got >= limit {
				t.Errorf("%d bytes, want less than %d", got, limit)
			}
			wantBuiltLikeARelease(t, path)
			if runsHere(test.suffix) {
				got := run(t, command(t.TempDir(), executable(t, path), "--version"))
				wantInOutput(t, got, `^summit-notes `+version+` \(commit [0-9a-f]{12}, go`)
			}
		})
	}
}

func TestReleaseDistBillOfMaterials(t *testing.T) {
	version := distToTest(t)
	var bom struct {
		Metadata struct {
			Component struct{ Name, Version string }
		}
		Components []struct{ Name string }
	}
	if err := json.Unmarshal(read(t, filepath.Join(*distFolder, "summit-notes_"+version+"_sbom.cdx.json")), &bom); err != nil {
		t.Fatal(err)
	}
	if got := bom.Metadata.Component.Version; got != "v"+version {
		t.Errorf("bill of materials: version %q, want %q", got, "v"+version)
	}
	var listed []string
	for _, c := range bom.Components {
		listed = append(listed, c.Name)
	}
	for _, suffix := range suffixes {
		info, err := buildinfo.ReadFile(filepath.Join(*distFolder, "summit-notes_"+version+"_"+suffix))
		if err != nil {
			t.Fatal(err)
		}
		for _, module := range info.Deps {
			if !slices.Contains(listed, module.Path) {
				t.Errorf("bill of materials: no %s, which is in %s", module.Path, suffix)
			}
		}
	}
}

func runsHere(suffix string) bool {
	return suffix == runtime.GOOS+"_"+runtime.GOARCH || suffix == "macos" && runtime.GOOS == "darwin"
}

// executable returns a copy of a program that may be run, as a download is when cf has it.
func executable(t *testing.T, path string) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), filepath.Base(path))
	if err := os.WriteFile(program, read(t, path), 0o755); err != nil {
		t.Fatal(err)
	}
	return program
}

func wantBuiltLikeARelease(t *testing.T, path string) {
	t.Helper()
	info, err := buildinfo.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	if settings["CGO_ENABLED"] != "0" || settings["-trimpath"] != "true" {
		t.Errorf("built with CGO_ENABLED=%s -trimpath=%s", settings["CGO_ENABLED"], settings["-trimpath"])
	}
	if home, err := os.UserHomeDir(); err == nil && bytes.Contains(read(t, path), []byte(filepath.Join(home, "go"))) {
		t.Error("it names the home in which it was built")
	}
}

// The following return the machine for which a program is, and fail where it is not static or not stripped.

func lookAtELF(path string) (string, error) {
	file, err := elf.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	for _, p := range file.Progs {
		if p.Type == elf.PT_INTERP || p.Type == elf.PT_DYNAMIC {
			return "", fmt.Errorf("dynamically linked: %s", p.Type)
		}
	}
	for _, s := range file.Sections {
		if s.Type == elf.SHT_SYMTAB || strings.HasPrefix(s.Name, ".debug") || strings.HasPrefix(s.Name, ".zdebug") {
			return "", fmt.Errorf("not stripped: %s", s.Name)
		}
	}
	return file.Machine.String(), nil
}

func lookAtPE(path string) (string, error) {
	file, err := pe.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	if len(file.Symbols) > 0 {
		return "", fmt.Errorf("not stripped: %d symbols", len(file.Symbols))
	}
	return fmt.Sprintf("%04x", file.Machine), nil
}

func lookAtMachO(path string) (string, error) {
	file, err := macho.OpenFat(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	var machines []string
	for _, arch := range file.Arches {
		if arch.Section("__debug_info") != nil || arch.Section("__zdebug_info") != nil {
			return "", fmt.Errorf("not stripped: %s", arch.Cpu)
		}
		if arch.Size >= maxSize {
			return "", fmt.Errorf("%s has %d bytes", arch.Cpu, arch.Size)
		}
		machines = append(machines, arch.Cpu.String())
	}
	return strings.Join(machines, " "), nil
}
