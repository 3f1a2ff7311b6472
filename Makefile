# Everything runs in .venv, which the first target that needs it sets up.
PYTHON ?= python3
BIN := .venv/bin
ARGS ?=
FILES ?=

.DEFAULT_GOAL := help
.PHONY: help setup run test lint format bench counts torture build clean

help:  ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */\1|/' \
		| awk -F'|' '{ printf "make %-8s %s\n", $$1, $$2 }'

# Each mark says what .venv holds, so that setting up happens once and again after a change.
.venv/.reader: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	$(BIN)/python -m compileall -q corpus tui
	touch $@

.venv/.dev: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	$(BIN)/python -m compileall -q corpus tui
	touch .venv/.reader $@

setup: .venv/.dev  ## set up .venv with all a developer needs

run: .venv/.reader  ## start the reader on the bundled pair (or: make run ARGS="a.txt b.txt")
	@$(BIN)/ossetia-reader $(ARGS)

test: .venv/.dev  ## run the tests
	$(BIN)/python -m pytest --numprocesses 4 $(ARGS)

lint: .venv/.dev  ## check style, types and import walls
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/basedpyright
	$(BIN)/lint-imports

format: .venv/.dev  ## mend style where a tool can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/.dev  ## print the figures: start-up, growth, shapes, links, actors, notes
	@for script in tests/bench/bench_*.py; do \
		echo "== $$script"; $(BIN)/python $$script || exit 1; \
	done
	$(BIN)/python tests/torture/torture.py --only kills --kills 300

bench-%: .venv/.dev  # one of them, over more texts: make bench-links FILES="a.jsonl b.jsonl"
	$(BIN)/python tests/bench/bench_$*.py $(FILES)

counts: .venv/.dev  ## hold instruction counts to the baseline (or store it: ARGS=--write)
	$(BIN)/python tests/bench/counts.py $(ARGS)

torture: .venv/.dev  ## try for minutes to make the notes file lose a note
	$(BIN)/python tests/torture/torture.py $(ARGS)

build: .venv/.dev  ## build the wheel and the source archive into dist/
	$(BIN)/python -m build

clean:  ## remove .venv and what was built
	rm -rf .venv dist
