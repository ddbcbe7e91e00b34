package summit

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
)

// CheckAddress rejects a text that is not an http or https address, and an address with invisible
// characters. An empty text is valid: the address is unknown.
func CheckAddress(address string) error {
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" || strings.ContainsFunc(address, isInvisible) {
		return fmt.Errorf("%q is not an http or https address", address)
	}
	return nil
}

func isInvisible(r rune) bool {
	return r == ' ' || !unicode.IsPrint(r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r)
}
