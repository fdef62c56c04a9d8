"""What a check of a file found, as values that the command prints."""

from __future__ import annotations

from dataclasses import dataclass

from hetao_map.text import findings
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText

FindingJson = dict[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where, and in one sentence what it is and what to do.

    table is empty for the file as a whole, fid None for a table as a whole. stands_for is how
    many findings this one speaks for, more than one where a long list was cut short. what is the
    sentence without its place.
    """

    table: str
    fid: int | None
    sentence: LocalizedText
    stands_for: int = 1
    what: LocalizedText = LocalizedText()  # noqa: RUF009

    def as_json(self, language: Language) -> FindingJson:
        """Return the place and the sentence in the language; None for no table and no row."""
        return {
            "table": self.table or None,
            "fid": self.fid,
            "sentence": self.sentence.in_(language),
        }


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All findings of one file: errors to correct, warnings to look at."""

    errors: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()

    @property
    def error_count(self) -> int:
        """Return the number of errors, those of shortened lists included."""
        return sum(finding.stands_for for finding in self.errors)

    @property
    def warning_count(self) -> int:
        """Return the number of warnings, those of shortened lists included."""
        return sum(finding.stands_for for finding in self.warnings)

    def as_json(self, language: Language) -> dict[str, list[FindingJson]]:
        """Return {"errors": [...], "warnings": [...]} with the sentences in the language."""
        return {
            "errors": [finding.as_json(language) for finding in self.errors],
            "warnings": [finding.as_json(language) for finding in self.warnings],
        }

    def as_lines(self, name: str, language: Language) -> list[str]:
        """Return one line a finding, then the counts; name is that of the file checked."""
        lists = ((findings.ERROR, self.errors), (findings.WARNING, self.warnings))
        lines = [
            severity.in_(language).format(what=finding.sentence.in_(language))
            for severity, found in lists
            for finding in found
        ]
        counts = {"errors": self.error_count, "warnings": self.warning_count}
        return [*lines, findings.COUNTS.with_values(path=name, **counts).in_(language)]
