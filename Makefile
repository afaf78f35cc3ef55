# Needs Python 3.11 or newer, make and the package registries; nothing else.
PYTHON ?= python3.11
UV_VERSION := 0.13.8
BIN := .venv/bin
DEMO_LEDGER ?= build/demo.db

.PHONY: setup demo test readme schema clean

setup: $(BIN)/.ready

# uv lives in the environment that it fills (hence --inexact: it must not remove itself), so that one folder is all there is.
$(BIN)/.ready: pyproject.toml uv.lock
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet uv==$(UV_VERSION)
	VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv sync --frozen --inexact --quiet --active
	touch $@

# The ledger of the examples, made afresh. (DEMO_SERVE=0 asks for no server: there is none to start yet.)
demo: setup
	@mkdir -p $(dir $(DEMO_LEDGER)) && rm -f $(DEMO_LEDGER) $(DEMO_LEDGER)-wal $(DEMO_LEDGER)-shm
	@$(BIN)/recoupe add examples/reports --ledger $(DEMO_LEDGER)
	@echo && $(BIN)/recoupe timeline --ledger $(DEMO_LEDGER)
	@echo && $(BIN)/recoupe pledges --ledger $(DEMO_LEDGER)

test: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python -m pytest

# What README.md and docs/schema show, made anew from the code.
readme: setup
	$(BIN)/python tools/readme_output.py

schema: setup
	$(BIN)/recoupe schema --out docs/schema

clean:
	rm -rf build dist .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis .coverage
