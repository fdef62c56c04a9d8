"""Pieces of text on pages: none is cut, headings stay with what follows, notes stand at the foot.

A piece is as high as its lines and is never cut. Where a table goes on on the next page its
head stands there once more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from hetao_map.render.set_text import SetLine

FootHeight = Callable[[Sequence[int]], float]
"""How much room notes of these numbers take at the foot of a page, in logical pixels."""


@dataclass(frozen=True, eq=False)
class Piece:
    """Lines that stay together; sizes are in logical pixels.

    above is the room over it, which the top of a page takes away; rule is a thin line at its
    upper edge. keeps says that it may not be the last on its page. head is the head of the
    table that it is a row of.
    """

    height: float
    lines: tuple[SetLine, ...]
    above: float = 0.0
    rule: bool = False
    keeps: bool = False
    head: Piece | None = None
    notes: tuple[int, ...] = ()


@dataclass(eq=False)
class Page:
    """Pieces with the height at which each begins, and the notes they cite, by number."""

    placed: list[tuple[float, Piece]] = field(default_factory=list)
    used: float = 0.0
    notes: set[int] = field(default_factory=set)

    def place(self, pieces: Sequence[Piece]) -> None:
        """Put pieces below those that are there."""
        for piece in pieces:
            top = self.used + (piece.above if self.placed else 0.0)
            self.placed.append((top, piece))
            self.used = top + piece.height
            self.notes.update(piece.notes)


def filled(pieces: Sequence[Piece], height: float, foot_height: FootHeight) -> list[Page]:
    """Return the pieces on pages of a height, which they share with the notes at the foot."""
    pages = [Page()]
    for chain in _chains(pieces):
        if _fits(pages[-1], chain, height, foot_height):
            pages[-1].place(chain)
            continue
        if pages[-1].placed:
            pages.append(Page())
        whole = _with_head(chain)
        if _fits(pages[-1], whole, height, foot_height):
            pages[-1].place(whole)
        else:
            _place_one_by_one(pages, whole, height, foot_height)
    return pages


def _chains(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield pieces that have to stand on one page."""
    chain: list[Piece] = []
    for piece in pieces:
        chain.append(piece)
        if not piece.keeps:
            yield chain
            chain = []
    if chain:
        yield chain


def _with_head(chain: list[Piece]) -> list[Piece]:
    head = chain[0].head
    return [head, *chain] if head is not None else chain


def _fits(page: Page, chain: Sequence[Piece], height: float, foot_height: FootHeight) -> bool:
    trial = Page(list(page.placed), page.used, set(page.notes))
    trial.place(chain)
    return trial.used + foot_height(sorted(trial.notes)) <= height


def _place_one_by_one(
    pages: list[Page], chain: Sequence[Piece], height: float, foot_height: FootHeight
) -> None:
    """Place what is higher than a page as well as can be."""
    for piece in chain:
        if pages[-1].placed and not _fits(pages[-1], [piece], height, foot_height):
            pages.append(Page())
        pages[-1].place([piece])
