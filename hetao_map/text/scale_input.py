"""Scales as people type them: 1:15,000, 15000, 1：1.5万, 15k."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 40
SMALLEST, LARGEST = 100, 500_000_000
_TIMES = {"": 1, "k": 1_000, "千": 1_000, "万": 10_000, "萬": 10_000, "m": 1_000_000}
_SCALE = re.compile(r"(?:scale|比例尺?)?(?:1:)?(\d+(?:\.\d+)?)([k千万萬m]?)")


def typed_scale(text: str) -> float | None:
    """Return N of the scale 1:N that a text says, None when it says none or one out of bounds."""
    if len(text) > LONGEST:
        return None
    written = unicodedata.normalize("NFKC", text).lower()
    match = _SCALE.fullmatch(re.sub(r"[\s,'_]", "", written))
    if match is None:
        return None
    denominator = float(match[1]) * _TIMES[match[2]]
    return denominator if SMALLEST <= denominator <= LARGEST else None
