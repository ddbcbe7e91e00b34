package parse

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// The words by which a reader tells people, roles and organisations apart. They are words of
// English, not of any one notes file; lower case.
var (
	roleWords = set(`administrator admin advisor advocate analyst architect author avp ceo cfo chair chairman
		chairwoman chief cio ciso coach cofounder committer consultant contributor coo coordinator cpo cso cto
		designer developer devrel director distinguished editor engineer engineers evangelist evp executive
		fellow founder gm head intern lead leader leaser maintainer manager managers member moderator officer operator
		owner panelist panellist partner president principal professor programmer researcher scientist senior specialist sr sre
		staff strategist student svp technologist vp writer`)

	honorifics = set(`dr prof mr mrs ms sir`)

	// nameJoiners join names and nothing else.
	nameJoiners = set(`/ e et och og und y`)

	pronouns = set(`all any el ella elle er he her hers him his il it its lui she sie theirs them they xe xem ze zir`)

	degrees = set(`bsc dipl dphil edd esq mba meng mphil msc phd`)

	companySuffixes = set(`inc ltd llc gmbh ag corp co plc sa bv`)

	particles = set(`van von der den de da di del della dos du la le el al bin ibn ten ter zu zur y e`)

	// titleWords are words of titles and of organisations; nobody is called by them.
	titleWords = set(`a about access aggregates agile an and apache api app application applications apps architecture are async at
		auditorium automation bahn ballroom bank bare best beyond big bof boot bounded build building buildpack buildpacks
		by canary case cd center cf chain chaos chat ci cloud cluster clusters code community company computing conference
		configuration container containers contexts continuous control controller controllers corporation culture customer
		customers data database databases day deep default defaults delivery demo deploy deploying deployment deployments
		design dev development devops digital discussion dive docker downtime driven easy engineering enterprise event
		events experience faster federation fireside first floor flow for foundation foundry from functions future gateway
		getting government graphql group guide hands-on hat how hybrid identity images in infrastructure innovation inside
		institute integration integrations intro introduction is it journey kafka kernel keynote keynotes kubernetes lab
		labs learn learned learning lessons level lightning linux live logging logs lower machine main management meetup
		mesh metal metrics microservice microservices migration modern monitoring my namespaces native network networking
		networks new next note notes observability of office on online open opening operations operator operators ops
		oriented our overview panel part partners patterns performance persistence pipeline pipelines platform platforms
		pods policies policy postgres practices predictable principles product production project pyramid question questions
		queue queues raum reactive real red redis release releases remote research resource resources retrospective review
		roadmap rollout rollouts room route router routing running runtime saal salle scale scaling secrets secure security
		serverless service services session settings signals simply software solutions source stage state stateful states
		storage story strategy study summary summit supply system systems talk talks tba tbc tbd team teams tech
		technologies technology terraform test testing tests the things threads time to tools towards tracing track traffic
		training transformation trends trust tutorial unit units university update upgrade upper user users using value
		versus virtual volumes vs welcome what which why with work working workload workloads workshop your zero`)

	// partWords name parts of a talk or of the notes; a heading of such words, and of partFillers,
	// is no talk.
	partWords = set(`abstract acknowledgements action actions attendance attendees participants agenda answers appendix aside background benefits bio bios
		challenge challenges comments conclusion conclusions cons contents context demo details discussion downsides
		drawbacks faq feedback goals highlights ideas impression impressions info insights intro introduction
		learned learning learnings lessons link links material materials motivation notes observations opinion
		outline overview photos points preface problem problems program programme pros qa questions quotes reading
		recap recommendations recording references remarks resources results schedule slides solution solutions
		speaker speakers steps summary synopsis take takeaway takeaways talking thoughts timetable tldr toc todo todos
		tools upsides video videos`)

	partFillers = set(`a about action additional after all and answer answered asked at audience other best closing
		conference dr event final for from further general generally good i in is it items key main me more my next
		of on open or other our overall own personal post q raw related short some speaker table the to tl
		useful via what`)

	// notEvents are words that end like the name of an event.
	notEvents = set(`bacon beacon emoticon falcon fridays holidays lexicon manifest mondays nowadays silicon weekdays`)

	// containerWords begin or end the names of what talks stand in.
	containerWords = set(`afternoon agenda breakout breakouts evening keynotes lightnings morning program programme
		room schedule session sessions stage stream talks timetable track tracks workshops`)

	eventWords = set(`camp conference conf congress expo fair festival forum gathering hackathon meetup meetups
		offsite retreat roadshow summit symposium unconference`)

	// manualWords are the headings of a README or a change log.
	manualWords = set(`acknowledgements added api author authors bugs build building built changed changelog
		commands compatibility configuration configure contents contribute contributing contributors credits
		dependencies deploy deployment deprecated developing development docs documentation environment example
		examples faq features fixed getting guide help install installation installing issues known licence
		license licensing maintainers options overview prerequisites quick quickstart removed requirements running
		screenshots security setup start started status structure support supported table test testing tests
		troubleshooting unreleased upgrading usage using variables`)

	sentenceWords = set(`am are because been but can can't cannot could couldn't did didn't do does doesn't don't had
		has hasn't have haven't he her here him his i i'd i'll i'm i've is isn't it's it's its me my she should some
		still that that's their them then there there's these they they're this those was wasn't we we'll we're
		we've were weren't which while who will won't would wouldn't you'd you'll you're`)

	// columnWords name the columns of a table of talks.
	columnWords = map[string]column{
		"talk": titleColumn, "title": titleColumn, "topic": titleColumn, "session": titleColumn, "subject": titleColumn,
		"presentation": titleColumn, "what": titleColumn,
		"speaker": speakerColumn, "speakers": speakerColumn, "presenter": speakerColumn, "presenters": speakerColumn,
		"who": speakerColumn, "by": speakerColumn, "host": speakerColumn,
		"slides": slidesColumn, "deck": slidesColumn,
		"video": videoColumn, "recording": videoColumn, "youtube": videoColumn, "watch": videoColumn,
		"schedule": scheduleColumn, "sched": scheduleColumn, "abstract": scheduleColumn,
		"time": dateColumn, "when": dateColumn, "date": dateColumn, "start": dateColumn, "day": dateColumn,
		"notes": notesColumn, "summary": notesColumn, "comments": notesColumn, "comment": notesColumn,
		"remarks": notesColumn, "takeaways": notesColumn, "description": notesColumn, "takeaway": notesColumn,
	}

	// labelWords stand before the names of speakers, with a colon between.
	labelWords = set(`by conférencier conférencière conférenciers facilitator facilitators host hosts intervenant
		intervenante intervenants moderador moderateur moderator moderatoren moderatorin moderators modérateur
		orador oradora oradores orateur orateurs oratrice palestrante palestrantes panel panelist panelists panellist
		panellists ponente ponentes presentador presented presenter presenters referent referenten referentin relatore
		relatori relatrice speaker speakers spreker sprekers sprecher sprecherin talare vortragende vortragender with`)

	// byWords and bySigns stand before the names of speakers, at the head of a line.
	byWords = set(`avec by com con de di door med mit par por von w/ with`)
	bySigns = set(`- -- --- – — ~`)

	// givenWords stand before "by".
	givenWords = set(`given held keynote presented session talk workshop`)

	// presentWords stand before the names of those who were there or were not.
	presentWords = set(`absent absentees anwesend apologies attendance attendees excused participants present regrets
		teilnehmer`)

	// videoWords, slideWords and scheduleWords say what a link of a talk leads to.
	videoWords    = set(`livestream recorded recording recordings replay screencast stream video videos vimeo vod watch youtube`)
	slideWords    = set(`deck decks presentation slide slidedeck slides slideshare speakerdeck`)
	scheduleWords = set(`abstract agenda sched schedule`)

	// linkFillers stand beside them.
	linkFillers = set(`and are at available be can download find found for from full here html in is link links
		material materials min mins minutes of official on online page pdf ppt pptx session talk the this to url via with`)
)

// What HTML knows: its elements; those of them that stand within a line, are the cells of a row, or
// show what stands elsewhere; and the attributes that need no value.
var (
	elements = set(`a abbr address area article aside audio b bdi bdo big blockquote br button canvas caption center cite code
		col colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4
		h5 h6 header hr i iframe img input ins kbd label legend li main map mark menu nav noscript object ol optgroup option
		output p param picture pre progress q rp rt ruby s samp script section select small source span strike strong style
		sub summary sup svg table tbody td textarea tfoot th thead time tr track tt u ul var video wbr`)
	insideLines = set(`a abbr b bdi bdo big cite code data del dfn em font i input ins kbd label mark picture q rp rt ruby s samp
		small source span strike strong sub sup svg time track tt u var wbr`)
	cells    = set(`td th`)
	embeds   = set(`audio embed iframe source video`)
	switches = set(`/ allowfullscreen async autoplay checked controls default defer disabled hidden loop multiple muted open
		playsinline readonly required reversed selected`)
)

// A wordSet is made when it is first looked into: most answers read no notes.
type wordSet struct{ words func() map[string]bool }

func (s wordSet) has(word string) bool { return s.words()[word] }

// hasFolded reports whether the set has a word in any case.
func (s wordSet) hasFolded(word string) bool {
	var lower [maxWord]byte
	if len(word) > len(lower) {
		return false
	}
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return s.has(strings.ToLower(word))
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower[i] = c
	}
	return s.words()[string(lower[:len(word)])]
}

// maxWord is the longest word that a set can have, in bytes.
const maxWord = 32

func set(words string) wordSet {
	return wordSet{sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for w := range strings.FieldsSeq(words) {
			out[w] = true
		}
		return out
	})}
}

// ranked numbers words, from 1: those of each text have the same number. What it returns makes the
// table when it is first called.
func ranked(texts ...string) func() map[string]int {
	return sync.OnceValue(func() map[string]int {
		out := map[string]int{}
		for i, words := range texts {
			for w := range strings.FieldsSeq(words) {
				out[w] = i + 1
			}
		}
		return out
	})
}
