"""The objects of a PDF as Qt writes it: taken apart, changed, and numbered anew.

Qt numbers fonts in the order of a hash table that differs from run to run, and writes the time.
Source of the format: ISO 32000-1, 7.5 (file structure).
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass

_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_KEYS = ("Info", "Root")
_TRAILER = {key: re.compile(rb"/%b (\d+) 0 R" % key.encode()) for key in _KEYS}
_SUBSET = re.compile(rb"/[A-Z]{6}\+")
_ROW = 20


@dataclass(frozen=True, eq=False)
class PdfObject:
    """An object: head is its dictionary or value, stream what follows with its keywords."""

    head: bytes
    stream: bytes = b""

    def references(self) -> list[int]:
        """Return the numbers of the objects it names."""
        return [int(number) for number in _REFERENCE.findall(self.head)]


@dataclass(frozen=True, eq=False)
class PdfFile:
    """The objects of a file by number, and which two of them are its beginning."""

    header: bytes
    objects: dict[int, PdfObject]
    info: int
    root: int


def parsed(content: bytes) -> PdfFile | None:
    """Return the objects of a file with a plain table of offsets, None for any other."""
    start = _START.search(content)
    table = _TABLE.match(content, int(start[1])) if start else None
    info, root = (_TRAILER[key].search(content, table.end()) if table else None for key in _KEYS)
    if start is None or table is None or info is None or root is None:
        return None
    rows = content[table.end() : table.end() + _ROW * int(table[1])]
    offsets = {n: int(rows[n * _ROW : n * _ROW + 10]) for n in range(1, int(table[1]))}
    ends = [*sorted(offsets.values()), int(start[1])]
    objects = {
        number: _object(content[offset : ends[bisect_right(ends, offset)]])
        for number, offset in offsets.items()
    }
    return PdfFile(content[: ends[0]], objects, int(info[1]), int(root[1]))


def _object(whole: bytes) -> PdfObject:
    body = whole[whole.index(b"obj") + 3 : whole.rindex(b"endobj")].strip(b"\n")
    head, keyword, stream = body.partition(b"stream\n")
    return PdfObject(head, keyword + stream)


def written(file: PdfFile) -> bytes:
    """Return the file with its objects in the order in which they name each other.

    Its id is made from its content; what nothing names is left out.
    """
    order = _order(file)
    number_of = {old: new for new, old in enumerate(order, 1)}
    content, offsets = bytearray(file.header), []
    for old in order:
        offsets.append(len(content))
        body = _renumbered(file.objects[old], number_of, number_of[old])
        content += b"%d 0 obj\n%b\nendobj\n" % (number_of[old], body)
    name = hashlib.blake2b(content, digest_size=16).hexdigest().encode()
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(order) + 1)
    content += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    content += b"trailer\n<< /Size %d /Info %d 0 R /Root %d 0 R /ID [<%b> <%b>] >>\n" % (
        len(order) + 1, number_of[file.info], number_of[file.root], name, name,
    )  # fmt: skip
    return bytes(content + b"startxref\n%d\n%%%%EOF\n" % start)


def _order(file: PdfFile) -> list[int]:
    seen: dict[int, None] = {}
    waiting = [file.root, file.info]
    while waiting:
        number = waiting.pop()
        if number in file.objects and number not in seen:
            seen[number] = None
            waiting.extend(reversed(file.objects[number].references()))
    return list(seen)


def _renumbered(part: PdfObject, number_of: dict[int, int], own: int) -> bytes:
    """Return an object with new numbers; the mark of a font's subset is made from its own."""
    head = _REFERENCE.sub(lambda found: b"%d 0 R" % number_of.get(int(found[1]), 0), part.head)
    letters = bytes(65 + own // 26**place % 26 for place in range(6))
    return _SUBSET.sub(b"/" + letters + b"+", head) + part.stream
