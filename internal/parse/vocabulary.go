package parse

import "strings"

// The words by which a reader tells people, roles and organisations apart. They are words of
// English, not of any one notes file; lower case.
var (
	roleWords = set(`administrator admin advisor advocate analyst architect author avp ceo cfo chair chairman
		chairwoman chief cio ciso coach cofounder committer consultant contributor coo coordinator cpo cso cto
		designer developer devrel director distinguished editor engineer engineers evangelist evp executive
		fellow founder gm head intern lead leader leaser maintainer manager managers member officer operator
		owner partner president principal professor programmer researcher scientist senior specialist sr sre
		staff strategist student svp technologist vp writer`)

	honorifics = set(`dr prof mr mrs ms sir`)

	companySuffixes = set(`inc ltd llc gmbh ag corp co plc sa bv`)

	particles = set(`van von der den de da di del della dos du la le el al bin ibn ten ter zu zur y e`)

	// titleWords are words of titles and of organisations; nobody is called by them.
	titleWords = set(`a about agile an and api app application applications apps architecture are at automation bank
		best beyond bof build building by case cd center cf chat ci cloud code community company computing
		conference container containers continuous controller corporation culture data day deep delivery demo
		deploy deploying deployment design dev development devops digital discussion dive engineering enterprise
		experience fireside first for foundation foundry from future getting government group guide hands-on how
		in infrastructure innovation inside institute introduction intro is it journey keynote keynotes lab labs
		learned learning lessons lightning management meetup microservices migration modern monitoring my native
		network networking networks new next note notes of office on open opening operations operator ops our
		overview panel part partners performance persistence pipeline pipelines platform platforms practices
		product production project question questions release releases research retrospective review roadmap
		route router routing running runtime scale scaling secure security serverless service services session
		software solutions source state states stateful storage story strategy study summary summit system
		systems talk talks team teams tech technologies technology test testing the to tools track training
		transformation trends tutorial university update upgrade using vs welcome what why with work working
		workshop your`)
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}
