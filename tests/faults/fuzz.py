"""Many mutants, run after run: `python -m tests.faults.fuzz [COUNT [SEED]]` (make fuzz).

Each that is not read as it must be is named by kind, seed and number, and kept in out/.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.faults.mutants import mutant
from tests.faults.reader import Reader

SHARES = {"geopackage": 0.6, "wkb": 0.25, "sld": 0.15}
_AT_ONCE = 50
_PATIENCE_S = 120.0
_KEPT_IN = Path("out/mutants")


def failures(reader: Reader, kind: str, seed: int, count: int, folder: Path) -> Iterator[str]:
    """Yield a line for each mutant that ends a process, hangs, or raises what it must not."""
    number = 0
    while number < count:
        most = min(_AT_ONCE, count - number)
        report = reader.do(
            "mutants", kind=kind, seed=seed, start=number, count=most, folder=str(folder),
            patience_s=_PATIENCE_S,
        )  # fmt: skip
        if report.end == "read":
            number += most
            continue
        told = report.told.split()
        bad = int(told[-1]) if told else number
        why = report.answer.get("sentence") or f"signal {report.signal}"
        yield f"{kind} {seed} {bad}: {report.end}: {why}"
        number = bad + 1


def main(words: list[str]) -> int:
    """Return 1 when any mutant was not read as it must be."""
    count = int(words[0]) if words else 20_000
    seed = int(words[1]) if len(words) > 1 else int(time.time())
    found = 0
    with tempfile.TemporaryDirectory() as name, Reader() as reader:
        for kind, share in SHARES.items():
            print(f"{kind}: {round(count * share)} mutants of seed {seed}")
            for line in failures(reader, kind, seed, round(count * share), Path(name)):
                found += 1
                print(line)
                _keep(kind, seed, int(line.split()[2].rstrip(":")))
    print(f"{found} failures")
    return int(found > 0)


def _keep(kind: str, seed: int, number: int) -> None:
    _KEPT_IN.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        content = mutant(kind, seed, number, Path(folder))
    (_KEPT_IN / f"{kind}-{seed}-{number}").write_bytes(content)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
