"""Writes the SLD that this system's QGIS makes of a case, where SLD can hold it all.

Usage: python -m tests.parity.renew
"""

import tempfile
from pathlib import Path

from tests.parity import qgis

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


def main() -> None:
    assert qgis.installed(), qgis.MISSING
    with tempfile.TemporaryDirectory() as folder:
        for case in qgis.SLD_CASES:
            qgis.styled(case, Path(folder, f"{case}.gpkg"), FIXTURES)


if __name__ == "__main__":
    main()
