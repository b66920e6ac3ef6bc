# The commands of this project, the same for a person and for CI. `make run` and `make test` set everything up themselves.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

export HF_HUB_OFFLINE := 1
export TOKENIZERS_PARALLELISM := false

.PHONY: install run test coverage lint bench speed audit

install: $(READY)

# torch first and alone: asked for through another package, pip may choose a CUDA build of several gigabytes.
$(READY): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "$$(grep '^torch==' constraints.txt)"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $(READY)

run: $(READY)
	$(BIN)/streamlit run streamlit_app.py

test: $(READY)
	tests/tools.sh
	$(BIN)/python -m pytest

# The tests once more with every line and branch counted, in all processes that they start; fails below the floor in pyproject.toml.
coverage: $(READY)
	tests/tools.sh
	$(BIN)/python -m pytest --cov --cov-report=term

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Texts and labels lie beside the project, or in another folder: make bench SHARED=DIR; with RIVALS=DIR rivals are asked again too.
SHARED ?= ../shared

bench: $(READY)
	$(BIN)/python -m benchmarks --shared $(SHARED) $(if $(RIVALS),--rivals $(RIVALS))

speed: $(READY)
	$(BIN)/python -m benchmarks.speed

# In an environment of its own: what looks at the project is not what the project runs on. pip-audit asks pypi.org, so it needs the network.
audit:
	test -x .venv-audit/bin/bandit || $(PYTHON) -m venv .venv-audit
	.venv-audit/bin/python -m pip install --quiet --disable-pip-version-check bandit pip-audit
	.venv-audit/bin/bandit --quiet --recursive --severity-level medium --confidence-level medium claims factcheck streamlit_app.py
	.venv-audit/bin/pip-audit --requirement constraints.txt --no-deps --disable-pip
