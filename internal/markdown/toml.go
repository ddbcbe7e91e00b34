package markdown

import (
	"errors"
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// maxTOMLDepth is how deep lists and blocks may be nested: the library goes down into each.
const maxTOMLDepth = 100

// readTOML reads the keys of a head above any table.
func (h *headReader) readTOML(head string) {
	if line := tooDeep(head); line > 0 {
		h.fault(line, fmt.Sprintf("lists are nested too deeply (limit: %d levels); nest less; it is ignored", maxTOMLDepth))
		return
	}
	t := tomlReader{headReader: h, lines: lineCounter{text: head}}
	t.parser.Reset([]byte(head))
	inTable := false
	for t.parser.NextExpression() {
		e := t.parser.Expression()
		key, line := t.key(e)
		switch {
		case e.Kind == unstable.Table || e.Kind == unstable.ArrayTable:
			if inTable = true; h.wants(key) {
				h.fault(line, key+" is a separate table; write it in one line above all tables; it is ignored")
			}
		case !inTable && h.isNew(key, line):
			h.fields = append(h.fields, Field{key, 1 + line, t.value(e.Value(), line)})
		}
	}
	var broken *unstable.ParserError
	if errors.As(t.parser.Error(), &broken) {
		h.fault(t.lines.at(int(t.parser.Range(broken.Highlight).Offset)), fmt.Sprintf("this is not TOML (%s); this and the rest of it are ignored", broken.Message))
	}
}

// tooDeep returns the first line in which more brackets are open than lists and blocks may be
// nested; 0 if there is none.
func tooDeep(head string) (line int) {
	depth := 0
	for i := range len(head) {
		switch head[i] {
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		}
		if depth > maxTOMLDepth {
			return 1 + strings.Count(head[:i], "\n")
		}
	}
	return 0
}

type tomlReader struct {
	*headReader
	parser unstable.Parser
	lines  lineCounter
}

// key is the key of an expression in lower case, with its line; one of several parts is empty.
func (t *tomlReader) key(e *unstable.Node) (key string, line int) {
	for parts := e.Key(); parts.Next(); {
		if line > 0 {
			return "", line
		}
		key, line = strings.ToLower(string(parts.Node().Data)), t.lines.at(int(parts.Node().Raw.Offset))
	}
	return key, line
}

// value is that of a node. The library tells no line of its own for each.
func (t *tomlReader) value(n *unstable.Node, line int) Value {
	v := Value{Line: 1 + line, Text: strings.TrimSpace(string(n.Data)), Switch: n.Kind == unstable.Bool}
	switch n.Kind {
	case unstable.Array:
		v.Kind = ListValue
		for items := n.Children(); items.Next(); {
			v.List = append(v.List, t.value(items.Node(), line))
		}
	case unstable.InlineTable:
		v.Kind, v.Fields = BlockValue, map[string]string{}
		for items := n.Children(); items.Next(); {
			key, _ := t.key(items.Node())
			if inner := t.value(items.Node().Value(), line); inner.Kind == TextValue {
				v.Fields[key] = inner.Text
			}
		}
	}
	return v
}
