from hypothesis import given
from hypothesis import strategies as st

from hetao_map.query.bigrams import BigramIndex

NAMES = ("futianport", "huanggangport", "maipo", "福田口岸", "皇岗口岸")


def nearest(text: str, most: int = 2) -> list[str]:
    return [NAMES[number] for number in BigramIndex(NAMES).nearest(text, most)]


def test_the_text_itself_comes_first() -> None:
    assert all(nearest(name)[0] == name for name in NAMES)


def test_a_wrong_letter_and_two_swapped_ones_still_find_it() -> None:
    assert nearest("futainport")[0] == "futianport"
    assert nearest("福田口案")[0] == "福田口岸"


def test_what_shares_nothing_is_not_near() -> None:
    assert nearest("zzz") == []
    assert BigramIndex(()).nearest("maipo", 3) == []


@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=8)), st.text(max_size=8))
def test_any_texts_can_be_compared(texts: list[str], text: str) -> None:
    found = BigramIndex(texts).nearest(text, 3)
    assert len(set(found)) == len(found) <= 3
    assert all(0 <= number < len(texts) for number in found)
