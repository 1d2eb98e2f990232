# The two commands: `make site` builds the catalogue and its web site, `make test` checks everything.
# Each makes its own environment in .venv; nothing but Python 3.11 or later and make is needed
# (with Node, the theme's JavaScript is checked, too; with Node and Java, the pages by the Nu HTML checker).

.DEFAULT_GOAL := help
.PHONY: help site serve check test lint types layers unit browser benchmark records schema language lock dist clean

# The first Python that is new enough; `make site PYTHON=/path/to/python` names another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$p; break; }; done)

VENV := .venv
PY := $(VENV)/bin/python
# Files, folders or patterns to read beside catalogue/: make site SOURCES="saved/*.txt"
SOURCES ?=
# Where the browser tests run: empty finds or installs one, `none` leaves them out.
BROWSER ?=

# Tests start many processes, and several that import every test: what Python compiles is kept for the next,
# also where somebody (or an image of a container) has set this.
unit benchmark: export PYTHONDONTWRITEBYTECODE =

# Many tests wait for a browser or the disk: a few more at once than there are cores.
PROCESSES ?= $(shell $(PY) -c 'import os; print(os.cpu_count() + 3)')

# What checks the theme's JavaScript, and the pages, comes from npm. Without Node they are not checked, and that is said.
NPM := $(shell command -v npm 2>/dev/null)
NODE_TOOLS := $(if $(NPM),node_modules/.done)
define javascript
	@if test -f node_modules/.done; then npm run --silent $(1); else \
	echo "the theme's JavaScript is NOT CHECKED ($(1)): $(if $(NPM),npm could not install what that takes,there is no Node with npm)"; fi
endef

help:
	@echo "make site [SOURCES=\"files…\"]  build the catalogue and its web site in site/"
	@echo "make serve [SOURCES=…]        look at the site in a browser, built anew after every change"
	@echo "make check [SOURCES=…]        read everything, say what is wrong, write nothing"
	@echo "make test                     run every check and test"
	@echo "make benchmark                print what builds of 547 and 10,000 papers cost, what asking services costs, the quality of reading bibliographies, merging, topics, relations, search, and how quick a visit is"
	@echo "make dist                     build the package as it is released, in dist/"
	@echo "make records                  measure the records against the listings they describe"

# Exactly the versions of the lock, and only files with its hashes; then the generator itself, which flit_core installs.
# $(1) is the lock.
define install
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $(1)
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
endef

$(VENV)/site.done: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed; install it, or name it: make PYTHON=/path/to/python"; exit 2; }
	@rm -f $(VENV)/site.done $(VENV)/test.done
	@$(PYTHON) -m venv $(VENV) || { echo "$(PYTHON) cannot make environments; on Debian and Ubuntu: apt-get install python3-venv"; exit 2; }
	@echo "installing what the generator needs into $(VENV) …"
	$(call install,constraints.txt)
	@touch $@

$(VENV)/test.done: $(VENV)/site.done constraints-dev.txt
	@rm -f $@
	@echo "installing what the tests need into $(VENV) …"
	$(call install,constraints-dev.txt)
	@touch $@

# JAVASCRIPT=required insists on having them; else the rest is checked all the same.
node_modules/.done: package.json package-lock.json
	@echo "installing what checks JavaScript and pages into node_modules …"
	@rm -f $@
	@if npm ci --silent; then touch $@; elif test "$(JAVASCRIPT)" = required; then \
	echo "npm could not install what checks the theme's JavaScript, and JAVASCRIPT=required"; exit 1; fi

site: $(VENV)/site.done
	@$(PY) -m generator build $(SOURCES)

serve: $(VENV)/site.done
	@$(PY) -m generator serve $(SOURCES)

check: $(VENV)/site.done
	@$(PY) -m generator check $(SOURCES)

test: lint types layers unit

lint: $(VENV)/test.done $(NODE_TOOLS)
	$(VENV)/bin/ruff check generator tests benchmarks .ci
	$(call javascript,lint)

types: $(VENV)/test.done $(NODE_TOOLS)
	$(VENV)/bin/mypy
	$(call javascript,types)

layers: $(VENV)/test.done
	$(VENV)/bin/lint-imports

unit: $(VENV)/test.done $(NODE_TOOLS)
	@$(PY) -m tests.nu_checker
	BROWSER="$(BROWSER)" $(PY) -m tests.find_browser
	BROWSER="$(BROWSER)" $(PY) -m pytest --numprocesses $(PROCESSES) --dist worksteal

benchmark: $(VENV)/test.done
	$(PY) -m benchmarks.cost
	$(PY) -m benchmarks.sizes
	$(PY) -m benchmarks.bibliographies --speed
	$(PY) -m benchmarks.names
	$(PY) -m benchmarks.right_work
	$(PY) -m benchmarks.services
	$(PY) -m benchmarks.merging
	$(PY) -m benchmarks.people
	$(PY) -m benchmarks.citations
	$(PY) -m benchmarks.topics
	$(PY) -m benchmarks.related
	$(PY) -m benchmarks.search
	$(PY) -m benchmarks.people_index
	$(PY) -m benchmarks.visit
	$(PY) -m benchmarks.lighthouse
	EVERY_SCREEN=1 EVERY_PAGE=1 KILLS=40 ROUNDS=40 $(PY) -m pytest tests/browser/test_browser.py tests/browser/test_room.py tests/site/test_killed_build.py tests/unit/commands/test_add_and_enrich.py tests/site/test_nothing_outside.py tests/site/test_incremental.py tests/site/test_audit.py tests/site/test_nu_checker.py
	$(PY) -m benchmarks.bibliographies

records: $(VENV)/test.done
	$(PY) -m benchmarks.records

schema: $(VENV)/site.done
	@$(PY) -m generator schema

# Find every string that visitors read, and bring the files of the translations up to date.
language: $(VENV)/site.done
	@$(PY) -m generator.language

# Bring every dependency to its newest version within the bounds of pyproject.toml: one version for every Python
# and system, with the hashes of its files.
LOCK := .build/lock-venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-annotate --custom-compile-command "make lock"

lock:
	@rm -rf .build/lock-venv
	@$(PYTHON) -m venv .build/lock-venv
	@.build/lock-venv/bin/python -m pip install --quiet --disable-pip-version-check uv
	@$(LOCK) pyproject.toml --group build --output-file constraints.txt
	@$(LOCK) pyproject.toml --extra dev --constraint constraints.txt --output-file constraints-dev.txt
	@$(LOCK) --group release --output-file constraints-release.txt
	@$(if $(NPM),rm -f package-lock.json && npm install --silent --package-lock-only,echo "package-lock.json stays as it is: there is no npm")

# The package as it is released, in dist/: the same bytes from any checkout of the same commit.
dist: $(VENV)/test.done
	@rm -rf dist
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(PY) -m build --no-isolation

# What builds stage beside docs/ and site/ they remove themselves; a site is removed if it is from one.
# Edited pages that builds kept in .build are people's, not made by us.
clean:
	rm -rf $(VENV) node_modules dist
	@if test -d .build -a ! -L .build; then find .build -mindepth 1 -maxdepth 1 ! -name 'edited*' -exec rm -rf {} +; fi
	@rmdir .build 2>/dev/null || true
	@if test -e site/.made-by-paper-catalogue; then rm -rf site; fi
