"""Start of the program: `python -m hetao_map` and the command hetao-map."""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Run the command line and return the process's exit code."""
    # No matrix is ever multiplied here: threads for that only cost time at the start.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # What is being imported stays: nothing among it is waste to be looked for.
    gc.disable()
    from hetao_map.cli import run

    gc.enable()
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
