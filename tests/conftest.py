import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication

from hetao_map.data.open import open_files
from hetao_map.model.dataset import Catalog
from hetao_map.resources import shipped_geopackage
from tests.patience import PatientBot

# The same examples in every run, so that what passes here passes there; `make fuzz` seeks others.
settings.register_profile(
    "plain",
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("fuzz", deadline=None, database=None, print_blob=True, max_examples=2000)
settings.load_profile("plain")

if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """As pytest-qt's, with more patience."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def shipped_path() -> Path:
    return shipped_geopackage()


@pytest.fixture(scope="session")
def shipped(shipped_path: Path) -> Catalog:
    """The map that ships, read once."""
    return open_files([shipped_path])
