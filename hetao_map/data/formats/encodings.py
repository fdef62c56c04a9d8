"""Which encoding a text is in: as it says itself, UTF-8 where it can be, else a Chinese one."""

from __future__ import annotations

import codecs
from pathlib import Path

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 256 * 1024
_LOOKED_AT = 400
# First bytes of the characters of everyday use: level 1 of GB 2312, and of Big5.
_GB_COMMON, _BIG5_COMMON = range(0xB0, 0xD8), range(0xA4, 0xC7)


def text_encoding(sample: bytes, whole: bool = False) -> str:
    """Return the Python codec of a text that begins so; whole when nothing follows."""
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    # In UTF-16 commas and line ends have a byte of nothing, always on the same side.
    zeros = [0 in sample[side:_LOOKED_AT:2] for side in (0, 1)]
    if zeros[0] != zeros[1]:
        return "utf-16-le" if zeros[1] else "utf-16-be"
    if _decodes(sample, "utf-8", whole):
        return "utf-8"
    return chinese_encoding(sample)


def chinese_encoding(sample: bytes) -> str:
    """Return gb18030 or big5hkscs, whichever more of the text's bytes are common in.

    Where the text fits neither it is taken for Western European.
    """
    fits = [name for name in ("gb18030", "big5hkscs") if _decodes(sample, name, False)]
    if not fits:
        return "cp1252"
    return max(fits, key=lambda name: _common_share(sample, name))


def _decodes(sample: bytes, name: str, whole: bool) -> bool:
    try:
        codecs.getincrementaldecoder(name)().decode(sample, final=whole)
    except UnicodeDecodeError:
        return False
    return True


def _common_share(sample: bytes, name: str) -> float:
    """Return the share of two-byte characters that are everyday ones in an encoding."""
    common = _GB_COMMON if name == "gb18030" else _BIG5_COMMON
    position, pairs, good = 0, 0, 0
    while position < len(sample) - 1:
        first, second = sample[position], sample[position + 1]
        if first < 0x80:
            position += 1
            continue
        pairs += 1
        good += first in common and (name != "gb18030" or second >= 0xA1)
        position += 2
    return good / pairs if pairs else 0.0


def file_encoding(path: Path) -> str:
    """Return the codec of a text file, from the first part of it that is not plain ASCII."""
    with path.open("rb") as file:
        first = sample = file.read(_SAMPLE)
        while sample and sample.isascii():
            sample = file.read(_SAMPLE)
    if not sample:
        return "utf-8"
    if sample is first:
        return text_encoding(first, len(first) < _SAMPLE)
    # From the middle of a text: it may begin within a character.
    for skipped in range(4):
        if _decodes(sample[skipped:], "utf-8", False):
            return "utf-8"
    begin = next(n for n, byte in enumerate(sample) if byte >= 0x80)
    return chinese_encoding(sample[begin:])


def is_text(text: str) -> bool:
    """Tell whether a decoded text holds no characters that only binary data has."""
    controls = sum(text.count(chr(n)) for n in (*range(9), *range(14, 32), 0xFFFD))
    return "\x00" not in text and controls * 200 <= len(text)
