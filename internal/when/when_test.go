package when_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cloudfoundry-community/cf-summit-notes-plugin/internal/when"
)

// days are texts with what they say of a day of a summit in 2016; nothing if they are none.
const days = `
Day 2                                   day 2
Day 2:                                  day 2
DAY 2 – Wednesday                       day 2, weekday 3
Day #2                                  day 2
Day-2                                   day 2
Day 0                                   day 0, zeroth
Day 12                                  day 12
Day 120
120. Tag
120日目
日目
1st of May                              2016-05-01, weekday 7
Day 2x
My day
-
Day 2, room 5/24 left                   day 2, more
11/12/2017                              more
Day 2, 5 6 2017                         day 2, more
Day 2, 24.5. 10 talks                   day 2, 2016-05-24, weekday 2, more
Day 2 - 3/x, 2017-05-24                 day 2, 2017-05-24, weekday 3, more
24.5/2017
24:5:2017
Day 2, 5-24                             day 2, more
2017年5月24
24.5.2017x
Day 2 24.5.2017x                        day 2, more
5.6.2017                                2017-06-05, weekday 1
Day 2nd half
Day two                                 day 2
Day iv                                  day 4
Day
Two
First day                               day 1, ordinal
First things first
Conference day 2                        day 2
Conference room 2
Day 2 of 3                              day 2, more
Day 2 of the summit
Day 2 morning                           day 2, more
Day 2 operations
Day 2 Keynote                           day 2, more
Day 2 (recap)                           day 2, more
Day 2/3                                 day 2, more
Day 2, 24 May                           day 2, 2016-05-24, weekday 2
Day 2 24.5.                             day 2, 2016-05-24, weekday 2
Day 2 May 24                            day 2, 2016-05-24, weekday 2
Day 2 - the long one                    day 2, more
Day 2 | Room: Blue, 24 May              day 2, 2016-05-24, weekday 2, more
Tag 2: Mittwoch                         day 2, weekday 3
Monday                                  weekday 1
Monday morning                          weekday 1, more
Tuesday (Wednesday)   weekday 2, more
Friday deploys
Friday: deploys considered harmful      weekday 5, more
Tue 5/24                                2016-05-24, weekday 2
Tue
Tue to go on 5/24
Tue 5/24 deploys                        2016-05-24, weekday 2, more
December 7, 2018 [Public Meeting]       2018-12-07, weekday 5, more
October 23 - Triage                     2016-10-23, weekday 7, more
24 May (recording)                      2016-05-24, weekday 2, more
Sat.
segunda-feira                           weekday 1
segunda-mão
sun-feira
Sonnabend, 3. Dezember                  2016-12-03, weekday 6
24 May                                  2016-05-24, weekday 2
24 May 2017                             2017-05-24, weekday 3
24th of May                             2016-05-24, weekday 2
May 24th, 2017                          2017-05-24, weekday 3
May 24                                  2016-05-24, weekday 2
24 de mayo de 2017                      2017-05-24, weekday 3
May
May 32
24 May5
5May 24
24 May recap                            2016-05-24, weekday 2, more
24 May Tuesday                          2016-05-24, weekday 2
24 May Tue                              2016-05-24, weekday 2
24 May release train
Release of 24 May
24-26 May
24 to 26 May
May 24 - May 26
June 5 and 6 May
from A & 26 May
2017-05-24                              2017-05-24, weekday 3
2017/05/24                              2017-05-24, weekday 3
2017-05
2017.05.24
2017-005-24
2017-05-024
2017-13-24
2017-02-30
20170524                                2017-05-24, weekday 3
12345678
24.5.2017                               2017-05-24, weekday 3
24. 5. 2017                             2017-05-24, weekday 3
24.5.17
24.5.                                   2016-05-24, weekday 2
24.5
24.5. deploys
24-5-2017                               2017-05-24, weekday 3
1. Tag                                  day 1
2. Tag – Hafen                          day 2, more
2. Day in the harbour
Zweiter Tag                             day 2, ordinal
1er jour                                day 1, ordinal
Deuxième jour : ports                   day 2, ordinal, more
Segundo día                             day 2, ordinal
Seconda giornata                        day 2, ordinal
3º dia                                  day 3, ordinal
6-Nov-2018                              2018-11-06, weekday 2
24-26 May 2018
1日目                                    day 1
2017年5月24日                             2017-05-24, weekday 3
5/24/2017                               2017-05-24, weekday 3
24/5/2017                               2017-05-24, weekday 3
5/5/2017                                2017-05-05, weekday 5
5/6/2017                                more
5/6/2017 deploys
0/5/2017
5/0/2017
5/24
v2017-05-24
5/24/2017x
24 Mayo and more
The long road that we went and that nobody knew before, 24 May
` + "Tuesday, 24 May, or when we wrote a line of two hundred bytes and more, which no heading of a day is, be it as long as it may, because the people who write headings of days write a few words and no more than that, 24 May"

func TestReadDay(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(days), "\n") {
		text, want, _ := strings.Cut(line, "   ")
		if diff := cmp.Diff(strings.TrimSpace(want), show(when.ReadDay(text, 2016))); diff != "" {
			t.Errorf("ReadDay(%q) (-want +got):\n%s", text, diff)
		}
	}
}

func show(d when.Day, found bool) string {
	var out []string
	add := func(is bool, format string, value any) {
		if is {
			out = append(out, strings.Split(fmt.Sprintf(format, value), "%!")[0])
		}
	}
	add(d.Number > 0 || d.Zeroth, "day %d", d.Number)
	add(d.Zeroth, "zeroth", "")
	add(d.Ordinal, "ordinal", "")
	add(d.Date != "", "%s", d.Date)
	add(d.Weekday > 0, "weekday %d", d.Weekday)
	add(d.More, "more", "")
	if !found {
		out = nil
	}
	return strings.Join(out, ", ")
}

func TestReadDayWithoutAYear(t *testing.T) {
	d, found := when.ReadDay("24 May", 0)
	if diff := cmp.Diff("more", show(d, found)); diff != "" {
		t.Errorf("ReadDay (-want +got):\n%s", diff)
	}
}

func TestIsSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Day 2", "Day 2 - Tuesday", true},
		{"Day 2 - Tuesday", "Day 3 - Tuesday", false},
		{"Day 0", "Day 0", true},
		{"Day 0", "Monday", false},
		{"24 May", "2016-05-24", true},
		{"2016-05-24", "24 May", true},
		{"2016-05-24", "2016-05-25", false},
		{"Monday", "2016-05-24", false},
		{"2016-05-24", "Monday", false},
		{"Monday", "Monday", true},
		{"Monday", "Tuesday", false},
		{"5/6/2016", "24 May", false},
		{"5/6/2016", "Day 1", false},
	} {
		a, _ := when.ReadDay(c.a, 0)
		b, _ := when.ReadDay(c.b, 0)
		if got := a.IsSame(b); got != c.want {
			t.Errorf("%q and %q are the same day: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestDateIn(t *testing.T) {
	for name, want := range map[string]string{
		"Harbour Days, 5 June 2018":          "2018-06-05",
		"Harbour Days, 5 June":               "",
		"Harbour Days 2018":                  "",
		"Harbour Days, 5 June 2018 to 7":     "",
		"Harbour Days":                       "",
		"Harbour Days 24-26 May 2018":        "",
		"Harbour Days 24 to 26 May 2018":     "",
		"Harbour Days May 24/25 2018":        "",
		"Harbour Days, 30 May – 1 June 2018": "",
		"Harbour Days to 1 June 2018":        "2018-06-01",
		"Harbour, 1 June 2018":               "2018-06-01",
		"Harbour 12, 1 June 2018":            "2018-06-01",
		"Version 24.5.2017x":                 "",
		"Harbours/1 June 2018":               "2018-06-01",
		"Release v2017-05-24":                "",
		"Room 12 of 24 May 2018":             "2018-05-24",
		"We may meet on 24 May 2018":         "2018-05-24",
	} {
		if got, _ := when.DateIn(name, 0); got != want {
			t.Errorf("DateIn(%q) is %q, want %q", name, got, want)
		}
	}
}

// times are titles with what is left of them behind the time of day.
const times = `
9:30 PST: Ropes            Ropes
9:30 to 10 am CET Ropes    Ropes
9:30 PSTs                  PSTs
9:30 Ropes                 Ropes
09.30 Ropes                Ropes
9.30 Ropes                 9.30 Ropes
9.30 Uhr Ropes             Ropes
2.10pm: Ropes              Ropes
14h00 Ropes                Ropes
14h00-15H10 Ropes          Ropes
14h Ropes                  14h Ropes
14h: Ropes                 Ropes
2pm Ropes                  Ropes
2 p.m. Ropes               Ropes
5 am pages                 5 am pages
5 am - pages               pages
5 ample pages              5 ample pages
9:30–10:15 Ropes           Ropes
9 to 10am ropes            9 to 10am ropes
9am to 10am ropes          ropes
9am to ropes               9am to ropes
10.45 bis 11.30 Uhr Ropes  Ropes
[9:30] Ropes               Ropes
9:30                       9:30
9:61 Ropes                 9:61 Ropes
9:5 Ropes                  9:5 Ropes
9:305 Ropes                9:305 Ropes
9-30 Ropes                 9-30 Ropes
9:30 ample pages           ample pages
10.30                      10.30
9:30x Ropes                9:30x Ropes
123:30 Ropes               123:30 Ropes
:30 Ropes                  :30 Ropes
10.30.2 Ropes              10.30.2 Ropes
10.30% more ropes          10.30% more ropes
10.30-11.00 Ropes          Ropes
10.30–11.00 Ropes          Ropes
13:30 ~ 13:40 Ropes        Ropes
13:30〜13:40 Ropes         Ropes
13:30 ～ 13:40 Ropes       Ropes
10 ropes                   10 ropes
10                         10
Ropes                      Ropes
`

func TestCutTimeBehind(t *testing.T) {
	for title, want := range map[string]string{
		"Ropes (9am)": "Ropes", "Ropes (~2:10pm)": "Ropes", "Ropes (18F)": "Ropes (18F)", "Ropes 9am)": "Ropes 9am)", "Ropes (9am) again": "Ropes (9am) again",
		"Ropes (9am or so)": "Ropes (9am or so)", "Ropes": "Ropes", "(9am)": "(9am)", "Ropes ()": "Ropes ()", "Ropes (": "Ropes (", "Ropes (9am": "Ropes (9am",
	} {
		if got, found := when.CutTimeBehind(title); got != want || found != (got != title) {
			t.Errorf("CutTimeBehind(%q) is %q, %v, want %q", title, got, found, want)
		}
	}
}

func TestCutTime(t *testing.T) {
	for _, line := range strings.Split(strings.Trim(times, "\n"), "\n") {
		title, want, _ := strings.Cut(line, "  ")
		want = strings.TrimSpace(want)
		if got, found := when.CutTime(title); got != want || found != (got != title) {
			t.Errorf("CutTime(%q) is %q, %v, want %q", title, got, found, want)
		}
	}
}

func TestDateInSeveral(t *testing.T) {
	for text, want := range map[string]bool{
		"Harbour Days, May 24-26":                 true,
		"Harbour Days, 24 May 2018":               false,
		"Harbour Days, 24-26 May 2018":            true,
		"Harbour Days, 24 May 2018, 26 May":       true,
		"Harbour Days, 24 May 2018 - 18:30":       false,
		"Harbour Days, 24 May 2018 to 28":         true,
		"Harbour Days 2018-05-24, 5-things to do": false,
		"Harbour Days, 24 May 2018 28 talks":      false,
		"Harbour Days, 24 May 2018 - 45 talks":    false,
	} {
		if _, got := when.DateIn(text, 2018); got != want {
			t.Errorf("DateIn(%q) has several days: %v, want %v", text, got, want)
		}
	}
}

func TestDateOf(t *testing.T) {
	for _, c := range []struct {
		line, want string
		labelled   bool
	}{
		{"Utrecht, 6 November 2018", "2018-11-06", false},
		{"Utrecht, 6 November 2018", "", true},
		{"Date: 2018-11-06", "2018-11-06", true},
		{"Datum: 6.11.2018, 18:30 Uhr", "2018-11-06", false},
		{"Fecha: martes, 6 de noviembre de 2018", "2018-11-06", false},
		{"日時: 2018年11月6日", "2018-11-06", true},
		{"Thursday, 14 Nov 2019. Free pizza.", "2019-11-14", false},
		{"2018/11/06 Tue", "2018-11-06", false},
		{"Posted 2018-11-06", "", false},
		{"We met on 6 November 2018", "", false},
		{"6 November 2018 was a day of rain", "", false},
		{"6-7 November 2018", "several", false},
		{"Utrecht, 6-7 November 2018", "several", false},
		{"We met on 6-7 November 2018", "", false},
		{"The Very Old Mint of Utrecht Town, 6 November 2018", "", false},
		{"No date", "", false},
		{"Data: 5/6/2018", "2018-06-05", true},
		{"Datum: 6.11.2018", "2018-11-06", true},
		{"Fecha: 5/6/2018 a las 19:00", "2018-06-05", false},
		{"Datum: 5.-6.6.2018", "several", false},
		{"Date: 5/6/2018", "", false},
		{"Data: tba", "", false},
		{"Utrecht, den 6.11.2018", "2018-11-06", false},
		{"Utrecht, 6 November 2018: " + strings.Repeat("ropes ", 30), "", false},
	} {
		got, several := when.DateOf(c.line, 0, c.labelled)
		if several {
			got += "several"
		}
		if got != c.want {
			t.Errorf("DateOf(%q, %v) is %q, want %q", c.line, c.labelled, got, c.want)
		}
	}
}

func TestCutDate(t *testing.T) {
	for _, c := range []struct{ title, rest, on string }{
		{"2022-01-19 Ropes", "Ropes", "2022-01-19"},
		{"2022-01-19: Ropes", "Ropes", "2022-01-19"},
		{"Wed, 19 Jan 2022 - Ropes", "Ropes", "2022-01-19"},
		{"Ropes (2022-01-19)", "Ropes", "2022-01-19"},
		{"Ropes (Wednesday, 19 January 2022)", "Ropes", "2022-01-19"},
		{"Ropes - 19 January 2022", "Ropes", "2022-01-19"},
		{"Ropes - from 19 January 2022", "Ropes - from 19 January 2022", ""},
		{"Ropes (day 2)", "Ropes (day 2)", ""},
		{"Ropes of 2022-01-19", "Ropes of 2022-01-19", ""},
		{"2022-01-19", "2022-01-19", ""},
		{"2022-01-19-21 Ropes", "2022-01-19-21 Ropes", ""},
		{"19 ropes", "19 ropes", ""},
		{"March 12 ropes", "March 12 ropes", ""},
		{"March 12, 2022 Ropes", "Ropes", "2022-03-12"},
		{"Ropes 2022-01-19 knots", "Ropes 2022-01-19 knots", ""},
		{"12 ropes - Tuesday", "12 ropes - Tuesday", ""},
		{"Ropes (day 2, 19 January 2022)", "Ropes (day 2, 19 January 2022)", ""},
		{"Ropes - old - 19 January 2022 - 9:30", "Ropes - old", "2022-01-19"},
		{"Ropes (19 January 2022, 9:30-10:15)", "Ropes", "2022-01-19"},
		{"Ropes - " + strings.Repeat("long ", 40) + "- 19 January 2022", "Ropes - " + strings.Repeat("long ", 40) + "- 19 January 2022", ""},
		{"Ropes - 19 January 2022, the story", "Ropes - 19 January 2022, the story", ""},
	} {
		if rest, on := when.CutDate(c.title); rest != c.rest || on != c.on {
			t.Errorf("CutDate(%q) is %q and %q, want %q and %q", c.title, rest, on, c.rest, c.on)
		}
	}
}

func TestCutDateBehind(t *testing.T) {
	for line, rest := range map[string]string{
		"Ana Lopez, 19 January 2022":                "Ana Lopez",
		"Ana Lopez - @ana - 2022-01-19 15:25":       "Ana Lopez - @ana",
		"Ana Lopez (Hooli, 2022) | 2022-01-19 | 9h": "Ana Lopez (Hooli, 2022)",
		"Ana Lopez, born 19 January 2022":           "Ana Lopez, born 19 January 2022",
		"Ana Lopez, 19 January 2022 at sea":         "Ana Lopez, 19 January 2022 at sea",
		", 19 January 2022":                         ", 19 January 2022",
		"Ana Lopez, 19 January 1922":                "Ana Lopez, 19 January 1922",
	} {
		if got := when.CutDateBehind(line); got != rest {
			t.Errorf("CutDateBehind(%q) is %q, want %q", line, got, rest)
		}
	}
}

func TestReadFileName(t *testing.T) {
	for _, c := range []struct {
		file   string
		number int
		on     string
	}{
		{"day-1.md", 1, ""},
		{"kubecon/day2/ropes.md", 2, ""},
		{"kubecon-2019-day2.md", 2, ""},
		{"day-two-notes.md", 2, ""},
		{"tag_3/seile.md", 3, ""},
		{"day-2-operations.md", 0, ""},
		{"safe-from-day-one.md", 0, ""},
		{"day.md", 0, ""},
		{"2023-04-15-harbour/talk.md", 0, "2023-04-15"},
		{"2023-04-15-harbour/day-2.md", 2, ""},
		{"2023-04-15-harbour/day-1.md", 1, "2023-04-15"},
		{"2023-04-16-day-2.md", 2, "2023-04-16"},
		{"2023-04-16-day-2/day-2.md", 2, "2023-04-16"},
		{"day-2x.md", 0, ""},
		{"day-120.md", 0, ""},
		{"day-2-may.md", 2, ""},
		{"day1_ropes_of_steel.md", 1, ""},
		{"j1-2-cordes.md", 1, ""},
		{"j1-cordes.md", 0, ""},
		{"k1-2-cordes.md", 0, ""},
		{"day120-ropes.md", 0, ""},
		{"day-2-tuesday.md", 2, ""},
		{"day-2-2018.md", 2, ""},
		{"day2/2023-04-16-ropes.md", 2, "2023-04-16"},
		{"2023-04-15-harbour/2023-04-16-ropes.md", 0, "2023-04-16"},
		{"2018/harbour/wednesday.md", 0, ""},
		{"journals/2023_06_21.md", 0, "2023-06-21"},
		{"_posts/2018-10-27-5-ropes.md", 0, "2018-10-27"},
		{"2018-10-27-28-harbour/ropes.md", 0, ""},
		{"2018-10-27/a/b/c/d.md", 0, ""},
		{"blog/2018/10/27-ropes.md", 0, "2018-10-27"},
		{"20181027.md", 0, "2018-10-27"},
		{"ropes_dec_10_18.md", 0, "2018-12-10"},
		{"ropes-10-dec-18.md", 0, "2018-12-10"},
		{"ropes-dec-10.md", 0, ""},
		{"10.md", 0, ""},
		{"harbour/2018 10 27/ropes.md", 0, "2018-10-27"},
		{"harbour/2018 10 27.md", 0, "2018-10-27"},
		{"main/2018/WG-10-27.md", 0, "2018-10-27"},
		{"2018/10-27.md", 0, "2018-10-27"},
		{"boats/10-27.md", 0, ""},
		{"2018/10-42.md", 0, ""},
		{"20/18-10.md", 0, ""},
	} {
		if number, on := when.ReadFileName(c.file); number != c.number || on != c.on {
			t.Errorf("ReadFileName(%q) is %d and %q, want %d and %q", c.file, number, on, c.number, c.on)
		}
	}
}

func TestYearInPath(t *testing.T) {
	for file, want := range map[string]int{
		"2018/harbour.md": 2018, "1999/harbour.md": 1999, "2018/harbour-2019/ropes.md": 2019, "8080/harbour.md": 0, "20180/harbour.md": 0, "2018/a/b/c/ropes.md": 0,
	} {
		if got := when.YearInPath(file); got != want {
			t.Errorf("YearInPath(%q) is %d, want %d", file, got, want)
		}
	}
}

// TestOrder has dates whose digits tell the order of day and month in other dates with slashes.
func TestOrder(t *testing.T) {
	for text, want := range map[string]when.Order{
		"24/5/2017": when.DayFirst, "5/24/2017": when.MonthFirst, "5/6/2017": when.UnknownOrder, "24.5.2017": when.UnknownOrder, "2017/5/24": when.UnknownOrder,
	} {
		if d, _ := when.ReadDay(text, 0); d.Order != want {
			t.Errorf("ReadDay(%q) has the order %d, want %d", text, d.Order, want)
		}
	}
}

func TestAreInARow(t *testing.T) {
	for _, c := range []struct {
		texts string
		want  bool
	}{
		{"2018-05-24; 2018-05-25; 2018-05-28", true},
		{"2018-05-25; 2018-05-24", true},
		{"2018-05-24; 2018-05-31", false},
		{"24 May; 31 May", false},
		{"24 May; 25 May", true},
		{"Tuesday; Wednesday", true},
		{"2018-05-24; 2018-05-24", false},
		{"Day 1; 2018-05-24; 2018-05-31", true},
	} {
		var all []when.Day
		for text := range strings.SplitSeq(c.texts, "; ") {
			d, _ := when.ReadDay(text, 0)
			all = append(all, d)
		}
		if got := when.AreInARow(all); got != c.want {
			t.Errorf("AreInARow(%s) is %v, want %v", c.texts, got, c.want)
		}
	}
}

func TestInOrder(t *testing.T) {
	for _, c := range []struct {
		text  string
		order when.Order
		want  string
	}{
		{"5/6/2017", when.DayFirst, "2017-06-05, weekday 1"},
		{"5/6/2017", when.MonthFirst, "2017-05-06, weekday 6"},
		{"5/6/2017", when.UnknownOrder, "more"},
		{"5/6/2017: ropes", when.DayFirst, "2017-06-05, weekday 1, more"},
		{"Tue 5/6", when.DayFirst, "weekday 2, more"},
		{"2017-05-06", when.DayFirst, "2017-05-06, weekday 6"},
	} {
		d, found := when.ReadDay(c.text, 0)
		if got := show(d.InOrder(c.order), found); got != c.want {
			t.Errorf("%q in order %d is %q, want %q", c.text, c.order, got, c.want)
		}
	}
}

func TestReadDayByWeekday(t *testing.T) {
	for text, want := range map[string]string{
		"Tue 12/11":       "2018-12-11, weekday 2, more",
		"Mon 12/11":       "2018-11-12, weekday 1, more",
		"Sun 12/11":       "weekday 7, more",
		"Mon 3/12":        "weekday 1, more",
		"Tue, 12/11/2018": "2018-12-11, weekday 2",
	} {
		if got := show(when.ReadDay(text, 2018)); strings.TrimSuffix(got, ", more") != strings.TrimSuffix(want, ", more") {
			t.Errorf("ReadDay(%q) is %q, want %q", text, got, want)
		}
	}
}

func TestNamesPeriod(t *testing.T) {
	for text, want := range map[string]bool{"January": true, "März 2023": true, "2023": true, "May the force": false, "2023x": false, "12": false, "": false} {
		if got := when.NamesPeriod(text); got != want {
			t.Errorf("NamesPeriod(%q) is %v, want %v", text, got, want)
		}
	}
}

func TestNamesAndSpans(t *testing.T) {
	for name, want := range map[string]string{
		"Day 2 - Ropes": " - Ropes", "day1_ropes": "_ropes", "day-3-ropes": "-ropes", "Day of ropes": "Day of ropes", "Ropes": "Ropes",
	} {
		if got := when.CutDayOfName(name); got != want {
			t.Errorf("CutDayOfName(%q) is %q, want %q", name, got, want)
		}
	}
	for title, want := range map[string]bool{
		"09:00 - 09:40 Ropes": true, "09.30–10:15 Ropes": true, "09:00 Ropes": false, "Ropes 09:00 - 09:40": false,
	} {
		if got := when.BeginsWithSpan(title); got != want {
			t.Errorf("BeginsWithSpan(%q) is %t", title, got)
		}
	}
}

func TestRangeIn(t *testing.T) {
	for text, want := range map[string]string{
		"24-26 May 2016": "2016-05-24 3", "May 24 to 26, 2016": "2016-05-24 3", "vom 27. bis 30. Dezember": "2011-12-27 4",
		"2018/05/08-10 in Kiel": "2018-05-08 3", "1-10 May 2016": "2016-05-01 10", "1-11 May 2016": " 0", "26-24 May 2016": " 0",
		"24 May 2016": " 0", "24 May to 26": "2011-05-24 3", "on two days": " 0", "rows 24-26": " 0",
	} {
		first, days := when.RangeIn(text, 2011)
		if got := fmt.Sprintf("%s %d", first, days); got != want {
			t.Errorf("RangeIn(%q) is %q, want %q", text, got, want)
		}
	}
	if got := when.InRange("2016-05-30", 3); got != "2016-06-01" {
		t.Errorf("the third day from 30 May is %s", got)
	}
}
