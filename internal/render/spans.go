package render

import (
	"slices"
	"sort"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/index"
)

// mergeSpans returns the spans of both in order; overlapping spans become one.
func mergeSpans(a, b []index.Span) []index.Span {
	all := slices.Concat(a, b)
	sort.Slice(all, func(i, j int) bool { return all[i].Start < all[j].Start })
	var out []index.Span
	for _, s := range all {
		if last := len(out) - 1; last >= 0 && s.Start <= out[last].End {
			out[last].End = max(out[last].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
