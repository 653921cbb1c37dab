# Broadsheet: `make` alone says what can be made.

PYTHON ?= python3
VENV := .venv
IN := $(VENV)/bin

# How many tests run at once, and which: make test TESTS=tests/discussion PARALLEL=0
TESTS ?=
PARALLEL ?= auto

# Which faults, in which order, and for how long: make faults SEED=8 MINUTES=2
SEED ?= 7
MINUTES ?= 10

.DEFAULT_GOAL := help
.PHONY: help run test check benchmark faults tables requirements screenshot clean

help:  ## Say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

run: $(VENV)/run-installed  ## Open the newspaper on http://localhost:8000/; the sample fills an empty one
	@BROADSHEET_FUNDING_TEST=$${BROADSHEET_FUNDING_TEST-1} $(IN)/broadsheet run --sample

test: $(VENV)/test-installed  ## Run the tests
	@$(IN)/python tools/have_chromium.py
	@$(IN)/pytest --numprocesses $(PARALLEL) --maxprocesses 4 --dist loadgroup $(TESTS)

check: $(VENV)/test-installed  ## Everything that must be green, in order
	$(IN)/ruff format --check .
	$(IN)/ruff check .
	$(IN)/mypy
	$(IN)/lint-imports --no-cache
	$(IN)/python -W ignore -m django makemigrations --check --dry-run --settings=broadsheet.web.settings.test
	$(IN)/deno fmt --quiet --check
	$(IN)/deno lint --quiet
	$(IN)/deno check --quiet $$(find src -name '*.js')
	$(MAKE) --no-print-directory test

benchmark: $(VENV)/test-installed  ## Measure reading, writing, live, memory: make benchmark OPTIONS="--seconds 2"
	@$(IN)/python -m benchmarks $(OPTIONS)

faults: $(VENV)/test-installed  ## Break a Broadsheet for ten minutes and say in figures what that did: SEED=7 MINUTES=10
	@$(IN)/python -m tests.faults --seed $(SEED) --minutes $(MINUTES)

tables: $(VENV)/test-installed  ## Write anew what an empty database begins with, after migrations or requirements changed
	@$(IN)/python tools/write_first_tables.py

requirements:  ## Pin what requirements/*.in ask for, with hashes
	$(PYTHON) -m venv $(VENV)-uv && $(VENV)-uv/bin/pip install --quiet uv
	$(VENV)-uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/run.in --output-file requirements/run.txt
	$(VENV)-uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/stripe.in --output-file requirements/stripe.txt
	$(VENV)-uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/test.in --output-file requirements/test.txt
	rm -r $(VENV)-uv

screenshot: $(VENV)/test-installed  ## Draw a picture of the README anew: the sample, or EXPORT=file.xml MEDIA=folder
	@$(IN)/python tools/draw_screenshot.py $(if $(EXPORT),$(EXPORT) --to docs/imported.png) $(if $(MEDIA),--media $(MEDIA))

clean:  ## Remove what was made, except the newspaper in data/
	rm -rf $(VENV) $(VENV)-uv dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The environment: made of pinned wheels with hashes, and made again when the pins change.

$(VENV)/run-installed: requirements/run.txt requirements/run.in pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Broadsheet needs Python 3.11 or later; this is $$($(PYTHON) --version). Say which with make PYTHON=…" >&2; exit 1; }
	@echo "Installing what Broadsheet needs into $(VENV)."
	@test -x $(IN)/python || $(PYTHON) -m venv $(VENV)
	@$(IN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/run.txt
	@$(IN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test-installed: $(VENV)/run-installed requirements/test.txt
	@echo "Installing what the tests need into $(VENV)."
	@$(IN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/run.txt --requirement requirements/test.txt
	@touch $@
