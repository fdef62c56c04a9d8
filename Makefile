PYTHON ?= .venv/bin/python

.PHONY: geodata

# Builds geodata/hetao.gpkg from the text sources in geodata/sources/.
geodata:
	$(PYTHON) -m geodata.build
