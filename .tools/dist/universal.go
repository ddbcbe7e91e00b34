package main

import (
	"bytes"
	"cmp"
	"debug/macho"
	"encoding/binary"
	"os"
	"slices"
)

// orderHalves puts the programs in a universal binary for macOS in the order of their processors.
// Otherwise they stand there as they happened to be built.
func orderHalves(file string) error {
	source, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	fat, err := macho.NewFatFile(bytes.NewReader(source))
	if err != nil {
		return err
	}
	slices.SortFunc(fat.Arches, func(a, b macho.FatArch) int { return cmp.Compare(a.Cpu, b.Cpu) })
	out := binary.BigEndian.AppendUint32(nil, macho.MagicFat)
	out = binary.BigEndian.AppendUint32(out, uint32(len(fat.Arches)))
	end := uint32(len(out) + len(fat.Arches)*binary.Size(macho.FatArchHeader{}))
	offsets := make([]uint32, len(fat.Arches))
	for i, half := range fat.Arches {
		header := half.FatArchHeader
		header.Offset = (end + 1<<header.Align - 1) >> header.Align << header.Align
		if out, err = binary.Append(out, binary.BigEndian, header); err != nil {
			return err
		}
		offsets[i], end = header.Offset, header.Offset+header.Size
	}
	for i, half := range fat.Arches {
		out = append(out, make([]byte, int(offsets[i])-len(out))...)
		out = append(out, source[half.Offset:half.Offset+half.Size]...)
	}
	return os.WriteFile(file, out, 0o755)
}
