// Package notes bundles the notes and the data beside them with the program.
package notes

import "embed"

// FS holds the notes of each summit (NAME.md), what is known beyond them (NAME.yaml) and the topics
// (topics.yaml).
//
//go:embed *.md *.yaml
var FS embed.FS
