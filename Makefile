# sitegen: `make site` publishes content/ to public/, `make test` runs every test.

SWIFT ?= swift
PREFIX ?= /usr/local

# The libraries of Package.swift, how they are found, and the zone database that `build` reads.
PACKAGES = libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libxlsxwriter-dev libxxhash-dev nettle-dev pkg-config tzdata
# Made for x86 alone.
ifeq ($(shell uname -m),x86_64)
PACKAGES += libipsec-mb-dev
endif

# Undeclared imports fail. The Swift runtime goes into the binary, so that it runs without a toolchain.
BUILD_FLAGS = --explicit-target-dependency-import-check error
RELEASE_FLAGS = -c release --static-swift-stdlib $(BUILD_FLAGS)

.PHONY: site test bench bench-charts fuzz sanitize binary install packages swift format lint clean help
.DEFAULT_GOAL := help

site: binary
	@echo "site: publish content/ to public/"
	@.build/release/sitegen build --site .

test: packages swift
	@echo "test: build and run every test"
	@$(SWIFT) build --build-tests $(BUILD_FLAGS)
	@$(SWIFT) test --skip-build

# BENCH passes options on: make bench BENCH='--releases 100000 --rounds 3'
bench: binary
	@echo "bench: build a corpus of releases with sitegen and with Hugo, on a tmpfs"
	@python3 Tests/Benchmark/bench.py $(BENCH)

binary: packages swift
	@echo "binary: build sitegen in release mode"
	@$(SWIFT) build $(RELEASE_FLAGS) --product sitegen

install: binary
	@echo "install: put sitegen into $(DESTDIR)$(PREFIX)/bin"
	@install -d "$(DESTDIR)$(PREFIX)/bin"
	@install -s -m 755 .build/release/sitegen "$(DESTDIR)$(PREFIX)/bin/sitegen"

# How long each target is fuzzed, and which.
FUZZ_SECONDS ?= 60
FUZZ_TARGETS ?= yaml csv markdown template chart prose check

fuzz: packages swift
	@echo "fuzz: build the fuzzers (libFuzzer, AddressSanitizer)"
	@SITEGEN_FUZZ=1 $(SWIFT) build -c release --scratch-path .build/fuzz --product sitegen-fuzz $(BUILD_FLAGS)
	@echo "fuzz: $(FUZZ_TARGETS), $(FUZZ_SECONDS) s each"
	@Tests/Fuzzing/run $(FUZZ_SECONDS) $(FUZZ_TARGETS)

# The tests under a sanitizer: address or thread. The second does not see the locks of Swift's Mutex.
SANITIZER ?= address

# What global constants hold when a process ends is no leak, but reported as one.
sanitize: packages swift
	@echo "sanitize: build and run the tests under the $(SANITIZER) sanitizer"
	@$(SWIFT) build --build-tests --sanitize=$(SANITIZER) --scratch-path .build/$(SANITIZER)
	@SITEGEN_SANITIZED=1 ASAN_OPTIONS=detect_leaks=0 \
	  $(SWIFT) test --skip-build --sanitize=$(SANITIZER) --scratch-path .build/$(SANITIZER)

# Says nothing when nothing is missing.
packages:
	@missing=; for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${db:Status-Status}' "$$package" 2>/dev/null | grep -qx installed \
	    || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	echo "packages: install the missing Debian packages:$$missing"; \
	command -v apt-get >/dev/null || { echo "error: apt-get was not found; install these libraries by hand" >&2; exit 1; }; \
	if [ "$$(id -u)" = 0 ]; then sudo=; \
	elif command -v sudo >/dev/null; then sudo=sudo; \
	else echo "error: installing packages needs root; run: apt-get install$$missing" >&2; exit 1; fi; \
	$$sudo apt-get update -qq && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing

swift:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "error: Swift was not found; install Swift 6.2 or later (https://www.swift.org/install/linux/) and put it on PATH" >&2; \
	  exit 1; }

bench-charts: packages swift
	@echo "bench-charts: time 10,000 charts"
	@$(SWIFT) build -c release $(BUILD_FLAGS) --product ChartBenchmark
	@.build/release/ChartBenchmark

format: swift
	@echo "format: rewrite the sources in the house style"
	@$(SWIFT) format -i -r Package.swift Sources Tests

lint: swift
	@echo "lint: check the house style"
	@$(SWIFT) format lint --strict -r Package.swift Sources Tests

clean:
	@echo "clean: remove what was built"
	@rm -rf .build

help:
	@echo "make site                  install missing packages, build sitegen, publish content/ to public/"
	@echo "make test                  install missing packages, build and run every test"
	@echo "make bench                 time cold builds beside Hugo's and the least that any tool must do"
	@echo "make install PREFIX=DIR    build sitegen and put it into DIR/bin (now $(PREFIX))"
	@echo "make bench-charts          time what a chart costs"
	@echo "make fuzz FUZZ_SECONDS=60  fuzz everything that reads authors' files"
	@echo "make sanitize              run the tests under a sanitizer: SANITIZER=address or thread"
	@echo "make format                rewrite the sources in the house style"
	@echo "make lint                  check the house style"
	@echo "make clean                 remove what was built"
	@echo "make help                  print this list"
