package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"time"

	cdx "github.com/CycloneDX/cyclonedx-go"
)

// ofThisMachine is where cyclonedx-gomod ran; the modules that it names are those of all platforms.
var ofThisMachine = regexp.MustCompile(`&goos=\w+&goarch=\w+`)

// writeSBOM writes a bill of materials without what differs from one run or machine to the next, and with the version of the
// release in place of one that was guessed.
func (r release) writeSBOM(out io.Writer, in io.Reader) error {
	var bom cdx.BOM
	if err := cdx.NewBOMDecoder(in, cdx.BOMFileFormatJSON).Decode(&bom); err != nil {
		return fmt.Errorf("what cyclonedx-gomod wrote cannot be read: %w", err)
	}
	if bom.Metadata == nil || bom.Metadata.Component == nil || bom.Metadata.Component.Version == "" || bom.Components == nil {
		return errors.New("what cyclonedx-gomod wrote has no component of a version")
	}
	module, version := bom.Metadata.Component.Name+"@", "v"+r.version
	guessed := bom.Metadata.Component.Version
	bom.Metadata.Component.Version = version
	bom.Metadata.Timestamp = r.updated.Format(time.RFC3339)
	if tools := bom.Metadata.Tools; tools != nil && tools.Tools != nil {
		for i := range *tools.Tools {
			(*tools.Tools)[i].Hashes = nil
		}
	}
	var buffer bytes.Buffer
	if err := cdx.NewBOMEncoder(&buffer, cdx.BOMFileFormatJSON).SetPretty(true).SetEscapeHTML(false).Encode(&bom); err != nil {
		return err
	}
	content := ofThisMachine.ReplaceAll(buffer.Bytes(), nil)
	_, err := out.Write(bytes.ReplaceAll(content, []byte(module+guessed), []byte(module+version)))
	return err
}
