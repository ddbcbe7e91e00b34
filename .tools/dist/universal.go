package main

import (
	"debug/macho"
	"encoding/binary"
	"os"
)

// halves are the two programs in a universal binary, with the processor types for its header.
var halves = []struct {
	suffix string
	cpu    macho.Cpu
	subCPU uint32
}{
	{"darwin_amd64", macho.CpuAmd64, 3},
	{"darwin_arm64", macho.CpuArm64, 0},
}

// alignment is the power of two at which each program starts: the page size of an ARM Mac.
const alignment = 14

// writeUniversal replaces the two programs for macOS by one that runs on both processors.
func (r *release) writeUniversal() error {
	head := binary.BigEndian.AppendUint32(nil, macho.MagicFat)
	head = binary.BigEndian.AppendUint32(head, uint32(len(halves)))
	var body []byte
	for _, half := range halves {
		program, err := os.ReadFile(r.file(half.suffix))
		if err != nil {
			return err
		}
		header := macho.FatArchHeader{
			Cpu: half.cpu, SubCpu: half.subCPU, Offset: 1<<alignment + uint32(len(body)), Size: uint32(len(program)), Align: alignment,
		}
		if head, err = binary.Append(head, binary.BigEndian, header); err != nil {
			return err
		}
		body = pad(append(body, program...))
	}
	if err := os.WriteFile(r.file("macos"), append(pad(head), body...), 0o755); err != nil {
		return err
	}
	for _, half := range halves {
		if err := os.Remove(r.file(half.suffix)); err != nil {
			return err
		}
	}
	return nil
}

// pad adds zeros up to the next possible start of a program.
func pad(b []byte) []byte { return append(b, make([]byte, -len(b)&(1<<alignment-1))...) }
