"""A finished GeoPackage of the real sources, and a small set of sources to break."""

from pathlib import Path

import pytest

from geodata.build import DEFAULT_SOURCES, DEFAULT_STYLES, build
from geodata.sources import read_sources
from tests.unit.geodata.small_sources import write_small_sources


@pytest.fixture(scope="session")
def fresh_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("geodata") / "fresh.gpkg"
    build(read_sources(DEFAULT_SOURCES), DEFAULT_STYLES, path)
    return path


@pytest.fixture
def small_sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    write_small_sources(folder)
    return folder
