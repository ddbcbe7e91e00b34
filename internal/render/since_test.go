package render

import "testing"

func TestMonthName(t *testing.T) {
	for month, want := range map[string]string{"2031-05": "May 2031", "2031-13": "", "2031": "", "": ""} {
		if got := monthName(month); got != want {
			t.Errorf("the month %q is %q, want %q", month, got, want)
		}
	}
}
