package summit

import (
	"fmt"
	"net/url"
)

// CheckAddress refuses what is no http or https address. An empty one is an address that is not known.
func CheckAddress(address string) error {
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil {
		return err
	}
	if u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return fmt.Errorf("%q is no http or https address", address)
	}
	return nil
}
