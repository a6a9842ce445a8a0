# The only door: what a person runs is what .ci/run runs.
.DEFAULT_GOAL := run
.PHONY: run test check format bench soak keys package pictures lock help
SHELL := /bin/bash
BIN := .venv/bin
UV := build/lock-venv/bin/uv
LOCK := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-strip-extras --no-header --no-annotate --extra build pyproject.toml

run:  ## Install what is needed and open the application
	@.setup/debian.sh run
	@.setup/run.sh

test:  ## Install what is needed and run every test
	@.setup/debian.sh test
	$(BIN)/python -m pytest -n 2 -q

check:  ## Style, types, imports between rooms, size budget
	@.setup/debian.sh test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.size_budget

format:  ## Put the code into shape
	@.setup/debian.sh test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench:  ## Speed, as ratios to a floor measured in the same run
	@.setup/debian.sh test
	$(BIN)/python -m tests.benchmarks

soak:  ## Kill the window 300 times while somebody types; then type fast for ten minutes
	@.setup/debian.sh test
	KILLS=300 $(BIN)/python -m pytest -q -s -p no:randomly tests/journeys/test_killed_while_typing.py
	TYPES_FOR=600 $(BIN)/python -m pytest -q -s -p no:randomly tests/journeys/test_fast_typist.py

keys:  ## Keys per character of a meeting: make keys MEETING=FILE (as show --json writes it)
	@.setup/debian.sh test
	$(BIN)/python -m tests.keys $(MEETING)

package:  ## A folder that runs without Python: build/dist/kcsp-desktop
	@.setup/debian.sh package
	$(BIN)/python -m PyInstaller --noconfirm --log-level ERROR --distpath build/dist --workpath build/work build_app.spec
	$(BIN)/python .setup/check_package.py

pictures:  ## Every screen and document page, into docs/pictures
	@.setup/debian.sh test
	$(BIN)/python -m tests.pictures

lock:  ## Renew the locked versions
	@.setup/debian.sh run
	python3 -m venv build/lock-venv
	build/lock-venv/bin/pip install --quiet --disable-pip-version-check uv
	$(LOCK) --upgrade -o requirements.lock
	$(LOCK) --upgrade --group dev -o requirements-dev.lock

help:  ## This list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16
