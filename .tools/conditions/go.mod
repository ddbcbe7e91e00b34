module github.com/cloudfoundry-community/cf-summit-notes-plugin/.tools/conditions

go 1.26.0
