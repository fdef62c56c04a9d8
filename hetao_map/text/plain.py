"""Text from data made safe to show: one plain line or paragraph, never markup."""

from __future__ import annotations

import re
import unicodedata

SHOWN_LENGTH = 2000

_BIDI = dict.fromkeys(
    [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
)
_LINK = re.compile(r"https?://[^\s<>\"]+")


def plain(value: object) -> str:
    """Return a value as text without control and direction marks, cut to 2 000 characters."""
    text = "" if value is None else str(value)
    if text.isprintable() and len(text) <= SHOWN_LENGTH:
        # No mark of any kind, as nearly all text of the data.
        return text
    cut = text[:SHOWN_LENGTH].translate(_BIDI)
    clean = "".join(c for c in cut if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return clean + "…" if len(text) > SHOWN_LENGTH else clean


def is_link(text: str) -> bool:
    """Tell whether the whole text is a web address that may be opened on request."""
    return _LINK.fullmatch(text) is not None
