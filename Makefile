# Everything here needs Go, make, git and the Go module proxy, nothing else.

VERSION ?= 0.1.0
COMMIT ?= $(shell git rev-parse --verify --quiet --short HEAD 2>/dev/null || echo unknown)
BINARY ?= .build/summit-notes
export TOPIC ?= diego
FUZZTIME ?= 1m

export CGO_ENABLED = 0

# The user's own cf, and the one that `make try` uses. The redirection makes old versions of make ask a shell.
INSTALLED_CF := $(shell command -v cf 2>/dev/null)
TRY_CF := $(or $(INSTALLED_CF),.cache/cf8/cf)

.PHONY: help build install try test lint snapshot bench fuzz clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

# Version and commit are linked in, so Go need not ask git for them a second time.
build: ## build the plugin: .build/summit-notes
	@go build -buildvcs=false -trimpath -ldflags "-s -w -X main.version=$(VERSION) -X main.commit=$(COMMIT)" -o "$(BINARY)" ./plugin

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

test: lint .cache/cf8/cf .cache/cf7/cf ## check the code, then test it, against a real cf 8 and cf 7 too
	go test ./...

lint: ## gofmt, go vet, staticcheck
	@unformatted=$$(gofmt -l .) && test -z "$$unformatted" || { echo "make lint: run gofmt -w on:" $$unformatted >&2; exit 1; }
	go vet ./...
	go tool -modfile=.tools/lint/go.mod staticcheck ./...

snapshot: ## after a change in notes/: keep what is read from it ready
	@touch notes/snapshot.gob
	go test ./internal/bundle -run Current -update

bench: .cache/cf8/cf ## what an answer costs, next to a minimal plugin
	go test -run '^$$' -bench . ./...

fuzz: ## run every fuzz target, each for FUZZTIME (1m)
	@found=$$(go test -list '^Fuzz' ./...) || { echo "$$found"; exit 1; }; \
	targets=$$(echo "$$found" | awk '/^Fuzz/ { names[++n] = $$1 } /^ok/ { for (i = 1; i <= n; i++) print $$2, names[i]; n = 0 }'); \
	test -n "$$targets" || { echo "make fuzz: no package has a fuzz target" >&2; exit 1; }; \
	echo "$$targets" | while read -r package target; do \
		go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) "$$package" || exit 1; \
	done

clean: ## remove all that these targets made
	rm -rf .build .cache

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
