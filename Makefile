# Two commands matter: `make run` serves the product, `make test` runs every test.
# Both install what they need on a machine with Python 3.11+ and make.

PYTHON ?= python3
UV_VERSION := 0.13.8
BOOT := var/boot
UV := $(BOOT)/bin/uv
PY := .venv/bin/python
STATIC := src/unknot/web/static
NODE_PATH_DIR = $(shell tools/node-path)
PORT ?= 8000

.PHONY: handbook prove run setup test check format bench figures clean

run: setup  ## serve the product with demo people at http://127.0.0.1:8000
	$(PY) -m unknot.cli migrate
	$(PY) -m unknot.cli demo
	$(PY) -m unknot.cli serve --port $(PORT)

setup: .venv/.synced $(STATIC)/build/.built $(STATIC)/figures/.drawn  ## install and build, without running

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Unknot needs Python 3.11 or newer; set PYTHON=python3.11")'
	$(PYTHON) -m venv $(BOOT)
	$(BOOT)/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.synced: pyproject.toml uv.lock | $(UV)
	$(UV) sync --frozen --quiet --python $(PYTHON)
	@touch $@

$(STATIC)/build/.built: .venv/.synced frontend/package-lock.json $(shell find frontend -path frontend/node_modules -prune -o -type f -print 2>/dev/null)
	cd frontend && PATH="$(NODE_PATH_DIR):$$PATH" npm ci --no-audit --no-fund --loglevel=error
	cd frontend && PATH="$(NODE_PATH_DIR):$$PATH" npm run --silent build
	@touch $@

figures: $(STATIC)/figures/.drawn

$(STATIC)/figures/.drawn: .venv/.synced $(shell find src/unknot/movement src/unknot/knowledge/movements -type f \( -name '*.py' -o -name '*.yaml' \) 2>/dev/null)
	$(PY) -m unknot.cli figures --out $(STATIC)/figures
	@touch $@

check: setup  ## format, lint, types, imports, content
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PY) -m unknot.cli check
	cd frontend && PATH="$(NODE_PATH_DIR):$$PATH" npm run --silent check

format: setup
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

test: check  ## everything: content, rules, care, figures, web on SQLite and PostgreSQL, journeys in a browser
	$(PY) -m pytest -n auto --dist loadgroup -m "not journey"
	$(PY) tools/with_postgres.py $(PY) -m pytest -n auto tests/web
	UNKNOT_CHROMIUM="$$(tools/chromium)" $(PY) -m pytest -n auto -m journey

prove: setup  ## proves the safety of every table for every possible person
	$(PY) -m tools.prove

handbook: setup  ## writes docs/handbook/{en,fr}/ from the content
	$(PY) -m tools.handbook

mutants: setup  ## nudges every number and operator of every table, prints what became of each slip
	$(PY) -m tools.mutants

bench: setup tools/peers/node/node_modules/.built tools/peers/lighthouse/node_modules/.built  ## measures beside a peer or a limit, writes docs/benchmarks.md
	$(PY) -m tools.bench

tools/peers/%/node_modules/.built: .venv/.synced tools/peers/%/package-lock.json
	cd tools/peers/$* && PATH="$(NODE_PATH_DIR):$$PATH" npm ci --no-audit --no-fund --loglevel=error
	@touch $@

clean:
	rm -rf var .venv frontend/node_modules $(STATIC)/build $(STATIC)/figures
