# wallapp: `make help` says what there is. Every command sets up what it needs first, once.

.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.SUFFIXES:

VENV := .venv
BIN := $(VENV)/bin
READY_TO_RUN := $(VENV)/.ready-to-run
READY_TO_TEST := $(VENV)/.ready-to-test
TESTS_AT_ONCE ?= 4
DISPLAY_HERE := $(or $(DISPLAY),$(WAYLAND_DISPLAY))

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(READY_TO_RUN) ## show the simulated city: a window, or wall.png and its figures where there is no display
ifneq ($(strip $(DISPLAY_HERE)),)
	$(BIN)/wallapp demo
else
	@echo "no display here: the wall runs for 20 s without one"
	$(BIN)/wallapp demo --headless --cameras 16 --layout 4x4 --seconds 20 --snapshot wall.png --stats stats.json
	@echo "the wall is in wall.png, its figures are in stats.json"
endif

test: lint ## lint, types, contracts and tests: everything but the long proofs
	$(BIN)/pytest -m "not prove" -n $(TESTS_AT_ONCE) --dist loadfile

lint: $(READY_TO_TEST) ## style, types and import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY_TO_TEST) ## the processor time of our wall beside other players, of mosaics and overlays, and how soon things are seen
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.access
	$(BIN)/python -m tests.bench.overlay
	$(BIN)/python -m tests.bench.spotlight

prove: $(READY_TO_TEST) ## the long proofs, and new cases for the quick ones
	HYPOTHESIS_PROFILE=default $(BIN)/pytest -m "prove or not slow"

setup: $(READY_TO_TEST) ## only set everything up

clean: ## remove what these commands made here
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist
	rm -f wall.png stats.json bench.json
	find wallapp tests -name __pycache__ -type d -prune -exec rm -rf {} +

# A changed pyproject.toml or set-up script makes the stamps old, and the set-up runs again.
$(READY_TO_RUN): pyproject.toml .ci/setup
	.ci/setup run
	@touch $@

$(READY_TO_TEST): pyproject.toml .ci/setup
	.ci/setup test
	@touch $@ $(READY_TO_RUN)

.PHONY: help run test lint bench prove setup clean
