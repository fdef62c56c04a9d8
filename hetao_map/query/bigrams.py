"""Finding the texts that share most pairs of letters with another: the likely misspellings."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_Codes = npt.NDArray[np.uint64]
_STOP = "\n"
# A code point has 21 bits.
_SHIFT = np.uint64(21)
# What a longer text loses against a shorter one that shares as many pairs.
_PER_LETTER = 0.02


class BigramIndex:
    """Which texts hold which pair of letters; the start and the end count as letters."""

    def __init__(self, texts: Sequence[str]) -> None:
        codes = _codes(_STOP + _STOP.join(texts) + _STOP)
        starts = codes[:-1] == ord(_STOP)
        owners = np.cumsum(starts, dtype=np.int32) - 1
        pairs = _pairs(codes)
        order = np.argsort(pairs, kind="stable")
        self._owners = owners[order]
        self._pairs, self._starts = np.unique(pairs[order], return_index=True)
        self._ends = np.append(self._starts[1:], len(pairs))
        self._penalty = np.array([len(text) for text in texts], np.float32) * _PER_LETTER

    def nearest(self, text: str, most: int) -> list[int]:
        """Return the numbers of at most so many texts that share pairs with it, best first."""
        wanted = np.unique(_pairs(_codes(_STOP + text + _STOP)))
        spots = np.searchsorted(self._pairs, wanted)
        spots = spots[spots < len(self._pairs)]
        known = spots[np.isin(self._pairs[spots], wanted)]
        if not len(known):
            return []
        pieces = [self._owners[self._starts[spot] : self._ends[spot]] for spot in known]
        shared = np.bincount(np.concatenate(pieces), minlength=len(self._penalty))
        scores = np.where(shared > 0, shared - self._penalty, -np.inf)
        best = np.argpartition(-scores, min(most, len(scores)) - 1)[:most]
        best = best[np.argsort(-scores[best], kind="stable")]
        return [int(number) for number in best if shared[number]]


def _codes(text: str) -> _Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)


def _pairs(codes: _Codes) -> _Codes:
    return (codes[:-1] << _SHIFT) | codes[1:]
