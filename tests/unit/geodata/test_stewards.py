"""What the README tells those who keep the data does what it says."""

import re
import shutil
from pathlib import Path

from geodata.build import DEFAULT_SOURCES, main
from hetao_map.data.open import open_files
from hetao_map.model.briefing import Wish
from hetao_map.model.feature import FeatureRef
from hetao_map.query.area import subject_of_features
from hetao_map.query.briefing import make_briefing

README = Path(__file__).parents[3] / "README.md"
PORT = FeatureRef("ports", "futian_port")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", README.read_text(encoding="utf-8"), re.M | re.S)


def test_a_figure_added_as_the_readme_says_is_in_the_briefing(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    shutil.copytree(DEFAULT_SOURCES, folder)
    (source,), (fact,) = blocks("csv"), blocks("toml")
    with (folder / "source.csv").open("a", encoding="utf-8") as file:
        file.write(source)
    path = folder / "features" / "ports.toml"
    text = path.read_text(encoding="utf-8")
    feature = text.index(f'id = "{PORT.id}"')
    after = text.index("\n[[", feature)
    path.write_text(f"{text[:after]}\n{fact}{text[after:]}", encoding="utf-8")
    built = tmp_path / "new.gpkg"
    assert main(["--sources", str(folder), "--output", str(built)]) == 0
    catalog = open_files([built])
    briefing = make_briefing(catalog, subject_of_features(catalog, [PORT])[0], Wish())
    lines = [
        (one.text, one.notes)
        for section in briefing.sections
        for part in section.parts
        for row in part.rows
        for cell in row
        for one in cell
    ]
    assert any(text == "about 260,000 people a day" for text, _ in lines)
    assert any(text == "As the yearbook has it." for text, _ in lines)
    note = next(note for note in briefing.notes if "Yearbook of the ports" in note.full)
    assert any(text == "31 December 2025" and note.number in notes for text, notes in lines)
    assert note.address == "https://example.org/yearbook"


def test_each_file_that_the_readme_names_is_there() -> None:
    section = README.read_text(encoding="utf-8").partition("### Keeping it up to date")[2]
    table = section.partition("A new figure")[0]
    names = re.findall(r"`(\w+\.(?:csv|toml))`", table)
    assert set(names) == {path.name for path in DEFAULT_SOURCES.iterdir() if path.is_file()}
