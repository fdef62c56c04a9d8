"""Two thousand small files and texts with some bits turned end no process and raise no surprise."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.fuzz import SHARES, failures
from tests.faults.mutants import mutant
from tests.faults.reader import Reader

pytest.importorskip("resource", reason="processes are limited in another way here")

MUTANTS, SEED = 2_000, 20_260_101


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as child:
        yield child


@pytest.mark.parametrize(("kind", "share"), SHARES.items())
def test_mutants_are_read_or_refused(
    reader: Reader, kind: str, share: float, tmp_path: Path
) -> None:
    assert list(failures(reader, kind, SEED, round(MUTANTS * share), tmp_path)) == []


@pytest.mark.parametrize("kind", SHARES)
def test_a_mutant_comes_from_its_number_alone(kind: str) -> None:
    made = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as folder:
            made.append([mutant(kind, SEED, n, Path(folder)) for n in range(5)])
    assert made[0] == made[1]
    assert len(set(made[0])) == 5
