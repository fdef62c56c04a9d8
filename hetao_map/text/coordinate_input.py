"""Coordinates as people type them: degrees in any usual writing, and Hong Kong 1980 Grid."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

LONGEST = 120
_Xy = tuple[float, float]


class System(Enum):
    """What the two numbers of a position count."""

    DEGREES = "degrees"
    """Longitude and latitude on WGS84."""
    HONG_KONG_GRID = "hong_kong_grid"
    """Easting and northing in metres on the Hong Kong 1980 Grid."""


@dataclass(frozen=True, slots=True)
class TypedPosition:
    """A position as it was meant: (longitude, latitude) or (easting, northing).

    plain tells that it is two whole numbers and nothing else, which may be meant otherwise;
    degrees may lie outside the world.
    """

    xy: _Xy
    system: System = System.DEGREES
    plain: bool = False


# Words become the letters that stand for them; what only names the datum goes.
_WORDS = (
    (r"^geo:|^@", ""),
    (r"(\d)\s*d\s*([\d.]+)\s*m\s*([\d.]+)\s*s", r"\1°\2'\3"),
    (r"(\d):(\d{1,2}):(\d[\d.]*)", r"\1°\2'\3"),
    (r"(?:hong kong|hk|香港)\s*(?:19)?80\s*(?:grid|方格网|方格網|坐标|座標)?", " "),
    (r"epsg\s*:?\s*(?:2326|4326|4490)|wgs\s*-?\s*(?:19)?84|cgcs\s*-?\s*2000", " "),
    (r"easting|东坐标|東座標|橫坐標|横坐标", "e"),
    (r"northing|北坐标|北座標|縱坐標|纵坐标", "n"),
    (r"北[纬緯]|\bnorth\b|\bnorden\b", "n"),
    (r"南[纬緯]|\bsouth\b", "s"),
    (r"东[经經]|東[经經]|\beast\b", "e"),
    (r"西[经經]|\bwest\b", "w"),
    (r"纬度|緯度|\blatitude\b|\blat\b", "n?"),
    (r"经度|經度|\blongitude\b|\blong\b|\blng\b|\blon\b", "e?"),
    (r"度|\bdegrees?\b|\bdeg\b|[º˚]", "°"),
    (r"分|\bminutes?\b|\bmin\b|[′’‘`´]", "'"),
    (r"秒|\bseconds?\b|\bsec\b|[″”“]|''", '"'),
    (r"(?<=\d)\s*m(?:[etr]*s?)?(?=\s*(?:[en,;]|$))", ""),
    (r"[−–—]", "-"),
    (r"[()\[\]=]|(?<!\d):", " "),
)
_REWRITES = tuple((re.compile(pattern), letter) for pattern, letter in _WORDS)
_COMMA_FOR_POINT = re.compile(r"(-?\d+),(\d{2,})(?:\s*;\s*|\s+)(-?\d+),(\d{2,})")
_GRID_THOUSANDS = re.compile(r"(?<![\d.])([7-9]\d\d),(?=\d{3}(?!\d))")
_NUMBER = r"\d+(?:\.\d*)?"
_ANGLE = re.compile(
    rf"(?P<before>[nsew]\??)?\s*(?P<sign>[+-])?\s*(?P<degrees>{_NUMBER})(?P<mark>\s*°)?"
    rf"(?:\s*(?P<minutes>{_NUMBER})\s*'?(?:\s*(?P<seconds>{_NUMBER})\s*\"?)?)?"
    r"\s*(?P<after>[nsew]\??)?"
)
_GAP = re.compile(r"(?<=[\d.°'\"nsew?])(?=[\s+nsew])|(?<=[nsew?])(?=\d)")
_PLAIN = re.compile(r"\s*\d+\s*[,\s]\s*\d+\s*")
_GRID_FROM, _GRID_TO = 700_000.0, 999_999.0


def typed_position(text: str) -> TypedPosition | None:
    """Return the position that a text says, None when it says none.

    Letters and words for the directions decide the order; without them a value beyond 90 is
    the longitude, and a pair that fits both ways is read as longitude, latitude. Two numbers
    of six digits are easting and northing.
    """
    if len(text) > LONGEST or sum(c.isdigit() for c in text) < 2:
        return None
    written = _rewritten(text)
    pairs = [pair for split in _splits(written) if (pair := _pair(*split)) is not None]
    if not pairs:
        return None
    xy, system = pairs[0]
    plain = system is System.DEGREES and _PLAIN.fullmatch(text) is not None
    return TypedPosition(xy, system, plain)


def _rewritten(text: str) -> str:
    """Return the text with one sign for each meaning, in small letters and narrow digits."""
    # Before NFKC, which makes two primes of a double prime.
    written = unicodedata.normalize("NFKC", text.replace("″", '"')).strip().lower()
    for pattern, letter in _REWRITES:
        written = pattern.sub(letter, written)
    written = " ".join(written.split())
    decimal = _COMMA_FOR_POINT.fullmatch(written)
    if decimal and max(len(decimal[1]), len(decimal[3])) <= 4:
        return "{}.{} {}.{}".format(*decimal.groups())
    return _GRID_THOUSANDS.sub(r"\1", written)


def _splits(written: str) -> list[tuple[str, str]]:
    """Return the ways to cut the text in two, the likeliest first: at a sign, then in the
    middle.
    """
    parts = re.split("[,;/]", written)
    if len(parts) > 1:
        return [(parts[0], parts[1])] if len(parts) == 2 else []
    gaps = [m.start() for m in _GAP.finditer(written)]
    middle = len(written) / 2
    # Where the first ends in a letter, or the second begins with one, there is no doubt.
    told = {gap for gap in gaps if _is_told(written, gap)}
    gaps.sort(key=lambda gap: (gap not in told, abs(gap - middle)))
    return [(written[:gap], written[gap:]) for gap in gaps]


def _is_told(written: str, gap: int) -> bool:
    left, right = written[:gap].strip(), written[gap:].strip()
    return left[-1:] in "nsew" or right[:1] in "nsew+-" or ("°" in left and "°" in right)


def _pair(first: str, second: str) -> tuple[_Xy, System] | None:
    one, other = _angle(first.strip()), _angle(second.strip())
    if one is None or other is None:
        return None
    (a, a_letter, a_fine), (b, b_letter, b_fine) = one, other
    if a_letter in ("n", "s") or b_letter in ("e", "w"):
        a, b, a_letter, b_letter = b, a, b_letter, a_letter
    if a_letter in ("n", "s") or b_letter in ("e", "w"):
        return None
    if _is_grid(a) and _is_grid(b) and not (a_fine or b_fine):
        return ((a, b), System.HONG_KONG_GRID) if {a_letter, b_letter} <= {"", "e", "n"} else None
    if not (a_letter or b_letter) and abs(a) <= 90 < abs(b):
        a, b = b, a
    return (-a if a_letter == "w" else a, -b if b_letter == "s" else b), System.DEGREES


def _is_grid(value: float) -> bool:
    return _GRID_FROM <= value <= _GRID_TO


def _angle(written: str) -> tuple[float, str, bool] | None:
    """Return an angle's value, its direction's letter, and whether it has minutes or a mark."""
    match = _ANGLE.fullmatch(written)
    if match is None:
        return None
    before, after = match["before"] or "", match["after"] or ""
    parts = [match[name] for name in ("degrees", "minutes", "seconds")]
    given = [float(part) for part in parts if part is not None]
    # Only the last may have decimals, and sixty are the next.
    if any("." in part for part in parts[: len(given) - 1]) or any(v >= 60 for v in given[1:]):
        return None
    told, negative = before + after, match["sign"] == "-"
    # A letter says the sign; the word latitude does not, and a direction is said once.
    if (before and after) or (negative and told and "?" not in told):
        return None
    value = sum(v / 60**n for n, v in enumerate(given))
    fine = len(given) > 1 or bool(match["mark"])
    return -value if negative else value, told.rstrip("?"), fine
