package cli

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/render"
)

// style is the style of answers for this terminal or pipe.
func (w World) style() render.Style {
	return render.Style{Width: w.Width, Color: w.useColor(), Many: w.hasManyColors(), Links: w.useLinks(), ASCII: !w.hasUnicode()}
}

// styleOfErrors is the style of errors, which have colour only on a terminal.
func (w World) styleOfErrors() render.Style {
	st := w.style()
	st.Width, st.Links = w.ErrorWidth, false
	st.Color = st.Color && w.ErrorWidth > 0
	return st
}

// hasUnicode reports whether the locale has bullets and ellipses. If no locale is set, as on
// Windows and in many containers, terminals show UTF-8.
func (w World) hasUnicode() bool {
	for _, variable := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToLower(w.Env(variable)); locale != "" {
			return strings.Contains(locale, "utf-8") || strings.Contains(locale, "utf8")
		}
	}
	return true
}

// useColor decides as cf does: by CF_COLOR, else by cf's configuration, else by the terminal and
// NO_COLOR. No setting turns colour on where the console prints escape sequences as text.
func (w World) useColor() bool {
	if w.NoEscapes {
		return false
	}
	if on, err := strconv.ParseBool(w.Env("CF_COLOR")); err == nil {
		return on
	}
	if on, err := strconv.ParseBool(configured(string(w.CFConfig()), "ColorEnabled")); err == nil {
		return on
	}
	return w.IsTerminal && w.Env("NO_COLOR") == "" && w.Env("TERM") != "dumb"
}

// configured returns the string value of a key in a JSON document, at any depth; it is empty if the
// key is missing. The search for the key in quotes finds nothing inside a string, because quotes
// are escaped there.
func configured(document, key string) string {
	for _, rest := range strings.Split(document, strconv.Quote(key))[1:] {
		if value, isKey := strings.CutPrefix(strings.TrimSpace(rest), ":"); isKey {
			value, _, isWhole := strings.Cut(strings.TrimPrefix(strings.TrimSpace(value), `"`), `"`)
			if isWhole {
				return value
			}
		}
	}
	return ""
}

// hasManyColors reports whether the terminal says that it has 256 colours or more.
func (w World) hasManyColors() bool {
	terminal := w.Env("TERM")
	return strings.Contains(terminal, "256color") || strings.Contains(terminal, "direct") || w.namesItself() ||
		w.Env("COLORTERM") == "truecolor" || w.Env("COLORTERM") == "24bit" || w.Env("WT_SESSION") != ""
}

// namesItself reports whether TERM is the name of a terminal that has both 256 colours and
// hyperlinks.
func (w World) namesItself() bool {
	return slices.ContainsFunc([]string{"kitty", "alacritty", "foot", "wezterm", "ghostty", "contour"}, func(name string) bool {
		return strings.Contains(w.Env("TERM"), name)
	})
}

// useLinks reports whether the terminal is known to show OSC 8 hyperlinks. A multiplexer may hide
// them even if its terminal shows them.
func (w World) useLinks() bool {
	terminal := w.Env("TERM")
	if !w.IsTerminal || w.NoEscapes || terminal == "dumb" || strings.HasPrefix(terminal, "screen") || strings.HasPrefix(terminal, "tmux") || w.Env("TMUX") != "" {
		return false
	}
	if w.namesItself() {
		return true
	}
	switch w.Env("TERM_PROGRAM") {
	case "iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "mintty", "WarpTerminal", "rio":
		return true
	}
	// VTE, the library of GNOME's terminal and others, supports hyperlinks since 0.50.
	vte, _ := strconv.Atoi(w.Env("VTE_VERSION"))
	return vte >= 5000 || w.Env("WT_SESSION") != "" || w.Env("KONSOLE_VERSION") != "" || w.Env("DOMTERM") != ""
}
