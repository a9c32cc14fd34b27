# The few commands of the house. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help demo test check bench docs examples format clean

BIN := .venv/bin
BENCH_BIN := .venv-bench/bin
RESULTS := --into benchmarks/results --page docs/benchmarks.md
ARGS ?=

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

demo: ## set up what placet needs and tell the founding case
	@scripts/setup run
	@scripts/demo

test: ## set up what the tests need and run them all; more for pytest in ARGS="..."
	@scripts/setup dev
	@scripts/programs
	$(BIN)/pytest -n auto $(ARGS)

check: ## lint, format, types, and the rule about floors
	@scripts/setup dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -q tests/house

bench: ## run placet beside its peers on the same work; ROWS="reasons leximin" for some, QUICK=1 for a look
	@scripts/setup bench
	$(BENCH_BIN)/pytest -q -p no:cacheprovider tests/benchmarks
	$(BENCH_BIN)/python benchmarks/run.py $(ROWS) $(if $(QUICK),--quick,$(RESULTS)) \
		--date "$$(date -u +%F)" --commit "$$(git describe --always --dirty 2>/dev/null || echo unknown)"

docs: ## build the documentation into site/; a warning is an error
	@scripts/setup dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

examples: ## run the examples of the README and the docs again
	@scripts/setup dev
	$(BIN)/python scripts/examples.py

format: ## let ruff mend what it can
	@scripts/setup dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove everything that the commands above have made
	rm -rf .venv .venv-bench .tools site dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
