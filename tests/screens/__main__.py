"""Pictures of every panel and dialogue: `make screens`, then look at out/screens.

    python -m tests.screens [--language en] [--theme dark] [--size large] [--only PART]

Each combination of language, theme and size is a folder with a picture for each scene, and
out/screens/sheet-SCENE.png holds all pictures of one scene beside one another. What the machine
has found wrong is printed; the exit code is 1 if there is any.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from tests.e2e.conftest import OUT
from tests.e2e.desktop import Desktop, Program

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
THEMES = ("light", "dark")
SIZES = {"small": ("1280x720", 1), "large": ("2560x1440", 2)}
PICTURES = OUT / "screens"
SECONDS = 600
WIDTH, HEIGHT, LABEL = 960, 540, 22
"""Of a picture on a sheet, in pixels."""
# The main window fills the screen; dialogues keep their frames.
FILLING = """<applications><application type="normal"><decor>no</decor>
<maximized>yes</maximized></application></applications></openbox_config>"""


class Room(Desktop):
    """A desktop of a size, whose main window fills it."""

    def __init__(self, folder: Path, size: str) -> None:
        super().__init__(folder, f"{size}x24")

    def window_manager(self) -> str:
        return super().window_manager().replace("</openbox_config>", FILLING)


def take(
    size: str, combinations: Iterable[tuple[str, str]], extra: list[str], out: Path = PICTURES
) -> dict[str, dict[str, list[str]]]:
    """Take the pictures of one size; return by combination and scene what is wrong."""
    pixels, ratio = SIZES[size]
    found: dict[str, dict[str, list[str]]] = {}
    with (
        tempfile.TemporaryDirectory(prefix="screens-") as folder,
        Room(Path(folder), pixels) as room,
    ):
        room.environment |= {"QT_SCALE_FACTOR": str(ratio), "PYTHONPATH": str(OUT.parent)}
        for language, theme in combinations:
            name = f"{language}-{theme}-{size}"
            with started(room, out / name, theme, language, extra) as program:
                code = program.process.wait(SECONDS)
                said = program.complaints()
            path = out / name / "findings.json"
            found[name] = json.loads(path.read_text()) if path.exists() else {}
            if code or said:
                found[name]["program"] = [f"it ended with {code}", *said]
    return found


def started(room: Room, out: Path, theme: str, language: str, extra: list[str]) -> Program:
    command = [sys.executable, "-m", "tests.screens.stage", "--out", str(out), *extra, "--"]
    home = Path(tempfile.mkdtemp(dir=room.folder))
    return Program(room, [*command, "--theme", theme, "--language", language], home)


def lay_out(folders: list[Path]) -> None:
    """Put the pictures of each scene beside one another, two in a row, with their names."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QGuiApplication([])
    names = {path.name for folder in folders for path in folder.glob("*.png")}
    for name in sorted(names):
        paths = [folder / name for folder in folders if (folder / name).exists()]
        rows = (len(paths) + 1) // 2
        sheet = QImage(2 * WIDTH, rows * (HEIGHT + LABEL), QImage.Format.Format_RGB32)
        sheet.fill(0xFFFFFFFF)
        painter = QPainter(sheet)
        for number, path in enumerate(paths):
            x, y = number % 2 * WIDTH, number // 2 * (HEIGHT + LABEL)
            painter.drawText(x + 8, y + LABEL - 6, path.parent.name)
            painter.drawImage(x, y + LABEL, smaller(QImage(str(path))))
        painter.end()
        sheet.save(str(PICTURES / f"sheet-{name}"))


def smaller(image: QImage) -> QImage:
    way, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(WIDTH - 8, HEIGHT - 8, way, smooth)


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.screens")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--theme", choices=THEMES, action="append")
    parser.add_argument("--size", choices=SIZES, action="append")
    parser.add_argument("--text-size", default="normal")
    parser.add_argument("--only", action="append", default=[])
    options = parser.parse_args()
    extra = ["--text-size", options.text_size]
    extra += [part for name in options.only for part in ("--only", name)]
    pairs = list(product(options.language or LANGUAGES, options.theme or THEMES))
    if not options.only:
        shutil.rmtree(PICTURES, ignore_errors=True)
    found = {}
    for size in options.size or SIZES:
        found |= take(size, pairs, extra)
    lay_out([PICTURES / name for name in found])
    for name, scenes in found.items():
        for scene, faults in scenes.items():
            print(*(f"{name} {scene}: {fault}" for fault in faults), sep="\n")
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main())
