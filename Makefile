# Everything a person or CI runs. `make help` lists it; ARGS are passed on: make check ARGS='--lang en'
.DEFAULT_GOAL := help
.PHONY: help site example serve check test lint format bench lock clean

ARGS   ?=
BENCH  ?= benchmarks
SETUP  := sh scripts/setup.sh
BIN    := .venv/bin
LOCKER := .cache/lock-venv

export PYTHON
unexport PYTHONHOME PYTHONPATH # they would lead .venv to the packages of another Python
unexport PYTHONDONTWRITEBYTECODE # or every process that a test starts compiles the program and every worker the tests
export NO_MKDOCS_2_WARNING := 1

help: ## 列出這些指令 / list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

site: ## 建置網站到 site/ / build the site into site/
	@$(SETUP) site
	@$(BIN)/python build.py $(ARGS)

example: ## 建置示範網站到 examples/site/ / build the demonstration site into examples/site/
	@$(SETUP) site
	@$(BIN)/python build.py --config examples/mkdocs.yml $(ARGS)

serve: ## 本機預覽，存檔即更新 / preview on this machine, renewed on every save
	@$(SETUP) site
	@$(BIN)/python build.py serve $(ARGS)

check: ## 檢查資料，不建置 / check the data without building
	@$(SETUP) site
	@$(BIN)/python build.py check $(ARGS)

test: ## 執行所有測試 / run every test
	@$(SETUP) test
	@$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

lint: ## 檢查程式：ruff、mypy / check the code: ruff, mypy
	@$(SETUP) test
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

format: ## 整理程式格式 / put the code in order
	@$(SETUP) test
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format

bench: ## 量測速度 / measure speed (BENCH=benchmarks.documents: documents)
	@$(SETUP) benchmark
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m $(BENCH) $(ARGS)

# Existing pins stay unless ARGS=--upgrade. site.txt constrains the other two: any of them may be installed over another.
COMPILE = $(LOCKER)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--only-binary :all: --no-header --no-emit-index-url --group build $(ARGS) pyproject.toml

lock: ## 更新 locks/ / renew locks/ (ARGS=--upgrade: newest versions)
	@$(SETUP) lock $(LOCKER)
	$(COMPILE) --output-file locks/site.txt
	$(COMPILE) --extra import --constraint locks/site.txt --output-file locks/import.txt
	$(COMPILE) --extra accessibility --constraint locks/site.txt --output-file locks/accessibility.txt
	$(COMPILE) --extra test --constraint locks/site.txt --constraint locks/import.txt \
		--constraint locks/accessibility.txt --output-file locks/test.txt
	$(COMPILE) --extra benchmark --constraint locks/site.txt --output-file locks/benchmark.txt

clean: ## 刪除建置結果與快取，保留 .venv / remove what was built and cached, keep .venv
	rm -rf site .cache examples/site examples/.cache build .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +
