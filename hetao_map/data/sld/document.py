"""From untrusted text to an XML tree of bounded size and depth, and reading in it.

Elements are known by their local names, so that versions and prefixes read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

MAX_BYTES = 4_000_000
_MAX_DEPTH = 200
_MAX_ELEMENTS = 250_000
_UNWRITTEN_RENDERER = re.compile(r"FeatureRenderer (\w+) not implemented")
_UNWRITTEN = re.compile(r"SymbolLayer\w* (\w+) not implemented")


class StyleError(ValueError):
    """The text is no style that can be read; the message says why."""


class _BoundedBuilder(ET.TreeBuilder):
    """Builds a tree and refuses one that is deep or long; keeps comments.

    QGIS writes as comments what it could not express.
    """

    def __init__(self) -> None:
        super().__init__(insert_comments=True)
        self._depth = 0
        self._count = 0

    def start(self, tag: Any, attrs: Any) -> ET.Element:
        self._depth += 1
        self._count += 1
        if self._depth > _MAX_DEPTH:
            raise StyleError("it is nested too deeply")
        if self._count > _MAX_ELEMENTS:
            raise StyleError("it has too many elements")
        return super().start(tag, attrs)

    def end(self, tag: Any) -> ET.Element:
        self._depth -= 1
        return super().end(tag)


def parse_xml(text: str) -> ET.Element:
    """Return the root of an XML text. Raises StyleError for anything else.

    A document with a DTD or entities is refused, so that a small file cannot grow in memory
    and none reads another file.
    """
    if len(text) > MAX_BYTES:
        raise StyleError("it is larger than 4 MB")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise StyleError("it declares entities")
    parser = ET.XMLParser(target=_BoundedBuilder())  # noqa: S314 - no DTD, bounded size
    try:
        parser.feed(text)
        root: ET.Element = parser.close()
    except (ET.ParseError, UnicodeError) as error:
        raise StyleError(f"it is not XML: {error}") from error
    return root


def local(element: ET.Element) -> str:
    """Return an element's name without its namespace, nothing for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def descendants(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """Yield the element itself and all below it that have a name."""
    return (found for found in element.iter() if local(found) == name)


def children(element: ET.Element | None, *names: str) -> Iterator[ET.Element]:
    """Yield the child elements, of certain names or all; no comments."""
    for found in () if element is None else element:
        name = local(found)
        if name and (not names or name in names):
            yield found


def child(element: ET.Element | None, *path: str) -> ET.Element | None:
    """Return the element at the end of a path of child names, None where it breaks off."""
    for name in path:
        element = next(children(element, name), None)
    return element


def comments(element: ET.Element) -> Iterator[str]:
    """Yield the texts of the comments right below an element."""
    return (found.text or "" for found in element if not local(found))


def unwritten(element: ET.Element) -> list[str]:
    """Return what QGIS could not write right below an element, by its own names."""
    found = (_UNWRITTEN.search(text) for text in comments(element))
    return [match[1] for match in found if match]


def unwritten_renderers(root: ET.Element) -> list[str]:
    """Return the renderers that QGIS could not write, by its own names."""
    found = (_UNWRITTEN_RENDERER.search(e.text or "") for e in root.iter() if not local(e))
    return [match[1] for match in found if match]


def text_of(element: ET.Element | None) -> str:
    """Return an element's own text, with what follows a comment inside it."""
    if element is None:
        return ""
    tails = (found.tail or "" for found in element if not local(found))
    return "".join([element.text or "", *tails]).strip()
