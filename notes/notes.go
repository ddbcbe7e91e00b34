// Package notes bundles the notes and the data beside them with the program.
package notes

import "embed"

// FS holds the notes of each summit (NAME.md), what is known beyond them (NAME.yaml), the topics
// (topics.yaml), and what was read from all of these (snapshot.bin, by `make snapshot`).
//
//go:embed *.md *.yaml *.bin
var FS embed.FS
