"""QGIS as a program beside ours, run by the system's Python."""

import json
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtGui import QImage

from hetao_map.geometry.viewport import Viewport
from hetao_map.render.theme import LIGHT

SYSTEM_PYTHON = "/usr/bin/python3"
MISSING = f"{SYSTEM_PYTHON} has no PyQGIS (Debian: python3-qgis)"
SLD_CASES = ("single", "categorised", "graduated", "rules", "labelled", "marks", "centroids")
CASES = (*SLD_CASES, "apart")
_SCRIPT = Path(__file__).with_name("qgis_side.py")


@cache
def installed() -> bool:
    if not Path(SYSTEM_PYTHON).exists():
        return False
    question = [SYSTEM_PYTHON, "-I", "-c", "import qgis.core"]
    return subprocess.run(question, capture_output=True, check=False).returncode == 0


def styled(case: str, path: Path, folder: Path) -> Path:
    """Let QGIS make the file of a case; the SLD it wrote is put into the folder too."""
    _run("style", case, str(path), str(folder))
    return path


def painted(
    path: Path, layers: Sequence[str], viewport: Viewport, folder: Path, labels: bool
) -> QImage:
    """The view as QGIS paints it; layers from the bottom up."""
    extent = viewport.extent
    job = {
        "file": str(path),
        "layers": list(layers),
        "size": viewport.size_px,
        "extent": [extent.xmin, extent.ymin, extent.xmax, extent.ymax],
        "background": LIGHT.beyond,
        "labels": labels,
        "picture": str(folder / "qgis.png"),
    }
    (folder / "job.json").write_text(json.dumps(job), encoding="utf-8")
    _run("paint", str(folder / "job.json"))
    return QImage(job["picture"])


def _run(*arguments: str) -> None:
    command = [SYSTEM_PYTHON, "-I", str(_SCRIPT), *arguments]
    answer = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert answer.returncode == 0, answer.stderr
