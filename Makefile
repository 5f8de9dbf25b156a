# make demo: sets up and reads samples/    make test: sets up and runs every check
# Needs Python 3.10+ (another one: make PYTHON=python3.12 …); everything else is set up in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHON
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint clean programs

help:
	@sed -n '1,2s/^# //p' Makefile
	@echo "make lint: ruff and mypy    make clean: removes what these commands made"

demo: $(VENV)/installed
	@$(BIN)/python scripts/demo.py

# The tests come last and always run, so that their summary ends the output; any failure fails the whole.
test: programs $(VENV)/installed-dev
	@failed=0; \
	$(BIN)/ruff check . || failed=1; \
	$(BIN)/mypy || failed=1; \
	$(BIN)/python -m pytest $(ARGS) || failed=$$?; \
	exit $$failed

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# What some tests drive: a browser for the review page, LibreOffice for .doc files, Tesseract's Vietnamese data for
# scans. Without them those tests say so.
programs:
	@scripts/debian-packages chromium=chromium soffice=libreoffice-writer-nogui \
	  '/usr/share/tesseract-ocr/*/tessdata/vie.traineddata=tesseract-ocr-vie' || true

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || \
	  { echo "Cần Python 3.10 trở lên / Python 3.10 or newer is needed: make PYTHON=python3.12 …" >&2; exit 1; }
	@scripts/debian-packages py:ensurepip=python3-venv
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(BIN)/python
	@echo "Đang cài vào $(VENV) (khoảng một phút) / setting up $(VENV) (about a minute)"
	@$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml | $(BIN)/python
	@echo "Đang cài vào $(VENV) (khoảng một phút) / setting up $(VENV) (about a minute)"
	@$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/installed
