"""Gathers findings, so that no list grows without end and no text from data does harm."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from hetao_map.data.checks.clock import TimeUpError
from hetao_map.model.report import CheckReport, Finding
from hetao_map.text import findings as texts
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain

MOST_OF_A_KIND = 100
LONGEST_VALUE = 60
# sqlite3 raises the second when its own message quotes a damaged name.
FILE_FAULTS = (sqlite3.Error, UnicodeDecodeError)

_Kind = tuple[str, LocalizedText]


class Collector:
    """Takes findings in any order; those of one kind and table stand together in the report."""

    def __init__(self) -> None:
        self._errors: dict[_Kind, list[Finding]] = {}
        self._warnings: dict[_Kind, list[Finding]] = {}
        self._counts: Counter[_Kind] = Counter()
        self._given_up: set[str] = set()

    def error(self, table: str, fid: int | None, kind: LocalizedText, **values: object) -> None:
        """Add an error; kind is its template, values what the template names."""
        self._add(self._errors, (table, kind), fid, values)

    def warning(self, table: str, fid: int | None, kind: LocalizedText, **values: object) -> None:
        """Add a warning; kind is its template, values what the template names."""
        self._add(self._warnings, (table, kind), fid, values)

    def _add(
        self,
        lists: dict[_Kind, list[Finding]],
        kind: _Kind,
        fid: int | None,
        values: dict[str, object],
    ) -> None:
        found = lists.setdefault(kind, [])
        self._counts[kind] += 1
        if len(found) < MOST_OF_A_KIND:
            table, what = shown(kind[0]), _filled(kind[1], values)
            found.append(Finding(table, fid, _sentence(table, fid, what), what=what))

    @contextmanager
    def reading(self, table: str, *, is_view: bool = False) -> Iterator[None]:
        """Turn what goes wrong with one table into a finding, so that the others are checked.

        A view that takes too long may never end and is an error; a table is merely large.
        """
        try:
            yield
        except (*FILE_FAULTS, TimeUpError, MemoryError) as error:
            if table in self._given_up:
                return
            self._given_up.add(table)
            if not isinstance(error, TimeUpError) and "interrupted" not in str(error):
                self.error(table, None, texts.TABLE_UNREADABLE, reason=error)
            elif is_view:
                self.error(table, None, texts.VIEW_ENDLESS)
            else:
                self.warning(table, None, texts.STOPPED)

    def report(self) -> CheckReport:
        """Return all that was found."""
        return CheckReport(self._listed(self._errors), self._listed(self._warnings))

    def _listed(self, lists: dict[_Kind, list[Finding]]) -> tuple[Finding, ...]:
        result: list[Finding] = []
        for kind, found in lists.items():
            result += found
            more = self._counts[kind] - len(found)
            if more:
                table = shown(kind[0])
                what = texts.MORE.with_values(n=more)
                result.append(Finding(table, None, _sentence(table, None, what), more, what))
        return tuple(result)


def shown(value: object) -> str:
    """Return a value as it stands in a sentence: one plain line of at most 60 characters."""
    text = " ".join(plain(value).split())
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"


def _filled(kind: LocalizedText, values: dict[str, object]) -> LocalizedText:
    """Return the template with its values; a value may itself be in three languages."""

    def fill(name: str) -> str:
        words = {
            key: getattr(value, name) if isinstance(value, LocalizedText) else shown(value)
            for key, value in values.items()
        }
        return str(getattr(kind, name).format(**words))

    return LocalizedText(fill("zh_hans"), fill("zh_hant"), fill("en"))


def _sentence(table: str, fid: int | None, what: LocalizedText) -> LocalizedText:
    """Return what is wrong with its place before it, none for the file as a whole."""
    if not table:
        return what
    place = texts.IN_TABLE if fid is None else texts.IN_ROW
    return _placed(place, table, fid, what)


def _placed(
    place: LocalizedText, table: str, fid: int | None, what: LocalizedText
) -> LocalizedText:
    values: dict[str, object] = {"table": table, "fid": fid, "what": what}
    return _filled(place, values)
