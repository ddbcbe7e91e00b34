# Everything here needs Go, make, git and the Go module proxy, nothing else.

VERSION ?= 0.1.0
COMMIT ?= $(shell git rev-parse --verify --quiet --short=12 HEAD 2>/dev/null || echo unknown)
BINARY ?= .build/summit-notes
export TOPIC ?= diego
FUZZTIME ?= 1m
LICENSES ?= MIT,BSD-2-Clause,BSD-3-Clause,ISC,Apache-2.0

# The address of the folder in which the files of a release will be.
URL =

PLATFORMS = linux/amd64 linux/arm64 linux/386 windows/amd64 windows/arm64 windows/386 darwin/amd64 darwin/arm64

export CGO_ENABLED = 0

# The user's own cf, and the one that `make try` uses. The redirection makes old versions of make ask a shell.
INSTALLED_CF := $(shell command -v cf 2>/dev/null)
TRY_CF := $(or $(INSTALLED_CF),.cache/cf8/cf)

.PHONY: help build install try check golden test lint cross licenses test-portable notes bench fuzz conditions links dist dist-check publish clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

# Of cf's plugin interface comes a web server that nothing starts. Without HTTP/2 it is smaller.
TAGS = nethttpomithttp2

# No symbols; functions begin at multiples of 8 bytes, not 32. Both only make the program smaller.
SMALL = -s -w -funcalign=8

# Version and commit are linked in, so Go need not ask git for them a second time.
build: ## build the plugin: .build/summit-notes
	@go build -tags $(TAGS) -buildvcs=false -trimpath -ldflags "$(SMALL) -X main.version=$(VERSION) -X main.commit=$(COMMIT)" -o "$(BINARY)" ./plugin

install: build ## install the plugin into your own cf
	@command -v cf >/dev/null || { \
		echo "make install: no cf on the PATH; 'make try' works without one, https://github.com/cloudfoundry/cli has it" >&2; exit 1; }
	cf install-plugin -f "$(BINARY)"

try: build $(filter .cache/%,$(TRY_CF)) ## ask once, leaving no trace in your cf: make try TOPIC="route services"
	@set -f; \
	CF_HOME=$$(mktemp -d) && CF_PLUGIN_HOME=$$CF_HOME && export CF_HOME CF_PLUGIN_HOME || exit 1; \
	trap 'rm -rf "$$CF_HOME"' EXIT; trap 'exit 130' HUP INT TERM; \
	"$(TRY_CF)" install-plugin -f "$(BINARY)" >"$$CF_HOME/log" 2>&1 || { cat "$$CF_HOME/log" >&2; exit 1; }; \
	"$(TRY_CF)" summit-notes $$TOPIC

check: ## the quick check: format, vet, staticcheck, all tests that need no cf
	@unformatted=$$(gofmt -l .) && test -z "$$unformatted" || { echo "make check: run gofmt -w on:" $$unformatted >&2; exit 1; }
	go vet ./...
	go tool -modfile=.tools/lint/go.mod staticcheck ./...
	go test -short ./internal/... ./notes

golden: .cache/cf8/cf ## rewrite all expected outputs; look at them before you commit them
	go test ./internal/markdown -run Read -update
	go test ./internal/parse -run Notes -update
	go test ./internal/render -run Golden -update
	go test ./plugin -run 'Script|README' -update

test: lint .cache/cf8/cf .cache/cf7/cf ## check the code, then test it, against a real cf 8 and cf 7 too
	go test ./... ./.tools/links
	cd .tools/dist && go test ./...

lint: cross licenses ## gofmt, go vet, staticcheck, go.mod, other platforms, licences
	@unformatted=$$(gofmt -l .) && test -z "$$unformatted" || { echo "make lint: run gofmt -w on:" $$unformatted >&2; exit 1; }
	go vet ./... ./.tools/lists ./.tools/notes ./.tools/links ./.tools/conditions
	go tool -modfile=.tools/lint/go.mod staticcheck ./... ./.tools/lists ./.tools/notes ./.tools/links ./.tools/conditions
	cd .tools/dist && go vet ./... && go tool -modfile=../lint/go.mod staticcheck ./...
	go mod tidy -diff

# The flags are those of a release, which is then built from the cache.
cross: ## compile for every platform, and vet for Windows and macOS
	@for platform in $(PLATFORMS); do \
		GOOS=$${platform%/*} GOARCH=$${platform#*/} go build -tags $(TAGS) -buildvcs=false -trimpath ./... || { echo "make cross: $$platform" >&2; exit 1; }; \
	done
	@for platform in windows/amd64 darwin/arm64; do \
		GOOS=$${platform%/*} GOARCH=$${platform#*/} go vet -trimpath ./... || { echo "make cross: $$platform" >&2; exit 1; }; \
	done

licenses: ## refuse a dependency whose licence asks for more than its text in a release
	@tool=$$(go tool -modfile=.tools/licenses/go.mod -n go-licenses) && own=$$(go list -m) && log=$$(mktemp) || exit 1; \
	trap 'rm -f "$$log"' EXIT; for os in linux windows darwin; do \
		GOOS=$$os "$$tool" check ./plugin --ignore "$$own" --allowed_licenses=$(LICENSES) 2>"$$log" || { cat "$$log" >&2; exit 1; }; \
	done

notes: ## after a change in notes/ or a list of words: generate the Go that the program carries
	go run ./.tools/lists
	go run ./.tools/notes notes

bench: .cache/cf8/cf ## what an answer costs, next to a minimal plugin and to Markdown alone
	go test -run '^$$' -bench . ./...

fuzz: ## run every fuzz target, each for FUZZTIME (1m)
	@found=$$(go test -list '^Fuzz' ./...) || { echo "$$found"; exit 1; }; \
	targets=$$(echo "$$found" | awk '/^Fuzz/ { names[++n] = $$1 } /^ok/ { for (i = 1; i <= n; i++) print $$2, names[i]; n = 0 }'); \
	test -n "$$targets" || { echo "make fuzz: no package has a fuzz target" >&2; exit 1; }; \
	echo "$$targets" | while read -r package target; do \
		go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x "$$package" || exit 1; \
	done

conditions: ## refuse a condition in the reading of notes that no case needs, but for those listed with a reason: slow
	@go run ./.tools/conditions -run '^Test' -spare .tools/conditions/spare.txt ./internal/parse ./internal/who ./internal/when ./internal/markdown

links: build ## ask every bundled address once, over the network, and list those that fail or have moved: takes minutes
	@go run ./.tools/links "$(BINARY)"

# Windows has none of the programs that the other tests need.
test-portable: lint ## the tests that run on Windows too
	go test ./internal/... ./notes/...
	$(MAKE) --no-print-directory build BINARY=.build/summit-notes.exe
	.build/summit-notes.exe --version
	.build/summit-notes.exe "$$TOPIC"

# The version and the address are checked before anything is built.
dist: ## build a release into dist/: make dist VERSION=1.2.3 URL=https://host/path/v1.2.3
	@go build -C .tools/dist -buildvcs=false -o "$(CURDIR)/.build/dist" .
	@.build/dist -version "$(VERSION)" -url "$(URL)"
	@changes=$$(git status --porcelain) && test -z "$$changes" || { \
		echo "make dist: a release is built from a commit; commit or stash these changes:" >&2; echo "$$changes" >&2; exit 1; }
	@rm -rf dist && mkdir dist
	@for platform in $(PLATFORMS); do \
		os=$${platform%/*} && arch=$${platform#*/} && program="dist/summit-notes_$(VERSION)_$${os}_$$arch" || exit 1; \
		test "$$os" != windows || program="$$program.exe"; \
		GOOS=$$os GOARCH=$$arch $(MAKE) --no-print-directory build BINARY="$$program" || exit 1; \
	done
	@.build/dist -version "$(VERSION)" -url "$(URL)" -updated "$$(git log -1 --format=%ct)" dist
	@ls dist

dist-check: dist ## build a release again with nothing cached, compare, and install it in a real cf: slow
	@again=$$(mktemp -d) && trap 'chmod -R u+w "$$again"; rm -rf "$$again"' EXIT; trap 'exit 130' HUP INT TERM; \
	git clone -q . "$$again/clone" && \
	GOCACHE="$$again/cache" $(MAKE) --no-print-directory -C "$$again/clone" dist && \
	diff -r dist "$$again/clone/dist" && echo "make dist-check: both releases have the same bytes"
	go test ./plugin -count 1 -run Release -dist "$(CURDIR)/dist"

publish: ## attach dist/ to the release of its tag, as the release workflow does
	gh release create "v$(VERSION)" --verify-tag --title "$(VERSION)" --generate-notes dist/*

clean: ## remove all that these targets made
	rm -rf .build .cache dist

# A real cf, built from the Go module proxy as .tools/ pins it. cf panics on install-plugin unless it knows its version.
.cache/cf8/cf: CF_VERSION = 8.14.0
.cache/cf7/cf: CF_VERSION = 7.1.0
.cache/%/cf: .tools/%/go.mod .tools/%/go.sum
	@echo "building cf $(CF_VERSION), once, which takes about a minute" >&2
	@mkdir -p $(@D)
	@new="$(CURDIR)/$@.$$$$"; trap 'rm -f "$$new"' EXIT; trap 'exit 130' HUP INT TERM; \
	(cd .tools/$* && go build -buildvcs=false -trimpath -o "$$new" \
		-ldflags "-s -w -X code.cloudfoundry.org/cli/version.binaryVersion=$(CF_VERSION)" code.cloudfoundry.org/cli) && \
	mv "$$new" $@
