"""Every panel and dialogue is looked over by machine: nothing cut, nothing overlapping, and all
of it in the language of the window. `make screens` takes the pictures for eyes."""

from pathlib import Path

import pytest

from tests.screens.__main__ import take


@pytest.mark.desktop
@pytest.mark.parametrize(
    ("language", "theme", "size"),
    [("zh-Hans", "light", "small"), ("zh-Hant", "dark", "large"), ("en", "light", "small")],
)
def test_nothing_is_cut_or_overlaps_or_is_of_another_language(
    tmp_path: Path, language: str, theme: str, size: str
) -> None:
    found = take(size, [(language, theme)], ["--no-pictures"], tmp_path)
    assert (tmp_path / f"{language}-{theme}-{size}" / "findings.json").exists()
    (scenes,) = found.values()
    assert scenes == {}
