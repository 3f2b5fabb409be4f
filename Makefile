# Every target does its own set-up; a second call installs nothing.
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check

# TensorFlow's start-up messages are for its developers.
export TF_CPP_MIN_LOG_LEVEL := 2
# Without compiled modules, each server and worker that the tests start would compile the package again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run dev test lint format bench screenshots catalogue site dist clean

help:
	@echo "make run          serve the app and open a browser"
	@echo "make dev          the same, reloading when a file changes"
	@echo "make test         all tests"
	@echo "make lint         ruff and mypy"
	@echo "make format       let ruff repair what it can"
	@echo "make bench        the budgets, written to docs/benchmarks.md"
	@echo "make screenshots  renew the pictures in docs/"
	@echo "make catalogue    collect new texts for translation"
	@echo "make site         lessons and views as pages without a server, in site/"
	@echo "make dist         the package, as a wheel and as source, in dist/"
	@echo "make clean        remove .venv and caches"

run: $(VENV)/.app
	$(BIN)/streamlit run app.py --server.address=localhost

dev: $(VENV)/.app
	$(BIN)/streamlit run app.py --server.fileWatcherType=auto --server.runOnSave=true --client.showErrorDetails=full

test: $(VENV)/.browser
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.browser
	$(BIN)/python -m benchmarks

screenshots: $(VENV)/.browser
	$(BIN)/python -m tools.screenshots

catalogue: $(VENV)/.app
	$(BIN)/python -m tools.catalogue

site: $(VENV)/.app
	$(BIN)/python -m tools.site

dist: $(VENV)/.dev
	rm -rf dist
	$(BIN)/python -m build --no-isolation
	$(BIN)/twine check --strict dist/*

clean:
	rm -rf $(VENV) dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results

$(BIN)/pip:
	@python="$$(sh tools/find_python.sh)" && echo "Creating $(VENV) with $$python" && "$$python" -m venv $(VENV)

$(VENV)/.app: requirements.txt | $(BIN)/pip
	@echo "Installing the app's dependencies (TensorFlow is large: this takes a few minutes once)"
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.app
	@echo "Installing the dependencies of the tests"
	@$(PIP) -r requirements-dev.txt
	@touch $@

# Without a browser the browser tests are skipped, so this target stays unmade and is tried again next time.
$(VENV)/.browser: $(VENV)/.dev
	@$(BIN)/python -m tools.browser && touch $@ || test -z "$$LSTM_VIZ_REQUIRE_BROWSER"
