"""The options of each command, and the forms their values take."""

from __future__ import annotations

import argparse
import datetime as dt
import math
import re
from pathlib import Path

from hetao_map.geometry.extent import valid_lonlat
from hetao_map.geometry.paper import DEFAULT_PAGE, PAGES
from hetao_map.model.errors import UsageError
from hetao_map.text import messages
from hetao_map.text.dates import well_formed
from hetao_map.text.language import Language

OUTPUT_ENDINGS = (".png", ".pdf", ".svg")
_MAX_SIDE = 20_000
_CODE_LENGTH = 9
_LANGUAGES = [language.value for language in Language]
_THEMES = ["light", "dark", "auto"]


def add_gui(parser: argparse.ArgumentParser) -> None:
    """Add the options of the window."""
    _files(parser)
    parser.add_argument("--language", choices=_LANGUAGES, help="language of the window")
    parser.add_argument("--center", type=lonlat, metavar="LON,LAT", help="WGS84 degrees")
    parser.add_argument("--scale", type=scale, metavar="N", help="scale 1:N")
    parser.add_argument("--layers", metavar="A,B", help="layers to show, all others off")
    parser.add_argument("--feature", metavar="LAYER/ID", help="feature whose card is open")
    parser.add_argument("--theme", choices=_THEMES)
    parser.add_argument("--config-dir", type=Path, metavar="DIR", help="where settings are kept")
    parser.add_argument(
        "--safe",
        action="store_true",
        help="default settings, the map that ships; the rest set aside",
    )


def add_render(parser: argparse.ArgumentParser) -> None:
    """Add the options of a picture."""
    _files(parser)
    outputs = "OUT" + "|".join(OUTPUT_ENDINGS)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar=outputs)
    sheet = parser.add_mutually_exclusive_group()
    sheet.add_argument(
        "--size", type=size, metavar="WxH", help="in pixels of 1/96 inch; default 1600x1000"
    )
    sheet.add_argument(
        "--page", choices=PAGES, help=f"a page with title and legend; PDF default {DEFAULT_PAGE}"
    )
    parser.add_argument("--dpr", type=ratio, default=1.0, metavar="R", help="device pixel ratio")
    parser.add_argument("--dpi", type=dpi, metavar="N", help="sets the ratio to N/96")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--center", type=lonlat, metavar="LON,LAT")
    where.add_argument("--bbox", type=bbox, metavar="W,S,E,N")
    parser.add_argument("--scale", type=scale, metavar="N")
    parser.add_argument("--layers", metavar="A,B")
    _language(parser)
    parser.add_argument("--theme", choices=_THEMES, default="light")
    parser.add_argument("--date", type=date, metavar="YYYY-MM-DD", help="show what was there then")
    parser.add_argument("--highlight", metavar="LAYER/ID")
    parser.add_argument("--legend", action="store_true", help="with a legend; pages have one")
    parser.add_argument("--grid", action="store_true", help="with a grid of degrees")
    parser.add_argument("--no-furniture", action="store_true", help="the map alone")


def add_layers(parser: argparse.ArgumentParser) -> None:
    """Add the options of the list of layers."""
    _files(parser)
    _language(parser)
    _json(parser)


def add_info(parser: argparse.ArgumentParser) -> None:
    """Add the options of a question about a place or a feature."""
    _files(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--at", type=lonlat, metavar="LON,LAT")
    what.add_argument("--feature", metavar="LAYER/ID")
    parser.add_argument("--tolerance", type=metres, default=30.0, metavar="METRES")
    parser.add_argument("--layers", metavar="A,B")
    _language(parser)
    _json(parser)


def add_search(parser: argparse.ArgumentParser) -> None:
    """Add the options of a search."""
    parser.add_argument("text", metavar="TEXT")
    _files(parser)
    _language(parser)
    parser.add_argument("--limit", type=limit, default=20, metavar="N")
    _json(parser)


def add_crossings(parser: argparse.ArgumentParser) -> None:
    """Add the options of the state of the ports."""
    _files(parser)
    parser.add_argument("--at", type=moment, metavar="ISO-TIME", help="default: now")
    _language(parser)
    _json(parser)


def add_route(parser: argparse.ArgumentParser) -> None:
    """Add the options of a way from door to door."""
    parser.add_argument("--from", dest="start", required=True, metavar="PLACE", help="a name or id")
    parser.add_argument("--to", dest="end", required=True, metavar="PLACE", help="a name or id")
    _files(parser)
    when = parser.add_mutually_exclusive_group()
    when.add_argument("--depart", type=moment, metavar="ISO-TIME", help="default: now")
    when.add_argument("--arrive", type=moment, metavar="ISO-TIME", help="be there by then")
    parser.add_argument(
        "--fewest-changes", action="store_true", help="rather than the earliest arrival"
    )
    _language(parser)
    _json(parser)


def add_brief(parser: argparse.ArgumentParser) -> None:
    """Add the options of a briefing."""
    _files(parser)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--feature", action="append", metavar="LAYER/ID", help="with all that lies in it; repeat it"
    )
    what.add_argument("--bbox", type=bbox, metavar="W,S,E,N", help="WGS84 degrees")
    what.add_argument("--area", metavar="FILE|WKT", help="a polygon: GeoJSON file or WKT text")
    parser.add_argument("--title", default="", help="default: the feature's name")
    parser.add_argument("--date", type=date, metavar="YYYY-MM-DD", help="show what was there then")
    parser.add_argument("--at", type=moment, metavar="ISO-TIME", help="state of the ports then")
    parser.add_argument("--layers", metavar="A,B", help="layers of the map")
    _language(parser)


def add_check(parser: argparse.ArgumentParser) -> None:
    """Add the options of a check."""
    _files(parser)
    _language(parser)
    _json(parser)


def _files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help="default: the map that ships")
    parser.add_argument("--crs", type=crs, metavar="EPSG:N", help="CRS of layers that name none")
    parser.add_argument(
        "--datum",
        choices=("gcj02", "bd09"),
        help="coordinates come from Amap or Tencent (gcj02), or Baidu (bd09)",
    )


def _language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=_LANGUAGES, default="en")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


def _numbers(text: str, count: int) -> list[float]:
    try:
        values = [float(part) for part in text.split(",")]
    except ValueError:
        values = []
    if len(values) != count or not all(math.isfinite(value) for value in values):
        raise argparse.ArgumentTypeError(f"{text!r} is not {count} numbers with commas between")
    return values


def lonlat(text: str) -> tuple[float, float]:
    """Return the position of LON,LAT."""
    lon, lat = _numbers(text, 2)
    if not valid_lonlat(lon, lat):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no place on earth: longitude is -180 to 180, latitude -90 to 90"
        )
    return lon, lat


def bbox(text: str) -> tuple[float, float, float, float]:
    """Return the box of W,S,E,N."""
    west, south, east, north = _numbers(text, 4)
    if not (
        valid_lonlat(west, south) and valid_lonlat(east, north) and west < east and south < north
    ):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no box: give west, south, east, north in degrees, in that order"
        )
    return west, south, east, north


def size(text: str) -> tuple[int, int]:
    """Return the size of WxH in pixels."""
    match = re.fullmatch(r"(\d{1,5})x(\d{1,5})", text)
    sides = (int(match[1]), int(match[2])) if match else (0, 0)
    if not all(1 <= side <= _MAX_SIDE for side in sides):
        raise argparse.ArgumentTypeError(f"{text!r} is no size: WxH, each 1 to {_MAX_SIDE}")
    return sides


def _within(text: str, low: float, high: float, what: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not low <= value <= high:
        raise argparse.ArgumentTypeError(f"{text!r}: {what} is a number from {low:g} to {high:g}")
    return value


def scale(text: str) -> float:
    """Return N of a scale 1:N."""
    return _within(text, 10, 500_000_000, "the scale's denominator")


def ratio(text: str) -> float:
    """Return a device pixel ratio."""
    return _within(text, 0.25, 8, "the device pixel ratio")


def dpi(text: str) -> float:
    """Return dots per inch."""
    return _within(text, 24, 768, "the resolution")


def metres(text: str) -> float:
    """Return a distance in metres."""
    return _within(text, 0, 1_000_000, "the tolerance in metres")


def limit(text: str) -> int:
    """Return how many hits are wanted."""
    return int(_within(text, 1, 10_000, "the limit"))


def crs(text: str) -> str:
    """Return the CRS of an EPSG code, with or without “EPSG:” before it."""
    from hetao_map.geometry.projection import is_known_crs

    code = text.strip().upper().removeprefix("EPSG:")
    digits = code.isascii() and code.isdigit() and len(code) <= _CODE_LENGTH
    if not digits or not is_known_crs(f"EPSG:{int(code)}"):
        raise argparse.ArgumentTypeError(f"{text!r} is no EPSG code, such as EPSG:2326")
    return f"EPSG:{int(code)}"


def date(text: str) -> str:
    """Return a date of the form YYYY-MM-DD."""
    if len(text) != 10 or not well_formed(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no date of the form YYYY-MM-DD")
    return text


def moment(text: str) -> dt.datetime:
    """Return the moment of an ISO 8601 text; without a zone it is Hong Kong's."""
    from hetao_map.model.clock import local
    from hetao_map.text import times

    try:
        found = local(dt.datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        raise UsageError(times.BAD_TIME, text=text) from None
    return found


def check_output(path: Path, endings: tuple[str, ...] = OUTPUT_ENDINGS) -> None:
    """Raise UsageError unless the file's name says a format that can be written."""
    if path.suffix.lower() not in endings:
        known = ", ".join(endings)
        raise UsageError(messages.OUTPUT_FORMAT, path=path, known=known)
