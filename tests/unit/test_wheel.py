"""What a wheel carries besides the code."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_all_assets_but_the_pictures_are_in_the_wheel() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    carried = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    wanted = {f"assets/{path.name}" for path in (ROOT / "assets").iterdir()} - {"assets/pictures"}
    assert wanted <= set(carried)
