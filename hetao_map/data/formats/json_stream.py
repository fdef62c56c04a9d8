"""The features of a GeoJSON text of any length, one after another, as the bytes they are.

Only the outer shape is looked at: where a value begins and ends. What is in it, GDAL reads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

import numpy as np

_BLOCK = 8 * 1024 * 1024
_LARGEST_VALUE = 192 * 1024 * 1024
_WINDOW = 64 * 1024
_MOST_MEMBERS = 1000
_SPACE = b" \t\r\n"
_AFTER = re.compile(r"[ \t\r\n]*[,:}\]]")
_ESCAPED = re.compile(rb"\\.", re.DOTALL)
_OPEN, _CLOSE, _QUOTE = 1, 2, 3
_KINDS = bytes(
    _OPEN if c in b"{[" else _CLOSE if c in b"}]" else _QUOTE if c == 0x22 else 0
    for c in range(256)
)

Features = Iterator[tuple[list[bytes], int]]


class BrokenTextError(ValueError):
    """The text is no JSON."""


@dataclass
class Members:
    """What the outermost object says besides its features: values as the bytes they are.

    strays are elements among the features that are no objects.
    """

    values: dict[str, bytes] = field(default_factory=dict)
    has_features: bool = False
    cut_short: bool = False
    strays: int = 0


class Text:
    """A file as bytes from where one is on; nothing before that is kept."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.held = b""
        self.read_bytes = 0

    def more(self) -> bool:
        """Read a further block; tell whether there was one. Raises MemoryError."""
        if len(self.held) > _LARGEST_VALUE:
            raise MemoryError
        block = self._file.read(max(_BLOCK, len(self.held)))
        self.read_bytes += len(block)
        self.held += block
        return bool(block)

    def first(self) -> bytes:
        """Go on to the next byte that is no white space and return it, empty at the end."""
        while True:
            self.held = self.held.lstrip(_SPACE)
            if self.held or not self.more():
                return self.held[:1]

    def take(self, count: int) -> bytes:
        """Return so many bytes and go on behind them."""
        taken, self.held = self.held[:count], self.held[count:]
        return taken

    def value(self) -> bytes:
        """Return the JSON value that begins here. Raises BrokenTextError."""
        self.first()
        window = _WINDOW
        while True:
            # Bytes as Latin-1 are characters one by one, so that places agree.
            shown = self.held[:window].decode("latin-1")
            try:
                _, end = json.JSONDecoder().raw_decode(shown)
            except RecursionError as error:
                raise BrokenTextError from error
            except ValueError:
                end = len(shown)
            # What nothing follows yet may go on: 1 may become 1.5.
            if _AFTER.match(shown, end):
                return self.take(end)
            if window < len(self.held):
                window *= 4
            elif not self.more():
                raise BrokenTextError


def features_of(file: BinaryIO, members: Members) -> Features:
    """Yield (features, bytes read so far), some megabytes at a time, and fill members.

    Raises BrokenTextError where it is no object, or none of its features was reached.
    """
    text = Text(file)
    if text.first() == b"\xef":
        text.take(3)
    if text.first() != b"{":
        raise BrokenTextError
    text.take(1)
    while (first := text.first()) not in (b"}", b""):
        if first == b",":
            text.take(1)
            continue
        try:
            begins = _begins_features(text, members)
        except BrokenTextError:
            if not members.has_features:
                raise
            members.cut_short = True
            return
        if begins:
            members.has_features = True
            yield from _elements(text, members)
        if members.cut_short:
            return
    members.cut_short = first == b""


def _begins_features(text: Text, members: Members) -> bool:
    """Keep the member that begins here; tell whether one is within the array of features now."""
    key = json.loads(text.value())
    if not isinstance(key, str) or text.first() != b":" or len(members.values) > _MOST_MEMBERS:
        raise BrokenTextError
    text.take(1)
    if key == "features" and text.first() == b"[":
        text.take(1)
        return True
    members.values[key] = text.value()
    return False


def _elements(text: Text, members: Members) -> Features:
    """Yield the elements of the array that one is in, up to its end."""
    while True:
        elements, end, is_last, strays = _cut(text.held)
        members.strays += strays
        text.take(end)
        if elements:
            yield elements, text.read_bytes - len(text.held)
        if is_last:
            return
        if not elements and not text.more():
            members.cut_short = True
            return


def _cut(held: bytes) -> tuple[list[bytes], int, bool, int]:
    """Return the whole elements at the beginning, where they end, whether the array does there.

    The last is the number of elements that are no objects or arrays.
    """
    masked = _ESCAPED.sub(b"__", held) if b"\\" in held else held
    kinds = np.frombuffer(masked.translate(_KINDS), dtype=np.uint8)
    places = np.flatnonzero(kinds)
    kinds = kinds[places]
    is_quote = kinds == _QUOTE
    outside = ~is_quote & (np.cumsum(is_quote) % 2 == 0)
    places, opens = places[outside], kinds[outside] == _OPEN
    depth = np.cumsum(np.where(opens, 1, -1))
    closed = np.flatnonzero(depth < 0)
    last = int(closed[0]) if len(closed) else len(depth)
    places, opens, depth = places[: last + 1], opens[: last + 1], depth[: last + 1]
    starts = places[opens & (depth == 1)].tolist()
    ends = (places[~opens & (depth == 0)] + 1).tolist()
    elements = [held[start:end] for start, end in zip(starts, ends, strict=False)]
    is_last = bool(len(closed))
    end = int(places[-1]) + 1 if is_last else (ends[-1] if ends else 0)
    return elements, end, is_last, _strays(held, starts, ends, end - is_last)


def _strays(held: bytes, starts: list[int], ends: list[int], end: int) -> int:
    """Count what stands between the elements and is more than a comma."""
    befores = [0, *ends]
    afters = [*starts[: len(ends)], end]
    between = (held[a:b].strip(b", \t\r\n") for a, b in zip(befores, afters, strict=True))
    return sum(1 + part.count(b",") for part in between if part)


def lines_of(file: BinaryIO) -> Features:
    """Yield (features, bytes read so far) of a text with one JSON value a line.

    Values that begin with a record separator may take several lines (RFC 8142).
    """
    text = Text(file)
    separator = b"\x1e" if text.first().lstrip(b"\xef") == b"\x1e" else b"\n"
    while True:
        whole, found, rest = text.held.rpartition(separator)
        if found:
            text.held = rest
        elif text.more():
            continue
        else:
            whole, text.held = text.held, b""
        values = [v for line in whole.split(separator) if (v := line.strip(_SPACE + b"\x1e,"))]
        if values:
            yield values, text.read_bytes - len(text.held)
        if not text.held and not text.more():
            return
