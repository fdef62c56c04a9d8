"""Start of the program: `python -m hetao_map` and the command hetao-map."""

from __future__ import annotations

import gc
import os
import sys

from hetao_map.child_word import CHILD_WORD


def main() -> int:
    """Run the command line and return the process's exit code."""
    # No matrix is ever multiplied here: threads for that only cost time at the start.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if sys.argv[1:] == [CHILD_WORD]:
        # Its environment is the one that it was given by this program.
        from hetao_map.data.formats.child import main as read_foreign_file

        return read_foreign_file()
    from hetao_map.environment import settle_environment

    settle_environment()
    # What is being imported stays: nothing among it is waste to be looked for.
    gc.disable()
    from hetao_map.cli import run

    gc.enable()
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
