# make run: set up and open the map.   make test: set up and run every check and test.
# Both work from a fresh clone; what is already there is not made again.

PYTHON ?= python3
QGIS_PYTHON ?= /usr/bin/python3
VENV := .venv
BIN := $(VENV)/bin
TRANSLATIONS := assets/translations/hetao_map_zh_hans assets/translations/hetao_map_zh_hant
QT_WORDS := assets/translations/qt_zh_hans assets/translations/qt_zh_hant

.PHONY: run test check bench faults fuzz geodata qml pinyin golden pictures screens translations clean
.DELETE_ON_ERROR:

run: $(VENV)/.ready
	@$(BIN)/python packaging/run.py

test: $(VENV)/.ready-test check
	$(BIN)/python -m pytest

check: $(VENV)/.ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.ready-test
	$(BIN)/python -m tests.bench

# Files with every fault through the program, and a table of what becomes of them.
faults: $(VENV)/.ready-test
	$(BIN)/python -m tests.faults

# Other examples for every property, and mutants of small files; FUZZ=100000 makes so many.
fuzz: $(VENV)/.ready-test
	$(BIN)/python -m pytest -q -m hypothesis --hypothesis-profile=fuzz tests/unit
	$(BIN)/python -m tests.faults.fuzz $(FUZZ)

geodata: $(VENV)/.ready-test
	$(BIN)/python -m geodata.build

# Needs PyQGIS (Debian: python3-qgis). Run geodata afterwards.
qml:
	$(QGIS_PYTHON) -I packaging/make_qml.py

pinyin: $(VENV)/.ready-test
	$(BIN)/python packaging/make_pinyin.py

pictures: $(VENV)/.ready
	$(BIN)/python packaging/make_pictures.py

# Every panel and dialogue, in all languages, themes and sizes, to be looked at in out/screens.
screens: $(VENV)/.ready-test
	$(BIN)/python -m tests.screens

golden: $(VENV)/.ready-test
	$(BIN)/python -m tests.golden.renew

translations: $(VENV)/.ready-test
	$(BIN)/pyside6-lupdate -no-obsolete -locations none hetao_map/ui/*.py -ts $(addsuffix .ts,$(TRANSLATIONS))
	for name in $(TRANSLATIONS) $(QT_WORDS); do $(BIN)/pyside6-lrelease $$name.ts -qm $$name.qm; done

clean:
	rm -rf build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.ready: pyproject.toml packaging/system_packages.sh packaging/make_venv.sh
	packaging/system_packages.sh run
	packaging/make_venv.sh $(PYTHON) $(VENV)
	touch $@

$(VENV)/.ready-test: pyproject.toml packaging/system_packages.sh packaging/make_venv.sh
	packaging/system_packages.sh test
	packaging/make_venv.sh $(PYTHON) $(VENV) test
	touch $(VENV)/.ready $@
