package words

// A Sorted is a long list of words that takes little space. All words have two letters or more, and
// no letters other than a to z.
type Sorted struct {
	coded  string
	starts [32][32]int32 // by the first two letters, where the words with them begin in coded, plus 1
}

// NewSorted returns the list that Sort has written. It takes about a nanosecond for each letter.
func NewSorted(coded string) *Sorted {
	s := &Sorted{coded: coded}
	var begin [2]byte
	for i, end := 0, 0; i < len(coded); i = end {
		end = endOf(coded, i)
		if same := int(coded[i] - '0'); same < len(begin) {
			copy(begin[same:], coded[i+1:end])
			s.starts[begin[0]&31][begin[1]&31] = int32(i) + 1
		}
	}
	return s
}

// Has reports whether a word is in the list. Only small letters are.
func (s *Sorted) Has(word string) bool {
	if len(word) < 2 {
		return false
	}
	i := int(s.starts[word[0]&31][word[1]&31]) - 1
	if i < 0 {
		return false
	}
	found := int(s.coded[i] - '0') // letters at the head of word that the listed word has
	for i < len(s.coded) {
		same, end := int(s.coded[i]-'0'), endOf(s.coded, i)
		if same < found {
			return false
		}
		if same == found {
			listed := s.coded[i+1 : end]
			n := commonLength(listed, word[found:])
			if found += n; found == len(word) && n == len(listed) {
				return true
			}
		}
		i = end
	}
	return false
}

// Sort writes sorted words so that NewSorted can read them: each without the letters that it has in
// common with the word before it, but with their number as a character from '0' on.
func Sort(sorted []string) string {
	var out []byte
	last := ""
	for _, w := range sorted {
		n := commonLength(last, w)
		out = append(append(out, byte('0'+n)), w[n:]...)
		last = w
	}
	return string(out)
}

// endOf returns where the word ends that begins at an offset.
func endOf(coded string, at int) int {
	for at++; at < len(coded) && coded[at] >= 'a'; {
		at++
	}
	return at
}
