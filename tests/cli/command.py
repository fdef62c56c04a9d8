"""The program as a process."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FOREIGN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONWARNINGS", "PYTHONPATH")


def environment(**more: str) -> dict[str, str]:
    """The environment of this process without a display, and with warnings shown."""
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default"} | more


def hetao_map(
    *words: object,
    env: Mapping[str, str] | None = None,
    before: Sequence[str] = (),
    **options: Any,
) -> subprocess.CompletedProcess[str]:
    """Run the command, by way of another one before it, and return its answer."""
    command = [*before, sys.executable, "-m", "hetao_map", *map(str, words)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
    return subprocess.run(
        command,
        env=dict(env if env is not None else environment()),
        encoding="utf-8",
        check=False,
        **(pipes | options),
    )


def complaint(done: subprocess.CompletedProcess[str], code: int) -> str:
    """The one sentence on stderr of a command that had to fail with the code."""
    assert done.returncode == code, (done.returncode, done.stderr)
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("hetao-map")
    assert "Traceback" not in line
    return line
