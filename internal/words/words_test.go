package words_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/words"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // | is before a word that is not joined to the word before
	}{
		{"nothing", "", nil},
		{"signs only", " -- ?! … 🚀", nil},
		{"words", "Route Services", []string{"|route", "services"}},
		{"hyphen, slash, dot, underscore", "auto-scaling ci/cd cloud.gov set_env", []string{"|auto", "scaling", "ci", "cd", "cloud", "gov", "set", "env"}},
		{"end of a sentence", "It scales. Routes, too", []string{"|it", "scales", "|routes", "|too"}},
		{"line break", "route\n  services", []string{"|route", "services"}},
		{"signs that part", "route: services (route) services", []string{"|route", "|services", "|route", "|services"}},
		{"digits", "HM9000 in 2016", []string{"|hm9000", "in", "2016"}},
		{"digits of another script", "٤٢ ships", []string{"|٤٢", "ships"}},
		{"apostrophes", "it's Nov’15 the brokers' own 'quoted'", []string{"|it", "nov", "|15", "the", "brokers", "|own", "|quoted"}},
		{"a printed apostrophe", "it’s", []string{"|it"}},
		{"accents", "Café cafe\u0301", []string{"|cafe", "cafe"}},
		{"accents written apart within a word", "re\u0301sume\u0301", []string{"|resume"}},
		{"soft hyphen", "auto\u00adscaling", []string{"|autoscaling"}},
		{"ideographs", "云原生 cloud", []string{"|云", "原", "生", "cloud"}},
		{"ideographs after letters", "k8s云", []string{"|k8s", "云"}},
		{"ideographs before letters", "云k8s 云é", []string{"|云", "k8s", "云", "e"}},
		{"a mark of an ideograph", "か\u3099き", []string{"|か", "き"}},
		{"letters behind the ideographs in Unicode", "Ｄｉｅｇｏ", []string{"|diego"}},
		{"emoji", "ship🚀it", []string{"|ship", "|it"}},
		{"not UTF-8", "a\xffb", []string{"|a", "|b"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			places := words.Places(nil, c.text)
			for i, w := range words.Split(c.text) {
				if want := (words.Word{Start: w.Start, End: w.End, Joined: w.Joined}); places[i] != want {
					t.Errorf("Places(%q) has %+v, want %+v", c.text, places[i], want)
				}
				if w.Fold == "" || w.Start >= w.End || w.End > len(c.text) {
					t.Errorf("Split(%q) has the word %+v", c.text, w)
				}
				if w.Joined {
					got = append(got, w.Fold)
				} else {
					got = append(got, "|"+w.Fold)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("Split(%q) (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

func TestSplitOffsets(t *testing.T) {
	const text = "Möwen-Café: it's 云"
	var got []string
	for _, w := range words.Split(text) {
		got = append(got, text[w.Start:w.End])
	}
	if diff := cmp.Diff([]string{"Möwen", "Café", "it's", "云"}, got); diff != "" {
		t.Errorf("Split(%q) (-want +got):\n%s", text, diff)
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"", ""},
		{"BOSH", "bosh"},
		{"Café", "cafe"},
		{"cafe\u0301", "cafe"},
		{"ﬁrehose", "firehose"},
		{"Ｄｉｅｇｏ", "diego"},
		{"broker's", "broker"},
		{"broker’s", "broker"},
		{"O'Neil", "oneil"},
		{"Żak", "zak"},
		{"İstanbul", "istanbul"},
		{"云", "云"},
		{"Приве́т", "привет"},
	} {
		if got := words.Fold(c.word); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func TestSingular(t *testing.T) {
	for _, c := range []struct{ fold, want string }{
		{"routes", "route"},
		{"ties", "tie"},
		{"xes", "xe"},
		{"che", "che"},
		{"services", "service"},
		{"policies", "policy"},
		{"breaches", "breach"},
		{"meshes", "mesh"},
		{"boxes", "box"},
		{"processes", "process"},
		{"releases", "release"},
		{"databases", "database"},
		{"caches", "cach"},
		{"cache", "cach"},
		{"vms", "vm"},
		{"apis", "api"},
		{"access", "access"},
		{"cpus", "cpu"},
		{"status", "statu"},
		{"analysis", "analysi"},
		{"bus", "bus"},
		{"gas", "gas"},
		{"iaas", "iaa"},
		{"dns", "dn"},
		{"tls", "tl"},
		{"s", "s"},
		{"route", "route"},
		{"云", "云"},
	} {
		if got := words.Singular(c.fold); got != c.want {
			t.Errorf("Singular(%q) = %q, want %q", c.fold, got, c.want)
		}
	}
}

func TestKey(t *testing.T) {
	for _, c := range []struct {
		want    string
		phrases []string
	}{
		{"autoscaling", []string{"autoscaling", "auto scaling", "Auto-Scaling", "AUTO  SCALING", "auto\u2011scaling"}},
		{"routeservice", []string{"route services", "Route-Service", "routes service", "route service's"}},
		{"cicd", []string{"ci/cd", "CI CD", "CI-CD", "ci & cd", "cicd"}},
		{"api", []string{"API", "APIs", "api's"}},
		{"cpu", []string{"CPU", "CPUs"}},
		{"cach", []string{"cache", "caches"}},
		{"policy", []string{"policy", "policies", "Policy's"}},
		{"websocket", []string{"web sockets", "WebSockets", "web-socket"}},
		{"cafe", []string{"café", "Cafés", "cafe"}},
		{"runc", []string{"runC", "run c", "Run-C"}},
		{"cloudgov", []string{"cloud.gov", "cloud gov"}},
		{"云原生", []string{"云原生", "云 原生"}},
		{"", []string{"", "🚀", "?!", " "}},
	} {
		for _, phrase := range c.phrases {
			if got := words.Key(phrase); got != c.want {
				t.Errorf("Key(%q) = %q, want %q", phrase, got, c.want)
			}
		}
	}
}

func TestKeyTellsApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"route", "router"},
		{"pass", "pas"},
		{"secure", "security"},
		{"scaling", "scale"},
		{"cell", "call"},
		{"access", "acces"},
		{"consul", "console"},
	} {
		if words.Key(pair[0]) == words.Key(pair[1]) {
			t.Errorf("Key(%q) = Key(%q) = %q", pair[0], pair[1], words.Key(pair[0]))
		}
	}
}

// TestStem has words and the others of their stem that are forms of them, or slips.
func TestStem(t *testing.T) {
	for _, c := range []struct {
		a, b              string
		same, form, typed bool
	}{
		{"deployment", "deploy", true, true, true},
		{"vms", "vm", true, true, true},
		{"products", "productivity", true, false, false},
		{"productivity", "products", true, false, false},
		{"deploying", "deployment", true, true, true},
		{"stopping", "stop", true, true, true},
		{"rout", "route", true, true, false},
		{"scalling", "scaling", false, true, false},
		{"rope", "knot", false, true, true},
	} {
		same, form, typed := words.Stem(c.a) == words.Stem(c.b), words.IsForm(c.a, c.b), words.IsTypedForm(c.a, c.b)
		if same != c.same || form != c.form || typed != c.typed {
			t.Errorf("%s and %s: same stem %v, form %v, typed form %v", c.a, c.b, same, form, typed)
		}
	}
	if long := strings.Repeat("a", 100) + "s"; words.Stem(long) != long {
		t.Error("a long word is stemmed")
	}
	if !words.IsStopWord("the") || words.IsStopWord("rope") {
		t.Error("the stop words are wrong")
	}
}
