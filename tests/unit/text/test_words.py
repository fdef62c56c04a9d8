import re
from collections.abc import Iterator

import pytest

from hetao_map.text import messages, words
from hetao_map.text.localized import LocalizedText


def catalogue() -> Iterator[tuple[str, LocalizedText]]:
    for module in (messages, words):
        for name, value in vars(module).items():
            entries = value.items() if isinstance(value, dict) else [("", value)]
            for key, text in entries:
                if isinstance(text, LocalizedText):
                    yield f"{name}.{key}" if key else name, text


@pytest.mark.parametrize(("name", "text"), list(catalogue()))
def test_each_text_has_the_same_blanks_in_three_languages(name: str, text: LocalizedText) -> None:
    blanks = [sorted(re.findall(r"\{\w*\}", value)) for value in text.as_json().values()]
    assert all(text.as_json().values())
    assert blanks[0] == blanks[1] == blanks[2]
