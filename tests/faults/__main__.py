"""Put all faulty files through the program and print the table: `python -m tests.faults`.

A word takes the classes and names that hold it; --commands runs the command line on each file
as well, which takes some seconds a file.
"""

from __future__ import annotations

import sys

from tests.faults.corpus import FAULTS
from tests.faults.report import problems, table
from tests.faults.trial import bench


def main(words: list[str]) -> int:
    """Return 1 when anything is not as it must be."""
    wanted = [word for word in words if not word.startswith("--")]
    chosen = [f for f in FAULTS if not wanted or any(word in f.id for word in wanted)]
    trials = []
    with bench() as place:
        for number, fault in enumerate(chosen, 1):
            print(f"\r{number}/{len(chosen)}", end="", file=sys.stderr, flush=True)
            first = not any(trial.fault.kind == fault.kind for trial in trials)
            trials.append(place.trial(fault, commands=first or "--commands" in words))
            for line in problems(trials[-1:]):
                print(f"\r{line}", file=sys.stderr)
    print(file=sys.stderr)
    print(table(trials))
    return int(any(trial.problems for trial in trials))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
