package who

import (
	"slices"
	"strings"
)

// readParenthesis tells role from organisation in parentheses behind a name. One word in lower
// case is an organisation there.
func readParenthesis(s string) (role, organization string, ok bool) {
	if isPlainWord(s) && !HasRole(s) {
		return "", s, true
	}
	var fields []string
	for f := range strings.SplitSeq(s, ",") {
		fields = append(fields, clip(f)...)
	}
	return readAttributes(fields)
}

func clip(s string) []string {
	if s = strings.TrimSpace(s); s == "" {
		return nil
	}
	return []string{s}
}

// readAttributes tells role from organisation. It is not ok if the fields could be anything.
func readAttributes(fields []string) (role, organization string, ok bool) {
	fields = joinCompanies(fields)
	if len(fields) == 0 {
		return "", "", true
	}
	last := len(fields) - 1
	for _, at := range []string{" @ ", " at ", "@"} {
		before, after, _ := strings.Cut(fields[last], at)
		if isOrganization(strings.TrimSpace(after)) {
			return strings.Join(append(fields[:last:last], clip(before)...), ", "), strings.TrimSpace(after), true
		}
	}
	roleBefore := slices.ContainsFunc(fields[:last], describesRole)
	switch {
	case isOrganization(fields[last]) && !HasRole(fields[last]) && (last == 0 || roleBefore):
		return strings.Join(fields[:last], ", "), fields[last], true
	case roleBefore || HasRole(fields[last]):
		return strings.Join(fields, ", "), "", true
	}
	return "", "", false
}

// joinCompanies mends "Initech, Inc.", which a comma has split.
func joinCompanies(fields []string) []string {
	var out []string
	for _, f := range fields {
		if len(out) > 0 && known().companies.Has(strings.TrimRight(f, ".")) {
			out[len(out)-1] += ", " + f
			continue
		}
		out = append(out, f)
	}
	return out
}

// HasRole reports whether a text has a word of a role.
func HasRole(s string) bool {
	for w := range strings.FieldsFuncSeq(s, notLetter) {
		if known().roles.Has(w) {
			return true
		}
	}
	return false
}

// describesRole reports whether a text is a role: it has a word of one, or a short form, and no
// word that only sentences have.
func describesRole(s string) bool {
	if beginsTitle(s) {
		return false
	}
	found := false
	for w := range strings.FieldsFuncSeq(s, notLetter) {
		if known().sentence.At(w) {
			return false
		}
		found = found || known().roles.Has(w) || known().shortRoles.Has(w)
	}
	return found
}

// isShortRole reports whether all words of a text are short forms of roles: "Eng Dir".
func isShortRole(s string) bool {
	for w := range strings.FieldsFuncSeq(s, notLetter) {
		if !known().shortRoles.Has(w) {
			return false
		}
	}
	return true
}
