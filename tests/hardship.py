"""Disks without room and users without rights, where the system lets a test have them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


def ordinary_user() -> list[str]:
    """A command that takes root's right to every file away from the one behind it."""
    if os.name != "posix":
        pytest.skip("permissions are others on this system")
    if os.getuid() != 0:
        return []
    command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    if not shutil.which("setpriv") or subprocess.run([*command, "true"], check=False).returncode:
        pytest.skip("root may write everywhere, and setpriv cannot take that away here")
    return command


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of its own with so much room, for as long as the test lasts."""
    folder.mkdir()
    options = ["-t", "tmpfs", "-o", f"size={kilobytes}k,mode=755", "small"]
    mounted = (
        shutil.which("mount")
        and not subprocess.run(
            ["mount", *options, str(folder)], check=False, capture_output=True
        ).returncode
    )
    if not mounted:
        pytest.skip("this user may not make a disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Write a file that takes all the room that is left on a disk."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (4096, 512, 1):
            with suppress(OSError):
                while file.write(b"x" * size) == size:
                    pass
    return filler
