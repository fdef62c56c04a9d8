from __future__ import annotations

import re
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop import HOW_TO_INSTALL, Desktop, Program, missing_commands

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "out"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents and "desktop" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.desktop)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Leaves a picture of the screen in out/ for a test that failed."""
    report = yield
    desktop = getattr(item, "funcargs", {}).get("desktop")
    if report.when == "call" and report.failed and isinstance(desktop, Desktop):
        target = OUT / f"failed-{re.sub(r'[^A-Za-z0-9]+', '-', item.name)}.png"
        OUT.mkdir(exist_ok=True)
        if desktop.failure is None:
            desktop.screen.save(target)
        else:
            shutil.move(desktop.failure, target)
            desktop.failure = None
    return report


@pytest.fixture(scope="session")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    missing = missing_commands()
    if missing:
        pytest.fail(f"missing: {', '.join(missing)}; {HOW_TO_INSTALL}", pytrace=False)
    with Desktop(tmp_path_factory.mktemp("desktop")) as running:
        yield running


@pytest.fixture
def program(desktop: Desktop) -> Iterator[Program]:
    """The viewer with the shipped data, in English, as on its first start."""
    with desktop.start() as running:
        yield running
        running.alive()
        assert running.complaints() == []
