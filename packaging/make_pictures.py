"""Makes assets/pictures/map_*.png, the whole zone at three scales, for the README: make pictures.

In three languages, light and dark. Every picture is 1200 by 800 pixels; at the small scales the
data fill less of it, so that a logical pixel takes more of the file's.
"""

from __future__ import annotations

import os
import sys
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtGui import QImage

from hetao_map.cli import run
from hetao_map.render.picture import save_png

PICTURES = Path(__file__).resolve().parent.parent / "assets" / "pictures"
# Scale, centre and size in logical pixels; 1200 pixels of the file are as many of these.
VIEWS = (
    (150_000, "114.0335,22.5105", "504x336"),
    (50_000, "114.0580,22.5140", "900x600"),
    (25_000, "114.0625,22.5155", "1200x800"),
)
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
THEMES = ("light", "dark")


def main() -> int:
    """Write all pictures; return the exit code of the first that fails, else 0."""
    PICTURES.mkdir(exist_ok=True)
    for (scale, center, size), language, theme in product(VIEWS, LANGUAGES, THEMES):
        path = PICTURES / f"map_{scale}_{language}_{theme}.png"
        ratio = 1200 / int(size.partition("x")[0])
        code = run([
            "render", "-o", str(path), "--scale", str(scale), "--center", center, "--size", size,
            "--dpr", str(ratio), "--language", language, "--theme", theme,
        ])  # fmt: skip
        if code:
            return code
        shrink(path)
        print(path.name, f"{path.stat().st_size / 1024:.0f} kB")
    return 0


def shrink(path: Path) -> None:
    """Write a picture anew in colours that are four steps apart: smaller, and no eye sees it."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888)
    bits = np.frombuffer(image.bits(), np.uint8)
    bits[:] = np.minimum((bits.astype(np.uint16) + 2) // 4 * 4, 255)
    save_png(image, path)


if __name__ == "__main__":
    sys.exit(main())
