"""What `make run` does: opens the window, or without a display writes the map as a picture."""

from __future__ import annotations

import sys
from pathlib import Path

from hetao_map.cli import run

NO_DISPLAY = 5


def main() -> int:
    """Return the program's exit code."""
    code = run(["gui"])
    if code != NO_DISPLAY:
        return code
    picture = Path("out/hetao-map.png").absolute()
    picture.parent.mkdir(exist_ok=True)
    code = run(["render", "-o", str(picture)])
    if code == 0:
        print(f"The map is in {picture}")
    return code


if __name__ == "__main__":
    sys.exit(main())
