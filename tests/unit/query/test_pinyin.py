import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from hetao_map.model.dataset import Catalog
from hetao_map.query.pinyin import LONGEST_PHRASE, is_chinese, syllables
from hetao_map.resources import asset

MAKER = Path(__file__).parents[3] / "packaging" / "make_pinyin.py"
# Read gang xia and shi xia by people there; the dictionary knows only the building, sha.
LOCAL = ("岗厦", "石厦")


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("深圳", "shen zhen"),
        ("香港", "xiang gang"),
        ("河套", "he tao"),
        ("落马洲", "luo ma zhou"),
        ("落馬洲", "luo ma zhou"),
        ("皇岗口岸", "huang gang kou an"),
        ("岗厦北站", "gang xia bei zhan"),
        ("石厦站", "shi xia zhan"),
        ("大厦", "da sha"),
        ("重庆路", "chong qing lu"),
        ("重要", "zhong yao"),
        ("银行", "yin hang"),
        ("行人桥", "xing ren qiao"),
        ("绿道", "lv dao"),
        ("e站通", "e zhan tong"),
        ("UNI香港 空间", "UNI xiang gang kong jian"),
        ("", ""),
    ],
)
def test_names_are_read_as_they_are_spoken(name: str, reading: str) -> None:
    assert " ".join(syllables(name)) == reading


def test_the_names_on_the_map_are_read_as_by_the_dictionary(shipped: Catalog) -> None:
    names = {
        name
        for layer in shipped.layers
        for row in layer.positions_of_row
        if is_chinese(name := layer.name(row).zh_hans) and not any(part in name for part in LOCAL)
    }
    assert len(names) > 80
    other = [name for name in names if joined(syllables(name)) != joined(lazy_pinyin(name))]
    assert other == []


def joined(parts: tuple[str, ...] | list[str]) -> str:
    return "".join("".join(parts).split())


def test_the_table_is_as_new_as_the_dictionary() -> None:
    made = runpy.run_path(str(MAKER))
    assert made["LONGEST_PHRASE"] == LONGEST_PHRASE
    assert made["table"]() == asset("pinyin.txt").read_text(encoding="utf-8")


@given(st.text(max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    assert all(syllables(text))
