package parse
import ("testing";"os";"time";"github.com/yuin/goldmark";"github.com/yuin/goldmark/text")
func TestZZP(t *testing.T){ for _,f:=range []string{"refs1","refs2","links1","links2","tab1","tab2","hash1","hash2"}{ s,_:=os.ReadFile("/tmp/path/"+f+".md"); a:=time.Now(); goldmark.New().Parser().Parse(text.NewReader(s)); b:=time.Now(); Notes("x.md",s,nil); t.Log(f,len(s),b.Sub(a),time.Since(b))}}
