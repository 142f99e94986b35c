# Every task of the project. `make help` tells them.

PYTHON ?= python3
PORT ?= 8000
ARGS ?=

VENV := .venv
PY := $(VENV)/bin/python
# Newer than the lock file while everything in it is installed.
INSTALLED := $(VENV)/.installed

.DEFAULT_GOAL := help

.PHONY: help
help: ## Tell what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(INSTALLED): .ci/requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed. Name one: make PYTHON=python3.12'; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo 'Python cannot make a virtual environment. On Debian: apt install python3-venv'; exit 1; }
	@echo 'Installing the locked dependencies into $(VENV); the first time takes a few minutes.'
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/requirements.lock
	@touch $@

.PHONY: install
install: $(INSTALLED) ## Make the virtual environment with the locked dependencies

.PHONY: demo
demo: $(INSTALLED) ## Run the portal on this machine with made-up buyers and suppliers (PORT=8000)
	@bash .ci/packages demo
	@$(PY) -m portal demo --port $(PORT)

.PHONY: demo-reset
demo-reset: $(INSTALLED) ## Delete everything that make demo has kept
	@$(PY) -m portal demo --reset

.PHONY: test
test: $(INSTALLED) ## Run the tests (ARGS="tests/web -x")
	@bash .ci/packages test
	@$(PY) -m pytest $(ARGS)

.PHONY: check
check: $(INSTALLED) ## Check format, lint, types, imports and templates
	@$(PY) -m ruff format --check --quiet . || { echo 'Not formatted: run make fix'; exit 1; }
	@$(PY) -m ruff check --quiet .
	@$(PY) -m mypy --no-error-summary
	@contracts=$$($(VENV)/bin/lint-imports --no-logo 2>&1) || { echo "$$contracts"; exit 1; }
	@$(PY) -m djlint --lint --profile jinja --ignore H030,H031 --quiet templates
	@echo 'All checks passed.'

.PHONY: fix
fix: $(INSTALLED) ## Format, and mend what can be mended without thought
	@$(PY) -m ruff check --fix --quiet . ; $(PY) -m ruff format --quiet .

.PHONY: bench
bench: $(INSTALLED) ## Measure reading, flagging and pages beside their peers
	@bash .ci/packages bench
	@$(PY) -m workers.bench
	@$(PY) -m nlp.bench
	@$(PY) -m portal.bench.queue
	@$(PY) -m portal.bench.upload
	@$(PY) -m workers.bench.latency

.PHONY: messages
messages: $(INSTALLED) ## Name the texts that have no Swedish yet
	@$(PY) .ci/messages.py

.PHONY: lock
lock: $(INSTALLED) ## Lock the dependencies anew after a change in pyproject.toml
	@bash .ci/lock

.PHONY: secrets
secrets: ## Make the secrets that production reads, in .secrets
	@bash .ci/production/secrets
