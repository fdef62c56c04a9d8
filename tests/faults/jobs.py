"""What the child can be asked to do; each job is a function of its values and a way to tell."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.faults.reading import checked, read_through

# One mutant in so many is painted and checked too.
WHOLE_EVERY = 20
Tell = Callable[[str], None]
Job = Callable[[dict[str, Any], Tell], dict[str, Any]]


def _read(job: dict[str, Any], _tell: Tell) -> dict[str, Any]:
    return read_through(Path(job["path"]))


def _check(job: dict[str, Any], _tell: Tell) -> dict[str, Any]:
    return checked(Path(job["path"]))


def _mutants(job: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Read a run of mutants; the last number told is the one that is being read."""
    from tests.faults.mutants import mutant, put_through

    folder = Path(job["folder"])
    for number in range(job["start"], job["start"] + job["count"]):
        tell(f"{number} ")
        content = mutant(job["kind"], job["seed"], number, folder)
        whole = not number % WHOLE_EVERY
        put_through(job["kind"], content, folder / "mutant.gpkg", whole=whole)
    return {"end": "read"}


def _save(job: dict[str, Any], _tell: Tell) -> dict[str, Any]:
    from tests.faults.saving import disturbed

    return disturbed(job)


def _harm(job: dict[str, Any], _tell: Tell) -> dict[str, Any]:
    """Do what no reader may: change the file, read another one, call home, start a program."""
    with Path(job["path"]).open("r+b") as file:
        file.write(b"X")
    Path(job["canary"]).read_bytes()
    address = urlsplit(job["url"])
    socket.create_connection((str(address.hostname), address.port or 0)).close()
    subprocess.run(["true"], check=False)
    return {"end": "drawn", "layers": {}, "notes": []}


JOBS: dict[str, Job] = {
    "read": _read,
    "check": _check,
    "mutants": _mutants,
    "save": _save,
    "harm": _harm,
}
