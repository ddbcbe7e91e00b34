package markdown

import (
	"bytes"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

// inline is the text of a heading or a paragraph with its line breaks.
func (r *reader) inline(parent ast.Node) Text {
	out := Text(r.spans.take(parent.ChildCount())[:0])
	a := anchor{lineBreak: " "}
	if r.inTable {
		a.lineBreak = breakInCell
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			out = append(out, Span{Text: r.unescape(r.written(n.Segment))})
			if n.SoftLineBreak() || n.HardLineBreak() {
				out = append(out, Span{Text: "\n"})
			}
		case *ast.String:
			out = append(out, Span{Text: string(n.Value)})
		case *ast.AutoLink:
			out = append(out, Span{Text: string(n.Label(r.source)), URL: string(n.URL(r.source))})
		case *ast.Link:
			out = append(out, linkOf(r.inline(n), r.unescape(string(n.Destination)))...)
		case *ast.Image:
			out = append(out, Span{Text: r.inline(n).Written(), URL: r.unescape(string(n.Destination)), Image: true})
		case *ast.RawHTML:
			out = a.addTag(out, string(n.Segments.Value(r.source)))
		case *ast.CodeSpan:
			out = append(out, Span{Text: r.code(n)})
		case *ast.Emphasis:
			for _, s := range r.inline(n) {
				s.Level = max(s.Level, int8(n.Level))
				out = append(out, s)
			}
		default:
			out = append(out, r.inline(n)...)
		}
	}
	return joined(a.end(out))
}

// linkOf makes one span of the text of a link, with images and inner links behind it. It ignores a
// link without words or an image, which nobody can see, and a link from an image to an image, which
// is usually a larger copy.
func linkOf(inner Text, url string) Text {
	link := Span{Text: inner.Written(), URL: url}
	var others Text
	for _, s := range inner {
		switch {
		case s.Image:
			others = append(others, s)
		case s.URL != "":
			others = append(others, Span{URL: s.URL})
		}
	}
	if strings.TrimSpace(link.Text) == "" {
		if link.Text = ""; isImage(url) || len(others) == 0 {
			return others
		}
	}
	return append(Text{link}, others...)
}

// isImage reports whether an address is that of an image.
func isImage(url string) bool {
	address, _, _ := strings.Cut(url, "?")
	switch strings.ToLower(path.Ext(address)) {
	case ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp":
		return true
	}
	return false
}

// joined makes one span of text without an address where goldmark makes several: an address that
// is written out may reach over them.
func joined(text Text) Text {
	out := text[:0]
	for i := 0; i < len(text); {
		end := i + 1
		for text[i].isPlain() && end < len(text) && text[end].isPlain() && text[end].Level == text[i].Level {
			end++
		}
		if end == i+1 {
			out = append(out, text[i])
		} else {
			out = append(out, Span{Text: text[i:end].Written(), Level: text[i].Level})
		}
		i = end
	}
	return out
}

func (r *reader) code(n ast.Node) string {
	var out strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			out.Write(t.Value(r.source))
		}
	}
	if r.inTable {
		return cellBars.Replace(out.String())
	}
	return out.String()
}

func (r *reader) written(s text.Segment) string {
	if s.Padding > 0 || s.ForceNewline {
		return string(s.Value(r.source))
	}
	return r.text[s.Start:s.Stop]
}

// unescape resolves backslashes and entities, which goldmark leaves to its renderers.
func (r *reader) unescape(raw string) string {
	if r.inTable {
		raw = cellBars.Replace(raw)
	}
	if strings.IndexByte(raw, '\\') < 0 && strings.IndexByte(raw, '&') < 0 {
		return raw
	}
	var out strings.Builder
	for i := 0; i < len(raw); i++ {
		switch {
		case raw[i] == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]):
			i++
			out.WriteByte(raw[i])
		case raw[i] == '&':
			entity := entityAt().FindString(raw[i:])
			decimal := zerosIn().ReplaceAllString(entity, "&#$1") // with them goldmark takes it for octal
			shown := util.ResolveEntityNames(util.ResolveNumericReferences([]byte(decimal)))
			out.Write(bytes.ReplaceAll(shown, []byte("\n"), []byte(" "))) // which breaks no line
			i += len(entity) - 1
		default:
			out.WriteByte(raw[i])
		}
	}
	return out.String()
}

var (
	entityAt = words.Regexp(`^&(?:(?:#[0-9]{1,7}|#[Xx][0-9A-Fa-f]{1,6}|[0-9A-Za-z]+);)?`)
	zerosIn  = words.Regexp(`^&#0+([0-9]+;)$`)
)
