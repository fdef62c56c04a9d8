"""QGIS beside it, where the system has it: the same file, the same size."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.accessible import SYSTEM_PYTHON

NOT_INSTALLED = "QGIS not installed"
_QUESTION = "import qgis.core; print(qgis.core.Qgis.QGIS_VERSION)"
_SCRIPT = Path(__file__).with_name("qgis_picture.py")


@dataclass(frozen=True, slots=True)
class Qgis:
    """QGIS with its Python of the system."""

    version: str

    def snapshot(self, geopackage: Path, picture: Path, size: tuple[int, int]) -> list[str]:
        """Return the command that opens the window, and saves the map once it is drawn."""
        width, height = map(str, size)
        options = ["--nologo", "--noplugins", "--width", width, "--height", height]
        return ["qgis", *options, "--snapshot", str(picture), str(geopackage)]

    def parallel(self, geopackage: Path, picture: Path, size: tuple[int, int]) -> list[str]:
        """Return the command that draws the file without a window, by all cores."""
        return self.script(_SCRIPT, str(geopackage), str(picture), *map(str, size))

    def script(self, path: Path, *arguments: str) -> list[str]:
        """Return the command that runs a script with QGIS's modules."""
        # Isolated, or the modules beside the script would hide those of QGIS.
        return [SYSTEM_PYTHON, "-I", str(path), *arguments]


def found() -> Qgis | None:
    """Return the QGIS of this system, None where there is none."""
    if shutil.which("qgis") is None or shutil.which(SYSTEM_PYTHON) is None:
        return None
    answer = subprocess.run(
        [SYSTEM_PYTHON, "-I", "-c", _QUESTION], capture_output=True, encoding="utf-8", check=False
    )
    return Qgis(answer.stdout.strip()) if answer.returncode == 0 else None
