module github.com/cloudfoundry-community/cf-summit-notes-plugin/.tools/dist

go 1.26.0

require (
	code.cloudfoundry.org/cli-plugin-repo v0.0.0-20200304195157-af98c4be9b85
	github.com/CycloneDX/cyclonedx-go v0.9.2
	github.com/google/licenseclassifier/v2 v2.0.0
	gopkg.in/yaml.v2 v2.2.4
)

require (
	github.com/davecgh/go-spew v1.1.1 // indirect
	github.com/sergi/go-diff v1.1.0 // indirect
)
