# The whole developer's interface: make demo, make test, make check, make bench, make fuzz; make compile makes reading and coding faster.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check
DEMO   := demo

.PHONY: demo test check bench fuzz compile compile-if-possible requirements clean

$(VENV)/.run-installed: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements/run.txt
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev-installed: requirements/dev.txt $(VENV)/.run-installed
	$(PIP) install --quiet --require-hashes -r requirements/dev.txt
	touch $@

$(VENV)/.compile-installed: requirements/compile.txt $(VENV)/.run-installed
	$(PIP) install --quiet --require-hashes -r requirements/compile.txt
	touch $@

# Reading and coding as C: the same results in less time. What is there and fresh stays; what is stale is never loaded.
compile: $(VENV)/.compile-installed
	$(BIN)/python tools/compile.py

# Where there is no C compiler, or anything goes wrong, they stay plain Python, and all else goes on.
compile-if-possible: $(VENV)/.run-installed
	@if [ -n "$$CONSTANCIA_PLAIN" ]; then echo "CONSTANCIA_PLAIN is set: plain Python"; \
	elif ! $(BIN)/python tools/compile.py --possible; then echo "No C compiler with Python's headers: plain Python, slower, with the same results"; \
	else $(MAKE) --no-print-directory compile || echo "Not compiled (see above): plain Python, slower, with the same results"; fi

demo: $(VENV)/.run-installed compile-if-possible
	rm -rf $(DEMO)
	mkdir -p $(DEMO)
	$(BIN)/constancia run examples/pages --db $(DEMO)/record.db
	$(BIN)/constancia export --db $(DEMO)/record.db --format csv $(DEMO)/tables
	$(BIN)/constancia verify --db $(DEMO)/record.db $(DEMO)/tables
	$(BIN)/constancia report --db $(DEMO)/record.db --title "A port strike in Honduras, March 2025 (invented)" $(DEMO)/report.html
	@echo
	@echo "Open $(DEMO)/report.html in a browser: it needs no network. The tables lie in $(DEMO)/tables."

test: $(VENV)/.dev-installed compile-if-possible
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

bench: $(VENV)/.bench-installed compile-if-possible
	$(BIN)/python tools/bench.py

# Inputs changed by what they reach, until one breaks the readers; what broke them lies in a file beside.
$(VENV)/.fuzz-installed: requirements/fuzz.txt $(VENV)/.dev-installed
	$(PIP) install --quiet --require-hashes -r requirements/fuzz.txt
	touch $@

fuzz: $(VENV)/.fuzz-installed
	CONSTANCIA_PLAIN=1 $(BIN)/python tools/fuzz_readers.py -max_total_time=300

# Pin anew, with hashes and without addresses; run by hand when a dependency is to move.
requirements: $(VENV)/.dev-installed
	$(BIN)/pip-compile --quiet --config pyproject.toml --output-file requirements/run.txt requirements/run.in pyproject.toml --extra postgres
	$(BIN)/pip-compile --quiet --config pyproject.toml --allow-unsafe --output-file requirements/dev.txt requirements/dev.in
	$(BIN)/pip-compile --quiet --config pyproject.toml --allow-unsafe --output-file requirements/bench.txt requirements/bench.in
	$(BIN)/pip-compile --quiet --config pyproject.toml --allow-unsafe --output-file requirements/compile.txt requirements/compile.in
	$(BIN)/pip-compile --quiet --config pyproject.toml --allow-unsafe --output-file requirements/fuzz.txt requirements/fuzz.in

clean:
	rm -rf $(VENV) $(DEMO) build dist src/constancia/compiled.txt
	find src -name '*.so' -delete
