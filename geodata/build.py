"""Builds the GeoPackage of the map from the text sources: python -m geodata.build."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from geodata import contract
from geodata.checks import find_problems
from geodata.contract import Layer
from geodata.gpkg import LAST_CHANGE, GeoPackageWriter
from geodata.metadata import STANDARD_URI, dataset_metadata
from geodata.sources import Sources, read_sources
from geodata.tables import attribute_rows, feature_rows

FOLDER = Path(__file__).resolve().parent
DEFAULT_SOURCES = FOLDER / "sources"
DEFAULT_STYLES = FOLDER.parent / "assets" / "styles"
DEFAULT_OUTPUT = FOLDER / "hetao.gpkg"


def build(sources: Sources, styles: Path, output: Path) -> None:
    """Write sources, which have no problem, to output; styles holds <layer>.sld and .qml."""
    with GeoPackageWriter(output) as package:
        package.add_enums(
            (row["constraint"], row["value"], row.get("description")) for row in sources.enums
        )
        for layer in contract.LAYERS:
            _add_layer(package, layer, sources)
        for table in contract.ATTRIBUTE_TABLES:
            package.register(table.name, "attributes", table.title, table.description)
            package.add_attributes(table.name, table.columns, attribute_rows(table.name, sources))
            package.describe_columns(table.name, table.columns)
        package.add_styles(read_styles(styles))
        package.add_metadata(
            STANDARD_URI, dataset_metadata(LAST_CHANGE[:10], sources.tables["source"])
        )


def read_styles(folder: Path) -> list[tuple[str, str, str]]:
    """Return layer, SLD and QML of each layer that has an SLD; QML is empty without a file."""
    styles = []
    for name in contract.LAYER_NAMES:
        sld, qml = folder / f"{name}.sld", folder / f"{name}.qml"
        if sld.is_file():
            qml_text = qml.read_text(encoding="utf-8") if qml.is_file() else ""
            styles.append((name, sld.read_text(encoding="utf-8"), qml_text))
    return styles


def main(arguments: Sequence[str] | None = None) -> int:
    """Build and return the exit code: 0 done, 1 when the sources have problems."""
    options = _parser().parse_args(arguments)
    sources = read_sources(options.sources)
    problems = find_problems(sources)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        noun = "problem" if len(problems) == 1 else "problems"
        print(f"{len(problems)} {noun}; nothing was written.", file=sys.stderr)
        return 1
    try:
        build(sources, options.styles, options.output)
    except OSError as error:
        print(f"{options.output} cannot be written: {error.strerror}.", file=sys.stderr)
        return 1
    print(f"{options.output} is built.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m geodata.build", description=__doc__)
    parser.add_argument("--sources", type=Path, default=DEFAULT_SOURCES, metavar="FOLDER")
    parser.add_argument("--styles", type=Path, default=DEFAULT_STYLES, metavar="FOLDER")
    parser.add_argument("--output", type=Path, default=DEFAULT_OUTPUT, metavar="PATH")
    return parser


def _add_layer(package: GeoPackageWriter, layer: Layer, sources: Sources) -> None:
    columns = contract.feature_columns(layer.name)
    rows = feature_rows(layer, sources.layers[layer.name])
    setting = next(row for row in sources.tables["layer_setting"] if row["layer"] == layer.name)
    bounds = _bounds([shape for shape, _ in rows])
    description = setting.get("description_en", "")
    package.register(layer.name, "features", setting["title_en"], description, bounds)
    package.add_layer(layer.name, layer.geometry_type, columns, rows)
    package.describe_columns(layer.name, columns)


def _bounds(shapes: Sequence[BaseGeometry]) -> tuple[float, float, float, float] | None:
    """Return west, south, east, north of all shapes, None when there is none."""
    if not shapes:
        return None
    west, south, east, north = (float(value) for value in shapely.total_bounds(shapes))
    return west, south, east, north


if __name__ == "__main__":
    sys.exit(main())
