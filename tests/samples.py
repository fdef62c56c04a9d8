"""Real files of other projects, where the folder of them lies beside the project."""

from pathlib import Path


def _folder() -> Path | None:
    above = Path(__file__).resolve().parents
    return next((p / "shared/samples" for p in above if (p / "shared/samples").is_dir()), None)


SAMPLES = _folder()


def sample_files() -> list[Path]:
    return sorted(SAMPLES.rglob("*.gpkg")) if SAMPLES else []
