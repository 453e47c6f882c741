# The whole developer's interface: make demo, make test, make check, make bench.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check
DEMO   := demo

.PHONY: demo test check bench requirements clean

$(VENV)/.run-installed: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements/run.txt
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev-installed: requirements/dev.txt $(VENV)/.run-installed
	$(PIP) install --quiet --require-hashes -r requirements/dev.txt
	touch $@

demo: $(VENV)/.run-installed
	rm -rf $(DEMO)
	mkdir -p $(DEMO)
	$(BIN)/constancia run examples/pages --db $(DEMO)/record.db
	$(BIN)/constancia export --db $(DEMO)/record.db --format csv $(DEMO)/tables
	$(BIN)/constancia verify --db $(DEMO)/record.db $(DEMO)/tables
	$(BIN)/constancia report --db $(DEMO)/record.db --title "A port strike in Honduras, March 2025 (invented)" $(DEMO)/report.html
	@echo
	@echo "Open $(DEMO)/report.html in a browser: it needs no network. The tables lie in $(DEMO)/tables."

test: $(VENV)/.dev-installed
	$(BIN)/pytest -n auto

check: $(VENV)/.dev-installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The peers that the product is timed beside are installed for it alone.
$(VENV)/.bench-installed: requirements/bench.txt $(VENV)/.dev-installed
	$(PIP) install --quiet --require-hashes -r requirements/bench.txt
	touch $@

bench: $(VENV)/.bench-installed
	$(BIN)/python tools/bench.py

# Pin anew, with hashes and without addresses; run by hand when a dependency is to move.
requirements: $(VENV)/.dev-installed
	$(BIN)/pip-compile --quiet --config pyproject.toml --output-file requirements/run.txt requirements/run.in pyproject.toml --extra postgres
	$(BIN)/pip-compile --quiet --config pyproject.toml --allow-unsafe --output-file requirements/dev.txt requirements/dev.in
	$(BIN)/pip-compile --quiet --config pyproject.toml --allow-unsafe --output-file requirements/bench.txt requirements/bench.in

clean:
	rm -rf $(VENV) $(DEMO) build dist
