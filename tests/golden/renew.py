"""Paints the golden pictures anew: make golden. Look at each change before it is kept."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.golden.cases import CASES, picture

FOLDER = Path(__file__).resolve().parent / "pictures"


def main() -> None:
    application = QGuiApplication(["golden", "-platform", "offscreen"])
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name in CASES:
        picture(name).save(str(FOLDER / f"{name}.png"))
    del application


if __name__ == "__main__":
    main()
