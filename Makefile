# letterpdf: official letters as PDFs.
#
#   make letter    set a real letter and say where the PDF is
#   make test      run every test but those of the service
#   make test-service  build the service and run its tests
#   make build     build the program, .build/release/letterpdf, and letterpdf-intake, which it runs
#                  to open what others made: pictures and PDFs
#   make fuzz      feed every part what libFuzzer makes, under the address sanitizer: make fuzz SECONDS=600,
#                  make fuzz TARGETS="letter pdf" JOBS=2; the first time it builds for minutes
#   make sanitize  run the libraries' tests under the address and the thread sanitizer
#   make lint      check format and house rules
#   make bench     measure speed and size
#   make bench-runs  measure mail runs, against Typst and WeasyPrint where they are installed in .venv
#   make reference make schemas and tables of keys anew from the source
#   make docs      make a site of Docs/, the layouts, every key with pictures and the library, out/docs
#   make lines     print how good lines, divisions, pages and tables are
#   make goldens   accept the present output as the references of the golden tests: all, or those of
#                  the letters named: make goldens brev kl-2024, make goldens NAMES="brev kl-2024"
#   make server    build the service, .build-server/release/letterpdf-server; the first time takes minutes
#   make bench-limits  measure letters that are made to cost: seconds and memory of each
#   make bench-faults  count the kills, full disks and second writers that the program survives
#   make bench-service  load the service: rate, p50, p99, memory, with children of the intake killed
#   make install   install into PREFIX (default /usr/local), with the manual and completions
#   make install-server  install the service beside it
#   make deb       make a Debian package for the release of Debian or Ubuntu that runs, in out/
#   make deb-server  make that and one of the service
#   make test-deb  install both into a fresh Debian and set the examples there (two minutes, as root)

PREFIX ?= /usr/local
DESTDIR ?=
LETTER ?= Examples/kl-2024.md
SHELL = bash
SWIFT_BUILD = swift build -c release --static-swift-stdlib

GOALS = letter test test-service embedding build server bench-service bench-limits bench-faults install-server fuzz sanitize lint \
  bench bench-runs lines reference docs goldens install deb deb-server test-deb setup setup-test
.PHONY: $(GOALS)

setup:
	@scripts/setup

setup-test:
	@scripts/setup --test

build: setup
	@set -o pipefail; for product in letterpdf letterpdf-intake; do \
	  $(SWIFT_BUILD) --product $$product 2>&1 | scripts/quiet-build || exit 1; done

server: setup
	@scripts/build-server -c release --static-swift-stdlib

letter: build
	@scripts/set-letter "$(LETTER)"

test: setup-test build embedding
	@set -o pipefail; swift test 2>&1 | scripts/quiet-build

# The service as clients use it; apart from the others, for it takes Hummingbird and a build of its own.
test-service: setup-test build server
	@PYTHONDONTWRITEBYTECODE=1 .venv/bin/python -m pytest -q -p no:cacheprovider Tests/service Tests/preview

# What make test has of this is in FuzzTests: the inputs that are kept, and a minute of others.
fuzz: setup
	@scripts/fuzz --seconds $(or $(SECONDS),600) --jobs $(or $(JOBS),1) $(TARGETS)

sanitize: setup-test build
	@scripts/sanitize

# The library as a package of others uses it; what it builds is kept beside the rest.
embedding: build
	@set -o pipefail; swift run --package-path Tests/Embedding --scratch-path .build/embedding \
	  Embedding "$(CURDIR)" 2>&1 | scripts/quiet-build

# What is named after goldens is no target.
ifneq ($(filter goldens,$(MAKECMDGOALS)),)
NAMES ?= $(filter-out $(GOALS),$(MAKECMDGOALS))
$(filter-out $(GOALS),$(MAKECMDGOALS)): goldens
	@:
endif

goldens: setup-test build
	@scripts/goldens $(NAMES)

# A run that writes is red; the second says whether all is fresh now.
reference:
	@UPDATE_REFERENCE=1 swift test --filter ReferenceTests >/dev/null 2>&1 || true
	@swift test --filter ReferenceTests 2>&1 | scripts/quiet-build

# Read without a network; looked at by Tests/site.
docs: setup-test build
	@.venv/bin/python scripts/site --out out/docs
	@.venv/bin/python Tests/site out/docs --all

lint:
	swift format lint --strict -r Sources Tests Package.swift
	scripts/lint

bench: setup-test build
	@swift build -c release --static-swift-stdlib --product letterpdf-warm 2>&1 | scripts/quiet-build
	@Benchmarks/run
	@.venv/bin/python Benchmarks/compare
	@Benchmarks/checks
	@.venv/bin/python Benchmarks/python

bench-runs: setup-test build
	@.venv/bin/python Benchmarks/runs

bench-limits: build
	@Benchmarks/limits

# Full disks are mounted, which only root may do.
bench-faults: setup-test build
	@Benchmarks/faults

bench-service: setup-test build server
	@.venv/bin/python Benchmarks/service

lines: setup-test build
	@.venv/bin/python Benchmarks/lines
	@.venv/bin/python Benchmarks/pages
	@swift test --filter LineFigures 2>/dev/null | sed -n 's/^figure: //p'

install: build
	@scripts/install-files .build/release "$(DESTDIR)" "$(PREFIX)"

deb: build
	@scripts/setup --deb
	@scripts/make-deb .build/release out

deb-server: build server
	@scripts/setup --deb
	@scripts/make-deb .build/release out .build-server/release/letterpdf-server

test-deb: build server
	@scripts/setup --deb
	@scripts/test-deb .build/release out .build-server/release/letterpdf-server

install-server: server
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/letterpdf/schema"
	install -m 755 .build-server/release/letterpdf-server "$(DESTDIR)$(PREFIX)/bin/letterpdf-server"
	install -m 644 Docs/schema/*.json "$(DESTDIR)$(PREFIX)/share/letterpdf/schema/"
