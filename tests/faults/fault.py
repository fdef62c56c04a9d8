"""What a fault is: a name, a maker of a file, and what reading that file may come to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

DRAWN, PARTLY, REFUSED = "drawn", "partly", "clear error"
ANYHOW = (DRAWN, PARTLY, REFUSED)


@dataclass(frozen=True)
class Bait:
    """What data may name to lure the program: an address that listens, a file, a folder."""

    url: str
    canary: Path


Make = Callable[[Path, Bait], object]


@dataclass(frozen=True)
class Fault:
    """A file of a class of faults. ends are the outcomes that are right for it."""

    kind: str
    name: str
    make: Make
    ends: tuple[str, ...]
    file: str

    @property
    def id(self) -> str:
        """Name it for a test's id."""
        return f"{self.kind}: {self.name}"


FAULTS: list[Fault] = []


def fault(
    kind: str, name: str, *ends: str, file: str = "faulty.gpkg"
) -> Callable[[Callable[[Path], object]], Callable[[Path], object]]:
    """Add the file that the function writes to the given path. Without ends all are right."""

    def add(make: Callable[[Path], object]) -> Callable[[Path], object]:
        FAULTS.append(Fault(kind, name, lambda path, _bait: make(path), ends or ANYHOW, file))
        return make

    return add


def luring(kind: str, name: str, *ends: str, file: str = "faulty.gpkg") -> Callable[[Make], Make]:
    """Do as fault for a function that puts the bait into the file."""

    def add(make: Make) -> Make:
        FAULTS.append(Fault(kind, name, make, ends or ANYHOW, file))
        return make

    return add


def each(
    kind: str, cases: dict[str, Callable[[Path], object]], *ends: str, file: str = "faulty.gpkg"
) -> None:
    """Add several files of a class at once."""
    for name, make in cases.items():
        fault(kind, name, *ends, file=file)(make)
