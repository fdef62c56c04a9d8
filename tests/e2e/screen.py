"""What an X screen shows, and a hand on its mouse and keyboard (xdotool)."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from tests.patience import PATIENCE_SECONDS

Box = tuple[int, int, int, int]
Picture = NDArray[np.uint8]
"""Rows, columns, and red, green and blue."""
Value = TypeVar("Value")

POLL_SECONDS = 0.05
COMMAND_SECONDS = 60.0


def wait_until(look: Callable[[], Value | None], wish: str) -> Value:
    """The first value of `look` that is neither None nor False; fails after the deadline."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        found = look()
        if found is not None and found is not False:
            return found
        if time.monotonic() >= deadline:
            raise AssertionError(f"{wish}: not within {PATIENCE_SECONDS:.0f} s")
        time.sleep(POLL_SECONDS)


class Screen:
    """The screen of an X server."""

    def __init__(self, environment: Mapping[str, str], folder: Path) -> None:
        self.environment = dict(environment)
        self.folder = folder

    # Pictures

    def save(self, path: Path, box: Box | None = None) -> Path:
        """Writes the screen, or a box of it (left, top, width, height), as a PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        crop = []
        if box is not None:
            left, top, width, height = box
            crop = ["-crop", f"{width}x{height}+{left}+{top}", "+repage"]
        self._run("import", "-silent", "-window", "root", *crop, f"png:{path}")
        return path

    def picture(self, box: Box | None = None) -> Picture:
        """The screen, or a box of it, as it is now."""
        return read_picture(self.save(self.folder / "screen.png", box))

    def wait_until_still(self, box: Box | None = None, polls: int = 4) -> Picture:
        """The picture once it has been the same in so many looks, one after the other."""
        last = self.picture(box)
        same = 0

        def look() -> Picture | None:
            nonlocal last, same
            now = self.picture(box)
            same = same + 1 if np.array_equal(now, last) else 0
            last = now
            return now if same >= polls else None

        return wait_until(look, "a picture that stands still")

    def wait_for_change(self, before: Picture, box: Box | None = None) -> Picture:
        """The still picture after one that differs from `before` has been seen."""
        wait_until(lambda: not np.array_equal(self.picture(box), before), "another picture")
        return self.wait_until_still(box)

    def wait_for_picture(self, wanted: Picture, share: float, box: Box | None = None) -> None:
        """Waits until no more than this share of the pixels differs from a picture."""

        last = 1.0

        def look() -> bool:
            nonlocal last
            last = difference_share(self.picture(box), wanted)
            return last <= share

        try:
            wait_until(look, f"the same picture but for a share of {share}")
        except AssertionError as error:
            raise AssertionError(f"{error}; last it was {last:.4f}") from None

    # Mouse and keyboard

    def move(self, x: int, y: int) -> None:
        self._run("xdotool", "mousemove", "--sync", str(x), str(y))

    def park(self) -> None:
        """Moves the pointer to a corner where it is over nothing."""
        self._run("xdotool", "mousemove", "99999", "99999")

    def click(self, x: int, y: int, button: int = 1) -> None:
        self._run("xdotool", "mousemove", str(x), str(y), "click", str(button))

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 8) -> None:
        """Presses the left button at one point and lets it go at another, by way of the line."""
        (x0, y0), (x1, y1) = start, end
        arguments = ["mousemove", str(x0), str(y0), "mousedown", "1"]
        for step in range(1, steps + 1):
            x, y = x0 + (x1 - x0) * step // steps, y0 + (y1 - y0) * step // steps
            arguments += ["mousemove", str(x), str(y)]
        self._run("xdotool", *arguments, "mouseup", "1")

    def carry(self, start: tuple[int, int], end: tuple[int, int], box: Box) -> None:
        """Drags something and lets it go once the picture of a box shows where it would go."""
        (x0, y0), (x1, y1) = start, end
        self.move(x0, y0)
        before = self.wait_until_still(box)
        self._run("xdotool", "mousedown", "1")
        for step in range(1, 5):
            self.move(x0 + (x1 - x0) * step // 4, y0 + (y1 - y0) * step // 4)
        self.wait_for_change(before, box)
        self._run("xdotool", "mouseup", "1")

    def key(self, *keys: str) -> None:
        """Presses keys by their X names, as "ctrl+f", "plus" or "Return"."""
        self._run("xdotool", "key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        self._run("xdotool", "type", "--clearmodifiers", text)

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            command,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=COMMAND_SECONDS,
            check=False,
        )
        assert done.returncode == 0, f"{' '.join(command)}: {done.stderr}"
        return done.stdout


def read_picture(path: Path) -> Picture:
    """A picture file as an array."""
    image = QImage(str(path))
    assert not image.isNull(), f"{path.name} is not a picture"
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = rows[:, : image.width() * 3]
    return pixels.reshape(image.height(), image.width(), 3).copy()


def difference_share(one: Picture, other: Picture, tolerance: int = 8) -> float:
    """The share of pixels of which a channel differs by more than `tolerance`."""
    assert one.shape == other.shape, f"pictures of {one.shape} and {other.shape}"
    distance = np.abs(one.astype(np.int16) - other.astype(np.int16)).max(axis=2)
    return float((distance > tolerance).mean())
