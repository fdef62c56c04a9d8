import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hetao_map.data.formats import json_stream
from hetao_map.data.formats.json_stream import BrokenTextError, Members, features_of, lines_of

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12
)
OBJECTS = st.dictionaries(st.text(), VALUES)
MEMBERS = st.dictionaries(st.text().filter(lambda name: name != "features"), VALUES, max_size=4)


class Slow(io.BytesIO):
    """A file that gives a few bytes at a time, whatever is asked for."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(7)


def read(text: bytes, members: Members) -> list[Any]:
    found = [features for features, _ in features_of(Slow(text), members)]
    return [json.loads(feature) for features in found for feature in features]


@settings(max_examples=50)
@given(st.lists(OBJECTS), MEMBERS, MEMBERS, st.booleans(), st.sampled_from([None, 1]))
def test_features_and_members_are_those_of_the_text(
    features: list[Any], before: dict[str, Any], after: dict[str, Any], plain: bool, indent: int
) -> None:
    whole = {**before, "features": features, **{k: v for k, v in after.items() if k not in before}}
    text = json.dumps(whole, ensure_ascii=plain, indent=indent).encode("utf-8", "surrogatepass")
    members = Members()
    assert read(text, members) == features
    assert not members.cut_short
    assert members.strays == 0
    said = {key: json.loads(value) for key, value in members.values.items()}
    assert said == {key: value for key, value in whole.items() if key != "features"}


@settings(max_examples=50)
@given(st.lists(OBJECTS, min_size=1), st.data())
def test_a_text_that_is_cut_yields_what_came_before(features: list[Any], data: Any) -> None:
    text = json.dumps({"features": features}).encode()
    begin = text.index(b"[") + 1
    cut = data.draw(st.integers(begin, len(text) - 2))
    members = Members()
    found = read(text[:cut], members)
    assert found == features[: len(found)]
    assert members.cut_short


@pytest.mark.parametrize("text", [b"", b"[]", b"nothing", b'{"a"', b'{"a" 1}', b'{"a":}', b"{1:2}"])
def test_what_is_no_object_is_no_geojson(text: bytes) -> None:
    with pytest.raises(BrokenTextError):
        read(text, Members())


def test_brackets_in_words_are_words() -> None:
    features = [{"a": '}]"\\'}, {"b": "[{"}, {"c": "\\\\"}]
    assert read(json.dumps({"features": features}).encode(), Members()) == features


def test_what_stands_between_features_is_counted() -> None:
    members = Members()
    assert read(b'{"features":[1,{"a":2},"x",null,{"b":3},7]}', members) == [{"a": 2}, {"b": 3}]
    assert members.strays == 4


def test_a_value_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "_LARGEST_VALUE", 1000)
    with pytest.raises(MemoryError):
        read(b'{"features":[' + b"[" * 5000, Members())


@settings(max_examples=30)
@given(st.lists(OBJECTS), st.sampled_from(["\n", "\n\n", "\r\n", "\n\x1e"]))
def test_each_line_is_a_value(features: list[Any], between: str) -> None:
    begin = "\x1e" if "\x1e" in between else ""
    text = begin + between.join(json.dumps(feature) for feature in features)
    found = [values for values, _ in lines_of(Slow(text.encode()))]
    assert [json.loads(value) for values in found for value in values] == features
