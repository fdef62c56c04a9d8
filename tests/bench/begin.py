"""Starts the window as `python -m hetao_map` does, with `inside` looking on.

Usage: python -m tests.bench.begin SECONDS FOLDER, see `inside`. What is imported, and when, is
what `__main__` and `cli` do: Qt last, since its import hook reads the source of each module that
follows, and the garbage collector off.
"""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Open the window, print the times of the start, and return the program's exit code."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.disable()
    import pyproj  # noqa: F401

    import hetao_map.cli  # noqa: F401
    from tests.bench import inside

    return inside.run()


if __name__ == "__main__":
    sys.exit(main())
