package who_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/summit"
	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/who"
)

// titles are headings, each with a line for its title, if that is not all of it, and one for each
// speaker.
const titles = `
Ropes
Ropes and knots
Ana Lopez
Ropes: Ana Lopez
  title: Ropes
  Ana Lopez
Ropes - Ana Lopez
  title: Ropes
  Ana Lopez
Ropes by Ana Lopez
  title: Ropes
  Ana Lopez
Ropes w/ Ana Lopez
  title: Ropes
  Ana Lopez
Ropes, chaired by Ana Lopez
  title: Ropes
  Ana Lopez
Ropes, delivered by Ana Lopez
  title: Ropes
  Ana Lopez
Ropes, facilitated by Ana Lopez
  title: Ropes
  Ana Lopez
Ropes, hosted by Ana Lopez
  title: Ropes
  Ana Lopez
Ropes, moderated by Ana Lopez
  title: Ropes
  Ana Lopez
Ropes / led by Ana Lopez
  title: Ropes
  Ana Lopez
Ropes by hand
Ana Lopez, Carla Dahl
  title: Ana Lopez & Carla Dahl
  Ana Lopez
  Carla Dahl
Mending Knots, Ana Lopez
  title: Mending Knots
  Ana Lopez
Cuerdas, de Ana Lopez
  title: Cuerdas
  Ana Lopez
ロープ by 高橋さん
  title: ロープ
  高橋
ロープ by 高橋
Ana Lopez "Ropes"
  title: Ropes
  Ana Lopez
Ana Lopez: “Ropes”
  title: Ropes
  Ana Lopez
Ana Lopez "Ropes
Ana Lopez "Ropes" and "knots"
Ana Lopez ""
Zork Blimp "Ropes"
ana workshop "Ropes"
ana lopez "Ropes"
  title: Ropes
  ana lopez
ROPES - ANA LOPEZ
  title: ROPES
  ANA LOPEZ
Ropes - ROPE WORKS
ロープ：Ana Lopez
  title: ロープ
  Ana Lopez
高橋結：高橋海
Ropes (by Ana Lopez of Hooli)
  title: Ropes
  Ana Lopez | | Hooli
Building Ropes - Ana Lopez
  title: Building Ropes
  Ana Lopez
Ana Lopez - Applying SRE Ropes
Ana Lopez - Building Ropes: Knots
Ropes by Combining Knots and Old Hemp
Cuerdas, de cero a cien, di Ana Lopez y Sven Holm
  title: Cuerdas, de cero a cien
  Ana Lopez
  Sven Holm
Ropes By Ana Lopez
  title: Ropes
  Ana Lopez
Ropes by @ana
  title: Ropes
  @ana
Ropes (Ana Lopez again)
  title: Ropes
  Ana Lopez
by Ana Lopez
Ropes - by Ana Lopez
  title: Ropes
  Ana Lopez
Ropes - talk by Ana Lopez
  title: Ropes
  Ana Lopez
Ropes, talk by Ana Lopez
  title: Ropes
  Ana Lopez
A long talk by Ana Lopez
  title: A long talk
  Ana Lopez
Talk by Ana Lopez
  title: Talk
  Ana Lopez
Ropes: by hand
Ropes: with Ana Lopez
  title: Ropes
  Ana Lopez
Ropes (Ana Lopez)
  title: Ropes
  Ana Lopez
Ropes (by Ana Lopez)
  title: Ropes
  Ana Lopez
Ropes (Speaker: Ana)
  title: Ropes
  Ana
Ropes (note: Ana)
Ropes (the knots of old)
Golden Masts (Ana Lopez)
Golden Masts (Ana Lopez, Hooli)
Golden Masts - Ana Lopez
  title: Golden Masts
  Ana Lopez
Golden Masts: Ana Lopez, SRE
  title: Golden Masts
  Ana Lopez | SRE
(Ana Lopez)
Ropes - Speaker: Ana
  title: Ropes
  Ana
Ropes - Speaker - Ana
Ropes - knots - Speakers: Ana, Bo
  title: Ropes - knots
  Ana
  Bo
Ropes - Ana Lopez, Hooli
  title: Ropes
  Ana Lopez | | Hooli
Ropes - Ana Lopez, SRE, Hooli
  title: Ropes
  Ana Lopez | SRE | Hooli
Ropes - Ana Lopez, SRE at Hooli
  title: Ropes
  Ana Lopez | SRE | Hooli
Ropes - Ana Lopez, SRE @Hooli
  title: Ropes
  Ana Lopez | SRE | Hooli
Ropes - Ana Lopez, SRE at home
  title: Ropes
  Ana Lopez | SRE at home
Ropes - Ana Lopez, rope strategy, Hooli
Ropes - Ana Lopez, SRE, rope strategy
  title: Ropes
  Ana Lopez | SRE, rope strategy
Ropes - Ana Lopez, VP of ropes & knots, Hooli
  title: Ropes
  Ana Lopez | VP of ropes & knots | Hooli
Ropes - Ana Lopez, Hooli, Inc.
  title: Ropes
  Ana Lopez | | Hooli, Inc.
Ropes - Ana Lopez, Inc.
  title: Ropes
  Ana Lopez | | Inc.
Ropes - Ana Lopez, PhD, Hooli
  title: Ropes
  Ana Lopez | | Hooli
Ropes - Ana Lopez, Ph.D.
  title: Ropes
  Ana Lopez
Ropes - Ana Lopez (Hooli)
  title: Ropes
  Ana Lopez | | Hooli
Ropes - Ana Lopez (hooli)
  title: Ropes
  Ana Lopez | | hooli
Ropes - Ana Lopez (again)
Ropes - Ana Lopez (sre)
  title: Ropes
  Ana Lopez | sre
Ropes - Ana Lopez (and her old boat)
Ropes - Ana Lopez (@ana)
  title: Ropes
  Ana Lopez
Ropes - Ana Lopez (Rope Conf 2031)
  title: Ropes
  Ana Lopez
Ropes - Ana Lopez (Hooli) and Bo Chen (Initech)
  title: Ropes
  Ana Lopez | | Hooli
  Bo Chen | | Initech
Ropes - Ana Lopez (Hooli), Bo Chen (Initech)
  title: Ropes
  Ana Lopez | | Hooli
  Bo Chen | | Initech
Ropes - Ana Lopez (Hooli), Bo Chen
  title: Ropes
  Ana Lopez | | Hooli
  Bo Chen
Ropes - Ana Lopez, Hooli, Bo Chen (the boat)
Ropes - Ana Lopez, Bo Chen (@bo)
  title: Ropes
  Ana Lopez
  Bo Chen
Ropes - Ana Lopez & Bo Chen, Hooli
  title: Ropes
  Ana Lopez | | Hooli
  Bo Chen | | Hooli
Ropes - Ana Lopez, Hooli & Bo Chen, Initech
  title: Ropes
  Ana Lopez | | Hooli
  Bo Chen | | Initech
Ropes - Ana Lopez, SRE, Rope Depot
  title: Ropes
  Ana Lopez | SRE | Rope Depot
Ropes - Ana Lopez, Bo Chen and Cy Dahl
  title: Ropes
  Ana Lopez
  Bo Chen
  Cy Dahl
Ropes - Ana Lopez, Bo Chen, Cy Dahl
  title: Ropes
  Ana Lopez
  Bo Chen
  Cy Dahl
Ropes - Ana Lopez, Bo Chen, Cy Dahl, SRE
  title: Ropes
  Ana Lopez
  Bo Chen
  Cy Dahl | SRE
Ropes - Ana Lopez, Bo Chen, knots
Ropes - Ana Lopez, Rope Depot
  title: Ropes
  Ana Lopez | | Rope Depot
Ropes - Ana Lopez / Bo Chen
  title: Ropes
  Ana Lopez
  Bo Chen
Ropes - Ana Lopez + Bo Chen
  title: Ropes
  Ana Lopez
  Bo Chen
Ropes - Ana Lopez, Knots + Co
  title: Ropes
  Ana Lopez | | Knots + Co
Ropes - Ana Lopez / @ana / Hooli
  title: Ropes
  Ana Lopez | | Hooli
Ropes - Ana LOPEZ
  title: Ropes
  Ana LOPEZ
Ropes - Nachtwerk GmbH
Ropes - Uni Kelmark
Ropes - Łukasz Żak (Hooli) (Any Skill Level)
  title: Ropes
  Łukasz Żak | | Hooli
Ropes - Ana Lopez, Morgan Stanley
  title: Ropes
  Ana Lopez | | Morgan Stanley
Ropes - Ana Lopez, Maria Silva
  title: Ropes
  Ana Lopez
  Maria Silva
Ropes - 森田健二 (JA)
  title: Ropes
  森田健二
Ropes - 障害対応
Ropes - Ana Lopez, VP Dev / Ops, Hooli
  title: Ropes
  Ana Lopez | VP Dev / Ops | Hooli
Ropes - Ana Lopez @ Hooli
  title: Ropes
  Ana Lopez | | Hooli
Ropes - Ana Lopez @hooli
  title: Ropes
  Ana Lopez
Ropes - Ana Lopez at Hooli
  title: Ropes
  Ana Lopez | | Hooli
Ropes - Ana Lopez at home
Ropes - Ana Lopez at Rope Conf 2031
Ropes - Knots at Hooli
Sea Stories at Globex - Ana Lopez at Hooli
  title: Sea Stories at Globex
  Ana Lopez | | Hooli
Golden Masts at Hooli - the story
Golden Masts at Hooli: the story
The story: Golden Masts at Hooli
The story - Golden Masts (again)
The story: Ana Lopez (anyropes)
Ana Lopez (anyropes): the story
  title: the story
  Ana Lopez | | anyropes
Ropes - Ana Lopez @ Hooli & Bo Chen @ Initech
  title: Ropes
  Ana Lopez | | Hooli
  Bo Chen | | Initech
Ropes - Ana Lopez & Bo Chen @ Initech
  title: Ropes
  Ana Lopez | | Initech
  Bo Chen | | Initech
Ropes - Ana Lopez @ana, Bo Chen @bo
  title: Ropes
  Ana Lopez
  Bo Chen
Ana Lopez: Ropes
Ana Lopez, Hooli: Ropes
  title: Ropes
  Ana Lopez | | Hooli
Ana Lopez - Ropes
Ana Lopez (Hooli) - Ropes
  title: Ropes
  Ana Lopez | | Hooli
Ana Lopez and Bo Chen
  title: Ana Lopez & Bo Chen
  Ana Lopez
  Bo Chen
Ana Lopez, SRE
  title: Ana Lopez
  Ana Lopez | SRE
Ana Lopez, Hooli
Dr. Ana Lopez
  Dr. Ana Lopez
Dr Ana
  Dr Ana
Ana Lopez (she/her)
  title: Ana Lopez
  Ana Lopez
Ana Lopez [she/her]
  title: Ana Lopez
  Ana Lopez
Ana Lopez, she/her
  title: Ana Lopez
  Ana Lopez
Ana Lopez; she/her; SRE
  title: Ana Lopez
  Ana Lopez | SRE
Ana Lopez (she/her, SRE)
  title: Ana Lopez
  Ana Lopez | SRE
Ropes - Ana Lopez she/her
Ropes and/or knots
Ropes - Ana Lopez https://example.com/ana
  title: Ropes
  Ana Lopez | | | https://example.com/ana
Ropes - Ana Lopez (https://example.com/ana)
  title: Ropes
  Ana Lopez | | | https://example.com/ana
Ropes - Ana Lopez (Hooli, https://example.com/ana)
  title: Ropes
  Ana Lopez | | Hooli | https://example.com/ana
Ropes - Ana Lopez, SRE, https://example.com/ana https://example.com/b
  title: Ropes
  Ana Lopez | SRE | | https://example.com/ana
Ropes - Ana Lopez, Hooli (Chile)
  title: Ropes
  Ana Lopez | | Hooli (Chile)
Ropes - Ana Lopez, Hooli (https://example.com/ana)
  title: Ropes
  Ana Lopez | | Hooli | https://example.com/ana
Ropes - Ana Lopez, Hooli (the old one)
  title: Ropes
  Ana Lopez | | Hooli
Ropes https://example.com/ropes
  title: Ropes
Ropes - https://example.com/ropes
  title: Ropes
Ropes - Ana Lopez | https://example.com/ropes
  title: Ropes
  Ana Lopez
Ropes (https://example.com/ropes)
  title: Ropes
https://example.com/ropes
  title: 
Ropes - Ana Lopez: Ana Lopez
  title: Ropes
  Ana Lopez
Ropes - Ana Lopez & Bo Chen, Hooli: Bo Chen • Ana Lopez
  title: Ropes
  Ana Lopez | | Hooli
  Bo Chen | | Hooli
Golden Masts: Ana Lopez - Ana Lopez
  title: Golden Masts
  Ana Lopez
Ropes • Knots
Ropes - Ana Lopez • Bo Chen
  title: Ropes
  Ana Lopez
  Bo Chen
Knots and Knots
Golden Masts Golden Masts
• Ropes
  title: Ropes
Ropes - Jean-Luc O'Neill van der Berg
  title: Ropes
  Jean-Luc O'Neill van der Berg
Ropes - J.R.R. Lopez
  title: Ropes
  J.R.R. Lopez
Ropes - J. Lopez
  title: Ropes
  J. Lopez
Ropes - Ana L
  title: Ropes
  Ana L
Ropes - Ana "Annie" Lopez
  title: Ropes
  Ana "Annie" Lopez
Ropes - Ana "the annie" Lopez
Ropes - Ana al-Amin
  title: Ropes
  Ana al-Amin
Ropes - Ana xx-Amin
Ropes - al-Amin
Ropes - Ana van
Ropes - van Berg
Ropes - NASA Works
Ropes - Ana K8s
Ropes - Cloud Works
Ropes - Ana
Ropes - Ana Maria Lopez Garcia Silva Costa
Ropes - Dr The Rock
  title: Ropes
  Dr The Rock
Ropes - Lead Engineer
Ropes - Ana Lopez - SRE, Hooli
  title: Ropes
  Ana Lopez | SRE | Hooli
Ropes - Ana Lopez - knots
Ropes - eBay Ana
Ropes - Ana Lopez, eBay
  title: Ropes
  Ana Lopez | | eBay
Ropes - Ana Lopez, ex-Hooli
  title: Ropes
  Ana Lopez | | ex-Hooli
Ropes - Ana Lopez, hooli gmbh
  title: Ropes
  Ana Lopez | | hooli gmbh
Ropes - Ana Lopez, dev/OPS
Ropes, and Ana Lopez
Ropes - Ana Lopez, knots and Bo Chen
Ropes - Ana Lopez, Rope Depot, SRE & Bo Chen
  title: Ropes
  Ana Lopez | Rope Depot, SRE
  Bo Chen
Ropes - Ana Lopez https://example.com/a, SRE, https://example.com/b
  title: Ropes
  Ana Lopez | SRE | | https://example.com/a
Ropes - Ana Lopez https://example.com/a, rope strategy
  title: Ropes
  Ana Lopez | | | https://example.com/a
Ropes - Ana Dr The
Ropes - José Lopez
  title: Ropes
  José Lopez
Ropes - J.RX. Lopez
Ropes - J.R Lopez
Ropes - Ana "annie" Lopez
Ropes - Ana al-amin
Ropes - Ana Lopez (@ana and others)
Ropes - Ana Lopez (37signals)
  title: Ropes
  Ana Lopez | | 37signals
Ropes - Ana Lopez @hooli works
Ropes - Ana Lopez @ Hooli (Chile)
Ropes knots)
Ropes (see https://example.com/a)
  title: Ropes (see )
Ropes (https://example.com/a too)
  title: Ropes ( too)
Ropes: Ana Lopez & Bo Chen at Hooli
  title: Ropes
  Ana Lopez | | Hooli
  Bo Chen | | Hooli
Ropes - Ana Lopez: Bo Chen · Ana Lopez
  title: Ropes - Ana Lopez
  Bo Chen
  Ana Lopez
Ropes - Ana Lopez, Hooli: Ana Lopez • Bo Chen
  title: Ropes - Ana Lopez, Hooli
  Ana Lopez
  Bo Chen
Dr Ana Lopez - knots: the story
  title: knots: the story
  Dr Ana Lopez
Ropes: Golden Masts (EN)
Ropes - Ana Lopez (EN)
  title: Ropes
  Ana Lopez
BoxMax: Driving Efficiency and Innovation with Boxes
Ropes - Ana Lopez (Advanced)
  title: Ropes
  Ana Lopez
Ropes - Ana Lopez (EN/DE)
  title: Ropes
  Ana Lopez
Ropes - Ana Lopez (Hooli) (old)
Ropes - Ana Lopez, Hooli (@ana)
  title: Ropes
  Ana Lopez | | Hooli
Ana Lopez, Hooli (@ana)
  title: Ana Lopez
  Ana Lopez | | Hooli
Ropes - Ana Lopez, SRE @ana
  title: Ropes
  Ana Lopez | SRE
Ropes - Ana Lopez, Initech @Hooli
  title: Ropes
  Ana Lopez | | Initech
Ropes - Ana Lopez, SRE@Hooli
  title: Ropes
  Ana Lopez | SRE | Hooli
Ropes - Ana Lopez, Dev, Hooli
  title: Ropes
  Ana Lopez | Dev | Hooli
Ropes - Ana Lopez, SRE, Maria Silva
  title: Ropes
  Ana Lopez | SRE
  Maria Silva
Ropes - Zork Blimp · Rope Depot
  title: Ropes
  Zork Blimp
  Rope Depot
Ropes - Ana Lopez (Hooli), Zork Blimp
  title: Ropes
  Ana Lopez | | Hooli
  Zork Blimp
Ropes - Ana Lopez, Zork Blimp @zork
  title: Ropes
  Ana Lopez
  Zork Blimp
Ropes - Ana Lopez, Mercedes Benz
  title: Ropes
  Ana Lopez | | Mercedes Benz
Ropes - Ana IT
Ropes - Ana At
Ropes - Ana LOPEZ-GARCIA
  title: Ropes
  Ana LOPEZ-GARCIA
Ropes - 田中 太郎
  title: Ropes
  田中 太郎
Ropes - 田中の話
Ropes - 林業障害対応
Ropes, 田中太郎
  title: Ropes
  田中太郎
SAM templates with Ana Lopez
  title: SAM templates
  Ana Lopez
sam builds with Ana Lopez
  title: sam builds
  Ana Lopez
(Ana Lopez) Ropes
  title: Ropes
  Ana Lopez
Ropes: by Ana Lopez
  title: Ropes
  Ana Lopez
Ropes by Ana Lopez - SRE
  title: Ropes
  Ana Lopez | SRE
Ropes by Ana Lopez - Hooli
  title: Ropes
  Ana Lopez | | Hooli
Ana Lopez - SRE - Ropes
  title: Ropes
  Ana Lopez | SRE
Ana Lopez: ROPES
Golden Masts - Zork Blimp: Zork Blimp
  title: Golden Masts
  Zork Blimp
Zork Blimp & Fark Blomp
Ropes with Fair Winds
Maria Silva with Ana Lopez
Golden Masts (Zork Blimp & Fark Blomp)
Keynote - Zork Blimp
  title: Keynote
  Zork Blimp
Ropes 1 - Zork Blimp
  title: Ropes 1
  Zork Blimp
Session 1 - Zork Blimp
Golden Masts - Zork Blimp
Golden Masts - Zork Blimp, Hooli
  title: Golden Masts
  Zork Blimp | | Hooli
Golden Masts - Zork Blimp & Fark Blomp
  title: Golden Masts
  Zork Blimp
  Fark Blomp
Maria Silva - Ana Lopez
Ropes and knots: Zork Blimp at Hooli, SRE
  title: Ropes and knots
  Zork Blimp | SRE | Hooli
Panel with Zork Blimp
  title: Panel
  Zork Blimp
Ropes, with Zork Blimp
  title: Ropes
  Zork Blimp
Lightning talk Ana Lopez
  title: Lightning talk
  Ana Lopez
Lightning talk Dr Zork Blimp
  title: Lightning talk
  Dr Zork Blimp
Lightning talk Zork Blimp & Fark Blomp
`

func TestReadTitle(t *testing.T) {
	for _, c := range cases(titles) {
		text := who.NewText(c.text)
		got := who.ReadTitle(&text)
		lines := speakerLines(got.Speakers)
		if got.Text != c.text {
			lines = append([]string{"title: " + got.Text}, lines...)
		}
		if diff := cmp.Diff(c.want, lines); diff != "" {
			t.Errorf("ReadTitle(%q) (-want +got):\n%s", c.text, diff)
		}
	}
}

type readCase struct {
	text string
	want []string
}

// cases are texts, each with indented lines behind it.
func cases(all string) []readCase {
	var out []readCase
	all = strings.ReplaceAll(strings.Trim(all, "\n"), `\u0301`, "\u0301")
	for line := range strings.SplitSeq(all, "\n") {
		if rest, indented := strings.CutPrefix(line, "  "); indented {
			out[len(out)-1].want = append(out[len(out)-1].want, rest)
		} else {
			out = append(out, readCase{text: line})
		}
	}
	return out
}

func speakerLines(all []summit.Speaker) []string {
	var out []string
	for _, s := range all {
		fields := strings.Join([]string{s.Name, s.Role, s.Organization, s.URL}, " | ")
		out = append(out, strings.ReplaceAll(strings.TrimRight(fields, " |"), "  ", " "))
	}
	return out
}

// below are lines below a title, with a slash between; `*` begins a bullet, `_` a line in
// italics, `=` a line of its own, `~` one that is far down, `+` one in the paragraph of the line
// above, and `^` the first of a list. The text of a nested bullet follows `>`.
const below = `
Speaker: Ana Lopez
  Ana Lopez
Speakers: Ana Lopez, Hooli
  Ana Lopez | | Hooli
Speakers: Ana Lopez, Bo Chen
  Ana Lopez
  Bo Chen
Speaker: Ana, Bo
  Ana | | Bo
Speakers: Ana, Bo
  Ana
  Bo
Relatori: Ana, Bo
  Ana
  Bo
Sprecherinnen: Ana, Bo
  Ana
  Bo
Besucherinnen: Ana, Bo
Referenten: Ana, Bo
  Ana
  Bo
Speaker's name: Ana
  Ana
Name: Ana
Presenters: Ana, Bo Chen
  Ana
  Bo Chen
Speakers: AL, BC
  AL
  BC
Speakers: @ana, @bo
  @ana
  @bo
Speakers: BoxMax, PodMan
Speaker: Ana, hooli
  Ana | | hooli
Speaker: Ana Lopez - Twitter: @ana
  Ana Lopez
Speaker: Ana Lopez - knots
Speaker: tba
Speaker: TBA
Speaker: Team
Speaker: X
Note: Ana Lopez
Speaker of the year, whom nobody knows: Ana
by Ana Lopez
  Ana Lopez
By Ana Lopez
  Ana Lopez
von Ana Lopez
  Ana Lopez
— Ana Lopez
  Ana Lopez
~~ Ana Lopez
  Ana Lopez
Presented by Ana Lopez
  Ana Lopez
Presented to Ana Lopez
by Ana Lopez, Bo Chen
  Ana Lopez
  Bo Chen
by Ana Lopez at Rope Conf 2031
  Ana Lopez
by Ana Lopez at the quay
by hand
Ana Lopez, Hooli
  doubtful: Ana Lopez
Ana Lopez/remark
  doubtful: Ana Lopez
Ana Lopez & Bo Chen/remark
  doubtful: Ana Lopez & Bo Chen
Ana Lopez https://example.com/ana/remark
  Ana Lopez | | | https://example.com/ana
Ana Lopez https://example.com/ana and Bo Chen/remark
remark/Ana Lopez https://example.com/ana
=Ana Lopez, Hooli
  Ana Lopez | | Hooli
=Ana Lopez, Hooli.
=Ana Lopez
  doubtful: Ana Lopez
_Ana Lopez
  Ana Lopez
_Ana Lopez, Hooli
  Ana Lopez | | Hooli
=Ana Lopez - Hooli
  Ana Lopez | | Hooli
=Ana Lopez - Bank of the West
  Ana Lopez | | Bank of the West
=Ana Lopez - Bank in a far away town
=Ana Lopez - The Good Parts
=Ana Lopez - we all did it
=Ana Lopez - One Two Three Four Five Six
=Ana Lopez (Hooli) - Initech
=Ana Lopez @ Hooli - Initech
=(Ana Lopez, Hooli)
  Ana Lopez | | Hooli
* Speaker: Ana
  Ana
* by Ana Lopez
  Ana Lopez
* Ana Lopez, Hooli
  doubtful: Ana Lopez
* Ana Lopez, Hooli was there
* remark/* by Ana Lopez
* remark/* Speaker: Ana
  Ana
~Speaker: Ana
~=Ana Lopez, Hooli
Speakers:/* Ana
  Ana
Speakers:/* Ana/* Bo
  Ana
  Bo
Speakers:/Ana
  Ana
Speakers:/Ana/Bo Chen
  Ana
  Bo Chen
Speakers:/Ana/Bo
  Ana
Speakers:/* Ana/* remark/* Bo
  Ana
Remarks:/* Ana
Speaker: Ana/Speaker: Bo
  Ana
  Bo
Speaker: Ana/Speaker: Ana
  Ana
Speaker: Ana/by Bo Chen
  Ana
remark/Speaker: Ana
  Ana
remark/_Ana Lopez, Hooli
  Ana Lopez | | Hooli
Speaker: NASA
Speaker: Ana/Bo Chen
  Ana
Speaker: Ana/Bo Chen @bo
  Ana
by Ana Lopez/Bo Chen @bo
  Ana Lopez
  Bo Chen
by Ana Lopez/Bo Chen, SRE at Hooli
  Ana Lopez
  Bo Chen | SRE | Hooli
by Ana Lopez/Bo Chen, Hooli
  Ana Lopez
by Ana Lopez/* Bo Chen, SRE at Hooli
  Ana Lopez
remark/by Ana Lopez/Bo Chen, SRE at Hooli
  Ana Lopez
Speakers:/Speaker: Ana
  Ana
Speakers/* Ana
  Ana
Speaker: Ana Lopez & friends
  Ana Lopez
Speaker: Ana, Bo, Cy
  Ana
  Bo
  Cy
Speaker: Manager
=Ana Lopez - Bank we love
Speaker: tba | Guest: Bo Chen
  Bo Chen
Speaker: Ana Lopez; Twitter: https://example.com/ana
  Ana Lopez | | | https://example.com/ana
Speaker(s): Ana, Bo
  Ana
  Bo
Speaker: Ana Lopez and Bo
  Ana Lopez
  Bo
講師: 田中、佐藤
  田中
  佐藤
Speaker: アナ・ロペス
  アナ・ロペス
Speaker: 港の障害対応の話をしました
Speaker: 港K8s
Speaker: @
Speaker: Eng Dir
=Ana Lopez: @ana
  Ana Lopez
=Ana Lopez: @ana Hooli
Ana Lopez/Twitter: https://example.com/ana
  Ana Lopez
Ana Lopez/@ana
  Ana Lopez
Ana Lopez/https://example.com/ana
  doubtful: Ana Lopez
Ana Lopez/Twitter: of no use
  doubtful: Ana Lopez
Ana Lopez/See Bo, Twitter: @bo
  doubtful: Ana Lopez
Ana Lopez/remark/@ana
  doubtful: Ana Lopez
Ana Lopez/^* remark
  doubtful: Ana Lopez
Ana Lopez, Hooli/was there
Ana Lopez, Hooli/Remark/was there
  doubtful: Ana Lopez
Ana Lopez, Hooli/slides: none
  doubtful: Ana Lopez
* Ana Lopez > SRE at Hooli
  Ana Lopez
* Ana Lopez > how we lead
  doubtful: Ana Lopez
* Ana Lopez & Bo Chen
  doubtful: Ana Lopez & Bo Chen
=Ana Lopez & Bo Chen, Hooli
  Ana Lopez | | Hooli
  Bo Chen | | Hooli
=Zork Blimp, SRE
  Zork Blimp | SRE
Speakers: Zork Blimp, Fark Blomp
  Zork Blimp
  Fark Blomp
Speaker: Ana Lopez, Website: soon
=Zork Blimp & Fark Blomp
  doubtful: Zork Blimp & Fark Blomp
=Zork Blimp & Fark Blomp, Hooli
  doubtful: Zork Blimp & Fark Blomp
=Ana Lopez - @ana - Hooli
  Ana Lopez | | Hooli
=Ana Lopez - SRE - Hooli
  Ana Lopez | SRE | Hooli
=Ana Lopez - knots - Hooli
@ana
  doubtful: @ana
@ana, @bo
  doubtful: @ana & @bo
Twitter: @ana
  doubtful: @ana
@ana and friends of hers
remark/@ana
:mic: Speaker: Ana
  Ana
Speaker bio : Ana
  Ana
Who: Ana
  Ana
Докладчик: Анна
  Анна
Ana Lopez (@ana) Hooli
  Ana Lopez | | Hooli
Ana Lopez (@ana), Hooli
  Ana Lopez | | Hooli
=Ana Lopez (@ana) - Hooli
  Ana Lopez | | Hooli
Ana Lopez @ana./+Bo Chen @bo
  Ana Lopez
  Bo Chen
=Ana Lopez - Hooli - @ana
  Ana Lopez | | Hooli
remark/=Ana Lopez - SRE, Hooli
  Ana Lopez | SRE | Hooli
remark/=Ana Lopez, SRE, Hooli
remark/=Ana Lopez - Hooli
remark/=Zork Blimp - SRE, Hooli
remark/Ana Lopez - SRE, Hooli
By Ana Lopez of Hooli
  Ana Lopez | | Hooli
By Zork Blimp of Hooli
* Keynote by Ana Lopez
  Ana Lopez
* with Ana Lopez
Presenter: AJ Lopez
  AJ Lopez
AJ Lopez
  doubtful: AJ Lopez
AJ Researcher
It Lopez
Speaker: AJL
  AJL
Speaker: AJLO
Ana Lopez/+Bo Chen/+Cy Dahl/+remark
  doubtful: Ana Lopez & Bo Chen & Cy Dahl
Ana Lopez/Bo Chen
  doubtful: Ana Lopez
Zork Blimp/+Bo Chen
  doubtful: Zork Blimp & Bo Chen
Ana Lopez/+Rope Works
  doubtful: Ana Lopez
by Ana Lopez, SRE, Hooli/+by Bo Chen, SRE, Hooli
  Ana Lopez | SRE | Hooli
  Bo Chen | SRE | Hooli
_Ana Lopez, Hooli/+Bo Chen, Initech/+remark
  Ana Lopez | | Hooli
  Bo Chen | | Initech
_Ana Lopez, Hooli/+San Marino, Italy
  Ana Lopez | | Hooli
_Ana Lopez, Hooli/Bo Chen, Initech
  Ana Lopez | | Hooli
remark/This talk was given by Ana Lopez
This talk was given by Ana Lopez. Bo Chen was there.
  doubtful: Ana Lopez
A palestra foi dada pela Ana Lopez
A palestra foi com a Ana Lopez, rigger
  doubtful: Ana Lopez
This talk was one of the best by Ana Lopez
This keynote by hand
* This talk was given by Ana Lopez
The ropes are by Ana Lopez
Speaker/Ana Lopez is a rigger
  Ana Lopez
Speaker/* Ana Lopez is a rigger
Speaker/Zork Blimp is a rigger
Ana Lopez/+remark/+Bo Chen
  doubtful: Ana Lopez
_Ana Lopez, Hooli/+Bo Chen
  Ana Lopez | | Hooli
  Bo Chen
Speaker: K8s
CI Lopez
AJ lopez
ABC Lopez
A1 Lopez
山田結び／船舶協会 主任 技師
  doubtful: 山田結び
山田結び／船舶協会
結び目／概要
`

func TestBelow(t *testing.T) {
	for _, c := range cases(below) {
		var lines []who.Line
		for text := range strings.SplitSeq(strings.ReplaceAll(c.text, "https://example.com/ana", "https:%%example.com%ana"), "/") {
			l := who.Line{First: len(lines) == 0}
			for ; text != "" && strings.ContainsAny(text[:1], "*_=~^+") && !strings.HasPrefix(text, "~~"); text = text[1:] {
				l.Bullet = l.Bullet || text[0] == '*'
				l.Emphasised = l.Emphasised || text[0] == '_'
				l.Alone = l.Alone || text[0] == '='
				l.Far = l.Far || text[0] == '~'
				l.Follows = l.Follows || text[0] == '+'
				l.First = l.First || text[0] == '^'
			}
			text, l.Inner, _ = strings.Cut(text, " >")
			l.Text = who.NewText(strings.ReplaceAll(strings.TrimSpace(text), "%", "/"))
			lines = append(lines, l)
		}
		all, doubtful := who.Below(slices.Values(lines))
		if names := who.Names(doubtful.Speakers); names != "" {
			all.Speakers = append(all.Speakers, summit.Speaker{Name: "doubtful: " + names})
		}
		if diff := cmp.Diff(c.want, speakerLines(all.Speakers)); diff != "" {
			t.Errorf("Below(%q) (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestLongLines(t *testing.T) {
	long := strings.Repeat("and so on ", 40)
	for _, words := range []string{"Speaker: Ana Lopez, SRE of " + long, "by Ana Lopez, SRE of " + long} {
		l := who.Line{Text: who.NewText(words)}
		if p, _ := who.Below(slices.Values([]who.Line{l})); p.Certainty > who.Nobody {
			t.Errorf("Below(%q) is %+v", words, p)
		}
	}
	text := who.NewText("Ropes " + long + " - Ana Lopez https://example.com")
	if got := who.ReadTitle(&text); len(got.Speakers) > 0 || strings.ContainsFunc(got.Text, who.IsMark) {
		t.Errorf("ReadTitle(%q) is %+v", text.Words, got)
	}
}

func TestNamesEvent(t *testing.T) {
	for text, want := range map[string]bool{
		"Rope Summit": true, "KubeCon": true, "DevOpsDays Chile": true, "Ropes 2031": true, "Ropes 1999": true, "Ropes 8080": false, "Ropes 20x4": false,
		"Fridays": false, "Con": false, "Icons": false, "icon": false, "Ropes": false, "": false, "Config": false,
	} {
		if got := who.NamesEvent(text); got != want {
			t.Errorf("NamesEvent(%q) is %v", text, got)
		}
	}
}

func TestProfiles(t *testing.T) {
	for _, c := range []struct {
		words string
		links []who.Link
		want  []string
	}{
		{"Ropes - ", []who.Link{{"Ana Lopez", "https://example.com/ana"}}, []string{"Ana Lopez | | | https://example.com/ana"}},
		{"Ropes - ", []who.Link{{"Ana Lopez", "ana.html"}}, []string{"Ana Lopez"}},
		{"Ropes - Ana Lopez ", []who.Link{{"@ana", "https://example.com/ana"}}, []string{"Ana Lopez | | | https://example.com/ana"}},
		{"Ropes - Ana Lopez ", []who.Link{{"@ana", "ana.html"}}, []string{"Ana Lopez"}},
		{"Ropes of old, and new, ", []who.Link{{"Ana Lopez", "https://example.com/ana"}}, []string{"Ana Lopez | | | https://example.com/ana"}},
		{"Ropes, Bo Chen and ", []who.Link{{"Ana Lopez", "https://example.com/ana"}}, []string{"Bo Chen", "Ana Lopez | | | https://example.com/ana"}},
		{"Ropes - Bo Chen and Ana Lopez ", []who.Link{{"@ana", "https://example.com/ana"}}, []string{"Bo Chen", "Ana Lopez"}},
		{"Ropes - Ana Lopez, ", []who.Link{{"Zork Blimp", "https://twitter.com/zork"}}, []string{"Ana Lopez", "Zork Blimp | | | https://twitter.com/zork"}},
		{"Ropes - Ana Lopez, ", []who.Link{{"Rope Depot", "https://github.com/"}}, []string{"Ana Lopez | | Rope Depot"}},
		{"Ropes - Ana Lopez, ", []who.Link{{"Rope Depot", "https://github.com/depot/ropes"}}, []string{"Ana Lopez | | Rope Depot"}},
		{"Ropes - Ana Lopez, Rope Depot ", []who.Link{{"knots", "https://github.com/ana"}}, []string{"Ana Lopez | | Rope Depot knots"}},
		{"Ropes of old ", []who.Link{{"Ana Lopez", "https://example.com/ana"}}, []string{"Ana Lopez | | | https://example.com/ana"}},
		{"Ropes of old ", []who.Link{{"Zork Blimp", "https://example.com/zork"}}, nil},
		{"Ropes - Ana Lopez, SRE at ", []who.Link{{"Hooli", "https://example.com"}}, []string{"Ana Lopez | SRE | Hooli"}},
	} {
		var w who.Writer
		w.AddWords(c.words)
		for _, l := range c.links {
			w.AddLink(l.Words, l.URL)
		}
		text := w.Text()
		got := who.ReadTitle(&text)
		if diff := cmp.Diff(c.want, speakerLines(got.Speakers)); diff != "" {
			t.Errorf("ReadTitle(%q, %v) (-want +got):\n%s", c.words, c.links, diff)
		}
	}
}

// TestDoubtful has titles with their readings in doubt.
func TestDoubtful(t *testing.T) {
	for text, want := range map[string]string{
		"Ana Lopez: Ropes, Hooli":             "Ana Lopez (): Ropes, Hooli; Ana Lopez (Hooli): Ropes",
		"Ana Lopez: Ropes, knots":             "Ana Lopez (): Ropes, knots",
		"Ana Lopez - Ropes (Hooli)":           "Ana Lopez (Hooli): Ropes",
		"Ana Lopez - Ropes (Rope Conf 2031)":  "Ana Lopez (): Ropes (Rope Conf 2031)",
		"Ana Lopez - Ropes (Advanced)":        "Ana Lopez (): Ropes (Advanced)",
		"Ana Lopez - Ropes (EN)":              "Ana Lopez (): Ropes (EN)",
		"Ana Lopez - Ropes (Chief Architect)": "Ana Lopez (): Ropes (Chief Architect)",
		"Ana Lopez - (Hooli)":                 "Ana Lopez (): Ana Lopez; Ana Lopez (): (Hooli)",
		"Ana Lopez, Rope Depot":               "",
		"Ana Lopez - Ana Lopez":               "",
	} {
		title := who.NewText(text)
		var out []string
		for _, d := range who.ReadTitle(&title).Doubtful {
			out = append(out, fmt.Sprintf("%s (%s): %s", who.Names(d.Speakers), d.Speakers[0].Organization, d.Text))
		}
		if got := strings.Join(out, "; "); got != want {
			t.Errorf("ReadTitle(%q) doubts %q, want %q", text, got, want)
		}
	}
}

// TestCellOfAccounts has names of accounts without their signs.
func TestCellOfAccounts(t *testing.T) {
	for words, want := range map[string]string{"ana_l": "ana_l", "ana-l": "ana-l", "ana2": "ana2", "ana.l": "", "Ana2": "", "manager": ""} {
		if p := who.ReadCell([]who.Text{who.NewText(words)}); who.Names(p.Speakers) != want {
			t.Errorf("ReadCell(%q) is %+v, want %q", words, p, want)
		}
	}
}

// TestIsFirstName has titles that end with "by" and a name.
func TestIsFirstName(t *testing.T) {
	for text, want := range map[string]bool{"Ropes by Ana": true, "Ropes by Ana, SRE at Hooli": true, "Ropes by Ana and Bo": false, "Ropes by Hooli": false, "Ropes by BO": false} {
		title := who.NewText(text)
		got := who.ReadTitle(&title)
		if len(got.Speakers) > 0 || len(got.Doubtful) != 1 || got.Doubtful[0].IsFirstName() != want {
			t.Errorf("ReadTitle(%q) is %+v, want a doubtful first name: %v", text, got, want)
		}
	}
}

// TestAreLabelled has lines of which one says that the people are the speakers.
func TestAreLabelled(t *testing.T) {
	for _, c := range []struct {
		lines []string
		want  bool
	}{
		{[]string{"Speaker: Ana Lopez"}, true},
		{[]string{"Speaker: Ana Lopez", "Room: 5"}, true},
		{[]string{"by Ana Lopez", "Speaker: Bo Chen"}, true},
		{[]string{"by Ana Lopez", "Room: 5"}, false},
	} {
		var lines []who.Line
		for _, l := range c.lines {
			lines = append(lines, who.Line{Text: who.NewText(l)})
		}
		if all, _ := who.Below(slices.Values(lines)); all.AreLabelled() != c.want {
			t.Errorf("the people in %q are labelled: %v, want %v", c.lines, all.AreLabelled(), c.want)
		}
	}
}

func TestPronounsAlone(t *testing.T) {
	for _, several := range []bool{true, false} {
		text := who.NewText("She/her,()")
		if p := who.Read(&text, several); p.Certainty > who.Nobody {
			t.Errorf("Read(%q, %v) is %+v", text.Words, several, p)
		}
	}
}

// TestManyAddresses has more addresses in a text than there are marks for.
func TestManyAddresses(t *testing.T) {
	text := who.NewText(strings.Repeat("https://a.example ", 1<<16+1) + "Ropes")
	if got := who.ReadTitle(&text); got.Text != "https://a.example Ropes" {
		t.Errorf("ReadTitle has the title %.200q", got.Text)
	}
	if p := who.ReadCell([]who.Text{text, who.NewText("https://b.example")}); p.Certainty > who.Nobody {
		t.Errorf("ReadCell is %+v", p)
	}
}
