"""What a measurement is given: a screen, an environment, a folder and the peer."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hetao_map.resources import shipped_geopackage
from hetao_map.session.kept_file import VERSION
from hetao_map.session.place import WindowPlace
from tests.bench.qgis import Qgis

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1920, 1080)
_PATIENCE_S = 120.0
_POLL_S = 0.002
_END_OF_PNG = b"IEND\xaeB`\x82"


@dataclass(frozen=True)
class Bench:
    """A screen of a size is in environment; folder is for anything that is written."""

    environment: dict[str, str]
    folder: Path
    qgis: Qgis | None
    size: tuple[int, int] = SIZE

    def in_window(self, module: str) -> Any:
        """Return what a script for `inside.run` tells of the window it ran in."""
        with self.window(module) as process:
            return answer(process)

    @contextmanager
    def window(self, module: str) -> Iterator[subprocess.Popen[str]]:
        """Start a script for `inside.run` as on the first day: English, as large as the screen."""
        settings = Path(tempfile.mkdtemp(prefix="settings-", dir=self.folder))
        place = WindowPlace(self.size, (0, 0)).as_json()
        chosen = {"version": VERSION, "window": place, "language": "en", "theme": "light"}
        (settings / "settings.json").write_text(json.dumps(chosen), encoding="utf-8")
        command = [sys.executable, "-m", module, repr(time.time()), str(settings)]
        with started(command, self.environment) as process:
            yield process

    def seconds_to_picture(
        self, command: Sequence[str], picture: Path, environment: dict[str, str] | None = None
    ) -> float:
        """Return the seconds from the start of a process until it has written a whole PNG."""
        picture.unlink(missing_ok=True)
        began = time.perf_counter()
        with started(command, environment or self.environment) as process:
            _wait_for(picture, process)
            seconds = time.perf_counter() - began
            # Ending is not part of the time, but must not disturb what comes next.
            process.communicate(timeout=_PATIENCE_S)
        return seconds

    def fresh_geopackage(self) -> Path:
        """Return a copy of the shipped file that a peer may change."""
        folder = self.folder / "geopackage"
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        copy = folder / "hetao.gpkg"
        copy.write_bytes(shipped_geopackage().read_bytes())
        return copy


@contextmanager
def started(command: Sequence[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Run a command in a process group of its own that is ended with the block."""
    process = subprocess.Popen(
        list(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
        env=environment,
        start_new_session=True,
    )
    with process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def answer(process: subprocess.Popen[str]) -> Any:
    """Return the JSON of a process's last line of output; raises RuntimeError when it failed."""
    output, errors = process.communicate(timeout=_PATIENCE_S)
    if process.returncode != 0 or not output:
        raise RuntimeError(f"{process.args} ended with {process.returncode}\n{errors}")
    return json.loads(output.splitlines()[-1])


def _wait_for(picture: Path, process: subprocess.Popen[str]) -> None:
    """Return as soon as the picture is whole; raises RuntimeError when it does not come."""
    deadline = time.monotonic() + _PATIENCE_S
    while not _whole(picture):
        if time.monotonic() > deadline:
            raise RuntimeError(f"no picture from {process.args} for {_PATIENCE_S:.0f} s")
        if process.poll() is not None and not _whole(picture):
            errors = process.stderr.read() if process.stderr else ""
            raise RuntimeError(f"no picture from {process.args}\n{errors}")
        time.sleep(_POLL_S)


def _whole(picture: Path) -> bool:
    try:
        with picture.open("rb") as file:
            file.seek(-len(_END_OF_PNG), os.SEEK_END)
            return file.read() == _END_OF_PNG
    except OSError:
        return False
