"""Makes assets/pinyin.txt from pypinyin: how Chinese characters are read, without tones.

Run it by make pinyin.

The program reads this file alone: pypinyin's own tables take 57 MB of memory when they are
loaded, and a search needs neither tones nor rare characters. A phrase is kept where one of its
characters is read otherwise than alone.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pypinyin import Style, pinyin_dict
from pypinyin.phrases_dict import phrases_dict
from pypinyin.style import convert

OUT = Path(__file__).parents[1] / "assets" / "pinyin.txt"
FIRST, LAST = 0x4E00, 0x9FFF
LONGEST_PHRASE = 4
# What people of the place say and the general dictionaries do not know.
LOCAL = {"岗厦": "gang xia", "石厦": "shi xia", "上步": "shang bu", "深圳": "shen zhen"}
HEAD = """\
# How Chinese characters are read, without tones; v stands for u with two dots.
# From pypinyin (MIT licence, https://github.com/mozillazg/python-pinyin), which takes it from
# Unihan and other dictionaries. Made by packaging/make_pinyin.py.
# First the syllables, each with its characters; then phrases that are read otherwise.
"""


def plain(reading: str) -> str:
    """Return a reading without its tone."""
    return convert(reading, Style.NORMAL, strict=False)


def main() -> None:
    """Write the table."""
    OUT.write_text(table(), encoding="utf-8", newline="\n")


def table() -> str:
    """Return the text of the file."""
    alone = {
        chr(code): plain(readings.split(",")[0])
        for code, readings in pinyin_dict.pinyin_dict.items()
        if FIRST <= code <= LAST
    }
    by_syllable: dict[str, list[str]] = defaultdict(list)
    for character, syllable in sorted(alone.items()):
        by_syllable[syllable].append(character)
    lines = [f"{syllable} {''.join(found)}" for syllable, found in sorted(by_syllable.items())]
    lines += [f"{phrase} {reading}" for phrase, reading in sorted(phrases(alone).items())]
    return HEAD + "\n".join(lines) + "\n"


def phrases(alone: dict[str, str]) -> dict[str, str]:
    """Return the reading of each phrase that its characters alone do not give."""
    found = dict(LOCAL)
    for phrase, readings in phrases_dict.items():
        syllables = [plain(reading[0]) for reading in readings]
        usual = [alone.get(character) for character in phrase]
        if len(phrase) <= LONGEST_PHRASE and None not in usual and syllables != usual:
            found.setdefault(phrase, " ".join(syllables))
    return found


if __name__ == "__main__":
    main()
