"""Writes the SLD that this system's QGIS makes of each case: python -m tests.parity.renew."""

import tempfile
from pathlib import Path

from tests.parity import qgis

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


def main() -> None:
    assert qgis.installed(), qgis.MISSING
    with tempfile.TemporaryDirectory() as folder:
        for case in qgis.CASES:
            qgis.styled(case, Path(folder, f"{case}.gpkg"), FIXTURES)


if __name__ == "__main__":
    main()
