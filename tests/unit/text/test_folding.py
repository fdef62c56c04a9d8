import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.text.folding import fold, squeezed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ｆｕｔｉａｎ　Ｐｏｒｔ", "futian-port"),
        ("皇崗口岸", "皇岗口岸"),
        ("深圳地鐵十一號綫", "深圳地铁11号线"),
        ("河套壹號", "河套1号"),
        ("二十号", "20號"),
        ("Café Zoë", "cafe zoe"),
        ("Civic Center", "civic centre"),
        ("470,000 m²", "470000 m2"),
        ("06:30–22:30", "06:30-22:30"),
        ("“湾区芯谷”", "湾区芯谷"),
    ],
)
def test_what_is_meant_alike_is_folded_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("3.89 km2", "3.89 km2"),
        ("No. 1", "no 1"),
        ("一河两岸", "一河两岸"),
        ("centerpiece", "centerpiece"),
    ],
)
def test_what_has_a_meaning_stays(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_gaps_can_be_left_out() -> None:
    assert squeezed(fold("Lok Ma Chau")) == squeezed(fold("Lokmachau"))


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
