# The only door: what a person runs, and what .ci/run runs.
.DEFAULT_GOAL := run
.PHONY: run test check format bench package pictures lock
BIN := .venv/bin

run:  ## Install what is needed, open the application
	@./.setup/debian.sh run
	@./.setup/run.sh

test:  ## Install what is needed, run every test
	@./.setup/debian.sh test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 -q

check:  ## Style, types, import contract, size budget
	@./.setup/debian.sh test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.size_budget

format:  ## Put the code into shape
	@./.setup/debian.sh test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench:  ## Speed, as ratios against a floor measured in the same run
	@./.setup/debian.sh test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q tests/benchmarks -s

package:  ## A folder that runs without Python
	@./.setup/debian.sh test
	$(BIN)/python -m PyInstaller --noconfirm --distpath build/dist --workpath build/work build_app.spec

pictures:  ## Every screen and document page, into docs/pictures
	@./.setup/debian.sh test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.pictures

lock:  ## Renew the locked versions
	python3 -m venv build/lock-venv
	build/lock-venv/bin/pip install --quiet uv
	build/lock-venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --extra build pyproject.toml -o requirements.lock
	build/lock-venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --extra build --group dev pyproject.toml -o requirements-dev.lock
